import { havePart } from '../have-part.ts';
import { itemsSlot } from '../items/items-slot.ts';
import { rulesFor } from '../items/rules-for.ts';
import type { Feature } from '../page.ts';

/** Least time between two looks for a first item, in milliseconds. */
const lookEvery = 400;

/** Where the first step of a rule's ways leads; what comes after it is inside shadow roots. */
const firstSteps = (root: string) => root.replace(/\s*>>>[^,]*/g, '');

/**
 * Has the file for items put beside this script as soon as there is a first one, and starts it. Pages without items pay for a selector now
 * and then.
 */
export const items: Feature = {
  init(signal, page) {
    const selector = rulesFor(page.site, page.identity)
      .map(({ root }) => firstSteps(root))
      .join(',');
    if (selector === '') return;
    const searching = new AbortController();
    signal.addEventListener('abort', () => searching.abort(), { signal: searching.signal });
    let due: ReturnType<typeof setTimeout> | undefined;

    const isThere = () => {
      try {
        return page.document.querySelector(selector) !== null;
      } catch {
        // one of them is not understood here; whoever looks for items knows which
        return true;
      }
    };
    const start = async () => {
      searching.abort();
      (await havePart(page, itemsSlot, 'items', signal))?.feature.init(signal, page);
    };
    const look = () => {
      due = undefined;
      if (!searching.signal.aborted && isThere()) void start();
    };
    page.observer.onBatch(() => {
      due ??= setTimeout(look, lookEvery);
    }, searching.signal);
    searching.signal.addEventListener('abort', () => clearTimeout(due));
    look();
  },
};
