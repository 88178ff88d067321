import {
  compatible,
  dropped,
  facts,
  follower,
  isMark,
  isPicture,
  kindOf,
  learn,
  sign,
  special,
  unitKind,
} from './keyword-units.ts';

/*
 * How texts and keywords are made comparable: NFKC, case folded, without what nobody sees, and with the way back to where each unit stood.
 * Pure and without the schema library: the page's file uses it. Its loop is short and writes little: a page runs it before the browser
 * has compiled it.
 */

/** A folded text. The arrays are used again for the next one, and are longer than `length`. */
export interface Folded {
  length: number;
  /** as `sign` has it */
  signs: Int32Array;
  /** where what the unit was made of begins in the original text */
  from: Int32Array;
}

/** Most units of one letter with its marks, or of one emoji. What piles up more is several: normalising grows with the square. */
const longestCluster = 32;
const joiner = 0x200d;

const isTone = (code: number) => code >= 0x1f3fb && code <= 0x1f3ff;
const isRegional = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff;
const isTag = (code: number) => code >= 0xe0020 && code <= 0xe007f;
const isVariation = (code: number) => code === 0xfe0f || code === 0xfe0e;

const folded: Folded = { length: 0, signs: new Int32Array(0), from: new Int32Array(0) };

function grow(least: number): void {
  const room = Math.max(least, folded.signs.length * 2, 1_024);
  const longer = (old: Int32Array) => {
    const made = new Int32Array(room);
    made.set(old);
    return made;
  };
  folded.signs = longer(folded.signs);
  folded.from = longer(folded.from);
}

function put(unit: number, kind: number, from: number, width: number): void {
  if (folded.length >= folded.signs.length) grow(folded.length + 1);
  folded.signs[folded.length] = unit | (kind << sign.kind) | (width << sign.width);
  folded.from[folded.length++] = from;
}

/** Says of the units from `first` on that they are one thing. */
function close(first: number): void {
  const last = folded.length - 1;
  if (last < first) return;
  folded.signs[first] = (folded.signs[first] ?? 0) | sign.begins;
  folded.signs[last] = (folded.signs[last] ?? 0) | sign.ends;
}

const widthOf = (code: number) => (code > 0xffff ? 2 : 1);

/** Where an emoji that begins at `at` ends: with its tone, what is joined to it, or the other half of its flag; `at` where none begins. */
function emojiEnd(text: string, at: number, first: number): number {
  const end = at + widthOf(first);
  const second = text.codePointAt(end) ?? 0;
  if (isRegional(first)) return isRegional(second) ? end + 2 : end;
  if ((first >= 0x30 && first <= 0x39) || first === 0x23 || first === 0x2a) {
    const keycap = second === 0xfe0f ? end + 1 : end;
    return text.charCodeAt(keycap) === 0x20e3 ? keycap + 1 : at;
  }
  if (!isPicture(first)) return at;
  let next = end;
  while (next < text.length && next - at < longestCluster) {
    const code = text.codePointAt(next) ?? 0;
    if (code === joiner) {
      const joined = text.codePointAt(next + 1) ?? 0;
      if (!isPicture(joined)) break;
      next += 1 + widthOf(joined);
    } else if (isVariation(code) || isTone(code) || isTag(code) || code === 0x20e3) next += widthOf(code);
    else break;
  }
  return next;
}

const factOf = (unit: number) => facts[unit] || learn(unit);

function putLetter(text: string, at: number, end: number): void {
  const width = end - at;
  const only = width === 1 ? factOf(text.charCodeAt(at)) : special;
  if (only < special) {
    put(only & sign.unit, (only >> sign.kind) & sign.kindBits, at, width);
    return;
  }
  for (const letter of compatible(text.slice(at, end))) {
    const unit = letter.charCodeAt(0);
    const fact = letter.length === 1 ? factOf(unit) : special;
    const kind = fact < special ? (fact >> sign.kind) & sign.kindBits : kindOf(letter);
    if (kind === unitKind.apostrophe) put(0x27, kind, at, width);
    else for (let part = 0; part < letter.length; part++) put(letter.charCodeAt(part), kind, at, width);
  }
}

/** Takes one letter with its marks, or one emoji. @returns where the next one begins */
function takeCluster(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  const before = folded.length;
  let end = emojiEnd(text, at, first);
  if (end > at) {
    for (let part = at; part < end; part++) {
      const unit = text.charCodeAt(part);
      if (!isVariation(unit)) put(unit, unitKind.emoji, at, end - at);
    }
  } else {
    end = at + widthOf(first);
    while (end < text.length && end - at < longestCluster) {
      const code = text.codePointAt(end) ?? 0;
      if (!isMark(code)) break;
      end += widthOf(code);
    }
    putLetter(text, at, end);
  }
  close(before);
  return end;
}

/** Whether a `follower` really stands on what is before it: most pairs of units are emoji of their own. */
function standsOn(text: string, at: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return true;
  const code = text.codePointAt(at) ?? 0;
  return isTone(code) || isTag(code) || (!isPicture(code) && isMark(code));
}

/**
 * Folds a text. Linear in its length, whatever it holds.
 * @returns valid until the next call
 */
export function foldText(text: string): Folded {
  const { length } = text;
  folded.length = 0;
  if (folded.signs.length < length) grow(length);
  let { signs, from } = folded;
  let count = 0;
  /** whether the unit before stands for itself, as far as is known */
  let single = false;
  for (let at = 0; at < length; ) {
    const unit = text.charCodeAt(at);
    const fact = facts[unit] || learn(unit);
    if (fact < special && count < signs.length) {
      signs[count] = fact;
      from[count++] = at++;
      single = true;
      continue;
    }
    // what stands on the unit before is looked at together with it
    const begin = single && (fact & follower) !== 0 && standsOn(text, at, unit) ? at - 1 : at;
    single = false;
    if (begin === at && (fact & dropped) !== 0) {
      at++;
      continue;
    }
    folded.length = begin < at ? count - 1 : count;
    at = takeCluster(text, begin);
    ({ length: count, signs, from } = folded);
  }
  folded.length = count;
  return folded;
}
