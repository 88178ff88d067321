import type { FileArea, KeyValueArea } from './areas.ts';
import { creatorsCounter, recordsCounter } from './counters.ts';
import type { Database } from './database.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { newestCopy } from './second-copy.ts';
import { readSentinel, recordsBucket, type Sentinel } from './sentinel.ts';

/** How an opened notebook stands to what the sentinel remembers of it. */
export type Health = 'healthy' | 'vanished' | 'replaced';

interface Contents {
  databaseId: string;
  lost: boolean;
  creators: number;
  records: number;
  /** the counters say that there are records and there are none, or the counters themselves are gone */
  emptied: boolean;
}

async function lookInside(database: Database): Promise<Contents> {
  const transaction = database.transaction(['meta', 'counters', 'creators'], 'readonly');
  const counters = transaction.objectStore('counters');
  const [meta, records, creators, first] = await Promise.all([
    transaction.objectStore('meta').get('notebook'),
    counters.get(recordsCounter),
    counters.get(creatorsCounter),
    transaction.objectStore('creators').getKey(IDBKeyRange.lowerBound('')),
  ]);
  return {
    databaseId: meta?.databaseId ?? '',
    lost: meta === undefined || meta.lost === true || meta.filling === true,
    creators: creators?.value ?? 0,
    records: records?.value ?? 0,
    emptied: records === undefined || ((creators?.value ?? 0) > 0 && first === undefined),
  };
}

/**
 * Compares an opened database with the sentinel. Chromium answers damage on disk by silently creating the database anew
 * (reliability-security-speed.md §2.1): an empty or other one is never taken for the notebook without asking.
 */
export async function checkHealth(database: Database, local: KeyValueArea, files: FileArea): Promise<Health> {
  const inside = await lookInside(database);
  if (inside.lost) return 'vanished';
  const sentinel = await readSentinel(local);
  if (!sentinel) {
    // the sentinel may be gone with the database; then only the second copy knows that there was a notebook
    if (inside.records > 0) return 'healthy';
    const copy = await newestCopy(files).catch(() => null);
    return copy && copy.header.records > 0 ? 'vanished' : 'healthy';
  }
  if (sentinel.records === 0) return 'healthy';
  if (sentinel.databaseId === inside.databaseId) return inside.emptied ? 'vanished' : 'healthy';
  return inside.records === 0 ? 'vanished' : 'replaced';
}

/** The sentinel as it should be for this database now. */
export async function sentinelOf(database: Database, now: Date): Promise<Sentinel> {
  const { databaseId, creators, records } = await lookInside(database);
  return { databaseId, schemaVersion, creators, records: recordsBucket(records), at: now.toISOString() };
}
