import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { watchCollections } from './watch-collections.ts';

export type LookRow = Output<'snapshot.list'>['rows'][number];

export interface Looks {
  /** snapshots, newest first; null until the first answer */
  rows: readonly LookRow[] | null;
  more: boolean;
  pending: boolean;
  failed: ErrorCode | null;
  showMore: () => void;
  again: () => void;
}

const nothing = { rows: null, more: false, pending: true, failed: null };
const limit = 30;

/** The snapshots of a watched page, page by page. */
export function useLooks(watchedPageId: string): Looks {
  const [state, setState] = useState<Omit<Looks, 'showMore' | 'again'>>(nothing);
  const turn = useRef(0);
  const wanted = useRef(1);

  const load = useCallback(async () => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, pending: true, failed: null }));
    let rows: LookRow[] = [];
    let more = true;
    for (let page = 0; page < wanted.current && more; page += 1) {
      const last = rows.at(-1);
      const before = last ? { takenAt: last.takenAt, id: last.id } : null;
      const result = await ask('snapshot.list', { watchedPageId, before, limit });
      if (mine !== turn.current) return;
      if (!result.ok) return setState((kept) => ({ ...kept, pending: false, failed: result.code }));
      rows = [...rows, ...result.value.rows];
      more = result.value.more;
    }
    setState({ rows, more, pending: false, failed: null });
  }, [watchedPageId]);

  useEffect(() => {
    wanted.current = 1;
    setState(nothing);
    const stop = new AbortController();
    void load();
    onChange(watchCollections, () => void load(), stop.signal);
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
