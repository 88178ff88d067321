import { watchComposition } from '../insert/composition.ts';
import { deepFocus } from '../insert/deep-focus.ts';
import { type TypedShortcut, watchTyped } from './typed-shortcut.ts';

/**
 * Listens to what is written in a page and in its frames of the same origin, which have no script of ours: for shortcuts, and for input methods.
 * @param options.known folded shortcuts
 * @param options.heard one of them was typed
 * @param options.composing an input method was at work before we came
 * @returns `afterWord` calls back at once, or when the input method is done with its word: the focus of anything of ours would make a word of
 * letters that were none; where it does not end in time, never
 */
export function watchWriting(
  document: Document,
  {
    known,
    heard,
    composing,
  }: { known: () => ReadonlySet<string>; heard: (typed: TypedShortcut) => void; composing: boolean },
  signal: AbortSignal,
): { afterWord(then: () => void): Promise<void> } {
  const compositions = watchComposition(document, signal, document, composing);
  const watched = new WeakSet<Document>();
  let waiting = false;

  const watchIn = (inside: Document | undefined) => {
    if (!inside?.defaultView || signal.aborted || watched.has(inside)) return;
    watched.add(inside);
    const editorOf = () => deepFocus(document)?.element ?? null;
    watchTyped(inside.defaultView, known, editorOf, heard, signal);
  };
  // in the next task the focus is where it went to
  const follow = () => setTimeout(() => watchIn(deepFocus(document)?.element.ownerDocument));
  watchIn(document);
  document.defaultView?.addEventListener('blur', follow, { signal });
  follow();

  return {
    async afterWord(then) {
      const inside = deepFocus(document)?.element.ownerDocument;
      const composition = inside ? watchComposition(inside, signal, document) : compositions;
      if (!composition.composing()) return then();
      if (waiting) return;
      waiting = true;
      const over = await composition.ended(signal);
      waiting = false;
      if (over) then();
    },
  };
}
