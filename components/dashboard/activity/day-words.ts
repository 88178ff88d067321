import { localDay } from '../../../utils/domain/day.ts';

/** `Intl` objects are slow to make and a long list needs the same few. */
const kept = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, name: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const found = kept.get(key) ?? new Intl.DateTimeFormat(locale, style);
  kept.set(key, found);
  return found;
}

/** The heading of a day: "today", "yesterday", otherwise weekday and date, with the year where it is another one. */
export function dayHeading(locale: string, at: Date, now: Date): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0 || days === 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  const style: Intl.DateTimeFormatOptions = { weekday: 'long', month: 'long', day: 'numeric' };
  if (at.getFullYear() === now.getFullYear()) return format(locale, 'near', style).format(at);
  return format(locale, 'far', { ...style, year: 'numeric' }).format(at);
}

/** In UTC, so that a day has 24 hours on the days too on which the clocks change. */
function midnight(time: Date): number {
  return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());
}

export function clockTime(locale: string, at: Date): string {
  return format(locale, 'clock', { timeStyle: 'short' }).format(at);
}

/** Rows in their order, cut into local days. */
export function byDay<T>(rows: readonly T[], timeOf: (row: T) => string): { day: string; rows: T[] }[] {
  const days: { day: string; rows: T[] }[] = [];
  for (const row of rows) {
    const day = localDay(new Date(timeOf(row)));
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
