import { isField } from './facts.ts';
import { deleteBackward } from './put-text.ts';
import { putPlace, readPlace } from './selection.ts';
import { flatOffset, flatten, mapText, placeAt } from './text-map.ts';

function selectInField(field: HTMLInputElement | HTMLTextAreaElement, shortcut: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === null || end === null) {
    // the caret is where it was typed, at the end; these types let nobody select
    if (!value.endsWith(shortcut)) return false;
    deleteBackward(field.ownerDocument, shortcut.length);
    return true;
  }
  if (start !== end || value.slice(0, end).slice(-shortcut.length) !== shortcut) return false;
  field.setSelectionRange(end - shortcut.length, end);
  return true;
}

function selectInEditor(host: HTMLElement, shortcut: string): boolean {
  const caret = readPlace(host);
  if (!caret) return false;
  const map = mapText(host);
  const end = flatOffset(map, caret.endContainer, caret.endOffset);
  const flat = flatten(shortcut);
  if (map.flat.slice(Math.max(0, end - flat.length), end) !== flat) return false;
  const from = placeAt(map, end - flat.length, 'before');
  const to = placeAt(map, end, 'behind');
  if (!from || !to) return false;
  return putPlace(host, {
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/**
 * Selects what was typed before the caret, so that the text that follows takes its place in one step of undo.
 * @returns false where something else stands there: then nothing was touched
 */
export function selectBefore(element: HTMLElement, shortcut: string): boolean {
  return isField(element) ? selectInField(element, shortcut) : selectInEditor(element, shortcut);
}

/** What is selected in an editor now. */
export function selectedText(element: HTMLElement): string {
  if (isField(element)) return element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0);
  const place = readPlace(element);
  if (!place) return '';
  const map = mapText(element);
  return map.flat.slice(
    flatOffset(map, place.startContainer, place.startOffset),
    flatOffset(map, place.endContainer, place.endOffset),
  );
}
