import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import type { Creator } from '../../../utils/domain/creator.ts';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { overviewSchema } from '../../../utils/messaging/protocol.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { creatorsCounter, dueCounter } from '../../../utils/storage/counters.ts';
import { databaseOf, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
let today: string;
beforeEach(() => {
  machine = newMachine();
  today = localDay(machine.clock.now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const overview = async () => good(await getOverview({ day: today }, machine.call()));
async function due(handle: string, day: string) {
  machine.later();
  const reading = profile(named(handle));
  const { creatorId } = good(
    await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
  );
  const changes = { displayName: handle, nextAction: { text: 'Ask', due: day } };
  await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call());
  return creatorId;
}

test('of a new notebook is empty, with the default routine', async () => {
  const first = await overview();
  expect(z.safeParse(overviewSchema, first).success).toBe(true);
  expect(first).toMatchObject({ brand: null, creators: 0, watchlist: [], due: [], dueTotal: 0 });
  expect(first.checklist.rows).toHaveLength(9);
});

test('lists what is due, the longest overdue first, with the address of the profile', async () => {
  await due('today', today);
  await due('tomorrow', addDays(today, 1));
  await due('long.ago', addDays(today, -9));
  const { due: rows, dueTotal, creators } = await overview();
  expect(rows.map(({ displayName, due: day, url }) => [displayName, day, url])).toEqual([
    ['long.ago', addDays(today, -9), 'https://www.instagram.com/long.ago/'],
    ['today', today, 'https://www.instagram.com/today/'],
  ]);
  expect([dueTotal, creators]).toEqual([2, 3]);
});

test('a creator whose handle someone else took over is listed without the address', async () => {
  machine.later();
  const owner = profile(named('nice.name', '77'));
  const { creatorId } = good(
    await captureCreator({ operationId: newId(), reading: owner }, machine.call(pageIn(1))),
  );
  const changes = { nextAction: { text: 'Ask', due: today } };
  await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call());
  const taker = profile(named('nice.name', '88'));
  await captureCreator({ operationId: newId(), reading: taker }, machine.call(pageIn(1)));
  expect((await overview()).due[0]).not.toHaveProperty('url');
});

test('shows the brand that is current', async () => {
  const details = {
    name: 'Kiln & Co',
    accounts: [],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  };
  good(await saveBrand({ operationId: newId(), details }, machine.call()));
  good(await saveBrand({ operationId: newId(), details: { ...details, name: 'Second' } }, machine.call()));
  const { brand, settings } = await overview();
  expect(brand?.name).toBe('Kiln & Co');
  expect(settings.currentBrandId).toBe(brand?.id);
});

/** Ten thousand creators as captures would leave them, put in at once. */
async function fill(count: number, dueEach: number) {
  const database = await databaseOf(machine);
  const transaction = database.transaction(['creators', 'counters'], 'readwrite');
  const at = machine.clock.now.toISOString();
  const day = addDays(today, -1);
  for (let index = 0; index < count; index++) {
    const isDue = index % dueEach === 0;
    const creator: Creator = {
      id: newId(),
      createdAt: at,
      updatedAt: at,
      displayName: `Creator ${index}`,
      role: 'influencer',
      loyalty: 'none',
      status: 'found',
      tagIds: [],
      notes: '',
      doNotContact: false,
      ...(isDue ? { nextAction: { text: 'Ask', due: day }, due: day } : {}),
    };
    void transaction.objectStore('creators').put(creator);
  }
  void transaction.objectStore('counters').put({ id: creatorsCounter, value: count });
  void transaction.objectStore('counters').put({ id: dueCounter(day), value: Math.ceil(count / dueEach) });
  await transaction.done;
}

test('of ten thousand creators counts nothing and reads only what it lists', async () => {
  await fill(10_000, 20);
  await overview();
  const counted: string[] = [];
  const readWhole: string[] = [];
  const scanned: string[] = [];
  let listed = 0;
  const { IDBObjectStore: Store, IDBIndex: Index } = globalThis;
  vi.spyOn(Store.prototype, 'count').mockImplementation(function (this: IDBObjectStore) {
    counted.push(this.name);
    throw new Error('counted');
  });
  vi.spyOn(Index.prototype, 'count').mockImplementation(function (this: IDBIndex) {
    counted.push(this.name);
    throw new Error('counted');
  });
  const storeGetAll = Store.prototype.getAll;
  vi.spyOn(Store.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
    readWhole.push(this.name);
    return storeGetAll.apply(this, args);
  });
  const indexGetAll = Index.prototype.getAll;
  vi.spyOn(Index.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...args) {
    if (this.objectStore.name === 'creators') {
      scanned.push(this.name);
      listed += Number(args[1]);
    }
    return indexGetAll.apply(this, args);
  });
  const openCursor = vi.spyOn(Store.prototype, 'openCursor');
  const { due: rows, dueTotal, creators } = await overview();
  expect([creators, dueTotal, rows.length]).toEqual([10_000, 500, 50]);
  expect(counted).toEqual([]);
  expect(readWhole).not.toContain('creators');
  expect(readWhole).not.toContain('observations');
  expect([scanned, listed]).toEqual([['due'], 50]);
  expect(openCursor).not.toHaveBeenCalled();
});
