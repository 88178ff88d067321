type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };

/** A browser that draws nothing by then says nothing either, milliseconds. */
const patience = 1_000;

/**
 * Whether an element can really be seen at this moment. An observer that has been there for a while hears of a cover up to a second late, when
 * nothing in the frame is drawn meanwhile; a new one is told what is so.
 * @returns undefined where the browser cannot tell: there the script in the page looks
 */
export function seeNow(element: Element): Promise<boolean> | undefined {
  const supported =
    typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
  if (!supported) return undefined;
  return new Promise((resolve) => {
    const finish = (seen: boolean) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(seen);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1) as EntryV2 | undefined;
        finish(entry?.isVisible === true && entry.intersectionRatio >= 0.99);
      },
      { threshold: [1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    const timer = setTimeout(finish, patience, false);
    observer.observe(element);
  });
}
