import type { Page, Worker } from '@playwright/test';

export type StoredRecord = Record<string, unknown>;
/** Every store of the notebook by name. */
export type Stores = Record<string, StoredRecord[]>;

/** Name of the product's database; its records are read past all of its own code. */
export const databaseName = 'deckhand';

/** Runs in the extension's origin: a closure would not come along. */
export async function dump(name: string): Promise<Stores> {
  const known = await indexedDB.databases();
  if (!known.some((database) => database.name === name)) return {};
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
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
    const all = await Promise.all(rows);
    return Object.fromEntries(names.map((store, i) => [store, all[i]])) as Stores;
  } finally {
    database.close();
  }
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
