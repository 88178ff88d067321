import { isField } from './facts.ts';

/**
 * How much more a field takes.
 * @returns UTF-16 units, counted as the browser counts `maxlength`, with what is selected given back; null without a limit
 */
export function roomIn(element: HTMLElement): number | null {
  if (!isField(element) || element.maxLength < 0) return null;
  const selected = (element.selectionEnd ?? 0) - (element.selectionStart ?? 0);
  return Math.max(0, element.maxLength - element.value.length + selected);
}

/** The beginning of a text that fits, never half a character as people see it. */
export function cutTo(text: string, room: number): string {
  if (text.length <= room) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return kept;
}
