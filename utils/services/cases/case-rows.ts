import type { Case } from '../../domain/case.ts';
import { type CaseRow, rowQuoteLimit } from '../../domain/case-row.ts';
import { cutText } from '../../domain/cut-text.ts';

/** Lines of the log since the last one of a kind. */
function since(log: Case['log'], steps: readonly Case['log'][number]['step'][]): Case['log'] {
  return log.slice(log.findLastIndex(({ step }) => steps.includes(step)) + 1);
}

/** A case as lists show it. */
export function rowOf(one: Case): CaseRow {
  const {
    log,
    authorKeys: _keys,
    openDue: _openDue,
    openOrder: _openOrder,
    rounds: _rounds,
    measuredAt: _measured,
    createdAt: _created,
    quote,
    ...rest
  } = one;
  const nudges = since(log, ['passed-on', 'reopened']).filter(({ step }) => step === 'nudged');
  const nudgedAt = nudges.at(-1)?.at;
  const heldAt = since(log, ['reopened']).findLast(({ step }) => step === 'held')?.at;
  const note = log.findLast((line) => line.note !== undefined)?.note;
  const long = quote !== undefined && quote.length > rowQuoteLimit;
  return {
    ...rest,
    ...(quote === undefined ? {} : { quote: long ? `${cutText(quote, rowQuoteLimit - 1)}…` : quote }),
    nudges: nudges.length,
    ...(nudgedAt ? { nudgedAt } : {}),
    ...(heldAt ? { heldAt } : {}),
    ...(note ? { note } : {}),
  };
}
