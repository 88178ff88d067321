import type { ActivityKind } from '../domain/activity.ts';
import { newId } from '../domain/new-id.ts';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import { amountsOf, commitsCounter, keepsZero } from './counters.ts';
import { type Database, isQuotaError } from './database.ts';
import { makeReader, type Reader } from './reader.ts';
import { sameValue } from './same-value.ts';
import type { Image, Operation, StoreName, StoreRecord } from './schema.ts';
import { type TouchedKeys, touch } from './touched-keys.ts';

/** Reading and writing inside the one transaction of an operation. Await nothing in it but these. */
export interface Unit extends Reader {
  /** time of the operation, ISO */
  readonly now: string;
  readonly operationId: string;
  /**
   * Puts a record. Its image before and after is kept for undo.
   * @param how `derived`: follows from other records and is made again from them, so undo neither restores nor compares it · `new`: derived,
   * and under an id that was made for it, so nothing is looked up before: of thousands of records that is half the time. Fails where there is one.
   */
  put<S extends StoreName>(store: S, record: StoreRecord<S>, how?: 'derived' | 'new'): Promise<void>;
  /** Removes a record and leaves a tombstone; of a derived record nothing stays. */
  remove(store: StoreName, id: string, how?: 'derived'): Promise<void>;
  /** Appends to the activity log, which is never taken back. */
  log(kind: ActivityKind, subjectId?: string): Promise<void>;
  /** Changes the row of an earlier operation. */
  amend(operation: Operation): Promise<void>;
  /** Says which operation this one takes back. */
  undid(operationId: string): void;
}

/** The message that asks for the change. */
export interface OperationRequest {
  id: string;
  type: string;
  tabId?: number | undefined;
  now: Date;
}

/** What happened after a commit. */
export interface Committed {
  stores: ReadonlySet<StoreName>;
  /** every record that was put or deleted, those of the log, the counters and the operations among them */
  keys: TouchedKeys;
  /** whether the number of records moved */
  counted: boolean;
  now: Date;
}
type CommitListener = (database: Database, committed: Committed) => Promise<void>;
const listeners = new WeakMap<Database, CommitListener>();

/** Has `listener` called after every committed change of this database and before it is acknowledged. */
export function onCommit(database: Database, listener: CommitListener): void {
  listeners.set(database, listener);
}

/** Tells the listener of a change that was made without a unit. */
export async function tellCommitted(database: Database, keys: TouchedKeys, now: Date): Promise<void> {
  await tellListener(database, { stores: new Set(), keys, counted: false, now });
}

const always = ['operations', 'activities', 'counters', 'tombstones'] as const satisfies StoreName[];

interface Plain {
  add(record: unknown): Promise<unknown>;
  put(record: unknown): Promise<unknown>;
  delete(id: string): Promise<void>;
}
export type WriteTransaction = ReturnType<typeof begin>;

/** Begins a writing transaction over `stores` and those that every write touches. */
export function begin(
  database: Database,
  stores: readonly StoreName[],
  // strict: what a person clicked survives a power cut
  durability: IDBTransactionDurability = 'strict',
) {
  const transaction = database.transaction([...new Set([...stores, ...always])], 'readwrite', {
    durability,
  });
  transaction.done.catch(() => {}); // looked at where it is awaited; a rejection before that is no accident
  return transaction;
}

/** Moves kept numbers at the end of a transaction that changed something. @returns whether the number of records moved */
export async function moveCounters(
  transaction: WriteTransaction,
  moved: Map<string, number>,
  keys: TouchedKeys,
): Promise<boolean> {
  const counters = transaction.objectStore('counters');
  moved.set(commitsCounter, 1);
  let counted = false;
  for (const [id, by] of moved) {
    if (by === 0) continue;
    touch(keys, 'counters', id);
    const value = ((await counters.get(id))?.value ?? 0) + by;
    if (value === 0 && !keepsZero(id)) await counters.delete(id);
    else await counters.put({ id, value });
    counted ||= keepsZero(id);
  }
  return counted;
}

