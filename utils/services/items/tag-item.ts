import { type Item, type SeenItem, taggedWith } from '../../domain/item.ts';
import { newId } from '../../domain/new-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { Collection } from '../../messaging/changes.ts';
import type { TaggedAnswer } from '../../messaging/protocol/tags.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { textChanged } from '../cases/case-effect.ts';
import { tagIdsOf } from '../tag-names.ts';
import { effectStores, effects } from './effects.ts';
import { findItem } from './find-item.ts';
import { newItem, seenAgain } from './merge-item.ts';
import { withoutSuppressed } from './suppressed-author.ts';

/** Stores that tagging an item touches: for the transaction of whoever calls `tagItem`. */
export const tagItemStores: StoreName[] = [
  ...new Set<StoreName>(['items', 'tags', 'suppressions', 'cases', 'rightsGrants', ...effectStores]),
];

/** What shows something else after a tagging. */
export const tagItemCollections: Collection[] = ['items', 'tags', 'cases', 'rights', 'fans', 'campaigns'];

export interface TagItem {
  /** the item as a page shows it, or a stored one */
  seen?: SeenItem | undefined;
  itemId?: string | undefined;
  /** ids of tags */
  add: readonly string[];
  remove: readonly string[];
  /** names of tags; one that is no tag yet becomes a plain one */
  addNames?: readonly string[] | undefined;
  now: Date;
}

const effectOf = (tag: Tag): TagEffect => tag.effect ?? 'plain';

/** Whether a case or rights refer to an item: it stays while one does. */
export async function isReferredTo(unit: Unit, itemId: string): Promise<boolean> {
  const found = await Promise.all([
    unit.edge('cases', 'itemId', 'first', itemId),
    unit.edge('rightsGrants', 'itemId', 'first', itemId),
  ]);
  return found.some((record) => record !== undefined);
}

/** What follows in the item itself from the tags that it carries. */
export function withTags(item: Item, tagIds: readonly string[], tags: readonly Tag[], at: string): Item {
  const { spamOpen, spamDone, ...rest } = item;
  const isSpam = tags.some((tag) => tagIds.includes(tag.id) && effectOf(tag) === 'spam');
  const waits = spamDone ? { spamDone } : { spamOpen: spamOpen ?? at };
  return {
    ...rest,
    tagIds: [...tagIds],
    taggedWith: tagIds.map(
      (id) => item.taggedWith.find((entry) => entry.startsWith(`${id} `)) ?? taggedWith(id, at),
    ),
    spamKeys: isSpam ? item.authorKeys : [],
    ...(isSpam ? waits : {}),
  };
}

async function tagsOf(unit: Unit, ids: readonly string[]): Promise<Tag[]> {
  const tags = await Promise.all(ids.map((id) => unit.get('tags', id)));
  return tags.filter((tag) => tag !== undefined);
}

/** Has the effects follow, each on the item as the one before left it. */
async function follow(
  unit: Unit,
  now: Date,
  item: Item,
  off: readonly Tag[],
  on: readonly Tag[],
): Promise<string | undefined> {
  const current = async () => (await unit.get('items', item.id)) ?? item;
  for (const tag of off) await effects[effectOf(tag)].takenOff({ unit, now, item: await current(), tag });
  let caseId: string | undefined;
  for (const tag of on)
    caseId = (await effects[effectOf(tag)].put({ unit, now, item: await current(), tag }))?.caseId ?? caseId;
  return caseId;
}

/**
 * Puts tags on an item and takes others off, with all that follows, inside the caller's transaction over `tagItemStores`. A tag that is
 * there already does nothing a second time. An item whose last tag goes is removed unless a case or rights refer to it.
 * @returns `not-found`: no such item or tag · `suppressed`: the author asked not to be stored, and without them there is nothing to store
 */
export async function tagItem(unit: Unit, request: TagItem): Promise<Result<TaggedAnswer>> {
  const { itemId, now } = request;
  const add = [...request.add, ...(await tagIdsOf(unit, request.addNames ?? [], now))];
  const wanted = await tagsOf(unit, [...new Set(add)]);
  if (wanted.length < new Set(add).size) return fail('not-found', 'no tag of that id');

  const stored = itemId === undefined ? undefined : await unit.get('items', itemId);
  if (itemId !== undefined && !stored) return fail('not-found', 'no item of that id');
  const allowed = request.seen && (await withoutSuppressed(unit, request.seen, wanted));
  if (allowed && !allowed.ok) return allowed;
  const seen = allowed?.value;
  const before = stored ?? (seen && (await findItem(unit, seen.keys)));
  if (!before && (!seen || wanted.length === 0)) return ok({ tagIds: [], effects: [] });

  const on = wanted.filter(({ id }) => !before?.tagIds.includes(id));
  const off = (before?.tagIds ?? []).filter((id) => request.remove.includes(id) && !add.includes(id));
  const fresh = seen ? newItem(seen, newId(now.getTime()), unit.now) : undefined;
  const base = before && seen ? seenAgain(before, seen) : (before ?? fresh);
  if (!base) return fail('not-found', 'nothing to tag');
  const tagIds = [...base.tagIds.filter((id) => !off.includes(id)), ...on.map(({ id }) => id)];
  const carried = await tagsOf(unit, tagIds);
  const item = withTags(base, tagIds, carried, unit.now);
  const changed = !before || !sameValue(item, before);
  if (changed) {
    const taggedAt = on.length > 0 ? unit.now : item.taggedAt;
    await unit.put('items', { ...item, taggedAt, updatedAt: unit.now });
  }
  const edited = before && item.text !== before.text ? await textChanged(unit, now, before, item) : undefined;
  const caseId = (await follow(unit, now, item, await tagsOf(unit, off), on)) ?? edited?.caseId;
  if (on.length > 0) await unit.log('item-tagged', item.id);
  else if (off.length > 0) await unit.log('item-untagged', item.id);
  const done = { tagIds, effects: [...new Set(on.map(effectOf))], ...(caseId ? { caseId } : {}) };
  if (tagIds.length > 0 || off.length === 0 || (await isReferredTo(unit, item.id)))
    return ok({ itemId: item.id, ...done });
  await unit.remove('items', item.id);
  return ok(done);
}
