import { isField } from '../insert/facts.ts';
import { readPlace } from '../insert/selection.ts';

/** What stood before the caret, and which of the known shortcuts it ends with. */
export interface TypedShortcut {
  /** with its trigger, as it was typed: it goes when the reply comes */
  typed: string;
  /** without the trigger, folded as the known ones are */
  shortcut: string;
}

/** Longest shortcut and its trigger, UTF-16 units, with one more to see what it stands behind. */
const reach = 48;

const ending = /[;/；／]([^\s;/；／]{1,40})$/u;

/**
 * What a trigger may stand behind: nothing, a space, a character of a language that writes without spaces, or a mark. Not behind a letter or
 * digit (`and/or`, `w/o`), nor in an address or a tag (`https://`, `./`, `</`).
 */
const opens =
  /^$|[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$|[^\p{L}\p{N}:/\\;；／.<&=?#_-]$/u;

/** The same shortcut however wide or tall it was typed. */
export function foldShortcut(shortcut: string): string {
  return shortcut.normalize('NFKC').toLowerCase();
}

/**
 * Finds a shortcut at the end of a text.
 * @param before text before the caret
 * @param known folded shortcuts
 */
export function shortcutAt(before: string, known: ReadonlySet<string>): TypedShortcut | null {
  const found = ending.exec(before);
  if (!found?.[1]) return null;
  const shortcut = foldShortcut(found[1]);
  if (!known.has(shortcut) || !opens.test(before.slice(0, found.index))) return null;
  return { typed: found[0], shortcut };
}

/** A little of the text before the caret of an editor; nothing where something is selected or the caret stands between elements. */
export function textBefore(host: HTMLElement): string {
  if (isField(host)) {
    // fields for addresses tell no selection: what was typed last stands at the end
    const end = host.selectionEnd ?? host.value.length;
    if ((host.selectionStart ?? end) !== end) return '';
    return host.value.slice(Math.max(0, end - reach), end);
  }
  const place = readPlace(host);
  if (!place || place.startContainer !== place.endContainer || place.startOffset !== place.endOffset)
    return '';
  const { endContainer: node, endOffset: end } = place;
  return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').slice(Math.max(0, end - reach), end) : '';
}

/**
 * Calls back when a known shortcut was typed. Reads a few characters before the caret, and only after a key that could end one.
 * @param editorOf the editor that has the focus, through shadow roots
 */
export function watchTyped(
  view: Window,
  known: () => ReadonlySet<string>,
  editorOf: () => HTMLElement | null,
  heard: (typed: TypedShortcut) => void,
  signal: AbortSignal,
): void {
  const look = (last: string | null) => {
    const shortcuts = known();
    if (shortcuts.size === 0 || !last) return;
    const folded = foldShortcut(last.slice(-1));
    if (folded === '' || ![...shortcuts].some((shortcut) => shortcut.endsWith(folded))) return;
    const host = editorOf();
    const found = host && shortcutAt(textBefore(host), shortcuts);
    if (found) heard(found);
  };
  const options = { capture: true, passive: true, signal };
  view.addEventListener(
    'input',
    (event) => {
      const typed = event as InputEvent;
      // only what a person types: a page could write a shortcut itself to have the palette opened
      if (event.isTrusted && !typed.isComposing && typed.inputType === 'insertText') look(typed.data);
    },
    options,
  );
  // an input method's word stands in the editor a moment after it was taken
  view.addEventListener(
    'compositionend',
    (event) => {
      const { data } = event as CompositionEvent;
      if (event.isTrusted && data) setTimeout(() => !signal.aborted && look(data), 0);
    },
    options,
  );
}
