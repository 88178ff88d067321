import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Reports the height of the card's content at first and whenever it changes, in CSS pixels, rounded up. */
export function useReportedHeight(
  ref: RefObject<HTMLElement | null>,
  report: (height: number) => void,
): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let last = 0;
    const look = () => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      report(height);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [ref, report]);
}
