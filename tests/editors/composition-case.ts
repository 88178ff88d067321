import assert from 'node:assert/strict';
import { type Driven, freshEditor, modelWhen, order, textOf } from './driven.ts';
import type { Inserted } from './orders.ts';

/** What an input method does, as the browser's own driver can do it. */
export interface InputMethod {
  /** shows a word that is not decided yet */
  compose(text: string): Promise<void>;
  /** decides: the word is in the text */
  commit(text: string): Promise<void>;
}

/** A text is called for while a word is being composed: it waits, and comes behind the word. */
export async function runComposition(page: Driven, method: InputMethod): Promise<void> {
  const text = '谢谢您！\nLin';
  await freshEditor(page);
  await page.keyboard.type('ab ');
  await modelWhen(page, (model) => model === 'ab ');
  await method.compose('n');
  await method.compose('ni');
  await order(page, { order: 'remember' });
  const waiting = order<Inserted>(page, { order: 'insert', insertion: { text } });
  // long enough for an insertion that does not wait
  await new Promise((done) => setTimeout(done, 200));
  assert.ok(!(await textOf(page)).includes('谢'), 'inserted while the word was being composed');
  await method.commit('你');
  const { results } = await waiting;
  assert.equal(results[0]?.state, 'inserted', JSON.stringify(results));
  assert.equal(await textOf(page), `ab 你${text}`);
  await page.keyboard.type('Z');
  assert.equal(await modelWhen(page, (model) => model.includes('Z')), `ab 你${text}Z`);
}
