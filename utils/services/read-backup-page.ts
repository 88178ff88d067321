import { fail, ok } from '../domain/result.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { recordLine } from '../files/backup-file.ts';
import { commitsCounter } from '../storage/counters.ts';
import type { Database } from '../storage/database.ts';
import { backupStores, type StoreName } from '../storage/schema.ts';
import { withoutContents } from '../storage/snapshot-rows.ts';
import type { Service } from './service.ts';

/** Records of one page, and the text after which a page ends before that: notes may be long. */
const pageRecords = 1_000;
const pageLength = 2_000_000;

async function readPage(database: Database, store: (typeof backupStores)[number], after: string | null) {
  const scope: StoreName[] = [store, 'counters'];
  const transaction = database.transaction(scope, 'readonly');
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const [records, commits] = await Promise.all([
    transaction.objectStore(store).getAll(range, pageRecords) as Promise<{ id: string }[]>,
    transaction.objectStore('counters').get(commitsCounter),
  ]);
  return { records, commits: commits?.value ?? 0 };
}

/** A file holds no contents, so a snapshot in it has no layers that point to some. */
function inFile(store: StoreName, record: { id: string }): { id: string } {
  return store === 'snapshots' ? withoutContents(record as Snapshot, 'not-in-backup') : record;
}

/** One page of a store as lines of a backup. Apart from contents, what was stored is written as it is, key by key. */
export const readBackupPage: Service<'backup.page'> = async ({ store: name, after }, call) => {
  const store = backupStores.find((known) => known === name);
  if (!store) return fail('invalid', `a backup holds no store ${name}`);
  const database = await call.database();
  if (!database.ok) return database;
  const { records, commits } = await readPage(database.value, store, after);
  const lines: string[] = [];
  let length = 0;
  let last: string | null = null;
  for (const record of records) {
    if (length > pageLength) break;
    const line = recordLine(store, JSON.stringify(inFile(store, record)));
    lines.push(line);
    length += line.length;
    last = record.id;
  }
  const whole = lines.length === records.length && records.length < pageRecords;
  return ok({ lines: lines.join(''), count: lines.length, next: whole ? null : last, commits });
};
