import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { getOverview } from '../../utils/services/get-overview.ts';
import { getRecoveryStatus } from '../../utils/services/get-recovery-status.ts';
import { restoreNotebook } from '../../utils/services/restore-notebook.ts';
import { startEmpty } from '../../utils/services/start-empty.ts';
import { schemaVersion } from '../../utils/storage/migrations/migrations.ts';
import { databaseName } from '../../utils/storage/notebook.ts';
import { copiedStores } from '../../utils/storage/schema.ts';
import { newestCopy } from '../../utils/storage/second-copy.ts';
import { sentinelKey } from '../../utils/storage/sentinel.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../support/memory-notebook.ts';
import { named, profile } from '../support/readings.ts';
import { fillsDisk, withFault } from '../support/write-faults.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function capture(handle: string) {
  machine.later();
  const reading = profile(named(handle));
  return captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1)));
}
/** The background is started again. */
function restart() {
  machine.notebook.close();
  machine = { ...machine, ...machine.start() };
}
/** The browser threw the database away while the background was not running. */
async function loseDatabase() {
  machine.notebook.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase(databaseName).onsuccess = done;
  });
  restart();
}
const status = async () => good(await getRecoveryStatus(machine.notebook)({}, machine.call()));
const restore = (operationId = newId()) => restoreNotebook(machine.notebook)({ operationId }, machine.call());
const beginAnew = (operationId = newId()) => startEmpty(machine.notebook)({ operationId }, machine.call());
const creators = async () => good(await getOverview({ day: '2026-03-10' }, machine.call())).creators;
const databaseId = async () => (await (await databaseOf(machine)).get('meta', 'notebook'))?.databaseId;
const sentinel = () => machine.local.values.get(sentinelKey) as { databaseId: string; creators: number };

/** A notebook of two creators, with a second copy of both. */
async function twoCreators() {
  await capture('mira.bakes');
  await capture('noor.knits');
  expect(await machine.notebook.writeSecondCopy()).toBe('written');
}

describe('the sentinel', () => {
  test('remembers how many there were, outside the database', async () => {
    await twoCreators();
    expect(sentinel()).toMatchObject({
      databaseId: await databaseId(),
      creators: 2,
      records: 1,
      schemaVersion,
    });
  });

  test('says nothing about anyone', async () => {
    await twoCreators();
    expect(JSON.stringify([...machine.local.values])).not.toMatch(/mira|noor/i);
  });

  test('a first start, a restart and a lost sentinel are no cause for alarm', async () => {
    expect((await status()).state).toBe('healthy');
    await twoCreators();
    restart();
    expect((await status()).state).toBe('healthy');
    machine.local.values.delete(sentinelKey);
    restart();
    expect((await status()).state).toBe('healthy');
    expect(sentinel().creators).toBe(2);
  });

  test('a worker stopped between commit and sentinel loses nothing', async () => {
    await twoCreators();
    const old = structuredClone(sentinel());
    await capture('third');
    machine.local.values.set(sentinelKey, old);
    restart();
    expect((await status()).state).toBe('healthy');
    expect(sentinel().creators).toBe(3);
  });
});

describe('a notebook that vanished', () => {
  test('is noticed, stays noticed, and nothing is written into the empty one', async () => {
    await twoCreators();
    await loseDatabase();
    expect(codeOf(await machine.notebook.database())).toBe('recovery');
    expect(codeOf(await capture('third'))).toBe('recovery');
    expect(await machine.notebook.writeSecondCopy()).toBe('refused');
    restart();
    expect(await status()).toMatchObject({
      state: 'vanished',
      remembered: { creators: 2 },
      secondCopy: { creators: 2, records: 4 },
    });
    expect((await newestCopy(machine.files))?.header.creators).toBe(2);
  });

  test('is noticed by the second copy alone when the sentinel went with it', async () => {
    await twoCreators();
    machine.local.values.clear();
    await loseDatabase();
    expect(await status()).toMatchObject({ state: 'vanished', secondCopy: { creators: 2 } });
  });

  test('is noticed when only its contents went', async () => {
    await twoCreators();
    const database = await databaseOf(machine);
    for (const store of [...copiedStores, 'counters'] as const) await database.clear(store);
    restart();
    expect((await status()).state).toBe('vanished');
  });

  test('is noticed by what Chromium says of a database that it made anew', async () => {
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = open(...args);
      request.addEventListener('upgradeneeded', (event) => {
        Object.assign(event, { dataLoss: 'total', dataLossMessage: 'Corruption' });
      });
      return request;
    });
    expect(await status()).toEqual({ state: 'vanished' });
    vi.restoreAllMocks();
    restart();
    expect((await status()).state).toBe('vanished');
    good(await beginAnew());
    restart();
    expect((await status()).state).toBe('healthy');
  });
});

