import type { StoredChange } from '../../domain/change.ts';
import type { SnapshotCause } from '../../domain/change-kind.ts';
import { newId } from '../../domain/new-id.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Unit } from '../../storage/unit-of-work.ts';

/** Looks whose outcome nobody waits for. Whoever takes a snapshot by hand is told there and then. */
const byThemselves: readonly SnapshotCause[] = ['visit', 'refresh'];

/**
 * Notes in the transaction of a look that it found something to be told; nothing where the person wants no notifications. Every new change
 * goes through here, so that none is told without being stored and none is stored without being told.
 * @param rows the changes as they are stored
 */
export async function noteAlert(
  unit: Unit,
  { notifications, notifySeverities }: Settings,
  snapshot: Snapshot,
  rows: readonly StoredChange[],
): Promise<void> {
  if (!notifications || !byThemselves.includes(snapshot.cause)) return;
  if (!rows.some(({ severity, muted }) => !muted && notifySeverities.includes(severity))) return;
  const { competitorId, id: snapshotId } = snapshot;
  const alert = {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    competitorId,
    snapshotId,
  };
  await unit.put('alerts', alert, 'derived');
}
