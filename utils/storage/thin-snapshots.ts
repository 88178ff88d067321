import type { Result } from '../domain/result.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { contentScope, contentsOf, putSnapshot } from './blobs.ts';
import type { Database } from './database.ts';
import { keptDays } from './operations.ts';
import { makeReader } from './reader.ts';
import { withoutContents } from './snapshot-rows.ts';
import { maintain, type Unit } from './unit-of-work.ts';

/*
 * Taking contents out of the notebook again. Every step is one transaction that moves references with the snapshot, and what is left to do
 * follows from what is stored: a background that is stopped between two steps goes on where it was.
 */

/** Snapshots of one step. */
const stepSnapshots = 20;

/** Which of a page's snapshots lose their layers; `retentionPlan` of the snapshots' part, which the storage does not know. */
export type Plan = (snapshots: readonly Snapshot[], now: string) => ReadonlySet<string>;

/** Snapshots that hold contents and were not removed, page by page. */
async function holders(database: Database): Promise<Map<string, Snapshot[]>> {
  const pages = new Map<string, Snapshot[]>();
  for (const snapshot of await database.getAll('snapshots')) {
    if (snapshot.removedAt || contentsOf(snapshot).size === 0) continue;
    const page = pages.get(snapshot.watchedPageId);
    if (page) page.push(snapshot);
    else pages.set(snapshot.watchedPageId, [snapshot]);
  }
  return pages;
}

/** Ids of all snapshots that the plan would thin now. */
export async function thinnable(database: Database, now: Date, plan: Plan): Promise<Snapshot[]> {
  const found: Snapshot[] = [];
  for (const page of (await holders(database)).values()) {
    const ids = plan(page, now.toISOString());
    found.push(...page.filter(({ id }) => ids.has(id)));
  }
  return found;
}

/** Bytes that would be free if these snapshots lost their contents: what others hold as well stays. */
export async function freedBy(database: Database, snapshots: readonly Snapshot[]): Promise<number> {
  const held = new Map<string, number>();
  for (const snapshot of snapshots)
    for (const hash of contentsOf(snapshot)) held.set(hash, (held.get(hash) ?? 0) + 1);
  const store = database.transaction('blobs', 'readonly').store;
  const rows = await Promise.all([...held.keys()].map((hash) => store.get(hash)));
  return rows.reduce(
    (sum, row) => (row && row.references <= (held.get(row.id) ?? 0) ? sum + row.stored : sum),
    0,
  );
}

/**
 * Takes the layers of some snapshots away. One that was pinned, noted or removed since it was planned is left alone.
 * @returns how many and how many bytes
 */
export async function thinSome(
  unit: Unit,
  planned: readonly Snapshot[],
): Promise<{ thinned: number; bytes: number }> {
  const done = { thinned: 0, bytes: 0 };
  for (const { id } of planned) {
    const snapshot = await unit.get('snapshots', id);
    if (!snapshot || snapshot.pinned || snapshot.note || snapshot.removedAt) continue;
    done.bytes += await putSnapshot(unit, snapshot, {
      ...withoutContents(snapshot, 'thinned'),
      updatedAt: unit.now,
    });
    done.thinned += 1;
  }
  return done;
}

/** The next snapshots to thin, as many as one step takes, and how many are left after them. */
export async function nextToThin(database: Database, now: Date, plan: Plan) {
  const all = await thinnable(database, now, plan);
  return { step: all.slice(0, stepSnapshots), left: Math.max(0, all.length - stepSnapshots) };
}

export const thinScope = contentScope;

interface Gone {
  snapshots: Snapshot[];
  /** of pages that are gone and have no snapshot any more */
  states: string[];
}

/** What was removed, or whose page was, so long ago that nobody can take it back; of snapshots as many as one step takes. */
async function goneFor(database: Database, now: Date): Promise<Gone> {
  const limit = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  const transaction = database.transaction(
    ['snapshots', 'watchStates', 'watchedPages', 'tombstones'],
    'readonly',
  );
  const reader = makeReader(transaction);
  const removed = await reader.list('snapshots', 'removedAt', IDBKeyRange.upperBound(limit), stepSnapshots);
  if (removed.length > 0) return { snapshots: removed, states: [] };
  const states: string[] = [];
  for (const { id } of await reader.all('watchStates')) {
    if (await reader.get('watchedPages', id)) continue;
    const stone = await reader.get('tombstones', id);
    if (stone && stone.deletedAt > limit) continue;
    const range = IDBKeyRange.bound([id, ''], [id, []]);
    const snapshots = await reader.list('snapshots', 'pageAt', range, stepSnapshots);
    if (snapshots.length > 0) return { snapshots, states };
    states.push(id);
  }
  return { snapshots: [], states };
}

async function removeOne(unit: Unit, id: string): Promise<void> {
  const snapshot = await unit.get('snapshots', id);
  if (!snapshot) return;
  await putSnapshot(unit, snapshot, undefined);
  for (const change of await unit.list('changes', 'snapshotId', id))
    await unit.remove('changes', change.id, 'derived');
  await unit.remove('pageFigures', id, 'derived');
}

/**
 * Takes out for good what was removed longer than a week ago, step by step.
 * @returns how many snapshots; `quota` where even that cannot be written
 */
export async function removeGone(database: Database, now: Date): Promise<Result<number>> {
  let removed = 0;
  for (;;) {
    const { snapshots, states } = await goneFor(database, now);
    if (snapshots.length === 0 && states.length === 0) return { ok: true, value: removed };
    const done = await maintain(
      database,
      now,
      [...contentScope, 'changes', 'pageFigures', 'watchStates'],
      async (unit) => {
        for (const { id } of snapshots) await removeOne(unit, id);
        for (const id of states) await unit.remove('watchStates', id, 'derived');
      },
    );
    if (!done.ok) return done;
    removed += snapshots.length;
  }
}

/** Thins all that is due, step by step. @returns how many snapshots */
export async function thinAll(database: Database, now: Date, plan: Plan): Promise<Result<number>> {
  let count = 0;
  for (;;) {
    const { step, left } = await nextToThin(database, now, plan);
    if (step.length === 0) return { ok: true, value: count };
    const done = await maintain(database, now, contentScope, (unit) => thinSome(unit, step));
    if (!done.ok) return done;
    count += done.value.thinned;
    // what was kept although it was planned would be planned again
    if (left === 0 || done.value.thinned === 0) return { ok: true, value: count };
  }
}
