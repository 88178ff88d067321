import { beforeEach, expect, test } from 'vitest';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { watchHeadlines } from '../../../utils/services/alerts/headlines.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { muteChanges, readChanges } from '../../../utils/services/snapshots/edit-changes.ts';
import { watchDigest } from '../../../utils/services/snapshots/watch-digest.ts';
import { dump, good } from '../../support/memory-notebook.ts';
import { goods, type WatchedShop, watchedShop } from '../../support/watched-shop.ts';

let shop: WatchedShop;
beforeEach(async () => {
  shop = await watchedShop();
  await shop.see([{ id: 'c1', price: '24.00' }, { id: 'c2', price: '24.00' }, ...goods(5).slice(2)]);
});

const call = () => shop.machine.call();
const headlines = async (from: string | null = null) => good(await watchHeadlines({ from }, call())).rows;
const said = async (from: string | null = null) =>
  (await headlines(from)).map(({ count, changes }) => [
    count,
    changes.map(({ kind, key }) => `${kind} ${key}`),
  ]);
const changes = async () => (await dump(shop.machine, ['changes'])).changes as StoredChange[];

/** One grave change long ago, then many small and middling ones. */
async function aLot() {
  await shop.see([{ id: 'c1', price: '12.00' }, { id: 'c2', price: '24.00' }, ...goods(5).slice(2)]);
  for (let n = 0; n < 50; n++)
    await shop.see([
      { id: 'c1', price: '12.00' },
      { id: 'c2', price: (25 + n / 2).toFixed(2) },
      ...goods(5).slice(2),
    ]);
}

test('nothing new, nothing to say', async () => {
  expect(await headlines()).toEqual([]);
});

test('three sentences at most, the gravest first wherever they stand, of one grade the newest; all are counted', async () => {
  await aLot();
  const all = (await changes()).filter(({ muted }) => !muted);
  const [{ changes: shown = [], count } = {}] = await headlines();
  expect(count).toBe(all.length);
  expect(shown).toHaveLength(3);
  expect(shown[0]).toMatchObject({ kind: 'price-down', key: 'c1', severity: 'high' });
  const rest = all.filter(({ severity }) => severity !== 'high').map(({ foundAt }) => foundAt);
  expect(shown[1]?.severity).not.toBe('high');
  expect(rest).toContain(shown[1]?.foundAt);
});

test('what was read is not said again, but belongs to what happened since yesterday', async () => {
  const { now } = call();
  const before = new Date(now.getTime() + 1).toISOString();
  await shop.see([{ id: 'c1', price: '12.00' }, { id: 'c2', price: '24.00' }, ...goods(6).slice(2)]);
  expect(await said()).toEqual([[2, ['price-down c1', 'product-new c6']]]);
  const which = { competitorId: shop.competitorId, until: call().now.toISOString() };
  good(await readChanges({ operationId: newId(), which }, call()));
  expect(await said()).toEqual([]);
  expect(await said(before)).toEqual([[2, ['price-down c1', 'product-new c6']]]);
  expect(await said(new Date(call().now.getTime() + 1).toISOString())).toEqual([]);
});

test('what is muted is said neither way', async () => {
  const before = call().now.toISOString();
  await shop.see([{ id: 'c1', price: '12.00' }, { id: 'c2', price: '24.00' }, ...goods(6).slice(2)]);
  const of = { competitorId: shop.competitorId };
  good(await muteChanges({ operationId: newId(), of, kind: 'price-down', key: undefined, on: true }, call()));
  expect(await said()).toEqual([[1, ['product-new c6']]]);
  expect(await said(before)).toEqual([[1, ['product-new c6']]]);
});

test('a page is stale after as many days as the person says', async () => {
  const stale = async () =>
    good(await watchDigest({}, call())).rows.flatMap(({ pages }) => pages.map((page) => page.stale));
  const days = (staleDays: number) => saveSettings({ operationId: newId(), changes: { staleDays } }, call());
  shop.machine.later(3 * 24 * 60);
  expect(await stale()).toEqual([false]);
  good(await days(2));
  expect(await stale()).toEqual([true]);
  good(await days(3));
  expect(await stale()).toEqual([false]);
});
