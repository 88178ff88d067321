import type { ActivityKind } from '../domain/activity.ts';
import type { Batch } from '../domain/batch.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { countersOf } from './counters.ts';
import type { Database } from './database.ts';
import { makeReader, type Reader } from './reader.ts';
import type { Image, StoreName, StoreRecord } from './schema.ts';
import { begin, commit, moveCounters } from './unit-of-work.ts';

/**
 * Writing inside one step of a batch: hundreds of records in one transaction. Unlike a `Unit` it waits for no single write, and
 * says itself what stood there before. Await nothing in it but its reader.
 */
export interface BatchStep extends Reader {
  readonly now: string;
  readonly batch: Batch;
  /** Puts a record of which there is none yet. */
  add<S extends StoreName>(store: S, record: StoreRecord<S>): void;
  /** Puts `after` where `before` stands. */
  replace<S extends StoreName>(store: S, before: StoreRecord<S>, after: StoreRecord<S>): void;
  /** Removes a record and leaves a tombstone. */
  remove<S extends StoreName>(store: S, before: StoreRecord<S>): void;
  /** Appends to the activity log, which is never taken back. */
  log(kind: ActivityKind, subjectId?: string): void;
  /** Moves the batch's numbers by this step's. */
  count(by: Partial<Record<'done' | 'created' | 'updated' | 'skipped', number>>): void;
}

export interface StepRequest {
  id: string;
  type: string;
  batchId: string;
  now: Date;
  /** `none`: no way back is kept; what was there before is not worth it (an empty notebook) */
  images?: 'none';
}

interface Plain {
  put(record: unknown): Promise<unknown>;
  delete(id: string): Promise<void>;
}

/** Id and times of a record, as far as it has them. */
type Stamped = { id: string; createdAt?: string; updatedAt?: string };

/**
 * Carries out one step of an open batch in one transaction of relaxed durability: the records, the counters, the batch's progress,
 * the way back and the answer are there together or not at all. A repeat of the operation id gets the stored answer.
 * @returns `not-found` or `forbidden` where the batch is not open, `quota`, or what `work` failed with
 */
export function runBatchStep<T>(
  database: Database,
  request: StepRequest,
  stores: readonly StoreName[],
  work: (step: BatchStep) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = begin(database, [...stores, 'batches'], 'relaxed');
  const now = request.now.toISOString();
  const reader = makeReader(transaction);
  const moved = new Map<string, number>();
  const images: Image[] = [];
  const touched = new Set<StoreName>();
  const plain = (store: StoreName) => transaction.objectStore(store) as unknown as Plain;
  const writes: Promise<unknown>[] = [];
  const send = (write: Promise<unknown>) => {
    // a full disk fails the transaction, and that is where it is looked at
    write.catch(() => {});
    writes.push(write);
  };
  function move<S extends StoreName>(store: S, record: StoreRecord<S>, by: number): void {
    for (const name of countersOf(store, record)) moved.set(name, (moved.get(name) ?? 0) + by);
    touched.add(store);
  }
  function image(store: StoreName, key: string, change: Omit<Image, 'store' | 'key'>): void {
    if (request.images !== 'none') images.push({ store, key, ...change });
  }

  return commit(transaction, async () => {
    const earlier = await reader.get('operations', request.id);
    if (earlier) {
      const result: Result<T> =
        earlier.type === request.type
          ? ok(earlier.answer as T)
          : fail('invalid', 'this operation id belongs to another message');
      return { result, committed: null };
    }
    const batch = await reader.get('batches', request.batchId);
    if (!batch) return { result: fail('not-found', 'no such batch'), committed: null };
    if (batch.state !== 'open')
      return { result: fail('forbidden', `the batch is ${batch.state}`), committed: null };
    const next = { ...batch, updatedAt: now };

    const result = await work({
      ...reader,
      now,
      batch,
      add(store, record) {
        move(store, record, 1);
        const { updatedAt = now } = record as Stamped;
        image(store, record.id, { stamp: updatedAt });
        send(plain(store).put(record));
      },
      replace(store, before, after) {
        move(store, before, -1);
        move(store, after, 1);
        const { updatedAt = now } = after as Stamped;
        image(store, after.id, { before, stamp: updatedAt });
        send(plain(store).put(after));
      },
      remove(store, before) {
        move(store, before, -1);
        image(store, before.id, { before });
        send(plain(store).delete(before.id));
        const { createdAt = now } = before as Stamped;
        send(plain('tombstones').put({ id: before.id, store, createdAt, updatedAt: now, deletedAt: now }));
      },
      log(kind, subjectId) {
        const row = { id: newId(request.now.getTime()), createdAt: now, updatedAt: now, at: now, kind };
        const about = subjectId ? { subjectId } : {};
        send(transaction.objectStore('activities').put({ ...row, operationId: request.id, ...about }));
        touched.add('activities');
      },
      count(by) {
        for (const key of ['done', 'created', 'updated', 'skipped'] as const) next[key] += by[key] ?? 0;
      },
    });
    if (!result.ok) return { result, committed: null };
    await transaction.objectStore('batches').put(next);
    await Promise.all(writes);
    const counted = await moveCounters(transaction, moved);
    await transaction.objectStore('operations').put({
      id: request.id,
      createdAt: now,
      updatedAt: now,
      at: now,
      type: request.type,
      batchId: request.batchId,
      answer: result.value,
      images,
    });
    return { result, committed: { stores: touched, counted, now: request.now } };
  });
}
