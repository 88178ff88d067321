import { foldText, unitKind } from './keyword-fold.ts';
import { keywordLimits } from './keyword-kinds.ts';

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

/** Whether the unit at `at` separates words: an apostrophe inside a word does not. */
export function separates(kinds: Uint8Array, length: number, at: number): boolean {
  const kind = kinds[at];
  if (kind === separator) return true;
  if (kind !== apostrophe) return false;
  return at === 0 || at + 1 >= length || kinds[at - 1] !== spaced || kinds[at + 1] !== spaced;
}

/** Reads what the operator wrote; null where nothing in it can be looked for. */
export function understandWord(written: string): UnderstoodWord | null {
  const trimmed = written.trim();
  const open = trimmed.length > 1 && /[*＊]$/.test(trimmed);
  const folded = foldText(open ? trimmed.slice(0, -1).trimEnd() : trimmed);
  const { length } = folded;
  const kinds = folded.kinds.slice(0, length);
  const units = folded.units.slice(0, length);
  const sign = units[0] === 0x23 ? '#' : units[0] === 0x40 ? '@' : null;
  const phrase = [...units].some((unit, at) => unit === 0x20 && at > 0 && at < length - 1);
  if (!phrase) {
    const some = kinds.some((kind) => kind === spaced || kind === dense || kind === emoji);
    return some ? { units, kinds, phrase, open, token: sign } : null;
  }
  const kept: number[] = [];
  for (let at = 0; at < length; at++) {
    if (!separates(kinds, length, at)) kept.push(at);
    else if (kept.length > 0 && kept.at(-1) !== -1) kept.push(-1);
  }
  if (kept.at(-1) === -1) kept.pop();
  if (kept.length === 0) return null;
  return {
    units: Uint16Array.from(kept, (at) => (at < 0 ? 0x20 : (units[at] ?? 0))),
    kinds: Uint8Array.from(kept, (at) => (at < 0 ? separator : (kinds[at] ?? 0))),
    phrase: kept.includes(-1),
    open,
    token: null,
  };
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
