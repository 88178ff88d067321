import { isField } from './facts.ts';
import { moveOverLines, type Place, putPlace, readPlace, selectionFor } from './selection.ts';
import { flatOffset, flatten, mapText, placeAt, type TextMap } from './text-map.ts';

/** Offsets into an inserted text, UTF-16 units; equal ones are a caret. */
export type Span = readonly [start: number, end: number];

/** The places of an inserted text that the person goes to one after the other. */
export interface TextStops {
  /** @returns false where the text there is not what was inserted any more */
  select(span: Span): boolean;
}

/**
 * How much was written at each stop. Places are measured from the end of the editor, so that what is typed at one stop moves none of those behind
 * it; those before it, and its own beginning, move by this.
 */
class Growth {
  readonly #by = new Map<string, { start: number; by: number }>();
  #last: { span: Span; total: number } | null = null;

  /** @param total how long all the text of the editor is now: what it has grown by was written at the stop chosen last */
  measure(total: number): void {
    if (!this.#last) return;
    const { span, total: before } = this.#last;
    const by = (this.#by.get(String(span))?.by ?? 0) + total - before;
    this.#by.set(String(span), { start: span[0], by });
    this.#last = { span, total };
  }

  choose(span: Span, total: number): void {
    this.#last = { span, total };
  }

  /** Written behind an offset of the text. @param but the stop whose own growth lies before the offset: its end is asked for */
  behind(offset: number, but?: Span): number {
    let sum = 0;
    for (const [key, { start, by }] of this.#by) if (start >= offset && key !== String(but)) sum += by;
    return sum;
  }
}

function fieldStops(field: HTMLInputElement | HTMLTextAreaElement, text: string): TextStops | null {
  const end = field.selectionEnd;
  if (end === null || field.value.slice(0, end).slice(-text.length) !== text) return null;
  const behind = field.value.length - end;
  const growth = new Growth();
  return {
    select(span) {
      const total = field.value.length;
      growth.measure(total);
      const [start, stop] = span;
      const at = (offset: number, grown: number) => total - behind - (text.length - offset) - grown;
      const from = at(start, growth.behind(start));
      if (from < 0) return false;
      field.setSelectionRange(from, at(stop, growth.behind(stop, span)));
      growth.choose(span, total);
      return true;
    },
  };
}

/** Empty lines right before an offset, where no character says on which of them it is. */
function emptyLinesBefore(text: string, offset: number): number {
  const follows = text[offset];
  if (follows !== undefined && follows !== '\n') return 0;
  return offset - text.slice(0, offset).replace(/\n+$/, '').length;
}

/** An offset of the text as a place in the document; on an empty line, the last place with a character before it. */
function boundary(map: TextMap, text: string, offset: number, end: number) {
  const flat = end - flatten(text.slice(offset)).length;
  const startsLine = offset === 0 || text[offset - 1] === '\n';
  const before = startsLine && offset < text.length && text[offset] !== '\n';
  return placeAt(map, flat, before ? 'before' : 'behind');
}

function spanPlace(map: TextMap, text: string, span: Span, behind: number, growth: Growth): Place | null {
  const [start, stop] = span;
  const end = map.flat.length - behind;
  const from = boundary(map, text, start, end - growth.behind(start));
  const same = start === stop && growth.behind(start) === growth.behind(stop, span);
  const to = same ? from : boundary(map, text, stop, end - growth.behind(stop, span));
  if (!from || !to) return null;
  return {
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  };
}

function editorStops(host: HTMLElement, text: string): TextStops | null {
  const caret = readPlace(host);
  const map = mapText(host);
  if (!caret) return null;
  const end = flatOffset(map, caret.endContainer, caret.endOffset);
  const flat = flatten(text);
  if (map.flat.slice(end - flat.length, end) !== flat) return null;
  const behind = map.flat.length - end;
  const growth = new Growth();
  return {
    select(span) {
      const now = mapText(host);
      growth.measure(now.flat.length);
      const place = spanPlace(now, text, span, behind, growth);
      if (!place || !putPlace(host, place)) return false;
      growth.choose(span, now.flat.length);
      // where something was written meanwhile, that says on which line it is
      if (place.startContainer === place.endContainer && place.startOffset === place.endOffset)
        moveOverLines(host, emptyLinesBefore(text, span[0]));
      return selectionFor(host) !== null;
    },
  };
}

/**
 * The stops of a text whose end is where the caret now stands.
 * @returns null where that text is not before the caret: the site or the editor changed it
 */
export function stopsBefore(element: HTMLElement, text: string): TextStops | null {
  return isField(element) ? fieldStops(element, text) : editorStops(element, text);
}
