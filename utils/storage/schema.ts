import type { DBSchema, StoreNames, StoreValue } from 'idb';
import * as z from 'zod/mini';
import { type Activity, activitySchema } from '../domain/activity.ts';
import { type Alert, alertSchema } from '../domain/alert.ts';
import { type Batch, batchSchema } from '../domain/batch.ts';
import { type Blob, type BlobContent, blobContentSchema, blobSchema } from '../domain/blob.ts';
import { type Brand, brandSchema } from '../domain/brand.ts';
import { type StoredChange, storedChangeSchema } from '../domain/change.ts';
import {
  type Competitor,
  competitorSchema,
  type WatchedPage,
  watchedPageSchema,
} from '../domain/competitor.ts';
import { type Contact, contactSchema } from '../domain/contact.ts';
import {
  type Account,
  accountSchema,
  type Creator,
  creatorSchema,
  type Observation,
  observationSchema,
} from '../domain/creator.ts';
import { type SavedView, savedViewSchema } from '../domain/creator-row.ts';
import { type Hint, hintSchema } from '../domain/hint.ts';
import { idSchema, recordShape, timeSchema } from '../domain/record.ts';
import { type RefreshJob, refreshJobSchema } from '../domain/refresh-job.ts';
import { type DayEntry, dayEntrySchema, type Routine, routineSchema } from '../domain/routine.ts';
import { type SeenComment, seenCommentSchema } from '../domain/seen-comment.ts';
import { settingsSchema } from '../domain/settings.ts';
import { type SiteHealth, siteHealthSchema } from '../domain/site-health.ts';
import { type Snapshot, snapshotSchema } from '../domain/snapshot.ts';
import { type Suppression, suppressionSchema } from '../domain/suppression.ts';
import { type Tag, tagSchema } from '../domain/tag.ts';
import {
  type FillInAnswer,
  fillInAnswerSchema,
  type Template,
  type TemplateUse,
  type TemplateVersion,
  templateSchema,
  templateUseSchema,
  templateVersionSchema,
} from '../domain/template.ts';
import {
  type PageFigures,
  type PictureJob,
  pageFiguresSchema,
  pictureJobSchema,
  type WatchState,
  watchStateSchema,
} from '../domain/watch-state.ts';
import {
  backedUpTaggingStores,
  copiedTaggingStores,
  type TaggingStores,
  taggingSchemas,
} from './tagging-stores.ts';

/** The one row of settings. A setting that a later version adds is absent here until it is saved. */
export const settingsRecordSchema = z.strictObject({
  ...recordShape,
  id: z.literal('settings'),
  ...z.partial(settingsSchema).shape,
});
export type SettingsRecord = z.infer<typeof settingsRecordSchema>;

/** What a record was before and after an operation; absent: there was none. */
export const imageSchema = z.strictObject({
  store: z.string(),
  key: z.string(),
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
  /** instead of `after`, in a batch: the record's `updatedAt` since then; another one says that it was changed */
  stamp: z.optional(timeSchema),
});
export type Image = z.infer<typeof imageSchema>;

/** One writing message that was carried out; kept for seven days, for repeats and for undo. */
export const operationSchema = z.strictObject({
  ...recordShape,
  at: timeSchema,
  /** the message */
  type: z.string(),
  /** the tab of the page or frame that asked: a page may take back only its own */
  tabId: z.optional(z.int()),
  /** the batch of which this is a step */
  batchId: z.optional(idSchema),
  answer: z.optional(z.unknown()),
  images: z.array(imageSchema),
  undoneBy: z.optional(idSchema),
  /** the operation that this one took back */
  undid: z.optional(idSchema),
});
export type Operation = z.infer<typeof operationSchema>;

/** What is left of a removed record, so that a shared workspace can tell it the others. */
export const tombstoneSchema = z.strictObject({ ...recordShape, store: z.string(), deletedAt: timeSchema });
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** A number that is kept with every write, so that nothing has to be counted. */
export const counterSchema = z.strictObject({ id: z.string(), value: z.int() });
export type Counter = z.infer<typeof counterSchema>;

/** The one row that says which database this is. */
export const metaSchema = z.strictObject({
  id: z.literal('notebook'),
  databaseId: idSchema,
  createdAt: timeSchema,
  /** the browser said that it had to throw the former database away; set until the person decides */
  lost: z.optional(z.boolean()),
  /** how many times the notebook has moved into a fresh database; of two whole ones the higher lives */
  generation: z.optional(z.int()),
  /** a move is under way and this one is not whole yet */
  filling: z.optional(z.boolean()),
});
export type Meta = z.infer<typeof metaSchema>;

