import { addDays, localDay } from './day.ts';
import type { Day } from './record.ts';
import type { Settings } from './settings.ts';

/*
 * Time in which the team works. Days are local calendar days and hours those of the wall clock of this machine's time zone; how long a
 * shift lasts is counted in real time, so that a night in which the clock is put forward has an hour less.
 */

export type WorkHours = Settings['workHours'];

interface Shift {
  from: number;
  until: number;
}

/** Days without any shift after which there is none to come: 400 holidays can cover one working weekday for that long, and no longer. */
const longestWait = 2_900;
/** Days between two moments beyond which nothing is added up, in either direction: such a moment is a mistake. */
const longestSpan = 4_000;

interface Wall {
  hour: number;
  minute: number;
}
const wall = (clock: string): Wall => ({
  hour: Number(clock.slice(0, 2)),
  minute: Number(clock.slice(3, 5)),
});

function moment(day: Day, { hour, minute }: Wall): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hour, minute).getTime();
}

/** ISO weekday of a day, 1 = Monday. */
function weekdayOf(day: Day): number {
  return new Date(moment(day, { hour: 12, minute: 0 })).getDay() || 7;
}

/**
 * The shift that begins on a day; null: none does. A day both off and on by name is on: who writes down a day that is worked in spite of
 * the calendar (调休) means it.
 */
function shiftMaker(hours: WorkHours): (day: Day) => Shift | null {
  const [off, on] = [new Set(hours.holidays), new Set(hours.extraDays)];
  const [from, until] = [wall(hours.from), wall(hours.until)];
  const overnight = hours.until < hours.from;
  return (day) => {
    if (hours.from === hours.until) return null;
    if (!on.has(day) && (off.has(day) || !hours.weekdays.includes(weekdayOf(day)))) return null;
    const shift = { from: moment(day, from), until: moment(overnight ? addDays(day, 1) : day, until) };
    return shift.until > shift.from ? shift : null;
  };
}

/**
 * The moment at which so much working time has passed.
 * @param start milliseconds since the epoch
 * @param amount milliseconds
 * @returns null where there is no working time to come: no hours, holidays only, or so few minutes a week that it takes ten years
 */
export function addWorkingTime(start: number, amount: number, hours: WorkHours): number | null {
  if (!Number.isFinite(start) || amount < 0) return null;
  if (amount === 0) return start;
  const shiftOn = shiftMaker(hours);
  let left = amount;
  let idle = 0;
  let days = 0;
  // a night shift of the day before may still run
  for (let day = addDays(localDay(new Date(start)), -1); idle < longestWait; day = addDays(day, 1)) {
    if (++days > longestSpan) return null;
    const shift = shiftOn(day);
    const from = shift ? Math.max(shift.from, start) : 0;
    if (!shift || shift.until <= from) {
      idle += 1;
      continue;
    }
    idle = 0;
    if (left <= shift.until - from) return from + left;
    left -= shift.until - from;
  }
  return null;
}

/**
 * Working time between two moments, milliseconds; 0 where the second is not after the first.
 * @param from milliseconds since the epoch
 * @returns null where the moments lie more than ten years apart, or one is none
 */
export function workingTimeBetween(from: number, until: number, hours: WorkHours): number | null {
  if (!Number.isFinite(from) || !Number.isFinite(until)) return null;
  if (until <= from) return 0;
  const shiftOn = shiftMaker(hours);
  const last = localDay(new Date(until));
  let sum = 0;
  let days = 0;
  for (let day = addDays(localDay(new Date(from)), -1); day <= last; day = addDays(day, 1)) {
    if (++days > longestSpan) return null;
    const shift = shiftOn(day);
    if (shift) sum += Math.max(0, Math.min(shift.until, until) - Math.max(shift.from, from));
  }
  return sum;
}
