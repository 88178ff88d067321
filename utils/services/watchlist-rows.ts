import type { WatchedPage, WatchlistRow } from '../domain/competitor.ts';
import type { Reader } from '../storage/reader.ts';

/** The watchlist in the operator's order, each competitor with its pages in the order in which they were added. */
export async function watchlistRows(reader: Reader): Promise<WatchlistRow[]> {
  const pages = new Map<string, WatchedPage[]>();
  for (const page of await reader.all('watchedPages'))
    pages.set(page.competitorId, [...(pages.get(page.competitorId) ?? []), page]);
  const competitors = await reader.list('competitors', 'position');
  return competitors.map((competitor) => ({ competitor, pages: pages.get(competitor.id) ?? [] }));
}
