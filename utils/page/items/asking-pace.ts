/*
 * Who scrolls fast meets hundreds of names in a few seconds, and the background answers a tab only so often (`router.ts`: 80 messages in ten seconds
 * from all that a page asks). So questions come in a row only a few times, and later with more in each of them.
 */

/** So many questions of one sort within so many milliseconds. */
const pace = { most: 8, within: 3_000 } as const;
/** The wait after a refusal, milliseconds. */
export const whenBusy = 3_000;

/** Counts the questions of one sort. @returns how long to wait before the next one, in milliseconds: mostly 0 */
export function makePace(now: () => number = () => performance.now()): () => number {
  const times: number[] = [];
  return () => {
    const first = times.length < pace.most ? undefined : times.shift();
    const at = Math.max(now(), first === undefined ? 0 : first + pace.within);
    times.push(at);
    return at - now();
  };
}

/** @param ms 0: nothing is waited for */
export const waitFor = (ms: number): Promise<void> | null =>
  ms > 0 ? new Promise((done) => setTimeout(done, ms)) : null;
