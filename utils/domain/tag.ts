import * as z from 'zod/mini';
import { recordShape } from './record.ts';
import { deadlineClocks, starterTags, tagEffects } from './tag-effect.ts';

export const tagNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** What the operator decides about a tag. A tag without an effect is plain, as all were before they could do something. */
export const tagDetailsSchema = z.strictObject({
  name: tagNameSchema,
  colour: z.string().check(z.maxLength(20)),
  effect: z.optional(z.enum(tagEffects)),
  /** one letter or digit that chooses it in the picker */
  key: z.optional(z.string().check(z.regex(/^[a-z0-9]$/))),
  /** of the cases it opens: who answers first; absent: us */
  owner: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  /** of the cases it opens: how long until the customer has an answer */
  deadline: z.optional(
    z.strictObject({ hours: z.int().check(z.gte(1), z.lte(24 * 60)), clock: z.enum(deadlineClocks) }),
  ),
  /** of the cases it opens: before all others ("social first") */
  urgent: z.optional(z.boolean()),
});
export type TagDetails = z.infer<typeof tagDetailsSchema>;

/** A word that the operator puts on creators and items, and what follows from it. */
export const tagSchema = z.strictObject({
  ...recordShape,
  ...tagDetailsSchema.shape,
  /** of the default set */
  starter: z.optional(z.enum(starterTags)),
  /** offered no more in the picker; what carries it keeps it */
  retired: z.optional(z.boolean()),
});
export type Tag = z.infer<typeof tagSchema>;
