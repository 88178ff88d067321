import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How long the card must have been whole and visible before it may write, in milliseconds (as for buttons in the page). */
const longEnough = 300;
/** A card that is not visible for this long says so; shorter is a page that is still settling. */
const sayAfter = 900;

type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Whether the person can really see what they press: IntersectionObserver v2 works inside a frame and notices what the page
 * around lays over it or fades. Browsers without it leave the check to the script in the page.
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
    let seen: boolean | null = null;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1) as EntryV2 | undefined;
        const now = entry?.isVisible === true && entry.intersectionRatio >= 0.99;
        if (now === seen) return;
        seen = now;
        clearTimeout(timer);
        if (!now) setState((before) => ({ ...before, visible: false }));
        timer = setTimeout(() => setState({ visible: now, covered: !now }), now ? longEnough : sayAfter);
      },
      { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [ref]);
  return state;
}
