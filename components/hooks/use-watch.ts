import type { Output } from '../../utils/messaging/protocol.ts';
import { type Query, useQuery } from './use-query.ts';
import { watchCollections } from './watch-collections.ts';

/** Whom we watch, with all pages and what is muted. */
export function useWatchList(): Query<Output<'watch.list'>> {
  return useQuery('watch.list', {}, watchCollections);
}

/** Per competitor what nobody has read yet, and how fresh each page is. */
export function useWatchDigest(): Query<Output<'watch.digest'>> {
  return useQuery('watch.digest', {}, watchCollections);
}

/** The figures of one watched page over time. */
export function useWatchSeries(watchedPageId: string): Query<Output<'watch.series'>> {
  return useQuery('watch.series', { watchedPageId }, watchCollections);
}

/** How much room the snapshots take, and what thinning would give back. */
export function useWatchStorage(): Query<Output<'watch.storage'>> {
  return useQuery('watch.storage', {}, watchCollections);
}
