import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import type { LookRow } from './use-looks.ts';
import { watchCollections } from './watch-collections.ts';

type Change = Output<'change.list'>['changes'][number];

export interface Week {
  /** newest first, without muted ones */
  changes: readonly Change[];
  /** looks of these days that somebody noted something at */
  noted: readonly LookRow[];
  /** there were more changes than a report takes */
  cut: boolean;
}

const limit = 200;
/** More changes are read by nobody. */
const most = 1_000;

async function changesOf(from: string, until: string): Promise<Result<{ changes: Change[]; cut: boolean }>> {
  let changes: Change[] = [];
  let before: Output<'change.list'>['next'] = null;
  while (changes.length < most) {
    const result: Result<Output<'change.list'>> = await ask('change.list', {
      filter: { from, until, muted: false },
      before,
      limit,
    });
    if (!result.ok) return result;
    changes = [...changes, ...result.value.changes];
    before = result.value.next;
    if (!before) break;
  }
  return { ok: true, value: { changes, cut: before !== null } };
}

async function notedOf(
  competitorIds: readonly string[],
  from: string,
  until: string,
): Promise<Result<LookRow[]>> {
  const noted: LookRow[] = [];
  for (const competitorId of competitorIds) {
    const result = await ask('snapshot.list', { competitorId, before: null, limit });
    if (!result.ok) return result;
    noted.push(
      ...result.value.rows.filter(({ takenAt, note }) => note && takenAt >= from && takenAt < until),
    );
  }
  return { ok: true, value: noted };
}

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
  const [state, setState] = useState<{ week: Week | null; failed: ErrorCode | null }>({
    week: null,
    failed: null,
  });
  const turn = useRef(0);
  const ids = competitorIds.join(' ');

  const load = useCallback(async () => {
    const mine = ++turn.current;
    const found = await changesOf(from, until);
    const noted = found.ok ? await notedOf(ids.split(' ').filter(Boolean), from, until) : found;
    if (mine !== turn.current) return;
    if (!found.ok) setState((before) => ({ ...before, failed: found.code }));
    else if (!noted.ok) setState((before) => ({ ...before, failed: noted.code }));
    else setState({ week: { ...found.value, noted: noted.value }, failed: null });
  }, [from, until, ids]);

  useEffect(() => {
    setState({ week: null, failed: null });
    const stop = new AbortController();
    void load();
    onChange(watchCollections, () => void load(), stop.signal);
    return () => {
      stop.abort();
      turn.current += 1;
    };
  }, [load]);
  const again = useCallback(() => void load(), [load]);
  return { ...state, again };
}
