import { useCallback, useRef, useState } from 'preact/hooks';
import { newId } from '../../utils/domain/new-id.ts';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { write } from '../../utils/messaging/client.ts';
import type { BulkChanges } from '../../utils/messaging/protocol/creator-list.ts';

/** Most creators of one transaction; more are a batch of steps. */
export const editStep = 500;

export interface EditOutcome {
  /** creators that were changed, and that were gone meanwhile */
  changed: number;
  missing: number;
  /** what undo takes back: the operation or the batch; absent where nothing was written */
  undo?: Id | undefined;
  /** the person ended it early */
  stopped: boolean;
  /** why it ended early; what was done before stays and can be taken back */
  failed?: ErrorCode | undefined;
}

export interface EditCreators {
  /** Changes all of them; up to 500 in one operation, more in steps that can be cancelled. */
  run: (creatorIds: readonly Id[], changes: BulkChanges) => Promise<EditOutcome>;
  /** how far it is; null while nothing is under way */
  progress: { done: number; total: number } | null;
  /** ends a long edit after the step that is under way */
  cancel: () => void;
}

/** Editing many creators at once, with progress, cancel and one undo. */
export function useEditCreators(): EditCreators {
  const [progress, setProgress] = useState<EditCreators['progress']>(null);
  const cancelled = useRef(false);
  const run = useCallback(async (creatorIds: readonly Id[], changes: BulkChanges) => {
    cancelled.current = false;
    setProgress({ done: 0, total: creatorIds.length });
    const outcome =
      creatorIds.length > editStep
        ? await editInSteps(creatorIds, changes, (done) => {
            setProgress({ done, total: creatorIds.length });
            return cancelled.current;
          })
        : await editAtOnce(creatorIds, changes);
    setProgress(null);
    return outcome;
  }, []);
  const cancel = useCallback(() => {
    cancelled.current = true;
  }, []);
  return { run, progress, cancel };
}

async function editAtOnce(creatorIds: readonly Id[], changes: BulkChanges): Promise<EditOutcome> {
  const undo = newId();
  const done = await write('creator.edit-many', { creatorIds: [...creatorIds], changes }, undo);
  if (!done.ok) return { changed: 0, missing: 0, stopped: false, failed: done.code };
  return { ...done.value, undo: done.value.changed ? undo : undefined, stopped: false };
}

/** @param after told after each step; true ends it */
async function editInSteps(
  creatorIds: readonly Id[],
  changes: BulkChanges,
  after: (done: number) => boolean,
): Promise<EditOutcome> {
  const outcome: EditOutcome = { changed: 0, missing: 0, stopped: false };
  const batch = await write('batch.begin', { kind: 'edit', name: '', total: creatorIds.length });
  if (!batch.ok) return { ...outcome, failed: batch.code };
  const batchId = batch.value.id;
  for (let from = 0; from < creatorIds.length; from += editStep) {
    const step = creatorIds.slice(from, from + editStep);
    const done = await write('creator.edit-many', { batchId, creatorIds: step, changes });
    if (!done.ok) {
      outcome.failed = done.code;
      break;
    }
    outcome.changed += done.value.changed;
    outcome.missing += done.value.missing;
    const ended = from + step.length;
    if (after(ended) && ended < creatorIds.length) {
      outcome.stopped = true;
      break;
    }
  }
  const state = outcome.stopped || outcome.failed ? 'stopped' : 'done';
  await write('batch.end', { batchId, state });
  return { ...outcome, undo: outcome.changed ? batchId : undefined };
}
