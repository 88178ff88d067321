import { useCallback, useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import type { ErrorCode, Result } from '../../utils/domain/result.ts';
import { ask } from '../../utils/messaging/client.ts';
import type { CaseCounts, CaseFilter } from '../../utils/messaging/protocol/cases.ts';
import type { Input, Output } from '../../utils/messaging/protocol.ts';
import { firstValue, questionOf, takeFirst } from './first-answers.ts';
import { firstOfQueue } from './first-queue.ts';
import { useTurns } from './use-turns.ts';

/** Rows of one page: what is drawn at once. */
const pageSize = firstOfQueue.limit;
/** A page may come short and still not be the last one; so many questions for one page are enough. */
const stepsOfPage = 10;

interface Found {
  rows: readonly CaseRow[];
  more: boolean;
  counts: CaseCounts;
}

export interface QueueList {
  /** in the order of the queue; null until the first answer */
  rows: readonly CaseRow[] | null;
  counts: CaseCounts | null;
  more: boolean;
  pending: boolean;
  /** why the last turn failed; what was shown stays */
  failed: ErrorCode | null;
  showMore: () => void;
  again: () => void;
}

/** Asks for pages until there are as many rows as are shown. */
async function readQueue(filter: CaseFilter, pages: number, overtaken: AbortSignal): Promise<Result<Found>> {
  const rows: CaseRow[] = [];
  let after: string | null = null;
  for (let step = 0; ; step++) {
    const input: Input<'case.queue'> = { filter, after, limit: pageSize };
    const first = takeFirst<Output<'case.queue'>>(questionOf('case.queue', input));
    const found = await (first ?? ask('case.queue', input));
    if (!found.ok) return found;
    rows.push(...found.value.rows);
    after = found.value.next;
    const enough = rows.length >= pages * pageSize || step >= pages * stepsOfPage || overtaken.aborted;
    if (after === null || enough)
      return { ok: true, value: { rows, more: after !== null, counts: found.value.counts } };
  }
}

const nothing = { rows: null, counts: null, more: false, pending: true, failed: null };

/** What was asked before there was a screen and is answered already, so that the first picture shows it. */
function answered(filter: CaseFilter): Pick<QueueList, 'rows' | 'counts' | 'more'> | undefined {
  const asked = questionOf('case.queue', { filter, after: null, limit: pageSize });
  const first = firstValue<Output<'case.queue'>>(asked);
  return first && { rows: first.rows, counts: first.counts, more: first.next !== null };
}

/** What waits, in the order in which it is to be handled; asked again after each change of a case. */
export function useQueue(filter: CaseFilter): QueueList {
  const asked = JSON.stringify(filter);
  const [kept, setKept] = useState<Omit<QueueList, 'showMore' | 'again'> & { asked: string }>(() => ({
    asked,
    ...nothing,
    ...answered(filter),
  }));
  const wanted = useRef({ asked, pages: 1 });
  if (wanted.current.asked !== asked) wanted.current = { asked, pages: 1 };
  const again = useTurns(
    asked,
    ['cases', 'recovery'],
    (overtaken) => {
      setKept((before) => ({ ...before, pending: true, failed: null }));
      return readQueue(filter, wanted.current.pages, overtaken);
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
  // the numbers are of all cases: they stay while another filter is asked for
  const rows = kept.asked === asked ? kept.rows : null;
  const { counts, more, pending, failed } = kept;
  return { rows, counts, more: rows !== null && more, pending, failed, showMore, again };
}
