import { localDay } from '../domain/day.ts';
import { newId } from '../domain/new-id.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Routine } from '../domain/routine.ts';
import type { Input } from '../messaging/protocol.ts';
import { sameValue } from '../storage/same-value.ts';
import type { Unit } from '../storage/unit-of-work.ts';
import { dayStores, refreshDay } from './day-checklist.ts';
import { checklistOf } from './get-checklist.ts';
import type { Service } from './service.ts';
import { writeOnce } from './write-once.ts';

type Edit = Input<'routine.save'>['items'][number];

/** The routine as it shall be: a known item keeps what makes it a default or derived one. */
function edited(edits: readonly Edit[], old: ReadonlyMap<string, Routine>, now: Date): Result<Routine[]> {
  const at = now.toISOString();
  const routines: Routine[] = [];
  for (const [index, { id, key, text, part, weekdays }] of edits.entries()) {
    const known = id === undefined ? undefined : old.get(id);
    if (id !== undefined && !known) return fail('not-found', 'no item of that id in the routine');
    if (!known?.key && !key && text === undefined)
      return fail('invalid', 'an item of our own needs its words');
    const routine: Routine = {
      id: known?.id ?? newId(now.getTime()),
      createdAt: known?.createdAt ?? at,
      updatedAt: known?.updatedAt ?? at,
      key: known ? known.key : key,
      text,
      part,
      weekdays: [...new Set(weekdays)].sort(),
      derived: known ? known.derived : key,
      position: index + 1,
    };
    routines.push(sameValue(routine, known) ? routine : { ...routine, updatedAt: at });
  }
  const names = routines.flatMap(({ id, key }) => (key ? [id, key] : [id]));
  if (new Set(names).size < names.length) return fail('invalid', 'an item stands twice');
  return ok(routines);
}

/** Rows that a hand ticked today follow the edit and its undo; the others are made again from the routine. */
async function followToday(unit: Unit, day: string, routines: readonly Routine[]): Promise<void> {
  const kept = new Map(routines.map((routine) => [routine.id, routine]));
  for (const entry of await unit.list('dayEntries', 'day', day)) {
    if (entry.by !== 'hand' || !entry.done) continue;
    const routine = kept.get(entry.routineId);
    if (!routine) await unit.remove('dayEntries', entry.id);
    else {
      const { text, part, position } = routine;
      const next = { ...entry, text, part, position };
      if (!sameValue(entry, next)) await unit.put('dayEntries', { ...next, updatedAt: unit.now });
    }
  }
}

/** Saves the whole routine in its new order; an item left out is removed from today on, earlier days keep it. */
export const saveRoutine: Service<'routine.save'> = async ({ operationId, day, items }, call) => {
  const saved = await writeOnce(
    call,
    { type: 'routine.save', operationId, stores: dayStores, collections: ['checklist'] },
    async (unit) => {
      const old = new Map((await unit.all('routines')).map((routine) => [routine.id, routine]));
      const routines = edited(items, old, call.now);
      if (!routines.ok) return routines;
      for (const routine of routines.value) {
        if (!sameValue(routine, old.get(routine.id))) await unit.put('routines', routine);
        old.delete(routine.id);
      }
      for (const id of old.keys()) await unit.remove('routines', id);
      await followToday(unit, localDay(call.now), routines.value);
      await unit.log('routine-changed');
      await refreshDay(unit, localDay(call.now));
      return ok({});
    },
  );
  return saved.ok ? checklistOf(call, day) : saved;
};
