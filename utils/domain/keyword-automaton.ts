/**
 * Many words looked for at once: Aho and Corasick, 1975. Each unit of a text is one step, however many words there are.
 * States are numbers, 0 the one before any word. Whoever walks it does so in a loop of their own (`keyword-match.ts`): a call for each unit
 * costs more than the step, most of all before the browser has compiled anything.
 */
export interface Automaton {
  /** what a unit is called in here; 0: in none of the words */
  classes: Uint16Array;
  /** where a class leads from the state before any word */
  root: Int32Array;
  /** states that a class leads to from any other, addressed openly: see `slotBy` */
  slots: Int32Array;
  /** where each state comes from, and by which class */
  parents: Int32Array;
  classOf: Uint16Array;
  /** the longest end of a state that another word begins with */
  fails: Int32Array;
  /** the next state on that way, itself included, that is the end of a word; 0: none */
  ends: Int32Array;
  /** first word that ends in a state, then the next one; -1: none */
  firstWord: Int32Array;
  nextWord: Int32Array;
}

/** Words, and states, between two pauses. */
const step = 50;

/**
 * A step stands at `(state * slotBy.state) ^ (class * slotBy.unitClass)` among the slots, or behind that. Both are odd and small: nothing in
 * here leaves the small whole numbers of an engine.
 */
export const slotBy = { state: 2_531, unitClass: 3_203 } as const;

const slotOf = (state: number, unitClass: number, last: number): number =>
  ((state * slotBy.state) ^ (unitClass * slotBy.unitClass)) & last;

/** Looks a step up. @returns 0 where there is none */
function stepFrom(automaton: Automaton, state: number, unitClass: number): number {
  if (state === 0) return automaton.root[unitClass] ?? 0;
  const { slots, parents, classOf } = automaton;
  const last = slots.length - 1;
  let slot = slotOf(state, unitClass, last);
  for (;;) {
    const next = slots[slot] ?? 0;
    if (next === 0 || (parents[next] === state && classOf[next] === unitClass)) return next;
    slot = (slot + 1) & last;
  }
}

/**
 * Builds the automaton in steps, so that nobody has to wait for all of it.
 * @param words folded units of each, none of them empty
 */
export function* buildAutomaton(words: readonly Uint16Array[]): Generator<undefined, Automaton> {
  const classes = new Uint16Array(0x10000);
  let width = 1;
  let units = 0;
  let longest = 0;
  for (const word of words) {
    units += word.length;
    if (word.length > longest) longest = word.length;
    for (let at = 0; at < word.length; at++) {
      const unit = word[at] ?? 0;
      if (classes[unit] === 0) classes[unit] = width++;
    }
  }
  const most = units + 1;
  const automaton: Automaton = {
    classes,
    root: new Int32Array(width),
    slots: new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(units * 2 + 1)))),
    parents: new Int32Array(most),
    classOf: new Uint16Array(most),
    fails: new Int32Array(most),
    ends: new Int32Array(most),
    firstWord: new Int32Array(most).fill(-1),
    nextWord: new Int32Array(words.length).fill(-1),
  };
  const { root, slots, parents, classOf, fails, ends, firstWord, nextWord } = automaton;
  const last = slots.length - 1;
  let states = 1;
  /** states by how many units lead to them: the last one of each length, and the one before each; 0: none */
  const levels = new Int32Array(longest);
  const sameLevel = new Int32Array(most);

  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? classes.subarray(0, 0);
    let state = 0;
    for (let depth = 0; depth < word.length; depth++) {
      const unitClass = classes[word[depth] ?? 0] ?? 0;
      let next = stepFrom(automaton, state, unitClass);
      if (next === 0) {
        next = states++;
        parents[next] = state;
        classOf[next] = unitClass;
        sameLevel[next] = levels[depth] ?? 0;
        levels[depth] = next;
        if (state === 0) root[unitClass] = next;
        else {
          let slot = slotOf(state, unitClass, last);
          while (slots[slot] !== 0) slot = (slot + 1) & last;
          slots[slot] = next;
        }
      }
      state = next;
    }
    nextWord[index] = firstWord[state] ?? -1;
    firstWord[state] = index;
    if (index % step === step - 1) yield;
  }

  let done = 0;
  for (let depth = 0; depth < longest; depth++) {
    for (let state = levels[depth] ?? 0; state !== 0; state = sameLevel[state] ?? 0) {
      if (++done % (step * 10) === 0) yield;
      const unitClass = classOf[state] ?? 0;
      let fail = 0;
      let from = parents[state] ?? 0;
      while (from !== 0 && fail === 0) {
        from = fails[from] ?? 0;
        fail = stepFrom(automaton, from, unitClass);
      }
      fails[state] = fail;
      ends[state] = (firstWord[state] ?? -1) >= 0 ? state : (ends[fail] ?? 0);
    }
  }
  return automaton;
}
