import * as z from 'zod/mini';
import { severities } from './change-kind.ts';
import { keywordKinds, keywordLimits } from './keyword-kinds.ts';
import { platformIds } from './platform.ts';
import { daySchema, idSchema, recordShape, timeSchema } from './record.ts';

export const keywordGroupDetailsSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  kind: z.enum(keywordKinds),
  /** of the words, BCP 47; absent: any */
  language: z.optional(z.string().check(z.maxLength(35))),
  severity: z.enum(severities),
  words: z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(keywordLimits.word)))
    .check(z.maxLength(keywordLimits.group)),
  /** suggested first where one of them is found */
  tagId: z.optional(idSchema),
  enabled: z.boolean(),
});
export type KeywordGroupDetails = z.infer<typeof keywordGroupDetailsSchema>;

/** Of which starter list a group was made. */
export const starterKeySchema = z.string().check(z.minLength(1), z.maxLength(60));

/** Words that must not be overlooked on a page, in one language. */
export const keywordGroupSchema = z.strictObject({
  ...recordShape,
  ...keywordGroupDetailsSchema.shape,
  /** of the starter lists */
  starter: z.optional(starterKeySchema),
});
export type KeywordGroup = z.infer<typeof keywordGroupSchema>;

/** One item in which a group's word was seen, counted once however often the page is visited; no text, and of the item a hash. */
export const keywordHitSchema = z.strictObject({
  ...recordShape,
  groupId: idSchema,
  /** group and item */
  hitKey: z.string(),
  platform: z.enum(platformIds),
  day: daySchema,
  at: timeSchema,
});
export type KeywordHit = z.infer<typeof keywordHitSchema>;
