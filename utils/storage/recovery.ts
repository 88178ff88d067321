import { newId } from '../domain/new-id.ts';
import {
  commitsCounter,
  countersOf,
  creatorsCounter,
  recordsCounter,
  starterTagsCounter,
} from './counters.ts';
import type { Contents, FullUpgrade } from './database.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { storeNames } from './schema.ts';
import type { SecondCopy } from './second-copy-format.ts';

/** Counts everything once: the one moment at which the counters cannot be kept is when all records come at once. */
async function countAll(transaction: FullUpgrade, commits: number): Promise<void> {
  const counters = new Map([
    [recordsCounter, 0],
    [creatorsCounter, 0],
    [commitsCounter, commits],
  ]);
  for (const store of storeNames) {
    for (const record of await transaction.objectStore(store).getAll()) {
      for (const name of countersOf(store, record)) counters.set(name, (counters.get(name) ?? 0) + 1);
    }
  }
  // all of the default tags removed: they are not made again
  const gone = await transaction.objectStore('tombstones').getAll();
  if (!counters.has(starterTagsCounter) && gone.some(({ store }) => store === 'tags'))
    counters.set(starterTagsCounter, 0);
  for (const [id, value] of counters) await transaction.objectStore('counters').put({ id, value });
}

interface Recovery {
  operationId: string;
  type: string;
  now: Date;
}

/** The operation's row, so that a repeat finds its answer. */
async function noteRecovery(transaction: FullUpgrade, { operationId, type, now }: Recovery, answer: unknown) {
  const at = now.toISOString();
  const row = { createdAt: at, updatedAt: at, at };
  await transaction.objectStore('operations').put({ ...row, id: operationId, type, answer, images: [] });
}

/** What a restored database begins with: the records of the copy under the id that they had. */
export function restoredContents(copy: SecondCopy, recovery: Recovery): Contents & { records: number } {
  const records = Object.values(copy.stores).reduce((total, rows) => total + (rows?.length ?? 0), 0);
  return {
    databaseId: copy.header.databaseId,
    schemaVersion: copy.header.schemaVersion,
    stores: copy.stores,
    records,
    async finish(transaction) {
      const at = recovery.now.toISOString();
      const activity = { id: newId(recovery.now.getTime()), createdAt: at, updatedAt: at, at };
      await transaction
        .objectStore('activities')
        .put({ ...activity, kind: 'restored', operationId: recovery.operationId });
      await noteRecovery(transaction, recovery, { records });
      await countAll(transaction, copy.header.commits + 1);
    },
  };
}

/** What a new, empty database begins with, once the person accepted the loss. */
export function emptyContents(recovery: Recovery): Contents {
  return {
    databaseId: newId(recovery.now.getTime()),
    schemaVersion,
    stores: {},
    finish: (transaction) => noteRecovery(transaction, recovery, {}),
  };
}
