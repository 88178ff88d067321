import { type Automaton, buildAutomaton, slotBy } from './keyword-automaton.ts';
import { type Folded, foldText } from './keyword-fold.ts';
import { sign, unitKind } from './keyword-units.ts';
import { startsWhole, wholeEnd } from './keyword-whole.ts';
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

const { spaced, separator, apostrophe } = unitKind;

interface Wanted {
  word: UnderstoodWord;
  index: number;
  group: number;
}

/** Words that are looked for in one way. */
interface Search {
  automaton: Automaton;
  wanted: readonly Wanted[];
  /** the text as phrases see it: whatever stands between two words is one space */
  joined: boolean;
}

/** The sign behind each step of a walk that led into a word. Used again for the next text. */
let walked = new Int32Array(0);

/** Notes the words that end in a state, if they are whole. @param steps how many are noted in `walked` */
function note(
  { automaton, wanted }: Search,
  folded: Folded,
  state: number,
  steps: number,
  { groups, matches }: KeywordFinds,
): void {
  const { ends, fails, firstWord, nextWord } = automaton;
  const { signs, from } = folded;
  const last = walked[steps - 1] ?? 0;
  for (let at = ends[state] ?? 0; at !== 0; at = ends[fails[at] ?? 0] ?? 0) {
    for (let next = firstWord[at] ?? -1; next >= 0; next = nextWord[next] ?? -1) {
      const found = wanted[next];
      if (!found) continue;
      const start = walked[steps - found.word.units.length] ?? 0;
      if (!startsWhole(folded, start, found.word)) continue;
      const end = wholeEnd(folded, last, found.word);
      if (end < 0) continue;
      const { group, index } = found;
      if (!groups.includes(group)) groups.push(group);
      if (matches.length >= mostMatches) continue;
      const to = (from[end] ?? 0) + ((signs[end] ?? 0) >> sign.width);
      matches.push({ from: from[start] ?? 0, to, group, word: index });
    }
  }
}

/** Walks through a text once. One flat loop: see `Automaton`. @param groups where found ones are added */
function walk(search: Search, folded: Folded, groups: number[]): KeywordMatch[] {
  const { joined } = search;
  const { classes, root, slots, parents, classOf, fails, ends } = search.automaton;
  const { signs, length } = folded;
  const finds: KeywordFinds = { groups, matches: [] };
  const lastSlot = slots.length - 1;
  const { state: byState, unitClass: byClass } = slotBy;
  const unitBits = sign.unit;
  const kindBits = sign.kindBits << sign.kind;
  const inWord = spaced << sign.kind;
  const between = separator << sign.kind;
  const spaceClass = classes[0x20] ?? 0;
  let state = 0;
  let steps = 0;
  let apart = joined;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const one = signs[at] ?? 0;
    const kind = one & kindBits;
    const inside = kind === inWord && before === inWord;
    // no word begins inside another one
    if (inside && state === 0) continue;
    before = kind;
    let unitClass: number;
    if (joined && kind >= between && (kind === between || separates(signs, length, at))) {
      if (apart) continue;
      apart = true;
      unitClass = spaceClass;
    } else {
      apart = false;
      unitClass = classes[one & unitBits] ?? 0;
    }
    if (unitClass === 0) {
      state = 0;
      continue;
    }
    let next = 0;
    while (state !== 0) {
      let slot = ((state * byState) ^ (unitClass * byClass)) & lastSlot;
      next = slots[slot] ?? 0;
      while (next !== 0 && (parents[next] !== state || classOf[next] !== unitClass)) {
        slot = (slot + 1) & lastSlot;
        next = slots[slot] ?? 0;
      }
      if (next !== 0) break;
      state = fails[state] ?? 0;
    }
    if (next === 0 && !inside) next = root[unitClass] ?? 0;
    state = next;
    if (state === 0) continue;
    walked[steps++] = at;
    if (ends[state] !== 0) note(search, folded, state, steps, finds);
  }
  return finds.matches;
}

const ascending = (one: number, other: number) => one - other;
const byEnd = (one: KeywordMatch, other: KeywordMatch) => one.to - other.to || one.from - other.from;

/** Whether a word has signs in it that phrases do not see: `c++`, `#tag`. */
const hasSigns = ({ kinds, phrase }: UnderstoodWord) =>
  !phrase && (kinds.includes(separator) || kinds.includes(apostrophe));

/**
 * Compiles words in steps, so that a page need not wait for all of them.
 * @param words those that cannot be looked for (`wordFault`) are never found
 */
export function* compileSlowly(words: readonly KeywordWord[]): Generator<undefined, KeywordMatcher> {
  const plain: Wanted[] = [];
  const exact: Wanted[] = [];
  for (let index = 0; index < words.length; index++) {
    const { text, group } = words[index] ?? { text: '', group: 0 };
    const word = understandWord(text);
    if (word) (hasSigns(word) ? exact : plain).push({ word, index, group });
    if (index % 50 === 49) yield;
  }
  const searches: Search[] = [];
  for (const wanted of [plain, exact]) {
    if (wanted.length === 0) continue;
    const automaton = yield* buildAutomaton(wanted.map(({ word }) => word.units));
    searches.push({ automaton, wanted, joined: wanted === plain });
  }

  function find(text: string): KeywordFinds {
    const folded = foldText(text);
    const groups: number[] = [];
    let matches: KeywordMatch[] = [];
    if (walked.length < folded.length) walked = new Int32Array(folded.length * 2);
    for (const search of searches) {
      const more = walk(search, folded, groups);
      if (matches.length === 0) matches = more;
      else if (more.length > 0) matches = [...matches, ...more].sort(byEnd).slice(0, mostMatches);
    }
    return { groups: groups.sort(ascending), matches };
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
