import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How long the card must have been whole and visible before it may write, in milliseconds (as for buttons in the page). */
const longEnough = 300;
/** A card that is not visible for this long says so; shorter is a page that is still settling. */
const sayAfter = 900;
/** Chromium tells a frame that has just grown what was to be seen of it before, and that for one look (100 ms, measured). Milliseconds. */
const growsWithin = 300;

type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };

interface Size {
  width: number;
  height: number;
}

/** Whether all that a smaller frame showed is still to be seen. CSS pixels; one is for rounding. */
function showsAsMuch({ left, top, right, bottom }: DOMRectReadOnly, { width, height }: Size): boolean {
  return left <= 1 && top <= 1 && right >= width - 1 && bottom >= height - 1;
}

/**
 * Whether the person can really see what they press: IntersectionObserver v2 works inside a frame and notices what the page
 * around lays over it or fades. Browsers without it leave the check to the script in the page. A frame that grows with its own content stays
 * visible: a press on what it shows is not lost while the browser looks again.
 * @param ref an element that fills the frame and has nothing of ours above it
 */
export function useReallyVisible(ref: RefObject<HTMLElement | null>): { visible: boolean; covered: boolean } {
  const [state, setState] = useState({ visible: false, covered: false });
  useEffect(() => {
    const element = ref.current;
    const supported =
      typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
    if (!element || !supported) {
      setState({ visible: true, covered: false });
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let growing: ReturnType<typeof setTimeout> | undefined;
    let seen: boolean | null = null;
    /** how large the frame was at least since it was last seen whole; null where the next word counts as it is */
    let whole: Size | null = null;
    // a frame that shrinks stays whole, of which the browser says nothing
    const resized = () => {
      if (!whole) return;
      const { innerWidth, innerHeight } = window;
      whole = { width: Math.min(whole.width, innerWidth), height: Math.min(whole.height, innerHeight) };
    };
    const lookAgain = () => {
      whole = null;
      observer.unobserve(element);
      observer.observe(element);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1) as EntryV2 | undefined;
        const uncovered = entry?.isVisible === true;
        const now = uncovered && entry.intersectionRatio >= 0.99;
        if (seen && uncovered && !now && whole && showsAsMuch(entry.intersectionRect, whole)) {
          growing ??= setTimeout(lookAgain, growsWithin);
          return;
        }
        clearTimeout(growing);
        growing = undefined;
        if (now) whole = entry.boundingClientRect;
        if (now === seen) return;
        seen = now;
        clearTimeout(timer);
        if (!now) setState((before) => ({ ...before, visible: false }));
        timer = setTimeout(() => setState({ visible: now, covered: !now }), now ? longEnough : sayAfter);
      },
      { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    observer.observe(element);
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('resize', resized);
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(growing);
    };
  }, [ref]);
  return state;
}
