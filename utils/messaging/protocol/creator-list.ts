import * as z from 'zod/mini';
import { activitySchema } from '../../domain/activity.ts';
import { contactSchema } from '../../domain/contact.ts';
import {
  accountSchema,
  creatorViewSchema,
  nextActionSchema,
  observationSchema,
} from '../../domain/creator.ts';
import {
  creatorFilterSchema,
  creatorRowSchema,
  creatorSortSchema,
  savedViewSchema,
} from '../../domain/creator-row.ts';
import { platformIds } from '../../domain/platform.ts';
import { daySchema, idSchema, timeSchema } from '../../domain/record.ts';
import { tagNameSchema, tagSchema } from '../../domain/tag.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { creatorRoles, creatorStatuses } from '../../domain/vocabulary.ts';
import { message, nothing, operation } from './message.ts';

const tagNames = z.array(tagNameSchema).check(z.maxLength(50));
const rows = z.array(creatorRowSchema);

/** A profile that the operator names by its address. */
const namedAccountSchema = z.strictObject({
  platform: z.enum(platformIds),
  handle: z.string().check(z.trim(), z.minLength(1), z.maxLength(textLimits.short)),
  url: z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ })),
});

/** What can be changed about many creators at once. `null` takes a value away, a key left out keeps it. */
export const bulkChangesSchema = z.partial(
  z.strictObject({
    role: z.enum(creatorRoles),
    status: z.enum(creatorStatuses),
    lastContact: z.nullable(daySchema),
    nextAction: z.nullable(nextActionSchema),
    doNotContact: z.boolean(),
    addTags: tagNames,
    removeTags: tagNames,
  }),
);
export type BulkChanges = z.infer<typeof bulkChangesSchema>;

/** The series of one account, oldest first; at most the newest 500 looks. */
const seriesSchema = z.strictObject({ accountId: idSchema, observations: z.array(observationSchema) });

export const activityRowSchema = z.strictObject({
  activity: activitySchema,
  /** whom or what it was about, where that is still there */
  subject: z.optional(
    z.strictObject({
      kind: z.enum(['creator', 'competitor', 'brand', 'tag']),
      id: idSchema,
      name: z.string(),
    }),
  ),
  /** it can still be taken back */
  undoable: z.boolean(),
});
export type ActivityRow = z.infer<typeof activityRowSchema>;

export const creatorListMessages = {
  /** a page of the list, newest creators first */
  'creator.rows': message(
    ['dashboard'],
    z.strictObject({ after: z.nullable(idSchema), limit: z.int().check(z.gte(1), z.lte(1_000)) }),
    z.strictObject({ rows, next: z.nullable(idSchema), total: z.int(), at: timeSchema }),
  ),
  /** what changed since an answer's `at`; `all`: too much, or not to be told, ask for everything again */
  'creator.rows-since': message(
    ['dashboard'],
    z.strictObject({ since: timeSchema }),
    z.strictObject({ rows, gone: z.array(idSchema), all: z.boolean(), at: timeSchema }),
  ),
  'creator.history': message(
    ['dashboard'],
    z.strictObject({ creatorId: idSchema }),
    z.strictObject({
      series: z.array(seriesSchema),
      /** newest first, at most 200 */
      activities: z.array(activityRowSchema),
      introducedBy: z.optional(z.strictObject({ id: idSchema, name: z.string() })),
    }),
  ),
  /** by hand, without a page: at least a name or an account */
  'creator.add': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
      account: z.optional(namedAccountSchema),
    }),
    z.strictObject({ creatorId: idSchema, outcome: z.enum(['created', 'known']) }),
  ),
  'creator.edit-many': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      batchId: z.optional(idSchema),
      creatorIds: z.array(idSchema).check(z.minLength(1), z.maxLength(500)),
      changes: bulkChangesSchema,
    }),
    z.strictObject({ changed: z.int(), missing: z.int() }),
  ),
  'contact.save': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      creatorId: idSchema,
      /** absent: a new one */
      contactId: z.optional(idSchema),
      kind: contactSchema.shape.kind,
      value: z.string().check(z.trim(), z.minLength(1), z.maxLength(textLimits.short)),
    }),
    creatorViewSchema,
  ),
  'contact.remove': message(['dashboard'], z.strictObject({ ...operation, contactId: idSchema }), nothing),
  'account.add': message(
    ['dashboard'],
    z.strictObject({ ...operation, creatorId: idSchema, account: namedAccountSchema }),
    accountSchema,
  ),
  'tag.list': message(['dashboard'], nothing, z.strictObject({ tags: z.array(tagSchema) })),

  'view.list': message(['dashboard'], nothing, z.strictObject({ views: z.array(savedViewSchema) })),
  'view.save': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      viewId: z.optional(idSchema),
      name: savedViewSchema.shape.name,
      filter: creatorFilterSchema,
      sort: creatorSortSchema,
    }),
    savedViewSchema,
  ),
  'view.remove': message(['dashboard'], z.strictObject({ ...operation, viewId: idSchema }), nothing),

  /** newest first; `before` is the last row of the page before */
  'activity.list': message(
    ['dashboard'],
    z.strictObject({
      before: z.nullable(z.strictObject({ at: timeSchema, id: idSchema })),
      limit: z.int().check(z.gte(1), z.lte(200)),
      kind: z.optional(activitySchema.shape.kind),
    }),
    z.strictObject({ rows: z.array(activityRowSchema), more: z.boolean() }),
  ),

  /** everything that is kept about one person, store by store, as stored */
  'person.export': message(
    ['dashboard'],
    z.strictObject({ creatorId: idSchema }),
    z.strictObject({ stores: z.record(z.string(), z.array(z.unknown())) }),
  ),
  /** out of every store, index, undo image and second copy; `suppress`: and not to be stored again. Cannot be undone. */
  'person.erase': message(
    ['dashboard'],
    z.strictObject({ ...operation, creatorId: idSchema, suppress: z.boolean() }),
    z.strictObject({ records: z.int() }),
  ),
  'suppression.count': message(['dashboard'], nothing, z.strictObject({ count: z.int() })),
  /** `lifted` false: that profile was not suppressed */
  'suppression.lift': message(
    ['dashboard'],
    z.strictObject({ ...operation, account: namedAccountSchema }),
    z.strictObject({ lifted: z.boolean() }),
  ),
};
