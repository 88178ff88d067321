import { areAscending } from '../domain/fan-points.ts';
import { fail, ok } from '../domain/result.ts';
import type { Service } from './service.ts';
import { putSettings } from './stored-settings.ts';
import { writeOnce } from './write-once.ts';

/** Saves some settings; the notebook mirrors those of the screen for content scripts after the commit. */
export const saveSettings: Service<'settings.save'> = ({ operationId, changes }, call) =>
  writeOnce(
    call,
    { type: 'settings.save', operationId, stores: ['settings', 'brands'], collections: ['settings'] },
    async (unit) => {
      const { currentBrandId } = changes;
      if (currentBrandId && !(await unit.get('brands', currentBrandId)))
        return fail('not-found', 'no brand of that id');
      if (changes.fanThresholds && !areAscending(changes.fanThresholds))
        return fail('invalid', 'each level of fans takes more points than the one below');
      const settings = await putSettings(unit, changes);
      await unit.log('settings-changed');
      return ok(settings);
    },
  );
