import { localDay } from '../domain/day.ts';
import { ok } from '../domain/result.ts';
import { checklistOf } from './get-checklist.ts';
import type { Service } from './service.ts';
import { readOnce } from './write-once.ts';

/** The whole routine in its order, items of other weekdays too. */
export const getRoutine: Service<'routine.get'> = async (_input, call) => {
  // today's checklist makes the default routine where there is none yet
  const today = await checklistOf(call, localDay(call.now));
  if (!today.ok) return today;
  return readOnce(call, ['routines'], async (reader) => {
    const items = await reader.all('routines');
    return ok({ items: items.sort((a, b) => a.position - b.position) });
  });
};
