import type { WatchedPage } from '../domain/competitor.ts';
import type { Reader } from '../storage/reader.ts';

/** The page of the watchlist that a key or an address means: the same page under another address is the same page. */
export async function watchedPage(
  reader: Reader,
  { url, key }: { url: string; key?: string | null | undefined },
): Promise<WatchedPage | undefined> {
  const byKey = key ? (await reader.list('watchedPages', 'key', key, 1))[0] : undefined;
  return byKey ?? (await reader.list('watchedPages', 'url', url, 1))[0];
}
