import * as z from 'zod/mini';
import { caseSchema } from './case.ts';
import { timeSchema } from './record.ts';

/** Most of a quote that a list shows, in UTF-16 units. */
export const rowQuoteLimit = 500;

/** A case as a list shows it: without its log, of which only what the row tells. The quote is cut at `rowQuoteLimit` and ends in "…" then. */
export const caseRowSchema = z.strictObject({
  ...z.omit(caseSchema, {
    log: true,
    authorKeys: true,
    openDue: true,
    openOrder: true,
    rounds: true,
    measuredAt: true,
    createdAt: true,
  }).shape,
  /** since it was last passed on: how often the department was reminded, and when last */
  nudges: z.int(),
  nudgedAt: z.optional(timeSchema),
  /** since the customer last waits: when they were last told that it takes longer */
  heldAt: z.optional(timeSchema),
  /** the last note of the log */
  note: z.optional(z.string()),
});
export type CaseRow = z.infer<typeof caseRowSchema>;
