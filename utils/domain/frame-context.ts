import * as z from 'zod/mini';
import { ownAccountSchema } from './brand.ts';
import { problemReasons } from './page-reading.ts';
import { idSchema } from './record.ts';

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
]);
export type FrameContext = z.infer<typeof frameContextSchema>;
