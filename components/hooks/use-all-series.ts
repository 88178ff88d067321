import { useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';
import { useTurns } from './use-turns.ts';
import { watchCollections } from './watch-collections.ts';

export interface AllSeries {
  /** by watched page; null until all have come */
  series: ReadonlyMap<string, Output<'watch.series'>> | null;
  failed: ErrorCode | null;
  again: () => void;
}

/** The figures of several watched pages, asked for together. */
export function useAllSeries(watchedPageIds: readonly string[]): AllSeries {
  const [state, setState] = useState<Omit<AllSeries, 'again'>>({ series: null, failed: null });
  const again = useTurns(
    watchedPageIds.join(' '),
    watchCollections,
    () => readSeries(watchedPageIds),
    (found) =>
      setState((before) =>
        found.ok ? { series: found.value, failed: null } : { ...before, failed: found.code },
      ),
  );
  // with one page fewer, the figures of the others stay; somebody whose figures are still to come is not somebody without figures
  const known = watchedPageIds.every((id) => state.series?.has(id)) ? state.series : null;
  return { series: known, failed: state.failed, again };
}

async function readSeries(
  watchedPageIds: readonly string[],
): Promise<Result<NonNullable<AllSeries['series']>>> {
  const answers = await Promise.all(
    watchedPageIds.map(async (watchedPageId) => ({
      watchedPageId,
      found: await ask('watch.series', { watchedPageId }),
    })),
  );
  const series = new Map<string, Output<'watch.series'>>();
  for (const { watchedPageId, found } of answers) {
    if (!found.ok) return found;
    series.set(watchedPageId, found.value);
  }
  return { ok: true, value: series };
}
