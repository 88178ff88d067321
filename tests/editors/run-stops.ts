import assert from 'node:assert/strict';
import type { InsertResult } from '../../utils/page/insert/insertion.ts';
import { type Driven, freshEditor, modelWhen, order, textOf, whenDrawn } from './driven.ts';
import type { Inserted } from './orders.ts';

const text = 'Hi NAME,\nuse the code CODE 🎁 today.\nLin';
const at = (word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];

async function insertBehind(
  page: Driven,
  typed: string,
  insertion: object,
): Promise<InsertResult | undefined> {
  await freshEditor(page);
  if (typed) await page.keyboard.type(typed);
  await modelWhen(page, (model) => model === typed);
  await order(page, { order: 'remember' });
  const { results } = await order<Inserted>(page, { order: 'insert', insertion: { text, ...insertion } });
  return results[0];
}

/** The caret in the middle of the second line, behind an emoji. */
export async function runCaret(page: Driven): Promise<void> {
  const caret = text.indexOf(' today');
  const result = await insertBehind(page, 'ab ', { caret });
  assert.deepEqual(result, { state: 'inserted', exact: true, caretPlaced: true, cut: 0, stops: null });
  await page.keyboard.type('Z');
  const wanted = `ab ${text.slice(0, caret)}Z${text.slice(caret)}`;
  assert.equal(await modelWhen(page, (model) => model === wanted), wanted);
}

/** Two stops: each is selected, what is typed takes its place, and the second is still found after the first has grown. */
export async function runStops(page: Driven): Promise<void> {
  const result = await insertBehind(page, 'ab ', { tabStops: [at('NAME'), at('CODE')] });
  assert.equal(result?.state, 'inserted');
  assert.equal('caretPlaced' in (result ?? {}) && (result as { caretPlaced: boolean }).caretPlaced, true);
  await page.keyboard.type('Annabelle');
  const first = `ab ${text.replace('NAME', 'Annabelle')}`;
  assert.equal(await modelWhen(page, (model) => model === first), first);
  await whenDrawn(page);
  assert.deepEqual(await order(page, { order: 'stop', index: 1 }), { selected: true });
  // as long as a person's hand needs for the next key
  await new Promise((done) => setTimeout(done, 130));
  await page.keyboard.type('TEA');
  const second = first.replace('CODE', 'TEA');
  assert.equal(await modelWhen(page, (model) => model === second), second);
}

const letter = 'Dear Ana,\n\n\nLin';

/** The caret on an empty line. */
export async function runCaretOnEmptyLine(page: Driven): Promise<void> {
  await freshEditor(page);
  await order(page, { order: 'remember' });
  const caret = 'Dear Ana,\n\n'.length;
  await order<Inserted>(page, { order: 'insert', insertion: { text: letter, caret } });
  await page.keyboard.type('Z');
  const wanted = 'Dear Ana,\n\nZ\nLin';
  await modelWhen(page, (model) => model === wanted);
  assert.equal(await textOf(page), wanted);
}
