import type { PlatformId } from './platform.ts';

/*
 * What a hint may say, apart from its schema: the script that picks elements, the readers and the screens use it and may not load the
 * schema library.
 */

/** Fields that a person can point at, and how what stands there is understood. Names as in records.md. */
export const hintFields = {
  'creator.displayName': 'text',
  'creator.followers': 'count',
  'creator.following': 'count',
  'creator.members': 'count',
  'creator.posts': 'count',
  'creator.likes': 'count',
  'creator.views': 'count',
  'creator.bio': 'text',
  'creator.location': 'text',
  'creator.category': 'text',
  'post.title': 'text',
  'post.text': 'text',
  'post.likes': 'count',
  'post.comments': 'count',
  'post.shares': 'count',
  'post.saves': 'count',
  'post.views': 'count',
  'product.title': 'text',
  'product.brand': 'text',
  'product.price': 'money',
  'product.listPrice': 'money',
  'product.stock': 'count',
  'product.rating': 'rating',
  'product.reviewCount': 'count',
  'product.sold': 'count',
  'shop.name': 'text',
  'shop.followers': 'count',
} as const;
export type HintField = keyof typeof hintFields;
export type HintMeaning = (typeof hintFields)[HintField];

/** The field of that name that can be pointed at, where there is one. */
export function toHintField(name: string): HintField | undefined {
  return Object.hasOwn(hintFields, name) ? (name as HintField) : undefined;
}

/** Systems that shops of any host run on, and every other site: a hint for one of them is a hint for one host. */
const ofAnyHost: readonly PlatformId[] = ['web', 'shopify', 'woocommerce'];

/** Whether a hint says which host it is for exactly where its platform does not. */
export function namesItsHost({
  platform,
  host,
}: {
  platform: PlatformId;
  host?: string | undefined;
}): boolean {
  return ofAnyHost.includes(platform) === (host !== undefined);
}

export const longestSelector = 300;
export const hintHost = /^[a-z0-9.-]+$/;
/** Attributes that may hold a value more exactly than the text does. */
export const hintAttribute = /^(?:title|content|datetime|aria-label|alt|data-[a-z0-9-]{1,40})$/;

const name = '-?[A-Za-z_][\\w-]*';
const value = '"[^"{}<>\\\\;@\\n]{0,100}"';
const attribute = `\\[${name}(?:[~|^$*]?=${value})?\\]`;
const simple = `(?:[#.]${name}|${attribute})`;
const part = `(?:${simple}|:nth-of-type\\(\\d{1,4}\\)|:not\\((?:${simple}|${name})\\))`;
const compound = `(?:${name}${part}*|${part}+)`;
const selectorGrammar = new RegExp(`^${compound}(?:(?: ?[>+~] ?| )${compound})*$`);

/**
 * Whether a selector belongs to the closed set that a hint may use: names, ids, classes, attributes, `:nth-of-type(n)` and `:not()` of one of
 * them, joined by blanks, `>`, `+` and `~`. No list, no escape, no other function.
 */
export function isHintSelector(selector: string): boolean {
  return selector.length <= longestSelector && selectorGrammar.test(selector);
}
