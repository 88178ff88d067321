import { fail, ok } from '../../domain/result.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { countByHand, fanStores } from './fan-points.ts';

/** Somebody was thanked: they are no more among those to thank until they give something again. */
export const noteThanked: Service<'fan.thanked'> = ({ operationId, fanId }, call) =>
  writeOnce(
    call,
    { type: 'fan.thanked', operationId, stores: fanStores, collections: ['fans', 'creators'] },
    async (unit) => {
      const fan = await unit.get('fans', fanId);
      if (!fan) return fail('not-found', 'no fan of that id');
      const { gaveAt: _owed, ...rest } = fan;
      await countByHand(unit, { ...rest, thankedAt: unit.now }, { why: 'thanked', points: 0 });
      await unit.log('fan-changed', fanId);
      return ok({});
    },
  );

/** Gives or takes points by hand. A sum below none is refused: nobody is less than no fan. */
export const addPointsByHand: Service<'fan.add-points'> = ({ operationId, fanId, points, note }, call) =>
  writeOnce(
    call,
    { type: 'fan.add-points', operationId, stores: fanStores, collections: ['fans', 'creators'] },
    async (unit) => {
      const fan = await unit.get('fans', fanId);
      if (!fan) return fail('not-found', 'no fan of that id');
      if (fan.points + points < 0) return fail('invalid', `they have ${fan.points} points`);
      await countByHand(unit, fan, { why: 'by-hand', points, note });
      await unit.log('fan-changed', fanId);
      return ok({});
    },
  );
