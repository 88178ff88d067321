import { ok } from '../domain/result.ts';
import { lift } from '../storage/suppressions.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Allows a profile, named by its address, to be saved again. */
export const liftSuppression: Service<'suppression.lift'> = ({ operationId, account }, call) =>
  writeOnce(
    call,
    { type: 'suppression.lift', operationId, stores: ['suppressions'], collections: ['creators'] },
    async (unit) => {
      const lifted = await lift(unit, account);
      if (lifted) await unit.log('suppression-lifted');
      return ok({ lifted });
    },
  );
