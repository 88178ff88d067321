import * as z from 'zod/mini';
import { contactSchema } from './contact.ts';
import { nextActionSchema } from './creator.ts';
import {
  type CreatorFilter,
  type CreatorRow,
  type CreatorSort,
  dueChoices,
  sortKeys,
} from './creator-list.ts';
import { platformIds } from './platform.ts';
import { daySchema, idSchema, recordShape, timeSchema } from './record.ts';
import { creatorRoles, creatorStatuses } from './vocabulary.ts';

/** One creator as it goes to the dashboard's list. */
export const creatorRowSchema: z.ZodMiniType<CreatorRow> = z.strictObject({
  ...recordShape,
  displayName: z.string(),
  role: z.enum(creatorRoles),
  status: z.enum(creatorStatuses),
  tagIds: z.array(idSchema),
  notes: z.string(),
  doNotContact: z.boolean(),
  lastContact: z.optional(daySchema),
  nextAction: z.optional(nextActionSchema),
  accounts: z.array(
    z.strictObject({
      platform: z.enum(platformIds),
      handle: z.string(),
      url: z.string(),
      followers: z.optional(z.int()),
      rounded: z.optional(z.boolean()),
      bio: z.optional(z.string()),
      seenAt: z.optional(timeSchema),
    }),
  ),
  contacts: z.array(z.strictObject({ kind: contactSchema.shape.kind, value: z.string() })),
});

export const creatorFilterSchema: z.ZodMiniType<CreatorFilter> = z.strictObject({
  text: z.optional(z.string().check(z.maxLength(500))),
  platforms: z.optional(z.array(z.enum(platformIds)).check(z.maxLength(100))),
  roles: z.optional(z.array(z.enum(creatorRoles)).check(z.maxLength(20))),
  statuses: z.optional(z.array(z.enum(creatorStatuses)).check(z.maxLength(20))),
  tagIds: z.optional(z.array(idSchema).check(z.maxLength(100))),
  due: z.optional(z.array(z.enum(dueChoices)).check(z.maxLength(10))),
  doNotContact: z.optional(z.boolean()),
});
export const creatorSortSchema: z.ZodMiniType<CreatorSort> = z.strictObject({
  by: z.enum(sortKeys),
  descending: z.boolean(),
});

/** A filter and an order that the operator comes back to. */
export const savedViewSchema = z.strictObject({
  ...recordShape,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  filter: creatorFilterSchema,
  sort: creatorSortSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;
