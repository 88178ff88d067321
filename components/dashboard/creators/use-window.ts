import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn above and below what is seen, and the step in which the drawn part moves: fewer draws while scrolling. */
const overscan = 8;
const quantum = 4;

export interface ListWindow {
  /** the first row to draw, and the one after the last */
  start: number;
  end: number;
  /** height of a row in pixels */
  rowHeight: number;
  /** how many rows are seen at once */
  perPage: number;
  /** scrolls as little as needed to see a row */
  reveal: (index: number) => void;
}

/** Where nothing can be measured, as in tests without a layout. */
const guess = { rowHeight: 44, seen: 660 };

/**
 * Which rows of a long list are drawn.
 * @param scroller the box that scrolls: a fixed head of `head` pixels first, then rows of one height
 * @param probe an element as high as one row: text size and the width of the window decide
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  count: number,
): ListWindow {
  const [size, setSize] = useState({ ...guess, head: 0 });
  const [block, setBlock] = useState(0);
  const { rowHeight } = size;
  const seen = Math.max(1, Math.ceil(size.seen / rowHeight));

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => setBlock(Math.floor(box.scrollTop / rowHeight / quantum));
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [scroller, rowHeight]);

  useLayoutEffect(() => {
    const measure = () => {
      const next = {
        rowHeight: probe.current?.offsetHeight || guess.rowHeight,
        seen: scroller.current?.clientHeight || guess.seen,
        head: head.current?.offsetHeight ?? 0,
      };
      setSize((before) =>
        before.rowHeight === next.rowHeight && before.seen === next.seen && before.head === next.head
          ? before
          : next,
      );
    };
    measure();
    if (typeof ResizeObserver !== 'function') return;
    const observer = new ResizeObserver(measure);
    for (const { current } of [scroller, probe, head]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, [scroller, probe, head]);

  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const top = index * rowHeight;
      const free = size.seen - size.head - rowHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top > box.scrollTop + free) box.scrollTop = top - free;
    },
    [scroller, rowHeight, size],
  );

  const start = Math.max(0, Math.min(block * quantum - overscan, count - seen));
  const end = Math.min(count, block * quantum + quantum + seen + overscan);
  const perPage = Math.max(1, Math.floor((size.seen - size.head) / rowHeight) - 1);
  return { start, end, rowHeight, perPage, reveal };
}
