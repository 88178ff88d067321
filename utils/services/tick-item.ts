import { localDay } from '../domain/day.ts';
import { fail, ok } from '../domain/result.ts';
import type { DayEntry } from '../domain/routine.ts';
import { sameValue } from '../storage/same-value.ts';
import { dayStores, entryOf, progressOf, refreshDay } from './day-checklist.ts';
import { checklistOf } from './get-checklist.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

/**
 * Ticks an item of a day by hand, or takes the tick away. A derived item that a hand ticked stays ticked; without the tick it
 * goes back to what was recorded.
 */
export const tickItem: Service<'checklist.tick'> = async ({ operationId, day, routineId, done }, call) => {
  const today = localDay(call.now);
  const saved = await writeOnce(
    call,
    { type: 'checklist.tick', operationId, stores: dayStores, collections: ['checklist'] },
    async (unit) => {
      const routine = await unit.get('routines', routineId);
      const [old] = await unit.list('dayEntries', 'dayRoutine', [day, routineId]);
      const progress = routine && day >= today ? await progressOf(unit, routine, day) : undefined;
      const base = old ?? (routine && entryOf(routine, day, undefined, progress, unit.now));
      if (!base) return fail('not-found', 'no such item on that day');
      const byHand: DayEntry = { ...base, done, by: 'hand', doneAt: done ? unit.now : undefined };
      const byActivity: DayEntry = { ...byHand, by: 'activity' };
      const next =
        done || !base.derived
          ? byHand
          : routine && progress
            ? entryOf(routine, day, byActivity, progress, unit.now)
            : byActivity;
      const isNews = old === undefined || old.done !== next.done || old.by !== next.by;
      if (isNews && !sameValue(old, next)) {
        await unit.put('dayEntries', { ...next, updatedAt: unit.now });
        await unit.log(done ? 'item-ticked' : 'item-unticked', routineId);
      }
      if (day === today) await refreshDay(unit, today);
      return ok({});
    },
  );
  return saved.ok ? checklistOf(call, day) : saved;
};
