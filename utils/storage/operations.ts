import type { Database } from './database.ts';
import { tellCommitted } from './unit-of-work.ts';

/** How long an operation can be repeated or undone. */
export const keptDays = 7;

/** Removes operations older than seven days, with the images they keep. For the daily alarm. @returns how many */
export async function pruneOperations(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1_000).toISOString();
  const transaction = database.transaction('operations', 'readwrite', { durability: 'relaxed' });
  const index = transaction.store.index('at');
  const keys = await index.getAllKeys(IDBKeyRange.upperBound(before, true));
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
  await tellCommitted(database, new Map([['operations', new Set(keys)]]), now);
  return keys.length;
}
