import assert from 'node:assert/strict';
import { type Driven, modelWhen, order, press, textOf } from './driven.ts';
import type { Inserted, Order } from './orders.ts';

type Insertion = Extract<Order, { order: 'insert' }>['insertion'];

function ask(page: Driven, question: string): Promise<unknown> {
  return page.evaluate((name) => window.underTest.ask?.(name), question);
}

async function begin(page: Driven, name: string, typed = '', how: 'remember' | 'palette' = 'remember') {
  await ask(page, name);
  if (typed) await page.keyboard.type(typed);
  await modelWhen(page, (text) => text.endsWith(typed));
  return order<{ family: string | null }>(page, { order: how });
}

async function insert(page: Driven, insertion: Insertion, more: object = {}): Promise<Inserted> {
  return order<Inserted>(page, { order: 'insert', insertion, ...more });
}

const inserted = { state: 'inserted', exact: true, caretPlaced: true, cut: 0, stops: null };

/** Every refusal with the field that stands for it. */
const refusals: Record<string, string> = {
  password: 'password',
  'shown password': 'password',
  'masked password': 'password',
  code: 'one-time-code',
  'code by name': 'one-time-code',
  'code by label': 'one-time-code',
  card: 'card',
  'card by name': 'card',
  'card by hint': 'card',
  'read-only': 'read-only',
  'read-only editor': 'read-only',
  'a number': 'unsupported-field',
};

/** What is not a matter of the editor: the same in both browsers, each on a page where nothing else is. */
export const specialCases: Record<string, (page: Driven) => Promise<void>> = {
  'what must not be written into is refused, with the reason': async (page) => {
    for (const [name, reason] of Object.entries(refusals)) {
      assert.deepEqual(await begin(page, name), { family: reason }, name);
      const before = await textOf(page);
      const { results } = await insert(page, { text: 'Thank you' });
      assert.deepEqual(results, [{ state: 'refused', reason }], name);
      assert.equal(await textOf(page), before, name);
    }
  },
  'an e-mail field, which tells no selection': async (page) => {
    await begin(page, 'email', ';me');
    const { results } = await insert(page, { text: 'ana@shop.example', replaceBefore: ';me' });
    assert.deepEqual(results, [inserted]);
    assert.equal(await textOf(page), 'ana@shop.example');
    await page.keyboard.type('Z');
    assert.equal(await modelWhen(page, (text) => text.endsWith('Z')), 'ana@shop.exampleZ');
  },
  'a field of one line gets spaces for line ends': async (page) => {
    await begin(page, 'line', 'ab ', 'palette');
    const { results } = await insert(page, { text: 'Hi\nAna' });
    assert.deepEqual(results, [inserted]);
    assert.equal(await textOf(page), 'ab Hi Ana');
  },
  'maxlength is obeyed, never within a character, and reported': async (page) => {
    await begin(page, 'limited', 'ab ');
    const { results } = await insert(page, { text: 'Hi 👩‍👩‍👧‍👦 ok' });
    assert.deepEqual(results, [{ ...inserted, cut: 14 }]);
    assert.equal(await textOf(page), 'ab Hi ');
    await begin(page, 'full');
    const { results: none } = await insert(page, { text: 'Hi' });
    assert.deepEqual(none, [{ state: 'refused', reason: 'full' }]);
    assert.equal(await textOf(page), 'abc');
  },
  'an editor that vanishes while the palette is open': async (page) => {
    await begin(page, 'editable', 'ab ', 'palette');
    await ask(page, 'remove');
    const { results } = await insert(page, { text: 'Hi' });
    assert.deepEqual(results, [{ state: 'gone', reason: 'removed' }]);
  },
  'a field that is locked while the palette is open': async (page) => {
    await begin(page, 'line', 'ab ', 'palette');
    await ask(page, 'lock');
    const { results } = await insert(page, { text: 'Hi' });
    assert.deepEqual(results, [{ state: 'refused', reason: 'read-only' }]);
    assert.equal(await textOf(page), 'ab ');
  },
  'a site that lets go of the caret, or of every node, when the focus leaves': async (page) => {
    for (const name of ['forgetful', 'redrawn']) {
      await ask(page, name);
      await page.keyboard.type('ab cd');
      for (const _ of 'cd') await press(page, 'ArrowLeft');
      await order(page, { order: 'palette' });
      const { results } = await insert(page, { text: 'Thank you' });
      assert.deepEqual(results, [inserted], name);
      assert.equal(await textOf(page), 'ab Thank youcd', name);
    }
  },
  'the page goes away before anything is inserted': async (page) => {
    await begin(page, 'editable', 'ab ', 'palette');
    const { results } = await insert(page, { text: 'Hi' }, { stopped: true });
    assert.deepEqual(results, [{ state: 'gone', reason: 'stopped' }]);
    assert.equal(await textOf(page), 'ab ');
  },
  'a site that eats what comes: the clipboard, and nothing a second way': async (page) => {
    for (const name of ['eating', 'guarded']) {
      await begin(page, name, 'ab');
      const { results } = await insert(page, { text: 'Thank you' });
      assert.deepEqual(results, [{ state: 'clipboard', reason: 'unchanged' }], name);
      assert.equal(await textOf(page), 'ab', name);
    }
  },
  'what goes to the clipboard finds the typed shortcut selected': async (page) => {
    await begin(page, 'eating', 'ab;th');
    const { results } = await insert(page, { text: 'Thank you', replaceBefore: ';th' });
    assert.deepEqual(results, [{ state: 'clipboard', reason: 'unchanged' }]);
    assert.equal(await page.evaluate(() => String(document.getSelection())), ';th');
  },
  'an editor that takes a paste without saying so gets it once': async (page) => {
    await begin(page, 'lying', 'ab ');
    const { results, pastes } = await insert(page, { text: 'Thank you' });
    assert.equal(results[0]?.state, 'inserted');
    assert.equal(pastes, 1);
    assert.equal((await textOf(page)).split('Thank you').length, 2);
  },
  'the way to the page’s world breaks: no second way, for the text may be there': async (page) => {
    await begin(page, 'editable', 'ab ');
    const { results } = await insert(page, { text: 'Thank you' }, { paste: 'fails' });
    assert.deepEqual(results, [{ state: 'clipboard', reason: 'unchanged' }]);
    assert.equal(await textOf(page), 'ab ');
    await begin(page, 'taking', 'ab ');
    const { results: lost } = await insert(page, { text: 'Thank you' }, { paste: 'is lost' });
    assert.equal(lost[0]?.state, 'inserted');
    assert.equal(await textOf(page), 'ab Thank you');
  },
  'asked for twice at the same time, inserted once': async (page) => {
    await begin(page, 'editable', 'ab ');
    const { results } = await insert(page, { text: 'Thank you' }, { twice: true });
    assert.deepEqual(results, [inserted, { state: 'refused', reason: 'busy' }]);
    assert.equal(await textOf(page), 'ab Thank you');
  },
  'a shortcut that is not there any more: nothing of the person’s text goes': async (page) => {
    for (const name of ['line', 'editable', 'email']) {
      await begin(page, name, 'ab;t');
      const { results } = await insert(page, { text: 'Thank you', replaceBefore: ';th' });
      assert.deepEqual(results, [{ state: 'refused', reason: 'shortcut-gone' }], name);
      assert.equal(await textOf(page), 'ab;t', name);
    }
  },
};

/** Nothing of ours pressed a key, clicked or sent a form. */
export async function assertNothingPressed(page: Driven): Promise<void> {
  assert.deepEqual(await page.evaluate(() => window.pressed), []);
}
