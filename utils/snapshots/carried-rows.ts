import type { ProductReading } from '../domain/page-reading.ts';
import type { CarriedRows } from '../domain/snapshot.ts';
import { snapshotLimits } from '../domain/snapshot-limits.ts';
import type { Matching } from './match-products.ts';
import { keyOfPair, keyOfRow, type Row, rowsOf } from './product-rows.ts';

/*
 * After a half-loaded look the next one would be compared with the half only, and what changed in the other half would never be named. So a
 * look says which rows of earlier looks it did not reach: by their places in the readings that they come from, which stay what was seen.
 */

/** A row that an earlier look showed and later ones did not reach. */
export interface CarriedRow {
  row: Row;
  /** the look that it comes from */
  snapshotId: string;
}

/** The rows that a look carries out of one earlier reading. */
export function carriedRows(
  { snapshotId, rows: runs }: CarriedRows,
  products: readonly ProductReading[],
): CarriedRow[] {
  const wanted = new Set(
    runs.flatMap(([first, last]) =>
      // a run that is longer than its reading is damaged, and never a loop without an end
      Array.from(
        { length: Math.max(0, Math.min(last, products.length - 1) - first + 1) },
        (_, n) => first + n,
      ),
    ),
  );
  return rowsOf(products)
    .filter(({ at }) => wanted.has(at))
    .map((row) => ({ row, snapshotId }));
}

/** Numbers as runs of neighbours, first and last of each. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/**
 * What the next look is compared with beside this one's own rows: those that it did not reach. Of the newest `snapshotLimits.carriedLooks`
 * looks that have any; how long ago they were does not count.
 * @param baseId the look that this one was compared with
 * @param carried what that one carried
 */
export function carriedOn(
  { unseen }: Matching,
  baseId: string,
  carried: readonly CarriedRow[],
): CarriedRows[] {
  const from = new Map(carried.map(({ row, snapshotId }) => [row, snapshotId]));
  const places = new Map<string, number[]>();
  for (const row of unseen) {
    const id = from.get(row) ?? baseId;
    const known = places.get(id);
    if (known) known.push(row.at);
    else places.set(id, [row.at]);
  }
  return [...places].slice(0, snapshotLimits.carriedLooks).map(([snapshotId, found]) => ({
    snapshotId,
    rows: runsOf(found).slice(0, snapshotLimits.carriedRuns),
  }));
}

/**
 * Which look a change of a carried row is against: what it says of before stood there and not in the look that all else was compared with.
 * @returns ids of looks by the keys of the changes
 */
export function cameFrom(
  { carried: pairs, gone }: Matching,
  carried: readonly CarriedRow[],
): Map<string, string> {
  const from = new Map(carried.map(({ row, snapshotId }) => [row, snapshotId]));
  const keys = new Map<string, string>();
  const note = (row: Row, key: string) => {
    const id = from.get(row);
    if (id !== undefined) keys.set(key, id);
  };
  for (const pair of pairs) note(pair.before, keyOfPair(pair));
  for (const row of gone) note(row, keyOfRow(row));
  return keys;
}
