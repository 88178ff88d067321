import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Competitor } from '../../utils/domain/competitor.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { fail, ok } from '../../utils/domain/result.ts';
import { commitsCounter, recordsCounter } from '../../utils/storage/counters.ts';
import type { Database } from '../../utils/storage/database.ts';
import { pruneOperations } from '../../utils/storage/operations.ts';
import { readNotebook } from '../../utils/storage/reader.ts';
import { maintain, onCommit, runOperation, type Unit } from '../../utils/storage/unit-of-work.ts';
import { codeOf, databaseOf, dump, type Machine, newMachine } from '../support/memory-notebook.ts';
import { fillsDiskAtCommit, withFault } from '../support/write-faults.ts';

let machine: Machine;
let database: Database;
beforeEach(async () => {
  machine = newMachine();
  database = await databaseOf(machine);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const competitor = (name = 'Kiln', id = newId()): Competitor => ({
  id,
  createdAt: machine.clock.now.toISOString(),
  updatedAt: machine.clock.now.toISOString(),
  name,
  tier: 'equal',
  position: 1,
});
const run = (work: (unit: Unit) => Promise<ReturnType<typeof ok> | ReturnType<typeof fail>>, id = newId()) =>
  runOperation(database, { id, type: 'watchlist.add', now: machine.clock.now }, ['competitors'], work);
const counter = (name: string) => readNotebook(database, ['counters'], (reader) => reader.counter(name));

test('a record under an id made for it is put without looking it up, counted, and is no way back', async () => {
  const lookUps = vi.spyOn(IDBObjectStore.prototype, 'get');
  const record = competitor();
  await run(async (unit) => {
    lookUps.mockClear();
    await unit.put('competitors', record, 'new');
    expect(lookUps).not.toHaveBeenCalled();
    return ok({});
  });
  const { competitors, operations } = await dump(machine);
  expect(competitors).toEqual([record]);
  expect(operations).toMatchObject([{ images: [] }]);
  expect(await counter(recordsCounter)).toBe(1);
  const again = run(async (unit) => {
    await unit.put('competitors', { ...record, name: 'Other' }, 'new');
    return ok({});
  });
  await expect(again).rejects.toThrow();
  expect((await dump(machine)).competitors).toEqual([record]);
});

test('one strict transaction holds change, activity, counters, way back and answer', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const record = competitor();
  const id = newId();
  await run(async (unit) => {
    await unit.put('competitors', record);
    await unit.log('competitor-added', record.id);
    return ok({ done: true });
  }, id);
  const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing).toHaveLength(1);
  expect(writing[0]?.[2]).toEqual({ durability: 'strict' });
  const { competitors, activities, operations } = await dump(machine);
  expect(competitors).toEqual([record]);
  expect(activities).toMatchObject([{ kind: 'competitor-added', subjectId: record.id, operationId: id }]);
  expect(operations).toMatchObject([
    {
      id,
      type: 'watchlist.add',
      answer: { done: true },
      images: [{ store: 'competitors', key: record.id, before: undefined, after: record }],
    },
  ]);
  expect([await counter(recordsCounter), await counter(commitsCounter)]).toEqual([1, 1]);
});

test('an expected failure takes everything back', async () => {
  const before = await dump(machine);
  const result = await run(async (unit) => {
    await unit.put('competitors', competitor());
    await unit.log('competitor-added');
    return fail('invalid', 'on second thoughts');
  });
  expect(codeOf(result)).toBe('invalid');
  expect(await dump(machine)).toEqual(before);
});

test('a bug takes everything back and is thrown on', async () => {
  const before = await dump(machine);
  const work = run(async (unit) => {
    await unit.put('competitors', competitor());
    throw new TypeError('a bug');
  });
  await expect(work).rejects.toThrow('a bug');
  expect(await dump(machine)).toEqual(before);
});

