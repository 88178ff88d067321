import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Removes a competitor with its pages as one operation: undo brings all of it back. */
export const removeCompetitor: Service<'watchlist.remove'> = ({ operationId, competitorId }, call) =>
  writeOnce(
    call,
    {
      type: 'watchlist.remove',
      operationId,
      stores: ['competitors', 'watchedPages', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      if (!(await unit.get('competitors', competitorId)))
        return fail('not-found', 'no competitor of that id');
      for (const page of await unit.list('watchedPages', 'competitorId', competitorId))
        await unit.remove('watchedPages', page.id);
      await unit.remove('competitors', competitorId);
      await unit.log('competitor-removed', competitorId);
      await refreshDay(unit, localDay(call.now));
      return ok({});
    },
  );
