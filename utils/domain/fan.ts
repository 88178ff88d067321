import * as z from 'zod/mini';
import { fanNoteLimit, fanReasons } from './fan-points.ts';
import { itemAuthorSchema } from './item.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';

/** Somebody who likes us, whether or not they are in the notebook as a creator. */
export const fanSchema = z.strictObject({
  ...recordShape,
  author: itemAuthorSchema,
  /** identity keys (`creator.ts`) */
  keys: z.array(z.string()),
  /** the sum of their points: kept with every point, never counted */
  points: z.int(),
  firstAt: timeSchema,
  /** when something last came from them; being thanked is nothing of theirs */
  lastAt: timeSchema,
  /** the last thing that they gave, while they were not thanked since; index key of whom to thank */
  gaveAt: z.optional(timeSchema),
  thankedAt: z.optional(timeSchema),
});
export type Fan = z.infer<typeof fanSchema>;

/** One thing that counted. */
export const fanPointSchema = z.strictObject({
  ...recordShape,
  fanId: idSchema,
  at: timeSchema,
  why: z.enum(fanReasons),
  points: z.int(),
  /** the item, entry, permission or reply it came from: it counts once for each reason */
  sourceId: z.optional(idSchema),
  /** an entry that was collected with all others on a page: it counts, but nobody is to be thanked for each of thousands */
  collected: z.optional(z.literal(true)),
  /** why, where the operator wrote it */
  note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(fanNoteLimit))),
});
export type FanPoint = z.infer<typeof fanPointSchema>;