describe('restoring', () => {
  test('brings every record of the copy back, and the notebook goes on', async () => {
    await twoCreators();
    const before = await dump(machine, copiedStores);
    const id = await databaseId();
    await loseDatabase();
    expect(good(await restore())).toEqual({ records: 4 });
    expect((await status()).state).toBe('healthy');
    expect(await dump(machine, copiedStores)).toEqual(before);
    expect(await databaseId()).toBe(id);
    expect(await creators()).toBe(2);
    expect((await dump(machine)).activities).toMatchObject([{ kind: 'restored' }]);
    expect(good(await capture('mira.bakes'))).toMatchObject({ outcome: 'observed' });
    restart();
    expect(await creators()).toBe(2);
    expect(machine.announced.some((collections) => collections.includes('recovery'))).toBe(true);
  });

  test('a repeat gets the same answer; another one is refused while all is well', async () => {
    await twoCreators();
    const operationId = newId();
    expect(codeOf(await restore(operationId))).toBe('forbidden');
    await loseDatabase();
    const both = await Promise.all([restore(operationId), restore(operationId)]);
    expect(both[1]).toEqual(both[0]);
    expect(await restore(operationId)).toEqual(both[0]);
    expect(codeOf(await restore())).toBe('forbidden');
    expect(codeOf(await beginAnew())).toBe('forbidden');
    expect(await creators()).toBe(2);
  });

  test('a question asked while the old database is gone waits for the restored one', async () => {
    await twoCreators();
    await loseDatabase();
    await status();
    const remove = indexedDB.deleteDatabase.bind(indexedDB);
    const asked: Promise<number>[] = [];
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
      const request = remove(name);
      request.addEventListener('success', () => asked.push(creators()));
      return request;
    });
    good(await restore());
    // asked when each of its two names was free
    expect(await Promise.all(asked)).toEqual([2, 2]);
    expect(await creators()).toBe(2);
  });

  test('without a good copy is not found, and nothing changes', async () => {
    await twoCreators();
    for (const [name, bytes] of machine.files.contents) machine.files.contents.set(name, bytes.slice(9));
    await loseDatabase();
    expect(await status()).not.toHaveProperty('secondCopy');
    expect(codeOf(await restore())).toBe('not-found');
    expect((await status()).state).toBe('vanished');
  });

  test('a full disk in its midst leaves the copy and can be tried again', async () => {
    await twoCreators();
    await loseDatabase();
    for (let at = 0, reached = true; reached; at++) {
      const outcome = await withFault(at, fillsDisk, () => restore());
      reached = outcome.reached;
      if (!reached) {
        expect(outcome).toMatchObject({ value: { ok: true } });
        break;
      }
      expect(outcome).toMatchObject({ value: { ok: false, code: 'quota' } });
      restart();
      expect(await status()).toMatchObject({ state: 'vanished', secondCopy: { creators: 2 } });
    }
    expect(await creators()).toBe(2);
  });
});

describe('starting empty', () => {
  test('is healthy from then on and leaves the copy where it is', async () => {
    await twoCreators();
    const id = await databaseId();
    await loseDatabase();
    const operationId = newId();
    good(await beginAnew(operationId));
    expect(codeOf(await beginAnew(operationId))).toBe('ok');
    expect(await creators()).toBe(0);
    restart();
    expect((await status()).state).toBe('healthy');
    await capture('third');
    expect(await machine.notebook.writeSecondCopy()).toBe('written');
    expect((await newestCopy(machine.files, id))?.header.creators).toBe(2);
    expect(await creators()).toBe(1);
  });
});

describe('another notebook in its place', () => {
  test('is noticed, and kept aside when the remembered one is restored', async () => {
    await twoCreators();
    const { local, files } = machine;
    const lost = { values: structuredClone(local.values), contents: new Map(files.contents) };
    // another notebook comes to be, as a profile put together from two backups has it
    machine = newMachine();
    await capture('stranger');
    const strange = await databaseId();
    for (const [key, value] of lost.values) machine.local.values.set(key, value);
    for (const [key, value] of lost.contents) machine.files.contents.set(key, value);
    restart();
    expect(await status()).toMatchObject({ state: 'replaced', remembered: { creators: 2 } });
    expect(codeOf(await machine.notebook.database())).toBe('recovery');
    good(await restore());
    expect(await creators()).toBe(2);
    expect((await newestCopy(machine.files, strange))?.header.creators).toBe(1);
  });
});
