import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import { type ChangeRow, readChanges } from './read-changes.ts';
import type { LookRow } from './use-looks.ts';
import { useAnswer } from './use-query.ts';
import { watchCollections } from './watch-collections.ts';

export interface Week {
  /** newest first, without muted ones */
  changes: readonly ChangeRow[];
  /** looks of these days that somebody noted something at */
  noted: readonly LookRow[];
  /** there were more changes than a report takes */
  cut: boolean;
}

const limit = 200;
/** More changes are read by nobody. */
const most = 1_000;

/**
 * Everything that was found on watched pages in some days.
 * @param from ISO 8601, and `until` without it
 * @param competitorIds whose notes at looks are wanted
 */
export function useWeek(
  from: string,
  until: string,
  competitorIds: readonly string[],
): { week: Week | null; failed: ErrorCode | null; again: () => void } {
  const asked = [from, until, ...competitorIds].join(' ');
  const { value, code, again } = useAnswer(
    asked,
    watchCollections,
    async (overtaken): Promise<Result<Week>> => {
      const found = await readChanges(
        { from, until, muted: false },
        { most, steps: Number.POSITIVE_INFINITY, limit },
        overtaken,
      );
      if (!found.ok) return found;
      const noted = await readNoted(competitorIds, from, until);
      if (!noted.ok) return noted;
      return { ok: true, value: { changes: found.value.rows, cut: found.value.more, noted: noted.value } };
    },
  );
  return { week: value ?? null, failed: code ?? null, again };
}

async function readNoted(
  competitorIds: readonly string[],
  from: string,
  until: string,
): Promise<Result<LookRow[]>> {
  const answers = await Promise.all(
    competitorIds.map((competitorId) => ask('snapshot.list', { competitorId, before: null, limit })),
  );
  const noted: LookRow[] = [];
  for (const found of answers) {
    if (!found.ok) return found;
    noted.push(...found.value.rows.filter(({ takenAt, note }) => note && takenAt >= from && takenAt < until));
  }
  return { ok: true, value: noted };
}
