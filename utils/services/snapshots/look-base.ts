import type { Change } from '../../domain/change-kind.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { CarriedRows, Snapshot } from '../../domain/snapshot.ts';
import { type CarriedRow, cameFrom, carriedOn, carriedRows } from '../../snapshots/carried-rows.ts';
import type { ComparedLook } from '../../snapshots/compare-snapshots.ts';
import { type Matching, matchProducts } from '../../snapshots/match-products.ts';
import type { Database } from '../../storage/database.ts';
import { storedLayer, storedLook } from './look-layers.ts';

/** What a look is compared with: an earlier one, and what that one had not loaded but others before it had. */
export interface LookBase {
  look: ComparedLook;
  carried: CarriedRow[];
}

async function rowsFrom(database: Database, carried: CarriedRows): Promise<CarriedRow[]> {
  const snapshot = await database.get('snapshots', carried.snapshotId);
  // what the person removed is compared with nothing
  if (!snapshot || snapshot.removedAt) return [];
  const reading = (await storedLayer(database, snapshot, 'reading')) as PageReading | undefined;
  return reading?.products ? carriedRows(carried, reading.products) : [];
}

/** Reads a snapshot to compare with, and the rows that it carries; without one nothing. */
export async function readBase(database: Database, base: Snapshot | undefined): Promise<LookBase> {
  if (!base) return { look: {}, carried: [] };
  const look = await storedLook(database, base);
  const lists = look.reading ? (base.carried ?? []) : [];
  const carried = await Promise.all(lists.map((each) => rowsFrom(database, each)));
  return { look, carried: carried.flat() };
}

/** Which products of a readable look are which of its base's. */
export interface MatchedLook {
  matching: Matching;
  /** what the next look is compared with beside this one's own rows; absent where it reached all */
  carries: Pick<Snapshot, 'carried'>;
  /** the look that a change is against */
  beforeOf(change: Change): string;
}

/**
 * Works out once which products are which.
 * @param baseId the base's; where there is none, what changes shall be against
 */
export function matchLook(base: LookBase, baseId: string, look: ComparedLook): MatchedLook {
  const rows = base.carried.map(({ row }) => row);
  const matching = matchProducts(base.look.reading?.products ?? [], look.reading?.products ?? [], rows);
  const carried = look.reading ? carriedOn(matching, baseId, base.carried) : [];
  const origins = cameFrom(matching, base.carried);
  return {
    matching,
    carries: carried.length > 0 ? { carried } : {},
    beforeOf: ({ key }) => origins.get(key) ?? baseId,
  };
}
