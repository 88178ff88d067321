import { unwrap } from 'idb';
import type { Batch } from '../domain/batch.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import {
  countersOf,
  creatorsCounter,
  keepsZero,
  recordsCounter,
  routinesCounter,
  starterTagsCounter,
} from './counters.ts';
import type { Database } from './database.ts';
import { backupStores, contentStores, type StoreName } from './schema.ts';
import { type TouchedKeys, touch } from './touched-keys.ts';
import { answerAgain, begin, commit, moveCounters, type WriteTransaction } from './unit-of-work.ts';

/** A record of a backup that fits the schema of its store. */
export interface BackupRecord {
  store: (typeof backupStores)[number];
  record: { id: string };
}

/** What is used of a store whose name is a parameter. */
interface Plain {
  get(id: string): Promise<Stamped | undefined>;
  getAllKeys(query?: IDBKeyRange): Promise<string[]>;
}
type Stamped = { id: string; updatedAt?: string };

export interface RestoreRequest {
  id: string;
  type: string;
  batchId: string;
  now: Date;
}

export interface RestoredStep {
  /** put in now, not here before */
  added: number;
  /** put in place of an older state */
  newer: number;
  /** already here */
  kept: number;
}

/**
 * One step of a restore into an empty notebook, in one transaction of relaxed durability. Nothing is kept for undo and nothing logged,
 * so that a backup of the restored notebook has the same bytes. Records are put by their ids: what an interrupted restore has put
 * already is recognised, and a repeat of the operation id gets the stored answer.
 *
 * The first step takes out what a new notebook has of itself.
 * @param last the file's last line has come
 * @param mayBegin looked at before the first record is put: whether the notebook is empty
 */
export function runRestoreStep(
  database: Database,
  request: RestoreRequest,
  records: readonly BackupRecord[],
  last: boolean,
  mayBegin: (transaction: WriteTransaction) => Promise<Result<unknown>>,
): Promise<Result<RestoredStep>> {
  const transaction = begin(database, [...backupStores, ...contentStores, 'batches'], 'relaxed');
  const now = request.now.toISOString();
  const keys: TouchedKeys = new Map();
  const moved = new Map<string, number>();
  const touched = new Set<StoreName>(backupStores);
  const plain = (store: StoreName) => transaction.objectStore(store) as unknown as Plain;
  // requests without promises: of a hundred thousand nobody waits for a single one. A full disk fails the transaction, and that is
  // where it is looked at.
  const raw = (store: StoreName) => unwrap(transaction.objectStore(store)) as unknown as IDBObjectStore;
  const put = (store: StoreName, record: { id: string }) => {
    touch(keys, store, record.id);
    raw(store).put(record);
  };
  const remove = (store: StoreName, id: string) => {
    touch(keys, store, id);
    raw(store).delete(id);
  };
  const move = (store: StoreName, record: unknown, by: number) => {
    for (const name of countersOf(store, record as never)) moved.set(name, (moved.get(name) ?? 0) + by);
  };

  async function clear(): Promise<void> {
    for (const store of [...backupStores, ...contentStores])
      for (const id of await plain(store).getAllKeys()) remove(store, id);
    for (const id of await plain('counters').getAllKeys()) {
      if (!keepsZero(id) && id !== 'commits') remove('counters', id);
    }
    // zero, not absent: nobody makes a default routine or default tags between the steps
    for (const id of [recordsCounter, creatorsCounter, routinesCounter, starterTagsCounter])
      put('counters', { id, value: 0 } as never);
  }

  async function putAll(store: StoreName, rows: readonly Stamped[], done: RestoredStep): Promise<void> {
    const ids = rows.map(({ id }) => id).sort();
    if (ids.length === 0) return;
    const here = new Set(await plain(store).getAllKeys(IDBKeyRange.bound(ids[0], ids.at(-1))));
    for (const row of rows) {
      const before = here.has(row.id) ? await plain(store).get(row.id) : undefined;
      here.add(row.id);
      if (before && (before.updatedAt ?? '') >= (row.updatedAt ?? '')) {
        done.kept += 1;
        continue;
      }
      if (store === 'dayEntries') await clearDay(row as never);
      if (before) move(store, before, -1);
      move(store, row, 1);
      put(store, row);
      if (before) done.newer += 1;
      else done.added += 1;
    }
  }

  /** A popup that was opened meanwhile may have made a row of its own for this day and item. */
  async function clearDay(row: { id: string; day: string; routineId: string }): Promise<void> {
    const index = transaction.objectStore('dayEntries').index('dayRoutine');
    const made = await index.get([row.day, row.routineId]);
    if (!made || made.id === row.id) return;
    move('dayEntries', made, -1);
    remove('dayEntries', made.id);
  }

  async function settle(whole: boolean): Promise<void> {
    if (!whole) return;
    const items = await transaction.objectStore('routines').count();
    const tags = (await transaction.objectStore('tags').getAll()).filter(({ starter }) => starter).length;
    if (items > 0 && tags > 0) return;
    // none in the file: removed by the person, or never made
    const gone = await transaction.objectStore('tombstones').getAll();
    const wasThere = (of: StoreName) => gone.some(({ store }) => store === of);
    if (items === 0 && !wasThere('routines')) remove('counters', routinesCounter);
    if (tags === 0 && !wasThere('tags')) remove('counters', starterTagsCounter);
  }

  return commit(transaction, async () => {
    const earlier = await transaction.objectStore('operations').get(request.id);
    if (earlier) return { result: answerAgain<RestoredStep>(earlier, request.type), committed: null };
    const batch: Batch | undefined = await transaction.objectStore('batches').get(request.batchId);
    if (!batch) return { result: fail('not-found', 'no such batch'), committed: null };
    if (batch.state !== 'open')
      return { result: fail('forbidden', `the batch is ${batch.state}`), committed: null };
    if (batch.done === 0) {
      const allowed = await mayBegin(transaction);
      if (!allowed.ok) return { result: allowed, committed: null };
      await clear();
    }
    const done: RestoredStep = { added: 0, newer: 0, kept: 0 };
    for (const store of backupStores) {
      const rows = records.filter((row) => row.store === store).map(({ record }) => record);
      await putAll(store, rows, done);
    }
    const counted = await moveCounters(transaction, moved, keys);
    const progress = {
      ...batch,
      updatedAt: now,
      done: Math.min(batch.total, batch.done + records.length),
      created: batch.created + done.added,
      updated: batch.updated + done.newer,
      skipped: batch.skipped + done.kept,
    };
    if (last) await settle(progress.done >= progress.total);
    put('batches', progress);
    const row = { createdAt: now, updatedAt: now, at: now, batchId: request.batchId };
    put('operations', { ...row, id: request.id, type: request.type, answer: done, images: [] } as never);
    return { result: ok(done), committed: { stores: touched, keys, counted, now: request.now } };
  });
}
