import * as z from 'zod/mini';
import {
  campaignDetailsSchema,
  campaignSchema,
  drawSchema,
  entrySchema,
  hashSchema,
  platformResultSchema,
  seedSchema,
} from '../../domain/campaign.ts';
import { conditionResults, entryConditions, entryStep } from '../../domain/campaign-kinds.ts';
import { checkReasons, entryStates, outReasons } from '../../domain/entry-rules.ts';
import { daySchema, idSchema, timeSchema } from '../../domain/record.ts';
import { message, nothing, operation } from './message.ts';

const ofCampaign = { campaignId: idSchema };
const count = z.int().check(z.gte(0));

/** A campaign with how much there is of it. */
export const campaignRowSchema = z.strictObject({ campaign: campaignSchema, entries: count, draws: count });
export type CampaignRow = z.infer<typeof campaignRowSchema>;

/** What came of the rules for one entry: see `entry-rules.ts`. */
export const verdictSchema = z.strictObject({
  state: z.enum(entryStates),
  checks: z.array(
    z.strictObject({
      condition: z.enum(entryConditions),
      wanted: z.optional(z.string()),
      found: z.optional(count),
      result: z.enum(conditionResults),
      reason: z.enum(checkReasons),
    }),
  ),
  out: z.optional(z.enum(outReasons)),
  instead: z.optional(idSchema),
  copies: count,
});

export const judgedEntrySchema = z.strictObject({ entry: entrySchema, verdict: verdictSchema });
export type JudgedEntry = z.infer<typeof judgedEntrySchema>;

export const entryCountsSchema = z.strictObject({ all: count, eligible: count, open: count, out: count });
export type EntryCounts = z.infer<typeof entryCountsSchema>;

/** Which entries of a campaign are shown. `copied`: several people wrote the same long text. */
export const entryViews = ['all', ...entryStates, 'copied'] as const;
export type EntryView = (typeof entryViews)[number];

/** What is written of a draw in a list: everything but the lines. */
export const drawRowSchema = z.strictObject({
  id: idSchema,
  at: timeSchema,
  seed: z.string(),
  listHash: hashSchema,
  lines: count,
  winners: count,
  alternates: count,
});
export type DrawRow = z.infer<typeof drawRowSchema>;

/** A page of a tab as a place where entries of a running campaign stand. */
export const campaignSightSchema = z.strictObject({
  campaignId: idSchema,
  name: z.string(),
  /** entries that were scrolled past and count for this campaign; of them those it has already, and those of people who are not stored */
  seen: count,
  known: count,
  refused: count,
});
export type CampaignSight = z.infer<typeof campaignSightSchema>;

export const campaignReportSchema = z.strictObject({
  counts: entryCountsSchema,
  /** different people among all entries, and among those that are not out */
  people: count,
  peopleIn: count,
  out: z.array(z.strictObject({ reason: z.enum(outReasons), entries: count })),
  /** conditions that nobody could check, with how many entries that are not out they concern */
  unchecked: z.array(z.strictObject({ condition: z.enum(entryConditions), entries: count })),
  platforms: z.array(z.strictObject({ platform: z.string(), entries: count })),
  /** local days on which entries were written, where the page said so */
  days: z.array(z.strictObject({ day: daySchema, entries: count })),
  daysUnknown: count,
  copied: count,
  draws: z.array(drawRowSchema),
});
export type CampaignReport = z.infer<typeof campaignReportSchema>;

