import * as z from 'zod/mini';
import { daySchema, idSchema, recordShape, timeSchema } from './record.ts';
import { chosenItems, dayParts, defaultItems, derivedItems } from './vocabulary.ts';

const itemKeySchema = z.enum([...defaultItems, ...chosenItems]);

/** One thing to be done on some days of the week. */
export const routineSchema = z.strictObject({
  ...recordShape,
  /** set for items that Deckhand knows: shown in the person's language until they rename it */
  key: z.optional(itemKeySchema),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  part: z.enum(dayParts),
  /** ISO weekdays, 1 = Monday */
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)),
  derived: z.optional(z.enum(derivedItems)),
  position: z.number(),
});
export type Routine = z.infer<typeof routineSchema>;

/** What was done on one day about one item. Keeps the words of that day, so that yesterday stays readable after an edit. */
export const dayEntrySchema = z.strictObject({
  ...recordShape,
  day: daySchema,
  routineId: idSchema,
  key: z.optional(itemKeySchema),
  text: z.optional(z.string()),
  part: z.enum(dayParts),
  position: z.number(),
  done: z.boolean(),
  doneAt: z.optional(timeSchema),
  by: z.enum(['hand', 'activity']),
  /** of a derived item, with its figures when the day was last looked at */
  derived: z.optional(z.enum(derivedItems)),
  handled: z.optional(z.int()),
  total: z.optional(z.int()),
});
export type DayEntry = z.infer<typeof dayEntrySchema>;

/** One row of a day's checklist as it is shown. */
export const checklistRowSchema = z.strictObject({
  routineId: idSchema,
  key: z.optional(itemKeySchema),
  text: z.optional(z.string()),
  part: z.enum(dayParts),
  done: z.boolean(),
  /** ticked by recorded activity, not by hand */
  derived: z.optional(z.enum(derivedItems)),
  /** of a derived item: how many are handled of how many */
  handled: z.optional(z.int()),
  total: z.optional(z.int()),
});
export type ChecklistRow = z.infer<typeof checklistRowSchema>;

/** ISO weekday of a local day, 1 = Monday. */
export function weekday(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getDay() || 7;
}
