import type { Output } from '../../utils/messaging/protocol.ts';
import { type Query, useQuery } from './use-query.ts';
import { watchCollections } from './watch-collections.ts';

/** How it stands with the pages that are refreshed on a schedule, of one competitor or of all. */
export function useRefreshes(competitorId?: string): Query<Output<'refresh.list'>> {
  return useQuery('refresh.list', competitorId ? { competitorId } : {}, watchCollections);
}
