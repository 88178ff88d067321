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

/** Measured from the end of the editor: what is typed at one stop moves none of those behind it. */
function fieldStops(field: HTMLInputElement | HTMLTextAreaElement, text: string): TextStops | null {
  const end = field.selectionEnd;
  if (end === null || field.value.slice(0, end).slice(-text.length) !== text) return null;
  const behind = field.value.length - end;
  return {
    select([start, stop]) {
      const at = (offset: number) => field.value.length - behind - (text.length - offset);
      if (at(start) < 0) return false;
      field.setSelectionRange(at(start), at(stop));
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

function spanPlace(map: TextMap, text: string, [start, stop]: Span, end: number): Place | null {
  const from = boundary(map, text, start, end);
  const to = start === stop ? from : boundary(map, text, stop, end);
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
  return {
    select(span) {
      const now = mapText(host);
      const place = spanPlace(now, text, span, now.flat.length - behind);
      if (!place || !putPlace(host, place)) return false;
      if (span[0] === span[1]) moveOverLines(host, emptyLinesBefore(text, span[0]));
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
