import type { MissingReason } from '../../domain/change-kind.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { contentScope, putSnapshot, readyBlob } from '../../storage/blobs.ts';
import { sha256Hex } from '../../storage/packing.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import type { PictureOutcome } from './take-picture.ts';

type Taken = Extract<PictureOutcome, { state: 'taken' }>;
type Nothing = Record<string, never>;

/** Pictures are no message of their own: they come out of the one that asked for the snapshot. */
function inOneStep<T = Nothing>(call: Call, work: (unit: Unit) => Promise<Result<T>>): Promise<Result<T>> {
  const stores: StoreName[] = [...contentScope, 'pictureJobs'];
  const plan = { type: 'snapshot.take', operationId: newId(), stores, collections: ['watchlist'] } as const;
  // a picture may take a minute: what is written has the time at which it is written
  return writeOnce({ ...call, now: new Date() }, plan, work);
}

/** Notes that a picture is being taken, so that one which a killed worker left behind is found. */
export function beginPicture(
  call: Call,
  job: { snapshotId: string; tabId: number; visibleOnly: boolean },
): Promise<Result<Nothing>> {
  return inOneStep(call, async (unit) => {
    const { snapshotId, tabId, visibleOnly } = job;
    const row = { id: snapshotId, createdAt: unit.now, updatedAt: unit.now, tabId, visibleOnly };
    await unit.put('pictureJobs', row, 'derived');
    return ok({});
  });
}

function endJob(unit: Unit, snapshotId: string): Promise<void> {
  return unit.remove('pictureJobs', snapshotId, 'derived');
}

/**
 * Says of a snapshot why it has no picture. One that it has already stays.
 * @param asked false where nobody asked for one: what an earlier try came to stays as well
 */
export function missPicture(
  call: Call,
  snapshotId: string,
  reason: MissingReason,
  asked = true,
): Promise<Result<Nothing>> {
  return inOneStep(call, async (unit) => {
    await endJob(unit, snapshotId);
    const snapshot = await unit.get('snapshots', snapshotId);
    const picture = snapshot?.layers.picture;
    // the person's word and the browser's stand over "nobody asked"; a picture stands over all of them
    if (!snapshot || picture?.state === 'kept') return ok({});
    if (picture?.reason === reason || (!asked && picture?.reason !== 'not-asked')) return ok({});
    const layers = { ...snapshot.layers, picture: { state: 'missing' as const, reason } };
    await putSnapshot(unit, snapshot, { ...snapshot, layers, updatedAt: unit.now });
    return ok({});
  });
}

/** A snapshot of its own for a look that differs in nothing but its picture. */
export function lookOfItsOwn(known: Snapshot, now: string): Snapshot {
  const { seenAgainAt: _at, timesSeenAgain: _times, note: _note, removedAt: _removed, ...same } = known;
  return { ...same, id: newId(), createdAt: now, updatedAt: now, takenAt: now, pinned: false };
}

/** What the earlier snapshot says of later looks, without this one. */
export function seenOnceLess(known: Snapshot, now: string): Snapshot {
  const { seenAgainAt, timesSeenAgain = 0, ...rest } = known;
  const less = timesSeenAgain - 1;
  return {
    ...rest,
    updatedAt: now,
    ...(less > 0 && seenAgainAt ? { seenAgainAt, timesSeenAgain: less } : {}),
  };
}

/**
 * Stores a picture with its tiles in one transaction. Where the snapshot has one already (nothing else was different), the same picture is
 * nothing new, and another one gets a snapshot of its own; what was on the screen does not take the place of the whole page.
 * @returns the snapshot that has it now, with a job to compare it where it is a new one; `quota` when the disk is full: nothing was stored
 */
export async function keepPicture(
  call: Call,
  snapshotId: string,
  { tiles, cut, visibleOnly }: Taken,
): Promise<Result<{ snapshotId: string }>> {
  const ready = await Promise.all(tiles.map(({ bytes }) => readyBlob('picture', bytes)));
  const named = tiles.map(({ width, height, bytes }, index) => ({
    hash: ready[index]?.hash ?? '',
    width,
    height,
    bytes: bytes.byteLength,
  }));
  const hash = await sha256Hex(new TextEncoder().encode(named.map((tile) => tile.hash).join()));
  const picture = { state: 'kept' as const, hash, tiles: named, cut, visibleOnly };
  const job = { visibleOnly, compareTries: 0 };
  return inOneStep<{ snapshotId: string }>(call, async (unit) => {
    const tabId = (await unit.get('pictureJobs', snapshotId))?.tabId ?? -1;
    await endJob(unit, snapshotId);
    const snapshot = await unit.get('snapshots', snapshotId);
    if (!snapshot || snapshot.removedAt) return fail('not-found', 'the snapshot was removed meanwhile');
    const had = snapshot.layers.picture;
    const layers = { ...snapshot.layers, picture };
    const isOther = had.state === 'kept' && had.hash !== hash && (had.visibleOnly || !visibleOnly);
    if (had.state === 'kept' && !isOther) return ok({ snapshotId });
    const own = isOther ? lookOfItsOwn(snapshot, unit.now) : { ...snapshot, updatedAt: unit.now };
    if (isOther) await putSnapshot(unit, snapshot, seenOnceLess(snapshot, unit.now));
    await putSnapshot(unit, isOther ? undefined : snapshot, { ...own, layers }, ready);
    // whoever goes on after a stop finds that it is still to be compared
    const waiting = { id: own.id, createdAt: unit.now, updatedAt: unit.now, tabId, ...job };
    await unit.put('pictureJobs', waiting, 'derived');
    return ok({ snapshotId: own.id });
  });
}
