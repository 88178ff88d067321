import type { Page as DrivenPage } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Snapshot } from '../../../utils/domain/snapshot.ts';
import { dashboard } from '../../../utils/i18n/locales/en/dashboard.ts';
import { popup } from '../../../utils/i18n/locales/en/popup.ts';
import {
  bandColour,
  bandedHtml,
  bandedShop,
  bandedState,
  bandHeight,
  chat,
  header,
} from '../../support/banded-shop.ts';
import { byWords, clickOverlay, type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';
import { looksIn, watchInside } from '../../support/firefox-visits.ts';
import {
  chooseInMenu,
  closePopup,
  moveBackgroundClock,
  pressCommandKey,
  pressInPopup,
  putBackgroundToSleep,
  sendInside,
} from '../../support/firefox-window.ts';
import { alike, type Picture, pixelsOf } from '../../support/snapshots.ts';

/** Five windows high. */
const height = 4_000;
const shop = (prices: Record<number, string> = {}) => bandedHtml({ products: 60, height, prices });
/** A picture reaches from edge to edge of the page, its bar aside. */
const wide = 640;
const hour = 3_600_000;

let firefox: FirefoxBrowsing;
let inside: Page;
let page: Page;
let price = 100;

beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/settings');
  await watchInside(inside, { name: 'Lin Ceramics', url: bandedShop, html: shop() });
});
afterAll(() => firefox?.close());

beforeEach(async () => {
  // each test sees another price than all before it: an unchanged look is no new snapshot
  firefox.answers.set(bandedShop, shop({ 7: `${price++}.00` }));
});
afterEach(async () => {
  await closePopup(firefox);
  await page?.close();
});

const onVisit = (on: boolean) =>
  sendInside(inside, 'settings.save', {
    operationId: crypto.randomUUID(),
    changes: { snapshotOnVisit: on },
  });

/** The shop in a new tab in front, scrolled and written in, as of somebody who uses it. */
async function openShop(): Promise<void> {
  page = await firefox.openPage(bandedShop);
  await page.bringToFront();
  await page.evaluate(async () => {
    const search = document.querySelector<HTMLInputElement>('#search');
    if (!search) throw new Error('no field');
    search.value = 'blue bowl';
    search.focus({ preventScroll: true });
    search.setSelectionRange(2, 6);
    // only what comes after our own
    const scrolled = new Promise((done) => document.addEventListener('scroll', done, { once: true }));
    window.scrollTo({ top: 437, behavior: 'instant' });
    await scrolled;
    const counted = window as unknown as { scrolls: number };
    counted.scrolls = 0;
    document.addEventListener('scroll', () => counted.scrolls++);
  });
}

/** Everything of a page that must be the same after its picture was taken. */
const stateOf = () => page.evaluate(bandedState);

/** A place on a product's link: most of a shop is links and pictures. */
const onLink = () =>
  page.$eval('li:nth-child(15) a', (link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });

const scrolls = () => page.evaluate(() => (window as unknown as { scrolls: number }).scrolls);

const undecided = (layer: { state: string; reason?: string }) =>
  layer.state === 'missing' && layer.reason === 'not-asked';

/** The look that came to those `known`, once its picture is decided about and its layout has followed. */
function newLook(known: readonly Snapshot[]): Promise<Snapshot> {
  return until(
    'new look with a picture or a reason why there is none',
    async () => {
      const { snapshots, pictureJobs } = await looksIn(inside);
      // not simply the newest: a background that was put to sleep in between has the right time again
      const last = snapshots.find(({ id }) => !known.some((one) => one.id === id));
      if (!last || pictureJobs.length) return undefined;
      // on a busy machine the layout follows later, so that it does not delay the answer
      return undecided(last.layers.picture) || undecided(last.layers.layout) ? undefined : last;
    },
    30_000,
  );
}

const layerStates = ({ layers: { reading, text, layout } }: Snapshot) => [
  reading.state,
  text.state,
  layout.state,
];
const allKept = ['kept', 'kept', 'kept'];

/** That the picture shows the page from a place on: every band in its place, the header and the fixed box how often. */
async function expectBands(
  picture: Picture,
  { from = 0, to = height, headers = 1, boxes = 1 } = {},
): Promise<void> {
  // the support file speaks of the other driver's pages; both have the same `evaluate`
  const pixels = await pixelsOf(inside as unknown as DrivenPage, picture);
  const across = await page.evaluate(() => document.documentElement.clientWidth);
  const scale = wide / across;
  expect([pixels.width, pixels.height]).toEqual([wide, Math.round((to - from) * scale)]);
  const wrong: string[] = [];
  const first = Math.ceil((from + header.height) / bandHeight) * bandHeight;
  for (let top = first; top + bandHeight <= to; top += bandHeight) {
    const seen = pixels.at(wide - 40, Math.round((top - from + bandHeight / 2) * scale));
    const colour = bandColour(top / bandHeight);
    if (!alike(seen, colour)) wrong.push(`${top}: ${seen.join()} instead of ${colour.join()}`);
  }
  expect(wrong).toEqual([]);
  const runs = (x: number, colour: readonly number[]) => {
    let count = 0;
    for (let y = 2, was = false; y < pixels.height; y += 4) {
      const is = alike(pixels.at(x, y), colour);
      if (is && !was) count++;
      was = is;
    }
    return count;
  };
  expect({ headers: runs(150, header.colour), boxes: runs(20, chat.colour) }).toEqual({ headers, boxes });
}

