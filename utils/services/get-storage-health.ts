import { ok } from '../domain/result.ts';
import { creatorsCounter } from '../storage/counters.ts';
import { schemaVersion } from '../storage/migrations/migrations.ts';
import type { Notebook } from '../storage/notebook.ts';
import { makeReader } from '../storage/reader.ts';
import { backupStores, type StoreName } from '../storage/schema.ts';
import { isEmptyNotebook } from './empty-notebook.ts';
import { lastBackupOf } from './last-backup.ts';
import type { Service } from './service.ts';

/** What the browser says about the space of this extension; absent where it does not say. */
async function space(): Promise<{ used?: number; quota?: number; persisted: boolean }> {
  const storage = globalThis.navigator?.storage;
  try {
    const [{ usage, quota } = {}, persisted] = await Promise.all([storage?.estimate(), storage?.persisted()]);
    return {
      ...(usage === undefined ? {} : { used: Math.round(usage) }),
      ...(quota === undefined ? {} : { quota: Math.round(quota) }),
      persisted: persisted === true,
    };
  } catch {
    return { persisted: false };
  }
}

/** How the notebook stands: what is in it, what the disk says, when it was last copied. */
export const getStorageHealth =
  (notebook: Notebook): Service<'storage.health'> =>
  async (_input, call) => {
    const database = await call.database();
    if (!database.ok) return database;
    const scope: StoreName[] = [...backupStores, 'counters', 'meta'];
    const transaction = database.value.transaction(scope, 'readonly');
    const reader = makeReader(transaction);
    const [counts, creators, empty, meta] = await Promise.all([
      Promise.all(backupStores.map((store) => transaction.objectStore(store).count())),
      reader.counter(creatorsCounter),
      isEmptyNotebook(reader),
      reader.get('meta', 'notebook'),
    ]);
    const [lastBackup, secondCopy, scrubPending, disk] = await Promise.all([
      lastBackupOf(meta?.databaseId),
      notebook.secondCopyAt(),
      notebook.scrubPending(),
      space(),
    ]);
    return ok({
      ...disk,
      records: counts.reduce((total, count) => total + count, 0),
      creators,
      schemaVersion,
      empty,
      scrubPending,
      ...(lastBackup ? { lastBackup } : {}),
      ...(secondCopy ? { secondCopy } : {}),
    });
  };
