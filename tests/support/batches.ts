import type { BatchKind } from '../../utils/domain/batch.ts';
import { newId } from '../../utils/domain/new-id.ts';
import { ok } from '../../utils/domain/result.ts';
import { beginBatch } from '../../utils/services/begin-batch.ts';
import { captureCreator } from '../../utils/services/capture-creator.ts';
import { listBatches } from '../../utils/services/list-batches.ts';
import { newAccount, newCreator } from '../../utils/services/new-creator.ts';
import type { Caller } from '../../utils/services/service.ts';
import { tagIdsInStep } from '../../utils/services/tag-names.ts';
import { undoOperation } from '../../utils/services/undo-operation.ts';
import { updateCreator } from '../../utils/services/update-creator.ts';
import { type BatchStep, runBatchStep } from '../../utils/storage/batch-step.ts';
import type { StoreName } from '../../utils/storage/schema.ts';
import { dashboard, databaseOf, good, type Machine, pageIn } from './memory-notebook.ts';
import { named, profile } from './readings.ts';

/** Stores that a batch may change, without its log. */
export const changedByBatches: StoreName[] = [
  'creators',
  'accounts',
  'contacts',
  'observations',
  'tags',
  'tombstones',
];

/** What a test does to one notebook by batches; time goes on with each. */
export function batchesIn(machine: Machine) {
  async function begin(kind: BatchKind = 'import') {
    machine.later();
    const input = { operationId: newId(), kind, name: 'creators.csv', total: 4 };
    return good(await beginBatch(input, machine.call())).id;
  }

  async function step(batchId: string, work: (step: BatchStep) => Promise<void>) {
    machine.later();
    const now = machine.clock.now;
    const request = { id: newId(now.getTime()), type: 'import.rows', batchId, now };
    const database = await databaseOf(machine);
    const result = await runBatchStep(database, request, changedByBatches, async (writing) => {
      await work(writing);
      return ok({});
    });
    good(result);
    return request.id;
  }

  return {
    begin,
    step,

    /** One step that brings creators in, each with account, look, e-mail and two tags. */
    async bringIn(batchId: string, handles: string[]) {
      const ids: string[] = [];
      const stepId = await step(batchId, async (writing) => {
        const { now } = writing;
        const tagIds = await tagIdsInStep(writing, ['clay', `from ${handles[0]}`], machine.clock.now);
        for (const handle of handles) {
          const [id, accountId] = [newId(), newId()];
          ids.push(id);
          const row = { createdAt: now, updatedAt: now };
          writing.add('creators', { ...newCreator(id, handle, now), tagIds });
          const name = { platform: 'instagram' as const, handle };
          writing.add('accounts', newAccount(accountId, id, name, `https://ig.example/${handle}`, now));
          writing.add('observations', { ...row, id: newId(), accountId, at: now, url: '', counts: {} });
          const found = { kind: 'email' as const, value: `${handle}@mail.example`, url: '', readAt: now };
          const contact = { ...found, source: 'user' as const, inferred: false };
          writing.add('contacts', { ...row, ...contact, id: newId(), creatorId: id });
          writing.log('creator-imported', id);
        }
        writing.count({ done: handles.length, created: handles.length });
      });
      return { ids, stepId };
    },

    undo(id: string, operationId = newId(), caller: Caller = dashboard) {
      machine.later();
      return undoOperation({ operationId, undo: id }, machine.call(caller));
    },

    newest: async () => good(await listBatches({}, machine.call())).batches[0],

    update(creatorId: string, notes: string) {
      machine.later();
      const input = { operationId: newId(), creatorId, changes: { notes } };
      return updateCreator(machine.contexts)(input, machine.call());
    },

    async capture(handle: string, operationId = newId()) {
      machine.later();
      const input = { operationId, reading: profile(named(handle)) };
      return good(await captureCreator(input, machine.call(pageIn(1)))).creatorId;
    },
  };
}
