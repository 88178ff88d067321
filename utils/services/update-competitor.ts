import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Renames a competitor or moves it to another tier. */
export const updateCompetitor: Service<'watchlist.update'> = (
  { operationId, competitorId, name, tier },
  call,
) =>
  writeOnce(
    call,
    {
      type: 'watchlist.update',
      operationId,
      stores: ['competitors', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const old = await unit.get('competitors', competitorId);
      if (!old) return fail('not-found', 'no competitor of that id');
      const next = { ...old, name: name ?? old.name, tier: tier ?? old.tier };
      if (next.name === old.name && next.tier === old.tier) return ok({});
      await unit.put('competitors', { ...next, updatedAt: unit.now });
      await unit.log('competitor-changed', competitorId);
      await refreshDay(unit, localDay(call.now));
      return ok({});
    },
  );
