import type { MissingReason } from '../domain/change-kind.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Reader } from './reader.ts';

const firstPage = 8;

/**
 * The newest snapshot of a page that passes; removed ones never do. Read from the end in growing pages: it is nearly always among the
 * last few.
 */
export async function newestSnapshot(
  reader: Reader,
  watchedPageId: string,
  passes: (snapshot: Snapshot) => boolean = () => true,
): Promise<Snapshot | undefined> {
  for (let limit = firstPage; ; limit *= 4) {
    const range = IDBKeyRange.bound([watchedPageId, ''], [watchedPageId, []]);
    const found = await reader.newest('snapshots', 'pageAt', range, limit);
    const newest = found.find((snapshot) => !snapshot.removedAt && passes(snapshot));
    if (newest || found.length < limit) return newest;
  }
}

export const isReadable = ({ status }: Pick<Snapshot, 'status'>) => status.state === 'ok';

/** A snapshot whose layers are gone, those that were missing before as they were. The keys keep their order: a backup's bytes depend on it. */
export function withoutContents(snapshot: Snapshot, reason: MissingReason): Snapshot {
  const gone = { state: 'missing', reason } as const;
  const { reading, text, picture, layout } = snapshot.layers;
  return {
    ...snapshot,
    layers: {
      ...snapshot.layers,
      reading: reading.state === 'kept' ? gone : reading,
      text: text.state === 'kept' ? gone : text,
      picture: picture.state === 'kept' ? gone : picture,
      layout: layout.state === 'kept' ? gone : layout,
    },
  };
}