test('a visit keeps reading, text and layout, and says why there is no picture', async () => {
  await openShop();
  const look = await newLook([]);
  expect(look).toMatchObject({
    cause: 'visit',
    address: bandedShop,
    status: { state: 'ok' },
    layers: { picture: { state: 'missing', reason: 'no-permission' } },
  });
  expect(layerStates(look)).toEqual(allKept);
  const layer = async (name: string) =>
    ((await sendInside(inside, 'snapshot.layer', { snapshotId: look.id, layer: name })) as { value: unknown })
      .value;
  const { reading } = (await layer('reading')) as { reading: { kind: string; products: object[] } };
  expect(reading.kind).toBe('listing');
  expect(reading.products).toHaveLength(60);
  expect(reading.products[6]).toMatchObject({
    title: { value: 'Bowl 7' },
    price: { value: { amount: '100.00', currency: 'EUR' } },
  });
  const { text } = (await layer('text')) as { text: { blocks: { text: string }[] } };
  expect(text.blocks.map((block) => block.text).join('\n')).toContain('Bowl 60');
  const { layout } = (await layer('layout')) as { layout: { nodes: object[] } };
  expect(layout.nodes.length).toBeGreaterThan(100);
  expect(JSON.stringify(layout)).not.toContain('deckhand');
  expect(await scrolls()).toBe(0);
  // from here on nothing is taken that nobody asked for
  expect(await onVisit(false)).toMatchObject({ ok: true });
});

test('the button on the page does the same, and what changed is found', async () => {
  const { snapshots } = await looksIn(inside);
  await openShop();
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await clickOverlay(page);
  const look = await newLook(snapshots);
  expect(look).toMatchObject({
    cause: 'button',
    layers: { picture: { state: 'missing', reason: 'no-permission' } },
  });
  expect(layerStates(look)).toEqual(allKept);
  const { changes } = await looksIn(inside);
  expect(
    changes.filter(({ snapshotId }) => snapshotId === look.id).map(({ kind, from, to }) => [kind, from, to]),
  ).toEqual([['price-up', '100.00 EUR', '101.00 EUR']]);
});

test.each([
  ['key', () => pressCommandKey(firefox, 'X')],
  ['menu', async () => chooseInMenu(firefox, page, 'snapshot', await onLink())],
  ['popup', () => pressInPopup(firefox, popup.snapshot_take)],
] as const)('by %s: the whole page in tiles, and the page as it was', async (cause, take) => {
  const { snapshots } = await looksIn(inside);
  await openShop();
  // a click with the other key takes the caret away, whatever comes after it
  if (cause === 'menu') await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const before = await until('page at rest', async () => {
    const state = await stateOf();
    return state.html.includes('<span></span>') && state;
  });
  await take();
  const look = await newLook(snapshots);
  expect(look.cause).toBe(cause);
  expect(layerStates(look)).toEqual(allKept);
  expect(look.layers.picture).toMatchObject({ state: 'kept', cut: false, visibleOnly: false });
  await expectBands(look.layers.picture);
  expect(await stateOf()).toEqual(before);
});

test('a tab that is left while its picture is taken is waited for, and no other tab is in it', async () => {
  const { snapshots } = await looksIn(inside);
  await openShop();
  await pressCommandKey(firefox, 'X');
  await page.waitForFunction(() => scrollY > 700);
  await inside.bringToFront();
  await new Promise((done) => setTimeout(done, 2_500));
  await page.bringToFront();
  const look = await newLook(snapshots);
  expect(look.layers.picture).toMatchObject({ state: 'kept', visibleOnly: false });
  await expectBands(look.layers.picture);
});

test('with pictures on every visit the page is drawn without being moved', async () => {
  await inside.bringToFront();
  const box = await byWords(inside, 'label', dashboard.pictures_on_visit);
  await box.click();
  await until('permission', () =>
    inside.evaluate(() =>
      (
        globalThis as unknown as {
          browser: { permissions: { contains(asked: object): Promise<boolean> } };
        }
      ).browser.permissions.contains({ origins: ['<all_urls>'] }),
    ),
  );
  await onVisit(true);
  await moveBackgroundClock(inside, 2 * hour);
  const { snapshots } = await looksIn(inside);
  await openShop();
  const visited = await newLook(snapshots);
  expect(visited.cause).toBe('visit');
  expect(visited.layers.picture).toMatchObject({ state: 'kept', cut: true, visibleOnly: true });
  await expectBands(visited.layers.picture, { from: 437, to: 437 + 800 });
  expect(await scrolls()).toBe(0);
  await onVisit(false);
  await page.close();

  // the whole page: a background that ran before the grant takes windows still
  const whole = { state: 'kept', cut: false, visibleOnly: false };
  const known = (await looksIn(inside)).snapshots;
  firefox.answers.set(bandedShop, shop({ 7: '900.00' }));
  await openShop();
  await pressCommandKey(firefox, 'X');
  const byWindows = await newLook(known);
  expect(byWindows.layers.picture).toMatchObject(whole);
  await expectBands(byWindows.layers.picture);
  await page.close();

  // one that was started since draws the page, also with another tab in front of it
  await putBackgroundToSleep(firefox);
  firefox.answers.set(bandedShop, shop({ 7: '901.00' }));
  await openShop();
  const before = await stateOf();
  await pressCommandKey(firefox, 'X');
  await inside.bringToFront();
  const drawn = await newLook([...known, byWindows]);
  expect(drawn.layers.picture).toMatchObject(whole);
  await expectBands(drawn.layers.picture, { boxes: 0 });
  expect(await scrolls()).toBe(0);
  expect((await stateOf()).scroll).toEqual(before.scroll);
});