/** The whole database, written once: every reader and writer derives its types from here. The key is always `id`. */
export interface NotebookSchema extends DBSchema, TaggingStores {
  creators: { key: string; value: Creator; indexes: { due: string; tagIds: string } };
  accounts: { key: string; value: Account; indexes: { identityKeys: string; creatorId: string } };
  observations: { key: string; value: Observation; indexes: { accountAt: [string, string] } };
  contacts: { key: string; value: Contact; indexes: { creatorId: string } };
  tags: { key: string; value: Tag; indexes: { name: string } };
  activities: {
    key: string;
    value: Activity;
    indexes: { at: string; kindAt: [string, string]; subjectAt: [string, string] };
  };
  operations: { key: string; value: Operation; indexes: { at: string; batchId: string } };
  batches: { key: string; value: Batch };
  competitors: { key: string; value: Competitor; indexes: { position: number } };
  watchedPages: {
    key: string;
    value: WatchedPage;
    indexes: { competitorId: string; url: string; key: string };
  };
  routines: { key: string; value: Routine; indexes: { position: number } };
  dayEntries: { key: string; value: DayEntry; indexes: { day: string; dayRoutine: [string, string] } };
  brands: { key: string; value: Brand };
  savedViews: { key: string; value: SavedView };
  suppressions: { key: string; value: Suppression; indexes: { hash: string } };
  hints: { key: string; value: Hint };
  siteHealth: { key: string; value: SiteHealth };
  templates: { key: string; value: Template };
  templateVersions: { key: string; value: TemplateVersion; indexes: { templateAt: [string, string] } };
  templateUses: {
    key: string;
    value: TemplateUse;
    indexes: {
      at: string;
      templateAt: [string, string];
      creatorId: string;
      postHash: string;
      threadHash: string;
    };
  };
  fillInAnswers: { key: string; value: FillInAnswer; indexes: { name: string } };
  seenComments: { key: string; value: SeenComment };
  snapshots: {
    key: string;
    value: Snapshot;
    indexes: { pageAt: [string, string]; competitorAt: [string, string]; removedAt: string };
  };
  changes: {
    key: string;
    value: StoredChange;
    indexes: { at: string; pageAt: [string, string]; competitorAt: [string, string]; snapshotId: string };
  };
  pageFigures: { key: string; value: PageFigures; indexes: { pageAt: [string, string] } };
  watchStates: { key: string; value: WatchState };
  blobs: { key: string; value: Blob };
  blobContents: { key: string; value: BlobContent };
  pictureJobs: { key: string; value: PictureJob };
  refreshJobs: { key: string; value: RefreshJob };
  alerts: { key: string; value: Alert };
  settings: { key: string; value: SettingsRecord };
  counters: { key: string; value: Counter };
  tombstones: { key: string; value: Tombstone };
  meta: { key: string; value: Meta };
}

export type StoreName = StoreNames<NotebookSchema>;
export type StoreRecord<S extends StoreName> = StoreValue<NotebookSchema, S>;
export type IndexName<S extends StoreName> = NotebookSchema[S] extends { indexes: infer I }
  ? keyof I & string
  : never;

/** How every stored record looks: checked when records come back from a file, and after migrations in tests. */
export const recordSchemas: { [S in StoreName]: z.ZodMiniType<StoreRecord<S>> } = {
  creators: creatorSchema,
  accounts: accountSchema,
  observations: observationSchema,
  contacts: contactSchema,
  tags: tagSchema,
  ...taggingSchemas,
  activities: activitySchema,
  operations: operationSchema,
  batches: batchSchema,
  competitors: competitorSchema,
  watchedPages: watchedPageSchema,
  routines: routineSchema,
  dayEntries: dayEntrySchema,
  brands: brandSchema,
  savedViews: savedViewSchema,
  suppressions: suppressionSchema,
  hints: hintSchema,
  siteHealth: siteHealthSchema,
  templates: templateSchema,
  templateVersions: templateVersionSchema,
  templateUses: templateUseSchema,
  fillInAnswers: fillInAnswerSchema,
  seenComments: seenCommentSchema,
  snapshots: snapshotSchema,
  changes: storedChangeSchema,
  pageFigures: pageFiguresSchema,
  watchStates: watchStateSchema,
  blobs: blobSchema,
  blobContents: blobContentSchema,
  pictureJobs: pictureJobSchema,
  refreshJobs: refreshJobSchema,
  alerts: alertSchema,
  settings: settingsRecordSchema,
  counters: counterSchema,
  tombstones: tombstoneSchema,
  meta: metaSchema,
};

/** Every store by name. */
export const storeNames = Object.keys(recordSchemas) as StoreName[];

/** The small stores: what the rolling second copy holds. Series, logs and what can be made again are left out. */
export const copiedStores = [
  'creators',
  'accounts',
  'contacts',
  'tags',
  'competitors',
  'watchedPages',
  'routines',
  'dayEntries',
  'brands',
  'savedViews',
  'suppressions',
  'hints',
  'templates',
  'fillInAnswers',
  'watchStates',
  'settings',
  'tombstones',
  ...copiedTaggingStores,
] as const satisfies StoreName[];

/**
 * What a backup file holds: everything but undo images, what can be counted again and what belongs to this one database. Comments kept for
 * a preview are left out as well: they are strangers' words, worth something for a few days, and no file should carry them on.
 * Snapshots come without their contents (`not-in-backup`): pictures and texts of strangers' pages would make the file many times as large,
 * and what was found in them stands in the changes and figures.
 */
export const backupStores = [
  ...copiedStores,
  'templateVersions',
  'templateUses',
  'observations',
  'activities',
  'snapshots',
  'changes',
  'pageFigures',
  ...backedUpTaggingStores,
] as const satisfies StoreName[];

/** Contents of snapshots and what holds them: in no file, and out of the notebook when all snapshots are. */
export const contentStores = ['blobs', 'blobContents', 'pictureJobs'] as const satisfies StoreName[];
