import { localDay } from '../domain/day.ts';
import { ok } from '../domain/result.ts';
import { refreshDay } from './day-checklist.ts';
import type { Service } from './service.ts';
import { restorableStores, takeBack } from './take-back.ts';
import { writeOnce } from './write-once.ts';

/** Takes back one operation. Refused as `changed-since` when something newer would be overwritten. */
export const undoOperation: Service<'operation.undo'> = ({ operationId, undo }, call) =>
  writeOnce(
    call,
    {
      type: 'operation.undo',
      operationId,
      stores: restorableStores,
      collections: ['creators', 'watchlist', 'checklist', 'settings', 'brands'],
    },
    async (unit) => {
      const failure = await takeBack(unit, call.caller, undo);
      if (failure) return failure;
      await refreshDay(unit, localDay(call.now));
      return ok({ left: 0, kept: 0 });
    },
  );
