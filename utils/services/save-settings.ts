import { areAscending } from '../domain/fan-points.ts';
import { fail, ok } from '../domain/result.ts';
import { creatorsToFollow, followThresholds, thresholdStores } from './fans/follow-thresholds.ts';
import type { Service } from './service.ts';
import { putSettings, storedSettings } from './stored-settings.ts';
import { writeOnce } from './write-once.ts';

/**
 * Saves some settings; the notebook mirrors those of the screen for content scripts after the commit. With new levels of fans creators are of
 * another loyalty at once, in the same transaction.
 */
export const saveSettings: Service<'settings.save'> = async ({ operationId, changes }, call) => {
  const { currentBrandId, fanThresholds } = changes;
  if (fanThresholds && !areAscending(fanThresholds))
    return fail('invalid', 'each level of fans takes more points than the one below');
  const creators = fanThresholds && (await creatorsToFollow(call, fanThresholds));
  if (creators && !creators.ok) return creators;
  const moves = creators !== undefined && creators.value.size > 0;
  return writeOnce(
    call,
    {
      type: 'settings.save',
      operationId,
      stores: ['settings', 'brands', ...(moves ? thresholdStores : [])],
      collections: ['settings', ...(moves ? (['creators'] as const) : [])],
    },
    async (unit) => {
      if (currentBrandId && !(await unit.get('brands', currentBrandId)))
        return fail('not-found', 'no brand of that id');
      const before = await storedSettings(unit);
      const settings = await putSettings(unit, changes);
      if (moves) await followThresholds(unit, creators.value, before.fanThresholds, settings.fanThresholds);
      await unit.log('settings-changed');
      return ok(settings);
    },
  );
};
