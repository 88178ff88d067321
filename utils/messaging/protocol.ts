import * as z from 'zod/mini';
import { brandDetailsSchema, brandSchema, ownAccountSchema } from '../domain/brand.ts';
import { watchlistRowSchema } from '../domain/competitor.ts';
import { creatorChangesSchema, creatorViewSchema } from '../domain/creator.ts';
import { frameContextSchema, missingSchema } from '../domain/frame-context.ts';
import { hintShape } from '../domain/hint.ts';
import { marks } from '../domain/mark.ts';
import { pageReadingSchema } from '../domain/page-reading.ts';
import { platformIds } from '../domain/platform.ts';
import { daySchema, idSchema, timeSchema } from '../domain/record.ts';
import { checklistRowSchema, routineSchema } from '../domain/routine.ts';
import { settingsSchema } from '../domain/settings.ts';
import { chosenItems, dayParts } from '../domain/vocabulary.ts';
import { campaignMessages } from './protocol/campaigns.ts';
import { caseMessages, casesAtAGlanceSchema } from './protocol/cases.ts';
import { creatorListMessages } from './protocol/creator-list.ts';
import { fanMessages } from './protocol/fans.ts';
import { keywordMessages } from './protocol/keywords.ts';
import { message, nothing, operation } from './protocol/message.ts';
import { paletteMessages } from './protocol/palette.ts';
import { placeMessages } from './protocol/places.ts';
import { queueMessages } from './protocol/queue.ts';
import { refreshMessages } from './protocol/refresh.ts';
import { rightsCountsSchema, rightsMessages } from './protocol/rights.ts';
import { siteMessages } from './protocol/sites.ts';
import { snapshotMessages } from './protocol/snapshots.ts';
import { taggingMessages } from './protocol/tagging.ts';
import { tagMessages } from './protocol/tags.ts';
import { templateMessages } from './protocol/templates.ts';
import { transferMessages } from './protocol/transfer.ts';
import { watchMessages } from './protocol/watch.ts';
import { watchlistMessages } from './protocol/watchlist.ts';

/**
 * Every message to the background: who may send it, what goes in and what comes out. The router refuses anything else.
 * A message with an `operationId` in its input writes: the change and the id are one transaction, a repeat gets the stored answer.
 */

const handle = z.string().check(z.minLength(1), z.maxLength(1_000));

const markSchema = z.enum(marks);

export const captureAnswerSchema = z.strictObject({
  creatorId: idSchema,
  /** `created`: a new creator · `observed`: already in the notebook, numbers noted again */
  outcome: z.enum(['created', 'observed']),
  missing: missingSchema,
});
export type CaptureAnswer = z.infer<typeof captureAnswerSchema>;

/** What Deckhand sees in the active tab. */
export const tabReadingSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('read'),
    tabId: z.int(),
    title: z.string(),
    reading: pageReadingSchema,
    mark: markSchema,
    creatorId: z.optional(idSchema),
    /** the competitor whose watched page this is */
    competitorId: z.optional(idSchema),
  }),
  /** the browser's own page, a store, another extension, or a site without access */
  z.strictObject({ state: z.literal('unreadable'), reason: z.enum(['browser-page', 'no-access']) }),
]);
export type TabReading = z.infer<typeof tabReadingSchema>;

export const checklistSchema = z.strictObject({ day: daySchema, rows: z.array(checklistRowSchema) });
export type Checklist = z.infer<typeof checklistSchema>;

export const dueCreatorSchema = z.strictObject({
  creatorId: idSchema,
  displayName: z.string(),
  text: z.string(),
  due: daySchema,
  /** address of the profile to open */
  url: z.optional(z.string()),
});

export const overviewSchema = z.strictObject({
  settings: settingsSchema,
  brand: z.nullable(brandSchema),
  creators: z.int(),
  watchlist: z.array(watchlistRowSchema),
  checklist: checklistSchema,
  /** creators whose next action is due, the longest overdue first, at most 50; `dueTotal` counts all */
  due: z.array(dueCreatorSchema),
  dueTotal: z.int(),
  /** absent: no customer waits */
  cases: z.optional(casesAtAGlanceSchema),
  /** there is something to lose, and no backup for a week */
  backupDue: z.boolean(),
  /** permissions that end within two weeks, and what is in use without one; absent: nothing of both */
  rights: z.optional(z.pick(rightsCountsSchema, { expiring: true, overdue: true })),
});
export type Overview = z.infer<typeof overviewSchema>;

export const recoveryStatusSchema = z.strictObject({
  /** `vanished`: the sentinel remembers records, the database has none · `damaged`: it cannot be opened ·
   *  `replaced`: it is another database than the sentinel's */
  state: z.enum(['healthy', 'vanished', 'damaged', 'replaced']),
  remembered: z.optional(z.strictObject({ creators: z.int(), at: timeSchema })),
  /** the rolling second copy, where there is one that passes its check */
  secondCopy: z.optional(z.strictObject({ at: timeSchema, creators: z.int(), records: z.int() })),
});
export type RecoveryStatus = z.infer<typeof recoveryStatusSchema>;

/** One edited item of the routine; without an id it is new. */
export const routineEditSchema = z.strictObject({
  id: z.optional(idSchema),
  /** of a new item whose words and counts Deckhand brings */
  key: z.optional(z.enum(chosenItems)),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  part: z.enum(dayParts),
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)),
});

