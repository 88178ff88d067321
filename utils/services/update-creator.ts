import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import { sameValue } from '../storage/same-value.ts';
import { afterChanges, handlesFollowUp } from './creator-changes.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import { type FrameContexts, refuseOtherCreator } from './frame-context.ts';
import { creatorStores, readCreator } from './read-creator.ts';
import type { Service } from './service.ts';
import { tagIdsOf } from './tag-names.ts';
import { readOnce, writeOnce } from './write-once.ts';

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
        const { tags, ...plain } = changes;
        const tagIds = tags && (await tagIdsOf(unit, tags, call.now));
        const next = afterChanges(creator, { ...plain, tagIds });
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
