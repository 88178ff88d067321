import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/**
 * Positions after a move, of those only that change: the moved one goes half way between its neighbours; where numbers leave
 * no room between them, all are numbered anew.
 */
export function positionsAfterMove(
  list: readonly { id: string; position: number }[],
  movedId: string,
  before: string | null,
): Map<string, number> {
  const others = list.filter(({ id }) => id !== movedId);
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
  const low = others[at - 1]?.position ?? (others[0]?.position ?? 1) - 2;
  const high = others[at]?.position ?? low + 2;
  const middle = (low + high) / 2;
  if (middle > low && middle < high) return new Map([[movedId, middle]]);
  const order = others.map(({ id }) => id);
  order.splice(at, 0, movedId);
  return new Map(order.map((id, index) => [id, index + 1]));
}

/** Puts a competitor before another one, or at the end of the list. */
export const moveCompetitor: Service<'watchlist.move'> = ({ operationId, competitorId, before }, call) =>
  writeOnce(
    call,
    { type: 'watchlist.move', operationId, stores: ['competitors'], collections: ['watchlist'] },
    async (unit) => {
      const list = await unit.list('competitors', 'position');
      const known = new Map(list.map((competitor) => [competitor.id, competitor]));
      if (!known.has(competitorId) || (before !== null && !known.has(before)))
        return fail('not-found', 'no competitor of that id');
      if (before === competitorId) return ok({});
      for (const [id, position] of positionsAfterMove(list, competitorId, before)) {
        const competitor = known.get(id);
        if (competitor && competitor.position !== position)
          await unit.put('competitors', { ...competitor, position, updatedAt: unit.now });
      }
      await unit.log('competitor-changed', competitorId);
      return ok({});
    },
  );
