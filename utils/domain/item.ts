import * as z from 'zod/mini';
import { platformIds } from './platform.ts';
import { idSchema, recordShape, timeSchema } from './record.ts';
import { itemKinds } from './tag-effect.ts';
import { textLimits } from './text-limits.ts';

/** Most of an item's text that is kept, in UTF-16 units; longer ones are cut and say so. */
export const itemTextLimit = textLimits.item;
/** Most keys by which one item is found again. */
export const mostItemKeys = 4;

const short = z.string().check(z.minLength(1), z.maxLength(textLimits.short));
const address = z.string().check(z.maxLength(textLimits.address), z.url({ protocol: /^https?$/ }));

/** By what an item is found again, the surest first: see `item-keys.ts`. */
export const itemKeysSchema = z
  .array(z.string().check(z.minLength(1), z.maxLength(textLimits.address)))
  .check(z.minLength(1), z.maxLength(mostItemKeys));

/** Somebody as the page named them. */
export const itemAuthorSchema = z.strictObject({
  platform: z.enum(platformIds),
  handle: short,
  stableId: z.optional(short),
  displayName: z.optional(short),
  url: z.optional(address),
});
export type ItemAuthor = z.infer<typeof itemAuthorSchema>;

/** An item as a page's script saw it. Its texts are a stranger's: shown as text and never read as anything else. */
export const seenItemSchema = z.strictObject({
  kind: z.enum(itemKinds),
  platform: z.enum(platformIds),
  keys: itemKeysSchema,
  /** where it can be seen again: its own address, else that of the page */
  url: address,
  /** of the page or post below which it stood, as a reading's `key` */
  pageKey: z.optional(short),
  title: z.optional(short),
  author: z.optional(itemAuthorSchema),
  /** cut at `itemTextLimit` */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(itemTextLimit))),
  cut: z.optional(z.boolean()),
  publishedAt: z.optional(timeSchema),
  /** address of its picture as the page named it: never loaded, kept to tell pictures apart */
  imageUrl: z.optional(address),
});
export type SeenItem = z.infer<typeof seenItemSchema>;

/** A comment, post, creator, product, page or passage that the operator tagged. */
export const itemSchema = z.strictObject({
  ...recordShape,
  ...seenItemSchema.shape,
  /** identity keys of its author (`creator.ts`), so that erasing and marking find what somebody wrote; empty: of nobody */
  authorKeys: z.array(z.string()),
  tagIds: z.array(idSchema),
  /** `<tag id> <time>` of each of them: by what the items of a tag are listed, the last tagged first (`taggedWith`) */
  taggedWith: z.array(z.string()),
  /** the author's identity keys again while a tag of the effect `spam` is on it */
  spamKeys: z.array(z.string()),
  taggedAt: timeSchema,
  /** the text was another one when it was seen again (edited) */
  textBefore: z.optional(z.string().check(z.maxLength(itemTextLimit))),
  /** since when it waits, tagged as spam, to be hidden or blocked by hand; index key */
  spamOpen: z.optional(timeSchema),
  /** when the operator said that this was done; index key. Never both */
  spamDone: z.optional(timeSchema),
});
export type Item = z.infer<typeof itemSchema>;

/** An entry of `Item.taggedWith`. */
export const taggedWith = (tagId: string, at: string) => `${tagId} ${at}`;
