import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { watchCollections } from './watch-collections.ts';

export interface AllSeries {
  /** by watched page; null until all have come */
  series: ReadonlyMap<string, Output<'watch.series'>> | null;
  failed: ErrorCode | null;
  again: () => void;
}

/** The figures of several watched pages, one question after the other. */
export function useAllSeries(watchedPageIds: readonly string[]): AllSeries {
  const [state, setState] = useState<Omit<AllSeries, 'again'>>({ series: null, failed: null });
  const turn = useRef(0);
  const asked = watchedPageIds.join(' ');

  const load = useCallback(async () => {
    const mine = ++turn.current;
    const series = new Map<string, Output<'watch.series'>>();
    for (const watchedPageId of asked.split(' ').filter(Boolean)) {
      const result = await ask('watch.series', { watchedPageId });
      if (mine !== turn.current) return;
      if (!result.ok) return setState((before) => ({ ...before, failed: result.code }));
      series.set(watchedPageId, result.value);
    }
    setState({ series, failed: null });
  }, [asked]);

  useEffect(() => {
    const stop = new AbortController();
    void load();
    onChange(watchCollections, () => void load(), stop.signal);
    return () => {
      stop.abort();
      turn.current += 1;
    };
  }, [load]);
  const again = useCallback(() => void load(), [load]);
  // somebody whose figures are still to come is not somebody without figures
  const known = watchedPageIds.every((id) => state.series?.has(id)) ? state.series : null;
  return { series: known, failed: state.failed, again };
}
