import { expect } from '@playwright/test';
import { bandedHtml, bandedShop } from '../../support/banded-shop.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { overlayButton } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { sendWrite } from '../../support/messages.ts';
import { sampleHtml, samplePages } from '../../support/sample-pages.ts';
import { alike, looseContents, pictureIn, pixelsOf, snapshotsIn, tabOf } from '../../support/snapshots.ts';
import {
  expectBands,
  inTheMiddle,
  inUse,
  openWatchedShop,
  scrolledTo,
  stateOf,
  takeInPopup,
  tall,
} from '../../support/taking.ts';

test('cancelled in the middle: the words stay, the page is as it was', async ({ deckhand, worker }) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await overlayButton(page);
  await inUse(page);
  const before = await stateOf(page);
  const { snapshotId } = await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  expect(await sendWrite(inside, 'snapshot.cancel-picture', { snapshotId })).toMatchObject({ ok: true });
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'cancelled' });
  expect(await stateOf(page)).toEqual(before);
  expect(await snapshotsIn(inside)).toMatchObject([
    { layers: { reading: { state: 'kept' }, text: { state: 'kept' } } },
  ]);
  expect(await looseContents(inside)).toEqual([]);
  void worker;
});

test('the wheel takes the page back', async ({ deckhand, worker }) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await page.mouse.move(300, 400);
  await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  await page.mouse.wheel(0, 30);
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'cancelled' });
  const after = await page.evaluate(() => document.querySelectorAll('[style]:not(i):not(h1)').length);
  expect(after).toBe(0);
  void worker;
});

test('another tab in front: the picture waits for its own and shows nothing else', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  const other = 'https://lin-ceramics.example/red';
  deckhand.pages.put(other, '<!doctype html><body style="background:#f00">');
  const red = await openAddress(deckhand, other);
  await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  await red.bringToFront();
  await red.waitForTimeout(2_500);
  expect((await snapshotsIn(inside))[0]?.layers.picture).toEqual({ state: 'missing', reason: 'not-asked' });
  await page.bringToFront();
  const picture = await pictureIn(inside);
  expect(picture).toMatchObject({ state: 'kept' });
  await expectBands(inside, picture, { height: tall.height });
  void worker;
});

test('the page moves to another address: no picture of it', async ({ deckhand, worker }) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  const other = 'https://lin-ceramics.example/red';
  deckhand.pages.put(other, '<!doctype html><body style="background:#f00;height:9000px">');
  await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  await page.goto(other);
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'tab-hidden' });
  expect(await looseContents(inside)).toEqual([]);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  void worker;
});

test('the page becomes another one inside the site: no picture of it, and its styles are its own', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  await page.evaluate(() => history.pushState(null, '', '/collections/plates'));
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'tab-hidden' });
  expect(await page.evaluate(() => document.querySelectorAll('[style]:not(i):not(h1)').length)).toBe(0);
  void worker;
});

test('the tab is closed in the middle: the snapshot stays, and nothing is left running', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml(tall));
  await takeInPopup(deckhand, page);
  await inTheMiddle(page);
  await page.close();
  expect(await pictureIn(inside)).toEqual({ state: 'missing', reason: 'tab-hidden' });
  expect(await snapshotsIn(inside)).toHaveLength(1);
  expect(await looseContents(inside)).toEqual([]);
  void worker;
});

test('a page of 60,000 pixels is cut and says so', async ({ deckhand, worker }) => {
  // twenty windows at half a second each, and as long again where the machine is shared
  test.setTimeout(150_000);
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 60, height: 60_000 }));
  await takeInPopup(deckhand, page);
  const picture = await pictureIn(inside, 120_000);
  expect(picture).toMatchObject({ state: 'kept', cut: true });
  await expectBands(inside, picture, { height: 16_000 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  void worker;
});

test('on a social platform only what is on the screen', async ({ deckhand, worker }) => {
  const { url } = samplePages.instagram;
  const html = sampleHtml('instagram').replace('</body>', '<div style="height:4000px"></div></body>');
  const { inside, page } = await openWatchedShop(deckhand, html, { url });
  await scrolledTo(page, 200);
  await page.evaluate(() => {
    Object.assign(globalThis, { scrolls: 0 });
    addEventListener('scroll', () => Object.assign(globalThis, { scrolls: 1 }));
  });
  await takeInPopup(deckhand, page);
  const picture = await pictureIn(inside);
  expect(picture).toMatchObject({ state: 'kept', visibleOnly: true, cut: true });
  const pixels = await pixelsOf(inside, picture);
  expect([pixels.width, pixels.height]).toEqual([640, 400]);
  expect(await page.evaluate(() => (globalThis as unknown as { scrolls: number }).scrolls)).toBe(0);
  void worker;
});

test('pictures that wait to be scrolled to are in it', async ({ deckhand, worker }) => {
  const body = Array.from(
    { length: 6 },
    (_, number) =>
      `<img loading="lazy" width="100" height="100" style="position:absolute;left:600px;top:${3_000 + number * 300}px" src="https://lin-ceramics.example/green-${number}.svg">`,
  ).join('');
  await deckhand.context.route(/green-\d\.svg$/, async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#080"/></svg>',
    });
  });
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ ...tall, body }));
  await takeInPopup(deckhand, page);
  const pixels = await pixelsOf(inside, await pictureIn(inside));
  const seen = Array.from({ length: 6 }, (_, number) => pixels.at(325, (3_050 + number * 300) / 2));
  expect(seen.filter((colour) => !alike(colour, [0, 136, 0]))).toEqual([]);
  expect(await page.locator('img[loading="lazy"]').count()).toBe(6);
  void worker;
});

test('a picture that was asked for with another tab in front waits for its own', async ({
  deckhand,
  worker,
}) => {
  const { inside, page } = await openWatchedShop(deckhand, bandedHtml({ products: 12, height: 1_900 }));
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await tabOf(popup, bandedShop);
  expect(await sendWrite(popup, 'snapshot.take', { tabId })).toMatchObject({ ok: true });
  await popup.waitForTimeout(2_000);
  expect((await snapshotsIn(inside))[0]?.layers.picture).toEqual({ state: 'missing', reason: 'not-asked' });
  await page.bringToFront();
  await expectBands(inside, await pictureIn(inside), { height: 1_900 });
  void worker;
});
