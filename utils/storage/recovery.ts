import { deleteDB, openDB } from 'idb';
import { newId } from '../domain/new-id.ts';
import { type Failure, fail } from '../domain/result.ts';
import { commitsCounter, countersOf, creatorsCounter, recordsCounter } from './counters.ts';
import type { Contents, FullUpgrade } from './database.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { storeNames } from './schema.ts';
import type { SecondCopy } from './second-copy-format.ts';

/** Counts everything once: the one moment at which the counters cannot be kept is when all records come at once. */
async function countAll(transaction: FullUpgrade, commits: number): Promise<void> {
  const counters = new Map([
    [recordsCounter, 0],
    [creatorsCounter, 0],
    [commitsCounter, commits],
  ]);
  for (const store of storeNames) {
    for (const record of await transaction.objectStore(store).getAll()) {
      for (const name of countersOf(store, record)) counters.set(name, (counters.get(name) ?? 0) + 1);
    }
  }
  for (const [id, value] of counters) await transaction.objectStore('counters').put({ id, value });
}

interface Recovery {
  operationId: string;
  type: string;
  now: Date;
}

/** The operation's row, so that a repeat finds its answer. */
async function noteRecovery(transaction: FullUpgrade, { operationId, type, now }: Recovery, answer: unknown) {
  const at = now.toISOString();
  const row = { createdAt: at, updatedAt: at, at };
  await transaction.objectStore('operations').put({ ...row, id: operationId, type, answer, images: [] });
}

/** What a restored database begins with: the records of the copy under the id that they had. */
export function restoredContents(copy: SecondCopy, recovery: Recovery): Contents & { records: number } {
  const records = Object.values(copy.stores).reduce((total, rows) => total + (rows?.length ?? 0), 0);
  return {
    databaseId: copy.header.databaseId,
    schemaVersion: copy.header.schemaVersion,
    stores: copy.stores,
    records,
    async finish(transaction) {
      const at = recovery.now.toISOString();
      const activity = { id: newId(recovery.now.getTime()), createdAt: at, updatedAt: at, at };
      await transaction
        .objectStore('activities')
        .put({ ...activity, kind: 'restored', operationId: recovery.operationId });
      await noteRecovery(transaction, recovery, { records });
      await countAll(transaction, copy.header.commits + 1);
    },
  };
}

/** What a new, empty database begins with, once the person accepted the loss. */
export function emptyContents(recovery: Recovery): Contents {
  return {
    databaseId: newId(recovery.now.getTime()),
    schemaVersion,
    stores: {},
    finish: (transaction) => noteRecovery(transaction, recovery, {}),
  };
}

/**
 * How long a removal may be held up before it counts as blocked, milliseconds: Chromium says `blocked` also while our own
 * connection, closed the moment before, is still being put away.
 */
const patience = 2_000;

/** Removes the database. @returns `blocked` while another connection holds it, `recovery` where the browser cannot */
export async function removeDatabase(name: string): Promise<Failure | null> {
  try {
    return await new Promise((resolve, reject) => {
      deleteDB(name, {
        blocked: () => {
          const held = fail('blocked', 'another connection holds the damaged notebook open');
          setTimeout(() => resolve(held), patience);
        },
      }).then(() => resolve(null), reject);
    });
  } catch (error) {
    return fail('recovery', `the damaged notebook cannot be removed: ${String(error)}`);
  }
}

/**
 * Has Chromium write out what it still holds in memory and tidy its files: it does so whenever a database is deleted, so one is made
 * and deleted. Without it the records of a young database and their deletion lie side by side in one file, and nothing ever merges
 * them (measured in Chromium 156, LevelDB; to be looked at again when it stores in SQLite).
 */
export async function tidyFiles(name: string): Promise<Failure | null> {
  const sweep = `${name}-sweep`;
  try {
    const database = await openDB(sweep, 1, { upgrade: (made) => void made.createObjectStore('sweep') });
    await database.put('sweep', 0, 0);
    database.close();
  } catch (error) {
    return fail('recovery', `the browser’s files cannot be tidied: ${String(error)}`);
  }
  return removeDatabase(sweep);
}

/**
 * Chromium tidies up after a deletion in its own time, and a file that something still reads from goes only with the next tidying:
 * so there is one more after this many milliseconds.
 */
const untilTidied = 3_000;

/**
 * Removes a database and what its records left in the browser's files.
 * @returns what stood in the way: of the removal, or of the tidying after which nothing of it can be read any more
 */
export async function removeForGood(
  name: string,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Failure | null> {
  const before = await tidyFiles(name);
  const failure = (await removeDatabase(name)) ?? before ?? (await tidyFiles(name));
  if (failure) return failure;
  await pause(untilTidied);
  return tidyFiles(name);
}