/** Campaigns and giveaways. */
export const campaignMessages = {
  /** all of them, the one that begins last first; `unassigned`: tagged entries that belong to none */
  'campaign.list': message(
    ['dashboard'],
    nothing,
    z.strictObject({ campaigns: z.array(campaignRowSchema), unassigned: count }),
  ),
  'campaign.get': message(
    ['dashboard'],
    z.strictObject(ofCampaign),
    z.strictObject({ campaign: campaignSchema, entries: count, draws: z.array(drawRowSchema) }),
  ),
  /** without an id a new one. `seen`: its `updatedAt` when the form was opened; another one is refused as `changed-since` */
  'campaign.save': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      campaignId: z.optional(idSchema),
      seen: z.optional(timeSchema),
      details: campaignDetailsSchema,
    }),
    z.strictObject(ofCampaign),
  ),
  /** with its entries and draws */
  'campaign.remove': message(['dashboard'], z.strictObject({ ...operation, ...ofCampaign }), nothing),
  /** what the platform's own lottery said; null takes it back */
  'campaign.platform-result': message(
    ['dashboard'],
    z.strictObject({ ...operation, ...ofCampaign, result: z.nullable(platformResultSchema) }),
    nothing,
  ),
  /** entries in the order in which they were collected, each judged */
  'campaign.entries': message(
    ['dashboard'],
    z.strictObject({
      ...ofCampaign,
      view: z.enum(entryViews),
      offset: count,
      limit: z.int().check(z.gte(1), z.lte(entryStep)),
    }),
    z.strictObject({
      rows: z.array(judgedEntrySchema),
      more: z.boolean(),
      total: count,
      counts: entryCountsSchema,
      copied: count,
    }),
  ),
  /** `null` takes a value away; a key left out stays as it is */
  'campaign.entry-edit': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      entryId: idSchema,
      changes: z.strictObject({
        excluded: z.optional(z.nullable(entrySchema.shape.excluded)),
        country: z.optional(z.nullable(entrySchema.shape.country)),
        byHand: z.optional(z.partialRecord(z.enum(entryConditions), z.nullable(z.enum(conditionResults)))),
      }),
    }),
    nothing,
  ),
  /** tagged entries that belong to no campaign, the first tagged first */
  'campaign.unassigned': message(
    ['dashboard'],
    nothing,
    z.strictObject({ entries: z.array(entrySchema), more: z.boolean() }),
  ),
  'campaign.assign': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      ...ofCampaign,
      entryIds: z.array(idSchema).check(z.minLength(1), z.maxLength(entryStep)),
    }),
    z.strictObject({ added: count, known: count }),
  ),
  /** what the page in a tab has of the campaigns that run; empty where no script of ours is, or none runs there */
  'campaign.seen': message(
    ['popup'],
    z.strictObject({ tabId: z.int() }),
    z.strictObject({ campaigns: z.array(campaignSightSchema) }),
  ),
  /** one step of collecting what the page in a tab has seen; `left`: how many more there are to collect */
  'campaign.collect': message(
    ['popup'],
    z.strictObject({ ...operation, ...ofCampaign, tabId: z.int() }),
    z.strictObject({ added: count, known: count, refused: count, left: count, full: z.boolean() }),
  ),
  /** the list that a draw would use now */
  'campaign.draw-list': message(
    ['dashboard'],
    z.strictObject({ ...ofCampaign, unchecked: z.boolean() }),
    z.strictObject({
      lines: z.array(z.string()),
      listHash: hashSchema,
      /** lines of entries with a condition that nobody could check */
      unchecked: count,
    }),
  ),
  /**
   * Draws from the list whose hash is `listHash`; another list is refused as `changed-since`. `anyway`: also while entries may still come,
   * and where there are fewer lines than winners.
   */
  'campaign.draw': message(
    ['dashboard'],
    z.strictObject({
      ...operation,
      ...ofCampaign,
      seed: seedSchema,
      unchecked: z.boolean(),
      listHash: hashSchema,
      anyway: z.boolean(),
    }),
    z.strictObject({ drawId: idSchema }),
  ),
  /** a draw with its list; of the winners and alternates the entries, where they are still there */
  'campaign.draw-get': message(
    ['dashboard'],
    z.strictObject({ drawId: idSchema }),
    z.strictObject({ draw: drawSchema, drawn: z.array(judgedEntrySchema) }),
  ),
  'campaign.report': message(['dashboard'], z.strictObject(ofCampaign), campaignReportSchema),
};
