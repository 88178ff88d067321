import { unwrap } from 'idb';
import type { ActivityKind } from '../domain/activity.ts';
import { newId } from '../domain/new-id.ts';
import type { Result } from '../domain/result.ts';
import { amountsOf } from './counters.ts';
import type { Database } from './database.ts';
import { makeReader, type Reader } from './reader.ts';
import type { Image, StoreName, StoreRecord } from './schema.ts';
import { type TouchedKeys, touch } from './touched-keys.ts';
import { answerAgain, begin, commit, moveCounters } from './unit-of-work.ts';

/**
 * Writing hundreds of records in one transaction. Unlike a `Unit` it waits for no single write, and says itself what stood there
 * before. Await nothing beside it but its reader.
 */
export interface SwiftWriter extends Reader {
  /** time of the operation, ISO */
  readonly now: string;
  /**
   * Puts a record of which there is none yet.
   * @param how `again`: it was removed before, so its tombstone goes
   */
  add<S extends StoreName>(store: S, record: StoreRecord<S>, how?: 'again'): void;
  /** Puts `after` where `before` stands. */
  replace<S extends StoreName>(store: S, before: StoreRecord<S>, after: StoreRecord<S>): void;
  /**
   * Removes a record and leaves a tombstone; of a tombstone nothing stays.
   * @param how `never-was`: what added it is taken back, so there is nothing to leave
   */
  remove<S extends StoreName>(store: S, before: StoreRecord<S>, how?: 'never-was'): void;
  /** Appends to the activity log, which is never taken back. */
  log(kind: ActivityKind, subjectId?: string): void;
  /** Puts a row about the work itself: it has no way back and stands in no counter. */
  note<S extends 'batches' | 'operations'>(store: S, row: StoreRecord<S>): void;
  /** Says which operation this one takes back. */
  undid(operationId: string): void;
}

export interface SwiftRequest {
  id: string;
  type: string;
  now: Date;
  /** the batch of which it is a step */
  batchId?: string;
  /** `none`: no way back is kept */
  images?: 'none' | undefined;
}

/** Id and times of a record, as far as it has them. */
type Stamped = { id: string; createdAt?: string; updatedAt?: string };

/**
 * Carries out one operation in one transaction of relaxed durability: records, counters, way back and answer are there together or
 * not at all. A repeat of the operation id gets the stored answer and writes nothing.
 * @param work an expected failure that it returns takes everything back
 * @returns after the transaction is done: the answer, `quota`, or what `work` failed with
 */
export function runSwiftOperation<T>(
  database: Database,
  request: SwiftRequest,
  stores: readonly StoreName[],
  work: (writer: SwiftWriter) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = begin(database, stores, 'relaxed');
  const now = request.now.toISOString();
  const reader = makeReader(transaction);
  const moved = new Map<string, number>();
  const images: Image[] = [];
  const touched = new Set<StoreName>();
  const keys: TouchedKeys = new Map();
  let takenBack: string | undefined;
  // requests without promises: of thousands nobody waits for a single one. A full disk fails the transaction, and that is where it is
  // looked at.
  const raw = (store: StoreName) => unwrap(transaction.objectStore(store)) as unknown as IDBObjectStore;
  function move<S extends StoreName>(store: S, record: StoreRecord<S>, by: number): void {
    for (const [name, amount] of amountsOf(store, record))
      moved.set(name, (moved.get(name) ?? 0) + by * amount);
    touched.add(store);
  }
  function image(store: StoreName, key: string, change: Omit<Image, 'store' | 'key'>): void {
    if (request.images !== 'none') images.push({ store, key, ...change });
  }
  const stampOf = (record: unknown) => (record as Stamped).updatedAt ?? now;

  const writer: SwiftWriter = {
    ...reader,
    now,
    add(store, record, how) {
      move(store, record, 1);
      image(store, record.id, { stamp: stampOf(record) });
      touch(keys, store, record.id);
      raw(store).put(record);
      if (how !== 'again') return;
      touch(keys, 'tombstones', record.id);
      raw('tombstones').delete(record.id);
    },
    replace(store, before, after) {
      move(store, before, -1);
      move(store, after, 1);
      image(store, after.id, { before, stamp: stampOf(after) });
      touch(keys, store, after.id);
      raw(store).put(after);
    },
    remove(store, before, how) {
      move(store, before, -1);
      image(store, before.id, { before });
      touch(keys, store, before.id);
      raw(store).delete(before.id);
      if (how === 'never-was' || store === 'tombstones') return;
      const { createdAt = now } = before as Stamped;
      touch(keys, 'tombstones', before.id);
      raw('tombstones').put({ id: before.id, store, createdAt, updatedAt: now, deletedAt: now });
    },
    log(kind, subjectId) {
      const row = { id: newId(request.now.getTime()), createdAt: now, updatedAt: now, at: now, kind };
      const about = subjectId ? { subjectId } : {};
      raw('activities').put({ ...row, operationId: request.id, ...about });
      touched.add('activities');
      touch(keys, 'activities', row.id);
    },
    note(store, row) {
      touch(keys, store, row.id);
      raw(store).put(row);
    },
    undid(operationId) {
      takenBack = operationId;
    },
  };

  return commit(transaction, async () => {
    const earlier = await reader.get('operations', request.id);
    if (earlier) {
      return { result: answerAgain<T>(earlier, request.type), committed: null };
    }
    const result = await work(writer);
    if (!result.ok) return { result, committed: null };
    const counted = await moveCounters(transaction, moved, keys);
    touch(keys, 'operations', request.id);
    await transaction.objectStore('operations').put({
      id: request.id,
      createdAt: now,
      updatedAt: now,
      at: now,
      type: request.type,
      ...(request.batchId === undefined ? {} : { batchId: request.batchId }),
      answer: result.value,
      images,
      ...(takenBack === undefined ? {} : { undid: takenBack }),
    });
    return { result, committed: { stores: touched, keys, counted, now: request.now } };
  });
}
