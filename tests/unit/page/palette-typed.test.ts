// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { foldShortcut, shortcutAt, watchTyped } from '../../../utils/page/palette/typed-shortcut.ts';

const known = new Set(['shop', '发货', 'ab'].map(foldShortcut));

test.each([
  [';shop', ';shop'],
  ['well /shop', '/shop'],
  ['well ；shop', '；shop'],
  ['／ＳＨＯＰ', '／ＳＨＯＰ'],
  ['line\n;Shop', ';Shop'],
  ['你好；发货', '；发货'],
  ['(;ab', ';ab'],
])('%j calls for its reply, with what was typed to be replaced', (before, typed) => {
  expect(shortcutAt(before, known)?.typed).toBe(typed);
});

test.each([
  'shop',
  'and/shop',
  'https://shop',
  '</shop',
  './shop',
  'a;shop',
  ';shops',
  ';sho',
  '; shop',
  ';;shop',
  '&amp;shop',
  '1/ab',
])('%j is no call', (before) => {
  expect(shortcutAt(before, known)).toBeNull();
});

/** Types the last letter of what a field holds. */
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string, more: object = {}): void {
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  const event = new InputEvent('input', {
    bubbles: true,
    data: text.slice(-1),
    inputType: 'insertText',
    ...more,
  });
  Object.defineProperty(event, 'isTrusted', { value: !('forged' in more) });
  field.dispatchEvent(event);
}

function watched() {
  document.body.replaceChildren();
  const field = document.createElement('textarea');
  document.body.append(field);
  const heard = vi.fn();
  const stop = new AbortController();
  watchTyped(
    window as unknown as Window,
    () => known,
    () => field,
    ({ shortcut }) => heard(shortcut),
    stop.signal,
  );
  return { field, heard, stop };
}

test('typing the last letter of a shortcut calls, once', () => {
  const { field, heard, stop } = watched();
  for (const text of [';', ';s', ';sh', ';sho', ';shop']) type(field, text);
  expect(heard.mock.calls).toEqual([['shop']]);
  stop.abort();
  type(field, ';ab');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('what a page writes itself, a paste and a word being composed are no calls', () => {
  const { field, heard, stop } = watched();
  type(field, ';shop', { forged: true });
  type(field, ';shop', { inputType: 'insertFromPaste' });
  type(field, ';shop', { isComposing: true });
  expect(heard).not.toHaveBeenCalled();
  stop.abort();
});

test('a word that an input method has just written is one', async () => {
  const { field, heard, stop } = watched();
  field.value = '；发货';
  field.setSelectionRange(3, 3);
  const event = new Event('compositionend', { bubbles: true });
  Object.defineProperties(event, { isTrusted: { value: true }, data: { value: '发货' } });
  field.dispatchEvent(event);
  await new Promise((done) => setTimeout(done, 5));
  expect(heard.mock.calls).toEqual([['发货']]);
  stop.abort();
});
