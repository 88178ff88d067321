import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ImportRow } from '../../utils/domain/import-row.ts';
import { fail, ok, type Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';

/** How a row of a table meets the notebook. */
export type RowMatch = Output<'import.match'>['matches'][number];
export type RowToMatch = Pick<ImportRow, 'accounts' | 'emails' | 'displayName'>;

/** Rows of one message. */
const chunk = 1_000;

/** Asks how rows meet the notebook, a thousand at a time. A newer call, an abort, or leaving the page ends it with `stale`. */
export function useRowMatches() {
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return useCallback(
    async (
      rows: readonly RowToMatch[],
      progress: (done: number) => void,
      signal: AbortSignal,
    ): Promise<Result<RowMatch[]>> => {
      const mine = ++turn.current;
      const matches: RowMatch[] = [];
      for (let at = 0; at < rows.length; at += chunk) {
        const asked = rows.slice(at, at + chunk).map(({ accounts, emails, displayName }) => ({
          accounts: accounts.map(({ platform, handle }) => ({ platform, handle })),
          emails,
          ...(displayName === undefined ? {} : { displayName }),
        }));
        const answer = await ask('import.match', { rows: asked });
        if (mine !== turn.current || signal.aborted) return fail('stale', 'asked again since');
        if (!answer.ok) return answer;
        matches.push(...answer.value.matches);
        progress(matches.length);
      }
      return ok(matches);
    },
    [],
  );
}
