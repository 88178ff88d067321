import { isAlive } from '../../messaging/client.ts';
import type { Page } from '../page.ts';

/** After this long without the name the button goes to the corner of the window, in milliseconds. */
const cornerAfter = 3_000;
/** After this long the name is no longer looked for: a page that changes all the time would pay for it for ever. */
const giveUpAfter = 60_000;
/** Least time between two searches of the whole document, and between two looks at the button's place. */
const searchEvery = 250;
const settleEvery = 1_000;

/** The first element that one of the selectors finds and that takes room on the page; an engine may refuse a selector. */
export function findAnchor(document: Document, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    try {
      for (const element of document.querySelectorAll(selector)) {
        if (element.getClientRects().length > 0) return element;
      }
    } catch {
      // a selector that this browser does not know finds nothing
    }
  }
  return null;
}

/**
 * Finds the name on a profile, waits for it, and finds it again after the site has drawn it anew. Where it does not come, the
 * corner takes its place, so that a changed site does not take the button away.
 * @param show puts the button there; false: the page keeps taking it away, and we stop
 */
export function watchAnchor(
  page: Page,
  selectors: readonly string[],
  show: (anchor: Element | null) => boolean,
  signal: AbortSignal,
): void {
  const started = performance.now();
  const stop = new AbortController();
  signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  let found = false;
  let cornered = false;
  let due: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const search = () => {
    due = undefined;
    if (stop.signal.aborted) return;
    if (!isAlive()) return page.stepBack(false);
    if (found && page.mounts.stands('profile')) return;
    const anchor = findAnchor(page.document, selectors);
    found = anchor !== null;
    if (anchor) {
      if (!show(anchor)) stop.abort();
      return;
    }
    if (!cornered) return;
    if (!show(null) || performance.now() - started >= giveUpAfter) stop.abort();
  };
  const searchSoon = () => {
    if (due === undefined) due = setTimeout(search, searchEvery);
  };
  const settleSoon = () => {
    if (settling !== undefined) return;
    settling = setTimeout(() => {
      settling = undefined;
      page.mounts.settle();
    }, settleEvery);
  };

  page.observer.onBatch(() => {
    if (found && page.mounts.stands('profile')) return settleSoon();
    // the first look after a change that took the button away is at once: the button must not be seen flickering
    if (found) search();
    else searchSoon();
  }, stop.signal);
  // by a flag, not by the clock: a timer may fire a moment before the clock says so, and nothing would look again
  const corner = setTimeout(() => {
    cornered = true;
    search();
  }, cornerAfter);
  stop.signal.addEventListener('abort', () => {
    clearTimeout(corner);
    clearTimeout(due);
    clearTimeout(settling);
  });
  search();
}
