import { describe, expect, test } from 'vitest';
import type { StoredChange } from '../../../utils/domain/change.ts';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Input, Output } from '../../../utils/messaging/protocol.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { muteChanges, noteChange, readChanges } from '../../../utils/services/snapshots/edit-changes.ts';
import {
  noteSnapshot,
  pinSnapshot,
  removeSnapshot,
} from '../../../utils/services/snapshots/edit-snapshot.ts';
import { listChanges } from '../../../utils/services/snapshots/list-changes.ts';
import { listSnapshots } from '../../../utils/services/snapshots/list-snapshots.ts';
import { keepPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { getLayer, getTile } from '../../../utils/services/snapshots/snapshot-content.ts';
import { watchDigest } from '../../../utils/services/snapshots/watch-digest.ts';
import { watchSeries } from '../../../utils/services/snapshots/watch-series.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { given, goods, type WatchedShop, wall, watchedShop } from '../../support/watched-shop.ts';

const operationId = () => newId();
const price = (n: number) => `${(10 + n).toFixed(2)}`;

/** Looks each of which makes one thing dearer and another new. */
async function aWeek(shop: WatchedShop, looks = 6): Promise<void> {
  for (let n = 0; n < looks; n++) await shop.see([{ id: 'c0', price: price(n) }, ...goods(4 + n)]);
}

async function allChanges(machine: Machine, filter: Input<'change.list'>['filter'], limit: number) {
  const found: StoredChange[][] = [];
  let before: Input<'change.list'>['before'] = null;
  for (let pages = 0; pages < 50; pages++) {
    const page: Output<'change.list'> = good(await listChanges({ filter, before, limit }, machine.call()));
    found.push(page.changes);
    before = page.next;
    if (!before) break;
  }
  return found;
}

describe('the list of changes', () => {
  test('comes newest first, in pages that lose and double nothing, whatever their size', async () => {
    const shop = await watchedShop();
    await aWeek(shop);
    const { changes = [] } = await dump(shop.machine, ['changes']);
    const newestFirst = (changes as StoredChange[])
      .sort((a, b) => (a.foundAt === b.foundAt ? (a.id < b.id ? 1 : -1) : a.foundAt < b.foundAt ? 1 : -1))
      .map(({ id }) => id);
    expect(newestFirst.length).toBeGreaterThanOrEqual(10);
    for (const limit of [1, 2, 3, 7, 200]) {
      for (const filter of [{}, { competitorId: shop.competitorId }, { watchedPageId: shop.watchedPageId }]) {
        const pages = await allChanges(shop.machine, filter, limit);
        expect(pages.flat().map(({ id }) => id)).toEqual(newestFirst);
      }
    }
  });

  test('is filtered', async () => {
    const shop = await watchedShop();
    await aWeek(shop);
    const all = (await allChanges(shop.machine, {}, 200)).flat();
    const kinds = async (filter: Input<'change.list'>['filter']) =>
      (await allChanges(shop.machine, filter, 2)).flat().map(({ id }) => id);
    const those = (passes: (change: StoredChange) => boolean) => all.filter(passes).map(({ id }) => id);
    expect(await kinds({ kinds: ['price-up'] })).toEqual(those(({ kind }) => kind === 'price-up'));
    expect(await kinds({ severities: ['medium'] })).toEqual(those(({ severity }) => severity === 'medium'));
    const from = all.at(3)?.foundAt ?? '';
    expect(await kinds({ from })).toEqual(those(({ foundAt }) => foundAt >= from));
    expect(await kinds({ until: from })).toEqual(those(({ foundAt }) => foundAt < from));
    expect(await kinds({ muted: true })).toEqual([]);
    expect(await kinds({ unread: false })).toEqual([]);
    expect(await kinds({ competitorId: newId() })).toEqual([]);
  });

  test('is read by name or as a whole, and the popup counts what is left', async () => {
    const shop = await watchedShop();
    await aWeek(shop);
    const digest = async () => good(await watchDigest({}, shop.machine.call())).unread;
    const all = (await allChanges(shop.machine, {}, 200)).flat();
    const before = await digest();
    expect(before.low + before.medium + before.high).toBe(all.length);
    const [first] = all;
    if (!first) throw new Error('no change');
    const which = { changeIds: [first.id] };
    const call = () => shop.machine.call();
    expect(good(await readChanges({ operationId: operationId(), which }, call())).read).toBe(1);
    expect(good(await readChanges({ operationId: operationId(), which }, call())).read).toBe(0);
    const until = all.at(2)?.foundAt ?? '';
    const rest = { competitorId: shop.competitorId, until };
    good(await readChanges({ operationId: operationId(), which: rest }, call()));
    const left = all.filter(({ id, foundAt }) => id !== first.id && foundAt > until).length;
    const after = await digest();
    expect(after.low + after.medium + after.high).toBe(left);
    const { kept, counted } = await keptAndCounted(shop.machine);
    expect(kept).toEqual(counted);
  });
});

describe('a mute', () => {
  const mute = (
    shop: WatchedShop,
    more: Pick<Input<'change.mute'>, 'of' | 'on'> & { key?: string },
    id = newId(),
  ) => muteChanges({ operationId: id, kind: 'price-up', key: undefined, ...more }, shop.machine.call());
  const unread = async (shop: WatchedShop) => {
    const { low, medium, high } = good(await watchDigest({}, shop.machine.call())).unread;
    return low + medium + high;
  };

  test.each(['page', 'competitor'] as const)(
    'of a kind on a %s is for what comes, too, and is lifted',
    async (scope) => {
      const shop = await watchedShop();
      await aWeek(shop, 4);
      const of =
        scope === 'page' ? { watchedPageId: shop.watchedPageId } : { competitorId: shop.competitorId };
      const before = await unread(shop);
      expect(good(await mute(shop, { of, on: true })).changes).toBe(3);
      expect(await unread(shop)).toBe(before - 3);
      const later = await shop.see([{ id: 'c0', price: '19.00' }, ...goods(7)]);
      expect(later.changes).toEqual({ low: 0, medium: 0, high: 0 });
      expect(good(await mute(shop, { of, on: false })).changes).toBe(4);
      expect(await unread(shop)).toBe(before + 1);
    },
  );

  test('of a competitor that is lifted leaves what is muted on the page', async () => {
    const shop = await watchedShop();
    await aWeek(shop, 4);
    const before = await unread(shop);
    const [page, competitor] = [{ watchedPageId: shop.watchedPageId }, { competitorId: shop.competitorId }];
    good(await mute(shop, { of: page, on: true }));
    good(await mute(shop, { of: competitor, on: true }));
    good(await mute(shop, { of: competitor, on: false }));
    expect(await unread(shop)).toBe(before - 3);
    good(await mute(shop, { of: page, on: false }));
    expect(await unread(shop)).toBe(before);
  });

  test('of one product leaves the others, and is taken back as one', async () => {
    const shop = await watchedShop();
    await shop.see(goods(4));
    await shop.see([{ id: 'c1', price: '25.00' }, { id: 'c2', price: '26.00' }, ...goods(4).slice(2)]);
    const before = await dump(shop.machine, ['changes', 'watchedPages', 'competitors']);
    const id = newId();
    const of = { watchedPageId: shop.watchedPageId };
    expect(good(await mute(shop, { of, on: true, key: 'c1' }, id)).changes).toBe(1);
    expect(await unread(shop)).toBe(1);
    good(await undoOperation({ operationId: operationId(), undo: id }, shop.machine.call()));
    expect(await dump(shop.machine, ['changes', 'watchedPages', 'competitors'])).toEqual(before);
  });
});

test('a note counts as having looked, and is taken away by one without words', async () => {
  const shop = await watchedShop();
  await shop.see(goods(3));
  await shop.see(goods(4));
  const database = await databaseOf(shop.machine);
  const [page] = await database.getAll('watchedPages');
  if (!page) throw new Error('no page');
  const { lastLookedAt: _at, ...never } = page;
  await database.put('watchedPages', never);
  const [change] = (await allChanges(shop.machine, {}, 200)).flat();
  const changeId = change?.id ?? '';
  const day = localDay(shop.machine.clock.now);
  const looked = async () =>
    good(await getOverview({ day }, shop.machine.call())).checklist.rows.find(
      ({ key }) => key === 'watchlist-looked',
    );
  expect(await looked()).toMatchObject({ done: false, handled: 0 });
  const note = { changed: 'One more', borrow: ' ' };
  const noted = good(await noteChange({ operationId: operationId(), changeId, note }, shop.machine.call()));
  expect(noted).toMatchObject({ note: { changed: 'One more' }, read: true });
  const { dayEntries } = await dump(shop.machine, ['dayEntries']);
  expect(dayEntries).toContainEqual(expect.objectContaining({ key: 'watchlist-looked', done: true }));
  expect(await looked()).toMatchObject({ done: true, handled: 1 });
  const empty = { operationId: operationId(), changeId, note: { changed: '' } };
  expect(good(await noteChange(empty, shop.machine.call())).note).toBeUndefined();
});

describe('snapshots', () => {
  test('are listed newest first in pages; a removed one is in none, and comes back with its changes', async () => {
    const shop = await watchedShop();
    await aWeek(shop, 5);
    const list = async (limit: number) => {
      const ids: string[] = [];
      let before: Input<'snapshot.list'>['before'] = null;
      for (;;) {
        const { rows, more }: Output<'snapshot.list'> = good(
          await listSnapshots({ watchedPageId: shop.watchedPageId, before, limit }, shop.machine.call()),
        );
        ids.push(...rows.map(({ id }) => id));
        const last = rows.at(-1);
        if (!more || !last) return ids;
        before = { takenAt: last.takenAt, id: last.id };
      }
    };
    const all = await list(2);
    expect(all).toHaveLength(5);
    expect(all).toEqual([...all].sort().reverse());
    expect(await list(1)).toEqual(all);
    const [newest = ''] = all;
    const changes = await dump(shop.machine, ['changes']);
    const undo = operationId();
    good(await removeSnapshot({ operationId: undo, snapshotId: newest }, shop.machine.call()));
    expect(await list(2)).toEqual(all.slice(1));
    expect((await dump(shop.machine, ['changes'])).changes?.length).toBeLessThan(
      changes.changes?.length ?? 0,
    );
    // compared with the one before the removed, under which the same is new once more
    const again = await shop.see([{ id: 'c0', price: price(4) }, ...goods(8)]);
    expect(again.unchanged).toBe(false);
    good(await undoOperation({ operationId: operationId(), undo }, shop.machine.call()));
    expect(await list(2)).toEqual([again.snapshotId, ...all]);
    const { kept, counted } = await keptAndCounted(shop.machine);
    expect(kept).toEqual(counted);
  });

  test('are pinned and noted', async () => {
    const shop = await watchedShop();
    const { snapshotId } = await shop.see(goods(1));
    const call = () => shop.machine.call();
    good(await pinSnapshot({ operationId: operationId(), snapshotId, pinned: true }, call()));
    good(await noteSnapshot({ operationId: operationId(), snapshotId, note: { good: 'Calm' } }, call()));
    const { snapshots } = await dump(shop.machine, ['snapshots']);
    expect(snapshots).toMatchObject([{ pinned: true, note: { good: 'Calm' } }]);
  });

  test('give out their layers as they came, and of pictures only pictures', async () => {
    const shop = await watchedShop();
    const look = given({ ...wall, kind: 'listing', problems: [], products: [] });
    const { snapshotId } = await shop.see(goods(2));
    const bytes = new Uint8Array([...new TextEncoder().encode('RIFF....WEBPVP8 '), 255, 0, 7]);
    const taken = {
      state: 'taken' as const,
      tiles: [{ bytes, width: 9, height: 8 }],
      cut: true,
      visibleOnly: true,
    };
    good(await keepPicture(shop.machine.call(), snapshotId, taken));
    const layer = async (name: Input<'snapshot.layer'>['layer']) =>
      good(await getLayer({ snapshotId, layer: name }, shop.machine.call()));
    expect(await layer('text')).toEqual({ layer: 'text', text: look.text });
    expect(await layer('reading')).toMatchObject({ reading: { products: [{}, {}] } });
    expect(await layer('layout')).toEqual({ layer: 'missing', reason: 'not-asked' });
    const picture = await layer('picture');
    if (picture.layer !== 'picture') throw new Error(picture.layer);
    expect(picture).toMatchObject({ cut: true, visibleOnly: true, tiles: [{ width: 9, height: 8 }] });
    const hash = picture.tiles[0]?.hash ?? '';
    const tile = good(await getTile({ hash }, shop.machine.call()));
    expect(tile.type).toBe('image/webp');
    expect(new Uint8Array(Buffer.from(tile.data, 'base64'))).toEqual(bytes);
    const { blobs = [] } = await dump(shop.machine, ['blobs']);
    const text = (blobs as { id: string; layer: string }[]).find((blob) => blob.layer === 'text');
    expect(codeOf(await getTile({ hash: text?.id ?? '' }, shop.machine.call()))).toBe('not-found');
  });
});

test('the digest says when a page was last read, and why not', async () => {
  const shop = await watchedShop();
  const digest = async () => good(await watchDigest({}, shop.machine.call())).rows[0]?.pages[0];
  expect(await digest()).toEqual({ watchedPageId: shop.watchedPageId, stale: true });
  await shop.see(goods(3));
  const readAt = shop.machine.clock.now.toISOString();
  expect(await digest()).toMatchObject({ lastTriedAt: readAt, lastReadAt: readAt, stale: false });
  await shop.look(given(wall));
  expect(await digest()).toMatchObject({ lastReadAt: readAt, unreadable: 'wall', stale: false });
  shop.machine.later(8 * 24 * 60);
  expect(await digest()).toMatchObject({ lastReadAt: readAt, stale: true });
});

test('the series has a point where a price is another one, and says when a product was gone', async () => {
  const shop = await watchedShop();
  await shop.see([...goods(4), { id: 'x', price: '9.00' }]);
  await shop.see([...goods(4), { id: 'x', price: '8.00' }]);
  await shop.see([...goods(4), { id: 'x', price: '8.00' }]);
  await shop.see(goods(4));
  const series = good(await watchSeries({ watchedPageId: shop.watchedPageId }, shop.machine.call()));
  expect(series.looks.map(({ products }) => products)).toEqual([5, 5, 4]);
  const line = series.prices.find(({ key }) => key === 'x');
  expect(line?.points.map((point) => point.price?.amount ?? null)).toEqual(['9.00', '8.00', null]);
  expect(series.prices).toHaveLength(5);
  expect(series.cut).toBe(false);
});
