import * as z from 'zod/mini';
import { fanPointSchema, fanSchema } from '../../domain/fan.ts';
import { fanNoteLimit, mostByHand } from '../../domain/fan-points.ts';
import { itemSchema } from '../../domain/item.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { itemKinds } from '../../domain/tag-effect.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { loyalties } from '../../domain/vocabulary.ts';
import { message, nothing, operation } from './message.ts';

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const limit = z.int().check(z.gte(1), z.lte(200));

/** A fan in a list. */
export const fanRowSchema = z.strictObject({
  fan: fanSchema,
  /** what the points stand for by the thresholds of now */
  level: z.enum(loyalties),
  /** who they are in the notebook */
  creatorId: z.optional(idSchema),
  doNotContact: z.optional(z.boolean()),
});
export type FanRow = z.infer<typeof fanRowSchema>;

/** Where a page of fans ended: the parts of its last row that order it. */
const fanEnd = z.nullable(z.strictObject({ points: z.int(), at: timeSchema, id: idSchema }));
const fanPage = z.strictObject({ rows: z.array(fanRowSchema), more: z.boolean() });

/** Something that counted, with where it was said while the item is there. */
export const fanPointRowSchema = z.strictObject({
  point: fanPointSchema,
  source: z.optional(
    z.strictObject({
      kind: z.enum(itemKinds),
      url: z.string(),
      text: z.optional(z.string().check(z.maxLength(textLimits.short))),
    }),
  ),
});
export type FanPointRow = z.infer<typeof fanPointRowSchema>;

/** Something tagged as spam. */
export const spamRowSchema = z.strictObject({
  item: itemSchema,
  /** spam of the same author, this one with it; absent: nobody is named */
  ofAuthor: z.optional(z.int()),
});
export type SpamRow = z.infer<typeof spamRowSchema>;

/** Fans and spam. */
export const fanMessages = {
  /** `points`: the most first · `last`: who gave something last first · `thank`: whom to thank this week · `quiet`: loyal or more, and silent */
  'fan.list': message(
    [...own],
    z.strictObject({
      order: z.enum(['points', 'last', 'thank', 'quiet']),
      /** only that level; with the order `points` */
      level: z.optional(z.enum(loyalties)),
      before: fanEnd,
      limit,
    }),
    fanPage,
  ),
  /** the fans that a creator is, one for each platform at most */
  'fan.of': message(
    [...own],
    z.strictObject({ creatorId: idSchema }),
    z.strictObject({ rows: z.array(fanRowSchema) }),
  ),
  /** what counted for one fan, the last first */
  'fan.points': message(
    [...own],
    z.strictObject({
      fanId: idSchema,
      before: z.nullable(z.strictObject({ at: timeSchema, id: idSchema })),
      limit,
    }),
    z.strictObject({ rows: z.array(fanPointRowSchema), more: z.boolean() }),
  ),
  'fan.thanked': message([...own], z.strictObject({ ...operation, fanId: idSchema }), nothing),
  /** by hand, up or down; below none is refused */
  'fan.add-points': message(
    [...own],
    z.strictObject({
      ...operation,
      fanId: idSchema,
      points: z.int().check(
        z.gte(-mostByHand),
        z.lte(mostByHand),
        z.refine((points) => points !== 0),
      ),
      note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(fanNoteLimit))),
    }),
    nothing,
  ),

  /** `open`: to be hidden or blocked by hand, `done`: what was; of one author all. The last one first */
  'spam.list': message(
    [...own],
    z.strictObject({
      which: z.union([
        z.strictObject({ done: z.boolean() }),
        z.strictObject({ authorKey: z.string().check(z.minLength(1), z.maxLength(textLimits.address)) }),
      ]),
      before: z.nullable(z.strictObject({ at: timeSchema, id: idSchema })),
      limit,
    }),
    z.strictObject({ rows: z.array(spamRowSchema), more: z.boolean() }),
  ),
  /** the operator hid or blocked it, or did not after all */
  'spam.done': message(
    [...own],
    z.strictObject({ ...operation, itemId: idSchema, done: z.boolean() }),
    nothing,
  ),
};
