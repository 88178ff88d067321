import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Notes that the operator looked at a watched page now. */
export const markLookedAt: Service<'watchlist.looked'> = ({ operationId, watchedPageId }, call) =>
  writeOnce(
    call,
    {
      type: 'watchlist.looked',
      operationId,
      stores: ['watchedPages', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const page = await unit.get('watchedPages', watchedPageId);
      if (!page) return fail('not-found', 'no watched page of that id');
      await unit.put('watchedPages', { ...page, lastLookedAt: unit.now, updatedAt: unit.now });
      await unit.log('page-looked-at', watchedPageId);
      await refreshDay(unit, localDay(call.now));
      return ok({});
    },
  );
