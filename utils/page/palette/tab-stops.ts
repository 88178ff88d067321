import type { Span, TextStops } from '../insert/text-stops.ts';

/** How long the Tab key goes from stop to stop after an insertion, in milliseconds: later it is the site's again. */
const longest = 300_000;

/**
 * Lets the Tab key go through the stops of a text that was just inserted; the first one is selected already. It is the site's key again after
 * the last stop, after Escape, and when the focus leaves the editor.
 */
export function walkStops(
  editor: HTMLElement,
  stops: TextStops,
  spans: readonly Span[],
  outer: AbortSignal,
): void {
  const view = editor.ownerDocument.defaultView;
  if (!view || spans.length < 2) return;
  const stop = new AbortController();
  const end = () => stop.abort();
  outer.addEventListener('abort', end, { signal: stop.signal });
  const timer = setTimeout(end, longest);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
  let at = 0;
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      if (event.key === 'Escape') return end();
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = at + (event.shiftKey ? -1 : 1);
      const span = spans[next];
      // before the first and after the last one the key does what it does on this site
      if (!span || !stops.select(span)) return end();
      at = next;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal: stop.signal },
  );
  editor.addEventListener(
    'focusout',
    (event) => {
      if (!(event.relatedTarget instanceof Node && editor.contains(event.relatedTarget))) end();
    },
    { signal: stop.signal },
  );
}
