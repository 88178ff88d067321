import { localDay } from '../../domain/day.ts';
import { newId } from '../../domain/new-id.ts';
import { placeLimit } from '../../domain/place-kind.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Output } from '../../messaging/protocol.ts';
import { dayStores, refreshDay } from '../day-checklist.ts';
import { positionsAfterMove } from '../move-competitor.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';

/** What makes two addresses the same place: not where on the page somebody stood. */
export function sameAddress(a: string, b: string): boolean {
  return new URL(a).href.replace(/#.*$/, '') === new URL(b).href.replace(/#.*$/, '');
}

/** The places in the operator's order. */
export const listPlaces: Service<'place.list'> = (_input, call) =>
  readOnce(call, ['places'], async (reader) => ok({ places: await reader.list('places', 'position') }));

/** Adds a place at the end of the list. One that is there already is left as it is. */
export const addPlace: Service<'place.add'> = ({ operationId, place }, call) =>
  writeOnce<Output<'place.add'>>(
    call,
    { type: 'place.add', operationId, stores: ['places'], collections: ['places'] },
    async (unit) => {
      const places = await unit.list('places', 'position');
      const there = places.find(({ url }) => sameAddress(url, place.url));
      if (there) return ok({ placeId: there.id, alreadyThere: true });
      if (places.length >= placeLimit) return fail('invalid', `more than ${placeLimit} places`);
      const id = newId(call.now.getTime());
      const position = (places.at(-1)?.position ?? 0) + 1;
      // who adds the page stands on it
      const row = { id, createdAt: unit.now, updatedAt: unit.now, lookedAt: unit.now };
      await unit.put('places', { ...row, ...place, position });
      await unit.log('place-changed', id);
      return ok({ placeId: id, alreadyThere: false });
    },
  );

/** Changes what a place is called, and what it is. */
export const renamePlace: Service<'place.rename'> = ({ operationId, placeId, title, kind }, call) =>
  writeOnce(
    call,
    { type: 'place.rename', operationId, stores: ['places'], collections: ['places'] },
    async (unit) => {
      const place = await unit.get('places', placeId);
      if (!place) return fail('not-found', 'no place of that id');
      if (place.title === title && place.kind === kind) return ok({});
      await unit.put('places', { ...place, title, kind, updatedAt: unit.now });
      await unit.log('place-changed', placeId);
      return ok({});
    },
  );

/** Puts a place before another one, or at the end of the list. */
export const movePlace: Service<'place.move'> = ({ operationId, placeId, before }, call) =>
  writeOnce(
    call,
    { type: 'place.move', operationId, stores: ['places'], collections: ['places'] },
    async (unit) => {
      const list = await unit.list('places', 'position');
      const known = new Map(list.map((place) => [place.id, place]));
      if (!known.has(placeId) || (before !== null && !known.has(before)))
        return fail('not-found', 'no place of that id');
      if (before === placeId) return ok({});
      for (const [id, position] of positionsAfterMove(list, placeId, before)) {
        const place = known.get(id);
        if (place && place.position !== position)
          await unit.put('places', { ...place, position, updatedAt: unit.now });
      }
      await unit.log('place-changed', placeId);
      return ok({});
    },
  );

/** Takes a place off the list. */
export const removePlace: Service<'place.remove'> = ({ operationId, placeId }, call) =>
  writeOnce(
    call,
    { type: 'place.remove', operationId, stores: ['places'], collections: ['places'] },
    async (unit) => {
      if (!(await unit.get('places', placeId))) return fail('not-found', 'no place of that id');
      await unit.remove('places', placeId);
      await unit.log('place-changed', placeId);
      return ok({});
    },
  );

/** Notes that the operator opened a place now. */
export const markPlaceLookedAt: Service<'place.looked'> = ({ operationId, placeId }, call) =>
  writeOnce(
    call,
    {
      type: 'place.looked',
      operationId,
      stores: ['places', ...dayStores],
      collections: ['places', 'checklist'],
    },
    async (unit) => {
      const place = await unit.get('places', placeId);
      if (!place) return fail('not-found', 'no place of that id');
      await unit.put('places', { ...place, lookedAt: unit.now, updatedAt: unit.now });
      await unit.log('place-looked-at', placeId);
      await refreshDay(unit, localDay(call.now));
      return ok({});
    },
  );
