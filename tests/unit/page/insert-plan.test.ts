import { expect, test } from 'vitest';
import type { EditorFacts, EditorKind } from '../../../utils/page/insert/facts.ts';
import { planFor } from '../../../utils/page/insert/plan.ts';

const textarea: EditorFacts = {
  tag: 'textarea',
  type: 'textarea',
  autocomplete: '',
  words: '',
  readOnly: false,
  disabled: false,
  masked: false,
  editable: true,
  editor: 'unknown',
  closed: false,
};
const input: EditorFacts = { ...textarea, tag: 'input', type: 'text' };
const editor = (kind: EditorKind, more: Partial<EditorFacts> = {}): EditorFacts => ({
  ...textarea,
  tag: 'div',
  type: '',
  editor: kind,
  ...more,
});

test.each([
  ['prosemirror', 'paragraphs'],
  ['quill', 'paragraphs'],
  ['tinymce', 'line-breaks'],
  ['codemirror', 'single'],
  ['draft', 'paste-only'],
  ['lexical', 'paste-only'],
  ['slate', 'paste-only'],
  ['ckeditor', 'paste-only'],
  ['trix', 'paste-only'],
  ['unknown', 'paste'],
] as const)('%s goes by %s', (kind, family) => {
  expect(planFor(editor(kind))).toMatchObject({ family, oneLine: false });
});

test('fields go by the browser, those of one line without line ends', () => {
  expect(planFor(textarea)).toEqual({ family: 'field', oneLine: false, settleFor: 0 });
  for (const type of ['text', 'search', 'url', 'email', 'tel'])
    expect(planFor({ ...input, type })).toEqual({ family: 'field', oneLine: true, settleFor: 0 });
});

test('in a closed root no paste arrives: what needs one goes to the clipboard, the rest by lines', () => {
  for (const kind of ['draft', 'lexical', 'slate', 'ckeditor', 'trix'] as const)
    expect(planFor(editor(kind, { closed: true }))).toMatchObject({ family: 'clipboard' });
  expect(planFor(editor('unknown', { closed: true }))).toMatchObject({ family: 'line-breaks' });
  expect(planFor(editor('quill', { closed: true }))).toMatchObject({ family: 'paragraphs' });
  expect(planFor({ ...textarea, closed: true })).toMatchObject({ family: 'field' });
});

test('Slate and CKEditor are given the time that they need to notice', () => {
  expect(planFor(editor('slate'))).toMatchObject({ settleFor: 120 });
  expect(planFor(editor('ckeditor'))).toMatchObject({ settleFor: 70 });
});

test.each<[string, Partial<EditorFacts>, string]>([
  ['a password', { type: 'password' }, 'password'],
  ['a password that is shown', { autocomplete: 'current-password' }, 'password'],
  ['a new password', { autocomplete: 'section-a new-password' }, 'password'],
  ['dots instead of letters', { masked: true }, 'password'],
  ['a code', { autocomplete: 'one-time-code' }, 'one-time-code'],
  ['a code by name', { words: 'otp' }, 'one-time-code'],
  ['a code by its label', { words: 'Verification code' }, 'one-time-code'],
  ['a code in Chinese', { words: '请输入验证码' }, 'one-time-code'],
  ['a code in traditional Chinese', { words: '簡訊驗證碼' }, 'one-time-code'],
  ['a card number', { autocomplete: 'billing cc-number' }, 'card'],
  ['a card number by name', { words: 'cardNumber' }, 'card'],
  ['a card number by another name', { words: 'cc-num' }, 'card'],
  ['the three digits', { words: 'CVC' }, 'card'],
  ['the day a card ends', { words: 'Expiration date' }, 'card'],
  ['a card in Chinese', { words: '银行卡卡号' }, 'card'],
  ['a card in traditional Chinese', { words: '信用卡卡號' }, 'card'],
  ['what cannot be changed', { readOnly: true }, 'read-only'],
  ['what is switched off', { disabled: true }, 'disabled'],
  ['a number', { type: 'number' }, 'unsupported-field'],
  ['a check box', { type: 'checkbox' }, 'unsupported-field'],
  ['a colour', { type: 'color' }, 'unsupported-field'],
  ['no editor', { tag: 'div', editable: false }, 'not-editable'],
])('%s is refused', (_name, facts, refused) => {
  expect(planFor({ ...input, ...facts })).toEqual({ refused });
});

test.each([
  'Add a comment',
  'Discount code',
  'Promo code',
  '优惠码',
  'Postcard message',
  'description',
  'Cart note',
  'Company name',
  'Wildcard search',
  'Leave a reply about the new otpauth guide',
])('a field called “%s” is nobody’s secret', (words) => {
  expect(planFor({ ...input, words })).toMatchObject({ family: 'field' });
});

test('words of a comment box do not make it a card or a code', () => {
  expect(planFor({ ...textarea, words: 'Ask about credit card or verification code' })).toMatchObject({
    family: 'field',
  });
  expect(planFor(editor('draft', { words: 'verification code' }))).toMatchObject({ family: 'paste-only' });
});

test('an editor that cannot be changed is refused like a field', () => {
  expect(planFor(editor('lexical', { readOnly: true }))).toEqual({ refused: 'read-only' });
  expect(planFor(editor('lexical', { disabled: true }))).toEqual({ refused: 'disabled' });
});
