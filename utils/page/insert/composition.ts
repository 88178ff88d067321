import { deepFocus, documentIn } from './deep-focus.ts';

/** Whether an input method is at work: what is inserted then ends up in the middle of what it writes. */
export interface CompositionWatch {
  composing(): boolean;
  /** @returns false where it did not end in time or the signal aborted first */
  ended(signal: AbortSignal): Promise<boolean>;
}

/** Nobody composes a word for so long; a page may have removed the field and with it the event that ends it. */
const longest = 20_000;
/** Draft.js takes a composed word over 20 ms after its end; what comes before that is lost with it. Milliseconds. */
const takenOver = 40;

// by document: a frame that moves on keeps its window and gets another document
const watches = new WeakMap<Document, CompositionWatch>();

/**
 * Watches a document for input methods, once however often it is asked for, and each frame of the same origin that gets the focus from
 * there or has the pointer over it, until the first asker's signal aborts. To be called when the script starts: what began before nobody can see. The events pass
 * through shadow roots.
 * @param first the document of the script itself, where the way to the focus begins
 * @param begun somebody who came earlier saw one begin that is not over
 */
export function watchComposition(
  document: Document,
  signal: AbortSignal,
  first: Document = document,
  begun = false,
): CompositionWatch {
  const known = watches.get(document);
  if (known) return known;
  let open = begun;
  const waiting = new Set<() => void>();
  const close = () => {
    open = false;
    for (const done of [...waiting]) done();
  };
  const options = { capture: true, passive: true, signal };
  const begin = () => {
    open = true;
  };
  document.addEventListener('compositionstart', begin, options);
  // one that began before we came
  document.addEventListener('compositionupdate', begin, options);
  document.addEventListener('compositionend', close, options);
  const follow = () => {
    const inside = signal.aborted ? undefined : deepFocus(first)?.element.ownerDocument;
    if (inside) watchComposition(inside, signal, first);
  };
  document.defaultView?.addEventListener(
    'blur',
    () => {
      // leaving the window ends it, with or without a word
      close();
      // in the next task the focus is where it went to
      setTimeout(follow, 0);
    },
    options,
  );
  // a press in it gives it the focus without a word out here, if the window was not the one in use
  const pointed = (event: PointerEvent) => {
    const over = event.composedPath()[0];
    const inside = over instanceof Element ? documentIn(over) : null;
    if (inside) watchComposition(inside, signal, first);
  };
  document.addEventListener('pointerover', pointed, options);
  const watch: CompositionWatch = {
    composing: () => open,
    ended: async (stop) => {
      const over = await new Promise<boolean>((resolve) => {
        if (!open || stop.aborted) return resolve(!open);
        const finish = () => {
          clearTimeout(timer);
          waiting.delete(finish);
          stop.removeEventListener('abort', finish);
          resolve(!open && !stop.aborted);
        };
        const timer = setTimeout(finish, longest);
        waiting.add(finish);
        stop.addEventListener('abort', finish);
      });
      if (over) await new Promise((done) => setTimeout(done, takenOver));
      return over;
    },
  };
  watches.set(document, watch);
  signal.addEventListener('abort', () => watches.delete(document));
  // the focus may be in a frame already: the script came later than the page
  follow();
  return watch;
}
