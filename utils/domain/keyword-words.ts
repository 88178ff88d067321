import { foldText } from './keyword-fold.ts';
import { keywordLimits } from './keyword-kinds.ts';
import { sign, unitKind } from './keyword-units.ts';

/** A keyword as it is looked for. */
export interface UnderstoodWord {
  /** folded; between words that stood apart one space each */
  units: Uint16Array;
  kinds: Uint8Array;
  /** made of several words: what stands between them in a text does not matter */
  phrase: boolean;
  /** ended in `*`: any continuation will do */
  open: boolean;
  /** `#tag` or `@name`: the whole of it or nothing */
  token: '#' | '@' | null;
}

/** Why a word is not looked for. */
export const wordFaults = ['empty', 'too-long', 'punctuation', 'single-letter', 'star'] as const;
export type WordFault = (typeof wordFaults)[number];

const { separator, apostrophe, spaced, dense, emoji } = unitKind;

/** Whether the sign at `at` separates words: an apostrophe inside a word does not. */
export function separates(signs: Int32Array, length: number, at: number): boolean {
  const kind = ((signs[at] ?? 0) >> sign.kind) & sign.kindBits;
  if (kind !== apostrophe) return kind === separator;
  if (at === 0 || at + 1 >= length) return true;
  const before = (signs[at - 1] ?? 0) >> sign.kind;
  const after = (signs[at + 1] ?? 0) >> sign.kind;
  return (before & sign.kindBits) !== spaced || (after & sign.kindBits) !== spaced;
}

/** Reads what the operator wrote; null where nothing in it can be looked for. */
export function understandWord(written: string): UnderstoodWord | null {
  const trimmed = written.trim();
  const open = trimmed.length > 1 && (trimmed.endsWith('*') || trimmed.endsWith('＊'));
  const { signs, length } = foldText(open ? trimmed.slice(0, -1).trimEnd() : trimmed);
  const word: UnderstoodWord = {
    units: new Uint16Array(length),
    kinds: new Uint8Array(length),
    phrase: false,
    open,
    token: null,
  };
  const { units, kinds } = word;
  for (let at = 0; at < length; at++) {
    const one = signs[at] ?? 0;
    units[at] = one & sign.unit;
    kinds[at] = (one >> sign.kind) & sign.kindBits;
  }
  const gap = units.indexOf(0x20, 1);
  if (gap < 0 || gap >= length - 1) {
    if (units[0] === 0x23) word.token = '#';
    else if (units[0] === 0x40) word.token = '@';
    return kinds.some((kind) => kind !== separator && kind !== apostrophe) ? word : null;
  }
  let kept = 0;
  let apart = true;
  for (let at = 0; at < length; at++) {
    const between = separates(signs, length, at);
    if (between && apart) continue;
    apart = between;
    units[kept] = between ? 0x20 : (units[at] ?? 0);
    kinds[kept++] = between ? separator : (kinds[at] ?? 0);
  }
  if (apart) kept--;
  if (kept <= 0) return null;
  word.units = units.subarray(0, kept);
  word.kinds = kinds.subarray(0, kept);
  word.phrase = word.units.includes(0x20);
  return word;
}

/** Why a word cannot be looked for; null where it can. */
export function wordFault(written: string): WordFault | null {
  const trimmed = written.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > keywordLimits.word) return 'too-long';
  if (/^[*＊]./u.test(trimmed)) return 'star';
  const word = understandWord(trimmed);
  if (!word) return 'punctuation';
  const letters = word.kinds.reduce((sum, kind) => sum + (kind === spaced ? 1 : 0), 0);
  const others = word.kinds.some((kind) => kind === dense || kind === emoji);
  return letters < 2 && !others ? 'single-letter' : null;
}

/** Tells words apart as they are looked for: `Scam` and `ＳＣＡＭ` are one. */
export function wordKey(written: string): string {
  const word = understandWord(written);
  return word ? `${String.fromCharCode(...word.units)}${word.open ? '*' : ''}` : '';
}

export interface TidyWords {
  words: string[];
  refused: { word: string; fault: WordFault }[];
  /** how many were there already in another spelling */
  merged: number;
}

/** Sorts out what was written, line by line: what can be looked for, once each and as it was first written, and why the rest cannot. */
export function tidyWords(lines: Iterable<string>): TidyWords {
  const words = new Map<string, string>();
  const refused: TidyWords['refused'] = [];
  let merged = 0;
  for (const line of lines) {
    const word = line.trim().replace(/\s+/g, ' ');
    const fault = wordFault(word);
    if (fault === 'empty') continue;
    if (fault) {
      refused.push({ word, fault });
      continue;
    }
    const key = wordKey(word);
    if (words.has(key)) merged++;
    else words.set(key, word);
  }
  return { words: [...words.values()], refused, merged };
}
