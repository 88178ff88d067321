import * as z from 'zod/mini';
import { unreadableReasons } from './change-kind.ts';
import { moneySchema } from './page-reading.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { refreshSources } from './refresh.ts';
import type { snapshotSchema } from './snapshot.ts';
import { snapshotLimits } from './snapshot-limits.ts';

/** When a watched page was last seen; its id is the page's. Kept with every look, so that the popup reads no snapshots. */
export const watchStateSchema = z.strictObject({
  ...recordShape,
  competitorId: idSchema,
  /** the last look, whether it could be read or not */
  triedAt: timeSchema,
  /** the last that was no refresh in the background: a visit may look again although a refresh just did */
  visitedAt: z.optional(timeSchema),
  /** the last that could */
  readAt: z.optional(timeSchema),
  /** why the last could not */
  unreadable: z.optional(z.enum(unreadableReasons)),
});
export type WatchState = z.infer<typeof watchStateSchema>;

const count = z.int().check(z.nonnegative());

/**
 * The figures of one readable look, for the series: they stay when the snapshot's layers are thinned. Its id is the snapshot's. Of prices
 * only those that are other ones than at the look before.
 */
export const pageFiguresSchema = z.strictObject({
  ...recordShape,
  watchedPageId: idSchema,
  at: timeSchema,
  /** of a refresh: where it took them from */
  via: z.optional(z.enum(refreshSources)),
  followers: z.optional(count),
  posts: z.optional(count),
  products: z.optional(count),
  promotions: z.optional(count),
  lowest: z.optional(moneySchema),
  highest: z.optional(moneySchema),
  prices: z.array(
    z.strictObject({
      /** as changes have it */
      key: z.string().check(z.minLength(1), z.maxLength(8_000)),
      title: z.optional(z.string().check(z.maxLength(snapshotLimits.changedText))),
      /** null: not on the page any more, or without a price */
      price: z.nullable(moneySchema),
    }),
  ),
});
export type PageFigures = z.infer<typeof pageFiguresSchema>;

/** A picture that is being taken; its id is the snapshot's. One that is left when the background starts anew was stopped with it. */
export const pictureJobSchema = z.strictObject({
  ...recordShape,
  tabId: z.int(),
  visibleOnly: z.boolean(),
  /** it is kept and waits to be compared with the one before: how often that was begun */
  compareTries: z.optional(count),
});
export type PictureJob = z.infer<typeof pictureJobSchema>;

export type SnapshotStatus = z.infer<typeof snapshotSchema>['status'];
