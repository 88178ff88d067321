import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { snapshotsHere } from '../../../utils/services/snapshots/take-on-visit.ts';
import {
  recordFromPage,
  takeSnapshot,
  takeSnapshotBy,
} from '../../../utils/services/snapshots/take-snapshot.ts';
import { browser } from '../../support/fake-imports.ts';
import { good } from '../../support/memory-notebook.ts';
import { grantPictures, picturedTab, picturesOf, tabId } from '../../support/pictured-tab.ts';
import { given, goods, listing, shopPage, shopUrl, type WatchedShop } from '../../support/watched-shop.ts';

let shop: WatchedShop;
let page: Awaited<ReturnType<typeof picturedTab>>['state'];

beforeEach(async () => {
  ({ shop, state: page } = await picturedTab());
});

const pictures = () => picturesOf(shop);

test('the popup’s order goes to the page; the picture follows its answer', async () => {
  const answer = await shop.see(goods(3));
  page.taken = { ok: true, value: answer };
  const popup = { kind: 'popup' as const };
  const result = await takeSnapshot({ operationId: newId(), tabId }, shop.machine.call(popup));
  expect(result).toEqual({ ok: true, value: answer });
  await vi.waitFor(async () => expect(await pictures()).toMatchObject([{ state: 'kept' }]));
  page.taken = null;
  expect(await takeSnapshot({ operationId: newId(), tabId }, shop.machine.call(popup))).toMatchObject({
    code: 'internal',
  });
});

test('the key and the menu: what stands in the way is said in the popup', async () => {
  const popup = vi.spyOn(browser.action, 'openPopup');
  page.taken = { ok: false, code: 'not-watched', message: '' };
  await takeSnapshotBy('key', tabId, shop.machine.call());
  vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access contents'));
  await takeSnapshotBy('menu', tabId, shop.machine.call());
  expect(popup).toHaveBeenCalledTimes(2);
});

test('what a page hands in as the popup’s has its picture taken by nobody here', async () => {
  await grantPictures();
  good(await recordFromPage(given(listing(goods(3))), shop.machine.call(shopPage)));
  shop.machine.later();
  good(await recordFromPage(given(listing(goods(4)), { cause: 'visit' }), shop.machine.call(shopPage)));
  await vi.waitFor(async () =>
    expect(await pictures()).toMatchObject([{ reason: 'not-asked' }, { state: 'kept', visibleOnly: true }]),
  );
});

test('a visit is due once an hour, for watched pages, where it is switched on', async () => {
  const says = vi.spyOn(browser.scripting, 'executeScript');
  const here = async (url = shopUrl, stated: string | null = null, isShop = true) => {
    says.mockResolvedValueOnce([{ result: { shop: isShop, stated } }]);
    return good(await snapshotsHere({}, shop.machine.call({ ...shopPage, url })));
  };
  expect(await here()).toEqual({ due: true, shop: true });
  expect(await here(`${shopUrl}?utm_source=letter`)).toEqual({ due: true, shop: true });
  expect(await here('https://other.example/collections/candles')).toEqual({ due: false, shop: true });
  // the same page under another address of the shop, by the page's own word; but not on another host
  const winter = 'https://nordlys.example/winter/candles';
  expect(await here(winter)).toEqual({ due: false, shop: true });
  expect(await here(winter, '/collections/candles?utm_source=feed')).toEqual({ due: true, shop: true });
  expect(await here(winter, 'no: address')).toEqual({ due: false, shop: true });
  expect(await here('https://other.example/', shopUrl)).toEqual({ due: false, shop: true });
  expect(await here(shopUrl, null, false)).toEqual({ due: true, shop: false });
  says.mockReset();
  // what the address alone tells is not asked of the page
  for (const [url, isShop] of [
    ['https://www.instagram.com/nordlys/', false],
    ['https://www.ebay.com/itm/1234', true],
  ] as const)
    expect(good(await snapshotsHere({}, shop.machine.call({ ...shopPage, url })))).toEqual({
      due: false,
      shop: isShop,
    });
  expect(says).not.toHaveBeenCalled();
  await shop.see(goods(3));
  shop.machine.later(59);
  expect(await here()).toMatchObject({ due: false });
  shop.machine.later(1);
  expect(await here()).toMatchObject({ due: true });
  const off = { operationId: newId(), changes: { snapshotOnVisit: false } };
  good(await saveSettings(off, shop.machine.call()));
  expect(await here()).toEqual({ due: false, shop: true });
});
