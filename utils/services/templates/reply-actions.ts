import type { Creator } from '../../domain/creator.ts';
import { localDay } from '../../domain/day.ts';
import { type SeenItem, taggedWith } from '../../domain/item.ts';
import type { ReplyActionKind } from '../../domain/reply-action.ts';
import type { TagEffect } from '../../domain/tag-effect.ts';
import type { ReplyAction } from '../../domain/template.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { holdCase, replyStores } from '../cases/reply-to-case.ts';
import { afterChanges, handlesFollowUp, type PlainChanges } from '../creator-changes.ts';
import { dayStores, entryOf } from '../day-checklist.ts';
import { tagItem, tagItemStores } from '../items/tag-item.ts';
import { askByReply, askStores } from '../rights/ask-by-reply.ts';
import { tagIdsOf } from '../tag-names.ts';

/** What the actions of a reply may touch. */
export const actionStores: StoreName[] = [
  ...new Set<StoreName>(['creators', 'tags', ...dayStores, ...tagItemStores, ...replyStores, ...askStores]),
];

/** What an action works on. */
interface Acting {
  unit: Unit;
  now: Date;
  /** whom the reply is for; absent: somebody who is not in the notebook */
  creatorId: string | undefined;
  /** what the reply answers; absent: a message, or a comment on the page as such */
  answered?: SeenItem | undefined;
  /** gets the effects of the tags that were put */
  followed?: TagEffect[];
  /** where it is written */
  place?: { postKey?: string | undefined } | undefined;
}

type Carry<K extends ReplyActionKind> = (
  action: Extract<ReplyAction, { kind: K }>,
  acting: Acting,
) => Promise<boolean>;

async function changeCreator(
  { unit, now, creatorId }: Acting,
  changesOf: (creator: Creator) => Promise<PlainChanges> | PlainChanges,
): Promise<boolean> {
  const creator = creatorId === undefined ? undefined : await unit.get('creators', creatorId);
  if (!creator || creator.deletedAt) return false;
  const next = afterChanges(creator, await changesOf(creator));
  if (sameValue(creator, next)) return false;
  await unit.put('creators', { ...next, updatedAt: unit.now });
  await unit.log('creator-updated', creator.id);
  if (handlesFollowUp(creator, next, localDay(now))) await unit.log('follow-up-handled', creator.id);
  return true;
}

/** The only list of what the actions do: each says whether it changed something. */
const carry: { [K in ReplyActionKind]: Carry<K> } = {
  'note-touch': (_action, acting) => changeCreator(acting, () => ({ lastContact: localDay(acting.now) })),
  'mark-contacted': (_action, acting) =>
    changeCreator(acting, ({ status }) => (status === 'found' ? { status: 'contacted' } : {})),
  'tag-creator': ({ tag }, acting) =>
    changeCreator(acting, async ({ tagIds }) => ({
      tagIds: [...new Set([...tagIds, ...(await tagIdsOf(acting.unit, [tag], acting.now))])],
    })),
  'tag-item': ({ tag }, acting) => tagAnswered(tag, acting),
  'tick-item': ({ item }, { unit, now }) => tickByReply(unit, item, localDay(now)),
  'case-held': (_action, acting) => holdCase(acting),
  'ask-rights': ({ scopes }, acting) => askByReply(acting, scopes),
};

/** Tags what is answered as the picker would; whoever asked not to be stored is left out of it. */
async function tagAnswered(tag: string, { unit, now, answered, followed }: Acting): Promise<boolean> {
  if (!answered) return false;
  const tagged = await tagItem(unit, { seen: answered, add: [], remove: [], addNames: [tag], now });
  if (!tagged.ok || tagged.value.effects.length === 0) return false;
  followed?.push(...tagged.value.effects);
  return true;
}

/**
 * A reply was taken out of the editor again: the tags that it had put go, with what followed from them.
 * @param at when the reply was noted
 */
export async function takeTagsBack(unit: Unit, at: string, now: Date): Promise<void> {
  for (const item of await unit.list('items', 'taggedAt', at)) {
    const remove = item.tagIds.filter((id) => item.taggedWith.includes(taggedWith(id, at)));
    if (remove.length > 0) await tagItem(unit, { itemId: item.id, add: [], remove, now });
  }
}

/** Ticks an item of today as a hand would: what is ticked stays as it is, and what is not on today's list is not put there. */
async function tickByReply(unit: Unit, key: string, day: string): Promise<boolean> {
  const routine = (await unit.list('routines', 'position')).find((each) => each.key === key && !each.derived);
  if (!routine) return false;
  const [old] = await unit.list('dayEntries', 'dayRoutine', [day, routine.id]);
  if (old?.done) return false;
  const entry = old ?? entryOf(routine, day, undefined, undefined, unit.now);
  await unit.put('dayEntries', { ...entry, done: true, by: 'hand', doneAt: unit.now, updatedAt: unit.now });
  await unit.log('item-ticked', routine.id);
  return true;
}

/** Carries out the actions of a template in their order. @returns those that changed something */
export async function carryOut(actions: readonly ReplyAction[], acting: Acting): Promise<ReplyActionKind[]> {
  const done: ReplyActionKind[] = [];
  for (const action of actions) {
    const run = carry[action.kind] as Carry<ReplyActionKind>;
    if (await run(action, acting)) done.push(action.kind);
  }
  return done;
}