test('is not acknowledged before the transaction is done, when every request has succeeded', async () => {
  // the change, its tombstone, one counter of records, one of commits, and last the operation
  const last = 4;
  const outcome = await withFault(last, fillsDiskAtCommit, () =>
    run(async (unit) => {
      await unit.put('competitors', competitor());
      return ok({});
    }),
  );
  expect(outcome).toEqual({ reached: true, value: expect.objectContaining({ ok: false, code: 'quota' }) });
  expect((await dump(machine)).competitors).toEqual([]);
  expect(
    await withFault(last + 1, fillsDiskAtCommit, () =>
      run(async (unit) => {
        await unit.put('competitors', competitor());
        return ok({});
      }),
    ),
  ).toMatchObject({ reached: false, value: { ok: true } });
});

test('an id that belongs to another message is refused', async () => {
  const id = newId();
  await run(async () => ok({ secret: 1 }), id);
  const other = { id, type: 'brand.save', now: machine.clock.now };
  const result = await runOperation(database, other, ['brands'], async () => ok({}));
  expect(codeOf(result)).toBe('invalid');
});

test('a repeat that comes while the first still runs waits for it', async () => {
  const id = newId();
  let times = 0;
  const work = async (unit: Unit) => {
    times += 1;
    await unit.put('competitors', competitor());
    return ok({ times });
  };
  expect(await Promise.all([run(work, id), run(work, id)])).toEqual([ok({ times: 1 }), ok({ times: 1 })]);
});

test('several writes of one record keep the first and the last image', async () => {
  const id = newId();
  const first = competitor('First', id);
  await run(async (unit) => {
    await unit.put('competitors', first);
    return ok({});
  });
  const operation = newId();
  await run(async (unit) => {
    await unit.put('competitors', competitor('Second', id));
    await unit.remove('competitors', id);
    await unit.put('competitors', competitor('Third', id));
    return ok({});
  }, operation);
  const row = await database.get('operations', operation);
  expect(row?.images).toMatchObject([{ before: { name: 'First' }, after: { name: 'Third' } }]);
  expect(await database.getAll('tombstones')).toEqual([]);
  expect(await counter(recordsCounter)).toBe(1);
});

test('counters read inside the transaction already stand where it will leave them', async () => {
  const seen: number[] = [];
  await run(async (unit) => {
    await unit.put('competitors', competitor());
    seen.push(await unit.counter(recordsCounter), await unit.sum('records', 'records'));
    return ok({});
  });
  expect(seen).toEqual([1, 1]);
});

describe('after a commit', () => {
  test('the listener hears which stores moved and every key, once and only then', async () => {
    const heard: { stores: string[]; counted: boolean; keys: string[] }[] = [];
    onCommit(database, async (_database, { stores, counted, keys }) => {
      heard.push({ stores: [...stores].sort(), counted, keys: [...keys.keys()].sort() });
    });
    const id = newId();
    const work = async (unit: Unit) => {
      await unit.put('competitors', competitor());
      await unit.log('competitor-added');
      return ok({});
    };
    await run(work, id);
    await run(work, id);
    await run(async () => fail('invalid', 'no'));
    await run(async () => ok({}));
    const always = ['activities', 'competitors', 'counters', 'operations', 'tombstones'];
    expect(heard).toEqual([
      { stores: ['activities', 'competitors'], counted: true, keys: always },
      { stores: [], counted: false, keys: ['operations'] },
    ]);
  });

  test('a listener that fails does not make the change unsaved', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    onCommit(database, () => Promise.reject(new Error('no storage')));
    const result = await run(async (unit) => {
      await unit.put('competitors', competitor());
      return ok({});
    });
    expect(codeOf(result)).toBe('ok');
    expect((await dump(machine)).competitors).toHaveLength(1);
  });
});

test('upkeep leaves no operation and nothing to undo', async () => {
  await maintain(database, machine.clock.now, ['competitors'], (unit) =>
    unit.put('competitors', competitor(), 'derived'),
  );
  const { competitors, operations, activities } = await dump(machine);
  expect([competitors?.length, operations, activities]).toEqual([1, [], []]);
});

test('operations go after seven days, not before', async () => {
  const old = newId();
  await run(async () => ok({}), old);
  machine.later(24 * 60);
  const young = newId();
  await run(async () => ok({}), young);
  machine.later(6 * 24 * 60);
  expect(await pruneOperations(database, machine.clock.now)).toBe(0);
  machine.later(1);
  expect(await pruneOperations(database, machine.clock.now)).toBe(1);
  expect(await database.getAllKeys('operations')).toEqual([young]);
});
