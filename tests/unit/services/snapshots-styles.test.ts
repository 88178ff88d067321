import { expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PageLayout } from '../../../utils/domain/snapshot.ts';
import { addLayout } from '../../../utils/services/snapshots/add-layer.ts';
import { removeSnapshot } from '../../../utils/services/snapshots/edit-snapshot.ts';
import { listSnapshots } from '../../../utils/services/snapshots/list-snapshots.ts';
import { getLayer } from '../../../utils/services/snapshots/snapshot-content.ts';
import { tidySnapshots, watchStorage } from '../../../utils/services/snapshots/watch-storage.ts';
import { contentFaults } from '../../support/content-faults.ts';
import { databaseOf, dump, good } from '../../support/memory-notebook.ts';
import { boxes, goods, shopPage, shopUrl, watchedShop } from '../../support/watched-shop.ts';

/** Hardly to be packed, as real ones are when they are long. */
const theme = (seed: number) =>
  Array.from(
    { length: 400 },
    (_each, index) => `.c${((index + 1) * seed * 7_919) % 99_991}{top:${index}px}`,
  ).join('');
const dressed = (tags: string[], styles: string): PageLayout => ({ ...boxes(tags), styles });

async function shopWithLayouts(...layouts: PageLayout[]) {
  const shop = await watchedShop();
  const ids: string[] = [];
  for (const layout of layouts) ids.push((await shop.see(goods(3), { layout })).snapshotId);
  const layoutBytes = async () => good(await watchStorage({}, shop.machine.call())).bytes.layout;
  const layer = async (snapshotId: string) =>
    good(await getLayer({ snapshotId, layer: 'layout' }, shop.machine.call()));
  return { ...shop, ids, layoutBytes, layer };
}

test('looks whose boxes differ share the styles, and each comes back whole', async () => {
  const layouts = [dressed(['h1'], theme(1)), dressed(['h1', 'p'], theme(1))];
  const one = await shopWithLayouts(...layouts.slice(0, 1));
  const alone = await one.layoutBytes();
  const shop = await shopWithLayouts(...layouts);
  expect(new Set(shop.ids).size).toBe(2);
  expect((await shop.layoutBytes()) - alone).toBeLessThan(alone / 5);
  for (const [index, id] of shop.ids.entries())
    expect(await shop.layer(id)).toEqual({ layer: 'layout', layout: layouts[index] });
  const input = { watchedPageId: shop.watchedPageId, before: null, limit: 10 };
  const { rows } = good(await listSnapshots(input, shop.machine.call()));
  expect(rows.map(({ layers }) => Object.keys(layers.layout))).toEqual([
    ['state', 'hash', 'bytes'],
    ['state', 'hash', 'bytes'],
  ]);
  expect(await contentFaults(await databaseOf(shop.machine))).toEqual([]);
});

test('other styles are another layout, also where they come after the rest', async () => {
  const shop = await shopWithLayouts(dressed(['h1'], theme(1)), dressed(['h1'], theme(2)));
  expect(new Set(shop.ids).size).toBe(2);
  const late = {
    operationId: newId(),
    snapshotId: shop.ids[1] ?? '',
    url: shopUrl,
    layout: dressed(['h1'], theme(3)),
  };
  const { snapshotId, unchanged } = good(await addLayout(late, shop.machine.call(shopPage)));
  expect(unchanged).toBe(false);
  expect(await shop.layer(snapshotId)).toEqual({ layer: 'layout', layout: late.layout });
  expect(await contentFaults(await databaseOf(shop.machine))).toEqual([]);
});

test('styles stay as long as one look has them', async () => {
  const shop = await shopWithLayouts(dressed(['h1'], theme(1)), dressed(['h1', 'p'], theme(1)));
  const removed = async (snapshotId: string) => {
    good(await removeSnapshot({ operationId: newId(), snapshotId }, shop.machine.call()));
    shop.machine.later(60 * 24 * 8);
    await tidySnapshots(await databaseOf(shop.machine), shop.machine.clock.now);
  };
  const [first = '', second = ''] = shop.ids;
  await removed(first);
  expect(await shop.layer(second)).toMatchObject({ layout: { styles: theme(1) } });
  await removed(second);
  expect(await shop.layoutBytes()).toBe(0);
  const { blobContents = [] } = await dump(shop.machine, ['blobContents']);
  expect(blobContents).toEqual([]);
});

test('a layout whose styles are damaged is said to be so, and the next look is compared without it', async () => {
  const shop = await shopWithLayouts(dressed(['h1'], theme(1)));
  const database = await databaseOf(shop.machine);
  const [snapshot] = await database.getAll('snapshots');
  const layout = snapshot?.layers.layout;
  const styles = layout?.state === 'kept' ? (layout.styles ?? '') : '';
  expect(styles).not.toBe('');
  await database.delete('blobContents', styles);
  const call = shop.machine.call();
  const answer = await getLayer({ snapshotId: snapshot?.id ?? '', layer: 'layout' }, call);
  expect(answer).toMatchObject({ ok: false, code: 'not-found' });
  expect((await shop.see(goods(4), { layout: dressed(['h1'], theme(2)) })).changes).toMatchObject({
    medium: 1,
  });
});