export const protocol = {
  // the page's script
  /** has a file put beside the script; the answer carries what the readers shall know from the notebook */
  'page.need': message(
    ['page'],
    z.strictObject({
      part: z.enum(['readers', 'items', 'picker', 'palette', 'snapshot', 'keywords', 'tagged']),
    }),
    z.strictObject({ hints: z.array(z.strictObject(hintShape)) }),
  ),
  'page.ask-in-popup': message(['page'], nothing, nothing),
  'card.open': message(
    ['page'],
    z.strictObject({ platform: z.enum(platformIds), handle, stableId: z.optional(handle) }),
    nothing,
  ),
  'creator.capture': message(
    ['page'],
    z.strictObject({ ...operation, reading: pageReadingSchema }),
    captureAnswerSchema,
  ),

  // the frame in the page
  'frame.context': message(['frame'], nothing, z.nullable(frameContextSchema)),
  'frame.close': message(['frame'], nothing, nothing),
  'frame.size': message(
    ['frame'],
    z.strictObject({ height: z.int().check(z.gte(0), z.lte(4_000)) }),
    nothing,
  ),

  // creators
  'creator.get': message(
    ['frame', 'popup', 'dashboard'],
    z.strictObject({ creatorId: idSchema }),
    creatorViewSchema,
  ),
  'creator.update': message(
    ['frame', 'popup', 'dashboard'],
    z.strictObject({ ...operation, creatorId: idSchema, changes: creatorChangesSchema }),
    creatorViewSchema,
  ),
  'tag.suggest': message(
    ['frame', 'popup', 'dashboard'],
    nothing,
    z.strictObject({ names: z.array(z.string()) }),
  ),
  /** "this is us": the account becomes one of the current brand's; a capture that led here is taken back */
  'account.claim': message(
    ['frame', 'popup', 'dashboard'],
    z.strictObject({ ...operation, account: ownAccountSchema, undo: z.optional(idSchema) }),
    nothing,
  ),
  /**
   * Takes one operation back, or the newest step of a batch that is not taken back yet: then `left` says how many more steps there
   * are, and `kept` how many records stayed because they were changed since.
   */
  'operation.undo': message(
    ['page', 'frame', 'popup', 'dashboard'],
    z.strictObject({ ...operation, undo: idSchema }),
    z.strictObject({ left: z.int(), kept: z.int() }),
  ),

  ...creatorListMessages,
  ...transferMessages,
  ...siteMessages,
  ...snapshotMessages,
  ...watchMessages,
  ...refreshMessages,
  ...templateMessages,
  ...paletteMessages,
  ...tagMessages,
  ...caseMessages,
  ...queueMessages,
  ...keywordMessages,
  ...rightsMessages,
  ...fanMessages,
  ...campaignMessages,
  ...placeMessages,
  ...taggingMessages,

  // the active tab, from the popup
  'tab.read': message(['popup'], nothing, tabReadingSchema),
  'tab.capture': message(['popup'], z.strictObject({ ...operation, tabId: z.int() }), captureAnswerSchema),

  // today
  'overview.get': message(['popup'], z.strictObject({ day: daySchema }), overviewSchema),
  /** for the page that is printed for a stand-in: of the overview only this */
  'handover.get': message(
    ['dashboard'],
    z.strictObject({ day: daySchema }),
    z.pick(overviewSchema, { watchlist: true, checklist: true }),
  ),
  'checklist.get': message(['popup', 'dashboard'], z.strictObject({ day: daySchema }), checklistSchema),
  'checklist.tick': message(
    ['popup', 'dashboard'],
    z.strictObject({ ...operation, day: daySchema, routineId: idSchema, done: z.boolean() }),
    checklistSchema,
  ),
  /** the whole routine in its order, items of other weekdays too: what the editor starts from */
  'routine.get': message(['popup', 'dashboard'], nothing, z.strictObject({ items: z.array(routineSchema) })),
  /** the whole routine in its new order; an item left out is removed from today on */
  'routine.save': message(
    ['popup', 'dashboard'],
    z.strictObject({
      ...operation,
      day: daySchema,
      items: z.array(routineEditSchema).check(z.maxLength(100)),
    }),
    checklistSchema,
  ),

  ...watchlistMessages,

  // who we are, how it looks
  'settings.get': message(['popup', 'sidepanel', 'dashboard', 'frame'], nothing, settingsSchema),
  'settings.save': message(
    ['popup', 'dashboard'],
    z.strictObject({ ...operation, changes: z.partial(settingsSchema) }),
    settingsSchema,
  ),
  'brand.list': message(['popup', 'dashboard'], nothing, z.strictObject({ brands: z.array(brandSchema) })),
  'brand.save': message(
    ['dashboard'],
    z.strictObject({ ...operation, brandId: z.optional(idSchema), details: brandDetailsSchema }),
    brandSchema,
  ),

  // a damaged or vanished notebook
  'recovery.status': message(['popup', 'dashboard'], nothing, recoveryStatusSchema),
  'recovery.restore': message(['dashboard'], z.strictObject(operation), z.strictObject({ records: z.int() })),
  'recovery.start-empty': message(['dashboard'], z.strictObject(operation), nothing),
};

type Protocol = typeof protocol;
export type MessageType = keyof Protocol;
export type Input<T extends MessageType> = z.infer<Protocol[T]['input']>;
export type Output<T extends MessageType> = z.infer<Protocol[T]['output']>;
/** Messages that write. */
export type WritingMessage = {
  [T in MessageType]: Input<T> extends { operationId: string } ? T : never;
}[MessageType];

/** What travels: the type and its payload, nothing else. The answer is a `Result`. */
export const envelopeSchema = z.strictObject({ type: z.string().check(z.maxLength(60)), input: z.unknown() });
export type Envelope<T extends MessageType = MessageType> = { type: T; input: Input<T> };
