import type { Change } from '../../domain/change-kind.ts';
import type { WatchedPage } from '../../domain/competitor.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PageLayout, Snapshot } from '../../domain/snapshot.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import { compareSnapshots } from '../../snapshots/compare-snapshots.ts';
import { contentScope, putSnapshot, type ReadyBlob } from '../../storage/blobs.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isReadable, newestSnapshot } from '../../storage/snapshot-rows.ts';
import { runOperation, type Unit } from '../../storage/unit-of-work.ts';
import type { Call, Service } from '../service.ts';
import { announce, readOnce } from '../write-once.ts';
import { readyLayer, storedLayer } from './look-layers.ts';
import { lookOfItsOwn, seenOnceLess } from './picture-records.ts';
import { storeChanges } from './stored-changes.ts';
import { elsewhere } from './watched-here.ts';

type Layers = Snapshot['layers'];

/** A layer that came after its snapshot was stored. */
interface LateLayer {
  operationId: string;
  /** of the operation */
  type: string;
  snapshotId: string;
  layers: Partial<Layers>;
  ready: readonly ReadyBlob[];
  /** what it shows against the same layer of an earlier snapshot */
  compare(before: Snapshot): Promise<Change[]>;
}

const lateStores: StoreName[] = [
  ...contentScope,
  'competitors',
  'watchedPages',
  'watchStates',
  'changes',
  'alerts',
  'settings',
];

/** The snapshot and the page that it is of. */
async function snapshotOf(call: Call, snapshotId: string) {
  return readOnce<{ snapshot: Snapshot; page: WatchedPage; before: Snapshot | undefined }>(
    call,
    ['snapshots', 'watchedPages'],
    async (reader) => {
      const snapshot = await reader.get('snapshots', snapshotId);
      const page = snapshot && (await reader.get('watchedPages', snapshot.watchedPageId));
      if (!page || snapshot.removedAt) return fail('not-found', 'no snapshot of that id');
      const before = await newestSnapshot(
        reader,
        page.id,
        (row) => row.takenAt < snapshot.takenAt && isReadable(row) && row.layers.layout.state === 'kept',
      );
      return ok({ snapshot, page, before });
    },
  );
}

type Fit = 'same' | 'lacking' | 'other';

/** How a late layer stands to what its snapshot has. */
function fitOf(kept: Layers, late: Partial<Layers>): Fit {
  const names = Object.keys(late) as (keyof Layers)[];
  const fits = names.map((name): Fit => {
    const [old, now] = [kept[name], late[name]];
    if (!now || sameValue(old, now)) return 'same';
    if (old.state === 'missing') return 'lacking';
    // that it could not be taken again says nothing against the one that is there
    if (now.state === 'missing') return 'same';
    return old.hash === now.hash ? 'same' : 'other';
  });
  return fits.find((fit) => fit !== 'same') ?? 'same';
}

async function unreadOf(unit: Unit, snapshotId: string) {
  const counts = { low: 0, medium: 0, high: 0 };
  for (const { severity, muted } of await unit.list('changes', 'snapshotId', snapshotId))
    if (!muted) counts[severity] += 1;
  return counts;
}

/**
 * Adds a layer to a snapshot that lacks it, in one transaction with what it shows to be different. Where an unchanged look's layer turns out
 * to be another one than the snapshot's, it becomes a snapshot of its own that shares the other layers.
 */
export async function addLayer(late: LateLayer, call: Call): Promise<Result<SnapshotAnswer>> {
  const read = await snapshotOf(call, late.snapshotId);
  if (!read.ok) return read;
  const database = await call.database();
  if (!database.ok) return database;
  const { snapshot, page, before } = read.value;
  // its words and boxes are not the page's, whenever they come
  if (snapshot.status.state === 'unreadable' && snapshot.status.reason === 'wall')
    return fail('nothing-to-save', 'a wall stood there');
  const fit = fitOf(snapshot.layers, late.layers);
  const base = fit === 'other' ? snapshot : fit === 'lacking' ? before : undefined;
  const changes = base && isReadable(snapshot) ? await late.compare(base) : [];
  const request = {
    id: late.operationId,
    type: late.type,
    tabId: call.caller.tabId,
    now: call.now,
  };
  const result = await runOperation<SnapshotAnswer>(database.value, request, lateStores, async (unit) => {
    const current = await unit.get('snapshots', snapshot.id);
    if (!current || current.removedAt) return fail('not-found', 'the snapshot was removed meanwhile');
    // notes, pins and another visit may have come between; layers only from here
    if (fitOf(current.layers, late.layers) !== fit)
      return fail('changed-since', 'another layer came between');
    const answer = {
      watchedPageId: page.id,
      competitorId: page.competitorId,
      status: current.status,
      first: base === undefined,
    };
    const layers = { ...current.layers, ...late.layers };
    if (fit === 'same') {
      const counts = await unreadOf(unit, current.id);
      return ok({ ...answer, snapshotId: current.id, unchanged: true, changes: counts });
    }
    const ownLook = fit === 'other';
    const next = { ...(ownLook ? lookOfItsOwn(current, unit.now) : current), layers, updatedAt: unit.now };
    await putSnapshot(unit, ownLook ? undefined : current, next, late.ready);
    if (ownLook) await putSnapshot(unit, current, seenOnceLess(current, unit.now));
    if (base) await storeChanges(unit, page, next, () => base.id, changes, false);
    const counts = await unreadOf(unit, next.id);
    return ok({ ...answer, snapshotId: next.id, unchanged: false, changes: counts });
  });
  if (result.ok) await announce(call, ['watchlist']);
  return result;
}

/** The cleaned page, sent when the rest was durable already. */
export const addLayout: Service<'snapshot.add-layout'> = async (input, call) => {
  const wrongPlace = elsewhere(call.caller, input.url);
  if (wrongPlace) return wrongPlace;
  const database = await call.database();
  if (!database.ok) return database;
  const { layer, ready } = await readyLayer('layout', input.layout);
  return addLayer(
    {
      operationId: input.operationId,
      type: 'snapshot.add-layout',
      snapshotId: input.snapshotId,
      layers: { layout: layer },
      ready,
      async compare(before) {
        const layout = (await storedLayer(database.value, before, 'layout')) as PageLayout | undefined;
        return layout ? compareSnapshots({ layout }, { layout: input.layout }) : [];
      },
    },
    call,
  );
};
