import { newId } from '../../domain/new-id.ts';
import type { PaletteSight } from '../../domain/palette-sight.ts';
import { readHere } from '../features/capture.ts';
import { type DeepFocus, deepFocus } from '../insert/deep-focus.ts';
import { readFacts } from '../insert/facts.ts';
import { planFor } from '../insert/plan.ts';
import { type RememberedEditor, rememberEditor } from '../insert/remember-editor.ts';
import { mapText, placeAt } from '../insert/text-map.ts';
import type { Page } from '../page.ts';
import type { LastPress } from './palette-slot.ts';
import { lookFrom, withReading } from './sight.ts';

/** What the page says of itself is waited for so long, in milliseconds: a reply can be written without it. */
const readWithin = 600;

/** Where popup and side panel, which stand beside the page, would insert. */
export interface Beside {
  opening: string;
  editor: RememberedEditor | null;
  typed: undefined;
  inserting: boolean;
}

/**
 * Remembers the editor that the person used last, for whoever asks from beside the page: there nobody takes the focus from the editor, and a click
 * somewhere else in the page does.
 */
export function lookBeside(page: Page, lastPress: LastPress, signal: AbortSignal) {
  const { document } = page;
  let last: DeepFocus | null = null;
  let now: Beside | null = null;
  const follow = () => {
    const focus = deepFocus(document);
    if (focus && 'family' in planFor(readFacts(focus.element, focus.closed))) last = focus;
  };
  document.defaultView?.addEventListener('focusin', follow, { capture: true, passive: true, signal });
  follow();

  /** The editor that has the focus, else the one that had it last. */
  function editorNow(inPalette: RememberedEditor | null): RememberedEditor | null {
    const focused = inPalette ?? rememberEditor(document, signal);
    if (focused || !last?.element.isConnected) return focused;
    const editor = rememberEditor(document, signal, last);
    if (!editor || editor.field || editor.caret) return editor;
    // the caret is somewhere else by now, and a bare focus would put it before what stands there
    const map = mapText(editor.element);
    const end = map.flat.length;
    const at = placeAt(map, end, 'behind');
    if (!at) return editor;
    const place = {
      startContainer: at.node,
      startOffset: at.offset,
      endContainer: at.node,
      endOffset: at.offset,
    };
    return { ...editor, caret: { place, start: end, end } };
  }

  return {
    /** @returns what was looked at under this name */
    of: (opening: string) => (now?.opening === opening ? now : null),
    /** A reply stands there: the next one is another, also in the same editor. */
    done() {
      now = null;
    },
    /**
     * What a reply would be for. The same editor keeps its name.
     * @param inPalette the editor that the palette in the page was called from, while it is open and has the focus
     */
    async look(inPalette: RememberedEditor | null): Promise<PaletteSight> {
      const editor = editorNow(inPalette);
      const same = now !== null && now.editor?.element === editor?.element;
      const opening = same && now ? now.opening : newId();
      if (!same || !now?.inserting) now = { opening, editor, typed: undefined, inserting: false };
      const sight = lookFrom(page, editor, { opening, shortcut: undefined, lastPress });
      if (sight.mode === 'message') return sight;
      const stop = new AbortController();
      const late = new Promise<null>((done) => setTimeout(done, readWithin, null));
      const looked = await Promise.race([readHere(page, stop.signal), late]);
      stop.abort();
      return looked?.state === 'read' && looked.reading.kind !== 'blocked'
        ? withReading(sight, looked.reading)
        : sight;
    },
  };
}
