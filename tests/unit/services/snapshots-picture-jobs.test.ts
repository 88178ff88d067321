import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { SnapshotAnswer } from '../../../utils/messaging/protocol/snapshots.ts';
import {
  cancelPicture,
  giveUpPictures,
  isStorePage,
  startPicture,
} from '../../../utils/services/snapshots/picture-jobs.ts';
import { beginPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { databaseOf, dump, good } from '../../support/memory-notebook.ts';
import { grantPictures, picturedTab, picturesOf, tabId } from '../../support/pictured-tab.ts';
import { given, goods, shopUrl, type WatchedShop, wall } from '../../support/watched-shop.ts';

let shop: WatchedShop;
let page: Awaited<ReturnType<typeof picturedTab>>['state'];

beforeEach(async () => {
  ({ shop, state: page } = await picturedTab());
});

const pictures = () => picturesOf(shop);

const start = (answer: SnapshotAnswer, cause: 'popup' | 'visit' | 'button' = 'popup') =>
  startPicture(shop.machine.call(), tabId, cause, answer);
const jobs = async () => (await dump(shop.machine, ['pictureJobs'])).pictureJobs ?? [];

test('after a press on the toolbar the whole shop page is kept, in tiles, and nothing is left behind', async () => {
  await start(await shop.see(goods(3)));
  expect(await pictures()).toMatchObject([{ state: 'kept', cut: false, visibleOnly: false }]);
  const [{ tiles } = { tiles: [] }] = (await pictures()) as { tiles: object[] }[];
  // 1,400 px at half their size are 700: two tiles of 256 and the rest
  expect(tiles).toMatchObject([
    { width: 640, height: 256 },
    { width: 640, height: 256 },
    { width: 640, height: 188 },
  ]);
  expect(page.orders).toContain('begin scroll');
  expect(page.shots).toBe(2);
  expect(await jobs()).toEqual([]);
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('a visit and the page’s own button without the wide permission: the reason, and nothing is touched', async () => {
  await start(await shop.see(goods(3)), 'visit');
  await start(await shop.see(goods(4)), 'button');
  expect(await pictures()).toEqual([
    { state: 'missing', reason: 'no-permission' },
    { state: 'missing', reason: 'no-permission' },
  ]);
  expect(page.orders).toEqual([]);
  expect(page.shots).toBe(0);
});

test('a visit with it: what is on the screen, nothing is scrolled', async () => {
  await grantPictures();
  await start(await shop.see(goods(3)), 'visit');
  expect(await pictures()).toMatchObject([{ state: 'kept', visibleOnly: true, cut: true }]);
  expect(page.orders).toContain('begin as-is');
  expect(page.place?.top).toBe(320);
  expect(page.shots).toBe(1);
});

test('only shops’ pages are scrolled, by their address and not by what a reading says', () => {
  const shopify = { platform: 'shopify', kind: 'listing' } as const;
  expect(isStorePage(shopUrl, shopify)).toBe(true);
  expect(isStorePage('https://www.amazon.com/dp/B000000001', { platform: 'amazon', kind: 'product' })).toBe(
    true,
  );
  for (const url of [
    'https://www.instagram.com/nordlys/',
    'https://x.com/nordlys',
    'https://www.tiktok.com/@nordlys',
    'https://weibo.com/nordlys',
    'https://www.facebook.com/nordlys',
  ])
    expect(isStorePage(url, shopify)).toBe(false);
  expect(isStorePage('https://blog.example/', { platform: 'web', kind: 'article' })).toBe(false);
  expect(isStorePage('https://blog.example/shop', { platform: 'web', kind: 'shop' })).toBe(true);
});

test('a social page gets what is on the screen even after a press on the toolbar', async () => {
  fakeBrowser.tabs = [{ id: tabId, active: true, windowId: 1, url: 'https://www.instagram.com/nordlys/' }];
  await start(await shop.see(goods(3)));
  expect(await pictures()).toMatchObject([{ state: 'kept', visibleOnly: true }]);
  expect(page.orders.filter((order) => order.startsWith('begin'))).toEqual(['begin as-is']);
});

test('the browser refuses: the reason is in the snapshot', async () => {
  page.onShot = () => {
    throw new Error("Either the '<all_urls>' or 'activeTab' permission is required.");
  };
  await start(await shop.see(goods(3)));
  expect(await pictures()).toEqual([{ state: 'missing', reason: 'no-permission' }]);
  expect(page.orders.at(-1)).toMatch(/^end/);
});

test('cancelled by the person: nothing of the picture is kept, the rest stays', async () => {
  const answer = await shop.see(goods(3));
  const { snapshotId } = answer;
  const other = { kind: 'page' as const, tabId: 9 };
  page.onShot = () => {
    // another tab's page may not say so
    void cancelPicture({ operationId: newId(), snapshotId }, shop.machine.call(other));
    if (page.shots === 2) void cancelPicture({ operationId: newId(), snapshotId }, shop.machine.call());
  };
  await start(answer);
  expect(page.shots).toBe(2);
  expect(await pictures()).toEqual([{ state: 'missing', reason: 'cancelled' }]);
  const { snapshots, blobs = [] } = await dump(shop.machine, ['snapshots', 'blobs']);
  expect(snapshots).toMatchObject([{ layers: { reading: { state: 'kept' } } }]);
  expect(blobs.filter((blob) => (blob as { layer: string }).layer === 'picture')).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test('the same picture again is nothing new; another one gets a snapshot of its own that shares the rest', async () => {
  await start(await shop.see(goods(3)));
  const again = await shop.see(goods(3));
  expect(again.unchanged).toBe(true);
  await start(again);
  expect(await pictures()).toHaveLength(1);
  page.shown = 'rose';
  await start(await shop.see(goods(3)));
  expect(await pictures()).toMatchObject([{ state: 'kept' }, { state: 'kept' }]);
  const { blobs = [] } = await dump(shop.machine, ['blobs']);
  expect(blobs.filter((blob) => (blob as { layer: string }).layer === 'reading')).toMatchObject([
    { references: 2 },
  ]);
});

test('what is on the screen does not take the place of the whole page', async () => {
  await grantPictures();
  await start(await shop.see(goods(3)));
  page.shown = 'rose';
  await start(await shop.see(goods(3)), 'visit');
  expect(await pictures()).toMatchObject([{ visibleOnly: false }]);
  expect(await jobs()).toEqual([]);
});

test('a wall gets no picture', async () => {
  await start(good(await shop.look(given(wall))));
  expect(await pictures()).toEqual([{ state: 'missing', reason: 'unreadable' }]);
  expect(page.orders).toEqual([]);
});

test('two at once are taken one after the other; the same one only once', async () => {
  const first = await shop.see(goods(3));
  const second = await shop.see(goods(4));
  await Promise.all([start(first), start(second), start(first)]);
  expect(page.orders.map((order) => order.split(' ')[0]).join(' ')).toMatch(
    /^begin (?:(?!begin)\w+ )*end (?:end )?begin (?:(?!begin)\w+ )*end(?: end)?$/,
  );
  expect(page.shots).toBe(4);
});

test('a killed worker’s picture is given up at the next start, and only where there may be one', async () => {
  const { snapshotId } = await shop.see(goods(3));
  good(await beginPicture(shop.machine.call(), { snapshotId, tabId, visibleOnly: false }));
  const started = shop.machine.start();
  // nothing says that one was left: the notebook is not even opened
  const call = { ...started.call(), database: () => Promise.reject(new Error('opened')) };
  await giveUpPictures(call, { anyway: false });
  await browser.storage.session.set({ 'picture-jobs': true });
  await giveUpPictures(started.call(), { anyway: false });
  expect(await (await databaseOf(started)).getAll('pictureJobs')).toEqual([]);
  expect(await (await databaseOf(started)).getAll('snapshots')).toMatchObject([
    { layers: { picture: { state: 'missing', reason: 'failed' } } },
  ]);
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('one that is being taken is nobody’s to give up', async () => {
  const answer = await shop.see(goods(3));
  let wrote = false;
  let looked: Promise<void> | undefined;
  const call = {
    ...shop.machine.call(),
    announce: async () => {
      wrote = true;
    },
  };
  page.onShot = () => {
    looked ??= giveUpPictures(call, { anyway: true });
  };
  await start(answer);
  await looked;
  expect(looked).toBeDefined();
  expect(wrote).toBe(false);
  expect(await pictures()).toMatchObject([{ state: 'kept' }]);
});

test('how far it is stands on the toolbar button of its tab, and goes', async () => {
  const badge = vi.spyOn(browser.action, 'setBadgeText');
  await start(await shop.see(goods(3)));
  const said = badge.mock.calls.map(([details]) => details);
  expect(said).toEqual([
    { tabId, text: '64%' },
    { tabId, text: '100%' },
    { tabId, text: null },
  ]);
});
