import * as z from 'zod/mini';
import { ownAccountSchema } from './brand.ts';
import { hintShape } from './hint.ts';
import { seenItemSchema } from './item.ts';
import { problemReasons } from './page-reading.ts';
import { platformIds } from './platform.ts';
import { idSchema } from './record.ts';
import { seenPersonSchema } from './seen-person.ts';

/** Names of CreatorReading fields that a page of this kind should have shown and did not. */
export const missingSchema = z.array(z.strictObject({ field: z.string(), reason: z.enum(problemReasons) }));

/** What the frame in a page shows; kept by the background per tab. */
export const frameContextSchema = z.discriminatedUnion('surface', [
  z.strictObject({
    surface: z.literal('creator-card'),
    creatorId: idSchema,
    /** the capture that led here, to be undone from the card; absent when the card was only opened */
    operationId: z.optional(idSchema),
    outcome: z.enum(['created', 'observed', 'opened']),
    missing: missingSchema,
    account: ownAccountSchema,
  }),
  z.strictObject({ surface: z.literal('our-account'), account: ownAccountSchema, brandName: z.string() }),
  z.strictObject({
    surface: z.literal('problem'),
    /** an error code of domain/result.ts */
    code: z.string(),
    url: z.string(),
    handle: z.optional(z.string()),
  }),
  /** people that the page's script gathered from the screen, to be picked from */
  z.strictObject({
    surface: z.literal('collect'),
    platform: z.enum(platformIds),
    people: z.array(seenPersonSchema).check(z.maxLength(500)),
  }),
  /** the element that the person pointed at for a field, to be confirmed */
  z.strictObject({
    surface: z.literal('hint'),
    hint: z.strictObject(hintShape),
    /** what stands there, and how it was understood; no value: it cannot be this field */
    raw: z.string().check(z.maxLength(1_000)),
    value: z.optional(z.string().check(z.maxLength(1_000))),
    /** asked from the card of somebody who is in the notebook: the page may be read again for them */
    fromCard: z.boolean(),
    /** it was remembered */
    saved: z.optional(z.boolean()),
  }),
  /** an item of the page that somebody is about to tag */
  z.strictObject({
    surface: z.literal('tag-picker'),
    item: seenItemSchema,
    /** tags that are offered first */
    suggested: z.optional(z.array(idSchema).check(z.maxLength(20))),
  }),
]);
export type FrameContext = z.infer<typeof frameContextSchema>;
