import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { newId } from '../domain/new-id.ts';
import { type ErrorCode, type Failure, fail } from '../domain/result.ts';
import type { AnyDatabase, UpgradeTransaction } from './migrations/migration.ts';
import { migrate, schemaVersion } from './migrations/migrations.ts';
import { type Meta, type NotebookSchema, type StoreName, storeNames } from './schema.ts';

export type Database = IDBPDatabase<NotebookSchema>;
export type FullUpgrade = IDBPTransaction<NotebookSchema, StoreName[], 'versionchange'>;

/** Records to create the database with, instead of an empty one. */
export interface Contents {
  databaseId: string;
  /** the schema that the records have: they are put in at that version and migrated with it */
  schemaVersion: number;
  stores: Partial<Record<string, unknown[]>>;
  /** last step of the same transaction, at today's schema */
  finish(transaction: FullUpgrade): Promise<void>;
}

export interface OpenOptions {
  name: string;
  now: Date;
  contents?: Contents | undefined;
  /** what a new database says of itself, instead of being another notebook */
  meta?: Meta;
  /** another connection holds an older version open; the opening goes on by itself when that one closes */
  onBlocked?(): void;
  /** the connection is gone: closed for a newer version, or ended by the browser */
  onGone?(): void;
}

/** Whether something failed because the disk or the quota is full. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Which failure an error of opening is. Only what the browser could not read is damage: nothing else may lead to a new start. */
function openingFailure(error: unknown, stepFailed: boolean): Failure {
  const name = error instanceof Error ? error.name : '';
  const code: ErrorCode = isQuotaError(error)
    ? 'quota'
    : name === 'VersionError' || stepFailed
      ? 'internal'
      : 'recovery';
  return fail(code, `the notebook cannot be opened: ${String(error)}`);
}

async function fill(transaction: FullUpgrade, contents: Contents): Promise<void> {
  for (const [store, records] of Object.entries(contents.stores)) {
    const target = transaction.objectStore(store as StoreName);
    // one after another: of many at once the first failure would leave the others' unheard
    for (const record of records ?? []) await target.put(record as never);
  }
}

async function upgrade(transaction: FullUpgrade, from: number, options: OpenOptions, lost: boolean) {
  const database = transaction.db as unknown as AnyDatabase;
  const steps = transaction as unknown as UpgradeTransaction;
  const { contents, now } = options;
  if (from > 0) return migrate(database, steps, from, schemaVersion);
  if (contents) {
    await migrate(database, steps, 0, contents.schemaVersion);
    await fill(transaction, contents);
    await migrate(database, steps, contents.schemaVersion, schemaVersion);
    await contents.finish(transaction);
  } else {
    await migrate(database, steps, 0, schemaVersion);
  }
  await transaction.objectStore('meta').put(
    options.meta ?? {
      id: 'notebook',
      databaseId: contents?.databaseId ?? newId(now.getTime()),
      createdAt: now.toISOString(),
      ...(lost ? { lost } : {}),
    },
  );
}

/**
 * Opens the database, creating or migrating it in one transaction.
 * @returns the connection, or `quota`, `internal` (written by a newer version, or a step failed: nothing is lost) or
 * `recovery` (the browser cannot read it)
 */
export async function openDatabase(options: OpenOptions): Promise<Database | Failure> {
  let stepError: { error: unknown } | undefined;
  try {
    const database = await openDB<NotebookSchema>(options.name, schemaVersion, {
      upgrade(_database, from, _to, transaction, event) {
        // Chromium answers damage on disk by creating the database anew and says so only in this non-standard field.
        const lost = 'dataLoss' in event && event.dataLoss === 'total' && !options.contents;
        // the opening itself rejects where this does, but no longer says that the disk was full
        transaction.done.catch((error: unknown) => {
          if (isQuotaError(error)) stepError ??= { error };
        });
        upgrade(transaction, from, options, lost).catch((error: unknown) => {
          stepError = { error: transaction.error ?? error };
          try {
            transaction.abort();
          } catch {
            // it has ended already
          }
        });
      },
      blocked: () => options.onBlocked?.(),
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        options.onGone?.();
      },
      terminated: () => options.onGone?.(),
    });
    const whole = storeNames.every((name) => database.objectStoreNames.contains(name));
    if (whole) return database;
    database.close();
    return fail('recovery', 'the database of today’s version lacks stores');
  } catch (error) {
    return openingFailure(stepError?.error ?? error, stepError !== undefined);
  }
}
