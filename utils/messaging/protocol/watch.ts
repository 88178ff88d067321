import * as z from 'zod/mini';
import { muteSchema, storedChangeSchema, watchNoteSchema } from '../../domain/change.ts';
import { changeKinds, severities, unreadableReasons } from '../../domain/change-kind.ts';
import { watchlistRowSchema } from '../../domain/competitor.ts';
import { moneySchema } from '../../domain/page-reading.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import { message, nothing, operation } from './message.ts';
import { bySeveritySchema } from './snapshots.ts';

/** What snapshots found to be different, and what the popup and the dashboard say of the watchlist. */

const size = z.int().check(z.nonnegative());
const own = ['popup', 'sidepanel', 'dashboard'] as const;

/** A place in the list of changes, newest first: the last row of the page before. */
const changePlace = z.strictObject({ at: timeSchema, id: idSchema });

export const changeFilterSchema = z.strictObject({
  competitorId: z.optional(idSchema),
  watchedPageId: z.optional(idSchema),
  snapshotId: z.optional(idSchema),
  /** found at or after, and before */
  from: z.optional(timeSchema),
  until: z.optional(timeSchema),
  kinds: z.optional(z.array(z.enum(changeKinds)).check(z.maxLength(changeKinds.length))),
  severities: z.optional(z.array(z.enum(severities)).check(z.maxLength(severities.length))),
  unread: z.optional(z.boolean()),
  /** absent: muted and not */
  muted: z.optional(z.boolean()),
  noted: z.optional(z.boolean()),
});
export type ChangeFilter = z.infer<typeof changeFilterSchema>;

const digestPage = z.strictObject({
  watchedPageId: idSchema,
  /** the last look, whether it could be read or not; absent: never */
  lastTriedAt: z.optional(timeSchema),
  /** the last look that could be read */
  lastReadAt: z.optional(timeSchema),
  /** why the last look could not be read; absent: it could */
  unreadable: z.optional(z.enum(unreadableReasons)),
  /** nothing could be read for `staleDays`, or ever */
  stale: z.boolean(),
});

export const watchDigestSchema = z.strictObject({
  /** in the order of the watchlist */
  rows: z.array(
    z.strictObject({
      competitorId: idSchema,
      /** changes nobody has read yet, without those that are muted */
      unread: bySeveritySchema,
      pages: z.array(digestPage),
    }),
  ),
  /** of all competitors */
  unread: bySeveritySchema,
  staleDays: z.int(),
});
export type WatchDigest = z.infer<typeof watchDigestSchema>;

export const watchHeadlinesSchema = z.strictObject({
  /** only competitors of whom there is something to say */
  rows: z.array(
    z.strictObject({
      competitorId: idSchema,
      /** all of them */
      count: size,
      /** the gravest three at most */
      changes: z.array(storedChangeSchema),
    }),
  ),
});
export type WatchHeadlines = z.infer<typeof watchHeadlinesSchema>;

/** Where a look stands in a series: the snapshot opens by a click on its point. */
const lookShape = { at: timeSchema, snapshotId: idSchema };

export const watchSeriesSchema = z.strictObject({
  /** one row for each readable look that showed other figures than the one before, oldest first */
  looks: z.array(
    z.strictObject({
      ...lookShape,
      followers: z.optional(size),
      posts: z.optional(size),
      /** products of the page; of them those with a promotion or a struck-through price */
      products: z.optional(size),
      promotions: z.optional(size),
      /** the lowest and highest price, where all have one currency */
      lowest: z.optional(moneySchema),
      highest: z.optional(moneySchema),
    }),
  ),
  /** by the key that changes have; a point stands where the price is another one than before */
  prices: z.array(
    z.strictObject({
      key: z.string(),
      title: z.optional(z.string()),
      points: z.array(
        z.strictObject({
          ...lookShape,
          /** null: the product is not listed, or without a price, from then on */
          price: z.nullable(moneySchema),
        }),
      ),
    }),
  ),
  /** there are older looks than these */
  cut: z.boolean(),
});
export type WatchSeries = z.infer<typeof watchSeriesSchema>;

export const watchStorageSchema = z.strictObject({
  snapshots: z.int(),
  /** as they lie in the notebook, packed; content that several snapshots share counts once */
  bytes: z.strictObject({ reading: size, text: size, picture: size, layout: size }),
  /** what the plan (all of 30 days, then one a week, then one a month) would take away now */
  thinnable: z.strictObject({ snapshots: size, bytes: size }),
});
export type WatchStorage = z.infer<typeof watchStorageSchema>;

export const watchMessages = {
  /** what changed, newest first; `next` null: that was all */
  'change.list': message(
    [...own],
    z.strictObject({
      filter: changeFilterSchema,
      before: z.nullable(changePlace),
      limit: z.int().check(z.gte(1), z.lte(200)),
    }),
    z.strictObject({ changes: z.array(storedChangeSchema), next: z.nullable(changePlace) }),
  ),
  /** some, or everything of a competitor (of all without one) that was found until a time */
  'change.read': message(
    [...own],
    z.strictObject({
      ...operation,
      which: z.union([
        z.strictObject({ changeIds: z.array(idSchema).check(z.minLength(1), z.maxLength(1_000)) }),
        z.strictObject({ competitorId: z.nullable(idSchema), until: timeSchema }),
      ]),
    }),
    z.strictObject({ read: z.int() }),
  ),
  /**
   * Announces a kind no more, or again (`on` false): of one field or product with a key, else the whole kind; of one page or of all
   * pages of a competitor. `changes`: how many found before are muted or unmuted with it.
   */
  'change.mute': message(
    [...own],
    z.strictObject({
      ...operation,
      of: z.union([z.strictObject({ watchedPageId: idSchema }), z.strictObject({ competitorId: idSchema })]),
      kind: z.enum(changeKinds),
      key: muteSchema.shape.key,
      on: z.boolean(),
    }),
    z.strictObject({ changes: z.int() }),
  ),
  /** the whole note anew; without any text it goes. Whoever notes has looked: today's checklist counts the competitor. */
  'change.note': message(
    [...own],
    z.strictObject({ ...operation, changeId: idSchema, note: watchNoteSchema }),
    storedChangeSchema,
  ),

  /** the watchlist with its pages and what is muted */
  'watch.list': message(['dashboard'], nothing, z.strictObject({ rows: z.array(watchlistRowSchema) })),
  'watch.digest': message([...own], nothing, watchDigestSchema),
  /** what to say of each competitor: found at or after a time, or (null) what nobody has read */
  'watch.headlines': message(
    [...own],
    z.strictObject({ from: z.nullable(timeSchema) }),
    watchHeadlinesSchema,
  ),
  'watch.series': message(['dashboard'], z.strictObject({ watchedPageId: idSchema }), watchSeriesSchema),
  'watch.storage': message(['dashboard'], nothing, watchStorageSchema),
  /** one step of thinning; asked again until `left` is 0 */
  'watch.thin': message(
    ['dashboard'],
    z.strictObject(operation),
    z.strictObject({ thinned: z.int(), bytes: z.int(), left: z.int() }),
  ),
};
