import type { InSteps } from '../../snapshots/walk-page.ts';

/** How long the page waits for us at most, milliseconds; a task of 50 is one that a person feels. */
const slice = 12;

type Scheduler = { postTask(task: () => void): Promise<void> };

/** Hands the thread back at once: a timer waits four milliseconds each time, and a whole second in a hidden tab. */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler ? scheduler.postTask(() => {}) : new Promise((done) => setTimeout(done, 0));
}

export interface SliceClock {
  /** milliseconds */
  now(): number;
  pause(): Promise<void>;
}

export const pageClock: SliceClock = { now: () => performance.now(), pause: nextTurn };

/** Does work in slices, so that the page draws and hears keys in between; begins in a turn of its own. */
export async function inSlices<T>(steps: InSteps<T>, clock: SliceClock = pageClock): Promise<T> {
  await clock.pause();
  let since = clock.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (clock.now() - since < slice) continue;
    await clock.pause();
    since = clock.now();
  }
}
