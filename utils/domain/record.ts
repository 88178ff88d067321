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
