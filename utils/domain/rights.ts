import * as z from 'zod/mini';
import { seenItemSchema } from './item.ts';
import { daySchema, idSchema, recordShape, timeSchema } from './record.ts';
import { mostRightsEvents, rightsEvents, rightsScopes, rightsStates } from './rights-state.ts';
import { textLimits } from './text-limits.ts';

export const creditLineSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
export const rightsNoteSchema = z.string().check(z.maxLength(2_000));
export const rightsScopesSchema = z.array(z.enum(rightsScopes)).check(z.maxLength(rightsScopes.length));

const proofShape = {
  quote: z.optional(z.string().check(z.maxLength(5_000))),
  url: z.optional(z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ }))),
  /** the picture of the answer, in `crops` */
  cropId: z.optional(idSchema),
};

/** What was said and where: a permission without it is nobody's word. */
export const rightsProofSchema = z.strictObject({ ...proofShape, at: timeSchema });
export type RightsProof = z.infer<typeof rightsProofSchema>;
/** The same before it is noted. */
export const givenProofSchema = z.strictObject(proofShape);

/** One thing that happened, with what was asked or said then: a later answer does not take an earlier one away. */
export const rightsEventSchema = z.strictObject({
  at: timeSchema,
  event: z.enum(rightsEvents),
  scopes: z.optional(rightsScopesSchema),
  from: z.optional(daySchema),
  until: z.optional(daySchema),
  proof: z.optional(rightsProofSchema),
  /** title of the saved reply with which it was asked */
  template: z.optional(z.string().check(z.maxLength(200))),
});
export type RightsEventRow = z.infer<typeof rightsEventSchema>;

/** Permission to reuse exactly one post or picture: one grant for each item that is a candidate. */
export const rightsGrantSchema = z.strictObject({
  ...recordShape,
  /** the tagged item; it may be untagged since, so what it was stands in `subject` */
  itemId: idSchema,
  /** what exactly it is about, as it was seen when it became a candidate or was tagged again */
  subject: seenItemSchema,
  /** identity keys of the author, as on the item */
  authorKeys: z.array(z.string()),
  state: z.enum(rightsStates),
  /** what was asked for last, and what is allowed */
  askedScopes: rightsScopesSchema,
  scopes: rightsScopesSchema,
  creditLine: z.optional(creditLineSchema),
  from: z.optional(daySchema),
  /** last day; absent: without end */
  until: z.optional(daySchema),
  askedAt: z.optional(timeSchema),
  answeredAt: z.optional(timeSchema),
  proof: z.optional(rightsProofSchema),
  revokedAt: z.optional(timeSchema),
  note: z.optional(rightsNoteSchema),
  /** where it is in use now, as the operator says */
  inUse: rightsScopesSchema,
  /** the picture of the item, in `crops` */
  cropId: z.optional(idSchema),
  /** a picture of the author's answer that was taken last: the next answer that is noted may name it as its proof */
  answerCropId: z.optional(idSchema),
  /** the first event first */
  history: z.array(rightsEventSchema).check(z.maxLength(mostRightsEvents)),
});
export type RightsGrant = z.infer<typeof rightsGrantSchema>;

/** A part of the screen that the person had taken as a picture of an item or of an answer. Never what a page's address leads to. */
export const cropSchema = z.strictObject({
  ...recordShape,
  grantId: idSchema,
  type: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  width: z.int().check(z.gte(1), z.lte(10_000)),
  height: z.int().check(z.gte(1), z.lte(10_000)),
  bytes: z.instanceof(Uint8Array),
});
export type Crop = z.infer<typeof cropSchema>;
