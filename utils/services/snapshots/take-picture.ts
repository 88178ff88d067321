import type { MissingReason } from '../../domain/change-kind.ts';
import type { HoldMode, PagePlace } from '../../domain/page-place.ts';
import type { EncodedTile, PictureCanvas } from './picture-canvas.ts';
import { NoPicture, refusalOf, type ShotClock } from './picture-shots.ts';

/** The most of a page that is kept, CSS pixels: feeds have no end. */
const mostHeight = 20_000;
const mostWindows = 20;
/** Pictures of one part that may fail because the page moved under it. */
const mostTries = 5;
/** How long a hidden tab is waited for, and between two looks at it, milliseconds. */
const hiddenFor = 60_000;
const lookEvery = 1_000;
/** Firefox draws any part of a page at once; in strips, so that a cancelled picture ends soon. CSS pixels. */
const stripHeight = 4_096;

export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a picture is taken with; the browser behind it is another matter. */
export interface PictureParts {
  /** each null: the page is gone, or it does not hold still for us any more */
  begin(mode: HoldMode): Promise<PagePlace | null>;
  stand(top: number): Promise<PagePlace | null>;
  look(): Promise<PagePlace | null>;
  end(): Promise<void>;
  /** the window as it is on the screen */
  shoot(signal: AbortSignal): Promise<Blob>;
  /** any part of the page, seen or not; only where the browser can and the person granted it */
  shootPart?: ((part: Rectangle, scale: number) => Promise<Blob>) | undefined;
  canvas(page: { width: number; height: number }): PictureCanvas;
  /** @param share 0 to 1 */
  progress(share: number): void;
  clock: ShotClock;
}

export type PictureOutcome =
  | { state: 'taken'; tiles: EncodedTile[]; cut: boolean; visibleOnly: boolean }
  | { state: 'missing'; reason: MissingReason };

/** A page that is there, is the same one, and was not taken back. */
function held(place: PagePlace | null, signal: AbortSignal): PagePlace {
  if (signal.aborted) throw new NoPicture('cancelled', 'cancelled');
  if (!place) throw new NoPicture('tab-hidden', 'the page is gone');
  if (place.takenBack) throw new NoPicture('cancelled', 'the person took the page back');
  if (!place.sameAddress) throw new NoPicture('tab-hidden', 'the page moved to another address');
  return place;
}

const limitOf = ({ seenHeight }: PagePlace) => Math.min(mostHeight, mostWindows * seenHeight);

async function untilVisible({ look, clock }: PictureParts, signal: AbortSignal): Promise<void> {
  const until = clock.now() + hiddenFor;
  while (!held(await look(), signal).visible) {
    if (clock.now() >= until) throw new NoPicture('tab-hidden', 'the tab stayed hidden');
    await clock.sleep(lookEvery);
  }
}

/**
 * The page gives itself back when it hears nothing for ten seconds: the background may be gone. A picture of a large window on a busy machine
 * takes longer (13 s, measured), so it hears of us meanwhile.
 */
const soundEvery = 4_000;

async function holding<T>({ look }: PictureParts, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void look(), soundEvery);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** One picture of the window during which the page neither moved nor was left; null: it has to be taken again. */
async function steadyShot(
  parts: PictureParts,
  top: number,
  signal: AbortSignal,
): Promise<{ shot: Blob; place: PagePlace } | null> {
  const before = held(await parts.stand(top), signal);
  if (!before.visible) {
    await untilVisible(parts, signal);
    return null;
  }
  let shot: Blob;
  try {
    shot = await holding(parts, parts.shoot(signal));
  } catch (error) {
    if (refusalOf(error) !== 'tab-hidden') throw error;
    await untilVisible(parts, signal);
    return null;
  }
  // what was taken while the tab was left may show another one, which is nobody's business
  const after = held(await parts.look(), signal);
  const steady = after.visible && after.leaves === before.leaves && after.top === before.top;
  return steady ? { shot, place: after } : null;
}

async function byWindows(parts: PictureParts, first: PagePlace, whole: boolean, signal: AbortSignal) {
  const limit = whole ? limitOf(first) : first.seenHeight;
  const canvas = parts.canvas({ width: first.seenWidth, height: limit });
  let done = 0;
  let end = Math.min(first.height, limit);
  let cut = false;
  for (let tries = 0; done < end; ) {
    const taken = await steadyShot(parts, done, signal);
    const from = taken && whole ? done - taken.place.top : 0;
    if (!taken || from < 0) {
      // a tab that comes and goes is waited for as well; only so often
      if (++tries > mostTries) throw new NoPicture('tab-hidden', 'the page does not hold still');
      continue;
    }
    tries = 0;
    const { place, shot } = taken;
    // a page that loads more while it is scrolled
    end = whole ? Math.min(place.height, limit) : Math.min(place.seenHeight, limit);
    cut = whole ? place.height > limit : place.height > place.seenHeight;
    const height = Math.min(place.seenHeight - from, end - done);
    // it became shorter than what is there already
    if (height <= 0) break;
    await canvas.draw(shot, {
      windowWidth: place.windowWidth,
      from,
      width: place.seenWidth,
      height,
      top: done,
    });
    done += height;
    parts.progress(Math.min(1, done / end));
  }
  return { canvas, cut };
}

async function byParts(
  parts: PictureParts,
  shootPart: NonNullable<PictureParts['shootPart']>,
  first: PagePlace,
  whole: boolean,
  signal: AbortSignal,
) {
  const start = whole ? 0 : first.top;
  const height = whole ? Math.min(first.height, limitOf(first)) : first.seenHeight;
  const width = first.seenWidth;
  const canvas = parts.canvas({ width, height });
  for (let done = 0; done < height; done += stripHeight) {
    held(await parts.look(), signal);
    const part = { left: 0, top: start + done, width, height: Math.min(stripHeight, height - done) };
    const shot = await shootPart(part, canvas.scale);
    await canvas.draw(shot, { windowWidth: width, from: 0, width, height: part.height, top: done });
    parts.progress(Math.min(1, (done + part.height) / height));
  }
  // another page may have come before the last part was drawn
  held(await parts.look(), signal);
  return { canvas, cut: start + height < first.height };
}

/**
 * Takes the picture of a page, in tiles.
 * @param whole the whole page, scrolled where the browser shows only its window; else what is on the screen, and nothing moves
 * @param signal cancels it: nothing is kept of the picture
 * @returns never throws for what may happen; the page is as it was in every case
 */
export async function takePicture(
  parts: PictureParts,
  whole: boolean,
  signal: AbortSignal,
): Promise<PictureOutcome> {
  try {
    const { shootPart } = parts;
    const first = held(await parts.begin(!whole ? 'as-is' : shootPart ? 'load' : 'scroll'), signal);
    const { canvas, cut } = await (shootPart
      ? byParts(parts, shootPart, first, whole, signal)
      : byWindows(parts, first, whole, signal));
    // packing takes seconds: the person has her page back before
    await parts.end();
    return { state: 'taken', tiles: await canvas.tiles(signal), cut, visibleOnly: !whole };
  } catch (error) {
    const reason = signal.aborted ? 'cancelled' : refusalOf(error);
    if (reason === 'failed') console.error('Deckhand: picture of a page', error);
    return { state: 'missing', reason };
  } finally {
    await parts.end();
  }
}