function makeUnit(transaction: WriteTransaction, request: { id: string; now: Date }) {
  const now = request.now.toISOString();
  const images = new Map<string, Image>();
  const moved = new Map<string, number>();
  const stored = makeReader(transaction);
  /** Reads counters as they will stand: they are written at the end. */
  const reader: Reader = {
    ...stored,
    counter: async (name) => (await stored.counter(name)) + (moved.get(name) ?? 0),
    async sum(from, to) {
      const pending = [...moved].filter(([name]) => name >= from && name <= to);
      return pending.reduce((total, [, by]) => total + by, await stored.sum(from, to));
    },
  };
  const touched = new Set<StoreName>();
  const keys: TouchedKeys = new Map();
  let undid: string | undefined;
  const plain = (store: StoreName) => transaction.objectStore(store) as unknown as Plain;

  async function write<S extends StoreName>(
    store: S,
    id: string,
    after: StoreRecord<S> | undefined,
    how?: 'derived' | 'new',
  ) {
    const before = how === 'new' ? undefined : await reader.get(store, id);
    for (const [name, by] of amountsOf(store, before)) moved.set(name, (moved.get(name) ?? 0) - by);
    for (const [name, by] of amountsOf(store, after)) moved.set(name, (moved.get(name) ?? 0) + by);
    touched.add(store);
    touch(keys, store, id);
    const key = `${store}:${id}`;
    if (!how)
      images.set(key, { store, key: id, before: images.has(key) ? images.get(key)?.before : before, after });
    if (after === undefined) {
      await plain(store).delete(id);
      if (!how && before !== undefined) {
        const createdAt = 'createdAt' in before ? before.createdAt : now;
        await plain('tombstones').put({ id, store, createdAt, updatedAt: now, deletedAt: now });
        touch(keys, 'tombstones', id);
      }
      return;
    }
    await (how === 'new' ? plain(store).add(after) : plain(store).put(after));
    if (how || before !== undefined) return;
    await plain('tombstones').delete(id);
    touch(keys, 'tombstones', id);
  }

  const unit: Unit = {
    ...reader,
    now,
    operationId: request.id,
    put: (store, record, how) => write(store, record.id, record, how),
    remove: (store, id, how) => write(store, id, undefined, how),
    async log(kind, subjectId) {
      const id = newId(request.now.getTime());
      const row = { id, createdAt: now, updatedAt: now, at: now, kind, operationId: request.id };
      await transaction.objectStore('activities').put({ ...row, ...(subjectId ? { subjectId } : {}) });
      touched.add('activities');
      touch(keys, 'activities', id);
    },
    async amend(operation) {
      touch(keys, 'operations', operation.id);
      await transaction.objectStore('operations').put({ ...operation, updatedAt: now });
    },
    undid: (id) => {
      undid = id;
    },
  };

  const settle = async (): Promise<Committed> => {
    const counted = touched.size > 0 && (await moveCounters(transaction, moved, keys));
    return { stores: touched, keys, counted, now: request.now };
  };
  return { unit, settle, images: () => [...images.values()].filter(changed), undid: () => undid };
}

/** A record that was put as it had been needs no way back. */
function changed({ before, after }: Image): boolean {
  return !sameValue(before, after);
}

async function tellListener(database: Database, committed: Committed | null): Promise<void> {
  if (!committed) return;
  try {
    await listeners.get(database)?.(database, committed);
  } catch (error) {
    // the change is durable: what follows from it may fail without making it unsaved
    console.error('Deckhand: after a commit', error);
  }
}

/** Ends a transaction without a trace. @returns the reason that the browser gives, where it has one */
async function rollBack(transaction: WriteTransaction): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // it has ended by itself
  }
  return transaction.done.then(
    () => null,
    () => transaction.error,
  );
}

/** Runs `work` and ends the transaction: done, or without a trace. */
export async function commit<T>(
  transaction: WriteTransaction,
  work: () => Promise<{ result: Result<T>; committed: Committed | null }>,
): Promise<Result<T>> {
  try {
    const { result, committed } = await work();
    if (!result.ok) {
      await rollBack(transaction);
      return result;
    }
    // a full disk raises no error on any request, only here
    await transaction.done;
    await tellListener(transaction.db, committed);
    return result;
  } catch (error) {
    const cause = await rollBack(transaction);
    if (isQuotaError(error) || isQuotaError(cause)) return fullDisk;
    throw error;
  }
}
const fullDisk: Failure = fail('quota', 'the disk or the quota is full: nothing was written');

/** What a repeat of an operation gets. The answer is gone where it told of a person who was erased since. */
export function answerAgain<T>(earlier: Operation, type: string): Result<T> {
  if (earlier.type !== type) return fail('invalid', 'this operation id belongs to another message');
  if (!('answer' in earlier)) return fail('not-found', 'whom this was about has been erased');
  return ok(earlier.answer as T);
}

/**
 * Carries out a writing message in one transaction: the change, its activity rows, the counters, the way back and the
 * answer are there together or not at all. A repeat of the operation id returns the stored answer and writes nothing.
 * @param work an expected failure that it returns takes everything back
 * @returns after the transaction is done: the answer, `quota`, or what `work` failed with
 */
export function runOperation<T>(
  database: Database,
  request: OperationRequest,
  stores: readonly StoreName[],
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = begin(database, stores);
  const { unit, settle, images, undid } = makeUnit(transaction, request);
  return commit(transaction, async () => {
    const earlier = await unit.get('operations', request.id);
    if (earlier) {
      return { result: answerAgain<T>(earlier, request.type), committed: null };
    }
    const result = await work(unit);
    if (!result.ok) return { result, committed: null };
    const committed = await settle();
    touch(committed.keys, 'operations', request.id);
    const takenBack = undid();
    await transaction.objectStore('operations').put({
      id: request.id,
      createdAt: unit.now,
      updatedAt: unit.now,
      at: unit.now,
      type: request.type,
      ...(request.tabId === undefined ? {} : { tabId: request.tabId }),
      answer: result.value,
      images: images(),
      ...(takenBack ? { undid: takenBack } : {}),
    });
    return { result, committed };
  });
}

/**
 * Keeps up what follows from other records (the default routine, the day's rows) in one transaction that no person asked for:
 * it has no operation id and cannot be undone, so everything in it is `derived` and it must be harmless to do twice.
 */
export function maintain<T>(
  database: Database,
  now: Date,
  stores: readonly StoreName[],
  work: (unit: Unit) => Promise<T>,
): Promise<Result<T>> {
  const transaction = begin(database, stores);
  const { unit, settle } = makeUnit(transaction, { id: newId(now.getTime()), now });
  return commit(transaction, async () => {
    const value = await work(unit);
    return { result: ok(value), committed: await settle() };
  });
}
