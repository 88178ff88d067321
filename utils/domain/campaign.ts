import * as z from 'zod/mini';
import { conditionResults, entryConditions, entryKinds, nowhere } from './campaign-kinds.ts';
import { itemAuthorSchema, itemKeysSchema, itemTextLimit } from './item.ts';
import { platformIds } from './platform.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { textLimits } from './text-limits.ts';

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const words = z.string().check(z.maxLength(5_000));
const address = z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ }));
const country = z.string().check(z.regex(/^[A-Z]{2}$/));

export const campaignDetailsSchema = z.strictObject({
  name: line,
  /** the code that customers ask about */
  code: z.optional(line),
  prize: z.optional(line),
  teaserFrom: z.optional(timeSchema),
  liveFrom: z.optional(timeSchema),
  liveUntil: z.optional(timeSchema),
  resultAt: z.optional(timeSchema),
  platforms: z.array(z.enum(platformIds)).check(z.maxLength(platformIds.length)),
  /** addresses of the posts that entries stand below */
  posts: z.array(address).check(z.maxLength(50)),
  /** without `#` */
  hashtags: z.array(line).check(z.maxLength(20)),
  countries: z.array(country).check(z.maxLength(250)),
  /** handles of people who work for us or with us, without `@`: out of the draw like our own accounts */
  staff: z.array(line).check(z.maxLength(200)),
  /** one entry for each person, however often they wrote */
  oneEach: z.boolean(),
  conditions: z
    .array(
      z.strictObject({
        kind: z.enum(entryConditions),
        text: z.optional(line),
        count: z.optional(z.int().check(z.gte(1), z.lte(50))),
      }),
    )
    .check(z.maxLength(20)),
  winners: z.int().check(z.gte(1), z.lte(500)),
  alternates: z.int().check(z.gte(0), z.lte(500)),
  /** shown first in the palette while it runs */
  answers: z
    .array(
      z.strictObject({
        id: idSchema,
        question: line,
        answer: z.string().check(z.minLength(1), z.maxLength(5_000)),
      }),
    )
    .check(z.maxLength(50)),
  note: z.optional(words),
});
export type CampaignDetails = z.infer<typeof campaignDetailsSchema>;

/** What the platform's own lottery said. */
export const platformResultSchema = z.strictObject({
  at: timeSchema,
  url: z.optional(address),
  words,
  winners: z.array(line).check(z.maxLength(500)),
});
export type PlatformResult = z.infer<typeof platformResultSchema>;

/** An action with phases, code, quick answers, rules and a prize. */
export const campaignSchema = z.strictObject({
  ...recordShape,
  ...campaignDetailsSchema.shape,
  /** the platform's own lottery decided: its result instead of a draw of ours */
  platformResult: z.optional(platformResultSchema),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** An entry as a page's script saw it. Its texts are a stranger's: shown as text and never read as anything else. */
export const seenEntrySchema = z.strictObject({
  kind: z.enum(['comment', 'post']),
  author: itemAuthorSchema,
  keys: itemKeysSchema,
  url: address,
  text: z.string().check(z.maxLength(itemTextLimit)),
  publishedAt: z.optional(timeSchema),
});
export type SeenEntry = z.infer<typeof seenEntrySchema>;

/** One collected entry. */
export const entrySchema = z.strictObject({
  ...recordShape,
  /** `nowhere`: tagged while no campaign, or more than one, ran there */
  campaignId: z.union([idSchema, z.literal(nowhere)]),
  /** the tagged item it comes from; goes with the tag */
  itemId: z.optional(idSchema),
  kind: z.enum(entryKinds),
  author: itemAuthorSchema,
  /** identity keys of the author (`creator.ts`) */
  authorKeys: z.array(z.string()),
  keys: itemKeysSchema,
  url: address,
  text: z.string().check(z.maxLength(itemTextLimit)),
  publishedAt: z.optional(timeSchema),
  country: z.optional(country),
  /** conditions that the operator looked at by hand */
  byHand: z.partialRecord(z.enum(entryConditions), z.enum(conditionResults)),
  /** taken out by the operator, with the reason */
  excluded: z.optional(line),
});
export type Entry = z.infer<typeof entrySchema>;

/** A SHA-256 in hexadecimal. */
export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Text that the winners follow from, chosen by the operator: one line, as it stands in the published proof. */
export const seedSchema = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(500), z.regex(/^[^\p{Cc}\u2028\u2029]*$/u));

/** Longest line of a list: a platform, a name, and an address with the key that tells two of one address apart. */
const listedLine = 2 * textLimits.address + textLimits.short + 100;

/** A draw that anyone can compute again: the list as it was, its hash, the seed, and who won. */
export const drawSchema = z.strictObject({
  ...recordShape,
  campaignId: idSchema,
  at: timeSchema,
  algorithm: z.string().check(z.maxLength(60)),
  seed: seedSchema,
  /** SHA-256 of the list as its file holds it, hexadecimal */
  listHash: hashSchema,
  /** the lines that were drawn from, in their order */
  list: z.array(z.string().check(z.maxLength(listedLine))).check(z.maxLength(100_000)),
  /** the entries behind the lines, in the list's order; empty where one was erased */
  entryIds: z.array(z.string()),
  /** how many lines had a condition that nobody could check: the winners among them are checked by hand */
  unchecked: z.int(),
  /** places in `list`, in the order drawn */
  winners: z.array(z.int()),
  alternates: z.array(z.int()),
  /** identity keys of those on the list, in its order: whom an erasing has to look for */
  authorKeys: z.array(z.string()),
});
export type Draw = z.infer<typeof drawSchema>;
