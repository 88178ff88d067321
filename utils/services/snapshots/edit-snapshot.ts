import type { WatchNote } from '../../domain/change.ts';
import { localDay } from '../../domain/day.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { MessageType } from '../../messaging/protocol.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { dayStores, refreshDay } from '../day-checklist.ts';
import type { Call, Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';

/** What of a note has text; undefined where nothing is left. */
export function writtenNote(note: WatchNote): WatchNote | undefined {
  const parts = Object.entries(note).filter(([, text]) => text?.trim());
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** That somebody looked at a page today, as a note shows. Not part of taking the note back: it stays true. */
export async function notedToday(unit: Unit, watchedPageId: string, now: Date): Promise<void> {
  const page = await unit.get('watchedPages', watchedPageId);
  if (!page) return;
  await unit.put('watchedPages', { ...page, lastLookedAt: unit.now, updatedAt: unit.now }, 'derived');
  await refreshDay(unit, localDay(now));
}

/** Changes one snapshot as one operation that can be taken back. Its layers stay, so no content is touched. */
function edit(
  call: Call,
  { type, operationId, snapshotId }: { type: MessageType; operationId: string; snapshotId: string },
  change: (unit: Unit, snapshot: Snapshot) => Promise<Snapshot>,
): Promise<Result<Record<string, never>>> {
  return writeOnce(
    call,
    {
      type,
      operationId,
      stores: ['snapshots', 'changes', 'watchedPages', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const snapshot = await unit.get('snapshots', snapshotId);
      if (!snapshot || snapshot.removedAt) return fail('not-found', 'no snapshot of that id');
      await unit.put('snapshots', { ...(await change(unit, snapshot)), updatedAt: unit.now });
      return ok({});
    },
  );
}

/** Keeps a snapshot for ever, or lets it age like the others. */
export const pinSnapshot: Service<'snapshot.pin'> = ({ operationId, snapshotId, pinned }, call) =>
  edit(call, { type: 'snapshot.pin', operationId, snapshotId }, async (unit, snapshot) => {
    await unit.log('snapshot-changed', snapshot.watchedPageId);
    return { ...snapshot, pinned };
  });

/** Writes the note of a snapshot. Whoever notes has looked at the page: the day's checklist counts it. */
export const noteSnapshot: Service<'snapshot.note'> = ({ operationId, snapshotId, note }, call) =>
  edit(
    call,
    { type: 'snapshot.note', operationId, snapshotId },
    async (unit, { note: _old, ...snapshot }) => {
      await unit.log('snapshot-changed', snapshot.watchedPageId);
      const written = writtenNote(note);
      if (written) await notedToday(unit, snapshot.watchedPageId, call.now);
      return { ...snapshot, ...(written ? { note: written } : {}) };
    },
  );

/**
 * Removes a snapshot with its changes. Its contents stay until it can no longer be taken back; until then it is in no list and nothing is
 * compared with it. That the page was looked at stays true.
 */
export const removeSnapshot: Service<'snapshot.remove'> = ({ operationId, snapshotId }, call) =>
  edit(call, { type: 'snapshot.remove', operationId, snapshotId }, async (unit, snapshot) => {
    for (const change of await unit.list('changes', 'snapshotId', snapshotId))
      await unit.remove('changes', change.id);
    await unit.log('snapshot-removed', snapshot.watchedPageId);
    return { ...snapshot, removedAt: unit.now };
  });
