import type { StoreName } from './schema.ts';

/** Keys of the records that a transaction put or deleted, store by store. */
export type TouchedKeys = Map<StoreName, Set<string>>;

/** Notes one key. */
export function touch(keys: TouchedKeys, store: StoreName, key: string): void {
  const known = keys.get(store);
  if (known) known.add(key);
  else keys.set(store, new Set([key]));
}

/** Notes in `into` what stands in `from`. */
export function touchAll(into: TouchedKeys, from: ReadonlyMap<StoreName, Iterable<string>>): void {
  for (const [store, keys] of from) for (const key of keys) touch(into, store, key);
}
