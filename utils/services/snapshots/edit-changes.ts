import type { Mute, StoredChange } from '../../domain/change.ts';
import type { ChangeKind } from '../../domain/change-kind.ts';
import { fail, ok } from '../../domain/result.ts';
import { mute, withMutes } from '../../snapshots/noise.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { dayStores } from '../day-checklist.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { notedToday, writtenNote } from './edit-snapshot.ts';
import { changesSince } from './stored-changes.ts';

function changesUntil(unit: Unit, competitorId: string | null, until: string): Promise<StoredChange[]> {
  if (competitorId === null) return unit.list('changes', 'at', IDBKeyRange.upperBound(until));
  return unit.list('changes', 'competitorAt', IDBKeyRange.bound([competitorId, ''], [competitorId, until]));
}

/** Marks changes as read. Reading is not taken back: what was read stays in the list. */
export const readChanges: Service<'change.read'> = ({ operationId, which }, call) =>
  writeOnce(
    call,
    { type: 'change.read', operationId, stores: ['changes'], collections: ['watchlist'] },
    async (unit) => {
      const named =
        'changeIds' in which
          ? await Promise.all(which.changeIds.map((id) => unit.get('changes', id)))
          : await changesUntil(unit, which.competitorId, which.until);
      const unread = named.filter((change) => change !== undefined && !change.read);
      await Promise.all(
        unread.map(
          (change) =>
            change && unit.put('changes', { ...change, read: true, updatedAt: unit.now }, 'derived'),
        ),
      );
      return ok({ read: unread.length });
    },
  );

const isOf =
  (kind: ChangeKind, key: string | undefined) => (each: { kind: string; key?: string | undefined }) =>
    each.kind === kind && each.key === key;

function without(mutes: readonly Mute[], kind: ChangeKind, key: string | undefined): Mute[] {
  const named = isOf(kind, key);
  // a noisy one comes back by itself if it goes on to flicker
  return mutes.filter((each) => !named(each));
}

/** Changes under a kind and key that are weighed anew after the mutes were changed. */
async function weighAgain(unit: Unit, changes: readonly StoredChange[], mutes: readonly Mute[]) {
  let moved = 0;
  for (const change of changes) {
    const { muted: before, ...plain } = change;
    const muted = withMutes([plain], mutes)[0]?.muted;
    if (before === muted) continue;
    await unit.put('changes', { ...plain, ...(muted ? { muted } : {}), updatedAt: unit.now });
    moved += 1;
  }
  return moved;
}

/** Mutes a kind of change on a page or a competitor, or announces it again; what was found before goes along. */
export const muteChanges: Service<'change.mute'> = ({ operationId, of, kind, key, on }, call) =>
  writeOnce(
    call,
    {
      type: 'change.mute',
      operationId,
      stores: ['changes', 'competitors', 'watchedPages'],
      collections: ['watchlist'],
    },
    async (unit) => {
      const page = 'watchedPageId' in of ? await unit.get('watchedPages', of.watchedPageId) : undefined;
      const competitorId = 'competitorId' in of ? of.competitorId : page?.competitorId;
      const competitor = competitorId ? await unit.get('competitors', competitorId) : undefined;
      if (!competitor || ('watchedPageId' in of && !page)) return fail('not-found', 'nothing of that id');
      const owner = page ?? competitor;
      const change = { kind, key: key ?? '' };
      const old = owner.mutes ?? [];
      const mutes = on ? mute(old, change, key === undefined, unit.now) : without(old, kind, key);
      if (page) await unit.put('watchedPages', { ...page, mutes, updatedAt: unit.now });
      else await unit.put('competitors', { ...competitor, mutes, updatedAt: unit.now });
      const pages = page
        ? [{ ...page, mutes }]
        : await unit.list('watchedPages', 'competitorId', competitor.id);
      const others = page ? (competitor.mutes ?? []) : mutes;
      let moved = 0;
      for (const each of pages) {
        const found = (await changesSince(unit, each.id, '')).filter(
          (row) => row.kind === kind && (key === undefined || row.key === key),
        );
        moved += await weighAgain(unit, found, [...(each.mutes ?? []), ...others]);
      }
      await unit.log('changes-muted', competitor.id);
      return ok({ changes: moved });
    },
  );

/** Writes the note of a change. Whoever notes has looked at the page: the day's checklist counts it. */
export const noteChange: Service<'change.note'> = ({ operationId, changeId, note }, call) =>
  writeOnce(
    call,
    {
      type: 'change.note',
      operationId,
      stores: ['changes', 'watchedPages', ...dayStores],
      collections: ['watchlist', 'checklist'],
    },
    async (unit) => {
      const change = await unit.get('changes', changeId);
      if (!change) return fail('not-found', 'no change of that id');
      const { note: _old, ...plain } = change;
      const written = writtenNote(note);
      const next: StoredChange = {
        ...plain,
        ...(written ? { note: written } : {}),
        read: true,
        updatedAt: unit.now,
      };
      await unit.put('changes', next);
      await unit.log('change-noted', change.watchedPageId);
      if (written) await notedToday(unit, change.watchedPageId, call.now);
      return ok(next);
    },
  );
