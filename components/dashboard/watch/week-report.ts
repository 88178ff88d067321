import type { StoredChange, WatchNote } from '../../../utils/domain/change.ts';
import { type ChangeKind, severities } from '../../../utils/domain/change-kind.ts';
import type { Competitor, WatchlistRow } from '../../../utils/domain/competitor.ts';
import { addDays } from '../../../utils/domain/day.ts';
import type { Day } from '../../../utils/domain/record.ts';

/** What one competitor did in some days. */
export interface ReportPart {
  competitor: Competitor;
  pages: { title: string; url: string }[];
  /** the gravest first, each grade newest first; `more` are not among them */
  changes: StoredChange[];
  more: number;
  /** how many of each kind, the most frequent first */
  kinds: { kind: ChangeKind; count: number }[];
  notes: WatchNote[];
  /** nobody looked since the week began: that nothing was found says nothing */
  unseen: boolean;
}

/** Beyond it a report is read by nobody; the counts say how many there were. */
const mostTold = 12;

/** The seven days that end with `last`, as times: local midnights, in UTC. */
export function weekUntil(last: Day): { first: Day; last: Day; from: string; until: string } {
  const midnight = (day: Day) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date).toISOString();
  };
  const first = addDays(last, -6);
  return { first, last, from: midnight(first), until: midnight(addDays(last, 1)) };
}

/**
 * A report in the order of the watchlist; who did nothing is in it, because that is news too.
 * @param from when the week began
 */
export function weekReport(
  from: string,
  watchlist: readonly WatchlistRow[],
  changes: readonly StoredChange[],
  noted: readonly { competitorId: string; note?: WatchNote | undefined }[],
): ReportPart[] {
  return watchlist.map(({ competitor, pages }) => {
    const own = changes.filter(({ competitorId }) => competitorId === competitor.id);
    const ordered = own.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
    const counts = new Map<ChangeKind, number>();
    for (const { kind } of own) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const looks = noted.filter(({ competitorId }) => competitorId === competitor.id);
    return {
      competitor,
      pages: pages.map(({ title, url }) => ({ title: title || url, url })),
      changes: ordered.slice(0, mostTold),
      more: Math.max(0, own.length - mostTold),
      kinds: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
      notes: [...looks, ...own].flatMap(({ note }) => note ?? []),
      unseen:
        own.length === 0 &&
        pages.every(({ refresh, lastLookedAt }) => !refresh && (!lastLookedAt || lastLookedAt < from)),
    };
  });
}

/** The kinds of change that anybody had in the week, the most frequent first: the columns of the comparison. */
export function weekKinds(parts: readonly ReportPart[]): ChangeKind[] {
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of parts)
    for (const { kind, count } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([kind]) => kind);
}
