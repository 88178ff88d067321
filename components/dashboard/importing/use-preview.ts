import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import { mergeDoubles } from '../../../utils/files/merge-doubles.ts';
import { pauses } from '../../../utils/files/pause.ts';
import type { Identify } from '../../../utils/files/row-accounts.ts';
import { type ReadRow, readRow } from '../../../utils/files/row-meaning.ts';
import { useRowMatches } from '../../hooks/use-row-matches.ts';
import type { PreviewRow } from './decisions.ts';
import { dataRows, type Source } from './use-source.ts';

export type PreviewState =
  | { phase: 'none' }
  | { phase: 'checking'; done: number; total: number }
  | { phase: 'failed'; code: ErrorCode }
  | { phase: 'checked'; rows: PreviewRow[]; merged: number };

/** Gives every row its meaning, a slice at a time, and asks how it meets the notebook. */
export function usePreview(identify: Identify) {
  const [state, setState] = useState<PreviewState>({ phase: 'none' });
  const match = useRowMatches();
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const clear = useCallback(() => {
    stop.current?.abort();
    setState({ phase: 'none' });
  }, []);
  const check = useCallback(
    async (source: Source) => {
      stop.current?.abort();
      const mine = new AbortController();
      stop.current = mine;
      const show = (next: PreviewState) => {
        if (!mine.signal.aborted) setState(next);
      };
      const data = dataRows(source);
      show({ phase: 'checking', done: 0, total: data.length });
      try {
        const { rows, merged } = await mergeDoubles(
          await readAll(data, source, identify, mine.signal),
          mine.signal,
        );
        const usable = rows.filter(({ fault }) => !fault);
        const answer = await match(
          usable.map(({ row }) => row),
          (done) => show({ phase: 'checking', done, total: usable.length }),
          mine.signal,
        );
        if (!answer.ok) return show({ phase: 'failed', code: answer.code });
        let next = 0;
        const preview = rows.map((read): PreviewRow => {
          const found = read.fault ? null : (answer.value[next++] ?? null);
          return { read, match: found, state: found?.state ?? 'fault' };
        });
        show({ phase: 'checked', rows: preview, merged });
      } catch (error) {
        if (!mine.signal.aborted) throw error;
      }
    },
    [identify, match],
  );
  return { state, check, clear };
}

async function readAll(
  data: readonly string[][],
  source: Source,
  identify: Identify,
  signal: AbortSignal,
): Promise<ReadRow[]> {
  const pause = pauses(signal);
  const rows: ReadRow[] = [];
  for (const [at, cells] of data.entries()) {
    // an empty row is no row, but it keeps its number
    if (cells.length > 0) rows.push(readRow(cells, source.columns, at + 1, identify));
    if (pause.due()) await pause.take();
  }
  return rows;
}
