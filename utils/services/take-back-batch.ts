import type { Batch } from '../domain/batch.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Database } from '../storage/database.ts';
import type { Reader } from '../storage/reader.ts';
import type { Operation } from '../storage/schema.ts';
import { runSwiftOperation } from '../storage/swift-operation.ts';
import { noteDay } from './note-day.ts';
import { restoreStep } from './restore-step.ts';
import { restorableStores } from './take-back.ts';

/** What an undo answers: steps still to be taken back, and records that stayed because they were changed since. */
export type TakenBack = { left: number; kept: number };

/** The newest step of a batch that is not taken back, with the ids of those before it, the oldest first. */
async function newestStep(
  reader: Reader,
  batchId: string,
): Promise<{ step: Operation; earlier: string[] } | null> {
  // steps follow one another, and their ids are in the order of their time
  const ids = await reader.keys('operations', 'batchId', batchId);
  for (let place = ids.length - 1; place >= 0; place--) {
    const step = await reader.get('operations', ids[place] ?? '');
    if (step && !step.undoneBy) return { step, earlier: ids.slice(0, place) };
  }
  return null;
}

/**
 * Takes back the newest step of a batch. A repeat of the operation id gets the stored answer; another id takes back the step
 * before. The batch is closed with the first and `taken-back` with the last.
 */
export async function takeBackStep(
  database: Database,
  request: { operationId: string; batchId: string; now: Date },
): Promise<Result<TakenBack>> {
  const { operationId: id, batchId, now } = request;
  // of records that go no copy may stay behind in an image: an undo is not undone
  const operation = { id, type: 'operation.undo', now, images: 'none' as const };
  const result = await runSwiftOperation<TakenBack>(database, operation, restorableStores, async (writer) => {
    const batch = await writer.get('batches', batchId);
    if (!batch) return fail('not-found', 'no such batch, or too long ago');
    if (batch.kind === 'restore') return fail('invalid', 'what was restored into an empty notebook stays');
    const found = await newestStep(writer, batchId);
    const left = found?.earlier.length ?? 0;
    const state: Batch['state'] =
      left === 0 ? 'taken-back' : batch.state === 'open' ? 'stopped' : batch.state;
    if (batch.state !== state) writer.note('batches', { ...batch, state, updatedAt: writer.now });
    if (!found) return ok({ left, kept: 0 });

    const kept = await restoreStep(writer, found.step.images, found.earlier);
    writer.note('operations', { ...found.step, images: [], undoneBy: id, updatedAt: writer.now });
    writer.log('undone', found.step.id);
    writer.undid(found.step.id);
    return ok({ left, kept });
  });
  if (result.ok && result.value.left === 0) await noteDay(database, now);
  return result;
}
