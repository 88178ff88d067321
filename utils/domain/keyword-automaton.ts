/** Many words looked for at once: Aho and Corasick, 1975. Each unit of a text is one step, however many words there are. */
export interface Automaton {
  /** what a unit is called in here; 0: in none of the words */
  classes: Uint16Array;
  /** where a class leads from the state before any word */
  root: Int32Array;
  /** a table of steps by `state * width + class`, addressed openly */
  keys: Int32Array;
  targets: Int32Array;
  width: number;
  shift: number;
  /** the longest end of a state that another word begins with */
  fails: Int32Array;
  /** the next state on that way that is the end of a word; 0: none */
  ends: Int32Array;
  /** first word that ends in a state, then the next one; -1: none */
  firstWord: Int32Array;
  nextWord: Int32Array;
}

const spread = 0x9e3779b1;
/** Words or states between two pauses. */
const step = 200;

/** Looks a step up. @returns 0 where there is none */
export function stepFrom(automaton: Automaton, state: number, unitClass: number): number {
  if (state === 0) return automaton.root[unitClass] ?? 0;
  const key = state * automaton.width + unitClass;
  const last = automaton.keys.length - 1;
  let at = Math.imul(key, spread) >>> automaton.shift;
  for (;;) {
    const found = automaton.keys[at];
    if (found === key) return automaton.targets[at] ?? 0;
    if (found === 0) return 0;
    at = (at + 1) & last;
  }
}

/** The state after one more unit. */
export function advance(automaton: Automaton, from: number, unit: number): number {
  const unitClass = automaton.classes[unit] ?? 0;
  if (unitClass === 0) return 0;
  let state = from;
  for (;;) {
    const next = stepFrom(automaton, state, unitClass);
    if (next !== 0 || state === 0) return next;
    state = automaton.fails[state] ?? 0;
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
  for (const word of words) {
    units += word.length;
    for (const unit of word) if (classes[unit] === 0) classes[unit] = width++;
  }
  const bits = Math.max(4, Math.ceil(Math.log2(units * 2 + 1)));
  const most = units + 1;
  const automaton: Automaton = {
    classes,
    width,
    root: new Int32Array(width),
    keys: new Int32Array(2 ** bits),
    targets: new Int32Array(2 ** bits),
    shift: 32 - bits,
    fails: new Int32Array(most),
    ends: new Int32Array(most),
    firstWord: new Int32Array(most).fill(-1),
    nextWord: new Int32Array(words.length).fill(-1),
  };
  const parents = new Int32Array(most);
  const classOf = new Uint16Array(most);
  /** states by how many units lead to them */
  const levels: number[][] = [];
  let states = 1;

  const add = (state: number, unitClass: number) => {
    if (state === 0) automaton.root[unitClass] = states;
    else {
      const key = state * width + unitClass;
      let at = Math.imul(key, spread) >>> automaton.shift;
      while (automaton.keys[at] !== 0) at = (at + 1) & (automaton.keys.length - 1);
      automaton.keys[at] = key;
      automaton.targets[at] = states;
    }
    parents[states] = state;
    classOf[states] = unitClass;
    return states++;
  };

  for (const [index, word] of words.entries()) {
    let state = 0;
    for (const [depth, unit] of word.entries()) {
      const unitClass = classes[unit] ?? 0;
      let next = stepFrom(automaton, state, unitClass);
      if (next === 0) {
        next = add(state, unitClass);
        const level = levels[depth] ?? [];
        levels[depth] = level;
        level.push(next);
      }
      state = next;
    }
    automaton.nextWord[index] = automaton.firstWord[state] ?? -1;
    automaton.firstWord[state] = index;
    if (index % step === step - 1) yield;
  }

  let done = 0;
  for (const [depth, level] of levels.entries()) {
    for (const state of level) {
      if (++done % (step * 10) === 0) yield;
      const parent = parents[state] ?? 0;
      let fail = 0;
      if (depth > 0) {
        let from = automaton.fails[parent] ?? 0;
        for (;;) {
          fail = stepFrom(automaton, from, classOf[state] ?? 0);
          if (fail !== 0 || from === 0) break;
          from = automaton.fails[from] ?? 0;
        }
      }
      automaton.fails[state] = fail;
      automaton.ends[state] = (automaton.firstWord[fail] ?? -1) >= 0 ? fail : (automaton.ends[fail] ?? 0);
    }
  }
  return automaton;
}
