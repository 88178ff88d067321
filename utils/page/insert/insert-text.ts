import { isField, readFacts } from './facts.ts';
import { cutTo, roomIn } from './fit.ts';
import type { Insertion, InsertResult, PasteInPage } from './insertion.ts';
import { makeReady, stopped, wait } from './make-ready.ts';
import { type Plan, planFor, type Writable } from './plan.ts';
import { putText } from './put-text.ts';
import { type Expectation, holds, readText } from './read-text.ts';
import type { RememberedEditor } from './remember-editor.ts';
import { selectedText } from './replaced.ts';
import { stopsBefore, type TextStops } from './text-stops.ts';

/** An editor that shows nothing by then did not take the text, milliseconds. */
const patience = 300;
const lookEvery = 15;

const busy = new WeakSet<Element>();

/**
 * Writes a text into the editor that was remembered, once: gives it the focus and the selection back, lets it notice, waits for an input
 * method, replaces the shortcut, inserts as the editor needs it, and looks whether it is there. Never sends, never presses anything. Where
 * it cannot be sure that nothing was inserted it does not try a second way.
 */
export async function insertText(
  editor: RememberedEditor,
  insertion: Insertion,
  pasteInPage: PasteInPage,
  signal: AbortSignal,
): Promise<InsertResult> {
  const { element } = editor;
  if (busy.has(element)) return { state: 'refused', reason: 'busy' };
  busy.add(element);
  try {
    return await insertOnce(editor, insertion, pasteInPage, signal);
  } finally {
    busy.delete(element);
  }
}

async function insertOnce(
  editor: RememberedEditor,
  insertion: Insertion,
  pasteInPage: PasteInPage,
  signal: AbortSignal,
): Promise<InsertResult> {
  const { element } = editor;
  const plan = currentPlan(editor);
  if ('refused' in plan) return { state: 'refused', reason: plan.refused };
  const obstacle = await makeReady(editor, plan, insertion.replaceBefore, signal);
  if (obstacle) return obstacle;
  if (plan.family === 'clipboard') return { state: 'clipboard', reason: 'unreachable' };

  const lines = insertion.text.replace(/\r\n?/g, '\n');
  const whole = plan.oneLine ? lines.replaceAll('\n', ' ') : lines;
  const text = cutTo(whole, roomIn(element) ?? whole.length);
  if (text === '' && whole !== '') return { state: 'refused', reason: 'full' };
  const expected: Expectation = { before: readText(element), selected: selectedText(element), text };
  if (text === expected.selected) return { ...done(true), cut: whole.length - text.length };

  if (plan.family !== 'paste' && plan.family !== 'paste-only')
    putText(element.ownerDocument, plan.family, text);
  else {
    const taken = await pasteInPage(text).catch(() => 'unknown' as const);
    await wait(0);
    // from here on it may stand there: nobody may be told that it does not
    if (stopped(editor, signal)) return { state: 'gone', reason: 'vanished' };
    // one that took it without saying so shows it
    if (taken === false && plan.family === 'paste' && readText(element) === expected.before)
      putText(element.ownerDocument, 'line-breaks', text);
  }
  const seen = await look(editor, expected);
  if (seen === 'gone') return { state: 'gone', reason: 'vanished' };
  if (seen === 'unchanged') return { state: 'clipboard', reason: 'unchanged' };
  const placed = await placeCaret(editor, plan, insertion, text);
  return { ...done(seen === 'exact'), ...placed, cut: whole.length - text.length };
}

function done(exact: boolean): Extract<InsertResult, { state: 'inserted' }> {
  return { state: 'inserted', exact, caretPlaced: true, cut: 0, stops: null };
}

/** The plan was made when the caret was remembered: a field may have been locked or turned into another since. */
function currentPlan({ element, plan }: RememberedEditor): Plan {
  if ('refused' in plan) return plan;
  const now = planFor(readFacts(element, false));
  return 'refused' in now ? now : plan;
}

/** Watches the editor until it holds the text, or long enough to know that it will not. */
async function look(
  { element }: RememberedEditor,
  expected: Expectation,
): Promise<'exact' | 'changed' | 'unchanged' | 'gone'> {
  const end = performance.now() + patience;
  for (;;) {
    await wait(0);
    if (!element.isConnected) return 'gone';
    const now = readText(element);
    if (holds(now, expected)) return 'exact';
    if (performance.now() >= end) return now === expected.before ? 'unchanged' : 'changed';
    await wait(lookEvery);
  }
}

/** Puts the caret where it was asked for, after the editor has put it behind the text. */
async function placeCaret(
  { element }: RememberedEditor,
  { settleFor }: Writable,
  { caret, tabStops = [] }: Insertion,
  text: string,
): Promise<{ caretPlaced: boolean; stops: TextStops | null }> {
  const first = tabStops[0] ?? (caret === undefined || caret >= text.length ? undefined : [caret, caret]);
  if (!first) return { caretPlaced: true, stops: null };
  let stops = stopsBefore(element, text);
  for (let waited = 0; !stops && waited < patience && !isField(element); waited += lookEvery) {
    await wait(lookEvery);
    stops = stopsBefore(element, text);
  }
  const caretPlaced = stops?.select([first[0], first[1]]) ?? false;
  await wait(settleFor);
  return { caretPlaced, stops: tabStops.length > 0 ? stops : null };
}
