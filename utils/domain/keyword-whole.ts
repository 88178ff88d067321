import type { Folded } from './keyword-fold.ts';
import { sign, unitKind } from './keyword-units.ts';
import type { UnderstoodWord } from './keyword-words.ts';

const { spaced, dense, apostrophe, separator } = unitKind;
const hyphen = 0x2d;
const dot = 0x2e;

const unitAt = ({ signs }: Folded, at: number) => (signs[at] ?? 0) & sign.unit;
const kindAt = ({ signs }: Folded, at: number) => ((signs[at] ?? 0) >> sign.kind) & sign.kindBits;
const endsAt = ({ signs }: Folded, at: number) => ((signs[at] ?? 0) & sign.ends) !== 0;
const wordAt = (folded: Folded, at: number) => kindAt(folded, at) === spaced || kindAt(folded, at) === dense;

/** Whether a skin tone begins here: who looks for a thumb means one of any colour. */
function isTone(folded: Folded, at: number): boolean {
  const second = unitAt(folded, at + 1);
  return unitAt(folded, at) === 0xd83c && second >= 0xdffb && second <= 0xdfff;
}

/** Whether the apostrophe at `at` only leads to a word, as in `l’Oréal`: what stands before it is one letter, or `qu`. */
function elision(folded: Folded, at: number): boolean {
  if (kindAt(folded, at - 2) !== spaced) return true;
  const qu = unitAt(folded, at - 1) === 0x75 && unitAt(folded, at - 2) === 0x71;
  return qu && kindAt(folded, at - 3) !== spaced;
}

/** Whether a word that was found from the sign at `start` on really begins there. */
export function startsWhole(folded: Folded, start: number, word: UnderstoodWord): boolean {
  if (((folded.signs[start] ?? 0) & sign.begins) === 0) return false;
  const before = start > 0 ? kindAt(folded, start - 1) : separator;
  if (word.token)
    return before !== spaced && (start === 0 || unitAt(folded, start - 1) !== unitAt(folded, start));
  if (word.kinds[0] !== spaced || start === 0) return true;
  if (before === spaced) return false;
  return before !== apostrophe || kindAt(folded, start - 2) !== spaced || elision(folded, start - 1);
}

/** Where a word that was found up to the sign at `last` ends, that one included; -1 where it goes on and must not. */
export function wholeEnd(folded: Folded, last: number, word: UnderstoodWord): number {
  const { length } = folded;
  let end = last;
  if (!endsAt(folded, end)) {
    if (!isTone(folded, end + 1) || !endsAt(folded, end + 2)) return -1;
    end += 2;
  }
  const lastKind = word.kinds[word.kinds.length - 1];
  const next = end + 1 < length ? kindAt(folded, end + 1) : separator;
  if (word.token) {
    if (word.open) {
      while (end + 1 < length && wordAt(folded, end + 1)) end++;
      return end;
    }
    if (next === spaced || next === dense) return -1;
    const joint =
      word.token === '@' && (unitAt(folded, end + 1) === dot || unitAt(folded, end + 1) === hyphen);
    return joint && end + 2 < length && wordAt(folded, end + 2) ? -1 : end;
  }
  if (lastKind !== spaced) return end;
  if (word.open) {
    while (end + 1 < length && kindAt(folded, end + 1) === spaced) end++;
    return end;
  }
  if (next === spaced) return -1;
  if (next !== apostrophe || end + 2 >= length || kindAt(folded, end + 2) !== spaced) return end;
  // the possessive belongs to nobody else: Acme's; can't is another word than can
  const possessive =
    unitAt(folded, end + 2) === 0x73 && (end + 3 >= length || kindAt(folded, end + 3) !== spaced);
  return possessive ? end : -1;
}
