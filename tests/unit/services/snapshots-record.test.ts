import { describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addLayout } from '../../../utils/services/snapshots/add-layer.ts';
import { keepPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import { contentFaults } from '../../support/content-faults.ts';
import { codeOf, databaseOf, dump, good } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import {
  boxes,
  given,
  goods,
  listing,
  shopPage,
  wall,
  watchedShop,
  words,
} from '../../support/watched-shop.ts';

async function sound(shop: Awaited<ReturnType<typeof watchedShop>>) {
  expect(await contentFaults(await databaseOf(shop.machine))).toEqual([]);
  const { kept, counted } = await keptAndCounted(shop.machine);
  expect(kept).toEqual(counted);
}

describe('a look at a watched page', () => {
  test('the first has nothing to be compared with, the second names what is different', async () => {
    const shop = await watchedShop();
    const first = await shop.see(goods(4));
    expect(first).toMatchObject({ first: true, unchanged: false, changes: { low: 0, medium: 0, high: 0 } });
    const second = await shop.see([{ id: 'c1', price: '12.00' }, ...goods(4).slice(1)]);
    expect(second).toMatchObject({ first: false, unchanged: false, changes: { low: 0, medium: 0, high: 1 } });
    const { changes = [], snapshots = [] } = await dump(shop.machine, ['changes', 'snapshots']);
    expect(changes).toMatchObject([
      {
        kind: 'price-down',
        key: 'c1',
        from: '24.00 EUR',
        to: '12.00 EUR',
        percent: -50,
        snapshotId: second.snapshotId,
        beforeId: first.snapshotId,
        read: false,
      },
    ]);
    expect(snapshots).toHaveLength(2);
    await sound(shop);
  });

  test('that shows nothing new leaves a time and no bytes', async () => {
    const shop = await watchedShop();
    const first = await shop.see(goods(3));
    const before = await dump(shop.machine, ['blobs', 'blobContents', 'pageFigures', 'changes']);
    const again = await shop.see(goods(3));
    expect(again).toMatchObject({ unchanged: true, snapshotId: first.snapshotId });
    const third = await shop.see(goods(3));
    expect(third.unchanged).toBe(true);
    expect(await dump(shop.machine, ['blobs', 'blobContents', 'pageFigures', 'changes'])).toEqual(before);
    const { snapshots } = await dump(shop.machine, ['snapshots']);
    expect(snapshots).toMatchObject([
      { timesSeenAgain: 2, seenAgainAt: shop.machine.clock.now.toISOString() },
    ]);
    await sound(shop);
  });

  test('content that two snapshots share is there once', async () => {
    const shop = await watchedShop();
    await shop.see(goods(3));
    await shop.see(goods(4));
    const { blobs = [] } = await dump(shop.machine, ['blobs']);
    expect(blobs.map((blob) => (blob as { layer: string; references: number }).references).sort()).toEqual([
      1, 1, 2,
    ]);
    await sound(shop);
  });

  test('a wall is said once, keeps nothing of its words, and nothing is gone after it', async () => {
    const shop = await watchedShop();
    const first = await shop.see(goods(5));
    const walled = good(await shop.look(given(wall, { text: words('Are you human?') })));
    expect(walled).toMatchObject({
      unchanged: false,
      status: { state: 'unreadable', reason: 'wall' },
      changes: { medium: 1 },
    });
    const gone = { state: 'missing', reason: 'unreadable' };
    const kept = await (await databaseOf(shop.machine)).get('snapshots', walled.snapshotId);
    expect(kept?.layers).toMatchObject({ reading: gone, text: gone, layout: gone });
    const again = good(await shop.look(given(wall, { text: words('Are you a robot?') })));
    expect(again).toMatchObject({ unchanged: true, snapshotId: walled.snapshotId });
    const back = await shop.see([...goods(5), { id: 'c9' }]);
    expect(back.status).toEqual({ state: 'ok' });
    const { changes = [], watchStates } = await dump(shop.machine, ['changes', 'watchStates']);
    expect(changes.map((change) => (change as { kind: string }).kind).sort()).toEqual([
      'product-new',
      'readable-again',
      'unreadable',
    ]);
    expect(changes.filter((c) => (c as { kind: string }).kind === 'product-new')).toMatchObject([
      { beforeId: first.snapshotId },
    ]);
    expect(watchStates).toMatchObject([{ readAt: shop.machine.clock.now.toISOString() }]);
    await sound(shop);
  });

  test('another reason on the next look is a look of its own, and no second change', async () => {
    const shop = await watchedShop();
    await shop.see(goods(20));
    good(await shop.look(given(wall)));
    const few = await shop.see(goods(2));
    expect(few).toMatchObject({ unchanged: false, status: { reason: 'far-fewer' }, changes: { medium: 0 } });
    const { changes, snapshots } = await dump(shop.machine, ['changes', 'snapshots']);
    expect(changes).toHaveLength(1);
    expect(snapshots).toHaveLength(3);
  });

  test('far fewer rows are unreadable, not gone', async () => {
    const shop = await watchedShop();
    await shop.see(goods(20));
    const few = await shop.see(goods(2));
    expect(few.status).toEqual({ state: 'unreadable', reason: 'far-fewer' });
    const { changes } = await dump(shop.machine, ['changes']);
    expect(changes).toMatchObject([{ kind: 'unreadable', to: 'far-fewer' }]);
  });

  test('a page that nobody watches is refused and leaves nothing', async () => {
    const shop = await watchedShop();
    const url = 'https://glimt.example/collections/candles';
    const before = await dump(shop.machine);
    // with the key of the watched page
    const other = given(listing(goods(2), url), { url });
    const caller = { ...shopPage, url };
    expect(codeOf(await recordSnapshot(other, shop.machine.call(caller)))).toBe('not-watched');
    expect(await dump(shop.machine)).toEqual(before);
  });

  test('a page may not speak of another place', async () => {
    const shop = await watchedShop();
    const caller = { ...shopPage, url: 'https://evil.example/' };
    expect(codeOf(await recordSnapshot(given(listing([])), shop.machine.call(caller)))).toBe('invalid');
  });

  test('without a reading the text is compared, without both there is nothing', async () => {
    const shop = await watchedShop();
    await shop.see(goods(2), { text: words('Autumn is here') });
    const failed = { reading: { missing: 'failed' as const } };
    const second = await shop.see([], { ...failed, text: words('Winter sale: everything must go') });
    expect(second.status).toEqual({ state: 'ok' });
    const { changes } = await dump(shop.machine, ['changes']);
    expect(changes).toMatchObject([{ kind: 'text' }]);
    const nothing = given(listing([]), { ...failed, text: { missing: 'failed' } });
    expect(codeOf(await shop.look(nothing))).toBe('nothing-to-save');
    // and the next reading is compared with the last reading, not with the look that had none
    await shop.see([{ id: 'c1', price: '10.00' }, { id: 'c2' }]);
    const all = await dump(shop.machine, ['changes']);
    expect(all.changes?.some((change) => (change as { kind: string }).kind === 'price-down')).toBe(true);
  });

  test('two looks at once are compared one after the other', async () => {
    const shop = await watchedShop();
    await shop.see(goods(3));
    shop.machine.later();
    const call = () => shop.machine.call(shopPage);
    const [one, two] = await Promise.all([
      recordSnapshot(given(listing(goods(4))), call()),
      recordSnapshot(given(listing(goods(5))), call()),
    ]);
    expect([codeOf(one), codeOf(two)]).toEqual(['ok', 'ok']);
    const { snapshots = [], changes = [] } = await dump(shop.machine, ['snapshots', 'changes']);
    expect(snapshots).toHaveLength(3);
    // c4 is new once, whichever came first
    const kinds = changes.map((change) => (change as { kind: string; key: string }).key);
    expect(kinds.filter((key) => key === 'c4')).toHaveLength(1);
    await sound(shop);
  });

  test('what flickers mutes itself where it is seen, and the popup does not count it', async () => {
    const shop = await watchedShop();
    for (let n = 0; n < 8; n++)
      await shop.see([{ id: 'c1', price: n % 2 ? '20.00' : '24.00' }, { id: 'c2' }]);
    const {
      watchedPages,
      changes = [],
      counters = [],
    } = await dump(shop.machine, ['watchedPages', 'changes', 'counters']);
    expect(watchedPages).toMatchObject([
      {
        mutes: [
          { kind: 'price-down', key: 'c1', by: 'noisy' },
          { kind: 'price-up', key: 'c1' },
        ],
      },
    ]);
    expect(changes).toHaveLength(7);
    expect(changes.every((change) => (change as { muted?: string }).muted === 'noisy')).toBe(true);
    expect(counters.some((counter) => (counter as { id: string }).id.startsWith('unread:'))).toBe(false);
    await sound(shop);
  });
});

describe('a layer that comes later', () => {
  const layoutOf = (snapshotId: string, tags: readonly string[]) => ({
    operationId: newId(),
    snapshotId,
    url: shopPage.url ?? '',
    layout: boxes(tags),
  });

  test('fills its place; one that is different after all makes the look a snapshot', async () => {
    const shop = await watchedShop();
    const first = await shop.see(goods(2));
    const call = () => shop.machine.call(shopPage);
    const filled = good(await addLayout(layoutOf(first.snapshotId, ['header', 'main']), call()));
    expect(filled.snapshotId).toBe(first.snapshotId);
    const again = await shop.see(goods(2));
    const same = good(await addLayout(layoutOf(again.snapshotId, ['header', 'main']), call()));
    expect(same).toMatchObject({ snapshotId: first.snapshotId, unchanged: true });
    await shop.see(goods(2));
    const other = good(
      await addLayout(layoutOf(again.snapshotId, ['section', 'aside', 'table', 'footer', 'form']), call()),
    );
    expect(other.snapshotId).not.toBe(first.snapshotId);
    const { snapshots = [] } = await dump(shop.machine, ['snapshots']);
    expect(snapshots).toHaveLength(2);
    // the look that became its own is no longer one of the first
    expect(snapshots).toMatchObject([{ id: first.snapshotId, timesSeenAgain: 1 }, { id: other.snapshotId }]);
    await sound(shop);
  });

  test('a picture keeps its tiles by their content', async () => {
    const shop = await watchedShop();
    const first = await shop.see(goods(2));
    const tile = (byte: number) => ({ bytes: new Uint8Array(40).fill(byte), width: 1280, height: 256 });
    const picture = (...bytes: number[]) => ({
      state: 'taken' as const,
      tiles: bytes.map(tile),
      cut: false,
      visibleOnly: false,
    });
    good(await keepPicture(shop.machine.call(), first.snapshotId, picture(1, 2, 2)));
    await sound(shop);
    const second = await shop.see(goods(3));
    good(await keepPicture(shop.machine.call(), second.snapshotId, picture(1, 3)));
    const { blobs = [], counters = [] } = await dump(shop.machine, ['blobs', 'counters']);
    const tiles = blobs.filter((blob) => (blob as { layer: string }).layer === 'picture');
    expect(tiles).toHaveLength(3);
    expect(counters).toContainEqual({ id: 'bytes:picture', value: 120 });
    await sound(shop);
  });
});

test('days of looks keep the series of prices and followers', async () => {
  const shop = await watchedShop();
  await shop.see([{ id: 'c1' }, { id: 'c2', price: '9.00', was: '12.00' }]);
  await shop.see([
    { id: 'c1', price: '20.00' },
    { id: 'c2', price: '9.00', was: '12.00' },
  ]);
  const { pageFigures } = await dump(shop.machine, ['pageFigures']);
  expect(pageFigures).toMatchObject([
    {
      products: 2,
      promotions: 1,
      lowest: { amount: '9.00', currency: 'EUR' },
      highest: { amount: '24.00', currency: 'EUR' },
      prices: [{ key: 'c1' }, { key: 'c2' }],
    },
    { prices: [{ key: 'c1', price: { amount: '20.00', currency: 'EUR' } }] },
  ]);
});

test('a rhythm of posting that only weeks show is told once a week, from the figures that stay', async () => {
  const shop = await watchedShop();
  const day = 24 * 60;
  let posts = 100;
  const told: string[] = [];
  for (let n = 0; n < 45; n++) {
    shop.machine.later(day - 60);
    posts += n < 30 ? Number(n % 3 === 0) : 3;
    const creator = {
      posts: { value: posts, source: 'dom' as const },
      handle: { value: 'nordlys', source: 'url' as const },
    };
    const { snapshotId } = good(await shop.look(given({ ...listing(goods(2)), creator })));
    const { changes = [] } = await dump(shop.machine, ['changes']);
    const own = (changes as { snapshotId: string; key: string; from: number; to: number }[]).filter(
      (change) => change.snapshotId === snapshotId && change.key === 'rhythm',
    );
    told.push(...own.map(({ from, to }) => (to > from ? `day ${n}` : 'slower')));
  }
  expect(told.length).toBeGreaterThanOrEqual(1);
  expect(told).not.toContain('slower');
  const days = told.map((text) => Number(text.slice(4)));
  expect(Math.min(...days)).toBeGreaterThan(30);
  for (const [index, at] of days.entries()) expect(at - (days[index - 1] ?? -7)).toBeGreaterThanOrEqual(7);
});
