import type { Batch } from '../domain/batch.ts';
import { fail, type Result } from '../domain/result.ts';
import type { Database } from './database.ts';
import type { StoreName } from './schema.ts';
import { runSwiftOperation, type SwiftWriter } from './swift-operation.ts';

/** Writing inside one step of a batch. */
export interface BatchStep extends Omit<SwiftWriter, 'note' | 'undid'> {
  readonly batch: Batch;
  /** Moves the batch's numbers by this step's. */
  count(by: Partial<Record<'done' | 'created' | 'updated' | 'skipped', number>>): void;
}

export interface StepRequest {
  id: string;
  type: string;
  batchId: string;
  now: Date;
  /** `none`: no way back is kept; what was there before is not worth it (an empty notebook) */
  images?: 'none';
}

/**
 * Carries out one step of an open batch in one transaction of relaxed durability: the records, the counters, the batch's progress,
 * the way back and the answer are there together or not at all. A repeat of the operation id gets the stored answer.
 * @returns `not-found` or `forbidden` where the batch is not open, `quota`, or what `work` failed with
 */
export function runBatchStep<T>(
  database: Database,
  request: StepRequest,
  stores: readonly StoreName[],
  work: (step: BatchStep) => Promise<Result<T>>,
): Promise<Result<T>> {
  return runSwiftOperation<T>(database, request, [...stores, 'batches'], async (writer) => {
    const batch = await writer.get('batches', request.batchId);
    if (!batch) return fail('not-found', 'no such batch');
    if (batch.state !== 'open') return fail('forbidden', `the batch is ${batch.state}`);
    const next = { ...batch, updatedAt: writer.now };
    const result = await work({
      ...writer,
      batch,
      count(by) {
        for (const key of ['done', 'created', 'updated', 'skipped'] as const) next[key] += by[key] ?? 0;
      },
    });
    if (result.ok) writer.note('batches', next);
    return result;
  });
}
