import type { Snapshot } from '../domain/snapshot.ts';
import { contentsOf, readContent } from './blobs.ts';
import type { Database } from './database.ts';
import { sha256Hex } from './packing.ts';

export interface ContentFault {
  store: 'snapshots' | 'blobs' | 'blobContents';
  id: string;
  /** `no-owner`: what it points to, or what points to it, is not there · `counter`: held by another number · `record`: other bytes */
  reason: 'no-owner' | 'counter' | 'record';
}

const step = 200;

/** How many snapshots hold each content. */
async function countHolders(
  database: Database,
): Promise<{ held: Map<string, number>; by: Map<string, string> }> {
  const [held, by] = [new Map<string, number>(), new Map<string, string>()];
  for (let after = ''; ; ) {
    const rows: Snapshot[] = await database.getAll(
      'snapshots',
      IDBKeyRange.lowerBound(after, after !== ''),
      step,
    );
    for (const snapshot of rows)
      for (const hash of contentsOf(snapshot)) {
        held.set(hash, (held.get(hash) ?? 0) + 1);
        by.set(hash, snapshot.id);
      }
    const last = rows.at(-1);
    if (!last || rows.length < step) return { held, by };
    after = last.id;
  }
}

/** Whether the bytes are those that their name says; damaged packing is other bytes. One that went meanwhile is no fault. */
async function isIntact(database: Database, hash: string): Promise<boolean> {
  try {
    const bytes = await readContent(database, hash);
    return bytes === undefined || (await sha256Hex(bytes)) === hash;
  } catch {
    return false;
  }
}

/** Which of some contents are not what their name says. Megabytes are hashed for it: to be asked for a few at a time. */
export async function brokenContents(database: Database, hashes: readonly string[]): Promise<ContentFault[]> {
  const faults: ContentFault[] = [];
  for (const hash of hashes)
    if (!(await isIntact(database, hash))) faults.push({ store: 'blobContents', id: hash, reason: 'record' });
  return faults;
}

/**
 * Looks at who holds the contents of snapshots: held as often as they say, none without a holder, none missing. Their bytes are the matter of
 * `brokenContents`. Changes nothing; a snapshot that is written meanwhile is looked at again before it is called a fault.
 */
export async function checkContents(database: Database): Promise<ContentFault[]> {
  const once = await faultsNow(database);
  if (once.length === 0) return once;
  const again = new Set(
    (await faultsNow(database)).map(({ store, id, reason }) => `${store} ${id} ${reason}`),
  );
  return once.filter(({ store, id, reason }) => again.has(`${store} ${id} ${reason}`));
}

async function faultsNow(database: Database): Promise<ContentFault[]> {
  const { held, by } = await countHolders(database);
  const faults: ContentFault[] = [];
  const rows = new Map((await database.getAll('blobs')).map((row) => [row.id, row]));
  const contents = new Set(await database.getAllKeys('blobContents'));
  for (const [hash, { references }] of rows) {
    const holders = held.get(hash) ?? 0;
    if (holders === 0) faults.push({ store: 'blobs', id: hash, reason: 'no-owner' });
    else if (holders !== references) faults.push({ store: 'blobs', id: hash, reason: 'counter' });
  }
  for (const hash of held.keys())
    if (!rows.has(hash) || !contents.has(hash))
      faults.push({ store: 'snapshots', id: by.get(hash) ?? hash, reason: 'no-owner' });
  for (const hash of contents)
    if (!rows.has(hash)) faults.push({ store: 'blobContents', id: hash, reason: 'no-owner' });
  return faults;
}
