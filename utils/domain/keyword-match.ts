import { type Automaton, advance, buildAutomaton } from './keyword-automaton.ts';
import { edgeBegin, edgeEnd, type Folded, foldText, unitKind } from './keyword-fold.ts';
import { separates, type UnderstoodWord, understandWord } from './keyword-words.ts';

/** A word to be looked for, and to which group it belongs. */
export interface KeywordWord {
  text: string;
  group: number;
}

/** Where a word stands in a text, in UTF-16 units. */
export interface KeywordMatch {
  from: number;
  to: number;
  group: number;
  /** index of the word */
  word: number;
}

export interface KeywordFinds {
  /** every group of which a word was found, in ascending order */
  groups: number[];
  /** in the order in which they end; at most `mostMatches`, the groups are complete all the same */
  matches: KeywordMatch[];
}

export interface KeywordMatcher {
  find(text: string): KeywordFinds;
}

/** Most places of one text that are told. */
export const mostMatches = 500;

const { spaced, dense, apostrophe, separator } = unitKind;
const isWordKind = (kind: number | undefined) => kind === spaced || kind === dense;
const hyphen = 0x2d;
const dot = 0x2e;

/** Whether a skin tone begins here: who looks for a thumb means one of any colour. */
function isTone({ units }: Folded, at: number): boolean {
  const second = units[at + 1] ?? 0;
  return units[at] === 0xd83c && second >= 0xdffb && second <= 0xdfff;
}

/** Whether the apostrophe at `at` only leads to a word, as in `l’Oréal`: what stands before it is one letter, or `qu`. */
function elision({ kinds, units }: Folded, at: number): boolean {
  if (kinds[at - 2] !== spaced) return true;
  return units[at - 1] === 0x75 && units[at - 2] === 0x71 && kinds[at - 3] !== spaced;
}

function startsWhole(folded: Folded, start: number, word: UnderstoodWord): boolean {
  if (((folded.edges[start] ?? 0) & edgeBegin) === 0) return false;
  const { kinds, units } = folded;
  const before = start > 0 ? kinds[start - 1] : separator;
  if (word.token) return before !== spaced && units[start - 1] !== units[start];
  if (word.kinds[0] !== spaced || start === 0) return true;
  if (before === spaced) return false;
  return before !== apostrophe || kinds[start - 2] !== spaced || elision(folded, start - 1);
}

/** Where the match ends in folded units, both included; -1 where the word goes on and must not. */
function wholeEnd(folded: Folded, last: number, word: UnderstoodWord): number {
  const { kinds, units, edges, length } = folded;
  let end = last;
  if (((edges[end] ?? 0) & edgeEnd) === 0) {
    if (!isTone(folded, end + 1) || ((edges[end + 2] ?? 0) & edgeEnd) === 0) return -1;
    end += 2;
  }
  const lastKind = word.kinds[word.kinds.length - 1];
  const next = end + 1 < length ? kinds[end + 1] : separator;
  if (word.token) {
    if (word.open) {
      while (end + 1 < length && isWordKind(kinds[end + 1])) end++;
      return end;
    }
    if (isWordKind(next)) return -1;
    const joint = word.token === '@' && (units[end + 1] === dot || units[end + 1] === hyphen);
    return joint && end + 2 < length && isWordKind(kinds[end + 2]) ? -1 : end;
  }
  if (lastKind !== spaced) return end;
  if (word.open) {
    while (end + 1 < length && kinds[end + 1] === spaced) end++;
    return end;
  }
  if (next === spaced) return -1;
  if (next !== apostrophe || end + 2 >= length || kinds[end + 2] !== spaced) return end;
  // the possessive belongs to nobody else: Acme's; can't is another word than can
  const possessive = units[end + 2] === 0x73 && (end + 3 >= length || kinds[end + 3] !== spaced);
  return possessive ? end : -1;
}

/** The text as phrases see it: whatever stands between two words is one space. Used again for the next text. */
let phraseAt = new Int32Array(0);

/**
 * Compiles words in steps, so that a page need not wait for all of them.
 * @param words those that cannot be looked for (`wordFault`) are never found
 */
export function* compileSlowly(words: readonly KeywordWord[]): Generator<undefined, KeywordMatcher> {
  const singles: { word: UnderstoodWord; index: number }[] = [];
  const phrases: { word: UnderstoodWord; index: number }[] = [];
  for (const [index, { text }] of words.entries()) {
    const word = understandWord(text);
    if (word) (word.phrase ? phrases : singles).push({ word, index });
    if (index % 200 === 199) yield;
  }
  const forSingles = yield* buildAutomaton(singles.map(({ word }) => word.units));
  const forPhrases = phrases.length > 0 ? yield* buildAutomaton(phrases.map(({ word }) => word.units)) : null;
  const groupOf = words.map(({ group }) => group);
  const seen = new Uint8Array(Math.max(0, ...groupOf) + 1);

  function find(text: string): KeywordFinds {
    const folded = foldText(text);
    const { units, kinds, from, to, length } = folded;
    const finds: KeywordFinds = { groups: [], matches: [] };
    if (forPhrases && phraseAt.length < length) phraseAt = new Int32Array(length * 2);

    const ended = (
      automaton: Automaton,
      state: number,
      list: typeof singles,
      startOf: (units: number) => number,
      last: number,
    ) => {
      let at = (automaton.firstWord[state] ?? -1) >= 0 ? state : (automaton.ends[state] ?? 0);
      for (; at !== 0; at = automaton.ends[at] ?? 0) {
        for (let next = automaton.firstWord[at] ?? -1; next >= 0; next = automaton.nextWord[next] ?? -1) {
          const entry = list[next];
          if (!entry) continue;
          const start = startOf(entry.word.units.length);
          if (!startsWhole(folded, start, entry.word)) continue;
          const end = wholeEnd(folded, last, entry.word);
          if (end < 0) continue;
          const group = groupOf[entry.index] ?? 0;
          seen[group] = 1;
          if (finds.matches.length < mostMatches)
            finds.matches.push({ from: from[start] ?? 0, to: to[end] ?? 0, group, word: entry.index });
        }
      }
    };

    let single = 0;
    let phrase = 0;
    let shown = 0;
    let apart = true;
    for (let at = 0; at < length; at++) {
      const unit = units[at] ?? 0;
      single = advance(forSingles, single, unit);
      if (single !== 0) ended(forSingles, single, singles, (count) => at - count + 1, at);
      if (!forPhrases) continue;
      const between = separates(kinds, length, at);
      if (between && apart) continue;
      apart = between;
      phraseAt[shown++] = at;
      phrase = advance(forPhrases, phrase, between ? 0x20 : unit);
      if (phrase !== 0 && !between)
        ended(forPhrases, phrase, phrases, (count) => phraseAt[shown - count] ?? 0, at);
    }
    for (const [group, found] of seen.entries()) if (found === 1) finds.groups.push(group);
    seen.fill(0);
    return finds;
  }
  return { find };
}

/** Compiles words at once: for the background and the screens. */
export function compileKeywords(words: readonly KeywordWord[]): KeywordMatcher {
  const steps = compileSlowly(words);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
