import type { InsertResult } from './insertion.ts';
import type { Writable } from './plan.ts';
import { hasFocus, type RememberedEditor, restoreEditor } from './remember-editor.ts';
import { selectBefore } from './replaced.ts';
import { andNoticed } from './selection.ts';

export function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Why it cannot go on, or null. Asked again after each wait, for pages do not stand still. */
export function stopped({ element }: RememberedEditor, signal: AbortSignal): InsertResult | null {
  if (signal.aborted) return { state: 'gone', reason: 'stopped' };
  return element.isConnected ? null : { state: 'gone', reason: 'removed' };
}

/** Focus, selection, end of the composition, selected shortcut; and each time the editor is given the time to notice. */
export async function makeReady(
  editor: RememberedEditor,
  { settleFor }: Writable,
  shortcut: string | undefined,
  signal: AbortSignal,
): Promise<InsertResult | null> {
  const { element, composition } = editor;
  const begun = stopped(editor, signal);
  if (begun) return begun;
  if (composition.composing()) {
    if (!(await composition.ended(signal)))
      return stopped(editor, signal) ?? { state: 'refused', reason: 'composing' };
    // the editor takes the composed word over in its own task; the caret is behind that word now, not where it was
    await wait(settleFor);
  } else if (!(await andNoticed(element, settleFor, () => restoreEditor(editor))))
    return { state: 'gone', reason: 'unfocused' };
  const over = stopped(editor, signal);
  if (over) return over;
  if (shortcut !== undefined && shortcut !== '') {
    if (!(await andNoticed(element, settleFor, () => selectBefore(element, shortcut))))
      return { state: 'refused', reason: 'shortcut-gone' };
  }
  if (composition.composing()) return { state: 'refused', reason: 'composing' };
  return stopped(editor, signal) ?? (hasFocus(element) ? null : { state: 'gone', reason: 'unfocused' });
}
