import type { CaseCounts, CasesAtAGlance } from '../../messaging/protocol/cases.ts';
import {
  caseDueCounter,
  countedHolder,
  openCasesCounter,
  repliedCasesCounter,
  urgentCasesCounter,
} from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';

const hour = 3_600_000;

/** Open cases whose customer should have had an answer by now: the kept numbers of the hours that are over, and those of this one. */
export async function countOverdue(reader: Reader, now: Date): Promise<number> {
  const begun = new Date(Math.floor(now.getTime() / hour) * hour);
  const [before, ofThisHour] = await Promise.all([
    reader.sum(caseDueCounter(''), caseDueCounter(new Date(begun.getTime() - hour).toISOString())),
    reader.keys('cases', 'openDue', IDBKeyRange.bound(begun.toISOString(), now.toISOString())),
  ]);
  return before + ofThisHour.length;
}

/** The kept numbers over all open cases. */
export async function caseCounts(reader: Reader, now: Date): Promise<CaseCounts> {
  const [counters, overdue] = await Promise.all([reader.all('counters'), countOverdue(reader, now)]);
  const values = new Map(counters.map(({ id, value }) => [id, value]));
  const byOwner = counters
    .flatMap(({ id, value }) => {
      const owner = countedHolder(id);
      return owner === undefined || value <= 0 ? [] : [{ owner, count: value }];
    })
    .sort((a, b) => b.count - a.count || (a.owner ?? '').localeCompare(b.owner ?? ''));
  return {
    open: values.get(openCasesCounter) ?? 0,
    overdue,
    urgent: values.get(urgentCasesCounter) ?? 0,
    replied: values.get(repliedCasesCounter) ?? 0,
    byOwner,
  };
}

/** What the popup and the toolbar button say of the cases, without reading more than two numbers and one record. */
export async function casesAtAGlance(reader: Reader, now: Date): Promise<CasesAtAGlance> {
  const [open, overdue, first] = await Promise.all([
    reader.counter(openCasesCounter),
    countOverdue(reader, now),
    // of those that wait: the ranks below "replied"
    reader.edge('cases', 'openOrder', 'first', IDBKeyRange.upperBound('2', true)),
  ]);
  return {
    open,
    overdue,
    ...(first
      ? { next: { caseId: first.id, title: first.title, due: first.due, urgent: first.urgent } }
      : {}),
  };
}

/** When the next case becomes overdue; undefined: none will. */
export async function nextOverdue(reader: Reader, now: Date): Promise<string | undefined> {
  const next = await reader.edge(
    'cases',
    'openDue',
    'first',
    IDBKeyRange.lowerBound(now.toISOString(), true),
  );
  return next?.openDue;
}
