/*
 * How texts and keywords are made comparable: NFKC, case folded, without what nobody sees, and with the way back to where each unit stood.
 * Pure and without the schema library: the page's file uses it.
 */

/** What a folded unit is to those around it. */
export const unitKind = {
  /** letters, digits and marks of scripts that put spaces between words, and `_` */
  spaced: 1,
  /** of scripts that do not (Chinese, Japanese, Korean with its endings, Thai, Lao, Khmer, Burmese, Tibetan) */
  dense: 2,
  emoji: 3,
  /** white space, punctuation and signs */
  separator: 4,
  apostrophe: 5,
} as const;

/** A folded text. The arrays are used again for the next one, and are longer than `length`. */
export interface Folded {
  length: number;
  /** UTF-16 units; white space is one kind of space */
  units: Uint16Array;
  kinds: Uint8Array;
  /** where what the unit was made of begins and ends in the original text */
  from: Int32Array;
  to: Int32Array;
  /** `edgeBegin`, `edgeEnd`: whether the unit is the first or last of what it was made of */
  edges: Uint8Array;
}
export const edgeBegin = 1;
export const edgeEnd = 2;

/** Most units of one letter with its marks, or of one emoji. What piles up more is several: normalising grows with the square. */
const longestCluster = 32;

const follower = 0x40;
const slow = 0x80;
const dropped = 0x20;
const kindBits = 0x07;
const joiner = 0x200d;

const invisible = /[\p{Default_Ignorable_Code_Point}\u0640\p{Cc}]/gu;
const oneInvisible = /^[\p{Default_Ignorable_Code_Point}\u0640\p{Cc}]$/u;
const space = /^[\s\p{Z}]$/u;
const mark = /^[\p{M}\uff9e\uff9f\u1160-\u11ff]$/u;
const wordUnit = /^[\p{L}\p{N}\p{M}\p{Pc}]$/u;
const denseScript =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Yiii}]$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;
/** pictographs by the letter of Unicode, signs and letters to whoever writes them */
const noPictograph = /^[©®™‼⁉ℹ]$/u;
/** they would become letters of the word before them */
const wordSigns = /^[©®™℠]$/u;
const apostrophes = /^['’‘ʼ＇`´′]$/u;

const isPictograph = (sign: string) => pictograph.test(sign) && !noPictograph.test(sign);
const isTone = (code: number) => code >= 0x1f3fb && code <= 0x1f3ff;
const isRegional = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff;
const isTag = (code: number) => code >= 0xe0020 && code <= 0xe007f;

function kindOf(sign: string): number {
  if (apostrophes.test(sign)) return unitKind.apostrophe;
  if (wordUnit.test(sign)) return denseScript.test(sign) ? unitKind.dense : unitKind.spaced;
  return isPictograph(sign) ? unitKind.emoji : unitKind.separator;
}

/** Case folding as far as the language has it: `ß` is `ss`, the Turkish `İ` and `ı` are an i, and so is the final sigma a sigma. */
function caseFolded(text: string): string {
  return text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i');
}

function compatible(cluster: string): string {
  if (wordSigns.test(cluster)) return ' ';
  return caseFolded(cluster.normalize('NFKC')).normalize('NFKC').replace(invisible, '');
}

/** What is known of each unit of the basic plane: found out when it is first met. */
let facts = new Uint8Array(0);
let foldedUnits = new Uint16Array(0);

function learn(unit: number): number {
  if (facts.length === 0) {
    facts = new Uint8Array(0x10000);
    foldedUnits = new Uint16Array(0x10000);
  }
  const sign = String.fromCharCode(unit);
  let fact: number;
  if (unit >= 0xd800 && unit <= 0xdfff) fact = slow | follower;
  else if (unit === joiner) fact = dropped | follower;
  else if (mark.test(sign)) fact = slow | follower;
  else if (space.test(sign)) {
    fact = unitKind.separator;
    foldedUnits[unit] = 0x20;
  } else if (oneInvisible.test(sign)) fact = dropped;
  else if (apostrophes.test(sign)) {
    fact = unitKind.apostrophe;
    foldedUnits[unit] = 0x27;
  } else if (isPictograph(sign)) {
    fact = unitKind.emoji;
    foldedUnits[unit] = unit;
  } else {
    const folded = compatible(sign);
    if (folded.length === 1) {
      fact = kindOf(folded);
      foldedUnits[unit] = folded === ' ' ? 0x20 : folded.charCodeAt(0);
    } else fact = slow;
  }
  facts[unit] = fact;
  return fact;
}

let room = 0;
const folded: Folded = {
  length: 0,
  units: new Uint16Array(0),
  kinds: new Uint8Array(0),
  from: new Int32Array(0),
  to: new Int32Array(0),
  edges: new Uint8Array(0),
};

function grow(least: number): void {
  room = Math.max(least, room * 2, 1_024);
  const longer = <T extends Uint16Array | Uint8Array | Int32Array>(made: T, old: T) => {
    made.set(old);
    return made;
  };
  folded.units = longer(new Uint16Array(room), folded.units);
  folded.kinds = longer(new Uint8Array(room), folded.kinds);
  folded.from = longer(new Int32Array(room), folded.from);
  folded.to = longer(new Int32Array(room), folded.to);
  folded.edges = longer(new Uint8Array(room), folded.edges);
}

/** Puts a cluster's units behind the others. @param kind absent: each unit's own */
function put(text: string, from: number, to: number, kind?: number): void {
  if (folded.length + text.length > room) grow(folded.length + text.length);
  let at = 0;
  while (at < text.length) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const own = kind ?? (space.test(sign) ? unitKind.separator : kindOf(sign));
    for (let part = 0; part < sign.length; part++, at++) {
      const index = folded.length++;
      folded.units[index] = own === unitKind.apostrophe ? 0x27 : sign.charCodeAt(part);
      folded.kinds[index] = own;
      folded.from[index] = from;
      folded.to[index] = to;
      folded.edges[index] = (at === 0 ? edgeBegin : 0) | (at === text.length - 1 ? edgeEnd : 0);
    }
  }
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
  if (!isPictograph(String.fromCodePoint(first))) return at;
  let next = end;
  while (next < text.length && next - at < longestCluster) {
    const code = text.codePointAt(next) ?? 0;
    if (isTone(code) || isTag(code) || code === 0xfe0f || code === 0xfe0e || code === 0x20e3)
      next += widthOf(code);
    else if (code === joiner) {
      const joined = text.codePointAt(next + 1) ?? 0;
      if (!isPictograph(String.fromCodePoint(joined))) break;
      next += 1 + widthOf(joined);
    } else break;
  }
  return next;
}

