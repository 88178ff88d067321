import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { announce, writeOnce } from './write-once.ts';

/** Ends work in steps: no more can follow. What was done stays until the batch is taken back. */
export const endBatch: Service<'batch.end'> = async ({ operationId, batchId, state }, call) => {
  const result = await writeOnce(
    call,
    { type: 'batch.end', operationId, stores: ['batches'], collections: ['batches'] },
    async (unit) => {
      const batch = await unit.get('batches', batchId);
      if (!batch) return fail('not-found', 'no such batch');
      if (batch.state === state) return ok(batch);
      if (batch.state !== 'open') return fail('forbidden', `the batch is ${batch.state}`);
      const ended = { ...batch, state, updatedAt: unit.now };
      await unit.put('batches', ended, 'derived');
      return ok(ended);
    },
  );
  // each list of templates is asked for as a whole: once is enough
  if (result.ok && result.value.kind === 'templates') await announce(call, ['templates']);
  return result;
};
