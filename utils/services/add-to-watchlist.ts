import type { Competitor } from '../domain/competitor.ts';
import { localDay } from '../domain/day.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import type { Service } from './service.ts';
import { watchedPage } from './watched-page.ts';
import { writeOnce } from './write-once.ts';

/** A position behind all others. */
export async function lastPosition(unit: Unit): Promise<number> {
  return ((await unit.edge('competitors', 'position', 'last'))?.position ?? 0) + 1;
}

/** Adds a page to a competitor, a new one or one of the list. A page already watched is not watched twice. */
export const addToWatchlist: Service<'watchlist.add'> = (input, call) =>
  writeOnce<Output<'watchlist.add'>>(
    call,
    {
      type: 'watchlist.add',
      operationId: input.operationId,
      stores: ['competitors', 'watchedPages', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const watched = await watchedPage(unit, input.page);
      if (watched) return ok({ competitorId: watched.competitorId, alreadyWatched: true });
      const known = input.competitorId ? await unit.get('competitors', input.competitorId) : undefined;
      if (input.competitorId && !known) return fail('not-found', 'no competitor of that id');
      const nextId = () => newId(call.now.getTime());
      const row = { createdAt: unit.now, updatedAt: unit.now };
      const competitor: Competitor = known
        ? // touched: taking back its creation would now take this page with it
          { ...known, updatedAt: unit.now }
        : { ...row, id: nextId(), name: input.name, tier: input.tier, position: await lastPosition(unit) };
      await unit.put('competitors', competitor);
      await unit.put('watchedPages', { ...row, ...input.page, id: nextId(), competitorId: competitor.id });
      await unit.log(known ? 'competitor-changed' : 'competitor-added', competitor.id);
      await refreshDay(unit, localDay(call.now));
      return ok({ competitorId: competitor.id, alreadyWatched: false });
    },
  );
