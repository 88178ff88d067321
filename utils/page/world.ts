/**
 * What our files leave for each other in the isolated world's global, one property each, which the page's own scripts cannot see. The
 * background puts the files there one by one: what is needed on every page at once, the rest when the person asks for it.
 */
interface Slot<T> {
  provide(value: T, world?: object): void;
  /** @returns null until the file that provides it is there */
  provided(world?: object): T | null;
}

/** @param name also known to the background, which reads the readers' slot */
export function makeSlot<T>(name: string): Slot<T> {
  const key = Symbol.for(name);
  return {
    provide(value, world = globalThis) {
      (world as Record<symbol, T>)[key] = value;
    },
    provided: (world = globalThis) => (world as Record<symbol, T | undefined>)[key] ?? null,
  };
}
