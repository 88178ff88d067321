import { fillLimits } from './fill-limits.ts';
import { plainText } from './liquid-marks.ts';
import { Moment, momentOf } from './reply-dates.ts';
import { Sum } from './reply-money.ts';

/** What a variable may hold. `{ day }` is a local calendar day or an ISO time, `{ amount, currency }` a sum of money. */
export type ContextValue =
  | string
  | number
  | boolean
  | undefined
  | null
  | { amount: string; currency: string }
  | { day: string }
  | readonly ContextValue[]
  | { readonly [name: string]: ContextValue };

/** The variables of one filling by their first name: `comment`, `brand`, `product` … */
export type ReplyContext = { readonly [name: string]: ContextValue };

const isSum = (value: object): value is { amount: string; currency: string } =>
  'amount' in value &&
  'currency' in value &&
  typeof value.amount === 'string' &&
  typeof value.currency === 'string';
const isDay = (value: object): value is { day: string } => 'day' in value && typeof value.day === 'string';

function sumOf({ amount, currency }: { amount: string; currency: string }, locale: string): Sum | undefined {
  return /^-?\d{1,15}(\.\d{1,8})?$/.test(amount) && /^[A-Z]{3}$/.test(currency)
    ? new Sum(amount, currency, locale)
    : undefined;
}

/**
 * A value as Liquid gets it: texts without anything invisible that acts and of bounded length, nothing empty (an empty value is a
 * missing one), days and sums in the reply's language. It is data for good: a filled text is never read as Liquid again.
 */
export function liquidValue(value: ContextValue, locale: string, now: Date, depth = 0): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') {
    const text = plainText(value)
      .slice(0, fillLimits.value)
      .replace(/[\uD800-\uDBFF]$/, '');
    return text.trim() === '' ? undefined : text;
  }
  if (typeof value !== 'object') return value;
  if (depth >= fillLimits.depth) return undefined;
  if (Array.isArray(value)) {
    const list = value.slice(0, fillLimits.list).map((each) => liquidValue(each, locale, now, depth + 1));
    const present = list.filter((each) => each !== undefined);
    return present.length > 0 ? present : undefined;
  }
  if (isSum(value)) return sumOf(value, locale);
  if (isDay(value)) {
    const at = momentOf(value.day, now);
    return at ? new Moment(at, locale) : undefined;
  }
  const entries = Object.entries(value)
    .map(([name, each]) => [name, liquidValue(each, locale, now, depth + 1)] as const)
    .filter(([, each]) => each !== undefined);
  // Liquid answers this one by itself where it is not there: a missing field would come out as a number
  return { size: undefined, ...Object.fromEntries(entries) };
}
