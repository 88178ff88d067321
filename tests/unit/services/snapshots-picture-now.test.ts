import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addLayout } from '../../../utils/services/snapshots/add-layer.ts';
import {
  cancelPicture,
  giveUpPictures,
  pictureNow,
  startPicture,
} from '../../../utils/services/snapshots/picture-jobs.ts';
import { beginPicture } from '../../../utils/services/snapshots/picture-records.ts';
import { recordFromPage, takeSnapshot } from '../../../utils/services/snapshots/take-snapshot.ts';
import { browser } from '../../support/fake-imports.ts';
import { codeOf, dump, good } from '../../support/memory-notebook.ts';
import { grantPictures, picturedTab, picturesOf, tabId } from '../../support/pictured-tab.ts';
import {
  boxes,
  given,
  goods,
  listing,
  shopPage,
  shopUrl,
  type WatchedShop,
  wall,
} from '../../support/watched-shop.ts';

let shop: WatchedShop;
let page: Awaited<ReturnType<typeof picturedTab>>['state'];

beforeEach(async () => {
  ({ shop, state: page } = await picturedTab());
});

const popup = { kind: 'popup' as const };
const now = async (snapshotId?: string, tab = tabId) =>
  good(await pictureNow({ tabId: tab, ...(snapshotId ? { snapshotId } : {}) }, shop.machine.call(popup)));

test('how far the picture of a tab is, until it is there', async () => {
  const answer = await shop.see(goods(3));
  const seen: unknown[] = [];
  page.onShot = () => void now().then((state) => seen.push(state.running));
  await startPicture(shop.machine.call(), tabId, 'popup', answer);
  const { snapshotId } = answer;
  expect(seen).toEqual([
    { snapshotId, share: 0 },
    { snapshotId, share: expect.closeTo(900 / 1_400) },
  ]);
  expect(await now(snapshotId)).toMatchObject({ running: null, picture: { state: 'kept' } });
  expect(await now()).toEqual({ running: null });
});

test('of another tab nothing is said, and a missing picture has its reason', async () => {
  const answer = await shop.see(goods(3));
  let elsewhere: unknown;
  page.onShot = () => {
    void now(undefined, tabId + 1).then((state) => {
      elsewhere = state;
    });
    void cancelPicture({ operationId: newId(), snapshotId: answer.snapshotId }, shop.machine.call(popup));
  };
  await startPicture(shop.machine.call(), tabId, 'popup', answer);
  expect(elsewhere).toEqual({ running: null });
  expect(await now(answer.snapshotId)).toEqual({
    running: null,
    picture: { state: 'missing', reason: 'cancelled' },
  });
});

test('while a picture is taken no other snapshot of that tab is: what is hidden for it would be missing', async () => {
  const answer = await shop.see(goods(3));
  page.taken = { ok: true, value: answer };
  const during: Promise<unknown>[] = [];
  page.onShot = () => {
    during.push(takeSnapshot({ operationId: newId(), tabId }, shop.machine.call(popup)));
  };
  await startPicture(shop.machine.call(), tabId, 'popup', answer);
  expect(await Promise.all(during)).toMatchObject([{ code: 'busy' }, { code: 'busy' }]);
  page.onShot = () => {};
  expect(await takeSnapshot({ operationId: newId(), tabId }, shop.machine.call(popup))).toMatchObject({
    ok: true,
  });
});

test('an order whose answer was lost gets it again, also while the picture is taken that its page asked for', async () => {
  await grantPictures();
  const operationId = newId();
  const again: Promise<unknown>[] = [];
  page.onShot = () => {
    again.push(takeSnapshot({ operationId, tabId }, shop.machine.call({ kind: 'sidepanel' })));
  };
  // the worker that had the order was stopped; the page hands its reading in to the next one
  const order = given(listing(goods(3)), { operationId, cause: 'button' });
  const answer = good(await recordFromPage(order, shop.machine.call(shopPage)));
  await vi.waitFor(async () => expect(await picturesOf(shop)).toMatchObject([{ state: 'kept' }]));
  const same = { ok: true, value: answer };
  expect(await Promise.all(again)).toEqual([same, same]);
});

test('a visit that may take no picture says nothing over what an earlier try came to', async () => {
  const answer = await shop.see(goods(3));
  page.onShot = () =>
    void cancelPicture({ operationId: newId(), snapshotId: answer.snapshotId }, shop.machine.call(popup));
  await startPicture(shop.machine.call(), tabId, 'popup', answer);
  await startPicture(shop.machine.call(), tabId, 'visit', await shop.see(goods(3)));
  expect(await picturesOf(shop)).toEqual([{ state: 'missing', reason: 'cancelled' }]);
});

test('a background that starts again gives the page back at once', async () => {
  const { snapshotId } = await shop.see(goods(3));
  await beginPicture(shop.machine.call(), { snapshotId, tabId, visibleOnly: false });
  await browser.storage.session.set({ 'picture-jobs': true });
  await giveUpPictures(shop.machine.call(), { anyway: false });
  expect(page.orders).toEqual(['end null']);
  expect(await picturesOf(shop)).toEqual([{ state: 'missing', reason: 'failed' }]);
});

test('a picture that waits for its turn is found after a stop as well', async () => {
  const [first, second] = [await shop.see(goods(3)), await shop.see(goods(4))];
  let waiting: unknown[] = [];
  page.onShot = () => {
    void dump(shop.machine, ['pictureJobs']).then(({ pictureJobs = [] }) => {
      waiting = pictureJobs;
    });
    page.onShot = () => {};
  };
  const both = [first, second].map((answer) => startPicture(shop.machine.call(), tabId, 'popup', answer));
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  await Promise.all(both);
});

test('a layout that comes late for a wall is not kept', async () => {
  const answer = good(await shop.look(given(wall)));
  const input = { operationId: newId(), snapshotId: answer.snapshotId, url: shopUrl, layout: boxes(['h1']) };
  expect(codeOf(await addLayout(input, shop.machine.call(shopPage)))).toBe('nothing-to-save');
  expect((await dump(shop.machine, ['blobs'])).blobs).toEqual([]);
});
