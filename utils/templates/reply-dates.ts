import { Drop } from 'liquidjs';

/** How dates are written by name: what `Intl` makes of them in the reply's language. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  full: { dateStyle: 'full' },
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  short: { dateStyle: 'short' },
  weekday: { weekday: 'long' },
  month_day: { month: 'long', day: 'numeric' },
};

const two = (value: number) => String(value).padStart(2, '0');

function part(locale: string, options: Intl.DateTimeFormatOptions): (at: Date) => string {
  return (at) => new Intl.DateTimeFormat(locale, options).format(at);
}

/** Signs of `strftime` that Shopify documents and that make sense in a reply; `-` before one leaves the leading zero out. */
function sign(letter: string, locale: string, at: Date): string | undefined {
  switch (letter) {
    case 'Y':
      return String(at.getFullYear());
    case 'y':
      return two(at.getFullYear() % 100);
    case 'm':
      return two(at.getMonth() + 1);
    case 'd':
      return two(at.getDate());
    case 'e':
      return String(at.getDate());
    case 'H':
      return two(at.getHours());
    case 'I':
      return two(at.getHours() % 12 || 12);
    case 'l':
      return String(at.getHours() % 12 || 12);
    case 'M':
      return two(at.getMinutes());
    case 'S':
      return two(at.getSeconds());
    case 'p':
      return at.getHours() < 12 ? 'AM' : 'PM';
    case 'B':
      // standing alone the long form is 十一月; before a day it is 11月
      return part(locale, { month: /^(zh|ja|ko)\b/.test(locale) ? 'short' : 'long' })(at);
    case 'b':
    case 'h':
      return part(locale, { month: 'short' })(at);
    case 'A':
      return part(locale, { weekday: 'long' })(at);
    case 'a':
      return part(locale, { weekday: 'short' })(at);
    case 'F':
      return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    case 's':
      return String(Math.floor(at.getTime() / 1_000));
    case '%':
      return '%';
    default:
      return undefined;
  }
}

/**
 * A moment as a reply writes it.
 * @param style a name (`full`, `long`, `medium`, `short`, `weekday`, `month_day`) or a pattern such as `%B %-d`
 */
export function formatMoment(at: Date, style: string, locale: string): string {
  const named = Object.hasOwn(styles, style) ? styles[style] : undefined;
  if (named) return part(locale, named)(at);
  return style.slice(0, 200).replace(/%(-?)([A-Za-z%])/g, (found, bare: string, letter: string) => {
    const text = sign(letter, locale, at);
    if (text === undefined) return found;
    return bare ? text.replace(/^0+(?=.)/, '') : text;
  });
}

/** A moment in a template; written without a filter it is the long form of the reply's language. */
export class Moment extends Drop {
  readonly at: Date;
  readonly locale: string;
  constructor(at: Date, locale: string) {
    super();
    this.at = at;
    this.locale = locale;
  }
  override valueOf(): string {
    return formatMoment(this.at, 'long', this.locale);
  }
}

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * What a value means as a moment: ours, a local day `2026-11-22`, an ISO time, seconds since 1970 (what `date: "%s"` gives), `now` and
 * `today`. @returns null for anything else
 */
export function momentOf(value: unknown, now: Date): Date | null {
  if (value instanceof Moment) return value.at;
  if (value === 'now' || value === 'today') return now;
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}$/.test(value)))
    return new Date(Number(value) * 1_000);
  if (typeof value !== 'string') return null;
  const [, year, month, date] = day.exec(value) ?? [];
  const at = year ? new Date(Number(year), Number(month) - 1, Number(date), 12) : isoTime(value);
  return at && Number.isFinite(at.getTime()) ? at : null;
}

const isoTime = (value: string) =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$/.test(value) ? new Date(value) : null;

/** The same time of day some calendar days later; negative goes back. Weekends are skipped where only workdays count. */
export function addCalendarDays(at: Date, days: number, workdaysOnly = false): Date {
  const whole = Math.max(-3_660, Math.min(3_660, Math.trunc(days) || 0));
  const next = new Date(at);
  if (!workdaysOnly) {
    next.setDate(next.getDate() + whole);
    return next;
  }
  for (let left = Math.abs(whole); left > 0; ) {
    next.setDate(next.getDate() + Math.sign(whole));
    if (next.getDay() % 6 !== 0) left -= 1;
  }
  return next;
}
