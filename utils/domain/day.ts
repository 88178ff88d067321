import type { Day } from './record.ts';

/** The local calendar day of a moment, `YYYY-MM-DD`. */
export function localDay(at: Date = new Date()): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Moves a day by whole calendar days (negative goes back), whatever the clock changes in between. */
export function addDays(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return localDay(new Date(year, month - 1, date + days, 12));
}
