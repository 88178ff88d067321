import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** A database and its upgrade as a migration sees them: without today's types, which change while a migration never does. */
export type AnyDatabase = IDBPDatabase;
export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * One step of the schema, forward only. It never changes once released, imports nothing that may change, and awaits
 * nothing but requests of its transaction.
 */
export interface Migration {
  version: number;
  apply(database: AnyDatabase, transaction: UpgradeTransaction): void | Promise<void>;
}