/** Takes one letter with its marks, or one emoji. @returns where the next one begins */
function takeCluster(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  const emoji = emojiEnd(text, at, first);
  if (emoji > at) {
    put(text.slice(at, emoji).replace(/[\ufe0e\ufe0f]/g, ''), at, emoji, unitKind.emoji);
    return emoji;
  }
  let end = at + widthOf(first);
  while (end < text.length && end - at < longestCluster) {
    const code = text.codePointAt(end) ?? 0;
    if (code < 0x300 || !mark.test(String.fromCodePoint(code))) break;
    end += widthOf(code);
  }
  const cluster = text.slice(at, end);
  if (space.test(cluster)) put(' ', at, end, unitKind.separator);
  else put(compatible(cluster), at, end);
  return end;
}

/**
 * Folds a text. Linear in its length, whatever it holds.
 * @returns valid until the next call
 */
export function foldText(text: string): Folded {
  folded.length = 0;
  if (room < text.length) grow(text.length);
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const fact = facts[unit] || learn(unit);
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    const joined = next >= 0x300 && ((facts[next] || learn(next)) & follower) !== 0;
    if ((fact & slow) !== 0 || (joined && (fact & dropped) === 0)) {
      at = takeCluster(text, at);
      continue;
    }
    if ((fact & dropped) === 0) {
      if (folded.length >= room) grow(folded.length + 1);
      const index = folded.length++;
      folded.units[index] = foldedUnits[unit] ?? unit;
      folded.kinds[index] = fact & kindBits;
      folded.from[index] = at;
      folded.to[index] = at + 1;
      folded.edges[index] = edgeBegin | edgeEnd;
    }
    at++;
  }
  return folded;
}
