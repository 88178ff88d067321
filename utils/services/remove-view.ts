import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Removes a saved view; undo brings it back. */
export const removeView: Service<'view.remove'> = ({ operationId, viewId }, call) =>
  writeOnce(
    call,
    { type: 'view.remove', operationId, stores: ['savedViews'], collections: ['views'] },
    async (unit) => {
      if (!(await unit.get('savedViews', viewId))) return fail('not-found', 'no view of that id');
      await unit.remove('savedViews', viewId);
      await unit.log('view-changed', viewId);
      return ok({});
    },
  );
