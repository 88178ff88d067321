import * as z from 'zod/mini';
import { nextActionSchema } from './creator.ts';
import { platformIds } from './platform.ts';
import { daySchema, idSchema } from './record.ts';
import { textLimits } from './text-limits.ts';
import { creatorRoles, creatorStatuses } from './vocabulary.ts';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** One row of a table after its columns were given a meaning: what is to be known about one creator. */
export const importRowSchema = z.strictObject({
  /** line of the file, for messages; the first row of data is 1 */
  line: z.int(),
  displayName: z.optional(text(200)),
  accounts: z
    .array(
      z.strictObject({
        platform: z.enum(platformIds),
        handle: text(textLimits.short),
        url: text(textLimits.address),
        followers: z.optional(z.int().check(z.gte(0))),
        /** how the table writes the number where it is a rounded one: "1.2万" */
        followersRaw: z.optional(text(60)),
      }),
    )
    .check(z.maxLength(10)),
  emails: z.array(text(textLimits.short)).check(z.maxLength(10)),
  phones: z.array(text(textLimits.short)).check(z.maxLength(10)),
  role: z.optional(z.enum(creatorRoles)),
  status: z.optional(z.enum(creatorStatuses)),
  tags: z.array(text(60)).check(z.maxLength(50)),
  notes: z.optional(text(20_000)),
  lastContact: z.optional(daySchema),
  nextAction: z.optional(nextActionSchema),
  doNotContact: z.optional(z.boolean()),
  /**
   * what to do with it: `create` a new creator · `fill` only what is empty in `creatorId` · `overwrite` what the row has there.
   * Tags and contacts are added in both.
   */
  action: z.enum(['create', 'fill', 'overwrite']),
  creatorId: z.optional(idSchema),
});
export type ImportRow = z.infer<typeof importRowSchema>;
