import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';
import { watchCollections } from './watch-collections.ts';

type Change = Output<'change.list'>['changes'][number];
type Filter = Input<'change.list'>['filter'];

export interface ChangePages {
  /** newest first; null until the first answer */
  changes: readonly Change[] | null;
  /** there are older ones */
  more: boolean;
  pending: boolean;
  failed: ErrorCode | null;
  showMore: () => void;
  again: () => void;
}

const nothing = { changes: null, more: false, pending: true, failed: null };

/**
 * What changed on watched pages, page by page. After each committed change all pages that are shown are asked for again: what was read or muted
 * elsewhere is so here.
 * @param limit rows of one page, at most 200
 */
export function useChanges(filter: Filter, limit = 100): ChangePages {
  const [state, setState] = useState<Omit<ChangePages, 'showMore' | 'again'>>(nothing);
  const turn = useRef(0);
  const wanted = useRef(1);
  const asked = JSON.stringify(filter);

  const load = useCallback(async () => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, pending: true, failed: null }));
    const result = await changePages(JSON.parse(asked) as Filter, limit, wanted.current);
    if (mine !== turn.current) return;
    if (result.ok) setState({ ...result.value, pending: false, failed: null });
    else setState((kept) => ({ ...kept, pending: false, failed: result.code }));
  }, [asked, limit]);

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

/** A rare filter is answered in steps that may find nothing; after so many the person decides whether to go on. */
const mostSteps = 20;

async function changePages(filter: Filter, limit: number, pages: number) {
  let changes: Change[] = [];
  let before: Output<'change.list'>['next'] = null;
  for (let step = 0; step < pages + mostSteps && changes.length < pages * limit; step += 1) {
    const result: Result<Output<'change.list'>> = await ask('change.list', { filter, before, limit });
    if (!result.ok) return result;
    changes = [...changes, ...result.value.changes];
    before = result.value.next;
    if (!before) break;
  }
  return { ok: true as const, value: { changes, more: before !== null } };
}
