import * as z from 'zod/mini';
import { productReadingSchema } from './page-reading.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { leastHours, mostHours, refreshSources, refreshTroubles } from './refresh.ts';
import { textLimits } from './text-limits.ts';

const count = z.int().check(z.nonnegative());

/** Switched on by the person for one watched page; absent there: off. */
export const refreshSwitchSchema = z.strictObject({
  hours: z.int().check(z.gte(leastHours), z.lte(mostHours)),
});

const troubleSchema = z.strictObject({
  reason: z.enum(refreshTroubles),
  at: timeSchema,
  /** what the shop's server answered */
  status: z.optional(z.int()),
  /** the server's own word: not before */
  notBefore: z.optional(timeSchema),
});

/**
 * How far the refresh of one watched page is; its id is the page's. It belongs to this browser, where the access was given, and stands in no
 * backup.
 */
export const refreshJobSchema = z.strictObject({
  ...recordShape,
  dueAt: timeSchema,
  /** where the last refresh that succeeded took its products from */
  source: z.optional(z.enum(refreshSources)),
  /** the last one, whatever came of it */
  triedAt: z.optional(timeSchema),
  /** the last that was kept as a look */
  doneAt: z.optional(timeSchema),
  /** of one kind or another, in a row */
  failures: count,
  /** what came of the last one, where it brought nothing */
  trouble: z.optional(troubleSchema),
  /** nothing is asked until the person says so */
  stopped: z.boolean(),
  /** one that is under way: a background that starts anew goes on with it */
  run: z.optional(
    z.strictObject({
      /** of the look that it will record: recorded twice it is one */
      operationId: idSchema,
      startedAt: timeSchema,
      source: z.enum(refreshSources),
      /** the part of a long list that is asked for next, from 1 */
      part: z.int().check(z.positive()),
      /** ISO 4217, of a list that does not name it itself */
      currency: z.optional(z.string()),
      products: z.array(productReadingSchema).check(z.maxLength(textLimits.list)),
    }),
  ),
});
export type RefreshJob = z.infer<typeof refreshJobSchema>;
export type RefreshRun = NonNullable<RefreshJob['run']>;
