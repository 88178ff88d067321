import type { Page, Worker } from '@playwright/test';

export type StoredRecord = Record<string, unknown>;
/** Every store of the notebook by name. */
export type Stores = Record<string, StoredRecord[]>;

/** Name of the product's database until it moves for the first time; its records are read past all of its own code. */
export const databaseName = 'deckhand';

/** Runs in the extension's origin: a closure would not come along. */
export async function dump(name: string): Promise<Stores> {
  async function all(live: string): Promise<Stores> {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(live);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    // a notebook that moves on must not wait for a test
    database.onversionchange = () => database.close();
    try {
      const names = [...database.objectStoreNames];
      if (!names.length) return {};
      const transaction = database.transaction(names);
      const rows = names.map(
        (store) =>
          new Promise<unknown[]>((done, failed) => {
            const request = transaction.objectStore(store).getAll();
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
          }),
      );
      const read = await Promise.all(rows);
      return Object.fromEntries(names.map((store, i) => [store, read[i]])) as Stores;
    } finally {
      database.close();
    }
  }
  // two stand there while the notebook moves: the one that is whole and the newest is it
  const known = (await indexedDB.databases()).map((database) => database.name ?? '');
  const found = await Promise.all([name, `${name}-b`].filter((each) => known.includes(each)).map(all));
  const rank = ({ meta = [] }: Stores) => {
    const [own] = meta;
    return own === undefined || own.filling ? -1 : Number(own.generation ?? 0);
  };
  return found.sort((a, b) => rank(b) - rank(a))[0] ?? {};
}

/** Rows of some stores only. Runs in the extension's origin as `dump` does. */
export async function readStoresOf({ name, stores }: { name: string; stores: string[] }): Promise<Stores> {
  const ended = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const database = await ended(indexedDB.open(name));
  const transaction = database.transaction(stores);
  const read = await Promise.all(stores.map((store) => ended(transaction.objectStore(store).getAll())));
  database.close();
  return Object.fromEntries(stores.map((store, index) => [store, read[index] ?? []])) as Stores;
}

/**
 * Everything that is durably stored, read by a connection of its own.
 * @param inside the extension's worker, or one of its pages where the worker comes and goes
 */
export async function readStores(inside: Worker | Page): Promise<Stores> {
  // both have `evaluate`; a union of the two is not callable
  return (inside as Worker).evaluate(dump, databaseName);
}

/** The rows of the stores that a capture writes. */
export interface Captured {
  creators: StoredRecord[];
  accounts: StoredRecord[];
  observations: StoredRecord[];
  contacts: StoredRecord[];
}

export async function readCaptured(inside: Worker | Page): Promise<Captured> {
  const { creators = [], accounts = [], observations = [], contacts = [] } = await readStores(inside);
  return { creators: creators.filter(({ deletedAt }) => !deletedAt), accounts, observations, contacts };
}

/** Waits until a number stays as it is for 700 ms, as that of the operations does when no layer comes after its snapshot any more. */
export async function untilSteady(count: () => Promise<number>): Promise<void> {
  for (let known = -1; ; ) {
    const now = await count();
    if (now === known) return;
    known = now;
    await new Promise((done) => setTimeout(done, 700));
  }
}
