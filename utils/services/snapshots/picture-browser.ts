import * as z from 'zod/mini';
import { browser } from '#imports';
import { type HoldMode, type PagePlace, pagePlaceSchema } from '../../domain/page-place.ts';
import { makePictureCanvas } from './picture-canvas.ts';
import { makePacedShots, NoPicture, type ShotClock } from './picture-shots.ts';
import type { PictureParts, Rectangle } from './take-picture.ts';

const clock: ShotClock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/** One for all tabs: the browser's limit is the extension's. */
const pacedShot = makePacedShots(clock);

type StageOrder = 'begin' | 'stand' | 'look' | 'end';
/** What stands in the page's isolated world, as `snapshot.js` left it there. */
type Stage = Record<StageOrder, (job: string, how: unknown) => unknown>;

/** Runs in the page's isolated world: a closure would not come along, so it says everything itself. */
async function orderHere(order: StageOrder, job: string, how: unknown): Promise<unknown> {
  const shared = globalThis as unknown as Record<symbol, { stage: Stage } | undefined>;
  return (await shared[Symbol.for('deckhand.snapshot')]?.stage[order](job, how)) ?? null;
}

/** A page that does not answer for so long does not answer at all: pictures wait for each other, so none may wait for ever. Milliseconds. */
const longestAnswer = 20_000;

function within<T>(answer: Promise<T>): Promise<T> {
  return new Promise((done, refuse) => {
    const late = () => refuse(new NoPicture('tab-hidden', 'the page gives no answer'));
    const timer = setTimeout(late, longestAnswer);
    answer.then(done, refuse).finally(() => clearTimeout(timer));
  });
}

/** @returns null when the page is gone, does not answer, or another document is there */
async function order(
  tabId: number,
  ...args: [order: StageOrder, job: string, how: HoldMode | number | null]
): Promise<PagePlace | null> {
  try {
    const target = { target: { tabId }, func: orderHere, args };
    const [frame] = await within(browser.scripting.executeScript(target));
    const parsed = z.safeParse(pagePlaceSchema, frame?.result);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Gives a page back that a background which is gone held still. */
export async function letGo(tabId: number, job: string): Promise<void> {
  await order(tabId, 'end', job, null);
}

/** `fetch` of a `data:` address is a connection that our pages' policy forbids. */
export function blobOfAddress(address: string): Blob {
  const [, type, data] = /^data:(image\/[a-z]+);base64,(.+)$/s.exec(address) ?? [];
  if (!type || !data) throw new NoPicture('failed', 'the browser gave no picture');
  return new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], { type });
}

/** Checked on both sides of the picture: the browser gives the window's active tab, whichever that is by then. */
async function windowOf(tabId: number): Promise<number> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab?.active || tab.windowId === undefined)
    throw new NoPicture('tab-hidden', 'another tab is in front');
  return tab.windowId;
}

async function shootWindow(tabId: number): Promise<Blob> {
  const windowId = await windowOf(tabId);
  // without loss: WebP comes afterwards, and a picture that is lossy already differs from visit to visit
  const shot = browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  const address = await shot.catch(async (error: unknown) => {
    // a refusal may be about the tab that came to the front meanwhile: of that one we have no right to a picture
    await windowOf(tabId);
    throw error;
  });
  if ((await windowOf(tabId)) !== windowId) throw new NoPicture('tab-hidden', 'the tab was moved');
  return blobOfAddress(address);
}

/** One picture of the window in which a tab stands in front, in its turn among all that are taken. */
export const shotOfWindow = (tabId: number, signal: AbortSignal): Promise<Blob> =>
  pacedShot(() => shootWindow(tabId), signal);

/** What pictures may be taken of without an action of the person. */
export const widePermission = { origins: ['<all_urls>'] };

type PartShot = (tabId: number, options: object) => Promise<string>;

/**
 * Firefox draws any part of any tab, hidden ones too, once the person granted all addresses. A background that runs while she grants them has
 * no `captureTab` until it is started again (measured in Firefox 153: pages opened afterwards have it): it takes windows until then.
 */
async function partShot(tabId: number): Promise<PictureParts['shootPart']> {
  const { captureTab } = browser.tabs as { captureTab?: PartShot };
  if (!captureTab || !(await browser.permissions.contains(widePermission))) return undefined;
  return async ({ left, top, width, height }: Rectangle, scale) =>
    blobOfAddress(
      await within(captureTab(tabId, { format: 'png', rect: { x: left, y: top, width, height }, scale })),
    );
}

/** The browser behind `takePicture`, for one tab. @param job names the picture to the page */
export async function pictureParts(
  tabId: number,
  job: string,
  progress: (share: number) => void,
): Promise<PictureParts> {
  return {
    begin: (mode) => order(tabId, 'begin', job, mode),
    stand: (top) => order(tabId, 'stand', job, top),
    look: () => order(tabId, 'look', job, null),
    end: async () => void (await order(tabId, 'end', job, null)),
    shoot: (signal) => pacedShot(() => shootWindow(tabId), signal),
    shootPart: await partShot(tabId),
    canvas: makePictureCanvas,
    progress,
    clock,
  };
}
