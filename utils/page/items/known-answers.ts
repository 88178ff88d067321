import type { Result } from '../../domain/result.ts';
import type { Collection } from '../../messaging/changes.ts';
import { onChange } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { makePace, waitFor, whenBusy } from './asking-pace.ts';

/** Most things of one question. */
const batchSize = 200;
/** More than anybody scrolls past; then the answers are forgotten. */
const mostKept = 20_000;

export interface KnownAnswers<Asked extends { key: string }, Answer> {
  /** undefined: not asked yet */
  of(asked: Pick<Asked, 'key'>): Answer | undefined;
  /** Has answers asked for, with all others that are wanted in the same moment; those that are known are not. */
  want(asked: Iterable<Asked>): void;
  /** The same, and waits for the answers. @returns whether all could be had */
  have(asked: Iterable<Asked>): Promise<boolean>;
}

/**
 * What the notebook has for what stands on a page, asked in batches and kept, that it has nothing as well, until the notebook changes.
 * @param question.ask the answers in the order of the question; one that is not understood is undefined
 * @param heard.answered called when answers have come; `forgotten` when they have to be asked for again
 */
export function makeKnownAnswers<Asked extends { key: string }, Answer>(
  page: Page,
  question: {
    ask(batch: readonly Asked[]): Promise<Result<readonly (Answer | undefined)[]>>;
    changes: readonly Collection[];
    /** most things of one question; absent: 200 */
    most?: number;
  },
  heard: { answered(): void; forgotten(): void },
  signal: AbortSignal,
): KnownAnswers<Asked, Answer> {
  let known = new Map<string, Answer>();
  const wanted = new Map<string, Asked>();
  let turn: Promise<void> | null = null;
  /** counts the changes of the notebook: an answer from before one is not kept */
  let age = 0;
  const pace = makePace();

  async function askBatch(batch: Asked[]): Promise<boolean> {
    const asked = age;
    const answer = await question.ask(batch);
    if (signal.aborted) return false;
    if (!answer.ok) {
      if (answer.code === 'stale') page.stepBack(false);
      if (answer.code !== 'busy') return false;
      for (const one of batch) wanted.set(one.key, one);
      await waitFor(whenBusy);
      return true;
    }
    if (asked !== age) return true;
    if (known.size > mostKept) known = new Map();
    for (const [at, { key }] of batch.entries()) {
      const one = answer.value[at];
      if (one !== undefined) known.set(key, one);
    }
    heard.answered();
    return true;
  }

  async function askAll(): Promise<void> {
    // what is wanted in the same moment goes into one question
    await new Promise((done) => setTimeout(done, 0));
    while (wanted.size > 0 && !signal.aborted) {
      await waitFor(pace());
      const batch = [...wanted.values()].slice(0, question.most ?? batchSize);
      for (const { key } of batch) wanted.delete(key);
      if (!(await askBatch(batch))) break;
    }
    wanted.clear();
    turn = null;
  }

  function want(asked: Iterable<Asked>): void {
    for (const one of asked) if (!known.has(one.key)) wanted.set(one.key, one);
    if (wanted.size > 0) turn ??= askAll();
  }

  onChange(
    question.changes,
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
    async have(asked) {
      const all = [...asked];
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
