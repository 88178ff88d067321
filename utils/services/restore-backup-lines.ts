import type { FanPoint } from '../domain/fan.ts';
import { fail, ok } from '../domain/result.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { taggingCollections } from '../messaging/changes.ts';
import type { Input, Output } from '../messaging/protocol.ts';
import { runBatchStep } from '../storage/batch-step.ts';
import { makeReader } from '../storage/reader.ts';
import { runRestoreStep } from '../storage/restore-step.ts';
import { storeNames } from '../storage/schema.ts';
import { type BackupLines, readBackupLines } from './backup-records.ts';
import { isEmptyNotebook } from './empty-notebook.ts';
import { type Arrived, followRows } from './fans/merge-fans.ts';
import { countPlan, type Planned, planMerge } from './merge-plan.ts';
import type { Call, Service } from './service.ts';

type Lines = Input<'restore.lines'>;
type Counts = Output<'restore.lines'>;

/** What a merge may touch: everything but what belongs to this one database. */
const mergeStores = storeNames.filter((store) => store !== 'meta');

async function intoEmpty(input: Lines, { records, last }: BackupLines, call: Call) {
  const database = await call.database();
  if (!database.ok) return database;
  const request = { id: input.operationId, type: 'restore.lines', batchId: input.batchId, now: call.now };
  const step = await runRestoreStep(database.value, request, records, last, async (transaction) =>
    (await isEmptyNotebook(makeReader(transaction)))
      ? ok({})
      : fail('forbidden', 'only an empty notebook is restored; into this one a backup can be merged'),
  );
  return step.ok ? ok<Counts>({ ...step.value, suppressed: 0 }) : step;
}

/** What a snapshot here holds stays: a file has nothing to put in its place. */
function withOurContents(store: string, record: object, before: object): object {
  return store === 'snapshots' ? { ...record, layers: (before as Snapshot).layers } : record;
}

/** The rows of fans' points that a plan puts. */
function arrivedRows(plan: readonly Planned[]): Arrived[] {
  return plan.flatMap(({ store, outcome, record, before }) => {
    if (store !== 'fanPoints' || (outcome !== 'added' && outcome !== 'newer')) return [];
    const row = record as FanPoint;
    return [{ row, by: row.points - ((before as FanPoint | undefined)?.points ?? 0) }];
  });
}

async function merge(input: Lines, { records }: BackupLines, call: Call) {
  const database = await call.database();
  if (!database.ok) return database;
  const request = { id: input.operationId, type: 'restore.lines', batchId: input.batchId, now: call.now };
  return runBatchStep(database.value, request, mergeStores, async (step) => {
    const plan = await planMerge(step, records, input.same ?? {});
    for (const { store, outcome, record, before, again } of plan) {
      if (outcome === 'added') step.add(store, record as never, again ? 'again' : undefined);
      if (outcome === 'newer' && before)
        step.replace(store, before as never, withOurContents(store, record, before) as never);
    }
    await followRows(step, arrivedRows(plan));
    const counts = countPlan(plan);
    step.count({
      done: records.length,
      created: counts.added,
      updated: counts.newer,
      skipped: counts.kept + counts.suppressed,
    });
    return ok<Counts>(counts);
  });
}

/**
 * Puts lines of a backup in, as one step of a batch. Into an empty notebook they come as they are, without a way back; into another one
 * they are merged, and the batch can be taken back as one.
 */
export const restoreBackupLines: Service<'restore.lines'> = async (input, call) => {
  const read = readBackupLines(input.lines, input.schemaVersion, 'fit');
  if ('reason' in read) return fail('invalid', `line ${read.line + 1} of a backup: ${read.reason}`);
  const database = await call.database();
  if (!database.ok) return database;
  const kind = (await database.value.get('batches', input.batchId))?.kind;
  if (kind !== 'restore' && kind !== 'merge') return fail('not-found', 'no such restore');
  const result = await (kind === 'restore' ? intoEmpty : merge)(input, read, call);
  // told once at the end: a screen that asks again after every step would only slow it down
  if (result.ok && read.last) await call.announce(everythingRestored);
  return result;
};

/** After a restore or a merge every screen shows something else. */
const everythingRestored = [
  'creators',
  'watchlist',
  'checklist',
  'settings',
  'brands',
  'views',
  'batches',
  'storage',
  ...taggingCollections,
] as const;
