import type { Batch } from '../domain/batch.ts';
import { newId } from '../domain/new-id.ts';
import { ok } from '../domain/result.ts';
import { keptSince } from './list-batches.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/** Begins work in steps. It has changed nothing yet, so there is nothing to take back; what is too old to be taken back goes. */
export const beginBatch: Service<'batch.begin'> = ({ operationId, kind, name, total }, call) =>
  writeOnce(
    call,
    { type: 'batch.begin', operationId, stores: ['batches'], collections: ['batches'] },
    async (unit) => {
      const since = keptSince(call.now);
      for (const old of await unit.all('batches'))
        if (old.updatedAt < since) await unit.remove('batches', old.id, 'derived');
      const batch: Batch = {
        id: newId(call.now.getTime()),
        createdAt: unit.now,
        updatedAt: unit.now,
        kind,
        state: 'open',
        name,
        total,
        done: 0,
        created: 0,
        updated: 0,
        skipped: 0,
      };
      await unit.put('batches', batch, 'derived');
      return ok(batch);
    },
  );
