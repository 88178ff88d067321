import { localDay } from '../domain/day.ts';
import { newId } from '../domain/new-id.ts';
import type { Day } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import { type ChecklistRow, type DayEntry, type Routine, weekday } from '../domain/routine.ts';
import type { Reader } from '../storage/reader.ts';
import { sameValue } from '../storage/same-value.ts';
import type { StoreName } from '../storage/schema.ts';
import { maintain, type Unit } from '../storage/unit-of-work.ts';
import { lacksRoutine, makeDefaultRoutine } from './default-routine.ts';
import type { Progress } from './derived-items/progress.ts';
import { derivedSources } from './derived-items.ts';
import type { Call } from './service.ts';

/** What a day's checklist reads and writes. */
export const dayStores: StoreName[] = [
  ...new Set<StoreName>([
    'routines',
    'dayEntries',
    'counters',
    ...Object.values(derivedSources).flatMap(({ stores }) => stores),
  ]),
];

/** What is to be done on a day, with what is noted about it. */
interface Item {
  routine: Routine;
  old: DayEntry | undefined;
  next: DayEntry;
  progress: Progress | undefined;
}

const tickedByHand = ({ by, done }: DayEntry) => by === 'hand' && done;

/** How far a derived item is; undefined for one that only a hand can tick. */
export async function progressOf(
  reader: Reader,
  { derived }: Pick<Routine, 'derived'>,
  day: Day,
): Promise<Progress | undefined> {
  return derived && derivedSources[derived].read(reader, day);
}

/**
 * The entry of an item as it should be now: today's words, and of a derived item its state. What a hand ticked stays as it is.
 * @param now ISO time, of a change
 */
export function entryOf(
  routine: Routine,
  day: Day,
  old: DayEntry | undefined,
  progress: Progress | undefined,
  now: string,
): DayEntry {
  if (old && tickedByHand(old)) return old;
  const done = progress ? progress.done : (old?.done ?? false);
  const entry: DayEntry = {
    id: old?.id ?? newId(Date.parse(now)),
    createdAt: old?.createdAt ?? now,
    updatedAt: old?.updatedAt ?? now,
    day,
    routineId: routine.id,
    key: routine.key,
    text: routine.text,
    part: routine.part,
    position: routine.position,
    done,
    doneAt: done ? (old?.doneAt ?? now) : undefined,
    by: progress ? 'activity' : 'hand',
    derived: routine.derived,
    handled: progress?.handled,
    total: progress?.total,
  };
  return old && sameValue(old, entry) ? old : { ...entry, updatedAt: now };
}

async function itemsOf(reader: Reader, day: Day, now: string): Promise<{ items: Item[]; left: DayEntry[] }> {
  const [all, noted] = await Promise.all([
    reader.list('routines', 'position'),
    reader.list('dayEntries', 'day', day),
  ]);
  const routines = all.filter(({ weekdays }) => weekdays.includes(weekday(day)));
  const entries = new Map(noted.map((entry) => [entry.routineId, entry]));
  const items = await Promise.all(
    routines.map(async (routine): Promise<Item> => {
      const old = entries.get(routine.id);
      const progress = await progressOf(reader, routine, day);
      return { routine, old, progress, next: entryOf(routine, day, old, progress, now) };
    }),
  );
  for (const { id } of routines) entries.delete(id);
  return { items, left: [...entries.values()] };
}

function rowOf({ routineId, key, text, part, done, derived, handled, total }: DayEntry): ChecklistRow {
  return { routineId, key, text, part, done, derived, handled, total };
}

function rowsOf(items: readonly Item[]): ChecklistRow[] {
  return items.map(({ next, progress }) => ({
    ...rowOf(next),
    ...(progress ? { handled: progress.handled, total: progress.total } : {}),
  }));
}

/** Notes today's rows as they are now, so that tomorrow this day can still be read in its own words. */
export async function refreshDay(unit: Unit, day: Day): Promise<ChecklistRow[]> {
  const { items, left } = await itemsOf(unit, day, unit.now);
  // an item that is no longer of this day leaves no open row behind
  for (const entry of left) if (!tickedByHand(entry)) await unit.remove('dayEntries', entry.id, 'derived');
  for (const { old, next } of items) if (old !== next) await unit.put('dayEntries', next, 'derived');
  return rowsOf(items);
}

/**
 * A day as it is noted: today from the routine, an earlier day from its own entries, a later one as it is planned.
 * @returns the rows, and whether today's have to be noted anew
 */
export async function readDay(
  reader: Reader,
  day: Day,
  now: Date,
): Promise<{ rows: ChecklistRow[]; stale: boolean }> {
  const today = localDay(now);
  if (day < today) {
    const entries = await reader.list('dayEntries', 'day', day);
    return { rows: entries.sort((a, b) => a.position - b.position).map(rowOf), stale: false };
  }
  const [lacks, { items, left }] = await Promise.all([
    lacksRoutine(reader),
    itemsOf(reader, day, now.toISOString()),
  ]);
  if (lacks) return { rows: [], stale: true };
  if (day > today) return { rows: rowsOf(items), stale: false };
  const stale = items.some(({ old, next }) => old !== next) || left.some((entry) => !tickedByHand(entry));
  return { rows: rowsOf(items), stale };
}

/**
 * Notes what a reading found to be new: the default routine at first use, and today's rows. Where that cannot be written,
 * the reading itself still holds.
 */
export async function keepDay(
  call: Call,
  day: Day,
  read: { rows: ChecklistRow[]; stale: boolean },
): Promise<Result<ChecklistRow[]>> {
  if (!read.stale) return ok(read.rows);
  const database = await call.database();
  if (!database.ok) return database;
  const kept = await maintain(database.value, call.now, dayStores, async (unit) => {
    if (await lacksRoutine(unit)) await makeDefaultRoutine(unit, call.now);
    const rows = await refreshDay(unit, localDay(call.now));
    return day === localDay(call.now) ? rows : (await readDay(unit, day, call.now)).rows;
  });
  return kept.ok || read.rows.length === 0 ? kept : ok(read.rows);
}
