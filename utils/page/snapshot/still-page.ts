import { snapshotLimits } from '../../domain/snapshot-limits.ts';
import { openShadowRoot } from '../closed-root.ts';
import { bareSpan, ownRoot } from '../mount.ts';
import type { Restyler } from './restyle.ts';

/** Elements looked at between two turns of the page; computing a style takes some microseconds. */
const atOnce = 500;

function* elementsOf(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsOf(element.shadowRoot);
  }
}

/** Our own buttons do not belong to the competitor's page. They stand in closed roots: the page sees nothing of it. */
export function hideOwn(document: Document, restyler: Restyler): void {
  for (const host of document.querySelectorAll<HTMLElement>(bareSpan)) {
    const stage = openShadowRoot(host)?.querySelector(`[${ownRoot}]`);
    if (!stage) continue;
    restyler.set(stage, 'transition-property', 'none');
    restyler.set(stage, 'opacity', '0');
  }
}

/** Scrolling jumps: a picture taken on the way shows a place twice. */
export function stopSmoothScrolling(document: Document, restyler: Restyler): void {
  for (const element of [document.documentElement, document.body])
    if (element) restyler.set(element, 'scroll-behavior', 'auto');
}

/**
 * What stays on the screen while the page moves under it would stand in every part of the picture: what sticks goes back to its place, what is
 * fixed is not seen.
 * @param pause gives the page its turn
 */
export async function freeFromScreen(
  document: Document,
  restyler: Restyler,
  pause: () => Promise<void>,
): Promise<void> {
  const view = document.defaultView;
  if (!view) return;
  const found: { element: Element; position: string }[] = [];
  let count = 0;
  for (const element of elementsOf(document)) {
    if (++count > snapshotLimits.elements) break;
    const { position } = view.getComputedStyle(element);
    if (position === 'fixed' || position === 'sticky') found.push({ element, position });
    if (count % atOnce === 0) await pause();
  }
  for (const { element, position } of found) {
    restyler.set(element, 'transition-property', 'none');
    if (position === 'fixed') restyler.set(element, 'opacity', '0');
    else {
      // not `static`: what stands absolutely inside it would look for another element to stand in
      restyler.set(element, 'position', 'relative');
      for (const edge of ['top', 'right', 'bottom', 'left']) restyler.set(element, edge, 'auto');
    }
  }
}

/** Has pictures loaded that wait to be scrolled to; a third to a fifth of a shop's page is white without. */
export function loadLazyPictures(document: Document, restyler: Restyler): void {
  for (const image of document.querySelectorAll('img[loading="lazy" i]'))
    restyler.setAttribute(image, 'loading', 'eager');
}

/**
 * Waits until pictures are there, or long enough.
 * @param within only those in the window
 * @param longest milliseconds
 */
export async function picturesSettled(
  document: Document,
  { within, longest }: { within: boolean; longest: number },
  clock: { now(): number; wait(milliseconds: number): Promise<void> },
): Promise<void> {
  const height = document.defaultView?.innerHeight ?? 0;
  const isMissing = (image: HTMLImageElement) => {
    if (image.complete) return false;
    if (!within) return true;
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < height;
  };
  const until = clock.now() + longest;
  while (clock.now() < until && [...document.querySelectorAll('img')].some(isMissing)) await clock.wait(100);
}

/** How long frames are waited for at most, milliseconds; shorter than a page waits for its next order. */
const longestFrames = 5_000;

/**
 * Resolves when what the page looks like now is on the screen; without, a busy machine gives pictures of the place before the last scrolling
 * (two of eight, measured; with three frames none of six). A frame's turn comes before it is drawn, the next one's may come while it still is,
 * and the one after that only when it was shown. A hidden tab draws none.
 */
export function drawnOnScreen(document: Document): Promise<void> {
  return new Promise((done) => {
    const { defaultView: view } = document;
    if (!view || document.visibilityState === 'hidden') return done();
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      done();
    };
    const timer = setTimeout(end, longestFrames);
    document.addEventListener('visibilitychange', end);
    let left = 3;
    const frame = () => (left-- > 0 ? void view.requestAnimationFrame(frame) : end());
    frame();
  });
}
