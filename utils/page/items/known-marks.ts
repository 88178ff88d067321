import { marks as allMarks, type Mark } from '../../domain/mark.ts';
import { ask, onChange } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { makePace, waitFor, whenBusy } from './asking-pace.ts';
import type { Person } from './read-item.ts';

/** Most names of one question. */
const batchSize = 200;
/** More names than anybody scrolls past; then the answers are forgotten. */
const mostKept = 20_000;

export interface KnownMarks {
  /** undefined: not asked yet */
  of(person: Person): Mark | undefined;
  /** Has the marks of people asked for, with all others that are wanted in the same moment; those that are known are not. */
  want(people: Iterable<Person>): void;
  /** The same, and waits for the answers. @returns whether all could be had */
  have(people: Iterable<Person>): Promise<boolean>;
}

/**
 * What the notebook has for the people on a page, asked in batches and kept, that somebody is new as well, until the notebook changes.
 * @param changed called when answers have come; `forgotten` when they have to be asked for again
 */
export function makeKnownMarks(
  page: Page,
  heard: { answered(): void; forgotten(): void },
  signal: AbortSignal,
): KnownMarks {
  let known = new Map<string, Mark>();
  const wanted = new Map<string, Person>();
  let turn: Promise<void> | null = null;
  /** counts the changes of the notebook: an answer from before one is not kept */
  let age = 0;
  const pace = makePace();

  async function askBatch(batch: Person[]): Promise<boolean> {
    const asked = age;
    const answer = await ask('page.marks', {
      platform: page.site.id,
      names: batch.map(({ handle, stableId }) => ({
        handle,
        ...(stableId === undefined ? {} : { stableId }),
      })),
    });
    if (signal.aborted) return false;
    if (!answer.ok) {
      if (answer.code === 'stale') page.stepBack(false);
      if (answer.code !== 'busy') return false;
      for (const person of batch) wanted.set(person.key, person);
      await waitFor(whenBusy);
      return true;
    }
    if (asked !== age) return true;
    if (known.size > mostKept) known = new Map();
    for (const [at, person] of batch.entries()) {
      const mark = allMarks.find((one) => one === answer.value.marks[at]);
      if (mark) known.set(person.key, mark);
    }
    heard.answered();
    return true;
  }

  async function askAll(): Promise<void> {
    // what is wanted in the same moment goes into one question
    await new Promise((done) => setTimeout(done, 0));
    while (wanted.size > 0 && !signal.aborted) {
      await waitFor(pace());
      const batch = [...wanted.values()].slice(0, batchSize);
      for (const { key } of batch) wanted.delete(key);
      if (!(await askBatch(batch))) break;
    }
    wanted.clear();
    turn = null;
  }

  function want(people: Iterable<Person>): void {
    for (const person of people) if (!known.has(person.key)) wanted.set(person.key, person);
    if (wanted.size > 0) turn ??= askAll();
  }

  onChange(
    ['creators', 'brands'],
    () => {
      age++;
      known = new Map();
      heard.forgotten();
    },
    signal,
  );

  return {
    of: ({ key }) => known.get(key),
    want,
    async have(people) {
      const all = [...people];
      // once more where the notebook changed meanwhile
      for (let tries = 0; tries < 3; tries++) {
        want(all);
        await turn;
        if (all.every(({ key }) => known.has(key))) return true;
      }
      return false;
    },
  };
}
