import { type Creator, type CreatorChanges, isDue } from '../domain/creator.ts';
import { localDay } from '../domain/day.ts';
import type { Day } from '../domain/record.ts';
import { fail, ok } from '../domain/result.ts';
import { sameValue } from '../storage/same-value.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import { type FrameContexts, refuseOtherCreator } from './frame-context.ts';
import { creatorStores, readCreator } from './read-creator.ts';
import type { Service } from './service.ts';
import { tagIdsOf } from './tag-names.ts';
import { readOnce, writeOnce } from './write-once.ts';

/** `null` takes a value away, a key left out keeps it. */
function changed<T>(change: T | null | undefined, old: T | undefined): T | undefined {
  return change === undefined ? old : (change ?? undefined);
}

async function applyChanges(
  unit: Unit,
  creator: Creator,
  changes: CreatorChanges,
  now: Date,
): Promise<Creator> {
  const { tags, lastContact, nextAction, ...plain } = changes;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const next: Creator = {
    ...creator,
    ...given,
    lastContact: changed(lastContact, creator.lastContact),
    nextAction: changed(nextAction, creator.nextAction),
    tagIds: tags ? await tagIdsOf(unit, tags, now) : creator.tagIds,
  };
  // who must not be contacted is never due, whatever was planned
  next.due = next.doNotContact ? undefined : next.nextAction?.due;
  return next;
}

/** A due next action is handled when it is done with, when it waits for a later day, or when the contact was made today. */
function handlesFollowUp(before: Creator, after: Creator, today: Day): boolean {
  if (!isDue(before, today)) return false;
  const put = after.nextAction === undefined || after.nextAction.due > today;
  return put || (after.lastContact === today && before.lastContact !== today);
}

/** Changes what the operator says about a creator. Nothing is written where nothing differs. */
export const updateCreator =
  (contexts: FrameContexts): Service<'creator.update'> =>
  async ({ operationId, creatorId, changes }, call) => {
    const refused = await refuseOtherCreator(contexts, call.caller, creatorId);
    if (refused) return refused;
    const today = localDay(call.now);
    const saved = await writeOnce(
      call,
      {
        type: 'creator.update',
        operationId,
        stores: ['creators', 'tags', ...dayStores],
        collections: ['creators', 'checklist'],
      },
      async (unit) => {
        const creator = await unit.get('creators', creatorId);
        if (!creator || creator.deletedAt) return fail('not-found', 'no creator of that id');
        const next = await applyChanges(unit, creator, changes, call.now);
        if (sameValue(creator, next)) return ok({});
        await unit.put('creators', { ...next, updatedAt: unit.now });
        await unit.log('creator-updated', creatorId);
        if (handlesFollowUp(creator, next, today)) await unit.log('follow-up-handled', creatorId);
        await refreshDay(unit, today);
        return ok({});
      },
    );
    // the view is read, not stored with the operation: one copy less of what is known about a person
    return saved.ok ? readOnce(call, creatorStores, (reader) => readCreator(reader, creatorId)) : saved;
  };
