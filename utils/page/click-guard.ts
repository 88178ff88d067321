import { ancestorsClean, pointsReached } from './real-visibility.ts';

/** How long a button must have been really visible, unmoved, before a click on it may write, in milliseconds. */
export const visibleLongEnough = 300;
/** Share of the button that must be in the viewport and unclipped. */
const wholeEnough = 0.99;
/** Between looks at whether the button moved, in milliseconds. */
const lookEvery = 100;
/** Movement between two looks that does not count, CSS pixels. */
const stillEnough = 2;

/** What is known about a click at its moment. */
export interface ClickFacts {
  /** made by the person's hand, not by a script */
  trusted: boolean;
  /** IntersectionObserver v2; `unsupported` in browsers without it */
  seen: 'visible' | 'hidden' | 'unsupported';
  /** milliseconds since it has been seen whole and unmoved */
  visibleFor: number;
  /** share of the button inside viewport and clips, 0 to 1 */
  ratio: number;
  /** no ancestor's style makes it something else than what it looks like */
  stylesClean: boolean;
  /** the topmost element is ours at every probed point */
  reached: boolean;
}

/**
 * The click rule: a click in a page writes only when it is the person's own on a button they could really see. A script's click
 * is nothing; a real click on a button that may be hidden or dressed up is asked again in the popup, which no page reaches.
 */
export function judgeClick(facts: ClickFacts): 'accept' | 'ask-in-popup' | 'ignore' {
  if (!facts.trusted) return 'ignore';
  const visible =
    facts.seen !== 'hidden' &&
    facts.visibleFor >= visibleLongEnough &&
    facts.ratio >= wholeEnough &&
    facts.stylesClean &&
    facts.reached;
  return visible ? 'accept' : 'ask-in-popup';
}

type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };
type OptionsV2 = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

export const knowsRealVisibility = () =>
  typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;

const shares = [0, 0.25, 0.5, 0.75, wholeEnough, 1];

export interface ClickGuard {
  judge(event: Event): ReturnType<typeof judgeClick>;
}

/**
 * Watches one button's real visibility from now on, so that a click on it can be judged.
 * @param target the button inside our closed root
 * @param host the element in the page that holds the root
 */
export function guardClicks(target: HTMLElement, host: HTMLElement, signal: AbortSignal): ClickGuard {
  const supported = knowsRealVisibility();
  let visible = false;
  let ratio = 0;
  let since = Number.POSITIVE_INFINITY;
  let last: DOMRect | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const lookForMovement = () => {
    const now = target.getBoundingClientRect();
    const moved =
      last === null ||
      Math.abs(now.left - last.left) > stillEnough ||
      Math.abs(now.top - last.top) > stillEnough ||
      Math.abs(now.width - last.width) > stillEnough;
    last = now;
    if (moved) since = visible ? performance.now() : Number.POSITIVE_INFINITY;
  };
  const stopLooking = () => {
    clearInterval(timer);
    timer = undefined;
    last = null;
  };

  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1) as EntryV2 | undefined;
      if (!entry) return;
      ratio = entry.intersectionRatio;
      const nowVisible = ratio >= wholeEnough && (!supported || entry.isVisible === true);
      if (nowVisible !== visible) since = nowVisible ? performance.now() : Number.POSITIVE_INFINITY;
      visible = nowVisible;
      if (!visible) stopLooking();
      else if (timer === undefined) {
        last = target.getBoundingClientRect();
        timer = setInterval(lookForMovement, lookEvery);
      }
    },
    { threshold: shares, ...(supported ? { trackVisibility: true, delay: 100 } : {}) } as OptionsV2,
  );
  observer.observe(target);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    stopLooking();
  });

  return {
    judge(event) {
      if (visible) lookForMovement();
      return judgeClick({
        trusted: event.isTrusted,
        seen: supported ? (visible ? 'visible' : 'hidden') : 'unsupported',
        visibleFor: performance.now() - since,
        ratio,
        stylesClean: ancestorsClean(host),
        reached: pointsReached(target, host),
      });
    },
  };
}
