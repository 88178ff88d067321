import { addDays, localDay } from '../domain/day.ts';
import type { FileArea } from './areas.ts';
import { commitsCounter, creatorsCounter, recordsCounter } from './counters.ts';
import type { Database } from './database.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { makeReader } from './reader.ts';
import { recentRecords } from './recent-records.ts';
import { copiedStores, type StoreName } from './schema.ts';
import {
  type CopyHeader,
  decodeCopy,
  decodeHeader,
  encodeCopy,
  type SecondCopy,
} from './second-copy-format.ts';

const prefix = 'second-copy-';
/** Two files for each database: the older is written, so that a torn write leaves the newer. */
export const fileNames = (databaseId: string) =>
  ['a', 'b'].map((half) => `${prefix}${databaseId}-${half}.json.gz`);
/** Days of checklist entries that are copied. */
const copiedDays = 60;

async function read<T>(
  files: FileArea,
  name: string,
  decode: (bytes: Uint8Array<ArrayBuffer>) => Promise<T | null>,
): Promise<T | null> {
  const bytes = await files.read(name);
  return bytes ? decode(bytes) : null;
}

/**
 * The newest copy that passes its check.
 * @param databaseId of this database; undefined: of any
 */
export async function newestCopy(files: FileArea, databaseId?: string): Promise<SecondCopy | null> {
  const names = databaseId ? fileNames(databaseId) : await copyNames(files);
  const copies: SecondCopy[] = [];
  for (const name of names) {
    const copy = await read(files, name, decodeCopy);
    if (copy) copies.push(copy);
  }
  return copies.sort((a, b) => b.header.at.localeCompare(a.header.at))[0] ?? null;
}

/** When the newest copy of a database was written, ISO: of those whose checksum is right. */
export async function newestCopyTime(files: FileArea, databaseId: string): Promise<string | undefined> {
  const times: string[] = [];
  for (const name of fileNames(databaseId)) {
    const header = await read(files, name, decodeHeader);
    if (header) times.push(header.at);
  }
  return times.sort().at(-1);
}

/** Names of all files that are copies, whole or not, of whatever database. */
export async function copyNames(files: FileArea): Promise<string[]> {
  return (await files.list()).filter((name) => name.startsWith(prefix));
}

/** Everything of the small stores in one read transaction, in the order of ids; of those that grow the newest. */
async function takeCopy(database: Database, now: Date): Promise<SecondCopy | null> {
  const scope: StoreName[] = [...copiedStores, 'counters', 'meta'];
  const reader = makeReader(database.transaction(scope, 'readonly'));
  const meta = await reader.get('meta', 'notebook');
  if (!meta) return null;
  const recentDays = IDBKeyRange.lowerBound(addDays(localDay(now), -copiedDays));
  const stores: Record<string, unknown[]> = {};
  for (const name of copiedStores) {
    if (name !== 'dayEntries') stores[name] = (await recentRecords(reader, name)) ?? (await reader.all(name));
  }
  stores.dayEntries = await reader.list('dayEntries', 'day', recentDays);
  const header = {
    format: 'deckhand-second-copy' as const,
    version: 1 as const,
    schemaVersion,
    databaseId: meta.databaseId,
    at: now.toISOString(),
    commits: await reader.counter(commitsCounter),
    creators: await reader.counter(creatorsCounter),
    records: await reader.counter(recordsCounter),
  };
  return { header, stores };
}

/**
 * Writes both files of a database's second copy anew, so that nothing is left in them that is no longer in the database.
 * @throws where a file cannot be written
 */
export async function rewriteCopies(database: Database, files: FileArea, now: Date): Promise<void> {
  const copy = await takeCopy(database, now);
  if (!copy) return;
  const bytes = await encodeCopy(copy);
  for (const name of fileNames(copy.header.databaseId)) await files.write(name, bytes);
}

/**
 * Writes the second copy of a database into the older of its two files and reads it back.
 * @returns `unchanged`: the newest copy has everything · `refused`: it would replace a fuller copy by an empty one ·
 * `failed`: what was written does not pass its check; the other file still does
 */
export async function copyDatabase(
  database: Database,
  files: FileArea,
  now: Date,
): Promise<'written' | 'unchanged' | 'refused' | 'failed'> {
  const copy = await takeCopy(database, now);
  if (!copy) return 'refused';
  const halves: { name: string; header: CopyHeader | null }[] = [];
  for (const name of fileNames(copy.header.databaseId)) {
    halves.push({ name, header: await read(files, name, decodeHeader) });
  }
  halves.sort((a, b) => (a.header?.at ?? '').localeCompare(b.header?.at ?? ''));
  const [older, newer] = halves;
  if (!older || !newer) return 'failed';
  if (newer.header?.commits === copy.header.commits && newer.header.schemaVersion === schemaVersion)
    return 'unchanged';
  if (copy.header.records === 0 && (newer.header?.records ?? 0) > 0) return 'refused';
  await files.write(older.name, await encodeCopy(copy));
  return (await read(files, older.name, decodeHeader)) ? 'written' : 'failed';
}
