import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Forgets where a field stands; undo brings it back. */
export const removeHint: Service<'hint.remove'> = ({ operationId, hintId }, call) =>
  writeOnce(
    call,
    { type: 'hint.remove', operationId, stores: ['hints'], collections: ['sites'] },
    async (unit) => {
      if (!(await unit.get('hints', hintId))) return fail('not-found', 'no hint of that id');
      await unit.remove('hints', hintId);
      await unit.log('hint-changed', hintId);
      return ok({});
    },
  );
