import * as z from 'zod/mini';
import { paletteSightSchema, seenAuthorSchema } from './palette-sight.ts';
import { platformIds } from './platform.ts';
import { idSchema, recordShape } from './record.ts';

/** How many comments are kept, and for how many days: enough to try a template on, and no archive of what strangers wrote. */
export const seenCommentLimits = { kept: 20, days: 30, text: 5_000, title: 300 } as const;

/**
 * A comment that a reply was lately put beside, so that the preview of a template shows a real one. What it says is a stranger's: it is
 * shown and filled in as text and never read as anything else.
 */
export const seenCommentSchema = z.strictObject({
  ...recordShape,
  platform: z.enum(platformIds),
  author: seenAuthorSchema,
  /** the author, where they are in the notebook */
  creatorId: z.optional(idSchema),
  text: z.string().check(z.minLength(1), z.maxLength(seenCommentLimits.text)),
  /** below which it stood; of its author the handle, for it is forgotten with them */
  post: z.optional(
    z.strictObject({
      url: z.string().check(z.minLength(1), z.maxLength(1_000)),
      title: z.optional(z.string().check(z.minLength(1), z.maxLength(seenCommentLimits.title))),
      handle: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
    }),
  ),
  product: paletteSightSchema.shape.product,
});
export type SeenComment = z.infer<typeof seenCommentSchema>;
