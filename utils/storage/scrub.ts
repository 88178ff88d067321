import { type Database, openDatabase } from './database.ts';
import { removeDatabase } from './remove-database.ts';
import { type StoreName, storeNames } from './schema.ts';
import type { TouchedKeys } from './touched-keys.ts';

/*
 * Why a notebook moves: neither LevelDB (Chromium) nor SQLite (Firefox) overwrites what is deleted. What a person's records said stays
 * readable in the profile's files until chance rewrites them; only the removal of a whole database takes it out. So what is left is
 * copied into a second database, and the first is removed.
 */

/** What a move needs of the notebook. */
export interface Move {
  /** name of the database to move into */
  name: string;
  now: Date;
  /** keys written since the move began; filled by the notebook, emptied here */
  touched: TouchedKeys;
  /** runs `work` while nobody is given the database */
  hold<T>(work: () => Promise<T>): Promise<T>;
  /** the notebook lives in `target` from now on */
  takeOver(target: Database): Promise<void>;
  onGone(target: Database): void;
  pause(milliseconds: number): Promise<unknown>;
  /** called now and then: keeps the browser from stopping an idle background */
  stayAwake(): Promise<unknown>;
}

/** Records read and written at once. Operations carry images of whole batches, contents are pictures. */
const pageOf = (store: StoreName) => (store === 'operations' ? 10 : store === 'blobContents' ? 50 : 500);
/** Keys that are left for the moment in which everybody waits. */
const fewKeys = 200;
/** For whoever was given the database just before it was held back and begins a transaction only now, milliseconds. */
const graceBefore = 20;
const graceAfter = 300;

const copied = storeNames.filter((name) => name !== 'meta');

interface PlainStore {
  put(record: unknown): Promise<unknown>;
  delete(key: string): Promise<void>;
}

/** Brings records over in one transaction. @param records as they stand now, by key; undefined: there is none any more */
async function writeAll(
  target: Database,
  store: StoreName,
  records: readonly (readonly [key: string, record: unknown])[],
): Promise<void> {
  const transaction = target.transaction(store, 'readwrite', { durability: 'relaxed' });
  // a write that fails fails the transaction, and that is where it is looked at
  transaction.done.catch(() => {});
  const plain = transaction.store as unknown as PlainStore;
  for (const [key, record] of records)
    (record === undefined ? plain.delete(key) : plain.put(record)).catch(() => {});
  await transaction.done;
}

async function copyStore(
  source: Database,
  target: Database,
  store: StoreName,
  stayAwake: Move['stayAwake'],
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    await stayAwake();
    const page: { id: string }[] = await source.getAll(store, range, pageOf(store));
    await writeAll(
      target,
      store,
      page.map((record) => [record.id, record]),
    );
    const last = page.at(-1);
    if (!last || page.length < pageOf(store)) return;
    after = last.id;
  }
}

/** Brings over what was written meanwhile, as it stands now. */
async function catchUp(source: Database, target: Database, touched: TouchedKeys): Promise<void> {
  const parts = [...touched].flatMap(([store, keys]) => {
    const all = [...keys];
    const size = pageOf(store);
    return Array.from({ length: Math.ceil(all.length / size) }, (_part, i) => ({
      store,
      keys: all.slice(i * size, (i + 1) * size),
    }));
  });
  touched.clear();
  for (const { store, keys } of parts) {
    if (store === 'meta') continue;
    const reading = source.transaction(store, 'readonly');
    const records = await Promise.all(keys.map((key) => reading.store.get(key)));
    await writeAll(
      target,
      store,
      keys.map((key, i) => [key, records[i]]),
    );
  }
}

const waiting = (touched: TouchedKeys) => [...touched.values()].reduce((total, { size }) => total + size, 0);

/** Waits until every transaction that was begun before is done. */
async function settle(source: Database, pause: Move['pause']): Promise<void> {
  await pause(graceBefore);
  const transaction = source.transaction(storeNames, 'readwrite');
  await transaction.objectStore('meta').get('notebook');
  await transaction.done;
}

/** Two databases that differ in the number of their records are not the same notebook, whatever went wrong. */
async function sameCounts(source: Database, target: Database): Promise<boolean> {
  const count = (database: Database) => {
    const transaction = database.transaction(copied, 'readonly');
    return Promise.all(copied.map((store) => transaction.objectStore(store).count()));
  };
  const [before, after] = await Promise.all([count(source), count(target)]);
  return before.every((number, i) => number === after[i]);
}

async function fill(source: Database, target: Database, move: Move): Promise<void> {
  for (const store of copied) await copyStore(source, target, store, move.stayAwake);
  for (let round = 0; round < 50 && waiting(move.touched) > fewKeys; round++)
    await catchUp(source, target, move.touched);
}

async function exchange(source: Database, target: Database, move: Move): Promise<void> {
  await settle(source, move.pause);
  while (waiting(move.touched) > 0) await catchUp(source, target, move.touched);
  if (!(await sameCounts(source, target))) throw new Error('the copy of the notebook is not whole');
  const meta = await source.get('meta', 'notebook');
  if (!meta) throw new Error('the notebook lost the row that says which it is');
  // the one moment that counts: from this commit on the other one is the notebook
  const transaction = target.transaction('meta', 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  await transaction.store.put({ ...meta, generation: (meta.generation ?? 0) + 1 });
  await transaction.done;
  await move.takeOver(target);
}

/**
 * Moves the notebook into a database of another name while it goes on working, and removes the one in which it was. Stopped at any
 * moment it is whole in one of the two: `liveName` says in which.
 * @returns whether it lives in the new one now; false: nothing has changed
 */
export async function moveNotebook(source: Database, move: Move): Promise<boolean> {
  const meta = await source.get('meta', 'notebook');
  if (!meta || (await removeDatabase(move.name))) return false;
  const target: Database | { ok: false } = await openDatabase({
    name: move.name,
    now: move.now,
    meta: { ...meta, filling: true },
    onGone: () => {
      if (!('ok' in target)) move.onGone(target);
    },
  });
  if ('ok' in target) return false;
  try {
    await fill(source, target, move);
    await move.hold(() => exchange(source, target, move));
  } catch (error) {
    console.error('Deckhand: moving the notebook', error);
    target.close();
    await removeDatabase(move.name);
    return false;
  }
  // who was given the old one a moment ago may still read there; should anything have been written, it comes along
  await move.pause(graceAfter);
  if (waiting(move.touched) > 0) await catchUp(source, target, move.touched);
  source.close();
  return true;
}
