import type { Change } from '../../domain/change-kind.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { severityOf } from '../../domain/severity.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { pauses } from '../../files/pause.ts';
import { readContent } from '../../storage/blobs.ts';
import type { Database } from '../../storage/database.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isReadable, newestSnapshot } from '../../storage/snapshot-rows.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { comparePagePictures, type KeptPicture, type PixelSource } from './compare-page-pictures.ts';
import { blobPixels } from './picture-canvas.ts';
import { storeChanges } from './stored-changes.ts';

/*
 * The picture of a page against the one before, after it was kept: the job's row says that it waits, and goes in the transaction that writes
 * what was found. A background that is stopped between begins again and writes once.
 */

/** Less of the page is an encoder's edge, a counter, a cursor. The product's own choice; change monitors begin with the same. */
const leastShare = 0.01;
/** A picture at which the background was stopped so often is left alone. */
const mostTries = 3;

const stores: StoreName[] = [
  'snapshots',
  'pictureJobs',
  'competitors',
  'watchedPages',
  'changes',
  'alerts',
  'settings',
];

interface Pair {
  before: Snapshot;
  after: Snapshot;
}

const pictureOf = ({ layers: { picture } }: Snapshot): KeptPicture | undefined =>
  picture.state === 'kept' ? picture : undefined;

/** Whether two looks' pictures may show the same part of the same page: a window of another width shows another layout. */
function areAlike(before: Snapshot, after: Snapshot): boolean {
  const [old, now] = [pictureOf(before), pictureOf(after)];
  return (
    old !== undefined &&
    now !== undefined &&
    old.visibleOnly === now.visibleOnly &&
    old.tiles[0]?.width === now.tiles[0]?.width &&
    before.viewport?.width === after.viewport?.width
  );
}

function write(call: Call, work: (unit: Unit) => Promise<Result<Record<string, never>>>) {
  const plan = { type: 'snapshot.take', operationId: newId(), stores, collections: ['watchlist'] } as const;
  return writeOnce({ ...call, now: new Date() }, plan, work);
}

const endJob = (call: Call, snapshotId: string) =>
  write(call, async (unit) => {
    await unit.remove('pictureJobs', snapshotId, 'derived');
    return ok({});
  });

/** The pair to compare, noted as tried once more; null where there is nothing to do. */
async function nextTry(call: Call, snapshotId: string): Promise<Pair | null> {
  const found = await readOnce<Pair | null>(call, ['snapshots'], async (reader) => {
    const after = await reader.get('snapshots', snapshotId);
    if (!after || after.removedAt || !isReadable(after)) return ok(null);
    const before = await newestSnapshot(
      reader,
      after.watchedPageId,
      (row) => row.takenAt < after.takenAt && isReadable(row) && areAlike(row, after),
    );
    return ok(before ? { before, after } : null);
  });
  if (!found.ok) return null;
  let isDue = false;
  const noted = await write(call, async (unit) => {
    const job = await unit.get('pictureJobs', snapshotId);
    const tries = job?.compareTries;
    if (!job || tries === undefined) return ok({});
    isDue = found.value !== null && tries < mostTries;
    if (isDue)
      await unit.put('pictureJobs', { ...job, compareTries: tries + 1, updatedAt: unit.now }, 'derived');
    else await unit.remove('pictureJobs', snapshotId, 'derived');
    return ok({});
  });
  return noted.ok && isDue ? found.value : null;
}

function sourceIn(database: Database): PixelSource {
  const pause = pauses();
  return {
    async pixelsOf(hash) {
      const bytes = await readContent(database, hash);
      if (!bytes) throw new Error(`no content ${hash}`);
      return blobPixels(new Blob([bytes]));
    },
    turn: async () => {
      if (pause.due()) await pause.take();
    },
  };
}

/** What the picture says of the page as a whole; its key is the page, not a product. */
function changeOf(share: number | null): Change[] {
  if (share === null || share < leastShare) return [];
  const percent = Math.round(share * 1_000) / 10;
  return [{ kind: 'picture', key: 'page', percent, severity: severityOf('picture', percent) }];
}

/**
 * Compares the picture of a snapshot with that of the last look whose picture is of the same width and kind, and stores what is different as
 * one change. Called again after a stop it goes on; called without a waiting job it does nothing.
 */
export async function comparePicture(call: Call, snapshotId: string): Promise<void> {
  const database = await call.database();
  if (!database.ok) return;
  const pair = await nextTry(call, snapshotId);
  const [old, now] = pair ? [pictureOf(pair.before), pictureOf(pair.after)] : [];
  if (!pair || !old || !now) return;
  let changes: Change[];
  try {
    changes = changeOf(await comparePagePictures(old, now, sourceIn(database.value)));
  } catch (error) {
    // thinned meanwhile, or damaged, which the check of the storage names: nothing is said of it
    console.error('Deckhand: comparing pictures', error);
    return void (await endJob(call, snapshotId));
  }
  await write(call, async (unit) => {
    const job = await unit.get('pictureJobs', snapshotId);
    if (job?.compareTries === undefined) return fail('changed-since', 'compared by another turn');
    await unit.remove('pictureJobs', snapshotId, 'derived');
    const [after, before] = [
      await unit.get('snapshots', snapshotId),
      await unit.get('snapshots', pair.before.id),
    ];
    const page = after && (await unit.get('watchedPages', after.watchedPageId));
    const isSame = after && !after.removedAt && pictureOf(after)?.hash === now.hash;
    if (page && isSame && before && !before.removedAt && changes.length > 0)
      await storeChanges(unit, page, after, () => before.id, changes, false);
    return ok({});
  });
}
