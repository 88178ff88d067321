import { useCallback, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import type { Collection } from '../../utils/messaging/changes.ts';
import { useTurns } from './use-turns.ts';

export interface Pages<Row> {
  /** in the list's order, newest first; null until the first answer */
  rows: readonly Row[] | null;
  /** there are older ones */
  more: boolean;
  pending: boolean;
  /** why the last turn failed; what was shown stays */
  failed: ErrorCode | null;
  showMore: () => void;
  again: () => void;
}

type Found<Row> = Result<{ rows: readonly Row[]; more: boolean }>;

const nothing = { rows: null, more: false, pending: true, failed: null };

/**
 * A list that is shown page by page. After each committed change of `collections` all pages that are shown are asked for again: a row may
 * have been changed or taken back elsewhere. Another list starts over with one page and nothing shown.
 * @param asked which list, as text
 * @param read the first so many pages of it; `overtaken` as in `useTurns`
 */
export function usePages<Row>(
  asked: string,
  collections: readonly Collection[],
  read: (pages: number, overtaken: AbortSignal) => Promise<Found<Row>>,
): Pages<Row> {
  const [kept, setKept] = useState<Omit<Pages<Row>, 'showMore' | 'again'> & { asked: string }>({
    asked,
    ...nothing,
  });
  const wanted = useRef({ asked, pages: 1 });
  if (wanted.current.asked !== asked) wanted.current = { asked, pages: 1 };
  const shown = kept.asked === asked ? kept : nothing;

  const again = useTurns(
    asked,
    collections,
    (overtaken) => {
      setKept((before) => ({
        ...(before.asked === asked ? before : nothing),
        asked,
        pending: true,
        failed: null,
      }));
      return read(wanted.current.pages, overtaken);
    },
    (found) =>
      setKept((before) =>
        found.ok
          ? { asked, ...found.value, pending: false, failed: null }
          : { ...before, pending: false, failed: found.code },
      ),
  );
  const showMore = useCallback(() => {
    wanted.current.pages += 1;
    again();
  }, [again]);
  const { rows, more, pending, failed } = shown;
  return { rows, more, pending, failed, showMore, again };
}

/**
 * The first so many pages of a list, each asked for with the last row of the one before (null: none). Stops at the list's end, at a
 * refusal, and when it was overtaken.
 */
export async function readPages<Row>(
  pages: number,
  overtaken: AbortSignal,
  page: (last: Row | null) => Promise<Result<{ rows: readonly Row[]; more: boolean }>>,
): Promise<Found<Row>> {
  let rows: readonly Row[] = [];
  let more = true;
  for (let read = 0; read < pages && more && !overtaken.aborted; read += 1) {
    const found = await page(rows.at(-1) ?? null);
    if (!found.ok) return found;
    rows = [...rows, ...found.value.rows];
    more = found.value.more;
  }
  return { ok: true, value: { rows, more } };
}
