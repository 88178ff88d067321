import { expect, type Page } from '@playwright/test';
import { layerContentSchema } from '../../utils/messaging/protocol/snapshots.ts';
import { bandColour, bandedShop, bandedState, bandHeight, chat, header } from './banded-shop.ts';
import { changedBuild } from './changed-build.ts';
import {
  type Browsing,
  launchChromium,
  openExtensionPage,
  pressToolbarButton,
  whenRegistered,
} from './chromium.ts';
import { openAddress } from './e2e.ts';
import { send, sendWrite } from './messages.ts';
import { alike, type Picture, pixelsOf, tabOf, watchAddress } from './snapshots.ts';

/** Several windows of an ordinary screen. */
export const tall = { products: 60, height: 5_000 };

/** A watched shop in front, with the dashboard behind it, from which the notebook is looked at. */
export async function openWatchedShop(
  deckhand: Browsing,
  html: string,
  { url = bandedShop, onVisit = false } = {},
) {
  const inside = await openExtensionPage(deckhand, 'dashboard.html');
  await sendWrite(inside, 'settings.save', { changes: { snapshotOnVisit: onVisit } });
  await watchAddress(inside, url);
  deckhand.pages.put(url, html);
  const page = await openAddress(deckhand, url);
  return { inside, page };
}

/** Presses the toolbar button on the page and has the snapshot taken by the popup. @returns what the popup was answered */
export async function takeInPopup(deckhand: Browsing, page: Page) {
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const tabId = await tabOf(popup, page.url());
  await page.bringToFront();
  const answer = (await sendWrite(popup, 'snapshot.take', { tabId })) as Answer;
  expect(answer).toMatchObject({ ok: true, value: { status: { state: 'ok' } } });
  await popup.close();
  return answer.value;
}
interface Answer {
  value: { snapshotId: string; unchanged: boolean };
}

/** A page in use: scrolled, with the caret in a field and something selected there. */
export async function inUse(page: Page): Promise<void> {
  await page.evaluate(() => {
    const search = document.querySelector<HTMLInputElement>('#search');
    if (!search) throw new Error('no field');
    search.value = 'blue bowl';
    search.focus({ preventScroll: true });
    search.setSelectionRange(2, 6);
    window.scrollTo({ top: 437, behavior: 'instant' });
  });
}

/** Scrolls a page as its own script does. The event of it comes with the next frame, which a busy machine draws late: it is waited for. */
export async function scrolledTo(page: Page, top: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        addEventListener('scroll', () => done(), { once: true });
        window.scrollTo({ top: wanted, behavior: 'instant' });
      }),
    top,
  );
}

/** Everything of a page that must be the same after its picture was taken. */
export const stateOf = (page: Page) => page.evaluate(bandedState);

/** What the picture of a banded page shows is the page: every band, the header and the fixed box once. */
export async function expectBands(inside: Page, picture: Picture, { height = 0, from = 0 }): Promise<void> {
  const pixels = await pixelsOf(inside, picture);
  expect(pixels.width).toBe(640);
  expect(pixels.height).toBe(Math.round(height / 2));
  const wrong: string[] = [];
  for (
    let top = Math.ceil((from + header.height) / bandHeight) * bandHeight;
    top + bandHeight <= from + height;
    top += bandHeight
  ) {
    const seen = pixels.at(600, Math.round((top - from + bandHeight / 2) / 2));
    const colour = bandColour(top / bandHeight);
    if (!alike(seen, colour)) wrong.push(`${top}: ${seen.join()} instead of ${colour.join()}`);
  }
  expect(wrong).toEqual([]);
  let headers = 0;
  let boxes = 0;
  for (let y = 5, inHeader = false, inBox = false; y < pixels.height; y += 5) {
    const isHeader = alike(pixels.at(150, y), header.colour);
    const isBox = alike(pixels.at(20, y), chat.colour);
    if (isHeader && !inHeader) headers++;
    if (isBox && !inBox) boxes++;
    [inHeader, inBox] = [isHeader, isBox];
  }
  expect({ headers, boxes }).toEqual({ headers: 1, boxes: 1 });
}

/** While the picture is under way: its second part is being taken. */
export const inTheMiddle = (page: Page) => page.waitForFunction(() => scrollY > 700);

/** Asks for the layers of a snapshot as the dashboard does. */
export function layersOf(inside: Page, snapshotId: string) {
  return async (layer: string) => {
    const answer = (await send(inside, 'snapshot.layer', { snapshotId, layer })) as { value: unknown };
    return layerContentSchema.parse(answer.value);
  };
}

/** The button in the page that takes one. */
export const isSnapshot = ({ name }: { name: string }) => /snapshot/i.test(name);

/** Runs with a build to which the person granted all addresses: pictures on every visit. */
export async function withAllAddresses(work: (deckhand: Browsing) => Promise<void>): Promise<void> {
  const build = changedBuild((manifest, worker) => {
    manifest.host_permissions = [...(manifest.host_permissions ?? []), '<all_urls>'];
    return worker;
  });
  const deckhand = await launchChromium({ extension: build.folder });
  try {
    await whenRegistered(deckhand);
    await work(deckhand);
  } finally {
    await deckhand.close();
    build.remove();
  }
}
