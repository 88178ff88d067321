import { localDay } from '../domain/day.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type Collection, taggingCollections } from '../messaging/changes.ts';
import { refreshDay } from './day-checklist.ts';
import type { Call, Service } from './service.ts';
import { mayTakeBackAll, restorableStores, takeBack } from './take-back.ts';
import { type TakenBack, takeBackStep } from './take-back-batch.ts';
import { announce, readOnce, writeOnce } from './write-once.ts';

/** Whatever an operation may have changed. */
const collections: Collection[] = [
  'creators',
  'watchlist',
  'checklist',
  'settings',
  'brands',
  'views',
  'sites',
  'templates',
  'keywords',
  'places',
  ...taggingCollections,
];

async function undoBatch(operationId: string, batchId: string, call: Call): Promise<Result<TakenBack>> {
  if (!mayTakeBackAll(call.caller))
    return fail('forbidden', 'a page may take back only what was done from it');
  const database = await call.database();
  if (!database.ok) return database;
  const result = await takeBackStep(database.value, { operationId, batchId, now: call.now });
  if (!result.ok) return result;
  // templates are asked for as a whole: once, when the last step is taken back
  const moved = collections.filter((one) => one !== 'templates' || result.value.left === 0);
  await announce(call, [...moved, 'batches']);
  return result;
}

/**
 * Takes back one operation; refused as `changed-since` when something newer would be overwritten. Of a batch it takes back the
 * newest step, and what was changed since stays.
 */
export const undoOperation: Service<'operation.undo'> = async ({ operationId, undo }, call) => {
  const batch = await readOnce(call, ['batches'], async (reader) => ok(await reader.get('batches', undo)));
  if (!batch.ok) return batch;
  if (batch.value) return undoBatch(operationId, undo, call);
  return writeOnce(
    call,
    { type: 'operation.undo', operationId, stores: restorableStores, collections },
    async (unit) => {
      const failure = await takeBack(unit, call.caller, undo);
      if (failure) return failure;
      await refreshDay(unit, localDay(call.now));
      return ok({ left: 0, kept: 0 });
    },
  );
};
