import type { LookRow } from './use-looks.ts';
import { useQuery } from './use-query.ts';
import { watchCollections } from './watch-collections.ts';

export type LookPair =
  | { state: 'loading' }
  | { state: 'failed'; code: string }
  /** thinned or removed since */
  | { state: 'gone' }
  /** `before`: the last readable look before it; null where it is the first */
  | { state: 'ready'; look: LookRow; before: LookRow | null };

/** Behind every id of the same moment: the look itself is on the page that follows. */
const lastId = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
/** Looks that could not be read, one after the other, beyond which none is searched for. */
const most = 30;

/**
 * One snapshot and the one it was compared with.
 * @param at ISO 8601, when it was taken: lists are read by time
 * @param beforeId the look it was compared with; without it, or where that is gone, the last readable one before it
 */
export function useLookPair(
  watchedPageId: string,
  snapshotId: string,
  at: string,
  beforeId?: string,
): LookPair {
  const { value, code, state } = useQuery(
    'snapshot.list',
    { watchedPageId, before: { takenAt: at, id: lastId }, limit: most },
    watchCollections,
  );
  if (!value) return state === 'failed' ? { state, code } : { state: 'loading' };
  const index = value.rows.findIndex(({ id }) => id === snapshotId);
  const look = value.rows[index];
  if (!look) return { state: 'gone' };
  const earlier = value.rows.slice(index + 1);
  const before =
    earlier.find(({ id }) => id === beforeId) ??
    // a visit and a refresh may see different lists: they are not compared
    earlier.find(({ status, via }) => status.state === 'ok' && via === look.via);
  return { state: 'ready', look, before: before ?? null };
}
