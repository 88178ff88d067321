/** How far outside the window rows are looked into, in CSS pixels: far enough that scrolling does not arrive before that is done. */
const reach = '1500px';
/**
 * Past every page's end, and still a length for the browsers: Firefox counts 60ths of a pixel in 30 bits, and twice this with a window between
 * has to fit. Beyond that it says of nothing that it is near.
 */
const endless = '8000000px';
/** Fewer rows than these are not worth waiting for. */
const fewest = 8;
/** Most rows between two that are watched. */
const longest = 24;
/** How far above two elements the list may be that holds both. */
const mostLevels = 12;

/** Rows of one list, one below the other, that nobody is near to. */
interface Run {
  rows: ArrayLike<Node>;
  from: number;
  to: number;
  first: Element;
  last: Element;
  /** the first one is above the lower edge of what is near */
  begun: boolean;
  /** the last one is below its upper edge */
  goesOn: boolean;
  firstBox?: DOMRectReadOnly;
  lastBox?: DOMRectReadOnly;
}

export interface FarRows {
  /**
   * Keeps rows until they come near.
   * @param rows of one tree in the document's order; what is no element is left out
   * @returns those that have to be looked into now: they are few, or no list
   */
  put(rows: ArrayLike<Node>): Element[];
  /** Something was taken out of the page: runs that lost an end come near at once. */
  check(): void;
}

type OptionsWithScroll = IntersectionObserverInit & { scrollMargin?: string };

/** Both ends of the rows have a box, and the last one's is not above the first one's: what is between them can be elsewhere only by a little. */
function inOrder({ firstBox, lastBox }: Run): boolean {
  if (!firstBox || !lastBox) return true;
  const empty = ({ width, height }: DOMRectReadOnly) => width === 0 || height === 0;
  return (
    !empty(firstBox) && !empty(lastBox) && firstBox.top <= lastBox.top && firstBox.bottom <= lastBox.bottom
  );
}

function ancestors(element: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at && all.length < mostLevels; at = at.parentElement) all.push(at);
  return all;
}

/** The rows of one list in which two elements stand; null where they stand too far from each other in the tree. */
function rowsAround(first: Element, last: Element): [Element, Element] | null {
  if (first.parentNode === last.parentNode) return [first, last];
  const [up, down] = [ancestors(first), ancestors(last)];
  for (const [at, element] of down.entries()) {
    const same = up.indexOf(element);
    if (same >= 0) return [up[same - 1] ?? element, down[at - 1] ?? element];
  }
  return null;
}

function elementFrom(rows: ArrayLike<Node>, from: number, to: number): Element | undefined {
  const step = from < to ? 1 : -1;
  for (let at = from; at !== to; at += step) {
    const row = rows[at];
    if (row instanceof Element) return row;
  }
  return undefined;
}

function elementsIn(rows: ArrayLike<Node>, from = 0, to = rows.length): Element[] {
  const all: Element[] = [];
  for (let at = from; at < to; at++) {
    const row = rows[at];
    if (row instanceof Element) all.push(row);
  }
  return all;
}

/**
 * Long lists cost as much as the part of them that is near: of up to 24 rows only the first and the last are watched, each for the one edge that it
 * comes over first, and the rows are looked into when what is between the two can be near. The browser says so after its layout; nothing is measured.
 * @param cameNear these rows have to be looked into
 */
export function watchFarRows(cameNear: (rows: Element[]) => void, signal: AbortSignal): FarRows {
  const byFirst = new Map<Element, Run>();
  const byLast = new Map<Element, Run>();

  function letGo(run: Run): void {
    byFirst.delete(run.first);
    byLast.delete(run.last);
    begins.unobserve(run.first);
    ends.unobserve(run.last);
    cameNear(elementsIn(run.rows, run.from, run.to));
  }

  const lostAnEnd = ({ first, last }: Run) => !first.isConnected || !last.isConnected;

  function watcher(
    runs: Map<Element, Run>,
    margin: string,
    note: (run: Run, entry: IntersectionObserverEntry) => void,
  ) {
    return new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const run = runs.get(entry.target);
          if (!run) continue;
          note(run, entry);
          if ((run.begun && run.goesOn) || !inOrder(run) || lostAnEnd(run)) letGo(run);
        }
      },
      { rootMargin: margin, scrollMargin: margin } as OptionsWithScroll,
    );
  }
  const begins = watcher(byFirst, `${endless} ${endless} ${reach}`, (run, entry) => {
    run.begun = entry.isIntersecting;
    run.firstBox = entry.boundingClientRect;
  });
  const ends = watcher(byLast, `${reach} ${endless} ${endless}`, (run, entry) => {
    run.goesOn = entry.isIntersecting;
    run.lastBox = entry.boundingClientRect;
  });

  /** @returns whether they could be kept */
  function keep(rows: ArrayLike<Node>, from: number, to: number): boolean {
    const [one, other] = [elementFrom(rows, from, to), elementFrom(rows, to - 1, from - 1)];
    const pair = one && other && rowsAround(one, other);
    if (!pair) return false;
    const [first, last] = pair;
    if (byFirst.has(first) || byLast.has(last) || !first.isConnected) return false;
    const run = { rows, from, to, first, last, begun: false, goesOn: false };
    byFirst.set(first, run);
    byLast.set(last, run);
    begins.observe(first);
    ends.observe(last);
    return true;
  }

  signal.addEventListener('abort', () => {
    begins.disconnect();
    ends.disconnect();
    byFirst.clear();
    byLast.clear();
  });

  return {
    put(rows) {
      if (rows.length < fewest || signal.aborted) return elementsIn(rows);
      const now: Element[] = [];
      const size = Math.ceil(rows.length / Math.ceil(rows.length / longest));
      for (let from = 0; from < rows.length; from += size) {
        const to = Math.min(from + size, rows.length);
        if (!keep(rows, from, to)) now.push(...elementsIn(rows, from, to));
      }
      return now;
    },
    check() {
      for (const run of [...byFirst.values()]) if (lostAnEnd(run)) letGo(run);
    },
  };
}
