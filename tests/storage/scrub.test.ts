import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../utils/domain/new-id.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { updateCreator } from '../../utils/services/update-creator.ts';
import { openDatabase } from '../../utils/storage/database.ts';
import { bothNames, existingNames, liveName } from '../../utils/storage/live-database.ts';
import { databaseName, openNotebook } from '../../utils/storage/notebook.ts';
import { removeDatabase } from '../../utils/storage/remove-database.ts';
import { storeNames } from '../../utils/storage/schema.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../support/memory-notebook.ts';
import { named, profile } from '../support/readings.ts';
import { fillsDisk, withFault } from '../support/write-faults.ts';

let machine: Machine;
beforeEach(async () => {
  machine = newMachine();
  for (const handle of ['mira.bakes', 'noor.knits', 'lin.ceramics']) await capture(handle);
});

const nobody = { creatorId: newId(), keys: new Set<string>() };
const [first, second] = bothNames(databaseName);
const kept = storeNames.filter((name) => name !== 'meta');
const state = () => dump(machine, kept);
const meta = async () => (await databaseOf(machine)).get('meta', 'notebook');

async function capture(handle: string) {
  machine.later();
  const input = { operationId: newId(), reading: profile(named(handle)) };
  return good(await captureCreator(input, machine.call(pageIn(1)))).creatorId;
}
/** The background is started again. */
function restart() {
  machine.notebook.close();
  machine = { ...machine, ...machine.start() };
}
async function scrub() {
  await machine.notebook.beforeErasing(nobody);
  return machine.notebook.scrub();
}

test('without an erasing there is nothing to scrub', async () => {
  expect(await machine.notebook.scrubPending()).toBe(false);
  expect(await machine.notebook.scrub()).toBe('none');
  expect(await existingNames(databaseName)).toEqual([first]);
});

test('moves everything into the other database, and back the next time', async () => {
  const before = await state();
  const was = await meta();
  expect(await scrub()).toBe('done');
  expect(await existingNames(databaseName)).toEqual([second]);
  expect(await state()).toEqual(before);
  expect(await meta()).toEqual({ ...was, generation: 1 });
  expect(await machine.notebook.scrubPending()).toBe(false);
  restart();
  expect(await state()).toEqual(before);
  expect(good(await machine.notebook.status()).state).toBe('healthy');

  expect(await scrub()).toBe('done');
  expect(await existingNames(databaseName)).toEqual([first]);
  expect(await state()).toEqual(before);
  expect(await meta()).toEqual({ ...was, generation: 2 });
});

test('what is written while it moves comes along: nothing lost, nothing doubled', async () => {
  const [somebody] = (await state()).creators as { id: string }[];
  await machine.notebook.beforeErasing(nobody);
  let over = false;
  const done = machine.notebook.scrub().finally(() => {
    over = true;
  });
  const saved: string[] = [];
  for (let i = 0; !over; i++) {
    saved.push(await capture(`guest.${i}`));
    const changes = { notes: `note ${i}`, tags: [`tag ${i}`] };
    const input = { operationId: newId(), creatorId: somebody?.id ?? '', changes };
    good(await updateCreator(machine.contexts)(input, machine.call()));
  }
  expect(await done).toBe('done');
  // the first were saved into the old one, the last into the new one
  expect(saved.length).toBeGreaterThan(3);
  const after = await state();
  const ids = (after.creators as { id: string }[]).map(({ id }) => id);
  expect(ids).toHaveLength(3 + saved.length);
  expect(ids).toEqual(expect.arrayContaining(saved));
  const counters = Object.fromEntries(
    (after.counters as { id: string; value: number }[]).map((row) => [row.id, row.value]),
  );
  expect(counters.creators).toBe(ids.length);
  expect(after.operations).toHaveLength(3 + 2 * saved.length);
  expect(
    (after.creators as { id: string; notes: string }[]).find(({ id }) => id === somebody?.id)?.notes,
  ).toBe(`note ${saved.length - 1}`);
});

