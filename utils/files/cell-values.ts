import type { Day } from '../domain/record.ts';
import { dayOfSerial } from './xlsx-cells.ts';

/** A count, with what the cell says where that is a rounded number. */
export interface CountValue {
  value: number;
  raw?: string;
}

const units: Record<string, number> = {
  k: 1e3,
  千: 1e3,
  w: 1e4,
  万: 1e4,
  萬: 1e4,
  m: 1e6,
  百万: 1e6,
  百萬: 1e6,
  b: 1e9,
  亿: 1e8,
  億: 1e8,
};

/**
 * A count of people: "12345", "12,345", "12 345", "1.2万", "12.3K". Whatever could be read in two ways ("12.345", "1,2K", "10000+")
 * is null: no number is better than a wrong one.
 */
export function parseCount(cell: string): CountValue | null {
  const raw = cell.trim();
  const text = raw.normalize('NFKC').toLowerCase().trim();
  const grouped = /^\d{1,3}(?:([,' \u00a0\u202f])\d{3})(?:\1\d{3})*$/;
  if (/^\d{1,12}$/.test(text) || grouped.test(text)) return { value: Number(text.replace(/\D/g, '')) };
  // a spreadsheet's whole number that came with its empty decimals
  const whole = /^(\d{1,12})\.0{1,2}$/.exec(text);
  if (whole) return { value: Number(whole[1]) };
  const short = /^(\d{1,4}(?:\.\d{1,2})?)\s?(k|m|b|w|千|百?[万萬]|亿|億)$/.exec(text);
  const unit = short && units[short[2] ?? ''];
  if (!unit) return null;
  const value = Math.round(Number(short[1]) * unit);
  return value <= 1e11 ? { value, raw: raw.slice(0, 60) } : null;
}

/** Which of two numbers is the day, in a date with a year at its end. */
export type DayOrder = 'dmy' | 'mdy';

/** `unclear`: it could be read in two ways, and the person has not said which. */
export type DayValue = Day | 'unclear' | null;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

/** The two numbers and the year of "3/4/2026", "3.4.2026", "3-4-2026". */
function endingInYear(text: string): [number, number, number] | null {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  return found ? [Number(found[1]), Number(found[3]), Number(found[4])] : null;
}

/** What stands behind a day and does not count: a time of the day. */
const withoutTime = (text: string) =>
  text.replace(/[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(Z|[+-]\d{2}:?\d{2})?$/i, '').trim();

/**
 * A calendar day: ISO, YYYY/M/D, YYYY.M.D, YYYY年M月D日, "5 Mar 2026", "Mar 5, 2026", a spreadsheet's day number, or with the
 * year at the end in the order of the column. Days without a year or with a short one are null.
 */
export function parseDay(cell: string, order: DayOrder | null): DayValue {
  const text = withoutTime(cell.normalize('NFKC').trim());
  const first = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号號]?)$/.exec(text);
  if (first) return dayOf(Number(first[1]), Number(first[3] ?? first[5]), Number(first[4] ?? first[6]));
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  const named =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text) ??
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (named) {
    const [, a = '', b = '', year] = named;
    const word = /\d/.test(a) ? b : a;
    const month = months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    return month ? dayOf(Number(year), month, Number(/\d/.test(a) ? a : b)) : null;
  }
  const parts = endingInYear(text);
  if (!parts) return null;
  const [a, b, year] = parts;
  if (order) return order === 'dmy' ? dayOf(year, b, a) : dayOf(year, a, b);
  const [dmy, mdy] = [dayOf(year, b, a), dayOf(year, a, b)];
  if (dmy === null || mdy === null || dmy === mdy) return dmy ?? mdy;
  return 'unclear';
}

/**
 * In which order a column writes its days, judged by all its cells; null: nothing tells, or they contradict each other, so that the
 * person has to say it. `asks` is then true where a cell depends on it.
 */
export function dayOrderOf(cells: readonly string[]): { order: DayOrder | null; asks: boolean } {
  let dmy = 0;
  let mdy = 0;
  let open = 0;
  for (const cell of cells) {
    const parts = endingInYear(withoutTime(cell.normalize('NFKC').trim()));
    if (!parts) continue;
    if (parts[0] > 12 && parts[1] <= 12) dmy += 1;
    else if (parts[1] > 12 && parts[0] <= 12) mdy += 1;
    else if (parts[0] !== parts[1]) open += 1;
  }
  if (dmy > 0 && mdy === 0) return { order: 'dmy', asks: false };
  if (mdy > 0 && dmy === 0) return { order: 'mdy', asks: false };
  return { order: null, asks: open > 0 };
}

/** Addresses of mail in a cell, in lower case; anything else in it is left. */
export function emailsIn(cell: string): string[] {
  const found = cell
    .normalize('NFKC')
    .match(/[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/gu);
  return [...new Set((found ?? []).map((one) => one.toLowerCase()))];
}

/** Phone numbers in a cell: texts of seven to twenty digits with the usual marks between them. */
export function phonesIn(cell: string): { phones: string[]; rest: boolean } {
  const parts = cell
    .split(/[\n;；,，、|/]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const phones = parts.filter(
    (part) => /^[+(]?[\d\s().-]{5,30}$/.test(part) && digitsIn(part) >= 5 && digitsIn(part) <= 20,
  );
  return { phones: [...new Set(phones)], rest: phones.length < parts.length };
}
const digitsIn = (text: string) => text.replace(/\D/g, '').length;

/** Web addresses in a cell; one without `https://` counts where it looks like a host with a path. */
export function addressesIn(cell: string): string[] {
  const found: string[] = [];
  for (const part of cell.split(/[\s;；，、"'<>]+/)) {
    const text = part.replace(/[,.)）]+$/, '');
    if (/^https?:\/\//i.test(text)) found.push(text);
    else if (/^(?:[a-z0-9-]+\.)+[a-z]{2,12}\/\S+$/i.test(text)) found.push(`https://${text}`);
  }
  return [...new Set(found.filter((one) => URL.canParse(one)))];
}

/** Names of tags in a cell, separated by commas, semicolons, bars or lines; a leading `#` is not part of them. */
export function tagsIn(cell: string): string[] {
  const names = cell.split(/[,，、;；|\n]+/).map((name) =>
    name
      .trim()
      .replace(/^[#＃]\s*/, '')
      .replace(/[#＃]$/, ''),
  );
  return [...new Set(names.filter(Boolean))];
}
