import { type CompositionWatch, watchComposition } from './composition.ts';
import { type DeepFocus, deepFocus } from './deep-focus.ts';
import { isField, readFacts } from './facts.ts';
import { type Plan, planFor } from './plan.ts';
import { type Place, putPlace, readPlace, samePlace } from './selection.ts';
import { flatOffset, mapText, placeAt } from './text-map.ts';

/** Selection of a field; numbers are null where its type tells none (e-mail addresses). */
interface FieldPlace {
  start: number | null;
  end: number | null;
}

/** Where the caret of an editor stood: as nodes, and as distances that survive the nodes. */
interface EditorPlace {
  place: Place;
  start: number;
  end: number;
}

/** An editor with the caret as it was when the person called for us. */
export interface RememberedEditor {
  element: HTMLElement;
  plan: Plan;
  field: FieldPlace | null;
  caret: EditorPlace | null;
  composition: CompositionWatch;
}

function caretIn(host: HTMLElement): EditorPlace | null {
  const place = readPlace(host);
  if (!place) return null;
  const map = mapText(host);
  return {
    place,
    start: flatOffset(map, place.startContainer, place.startOffset),
    end: flatOffset(map, place.endContainer, place.endOffset),
  };
}

/**
 * Remembers the editor that has the focus and its selection; to be called before anything of ours takes the focus.
 * @param signal ends the watch for input methods
 * @param focus where it is; for an editor that had it before, where it was
 * @returns null where nothing that can be written in has the focus; an editor that is refused comes with the reason in its plan
 */
export function rememberEditor(
  document: Document,
  signal: AbortSignal,
  focus: DeepFocus | null = deepFocus(document),
): RememberedEditor | null {
  if (!focus) return null;
  const { element, closed } = focus;
  const plan = planFor(readFacts(element, closed));
  if ('refused' in plan && plan.refused === 'not-editable') return null;
  const field = isField(element) ? { start: element.selectionStart, end: element.selectionEnd } : null;
  return {
    element,
    plan,
    field,
    caret: field ? null : caretIn(element),
    composition: watchComposition(element.ownerDocument, signal, document),
  };
}

/** Whether the focus is in this very editor: in its own tree, and in that of each frame around it. */
export function hasFocus(element: Element): boolean {
  const active = (element.getRootNode() as Document | ShadowRoot).activeElement;
  if (active !== element && !(active && element.contains(active))) return false;
  // what had the focus in a frame last is that frame's active element for ever
  const around = element.ownerDocument.defaultView?.frameElement;
  return !around || hasFocus(around);
}

/** From the outside in: a frame's own window gets no focus while another frame has it (Chromium). */
function takeFocus(element: HTMLElement): void {
  const around = element.ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined;
  if (around && !hasFocus(around)) takeFocus(around);
  element.ownerDocument.defaultView?.focus();
  element.focus({ preventScroll: true });
}

function restoreCaret(host: HTMLElement, caret: EditorPlace): boolean {
  if (samePlace(readPlace(host), caret.place)) return true;
  if (putPlace(host, caret.place)) return true;
  // the editor has drawn itself anew: the same distance from its start
  const map = mapText(host);
  const start = placeAt(map, caret.start, 'behind');
  const end = placeAt(map, caret.end, 'behind');
  if (!start || !end) return false;
  return putPlace(host, {
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/**
 * Gives the focus and the selection back as they were. `focus()` alone puts the caret of most rich editors at the start.
 * @returns false where the editor takes no focus any more
 */
export function restoreEditor({ element, field, caret }: RememberedEditor): boolean {
  if (!hasFocus(element) || !element.ownerDocument.hasFocus()) takeFocus(element);
  if (!hasFocus(element)) return false;
  if (isField(element)) {
    if (field && field.start !== null && field.end !== null)
      element.setSelectionRange(field.start, field.end);
  } else if (caret) restoreCaret(element, caret);
  return true;
}
