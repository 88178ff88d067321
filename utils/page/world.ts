/**
 * What our files leave for each other in the isolated world's global, one property each, which the page's own scripts cannot see. The
 * background puts the files there one by one: what is needed on every page at once, the rest when the person asks for it.
 */
export interface Slot<T> {
  provide(value: T): void;
  /** @returns null until the file that provides it is there */
  provided(): T | null;
}

/** @param name also known to the background, which reads the readers' slot */
export function makeSlot<T>(name: string): Slot<T> {
  const key = Symbol.for(name);
  const world = globalThis as unknown as Record<symbol, T | undefined>;
  return {
    provide(value) {
      world[key] = value;
    },
    provided: () => world[key] ?? null,
  };
}
