import type { Mute, StoredChange } from '../../domain/change.ts';
import type { Change } from '../../domain/change-kind.ts';
import type { WatchedPage } from '../../domain/competitor.ts';
import { newId } from '../../domain/new-id.ts';
import { gradedBy } from '../../domain/severity.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { PageFigures } from '../../domain/watch-state.ts';
import type { BySeverity } from '../../messaging/protocol/snapshots.ts';
import { type Look, noisyFields, withMutes, withNoisy } from '../../snapshots/noise.ts';
import { rhythmChange, weeklyFollowers } from '../../snapshots/rhythm.ts';
import type { Reader } from '../../storage/reader.ts';
import { sameValue } from '../../storage/same-value.ts';
import { isReadable } from '../../storage/snapshot-rows.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { noteAlert } from '../alerts/note-alert.ts';
import { storedSettings } from '../stored-settings.ts';

/** Changes of a page from a moment on, oldest first. */
export function changesSince(reader: Reader, watchedPageId: string, from: string): Promise<StoredChange[]> {
  return reader.list('changes', 'pageAt', IDBKeyRange.bound([watchedPageId, from], [watchedPageId, []]));
}

const rememberedLooks = 10;

/** The last looks at a page with what each of them showed, and with one that showed nothing for each time it was unchanged. */
async function recentLooks(reader: Reader, watchedPageId: string): Promise<Look[]> {
  const range = IDBKeyRange.bound([watchedPageId, ''], [watchedPageId, []]);
  const rows = (await reader.newest('snapshots', 'pageAt', range, rememberedLooks * 2))
    .filter((row) => !row.removedAt && isReadable(row))
    .slice(0, rememberedLooks)
    .reverse();
  const [first] = rows;
  if (!first) return [];
  const bySnapshot = new Map<string, StoredChange[]>();
  for (const change of await changesSince(reader, watchedPageId, first.takenAt))
    bySnapshot.set(change.snapshotId, [...(bySnapshot.get(change.snapshotId) ?? []), change]);
  return rows.flatMap(({ id, takenAt, seenAgainAt, timesSeenAgain = 0 }) => [
    { takenAt, changes: bySnapshot.get(id) ?? [] },
    ...Array.from({ length: Math.min(timesSeenAgain, rememberedLooks) }, () => ({
      takenAt: seenAgainAt ?? takenAt,
      changes: [],
    })),
  ]);
}

/** What of a page is noisy with this look, as the page's mutes. */
async function mutesWith(
  unit: Unit,
  page: WatchedPage,
  takenAt: string,
  changes: readonly Change[],
): Promise<Mute[]> {
  const looks = await recentLooks(unit, page.id);
  return withNoisy(page.mutes ?? [], noisyFields([...looks, { takenAt, changes }]));
}

/** Unread changes that fall under a mute that is new are muted with it: what flickers shall not wait to be read. */
async function muteUnread(unit: Unit, page: WatchedPage, mutes: readonly Mute[]): Promise<void> {
  const known = new Set(page.mutes?.map(({ kind, key }) => `${kind}\n${key ?? ''}`));
  const fresh = mutes.filter(({ kind, key }) => !known.has(`${kind}\n${key ?? ''}`));
  if (fresh.length === 0) return;
  const unread = (await changesSince(unit, page.id, '')).filter(({ read, muted }) => !read && !muted);
  for (const change of unread) {
    const [weighed] = withMutes([change], fresh);
    if (weighed?.muted)
      await unit.put('changes', { ...change, muted: weighed.muted, updatedAt: unit.now }, 'derived');
  }
}

/**
 * Stores what a look found to be different, in the look's transaction: with the mutes of its page and competitor, and with those fields
 * muted that flicker.
 * @param beforeOf the snapshot that a change is against
 * @param learn whether this is a look of its own; a layer that came later is not
 * @returns those that are not muted, by severity
 */
export async function storeChanges(
  unit: Unit,
  page: WatchedPage,
  snapshot: Snapshot,
  beforeOf: (change: Change) => string,
  changes: readonly Change[],
  learn: boolean,
): Promise<BySeverity> {
  const own =
    learn && isReadable(snapshot)
      ? await mutesWith(unit, page, snapshot.takenAt, changes)
      : (page.mutes ?? []);
  if (!sameValue(own, page.mutes ?? [])) {
    await muteUnread(unit, page, own);
    const current = (await unit.get('watchedPages', page.id)) ?? page;
    await unit.put('watchedPages', { ...current, mutes: own, updatedAt: unit.now }, 'derived');
  }
  const competitor = await unit.get('competitors', page.competitorId);
  const counts: BySeverity = { low: 0, medium: 0, high: 0 };
  const settings = await storedSettings(unit);
  const graded = changes.map((change) => gradedBy(change, settings.severityRules));
  const rows = withMutes(graded, [...own, ...(competitor?.mutes ?? [])]).map(
    (change): StoredChange => ({
      ...change,
      id: newId(Date.parse(unit.now)),
      createdAt: unit.now,
      updatedAt: unit.now,
      competitorId: page.competitorId,
      watchedPageId: page.id,
      snapshotId: snapshot.id,
      beforeId: beforeOf(change),
      foundAt: snapshot.takenAt,
      read: false,
    }),
  );
  for (const { severity, muted } of rows) if (!muted) counts[severity] += 1;
  // all at once: one after another thousands would wait for each other
  await Promise.all(rows.map((row) => unit.put('changes', row, 'new')));
  await noteAlert(unit, settings, snapshot, rows);
  return counts;
}

const day = 86_400_000;
const rhythmDays = 70;

/** What only the series shows: another rhythm of posting, and a growth that is too slow for two looks. Told once a week. */
export async function slowChanges(reader: Reader, figures: PageFigures): Promise<Change[]> {
  const { watchedPageId, at } = figures;
  if (figures.posts === undefined && figures.followers === undefined) return [];
  const from = (days: number) => new Date(Date.parse(at) - days * day).toISOString();
  const rows = await reader.list(
    'pageFigures',
    'pageAt',
    IDBKeyRange.bound([watchedPageId, from(rhythmDays)], [watchedPageId, at]),
  );
  const series = (name: 'posts' | 'followers') =>
    [...rows.filter(({ via }) => via === figures.via), figures].flatMap((row) => {
      const count = row[name];
      return count === undefined ? [] : [{ at: row.at, count }];
    });
  const told = new Set((await changesSince(reader, watchedPageId, from(7))).map(({ key }) => key));
  return [rhythmChange(series('posts')), weeklyFollowers(series('followers'))].flatMap((change) =>
    change && !told.has(change.key) ? [change] : [],
  );
}
