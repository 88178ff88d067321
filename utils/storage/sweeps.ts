import { openDB } from 'idb';
import { type Failure, fail } from '../domain/result.ts';
import { removeDatabase, removeDatabases } from './remove-database.ts';

/*
 * What takes removed records out of Chromium's files (LevelDB; measured in Chromium 156, to be looked at again when it stores in
 * SQLite; in Firefox, where a database is a file, sweeps are only small files that go away).
 *
 * A removed database's records are merged away by a compaction of its range that Chromium runs beside everything else, after it has
 * said that the database is gone. When that one meets another, what it should merge is still in memory: the records then lie in a
 * lower level than their deletion, or side by side with it in one file, and no later deletion of anything made since touches that
 * level again. A database that lay beside them all the time does: its own removal compacts every level in which it lies and every
 * file that spans it. So such databases, the sweeps, are laid out first and removed one by one afterwards. A file from which a
 * compaction itself was reading goes only with the next one: hence always two.
 */

/** before the removal, right after it, and twice later: each time what is left over of the time before goes, too */
const count = 7;

const sweepNames = (name: string) => Array.from({ length: count }, (_sweep, i) => `${name}-sweep-${i}`);

/** Names of the sweeps that lie beside a notebook, in the order in which they are used. */
export async function sweepsOf(name: string): Promise<string[]> {
  const known = new Set((await indexedDB.databases()).map((database) => database.name));
  return sweepNames(name).filter((each) => known.has(each));
}

/**
 * Lays out the sweeps that are not there. To be called before anything else is made that lives longer: they work best next to what is
 * to be removed.
 * @param name first of the notebook's two names
 * @returns `recovery` where the browser cannot make one
 */
export async function layOutSweeps(name: string): Promise<Failure | null> {
  try {
    const there = new Set(await sweepsOf(name));
    const missing = sweepNames(name).filter((each) => !there.has(each));
    // an empty database is enough: its name and version are rows, too
    await Promise.all(missing.map(async (each) => (await openDB(each, 1)).close()));
    return null;
  } catch (error) {
    return fail('recovery', `the browser’s files cannot be tidied: ${String(error)}`);
  }
}

/** Removes the next sweep, where there is one, and with it what lies beside it in the browser's files. */
async function sweep(name: string): Promise<Failure | null> {
  const [next] = await sweepsOf(name);
  return next === undefined ? null : removeDatabase(next);
}

/** Between two steps, milliseconds: a compaction that meets another one may do nothing. */
const apart = 1_000;

/**
 * Removes databases and what their records left in the browser's files. The sweeps that are left afterwards are for later
 * (`sweepTwice`).
 * @param name first of the notebook's two names
 * @param names of the databases to remove
 * @returns what stood in the way: of the removal, or of the tidying after which nothing of it can be read any more
 */
export async function removeForGood(
  name: string,
  names: readonly string[],
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Failure | null> {
  const laidOut = await layOutSweeps(name);
  // what is still in memory goes into files, apart from its deletion
  const before = laidOut ?? (await sweep(name));
  await pause(apart);
  const failure = await removeDatabases(names);
  if (failure) return failure;
  await pause(apart);
  return (await sweepTwice(name, pause)) ?? before;
}

/** Two sweeps: the second takes away the files from which the first one was reading. */
export async function sweepTwice(
  name: string,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Failure | null> {
  const first = await sweep(name);
  await pause(apart);
  return (await sweep(name)) ?? first;
}
