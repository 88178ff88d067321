/** Most time of ours in one frame, in milliseconds: the site needs the rest. */
const share = 6;

/** Part of the work: does what it can until the moment, `performance.now()`. @returns whether it is done */
export type Job = (until: number) => boolean;

export interface Slices {
  add(job: Job): void;
  /** Called at the end of each frame in which something was done. */
  afterEach(done: () => void): void;
}

/** Work in small parts, one a frame; what is not done in one goes on in the next. */
export function makeSlices(signal: AbortSignal): Slices {
  const jobs: Job[] = [];
  const after: (() => void)[] = [];
  let frame = 0;

  const run = () => {
    frame = 0;
    if (signal.aborted) return;
    const until = performance.now() + share;
    while (jobs.length > 0 && performance.now() < until) {
      if (jobs[0]?.(until)) jobs.shift();
    }
    for (const done of after) done();
    if (jobs.length > 0) frame = requestAnimationFrame(run);
  };
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    jobs.length = 0;
  });

  return {
    add(job) {
      if (signal.aborted) return;
      jobs.push(job);
      if (frame === 0) frame = requestAnimationFrame(run);
    },
    afterEach: (done) => void after.push(done),
  };
}

/** A job that handles one thing after the other. At least one in each part, so that it ends. */
export function eachOf<T>(things: Iterable<T>, handle: (thing: T) => void): Job {
  const rest = things[Symbol.iterator]();
  return (until) => {
    do {
      const next = rest.next();
      if (next.done) return true;
      handle(next.value);
    } while (performance.now() < until);
    return false;
  };
}
