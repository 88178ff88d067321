import { amountsOf, commitsCounter, keepsZero } from '../../utils/storage/counters.ts';
import { type StoreName, type StoreRecord, storeNames } from '../../utils/storage/schema.ts';
import { databaseOf, type Machine } from './memory-notebook.ts';

/** The kept numbers, and what they come to when every record is counted; they must be the same. Zeros and commits left out. */
export async function keptAndCounted(machine: Pick<Machine, 'notebook'>) {
  const database = await databaseOf(machine);
  const counted = new Map<string, number>();
  for (const store of storeNames) {
    for (const record of await database.getAll(store as StoreName))
      for (const [name, by] of amountsOf(store, record as StoreRecord<typeof store>))
        counted.set(name, (counted.get(name) ?? 0) + by);
  }
  const kept = (await database.getAll('counters')).filter(
    ({ id, value }) => id !== commitsCounter && !(keepsZero(id) && value === 0),
  );
  return {
    kept: Object.fromEntries(kept.map(({ id, value }) => [id, value]).sort()),
    counted: Object.fromEntries([...counted].sort()),
  };
}
