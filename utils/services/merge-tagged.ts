import type { Draw, Entry } from '../domain/campaign.ts';
import type { Fan } from '../domain/fan.ts';
import { type Item, taggedWith } from '../domain/item.ts';
import type { Tag } from '../domain/tag.ts';
import type { BackupRecord } from '../storage/restore-step.ts';
import { sameValue } from '../storage/same-value.ts';
import { isUntouchedStarter } from './empty-notebook.ts';
import { joinedFan, joinFans, withoutPoints } from './fans/merge-fans.ts';

/** Where an id of the file leads here; undefined: to nobody. */
export type Target = (id: string) => string | undefined;

/** What the records of a store point to beside creators, and whether they are nothing without it. */
const pointers: Partial<
  Record<BackupRecord['store'], readonly (readonly [field: string, needed: boolean])[]>
> = {
  cases: [
    ['itemId', false],
    ['tagId', false],
  ],
  rightsGrants: [['itemId', true]],
  fanPoints: [
    ['fanId', true],
    ['sourceId', false],
  ],
  entries: [['itemId', false]],
  keywordGroups: [['tagId', false]],
};

function itemByOurIds(item: Item, target: Target): Item {
  const entries = item.tagIds.flatMap((id) => {
    const by = target(id);
    const entry = item.taggedWith.find((one) => one.startsWith(`${id} `));
    return by ? [[by, entry?.slice(id.length + 1) ?? item.taggedAt] as const] : [];
  });
  const times = new Map(entries);
  return {
    ...item,
    tagIds: [...times.keys()],
    taggedWith: [...times].map(([id, at]) => taggedWith(id, at)),
  };
}

/** A record of what was tagged, or of what followed, by the ids of this notebook; null: it is nothing without what stays out. */
export function taggedByOurIds(
  { store, record }: BackupRecord,
  target: Target,
): BackupRecord['record'] | null {
  if (store === 'items') return itemByOurIds(record as Item, target);
  if (store === 'draws') {
    const draw = record as Draw;
    // an entry that stays out is like an erased one
    return { ...draw, entryIds: draw.entryIds.map((id) => (id === '' ? id : (target(id) ?? ''))) } as Draw;
  }
  const moved: Record<string, unknown> = { ...record };
  for (const [field, needed] of pointers[store] ?? []) {
    const id = moved[field];
    if (typeof id !== 'string') continue;
    const by = target(id);
    if (by === undefined && needed) return null;
    if (by === undefined) delete moved[field];
    else moved[field] = by;
  }
  return moved as unknown as BackupRecord['record'];
}

/** One entry in both: what was decided there holds where nothing was decided here; null: nothing more was. */
function joinedEntry(ours: Entry, theirs: Entry): Entry | null {
  const excluded = ours.excluded ?? theirs.excluded;
  const country = ours.country ?? theirs.country;
  const one: Entry = {
    ...ours,
    byHand: { ...theirs.byHand, ...ours.byHand },
    ...(excluded === undefined ? {} : { excluded }),
    ...(country === undefined ? {} : { country }),
  };
  if (sameValue(one, ours)) return null;
  return { ...one, updatedAt: [ours.updatedAt, theirs.updatedAt].sort()[1] ?? ours.updatedAt };
}

/** A record of a file as it comes to stand here, where it is new (`here` is undefined) or newer than the one under its id: points of fans come with their rows. */
export function arriving<R extends BackupRecord['record']>(
  store: BackupRecord['store'],
  here: R | undefined,
  theirs: R,
): R {
  if (store !== 'fans') return theirs;
  const [ours, fan] = [here, theirs] as unknown as [Fan | undefined, Fan];
  return (ours ? joinFans(ours, fan) : withoutPoints(fan)) as unknown as R;
}

/**
 * What becomes of one of ours when the file knows more of it: an item has the tags of both, an untouched default tag what it was made to there,
 * an entry what was decided about it, a fan is one person.
 */
export function joined<R extends BackupRecord['record']>(
  store: BackupRecord['store'],
  ours: R,
  theirs: R,
): R | null {
  if (store === 'items') {
    const [here, there] = [ours, theirs] as unknown as [Item, Item];
    const more = there.tagIds.filter((id) => !here.tagIds.includes(id));
    if (more.length === 0) return null;
    const entries = there.taggedWith.filter((entry) => more.some((id) => entry.startsWith(`${id} `)));
    const { spamOpen = there.spamOpen, spamDone = there.spamDone, ...rest } = here;
    const waits = spamOpen === undefined ? {} : { spamOpen };
    return {
      ...rest,
      // hidden or blocked by hand, wherever that was noted: it waits nowhere any more
      ...(spamDone === undefined ? waits : { spamDone }),
      tagIds: [...here.tagIds, ...more],
      taggedWith: [...here.taggedWith, ...entries],
      spamKeys: [...new Set([...here.spamKeys, ...there.spamKeys])],
      updatedAt: [here.updatedAt, there.updatedAt].sort()[1],
    } as unknown as R;
  }
  if (store === 'entries')
    return joinedEntry(ours as unknown as Entry, theirs as unknown as Entry) as unknown as R | null;
  if (store === 'fans')
    return joinedFan(ours as unknown as Fan, theirs as unknown as Fan) as unknown as R | null;
  if (store !== 'tags') return null;
  const [here, there] = [ours, theirs] as unknown as [Tag, Tag];
  if (!isUntouchedStarter(here) || there.updatedAt <= there.createdAt) return null;
  return { ...there, id: here.id, createdAt: here.createdAt } as unknown as R;
}
