import { localDay } from '../domain/day.ts';
import type { Money } from '../domain/page-reading.ts';
import type { Day } from '../domain/record.ts';

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** `Intl` objects are slow to make and a list needs the same one for every row. */
function once<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found as T;
}

/** A count or a plain figure, grouped as the locale does. */
export function formatNumber(locale: string, value: number): string {
  return once(`n ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** An amount with its currency; the decimal string goes to `Intl` unrounded, never through a float. */
export function formatMoney(locale: string, money: Money): string {
  const style = { style: 'currency', currency: money.currency } as const;
  return once(`m ${locale} ${money.currency}`, () => new Intl.NumberFormat(locale, style)).format(
    money.amount as `${number}`,
  );
}

function noon(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** A calendar day; the year stands only where it is not the year of `today`. */
export function formatDay(locale: string, day: Day, today: Day): string {
  const near = day.slice(0, 4) === today.slice(0, 4);
  const style: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (!near) style.year = 'numeric';
  return once(`d ${locale} ${near}`, () => new Intl.DateTimeFormat(locale, style)).format(noon(day));
}

/** A point in time (ISO 8601 UTC) as local date and time. */
export function formatTime(locale: string, time: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return once(`t ${locale}`, () => new Intl.DateTimeFormat(locale, style)).format(new Date(time));
}

/** Short name of an ISO weekday, 1 = Monday. */
export function formatWeekday(locale: string, weekday: number, width: 'narrow' | 'long'): string {
  const format = once(`w ${locale} ${width}`, () => new Intl.DateTimeFormat(locale, { weekday: width }));
  // 1 January 2024 was a Monday
  return format.format(new Date(2024, 0, weekday, 12));
}

/**
 * How long ago a time was: "2 hours ago" within a day, then by calendar days ("yesterday" is yesterday), months, years.
 * @param time ISO 8601 UTC
 * @param now milliseconds since the epoch
 */
export function formatAgo(locale: string, time: string, now: number): string {
  const format = once(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const minutes = Math.max(0, Math.floor((now - Date.parse(time)) / 60_000));
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 24 * 60) return format.format(-Math.floor(minutes / 60), 'hour');
  const days = daysBetween(localDay(new Date(time)), localDay(new Date(now)));
  if (days < 60) return format.format(-days, 'day');
  return days < 730
    ? format.format(-Math.floor(days / 30.4), 'month')
    : format.format(-Math.floor(days / 365.25), 'year');
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

/** Names one after the other, with the comma of the script. */
export function formatList(locale: string, items: readonly string[]): string {
  return items.join(locale.startsWith('zh') ? '、' : ', ');
}

/** A due day from `today`: "today", "2 days ago", "in 3 days". */
export function formatDue(locale: string, due: Day, today: Day): string {
  const format = once(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  return format.format(daysBetween(today, due), 'day');
}
