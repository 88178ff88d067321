import * as z from 'zod/mini';
import { watchNoteSchema } from './change.ts';
import { missingReasons, snapshotCauses, textRegions, unreadableReasons } from './change-kind.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { refreshSources } from './refresh.ts';
import { snapshotLimits } from './snapshot-limits.ts';
import { textLimits } from './text-limits.ts';

/** SHA-256 of the uncompressed bytes, lower-case hex: the name of a blob. */
export const contentHashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const size = z.int().check(z.nonnegative());

/** A layer is there, by the hash of its content, or it is missing and says why. */
const missing = z.strictObject({ state: z.literal('missing'), reason: z.enum(missingReasons) });
const kept = z.strictObject({
  state: z.literal('kept'),
  hash: contentHashSchema,
  bytes: size,
  /** of a layout: its styles are a content of their own, which nearly all looks at a page share */
  styles: z.optional(contentHashSchema),
});
const layer = z.discriminatedUnion('state', [kept, missing]);

/** A tall picture is kept in tiles: no encoder takes a whole page, and an unchanged tile is the same blob. */
const tile = z.strictObject({ hash: contentHashSchema, width: size, height: size, bytes: size });
const picture = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('kept'),
    /** over the tiles' hashes: the same picture has the same */
    hash: contentHashSchema,
    tiles: z.array(tile).check(z.maxLength(snapshotLimits.tiles)),
    /** the page goes on below */
    cut: z.boolean(),
    /** only what was on the screen, as on social platforms and automatic visits */
    visibleOnly: z.boolean(),
  }),
  missing,
]);

/** Rows of an earlier look that later, half-loaded ones did not reach: runs of places in its reading, first and last, from 0. */
const carriedRows = z.strictObject({
  snapshotId: idSchema,
  rows: z.array(z.tuple([size, size])).check(z.maxLength(snapshotLimits.carriedRuns)),
});
export type CarriedRows = z.infer<typeof carriedRows>;

/** One look at a watched page. */
export const snapshotSchema = z.strictObject({
  ...recordShape,
  competitorId: idSchema,
  watchedPageId: idSchema,
  takenAt: timeSchema,
  /** later visits on which no layer was different: the last of them */
  seenAgainAt: z.optional(timeSchema),
  /** how many they were */
  timesSeenAgain: z.optional(z.int().check(z.positive())),
  /** removed by the person; it goes for good when that can no longer be taken back */
  removedAt: z.optional(timeSchema),
  address: z.string().check(z.minLength(1), z.maxLength(textLimits.address)),
  cause: z.enum(snapshotCauses),
  /** of a refresh: where it took its products from. Looks are compared with those of the same way only. */
  via: z.optional(z.enum(refreshSources)),
  status: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('ok') }),
    z.strictObject({ state: z.literal('unreadable'), reason: z.enum(unreadableReasons) }),
  ]),
  layers: z.strictObject({ reading: layer, text: layer, picture, layout: layer }),
  /** what the next look is compared with beside this one's own rows, in the order of the page */
  carried: z.optional(z.array(carriedRows).check(z.maxLength(snapshotLimits.carriedLooks))),
  /** CSS pixels of the window: another width is another layout */
  viewport: z.optional(z.strictObject({ width: size, height: size })),
  pinned: z.boolean(),
  note: z.optional(watchNoteSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A block of visible text, as `textBlocks` finds it. */
export const textBlockSchema = z.strictObject({
  /** the names of the elements around it and its number among those of the same names */
  key: z.string().check(z.minLength(1), z.maxLength(400)),
  tag: z.string().check(z.minLength(1), z.maxLength(40)),
  region: z.enum(textRegions),
  text: z.string().check(z.minLength(1), z.maxLength(snapshotLimits.blockText)),
});
export type TextBlock = z.infer<typeof textBlockSchema>;

export const pageTextSchema = z.strictObject({
  blocks: z.array(textBlockSchema).check(z.maxLength(snapshotLimits.blocks)),
  /** there was more than the limits allow */
  cut: z.boolean(),
});
export type PageText = z.infer<typeof pageTextSchema>;

const name = z.string().check(z.minLength(1), z.maxLength(snapshotLimits.name));
const address = z.string().check(z.minLength(1), z.maxLength(textLimits.address));

/** An element or a text of the cleaned page. Flat, so that no depth of a page can break whoever checks or draws it. */
export const layoutNodeSchema = z.strictObject({
  /** index of the element it is in, always smaller than its own; -1 for the first */
  parent: z.int().check(z.gte(-1)),
  /** of an element */
  tag: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/))),
  classes: z.optional(z.array(name).check(z.maxLength(snapshotLimits.classes))),
  region: z.optional(z.enum(textRegions)),
  /** where a link leads, where a picture is: http and https only, never loaded by us */
  href: z.optional(address),
  picture: z.optional(address),
  alt: z.optional(z.string().check(z.maxLength(snapshotLimits.name * 4))),
  /** of a text; such a node has no tag */
  text: z.optional(z.string().check(z.maxLength(snapshotLimits.blockText))),
});
export type LayoutNode = z.infer<typeof layoutNodeSchema>;

export const pageLayoutSchema = z.strictObject({
  nodes: z.array(layoutNodeSchema).check(z.maxLength(snapshotLimits.nodes)),
  /** style rules without anything that loads */
  styles: z.string().check(z.maxLength(snapshotLimits.styles)),
  cut: z.boolean(),
});
export type PageLayout = z.infer<typeof pageLayoutSchema>;
