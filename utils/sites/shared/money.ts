import type { Money } from '../../domain/page-reading.ts';
import { currencyOf, isCentless, minorDigits } from './currency.ts';

/** What the page around a price tells: ISO currency from structured data or shop settings, BCP 47 language. */
export interface MoneyHints {
  currency?: string | undefined;
  language?: string | undefined;
}

/** Digits of other scripts in blocks of ten, by their zero. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}

/** One amount in a text: digits with what separates their groups. Spaces only before exactly three digits. */
const amounts = /\d+(?:[.,'’٫٬](?=\d)\d+|[ \u00a0\u2009\u202f](?=\d{3}(?!\d))\d{3})*/g;

/** Amounts as written ("1.299,00") in a text, in order, in Latin digits. */
export function amountsIn(text: string): string[] {
  return latinDigits(text).match(amounts) ?? [];
}

const decimalMarks = new Map<string, string>();

function decimalMark(language: string | undefined): string | undefined {
  if (!language) return undefined;
  const known = decimalMarks.get(language);
  if (known !== undefined) return known || undefined;
  let mark = '';
  try {
    mark =
      new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '';
  } catch {
    // the page's lang attribute is no language tag
  }
  // Arabic and Persian pages write their own mark with their own digits and "." or "," with Latin ones
  if (mark === '٫') mark = '';
  decimalMarks.set(language, mark);
  return mark || undefined;
}

/** Whether the groups before the decimals are thousands ("1.234.567") or Indian ("1,29,900"). */
function groupsFit(groups: string[]): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return true;
  const last = rest.at(-1) ?? '';
  if (first.length === 0 || first.length > 3 || last.length !== 3 || /^0/.test(first)) return false;
  const middle = rest.slice(0, -1);
  return (
    middle.every((group) => group.length === 3) ||
    (first.length <= 2 && middle.every((group) => group.length === 2))
  );
}

function lone(written: string, mark: string, hints: MoneyHints): [string, string] | null {
  const [whole = '', tail = ''] = written.split(mark);
  if (tail.length <= 2) return [whole, tail];
  if (tail.length > 3) return null;
  const digits = hints.currency ? minorDigits(hints.currency) : 2;
  const isDecimal = whole.length > 3 || /^0/.test(whole);
  if (isDecimal) return [whole, tail];
  if (digits === 3) {
    // "999,000 TND" is 999, "1,500 KWD" in English 1500: the language knows; without one only Tunisia's habit is sure
    const own = decimalMark(hints.language) ?? (hints.currency === 'TND' ? ',' : undefined);
    return own === mark ? [whole, tail] : own ? [whole + tail, ''] : null;
  }
  if (hints.currency && isCentless(hints.currency)) return [whole + tail, ''];
  return decimalMark(hints.language) === mark ? null : [whole + tail, ''];
}

/** Splits one amount as written into whole and decimal digits; null when two readings are possible. */
function split(written: string, hints: MoneyHints): [string, string] | null {
  const plain = written
    .replace(/[’']/g, "'")
    .replace(/[ \u00a0\u2009\u202f]/g, ' ')
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');
  const marks = [...new Set(plain.match(/[^\d]/g) ?? [])];
  if (marks.length === 0) return [plain, ''];
  const [first = '', second] = marks;
  if (second === undefined) {
    const groups = plain.split(first);
    if (first === ' ' || first === "'" || groups.length > 2)
      return groupsFit(groups) ? [groups.join(''), ''] : null;
    return lone(plain, first, hints);
  }
  // two kinds of marks: the last one parts the decimals and stands once
  if (marks.length > 2 || second === ' ' || second === "'") return null;
  const [whole = '', ...decimals] = plain.split(second);
  if (decimals.length !== 1 || !groupsFit(whole.split(first))) return null;
  return [whole.split(first).join(''), decimals[0] ?? ''];
}

/** Decimal string in the form that all sources share: no leading zeros, decimals of the currency's minor unit (more only if they say more). */
export function canonicalAmount(
  whole: string,
  decimals: string,
  currency: string | undefined,
): string | null {
  const digits = currency ? minorDigits(currency) : 2;
  const kept = decimals.slice(0, 8).replace(/0+$/, '').padEnd(digits, '0');
  const integer = whole.replace(/^0+(?=\d)/, '');
  if (!/^\d{1,15}$/.test(integer)) return null;
  return kept ? `${integer}.${kept}` : integer;
}

/** "-40 %" is a discount, "−5 €" money that goes the other way. */
const notAPrice = /[%％]|^[^\p{L}\d]*[-−]\s*\d/u;

/**
 * One amount out of a text that people read ("CHF 1'299.–", "₹1,29,900", "99 ر.س").
 * @returns decimal string; null when there is none, more than one, or when it can be read in two ways
 */
export function parseAmount(text: string, hints: MoneyHints = {}): string | null {
  const found = amountsIn(text);
  const [written] = found;
  if (written === undefined || found.length > 1 || notAPrice.test(text)) return null;
  const parts = split(written, hints);
  return parts && canonicalAmount(parts[0], parts[1], hints.currency);
}

/**
 * An amount from a field meant for machines (JSON-LD `price`, `content` of a meta element): a point before decimals, as schema.org asks.
 * "1.299" could be either and is null (shops print local formats there too) unless the currency decides; "34,99" is read as people would.
 */
export function parseMachineAmount(value: unknown, hints: MoneyHints = {}): string | null {
  const raw = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const plain = raw.match(/^(\d+)(?:\.(\d+))?$/);
  if (!plain) return parseAmount(raw, hints);
  const [, whole = '', decimals = ''] = plain;
  if (decimals.length === 3 && whole.length <= 3 && whole !== '0') {
    if (hints.currency && isCentless(hints.currency))
      return canonicalAmount(whole + decimals, '', hints.currency);
    if (!hints.currency || minorDigits(hints.currency) !== 3) return null;
  }
  return canonicalAmount(whole, decimals, hints.currency);
}

/** A price as people read it; null without a sure amount or a sure currency. */
export function parseMoney(text: string, hints: MoneyHints = {}): Money | null {
  const currency = currencyOf(latinDigits(text), hints);
  if (!currency) return null;
  const amount = parseAmount(text, { ...hints, currency });
  return amount === null ? null : { amount, currency };
}

/** "€ 97,39 - 128,72": two amounts, the second not lower. A text with one amount has low only. */
export function parsePriceRange(text: string, hints: MoneyHints = {}): { low: Money; high?: Money } | null {
  const currency = currencyOf(latinDigits(text), hints);
  const found = amountsIn(text);
  if (!currency || found.length === 0 || found.length > 2) return null;
  const read = found.map((written) => parseAmount(written, { ...hints, currency }));
  const [low, high] = read;
  if (low === null || low === undefined || high === null) return null;
  if (high === undefined || high === low) return { low: { amount: low, currency } };
  const between =
    latinDigits(text)
      .split(found[0] ?? '')[1]
      ?.split(found[1] ?? '')[0] ?? '';
  if (!/[-–—~〜至]|\p{L}/u.test(between) || compareAmounts(low, high) > 0) return null;
  return { low: { amount: low, currency }, high: { amount: high, currency } };
}

/** Orders two decimal strings without floating point. */
export function compareAmounts(a: string, b: string): number {
  const [wholeA = '', decimalsA = ''] = a.split('.');
  const [wholeB = '', decimalsB = ''] = b.split('.');
  const width = Math.max(decimalsA.length, decimalsB.length);
  const x = BigInt(wholeA + decimalsA.padEnd(width, '0'));
  const y = BigInt(wholeB + decimalsB.padEnd(width, '0'));
  return x < y ? -1 : x > y ? 1 : 0;
}

export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}
