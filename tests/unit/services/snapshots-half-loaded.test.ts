import { expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { removeSnapshot } from '../../../utils/services/snapshots/edit-snapshot.ts';
import { listSnapshots } from '../../../utils/services/snapshots/list-snapshots.ts';
import { getLayer } from '../../../utils/services/snapshots/snapshot-content.ts';
import { watchSeries } from '../../../utils/services/snapshots/watch-series.ts';
import { tidySnapshots } from '../../../utils/services/snapshots/watch-storage.ts';
import { databaseOf, dump, good } from '../../support/memory-notebook.ts';
import { goods, listing, type Ware, type WatchedShop, watchedShop } from '../../support/watched-shop.ts';

const all = goods(40);
const half = all.slice(0, 20);
const dearer = all.with(30, { id: 'c31', price: '30.00' });
const day = 60 * 24;

async function changesOf({ machine }: WatchedShop) {
  const { changes = [] } = await dump(machine, ['changes']);
  return changes as { kind: string; key: string; beforeId: string; snapshotId: string }[];
}

test('what changed in the half that a look did not load is named by the next whole one, against the look that had it', async () => {
  const shop = await watchedShop();
  const first = await shop.see(all);
  await shop.see(half);
  const last = await shop.see(half.with(4, { id: 'c5', price: '12.00' }));
  const whole = await shop.see(dearer.with(4, { id: 'c5', price: '10.00' }));
  const found = (await changesOf(shop)).filter(({ snapshotId }) => snapshotId === whole.snapshotId);
  expect(found).toMatchObject([
    { kind: 'price-down', key: 'c5', from: '12.00 EUR', to: '10.00 EUR', beforeId: last.snapshotId },
    { kind: 'price-up', key: 'c31', from: '24.00 EUR', to: '30.00 EUR', beforeId: first.snapshotId },
  ]);
  await shop.see(half);
  await shop.see(dearer.with(4, { id: 'c5', price: '10.00' }));
  expect((await changesOf(shop)).filter(({ key }) => key === 'c31')).toHaveLength(1);
});

test('the reading of a half-loaded look stays what was seen, and lists do not name what it carries', async () => {
  const shop = await watchedShop();
  await shop.see(all);
  const { snapshotId } = await shop.see(half);
  const call = shop.machine.call();
  const kept = good(await getLayer({ snapshotId, layer: 'reading' }, call));
  expect(kept).toEqual({ layer: 'reading', reading: listing(half) });
  const { watchedPageId } = shop;
  const { rows } = good(await listSnapshots({ watchedPageId, before: null, limit: 5 }, call));
  expect(rows).toHaveLength(2);
  expect(rows.some((row) => 'carried' in row)).toBe(false);
});

test('the line of a price goes on over half-loaded looks, and ends where the product is gone', async () => {
  const shop = await watchedShop();
  await shop.see(all);
  await shop.see(half);
  await shop.see(dearer);
  await shop.see(half);
  await shop.see(dearer.filter(({ id }) => id !== 'c31'));
  const { watchedPageId } = shop;
  const { prices, looks } = good(await watchSeries({ watchedPageId }, shop.machine.call()));
  const amounts = (key: string) =>
    prices.find((line) => line.key === key)?.points.map(({ price }) => price?.amount ?? null);
  expect(amounts('c31')).toEqual(['24.00', '30.00', null]);
  expect(amounts('c35')).toEqual(['24.00']);
  expect(looks.map(({ products }) => products)).toEqual([40, 20, 40, 20, 39]);
});

test('a snapshot whose rows are still compared with is not thinned, and is once they are seen again', async () => {
  const shop = await watchedShop();
  const see = (wares: readonly Ware[]) => {
    shop.machine.later(day);
    return shop.see(wares);
  };
  await see(all);
  const { snapshotId: whole } = await see(all.with(1, { id: 'c2', price: '23.00' }));
  for (let n = 0; n < 80; n++) await see(half.with(1, { id: 'c2', price: `${n + 1}.00` }));
  const database = await databaseOf(shop.machine);
  const isKept = async () => {
    await tidySnapshots(database, shop.machine.clock.now);
    return (await database.get('snapshots', whole))?.layers.reading.state === 'kept';
  };
  expect(await isKept()).toBe(true);
  await see(dearer);
  expect((await changesOf(shop)).filter(({ key }) => key === 'c31')).toMatchObject([{ beforeId: whole }]);
  expect(await isKept()).toBe(false);
});

test('a visit after a month of refreshes alone still has what it is compared with', async () => {
  const shop = await watchedShop();
  await shop.see(all);
  shop.machine.later(day);
  const { snapshotId } = await shop.see(dearer);
  const database = await databaseOf(shop.machine);
  const seen = await database.get('snapshots', snapshotId);
  if (!seen) throw new Error('no snapshot');
  shop.machine.later(60 * day);
  // contents are none of this test: a row of another way, newer than the visits
  const refreshed = {
    ...seen,
    id: newId(),
    via: 'shopify' as const,
    takenAt: shop.machine.clock.now.toISOString(),
  };
  await database.put('snapshots', refreshed);
  await tidySnapshots(database, shop.machine.clock.now);
  expect((await database.get('snapshots', snapshotId))?.layers.reading.state).toBe('kept');
});

test('with a look that the person removed nothing is compared', async () => {
  const shop = await watchedShop();
  const { snapshotId } = await shop.see(all);
  await shop.see(half);
  good(await removeSnapshot({ operationId: newId(), snapshotId }, shop.machine.call()));
  await shop.see(dearer);
  expect((await changesOf(shop)).filter(({ key }) => key === 'c31')).toEqual([]);
});
