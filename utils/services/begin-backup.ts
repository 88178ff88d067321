import { ok } from '../domain/result.ts';
import { commitsCounter } from '../storage/counters.ts';
import { schemaVersion } from '../storage/migrations/migrations.ts';
import { makeReader } from '../storage/reader.ts';
import { backupStores, type StoreName } from '../storage/schema.ts';
import type { Service } from './service.ts';

/** What a backup will hold, in the order in which it is asked for. */
export const beginBackup: Service<'backup.begin'> = async (_input, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const scope: StoreName[] = [...backupStores, 'counters'];
  const transaction = database.value.transaction(scope, 'readonly');
  const [commits, counts] = await Promise.all([
    makeReader(transaction).counter(commitsCounter),
    Promise.all(backupStores.map((store) => transaction.objectStore(store).count())),
  ]);
  return ok({
    schemaVersion,
    commits,
    records: counts.reduce((total, count) => total + count, 0),
    stores: [...backupStores],
  });
};
