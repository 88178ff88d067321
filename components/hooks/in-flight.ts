/** Work that is under way at once: while one step is written to the disk, the background reads the next, and a third is unpacked. */
const most = 2;

/**
 * Keeps a few steps under way at a time, begun in order.
 * @returns `next`: begins one when there is room; the first failure so far, or null · `all`: waits for the rest, and the same
 */
export function inFlight<F>(): {
  next: (work: () => Promise<F | null>) => Promise<F | null>;
  all: () => Promise<F | null>;
} {
  const under: Promise<F | null>[] = [];
  let failure: F | null = null;
  const settle = async () => {
    // awaited in any case: behind `??=` it would not be once something failed, and the queue would never get empty
    const settled = await under.shift();
    failure ??= settled ?? null;
  };
  return {
    async next(work) {
      if (under.length >= most) await settle();
      if (!failure) under.push(work());
      return failure;
    },
    async all() {
      while (under.length > 0) await settle();
      return failure;
    },
  };
}
