import { ok } from '../../domain/result.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { SnapshotRow } from '../../messaging/protocol/snapshots.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { readOnce } from '../write-once.ts';

function layerRow(layer: Snapshot['layers']['reading']): SnapshotRow['layers']['reading'] {
  if (layer.state === 'missing') return layer;
  const { state, hash, bytes } = layer;
  return { state, hash, bytes };
}

/** A picture without the names of its tiles. */
export function pictureRow(picture: Snapshot['layers']['picture']): SnapshotRow['layers']['picture'] {
  if (picture.state === 'missing') return picture;
  const { state, hash, tiles, cut, visibleOnly } = picture;
  return { state, hash, bytes: tiles.reduce((sum, { bytes }) => sum + bytes, 0), cut, visibleOnly };
}

async function rowOf(
  reader: Reader,
  { layers, carried: _rows, ...snapshot }: Snapshot,
): Promise<SnapshotRow> {
  const { reading, text, picture, layout } = layers;
  return {
    ...snapshot,
    layers: {
      reading: layerRow(reading),
      text: layerRow(text),
      picture: pictureRow(picture),
      layout: layerRow(layout),
    },
    changes: await reader.countIn('changes', 'snapshotId', snapshot.id),
  };
}

/** Snapshots of a page or of all pages of a competitor, newest first, without those that were removed. */
export const listSnapshots: Service<'snapshot.list'> = (
  { watchedPageId, competitorId, before, limit },
  call,
) =>
  readOnce(call, ['snapshots', 'changes'], async (reader) => {
    const index = watchedPageId === undefined ? 'competitorAt' : 'pageAt';
    const owner = watchedPageId ?? competitorId ?? '';
    const found: Snapshot[] = [];
    let end: Pick<Snapshot, 'takenAt' | 'id'> | null = before;
    // one more than asked for says whether there are others
    while (found.length <= limit) {
      const range = IDBKeyRange.bound([owner, ''], [owner, end?.takenAt ?? []]);
      const page: Snapshot[] = await reader.newest('snapshots', index, range, limit + 2);
      const isShown = ({ takenAt, id }: Snapshot) =>
        end !== null && (takenAt > end.takenAt || (takenAt === end.takenAt && id >= end.id));
      const fresh = page.filter((row) => !isShown(row));
      found.push(...fresh.filter(({ removedAt }) => !removedAt));
      const last = fresh.at(-1);
      if (!last || page.length < limit + 2) break;
      end = last;
    }
    const rows = await Promise.all(found.slice(0, limit).map((row) => rowOf(reader, row)));
    return ok({ rows, more: found.length > limit });
  });
