import { forceCloseDatabase } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { getSettings } from '../../utils/services/get-settings.ts';
import { migrations, schemaVersion } from '../../utils/storage/migrations/migrations.ts';
import { databaseName } from '../../utils/storage/notebook.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../support/memory-notebook.ts';
import { profile } from '../support/readings.ts';
import { fillsDisk, withFault } from '../support/write-faults.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Another page or an old worker opens the database, without minding that a newer version wants it. */
function openRaw(
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
/** `indexedDB.open` fails with this error, as often as said. */
function openFails(name: string, times = Number.POSITIVE_INFINITY) {
  const open = indexedDB.open.bind(indexedDB);
  let left = times;
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    if (left-- <= 0) return open(...args);
    const request = new EventTarget() as unknown as IDBOpenDBRequest;
    Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
    const listeners = new Map<string, EventListener>();
    Object.defineProperties(request, {
      error: { value: new DOMException('Internal error opening backing store', name) },
      addEventListener: { value: (type: string, heard: EventListener) => listeners.set(type, heard) },
      removeEventListener: { value: () => {} },
    });
    setTimeout(() => listeners.get('error')?.(new Event('error')));
    return request;
  });
}
const state = async () => {
  const result = await machine.notebook.status();
  return result.ok ? result.value.state : result.code;
};
const capture = () => captureCreator({ operationId: newId(), reading: profile() }, machine.call(pageIn(1)));

test('is done once, however many ask', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const databases = await Promise.all(Array.from({ length: 5 }, () => databaseOf(machine)));
  expect(new Set(databases).size).toBe(1);
  expect(open).toHaveBeenCalledTimes(1);
});

describe('a database that cannot be read', () => {
  test('lacks its stores, as if somebody else had made it: damaged, and it can begin anew', async () => {
    (await openRaw(schemaVersion)).close();
    expect(await state()).toBe('damaged');
    expect(codeOf(await machine.notebook.database())).toBe('recovery');
    good(await machine.notebook.startEmpty(newId()));
    expect(await state()).toBe('healthy');
  });

  test('is damaged: only recovery answers, and it can begin anew', async () => {
    await capture();
    machine.notebook.close();
    openFails('UnknownError');
    expect(codeOf(await machine.notebook.database())).toBe('recovery');
    expect(codeOf(await capture())).toBe('recovery');
    expect(await state()).toBe('damaged');
    vi.restoreAllMocks();
    expect(await state()).toBe('healthy');
  });

  test('is restored from the second copy', async () => {
    await capture();
    await machine.notebook.writeSecondCopy();
    machine.notebook.close();
    openFails('UnknownError', 1);
    const restored = await machine.notebook.restore(newId());
    expect(good(restored).records).toBe(2);
    expect((await dump(machine)).creators).toHaveLength(1);
  });

  test('a hiccup is over with the next question', async () => {
    await capture();
    machine.notebook.close();
    openFails('UnknownError', 1);
    expect(codeOf(await machine.notebook.database())).toBe('recovery');
    expect(codeOf(await machine.notebook.database())).toBe('ok');
  });
});

describe('what is no damage is never answered with a new start', () => {
  test('a full disk', async () => {
    openFails('QuotaExceededError');
    expect(codeOf(await machine.notebook.database())).toBe('quota');
    expect(codeOf(await machine.notebook.startEmpty(newId()))).toBe('quota');
  });

  test('a full disk while the database is made', async () => {
    const outcome = await withFault(0, fillsDisk, () => machine.notebook.database());
    expect(outcome).toMatchObject({ reached: true, value: { ok: false, code: 'quota' } });
    expect(codeOf(await machine.notebook.database())).toBe('ok');
  });

  test('a database of a newer version', async () => {
    (await openRaw(schemaVersion + 1, (database) => database.createObjectStore('future'))).close();
    expect(codeOf(await machine.notebook.database())).toBe('internal');
    expect(codeOf(await machine.notebook.startEmpty(newId()))).toBe('internal');
    expect(codeOf(await machine.notebook.restore(newId()))).toBe('internal');
    const database = await openRaw();
    expect([...database.objectStoreNames]).toEqual(['future']);
    database.close();
  });

  test('a migration that fails', async () => {
    const step = vi.spyOn(migrations[0] as unknown as { apply(): void }, 'apply').mockImplementation(() => {
      throw new TypeError('a bug in a migration');
    });
    expect(codeOf(await machine.notebook.database())).toBe('internal');
    step.mockRestore();
    expect(codeOf(await machine.notebook.database())).toBe('ok');
  });
});

describe('an older version held open elsewhere', () => {
  test('is said at once, loses nothing, and is over when that closes', async () => {
    await capture();
    machine.notebook.close();
    const old = await openRaw();
    const raise = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => raise(name, (version ?? 1) + 1));
    const answers = await Promise.all([machine.notebook.database(), machine.notebook.database()]);
    expect(answers.map(codeOf)).toEqual(['blocked', 'blocked']);
    expect(codeOf(await getSettings({}, machine.call()))).toBe('blocked');
    expect(codeOf(await machine.notebook.startEmpty(newId()))).toBe('blocked');
    old.close();
    await vi.waitFor(async () => {
      expect(codeOf(await machine.notebook.database())).toBe('ok');
    });
    expect((await dump(machine)).creators).toHaveLength(1);
  });
});

describe('a connection that is gone', () => {
  test('makes room for a newer version', async () => {
    await databaseOf(machine);
    const newer = await openRaw(schemaVersion + 1);
    expect(newer.version).toBe(schemaVersion + 1);
    newer.close();
    // this worker is the old one now
    expect(codeOf(await machine.notebook.database())).toBe('internal');
  });

  test('ended by the browser is opened again', async () => {
    const database = await databaseOf(machine);
    const ended = new Promise((done) => unwrap(database).addEventListener('close', done));
    forceCloseDatabase(unwrap(database) as never);
    await ended;
    expect(codeOf(await capture())).toBe('ok');
  });
});
