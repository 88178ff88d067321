import type { ReplyOutcome } from '../../domain/palette-sight.ts';
import { isField } from '../insert/facts.ts';
import { readText } from '../insert/read-text.ts';
import { hasFocus } from '../insert/remember-editor.ts';
import { readPlace } from '../insert/selection.ts';
import type { Span } from '../insert/text-stops.ts';
import { remainsOf } from '../insert/what-remains.ts';

/** Milliseconds. */
const times = {
  /** after the last key of a run, the editor is read */
  typed: 400,
  /** an editor carries out a deletion or an undo within */
  takenOut: 700,
  /** a site empties its editor after sending; what goes meanwhile may be that */
  sending: 2_000,
  /** a focus that is away for so long has left the composer */
  left: 1_500,
  /** nobody writes at one reply for so long */
  longest: 1_800_000,
};

/** A reply that was just inserted, and stands in its editor word for word. */
export interface InsertedReply {
  editor: HTMLElement;
  text: string;
  /** what stood in the editor before */
  before: string;
  stops: readonly Span[];
}

export interface Follower {
  /** Says what has become of it if that is known: the palette is called again. */
  settle(): void;
}

/** Whether a key takes something out, or brings an older state back. */
function takesOut({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (
    key === 'Backspace' || key === 'Delete' || ((ctrlKey || metaKey) && /^[xyz]$/.test(key.toLowerCase()))
  );
}

function hasSelection(editor: HTMLElement): boolean {
  if (isField(editor)) return editor.selectionStart !== editor.selectionEnd;
  const place = readPlace(editor);
  return (
    place !== null && (place.startContainer !== place.endContainer || place.startOffset !== place.endOffset)
  );
}

/**
 * Follows a reply from its insertion until it is sent or its editor goes: whether the person changed its words, or took it out again. Only what
 * the person's own keys did counts; an editor that is empty after Enter or a press somewhere else was most likely sent, and then the last state
 * before holds. Where it is not sure nothing is said. Reads the editor after a pause and before what may send it, never at each key.
 * @param tell called once at most
 */
export function followReply(
  document: Document,
  { editor, text, before, stops }: InsertedReply,
  tell: (outcome: ReplyOutcome) => void,
  outer: AbortSignal,
): Follower {
  const remains = remainsOf(text, before, stops);
  const stop = new AbortController();
  const { signal } = stop;
  let state: ReplyOutcome | 'whole' = 'whole';
  let takenOutUntil = Number.NEGATIVE_INFINITY;
  let sentUntil = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    if (signal.aborted) return;
    stop.abort();
    if (state !== 'whole') tell(state);
  };
  const look = () => {
    if (signal.aborted) return;
    if (!editor.isConnected) return end();
    const now = remains(readText(editor));
    if (now !== 'gone') state = now === 'whole' ? 'whole' : 'edited';
    else if (state !== 'undone') {
      const at = performance.now();
      // not the person's doing, or nobody can tell: what was known before it went holds
      if (at > takenOutUntil || at < sentUntil) return end();
      state = 'undone';
    }
  };
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  const takeOut = () => {
    // what had gone before this key did not go by it
    if (performance.now() > takenOutUntil) look();
    takenOutUntil = performance.now() + times.takenOut;
    lookIn(times.typed);
  };
  const maySend = () => {
    look();
    sentUntil = performance.now() + times.sending;
    lookIn(times.sending - times.typed);
  };

  const heardKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || !hasFocus(editor)) return;
    if (event.key === 'Enter' && !event.shiftKey) maySend();
    else if (takesOut(event)) takeOut();
    else lookIn(times.typed);
  };
  const heardInput = (event: InputEvent) => {
    if (!event.isTrusted || !hasFocus(editor)) return;
    if (/^(delete|history)/.test(event.inputType) || hasSelection(editor)) takeOut();
    else lookIn(times.typed);
  };
  const pressed = (event: PointerEvent) => {
    const inside = event.composedPath().includes(editor) || event.target === editor;
    if (event.isTrusted && !inside) maySend();
  };
  const left = () => {
    setTimeout(() => {
      if (signal.aborted || hasFocus(editor)) return;
      look();
      // one that is whole may yet be come back to
      if (state !== 'whole') end();
    }, times.left);
  };

  const options = { capture: true, passive: true, signal };
  for (const view of new Set([document.defaultView, editor.ownerDocument.defaultView])) {
    view?.addEventListener('keydown', heardKey, options);
    view?.addEventListener('beforeinput', heardInput, options);
    view?.addEventListener('pointerdown', pressed, options);
    view?.addEventListener('pagehide', end, options);
  }
  editor.addEventListener('focusout', left, { passive: true, signal });
  outer.addEventListener('abort', end, { signal });
  const longest = setTimeout(end, times.longest);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(longest);
  });
  // the site has drawn it anew in other words since
  if (remains(readText(editor)) !== 'whole') stop.abort();
  return {
    settle: () => {
      look();
      if (state === 'undone') end();
    },
  };
}
