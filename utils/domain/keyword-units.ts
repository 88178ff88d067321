/*
 * What is known of single units and signs: their kind, what they are compared as, and what must be looked at together with its neighbours.
 * A page meets a few hundred different ones: each is looked at once, and the commonest without the large sets of Unicode, of which each
 * takes the browser a millisecond to build.
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

/**
 * A folded unit as one small number: bits 0 to 15 the UTF-16 unit (white space is one kind of space), 16 to 18 its kind, then whether it is
 * the first and the last of what it was made of, then of how many units of the original text that was made.
 */
export const sign = {
  unit: 0xffff,
  kind: 16,
  kindBits: 7,
  begins: 1 << 19,
  ends: 1 << 20,
  width: 21,
} as const;

/** A unit that stands for itself and for nothing else around it. */
export const alone = sign.begins | sign.ends | (1 << sign.width);

/** Facts from here on are no sign: the unit must be looked at with its neighbours, or left out. */
export const special = 1 << 27;
export const follower = 1 << 28;
export const dropped = 1 << 29;

const joiner = 0x200d;
const { spaced, dense, emoji, separator, apostrophe } = unitKind;

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

const within = (unit: number, first: number, last: number) => unit >= first && unit <= last;

/** Where the pictures of most emoji are; what is known of them: 0 nothing yet, 1 no picture, 2 a picture. */
const firstPicture = 0x1f000;
const pictures = new Uint8Array(0x1000);

/** Whether a code point is a picture. */
export function isPicture(code: number): boolean {
  const at = code - firstPicture;
  const known = pictures[at];
  if (known) return known === 2;
  const text = String.fromCodePoint(code);
  const is = pictograph.test(text) && !noPictograph.test(text);
  if (known === 0) pictures[at] = is ? 2 : 1;
  return is;
}

/** Whether a code point stands on the letter before it. */
export const isMark = (code: number): boolean => code >= 0x300 && mark.test(String.fromCodePoint(code));

/** The kind of one sign, a text of one code point. */
export function kindOf(text: string): number {
  if (space.test(text)) return separator;
  if (apostrophes.test(text)) return apostrophe;
  const code = text.codePointAt(0) ?? 0;
  if (!wordUnit.test(text)) return isPicture(code) ? emoji : separator;
  // what is Latin, and from Greek to before Thai, is surely none
  const surely = code < 0x2c0 || within(code, 0x370, 0xdff);
  return !surely && denseScript.test(text) ? dense : spaced;
}

/** Case folding as far as the language has it: `ß` is `ss`, the Turkish `İ` and `ı` are an i, and so is the final sigma a sigma. */
function caseFolded(text: string): string {
  return text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i');
}

/** A letter with its marks as it is compared: NFKC, case folded, without what nobody sees. */
export function compatible(cluster: string): string {
  if (wordSigns.test(cluster)) return ' ';
  return caseFolded(cluster.normalize('NFKC')).normalize('NFKC').replace(invisible, '');
}

/** What most texts are made of, known beforehand; a test compares it with what Unicode says. 0: not among them */
function common(unit: number): number {
  const known = (kind: number, as = unit) => as | (kind << sign.kind) | alone;
  // full-width letters and signs are those of ASCII
  const plain = within(unit, 0xff01, 0xff5e) ? unit - 0xfee0 : unit;
  if (within(plain, 0x20, 0x7e)) {
    if (within(plain, 0x41, 0x5a)) return known(spaced, plain + 0x20);
    if (within(plain, 0x61, 0x7a) || within(plain, 0x30, 0x39) || plain === 0x5f) return known(spaced, plain);
    return plain === 0x27 || plain === 0x60 ? known(apostrophe, 0x27) : known(separator, plain);
  }
  if (unit === 0x0a) return known(separator, 0x20);
  // à to þ and я to а, of which the large ones come 32 before; no signs of multiplication, no ß
  if (within(unit, 0xc0, 0xfe) && (unit & 0x1f) !== 0x17 && unit !== 0xdf) return known(spaced, unit | 0x20);
  if (within(unit, 0x410, 0x44f)) return known(spaced, unit < 0x430 ? unit + 0x20 : unit);
  if (unit === 0x2018 || unit === 0x2019) return known(apostrophe, 0x27);
  // dashes, quotation marks and brackets
  if (unit === 0x2014 || unit === 0x201c || unit === 0x201d) return known(separator);
  if (within(unit, 0x3001, 0x3003) || within(unit, 0x3008, 0x3011)) return known(separator);
  // half of a sign, and that it be a picture; three dots are three
  if (within(unit, 0xd800, 0xdfff) || unit === 0xfe0f) return special | follower;
  if (unit === 0x2026) return special;
  // hiragana and katakana, Chinese characters, Korean syllables
  const written = within(unit, 0x3041, 0x3096) || within(unit, 0x30a1, 0x30fa);
  return written || within(unit, 0x4e00, 0x9fff) || within(unit, 0xac00, 0xd7a3) ? known(dense) : 0;
}

function uncommon(unit: number): number {
  if (unit === joiner) return dropped | follower;
  const text = String.fromCharCode(unit);
  if (isMark(unit)) return special | follower;
  if (space.test(text)) return 0x20 | (separator << sign.kind) | alone;
  if (oneInvisible.test(text)) return dropped;
  if (apostrophes.test(text)) return 0x27 | (apostrophe << sign.kind) | alone;
  if (isPicture(unit)) return unit | (emoji << sign.kind) | alone;
  const folded = compatible(text);
  return folded.length === 1 ? folded.charCodeAt(0) | (kindOf(folded) << sign.kind) | alone : special;
}

/** What is known of each unit of the basic plane: a sign, or whether it is `special`, a `follower`, `dropped`. 0: nothing yet, `learn` it. */
export const facts = new Int32Array(0x10000);

/** Finds out what is to be known of a unit. */
export function learn(unit: number): number {
  const fact = common(unit) || uncommon(unit);
  facts[unit] = fact;
  return fact;
}
