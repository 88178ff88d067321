import { type Severity, severities } from '../../domain/change-kind.ts';
import { markNames } from '../../domain/keyword-kinds.ts';

/** Marks of an item's words. */
export interface Marked {
  severity: Severity;
  range: Range;
}

export interface WordMarks {
  put(marks: readonly Marked[]): void;
  remove(marks: readonly Marked[]): void;
}

/**
 * Marks words in the page's text by the browser's own highlights: no node of the site is touched. What the marks look like stands in a style
 * sheet of ours that the background puts there, also for shadow roots. A page's scripts can read the list of highlights and so find out which
 * words are marked: the operator can have them counted only (`settings.markKeywords`).
 * Where the browser has none (Firefox before 140), there are no marks.
 */
export function makeWordMarks(signal: AbortSignal): WordMarks {
  const registry = typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined;
  if (!registry || typeof Highlight === 'undefined') return { put: () => undefined, remove: () => undefined };
  const made = new Map<Severity, Highlight>();
  for (const [rank, severity] of severities.entries()) {
    const highlight = new Highlight();
    highlight.priority = rank + 1;
    made.set(severity, highlight);
    registry.set(markNames[severity], highlight);
  }
  signal.addEventListener('abort', () => {
    for (const [severity, highlight] of made) {
      highlight.clear();
      // a newer script of ours may have put its own there
      if (registry.get(markNames[severity]) === highlight) registry.delete(markNames[severity]);
    }
  });
  return {
    put(marks) {
      for (const { severity, range } of marks) made.get(severity)?.add(range);
    },
    remove(marks) {
      for (const { severity, range } of marks) made.get(severity)?.delete(range);
    },
  };
}