test('an erasing while it moves is scrubbed once more', async () => {
  const soon = vi.fn();
  const { files, local } = machine;
  machine.notebook.close();
  const notebook = openNotebook({ local, files, clock: () => machine.clock.now, scrubSoon: soon });
  await notebook.beforeErasing(nobody);
  const moving = notebook.scrub();
  await vi.waitFor(async () => expect(await existingNames(databaseName)).toHaveLength(2), { interval: 1 });
  await notebook.beforeErasing(nobody);
  expect(await moving).toBe('done');
  expect(await notebook.scrubPending()).toBe(true);
  expect(soon).toHaveBeenCalled();
  expect(await notebook.scrub()).toBe('done');
  expect(await notebook.scrubPending()).toBe(false);
});

test('a full disk in its midst changes nothing, and it is still to be done', async () => {
  const before = await state();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let faults = 0;
  for (let at = 0; ; at += 3) {
    const outcome = await withFault(at, fillsDisk, scrub);
    if (!outcome.reached) break;
    faults += 1;
    expect(await machine.notebook.scrubPending(), `after write ${at}`).toBe(
      'value' in outcome && outcome.value !== 'done',
    );
    restart();
    expect(await state(), `after write ${at}`).toEqual(before);
    expect(good(await machine.notebook.status()).state).toBe('healthy');
  }
  expect(faults).toBeGreaterThan(5);
  vi.restoreAllMocks();
});

describe('a worker that stopped in its midst', () => {
  /** A database as a move leaves it. */
  async function leftBehind(name: string, how: { generation?: number; filling?: boolean }, creators: number) {
    const own = await meta();
    if (!own) throw new Error('no meta');
    const database = await openDatabase({ name, now: machine.clock.now, meta: { ...own, ...how } });
    if ('ok' in database) throw new Error(database.message);
    const whole = await databaseOf(machine);
    for (const row of (await whole.getAll('creators')).slice(0, creators))
      await database.put('creators', row);
    for (const row of await whole.getAll('counters')) await database.put('counters', row);
    database.close();
  }

  test('before the new one was whole: it goes', async () => {
    const before = await state();
    await leftBehind(second, { generation: 1, filling: true }, 2);
    restart();
    expect(await state()).toEqual(before);
    expect(await existingNames(databaseName)).toEqual([first]);
  });

  test('after that: the old one goes', async () => {
    await leftBehind(second, { generation: 1 }, 2);
    restart();
    expect((await state()).creators).toHaveLength(2);
    expect(await existingNames(databaseName)).toEqual([second]);
  });

  test('on the way back: the higher generation lives, whatever its name', async () => {
    await scrub();
    const before = await state();
    await leftBehind(first, { generation: 0 }, 1);
    restart();
    expect(await state()).toEqual(before);
    expect(await existingNames(databaseName)).toEqual([second]);
  });

  test('before the new one had its stores: it goes', async () => {
    const before = await state();
    await new Promise((done) => {
      const request = indexedDB.open(second);
      request.onsuccess = () => done(request.result.close());
    });
    restart();
    expect(await state()).toEqual(before);
    expect(await existingNames(databaseName)).toEqual([first]);
  });

  test('and one cannot be read now: the whole one lives, and the other is left alone', async () => {
    await leftBehind(second, { generation: 1 }, 3);
    machine.notebook.close();
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (name === second) throw new DOMException('no', 'UnknownError');
      return open(name, version);
    });
    expect(await liveName(databaseName)).toBe(first);
    vi.restoreAllMocks();
    expect(await existingNames(databaseName)).toEqual([first, second]);
  });

  test('and then lost the whole one: what is half filled is never taken for the notebook', async () => {
    await machine.notebook.writeSecondCopy();
    await leftBehind(second, { generation: 1, filling: true }, 2);
    machine.notebook.close();
    await removeDatabase(first);
    restart();
    expect(good(await machine.notebook.status()).state).toBe('vanished');
    good(await machine.notebook.restore(newId()));
    expect(await existingNames(databaseName)).toEqual([first]);
    expect((await state()).creators).toHaveLength(3);
  });
});

describe('recovery after a move', () => {
  test('a vanished notebook is noticed and comes back', async () => {
    await scrub();
    await machine.notebook.writeSecondCopy();
    machine.notebook.close();
    await removeDatabase(second);
    restart();
    expect(good(await machine.notebook.status()).state).toBe('vanished');
    good(await machine.notebook.restore(newId()));
    expect((await state()).creators).toHaveLength(3);
  });
});
