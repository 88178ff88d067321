import { layerNames } from '../../domain/change-kind.ts';
import { ok } from '../../domain/result.ts';
import type { WatchStorage } from '../../messaging/protocol/watch.ts';
import { retentionPlan } from '../../snapshots/retention.ts';
import { bytesCounter, snapshotsCounter } from '../../storage/counters.ts';
import type { Database } from '../../storage/database.ts';
import { readNotebook } from '../../storage/reader.ts';
import { isReadable } from '../../storage/snapshot-rows.ts';
import {
  freedBy,
  nextToThin,
  type Plan,
  removeGone,
  thinAll,
  thinnable,
  thinScope,
  thinSome,
} from '../../storage/thin-snapshots.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';

/** The plan of `retentionPlan` for the snapshots of one page. */
const plan: Plan = (snapshots, now) => {
  const aging = snapshots.map((snapshot) => ({
    id: snapshot.id,
    takenAt: snapshot.takenAt,
    pinned: snapshot.pinned,
    noted: snapshot.note !== undefined,
    readable: isReadable(snapshot),
    via: snapshot.via,
    hasReading: snapshot.layers.reading.state === 'kept',
    carriedFrom: snapshot.carried?.map(({ snapshotId }) => snapshotId),
  }));
  return new Set(retentionPlan(aging, now).thin);
};

/** How much the snapshots take, from kept numbers, and what thinning would give back. */
export const watchStorage: Service<'watch.storage'> = async (_input, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const due = await thinnable(database.value, call.now, plan);
  const freed = await freedBy(database.value, due);
  return readNotebook(database.value, ['counters'], async (reader) => {
    const bytes = { reading: 0, text: 0, picture: 0, layout: 0 };
    for (const layer of layerNames) bytes[layer] = await reader.counter(bytesCounter(layer));
    const snapshots = await reader.counter(snapshotsCounter);
    return ok<WatchStorage>({ snapshots, bytes, thinnable: { snapshots: due.length, bytes: freed } });
  });
};

/** One step of thinning, asked for by the person. */
export const thinSnapshots: Service<'watch.thin'> = async ({ operationId }, call) => {
  const database = await call.database();
  if (!database.ok) return database;
  const { step, left } = await nextToThin(database.value, call.now, plan);
  return writeOnce(
    call,
    { type: 'watch.thin', operationId, stores: thinScope, collections: ['watchlist', 'storage'] },
    async (unit) => ok({ ...(await thinSome(unit, step)), left }),
  );
};

/** For the daily alarm: takes out for good what was removed a week ago, and thins what is old. */
export async function tidySnapshots(database: Database, now: Date): Promise<void> {
  const gone = await removeGone(database, now);
  if (!gone.ok) console.error('Deckhand: removed snapshots', gone.message);
  const thinned = await thinAll(database, now, plan);
  if (!thinned.ok) console.error('Deckhand: thinning snapshots', thinned.message);
}
