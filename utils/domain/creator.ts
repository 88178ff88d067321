import * as z from 'zod/mini';
import { contactSchema } from './contact.ts';
import { creatorReadingSchema } from './page-reading.ts';
import { platformIds } from './platform.ts';
import { type Day, daySchema, idSchema, recordShape, timeSchema } from './record.ts';
import { tagNameSchema, tagSchema } from './tag.ts';
import { creatorRoles, creatorStatuses, loyalties } from './vocabulary.ts';

/** What the operator plans to do next with a creator, and on which local day it is due. */
export const nextActionSchema = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  due: daySchema,
});
export type NextAction = z.infer<typeof nextActionSchema>;

/** A person or team worth knowing. What was read of them stands in their accounts. */
export const creatorSchema = z.strictObject({
  ...recordShape,
  /** as read at the first capture, or as the operator corrected it */
  displayName: z.string(),
  role: z.enum(creatorRoles),
  loyalty: z.enum(loyalties),
  status: z.enum(creatorStatuses),
  lastContact: z.optional(daySchema),
  nextAction: z.optional(nextActionSchema),
  /** `nextAction.due` again, so that an index finds what is due */
  due: z.optional(daySchema),
  tagIds: z.array(idSchema),
  notes: z.string(),
  doNotContact: z.boolean(),
  introducedBy: z.optional(idSchema),
  deletedAt: z.optional(timeSchema),
});
export type Creator = z.infer<typeof creatorSchema>;

/** What the operator may change about a creator in the card. `null` takes a value away; a key left out stays as it is. */
export const creatorChangesSchema = z.partial(
  z.strictObject({
    displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    role: z.enum(creatorRoles),
    status: z.enum(creatorStatuses),
    lastContact: z.nullable(daySchema),
    nextAction: z.nullable(nextActionSchema),
    /** names; a name that is not yet a tag becomes one */
    tags: z.array(tagNameSchema).check(z.maxLength(50)),
    notes: z.string().check(z.maxLength(20_000)),
    doNotContact: z.boolean(),
  }),
);
export type CreatorChanges = z.infer<typeof creatorChangesSchema>;

/** One profile on one platform; belongs to exactly one creator. */
export const accountSchema = z.strictObject({
  ...recordShape,
  creatorId: idSchema,
  platform: z.enum(platformIds),
  handle: z.string(),
  stableId: z.optional(z.string()),
  /** index keys: `<platform>:<stableId>` and `<platform>:<handle in lower case>` */
  identityKeys: z.array(z.string()),
  handleHistory: z.array(z.strictObject({ handle: z.string(), until: timeSchema })),
  url: z.string(),
  /** the newest reading of every field, each with its source; a field that a later reading lacks keeps its older value */
  facts: creatorReadingSchema,
  /** when each field of `facts` was read */
  readAt: z.record(z.string(), timeSchema),
});
export type Account = z.infer<typeof accountSchema>;

/** What an account's numbers were at a time. */
export const observationSchema = z.strictObject({
  ...recordShape,
  accountId: idSchema,
  at: timeSchema,
  url: z.string(),
  counts: z.pick(creatorReadingSchema, {
    followers: true,
    following: true,
    members: true,
    posts: true,
    likes: true,
    views: true,
  }),
});
export type Observation = z.infer<typeof observationSchema>;

/** How the card, the popup and later the creator page see one creator. */
export const creatorViewSchema = z.strictObject({
  creator: creatorSchema,
  tags: z.array(tagSchema),
  accounts: z.array(accountSchema),
  contacts: z.array(contactSchema),
  /** how many times the numbers were observed; the last time, and the one before it of the same account */
  observations: z.strictObject({
    count: z.int(),
    previous: z.optional(observationSchema),
    last: z.optional(observationSchema),
  }),
});
export type CreatorView = z.infer<typeof creatorViewSchema>;

/** Index keys of an account: platforms compare handles without regard to case. */
export function identityKeys(account: {
  platform: string;
  handle: string;
  stableId?: string | undefined;
}): string[] {
  const byHandle = `${account.platform}:${account.handle.toLowerCase()}`;
  return account.stableId ? [`${account.platform}:#${account.stableId}`, byHandle] : [byHandle];
}

/** Whether a next action should be done by `today`. */
export function isDue(creator: { due?: Day | undefined }, today: Day): boolean {
  return creator.due !== undefined && creator.due <= today;
}
