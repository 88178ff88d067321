import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ActivityKind } from '../../utils/domain/activity.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { collections } from '../../utils/messaging/changes.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';

type Row = Output<'activity.list'>['rows'][number];

export interface ActivityPages {
  /** newest first; null until the first answer */
  rows: readonly Row[] | null;
  /** there are older ones */
  more: boolean;
  pending: boolean;
  failed: ErrorCode | null;
  showMore: () => void;
  again: () => void;
}

const pageSize = 100;
const nothing = { rows: null, more: false, pending: true, failed: null };

/**
 * The log of what was done, page by page. After any change all pages that are shown are asked for again: what was done can be
 * taken back, and a person whom it was about can be removed.
 * @param kind only this kind of entry; null for all
 */
export function useActivity(kind: ActivityKind | null): ActivityPages {
  const [state, setState] = useState<Omit<ActivityPages, 'showMore' | 'again'>>(nothing);
  const turn = useRef(0);
  const wanted = useRef(1);

  const load = useCallback(async () => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, pending: true, failed: null }));
    let rows: Row[] = [];
    let more = true;
    for (let page = 0; page < wanted.current && more; page += 1) {
      const last = rows.at(-1)?.activity;
      const before = last ? { at: last.at, id: last.id } : null;
      const result = await ask('activity.list', { before, limit: pageSize, ...(kind ? { kind } : {}) });
      if (mine !== turn.current) return;
      if (!result.ok) return setState((kept) => ({ ...kept, pending: false, failed: result.code }));
      rows = [...rows, ...result.value.rows];
      more = result.value.more;
    }
    setState({ rows, more, pending: false, failed: null });
  }, [kind]);

  useEffect(() => {
    wanted.current = 1;
    setState(nothing);
    const stop = new AbortController();
    void load();
    onChange(collections, () => void load(), stop.signal);
    return () => {
      stop.abort();
      turn.current += 1;
    };
  }, [load]);

  const again = useCallback(() => void load(), [load]);
  const showMore = useCallback(() => {
    wanted.current += 1;
    void load();
  }, [load]);
  return { ...state, showMore, again };
}
