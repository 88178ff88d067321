import type { EditorFacts, EditorKind } from './facts.ts';

/**
 * How text gets in. Measured per editor (tests/editors reads their models):
 * - `field`: one insertion by the browser's own editing; undo and frameworks follow
 * - `paragraphs`: a line is inserted, a paragraph begun, and so on
 * - `line-breaks`: the same with line breaks
 * - `single`: everything at once
 * - `paste`: a paste in the page's world; where nobody takes it, `line-breaks`
 * - `paste-only`: the same without the second way, which would break the model that such an editor keeps
 * - `clipboard`: nothing is right here; the person pastes
 */
export type Family = 'field' | 'paragraphs' | 'line-breaks' | 'single' | 'paste' | 'paste-only' | 'clipboard';

export type Refusal =
  | 'password'
  | 'one-time-code'
  | 'card'
  | 'read-only'
  | 'disabled'
  | 'unsupported-field'
  | 'not-editable';

/** A plan for an editor that may be written into. */
export interface Writable {
  family: Family;
  /** line breaks have no place here: they become spaces */
  oneLine: boolean;
  /** how long the editor takes to notice a new selection, milliseconds; 0: the next task */
  settleFor: number;
}

export type Plan = Writable | { refused: Refusal };

/** Inputs in which words are written. */
const wordTypes = ['text', 'search', 'url', 'email', 'tel', ''];

const families: Record<EditorKind, Family> = {
  // takes a paste without saying so: what follows would be inserted a second time
  tinymce: 'line-breaks',
  // a paste loses empty lines
  prosemirror: 'paragraphs',
  quill: 'paragraphs',
  codemirror: 'single',
  draft: 'paste-only',
  lexical: 'paste-only',
  slate: 'paste-only',
  ckeditor: 'paste-only',
  trix: 'paste-only',
  unknown: 'paste',
};

/**
 * What an editor needs to notice a focus and a selection, milliseconds: Slate reads the selection at most every 100 ms; CKEditor draws
 * nothing for 50 ms after it got the focus, and a caret that it could not draw in that time stays where it was.
 */
const settling: Partial<Record<EditorKind, number>> = { slate: 120, ckeditor: 70 };

const oneTimeCode =
  /\b(otp|totp|2fa|mfa)\b|one.?time.?(code|pass)|(verification|authentication|security|sms|login).?code|验证码|校验码|动态码|驗證碼|動態碼/i;
const card =
  /(card|cc).?(num|no\b|nr\b|csc|cvc|cvv|exp)|(credit|debit).?card|\b(cvv|cvc|csc)2?\b|expir(y|ation).?(date|month|year)|(银行|信用|借记|銀行|簽帳).?卡|卡号|卡號|安全码|安全碼/i;

function secretOf({ tag, type, autocomplete, words, masked }: EditorFacts): Refusal | null {
  const purposes = autocomplete.split(/\s+/);
  if (type === 'password' || masked || purposes.some((purpose) => /^(current|new)-password$/.test(purpose)))
    return 'password';
  if (purposes.includes('one-time-code')) return 'one-time-code';
  if (purposes.some((purpose) => purpose.startsWith('cc-'))) return 'card';
  // words alone are believed of one-line fields: a comment box may well be titled "How do I change my credit card?"
  if (tag !== 'input') return null;
  if (card.test(words)) return 'card';
  return oneTimeCode.test(words) ? 'one-time-code' : null;
}

/**
 * How to insert into an editor, by the editor and never by the site.
 * The order of the rule and its reasons: the measurements in tests/editors.
 */
export function planFor(facts: EditorFacts): Plan {
  const field = facts.tag === 'input' || facts.tag === 'textarea';
  if (!facts.editable) return { refused: 'not-editable' };
  const secret = secretOf(facts);
  if (secret) return { refused: secret };
  if (facts.tag === 'input' && !wordTypes.includes(facts.type)) return { refused: 'unsupported-field' };
  if (facts.disabled) return { refused: 'disabled' };
  if (facts.readOnly) return { refused: 'read-only' };
  if (field) return { family: 'field', oneLine: facts.tag === 'input', settleFor: 0 };
  return {
    family: familyOf(facts),
    oneLine: false,
    settleFor: settling[facts.editor] ?? 0,
  };
}

function familyOf({ editor, closed }: EditorFacts): Family {
  const family = families[editor];
  if (!closed) return family;
  // the page's world cannot reach in there
  if (family === 'paste') return 'line-breaks';
  return family === 'paste-only' ? 'clipboard' : family;
}
