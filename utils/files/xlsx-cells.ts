/**
 * Built-in formats that show a day. Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are days in Chinese, Japanese and Korean
 * editions.
 */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format shows a calendar day: it has a year or a day of the month outside quoted and bracketed parts. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return dayFormats.has(id);
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.toLowerCase();
  return plain !== undefined && /[yd]|年|日/.test(plain) && !/[0#?]/.test(plain.replace(/0+(?=$)/, ''));
}

const dayLength = 86_400_000;

/**
 * The calendar day of a spreadsheet's day number, `YYYY-MM-DD`; null where it is none. Day 60 is the 29 February 1900 that never was:
 * the numbers before it are one off.
 */
export function dayOfSerial(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return null;
  const zero = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  if (!from1904 && whole === 60) return null;
  return new Date(zero + whole * dayLength).toISOString().slice(0, 10);
}

/** A number as a person would write it: never with an exponent, without the dust of binary fractions. */
export function plainNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (/^-?\d{1,30}$/.test(text)) return text;
  // fifteen digits are what a spreadsheet keeps
  const tidy = Number(value.toPrecision(15));
  if (Number.isInteger(tidy)) return BigInt(tidy).toString();
  const short = String(tidy);
  return short.includes('e') ? tidy.toFixed(20).replace(/0+$/, '') : short;
}

/** A spreadsheet writes control characters as `_x000D_`. */
export function unescapeCell(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Row and column, from 0, of a cell such as "AB12". */
export function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return null;
  const [, letters = '', digits = ''] = found;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
