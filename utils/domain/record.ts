import * as z from 'zod/mini';

/** Opaque id of a stored record: a UUIDv7, so that ids sort by the time they were made. Never a handle. */
export const idSchema = z.uuid();
export type Id = z.infer<typeof idSchema>;

/** A point in time: ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
export const timeSchema = z.iso.datetime();

/** A local calendar day, `YYYY-MM-DD`. What was due on a day stays due on that day when the operator travels. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

/** What every stored record has. A deleted record keeps only these and `deletedAt`. */
export const recordShape = { id: idSchema, createdAt: timeSchema, updatedAt: timeSchema };

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits.
 * @param now milliseconds since the epoch
 */
export function newId(now = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

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
