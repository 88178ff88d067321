import * as z from 'zod/mini';
import { idSchema, timeSchema } from '../domain/record.ts';
import type { KeyValueArea } from './areas.ts';

export const sentinelKey = 'sentinel';

/**
 * What is remembered outside the database, so that a vanished or emptied one is noticed. Content scripts can read the area:
 * only numbers and an opaque id.
 */
export const sentinelSchema = z.strictObject({
  databaseId: idSchema,
  schemaVersion: z.int(),
  creators: z.int(),
  /** order of magnitude of all records: 0, 1, 10, 100 … */
  records: z.int(),
  at: timeSchema,
});
export type Sentinel = z.infer<typeof sentinelSchema>;

/** The sentinel notes the time at most this often when nothing else moved. */
const freshForMilliseconds = 60 * 60 * 1_000;

/** Order of magnitude of a number of records: 0, 1, 10, 100 … */
export function recordsBucket(records: number): number {
  return records <= 0 ? 0 : 10 ** Math.floor(Math.log10(records));
}

/** @returns null where there is none, or none that can be read */
export async function readSentinel(area: KeyValueArea): Promise<Sentinel | null> {
  const stored = (await area.get([sentinelKey]))[sentinelKey];
  const parsed = z.safeParse(sentinelSchema, stored);
  return parsed.success ? parsed.data : null;
}

/** Stores the sentinel where it says something new. */
export async function writeSentinel(area: KeyValueArea, next: Sentinel): Promise<void> {
  const last = await readSentinel(area);
  const same =
    last !== null &&
    last.databaseId === next.databaseId &&
    last.schemaVersion === next.schemaVersion &&
    last.creators === next.creators &&
    last.records === next.records &&
    Math.abs(Date.parse(next.at) - Date.parse(last.at)) < freshForMilliseconds;
  if (!same) await area.set({ [sentinelKey]: next });
}
