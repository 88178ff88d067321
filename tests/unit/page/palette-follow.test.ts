// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReplyOutcome } from '../../../utils/domain/palette-sight.ts';
import { followReply } from '../../../utils/page/palette/follow-reply.ts';

const text = 'It is from our own shop, have a look!';
let editor: HTMLTextAreaElement;
let told: ReplyOutcome[];
let page: AbortController;

function fire(type: string, more: object = {}, target: EventTarget = editor, isTrusted = true): void {
  const event = Object.assign(new Event(type, { bubbles: true, composed: true }), more);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
}
const key = (name: string, more: object = {}) => fire('keydown', { key: name, ...more });
const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
/** A key of the person, and what the editor makes of it. */
function press(name: string, value: string, more: object = {}): void {
  key(name, more);
  editor.value = value;
  wait(1_000);
}
const follow = (value = text, before = '') => {
  editor.value = value;
  return followReply(
    document,
    { editor, text, before, stops: [] },
    (outcome) => told.push(outcome),
    page.signal,
  );
};
/** The composer is left for something else in the page. */
function leave(): void {
  const other = document.createElement('button');
  document.body.append(other);
  other.focus();
  fire('focusout');
  wait(5_000);
}

beforeEach(() => {
  vi.useFakeTimers();
  page = new AbortController();
  told = [];
  editor = document.createElement('textarea');
  document.body.replaceChildren(editor);
  editor.focus();
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

test('one that is sent as it was inserted is nothing to tell', () => {
  follow();
  press('Enter', '');
  leave();
  expect(told).toEqual([]);
});

test('changed words are told when the composer is left, once', () => {
  follow();
  press('a', text.replace('our own', 'my'));
  expect(told).toEqual([]);
  leave();
  leave();
  page.abort();
  expect(told).toEqual(['edited']);
});

test('changed, then sent: the site’s empty editor is not an undo', () => {
  follow();
  press('Backspace', text.slice(0, -20));
  press('Enter', '');
  leave();
  expect(told).toEqual(['edited']);
});

test('a press on the site’s own button empties the editor without a word about it', () => {
  follow();
  press('a', `${text} :)`);
  fire('pointerdown', {}, document.body);
  editor.value = '';
  wait(10_000);
  leave();
  expect(told).toEqual([]);
});

test.each([
  ['undo', 'z', { ctrlKey: true }],
  ['deletion', 'Backspace', {}],
])('taken out by %s it is undone, and one that comes back is not', (_how, name, more) => {
  follow();
  press(name, '', more);
  press('y', text, { ctrlKey: true });
  leave();
  expect(told).toEqual([]);
  editor.focus();
  press(name, '', more);
  press('a', 'Thanks!');
  press('Enter', '');
  leave();
  expect(told).toEqual(['undone']);
});

test('written over while it was selected it is undone', () => {
  follow();
  editor.setSelectionRange(0, text.length);
  fire('beforeinput', { inputType: 'insertText' });
  editor.value = 'N';
  wait(1_000);
  leave();
  expect(told).toEqual(['undone']);
});

test('an editor that empties by itself, or a page that plays the person, says nothing', () => {
  follow();
  editor.value = '';
  press('Backspace', '');
  leave();
  editor.focus();
  follow();
  fire('keydown', { key: 'Backspace' }, editor, false);
  editor.value = '';
  wait(1_000);
  leave();
  expect(told).toEqual([]);
});

test('right after Enter nobody can tell an undo from sending', () => {
  follow();
  key('Enter');
  press('Backspace', '');
  leave();
  expect(told).toEqual([]);
});

test('an editor that goes away ends it with what was known', () => {
  follow();
  press('a', text.replace('own', 'old'));
  editor.remove();
  wait(60 * 60_000);
  expect(told).toEqual(['edited']);
});

test('a page that is left ends it', () => {
  follow();
  press('a', text.replace('own', 'old'));
  page.abort();
  expect(told).toEqual(['edited']);
});

test('called again, the palette hears of an undo at once', () => {
  const { settle } = follow();
  press('z', '', { ctrlKey: true });
  expect(told).toEqual([]);
  settle();
  expect(told).toEqual(['undone']);
});
