import * as z from 'zod/mini';
import { pageKinds, platformIds } from './platform.ts';
import { textLimits } from './text-limits.ts';

/** What `readPage` returns, exactly as records.md fixes it, within `textLimits`: a reading that does not fit is a stranger's. */

export const sources = ['json-ld', 'microdata', 'state', 'dom', 'meta', 'url', 'user'] as const;
export type Source = (typeof sources)[number];

const shortText = z.string().check(z.minLength(1), z.maxLength(textLimits.short));
const longText = z.string().check(z.minLength(1), z.maxLength(textLimits.long));
const address = z.string().check(z.minLength(1), z.maxLength(textLimits.address));
const count = z.int().check(z.nonnegative());

function field<T extends z.ZodMiniType>(value: T) {
  return z.optional(
    z.strictObject({
      value,
      source: z.enum(sources),
      raw: z.optional(z.string().check(z.maxLength(textLimits.address))),
      precision: z.optional(z.enum(['exact', 'rounded'])),
    }),
  );
}

function list<T extends z.ZodMiniType>(item: T) {
  return z.array(item).check(z.maxLength(textLimits.list));
}

export const moneySchema = z.strictObject({
  /** decimal string such as "1299.00"; never a float */
  amount: z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,8})?$/)),
  /** ISO 4217 */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof moneySchema>;

export const creatorReadingSchema = z.strictObject({
  handle: field(shortText),
  stableId: field(shortText),
  displayName: field(shortText),
  followers: field(count),
  following: field(count),
  members: field(count),
  posts: field(count),
  likes: field(count),
  views: field(count),
  bio: field(longText),
  verifiedReason: field(shortText),
  links: field(list(address)),
  emails: field(list(shortText)),
  avatarUrl: field(address),
  verified: field(z.boolean()),
  category: field(shortText),
  location: field(shortText),
  joinedAt: field(shortText),
});
export type CreatorReading = z.infer<typeof creatorReadingSchema>;

export const postReadingSchema = z.strictObject({
  id: field(shortText),
  author: field(shortText),
  title: field(longText),
  text: field(longText),
  publishedAt: field(shortText),
  likes: field(count),
  comments: field(count),
  shares: field(count),
  saves: field(count),
  views: field(count),
  hashtags: field(list(shortText)),
  mentions: field(list(shortText)),
  imageUrl: field(address),
});
export type PostReading = z.infer<typeof postReadingSchema>;

export const commentReadingSchema = z.strictObject({
  id: z.nullable(shortText),
  author: field(shortText),
  authorUrl: field(address),
  text: field(longText),
  publishedAt: field(shortText),
  likes: field(count),
  replyTo: field(shortText),
});
export type CommentReading = z.infer<typeof commentReadingSchema>;

export const availabilities = ['in-stock', 'out-of-stock', 'preorder', 'limited', 'discontinued'] as const;

export const productReadingSchema = z.strictObject({
  id: field(shortText),
  sku: field(shortText),
  title: field(longText),
  brand: field(shortText),
  price: field(moneySchema),
  priceMax: field(moneySchema),
  listPrice: field(moneySchema),
  availability: field(z.enum(availabilities)),
  stock: field(count),
  rating: field(z.number().check(z.nonnegative())),
  reviewCount: field(count),
  sold: field(count),
  imageUrl: field(address),
  seller: field(shortText),
  promotions: field(list(longText)),
  url: field(address),
});
export type ProductReading = z.infer<typeof productReadingSchema>;

export const shopReadingSchema = z.strictObject({
  id: field(shortText),
  name: field(shortText),
  followers: field(count),
  rating: field(z.number().check(z.nonnegative())),
  url: field(address),
  logoUrl: field(address),
});
export type ShopReading = z.infer<typeof shopReadingSchema>;

export const problemReasons = ['missing', 'stale', 'blocked', 'ambiguous'] as const;

export const pageReadingSchema = z.strictObject({
  platform: z.enum(platformIds),
  kind: z.enum(pageKinds),
  /** stable identity of the page's subject, `<platform>:<kind>:<id>` */
  key: z.nullable(address),
  /** canonical, without tracking parameters */
  url: address,
  creator: z.optional(creatorReadingSchema),
  post: z.optional(postReadingSchema),
  product: z.optional(productReadingSchema),
  products: z.optional(list(productReadingSchema)),
  shop: z.optional(shopReadingSchema),
  comments: z.optional(list(commentReadingSchema)),
  problems: list(z.strictObject({ field: shortText, reason: z.enum(problemReasons) })),
});
export type PageReading = z.infer<typeof pageReadingSchema>;
export type Problem = PageReading['problems'][number];
export type Field<T> = {
  value: T;
  source: Source;
  raw?: string | undefined;
  precision?: 'exact' | 'rounded' | undefined;
};
