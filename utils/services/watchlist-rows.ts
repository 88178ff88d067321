import type { WatchedPage, WatchlistRow } from '../domain/competitor.ts';
import type { Reader } from '../storage/reader.ts';

/** The watchlist in the operator's order, each competitor with its pages in the order in which they were added. */
export async function watchlistRows(reader: Reader): Promise<WatchlistRow[]> {
  const [competitors, watched] = await Promise.all([
    reader.list('competitors', 'position'),
    reader.all('watchedPages'),
  ]);
  const pages = new Map<string, WatchedPage[]>();
  for (const page of watched) pages.set(page.competitorId, [...(pages.get(page.competitorId) ?? []), page]);
  return competitors.map((competitor) => ({ competitor, pages: pages.get(competitor.id) ?? [] }));
}
