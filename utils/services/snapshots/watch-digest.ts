import type { Severity } from '../../domain/change-kind.ts';
import { ok } from '../../domain/result.ts';
import type { WatchState } from '../../domain/watch-state.ts';
import type { BySeverity } from '../../messaging/protocol/snapshots.ts';
import type { WatchDigest } from '../../messaging/protocol/watch.ts';
import { unreadCounter, unreadCounters } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { watchlistRows } from '../watchlist-rows.ts';
import { readOnce } from '../write-once.ts';

const day = 86_400_000;

/** More kept numbers than any watchlist has. */
const most = 100_000;

/** The kept numbers of all competitors in one read: nothing is counted and no change read. */
async function unreadCounts(reader: Reader): Promise<(competitorId: string) => BySeverity> {
  const range = IDBKeyRange.bound(...unreadCounters);
  const kept = new Map(
    (await reader.newest('counters', null, range, most)).map(({ id, value }) => [id, value]),
  );
  const of = (competitorId: string, severity: Severity) =>
    kept.get(unreadCounter(competitorId, severity)) ?? 0;
  return (id) => ({ low: of(id, 'low'), medium: of(id, 'medium'), high: of(id, 'high') });
}

function pageOf(watchedPageId: string, state: WatchState | undefined, staleDays: number, now: Date) {
  const readAt = state?.readAt;
  return {
    watchedPageId,
    ...(state ? { lastTriedAt: state.triedAt } : {}),
    ...(readAt ? { lastReadAt: readAt } : {}),
    ...(state?.unreadable ? { unreadable: state.unreadable } : {}),
    stale: readAt === undefined || now.getTime() - Date.parse(readAt) > staleDays * day,
  };
}

/** What the popup says of the watchlist: kept numbers and one row for each page, however many snapshots and changes there are. */
export const watchDigest: Service<'watch.digest'> = (_input, call) =>
  readOnce(call, ['competitors', 'watchedPages', 'watchStates', 'counters', 'settings'], async (reader) => {
    const [list, found, unreadOf, { staleDays }] = await Promise.all([
      watchlistRows(reader),
      reader.all('watchStates'),
      unreadCounts(reader),
      storedSettings(reader),
    ]);
    const states = new Map(found.map((state) => [state.id, state]));
    const rows: WatchDigest['rows'] = list.map(({ competitor, pages }) => ({
      competitorId: competitor.id,
      unread: unreadOf(competitor.id),
      pages: pages.map(({ id }) => pageOf(id, states.get(id), staleDays, call.now)),
    }));
    const unread: BySeverity = { low: 0, medium: 0, high: 0 };
    for (const row of rows)
      for (const severity of ['low', 'medium', 'high'] as const) unread[severity] += row.unread[severity];
    return ok({ rows, unread, staleDays });
  });

/** The watchlist with its pages and what is muted. */
export const listWatched: Service<'watch.list'> = (_input, call) =>
  readOnce(call, ['competitors', 'watchedPages'], async (reader) =>
    ok({ rows: await watchlistRows(reader) }),
  );
