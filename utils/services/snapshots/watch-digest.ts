import { ok } from '../../domain/result.ts';
import { staleDays, type WatchState } from '../../domain/watch-state.ts';
import type { BySeverity } from '../../messaging/protocol/snapshots.ts';
import type { WatchDigest } from '../../messaging/protocol/watch.ts';
import { unreadCounter } from '../../storage/counters.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { watchlistRows } from '../watchlist-rows.ts';
import { readOnce } from '../write-once.ts';

const day = 86_400_000;

/** Kept numbers, one read for each severity of a competitor: nothing is counted and no change read. */
async function unreadOf(reader: Reader, competitorId: string): Promise<BySeverity> {
  const [low, medium, high] = await Promise.all([
    reader.counter(unreadCounter(competitorId, 'low')),
    reader.counter(unreadCounter(competitorId, 'medium')),
    reader.counter(unreadCounter(competitorId, 'high')),
  ]);
  return { low, medium, high };
}

function pageOf(watchedPageId: string, state: WatchState | undefined, now: Date) {
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
  readOnce(call, ['competitors', 'watchedPages', 'watchStates', 'counters'], async (reader) => {
    const [list, found] = await Promise.all([watchlistRows(reader), reader.all('watchStates')]);
    const states = new Map(found.map((state) => [state.id, state]));
    const rows: WatchDigest['rows'] = await Promise.all(
      list.map(async ({ competitor, pages }) => ({
        competitorId: competitor.id,
        unread: await unreadOf(reader, competitor.id),
        pages: pages.map(({ id }) => pageOf(id, states.get(id), call.now)),
      })),
    );
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
