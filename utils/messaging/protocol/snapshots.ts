import * as z from 'zod/mini';
import { watchNoteSchema } from '../../domain/change.ts';
import { layerNames, missingReasons, snapshotCauses } from '../../domain/change-kind.ts';
import { pageReadingSchema } from '../../domain/page-reading.ts';
import { idSchema, timeSchema } from '../../domain/record.ts';
import {
  contentHashSchema,
  pageLayoutSchema,
  pageTextSchema,
  snapshotSchema,
} from '../../domain/snapshot.ts';
import { message, nothing, operation } from './message.ts';

/** Snapshots of watched pages. */

const address = z.string().check(z.maxLength(8_000), z.url({ protocol: /^https?$/ }));
const size = z.int().check(z.nonnegative());
export const bySeveritySchema = z.strictObject({ low: size, medium: size, high: size });
export type BySeverity = z.infer<typeof bySeveritySchema>;

const missing = z.strictObject({ missing: z.enum(missingReasons) });
export type MissingLayer = z.infer<typeof missing>;

/** What came of a look at a watched page. Shown only after all of it is durable. */
export const snapshotAnswerSchema = z.strictObject({
  /** of an unchanged look the snapshot that was there already: pictures and late layers belong to it */
  snapshotId: idSchema,
  watchedPageId: idSchema,
  competitorId: idSchema,
  /** nothing was different: the last snapshot got a time (`seenAgainAt`), no new one was made */
  unchanged: z.boolean(),
  /** the first look at this page: there is nothing to compare it with */
  first: z.boolean(),
  /** without those that are muted */
  changes: bySeveritySchema,
  status: snapshotSchema.shape.status,
});
export type SnapshotAnswer = z.infer<typeof snapshotAnswerSchema>;

const keptLayer = z.strictObject({
  state: z.literal('kept'),
  hash: contentHashSchema,
  /** before packing; of a picture the sum of its tiles */
  bytes: size,
  /** of a picture */
  cut: z.optional(z.boolean()),
  visibleOnly: z.optional(z.boolean()),
});
const missingLayer = z.strictObject({ state: z.literal('missing'), reason: z.enum(missingReasons) });
const rowLayer = z.discriminatedUnion('state', [keptLayer, missingLayer]);

/** A snapshot as a list shows it: without the names of its tiles, with the number of its changes. */
export const snapshotRowSchema = z.strictObject({
  ...z.omit(snapshotSchema, { layers: true, carried: true }).shape,
  layers: z.strictObject({ reading: rowLayer, text: rowLayer, picture: rowLayer, layout: rowLayer }),
  /** muted ones among them */
  changes: size,
});
export type SnapshotRow = z.infer<typeof snapshotRowSchema>;

export const layerContentSchema = z.discriminatedUnion('layer', [
  z.strictObject({ layer: z.literal('reading'), reading: pageReadingSchema }),
  z.strictObject({ layer: z.literal('text'), text: pageTextSchema }),
  z.strictObject({ layer: z.literal('layout'), layout: pageLayoutSchema }),
  z.strictObject({
    layer: z.literal('picture'),
    /** from the top; each is asked for by `snapshot.tile` */
    tiles: z.array(z.strictObject({ hash: contentHashSchema, width: size, height: size })),
    cut: z.boolean(),
    visibleOnly: z.boolean(),
  }),
  z.strictObject({ layer: z.literal('missing'), reason: z.enum(missingReasons) }),
]);
export type LayerContent = z.infer<typeof layerContentSchema>;

const own = ['popup', 'sidepanel', 'dashboard'] as const;
const pictures = ['sidepanel', 'dashboard'] as const;

export const snapshotMessages = {
  /**
   * Has the tab's page looked at and recorded. `not-watched`: the page is on no watchlist; `no-access`: the browser gives no access to
   * it; `quota`: the disk is full, nothing was written.
   */
  'snapshot.take': message(
    ['popup', 'sidepanel'],
    z.strictObject({ ...operation, tabId: z.int() }),
    snapshotAnswerSchema,
  ),
  /**
   * What a page's script shall do of its own accord. `due`: the page is watched, looking on visits is switched on, and nobody looked within the
   * hour · `shop`: it is a shop's, or shows itself as one
   */
  'snapshot.here': message(['page'], nothing, z.strictObject({ due: z.boolean(), shop: z.boolean() })),
  /** the page's part hands in what it read; a layer that it could not make says why */
  'snapshot.record': message(
    ['page'],
    z.strictObject({
      ...operation,
      cause: z.enum(snapshotCauses),
      url: address,
      reading: z.union([pageReadingSchema, missing]),
      text: z.union([pageTextSchema, missing]),
      layout: z.union([pageLayoutSchema, missing]),
      viewport: z.optional(z.strictObject({ width: size, height: size })),
    }),
    snapshotAnswerSchema,
  ),
  /** the cleaned page, where it came after the rest; the answer's `snapshotId` may be another one than the input's */
  'snapshot.add-layout': message(
    ['page'],
    z.strictObject({ ...operation, snapshotId: idSchema, url: address, layout: pageLayoutSchema }),
    snapshotAnswerSchema,
  ),
  /** the picture is not wanted any more: what is there is thrown away, the other layers stay */
  'snapshot.cancel-picture': message(
    ['page', 'popup', 'sidepanel', 'dashboard'],
    z.strictObject({ ...operation, snapshotId: idSchema }),
    nothing,
  ),
  /**
   * The picture that is being taken of a tab, and how far it is; of a snapshot that is named also what came of its own. Both change without a
   * notice: whoever shows them asks again.
   */
  'snapshot.picture': message(
    ['popup'],
    z.strictObject({ tabId: z.int(), snapshotId: z.optional(idSchema) }),
    z.strictObject({
      running: z.nullable(
        z.strictObject({ snapshotId: idSchema, share: z.number().check(z.gte(0), z.lte(1)) }),
      ),
      picture: z.optional(rowLayer),
    }),
  ),

  /** newest first; `before`: the last row of the page before. Removed ones are left out. */
  'snapshot.list': message(
    [...own],
    z.strictObject({
      /** one of the two */
      watchedPageId: z.optional(idSchema),
      competitorId: z.optional(idSchema),
      before: z.nullable(z.strictObject({ takenAt: timeSchema, id: idSchema })),
      limit: z.int().check(z.gte(1), z.lte(200)),
    }),
    z.strictObject({ rows: z.array(snapshotRowSchema), more: z.boolean() }),
  ),
  'snapshot.layer': message(
    [...pictures],
    z.strictObject({ snapshotId: idSchema, layer: z.enum(layerNames) }),
    layerContentSchema,
  ),
  'snapshot.tile': message(
    [...pictures],
    z.strictObject({ hash: contentHashSchema }),
    z.strictObject({
      type: z.enum(['image/webp', 'image/png', 'image/jpeg']),
      /** base64 */
      data: z.string(),
    }),
  ),
  /** a pinned snapshot is never thinned */
  'snapshot.pin': message(
    [...own],
    z.strictObject({ ...operation, snapshotId: idSchema, pinned: z.boolean() }),
    nothing,
  ),
  /** the whole note anew; without any text it goes. A noted snapshot is never thinned. */
  'snapshot.note': message(
    [...own],
    z.strictObject({ ...operation, snapshotId: idSchema, note: watchNoteSchema }),
    nothing,
  ),
  /** with its changes; for a week it can be taken back (`operation.undo`) */
  'snapshot.remove': message([...own], z.strictObject({ ...operation, snapshotId: idSchema }), nothing),
};
