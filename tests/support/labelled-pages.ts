import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { CommentReading, Field, PageReading } from '../../utils/domain/page-reading.ts';
import { siteOf } from '../../utils/sites/registry.ts';

/** Where the labelled pages lie beside the checkout; they are other people's pages and no part of it. */
const folder = fileURLToPath(new URL('../../../shared/pages/', import.meta.url));

export const haveLabelledPages = existsSync(`${folder}index.json`);

export interface LabelledPage {
  file: string;
  platform: string;
  pageKind: string;
  url: string;
  expected: Record<string, unknown>;
  accept?: Record<string, unknown[]>;
  note?: string;
}

export interface Verdict {
  label: string;
  result: 'right' | 'absent' | 'unexplained' | 'wrong';
  detail: string;
}

export function labelledPages(): LabelledPage[] {
  return JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
}

/** The page's text. Data that a site loads later is put where its state would stand in the first answer. */
export function pageText(page: LabelledPage): string {
  const bytes = readFileSync(folder + page.file);
  const text = (page.file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (!page.file.endsWith('.json')) return text;
  return `<!doctype html><html lang="en"><head><title>data</title></head><body><script>var ytInitialData = ${text.replace(/</g, '\\u003c')};</script></body></html>`;
}

export function isNegative(page: LabelledPage): boolean {
  return (page.note ?? '').startsWith('negative');
}

/** Platforms with a reader of their own: what it does not find there it must name. */
export function hasOwnReader(page: LabelledPage): boolean {
  return siteOf(new URL(page.url)) !== null;
}

/** Data that a site loads later is no page; YouTube's has the form that its pages carry. */
export function isCompared(page: LabelledPage): boolean {
  return !page.file.endsWith('.json') || page.platform === 'youtube';
}

const fold = (text: unknown) =>
  String(text)
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
const bare = (address: unknown) =>
  String(address)
    .replace(/^https?:/, '')
    .replace(/^\/\//, '')
    .replace(/\/$/, '');
const path = (address: unknown) =>
  decodeURI(bare(address).split('?')[0] ?? '').replace(/^(?:\.\.\/|[^/]*\/)/, '');

type Same = (value: unknown, label: unknown) => boolean;
const text: Same = (value, label) => fold(value) === fold(label);
/** The label of a long article is its beginning. */
const beginning: Same = (value, label) => fold(value).startsWith(fold(label));
const number: Same = (value, label) => value === label;
const picture: Same = (value, label) => path(value) === path(label);
const ratio: Same = (value, label) => Math.abs(Number(value) - Number(label)) <= 0.05;
const money: Same = (value, label) =>
  Math.abs(Number((value as { amount: string }).amount) - Number(label)) < 0.005;
const currency: Same = (value, label) => (value as { currency: string }).currency === label;
const links: Same = (value, label) => {
  const set = (list: unknown) => [...new Set((list as unknown[]).map(bare))].sort().join('\n');
  return Array.isArray(label) && set(value) === set(label);
};
const includes: Same = (value, label) => (value as unknown[]).includes(String(label).toLowerCase());
const available: Same = (value, label) =>
  ({ InStock: 'in-stock', OutOfStock: 'out-of-stock', PreOrder: 'preorder', BackOrder: 'preorder' })[
    String(label)
  ] === value;
/** A label without a time is a day. One with a time but no offset is what the site showed, so the local time is compared. */
const moment: Same = (value, label) => {
  const [said, ours] = [String(label).replace(' ', 'T'), String(value)];
  if (!said.includes('T')) return ours.slice(0, 10) === said;
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(said)) return Date.parse(said) === Date.parse(ours);
  return ours.startsWith(said);
};

type Place = [field: Field<unknown> | undefined, name: string, same: Same];

/** Where a label's value stands in a reading; records.md fixes these names. */
function placeOf(label: string, page: LabelledPage, reading: PageReading): Place | undefined {
  const { creator = {}, post = {}, product = {}, shop = {} } = reading;
  const ofPost = page.pageKind === 'post' || page.pageKind === 'comments';
  const isShop = page.pageKind === 'shop';
  const places: Record<string, Place> = {
    handle: [creator.handle, 'handle', text],
    displayName: [creator.displayName, 'displayName', text],
    followers: [creator.followers, 'followers', number],
    following: [creator.following, 'following', number],
    postCount: [creator.posts, 'posts', number],
    bio: [creator.bio, 'bio', text],
    email: [creator.emails, 'emails', includes],
    avatar: [creator.avatarUrl, 'avatarUrl', picture],
    verified: [creator.verified, 'verified', number],
    verifiedReason: [creator.verifiedReason, 'verifiedReason', text],
    location: [creator.location, 'location', text],
    category: [creator.category, 'category', text],
    links: [creator.links, 'links', links],
    authorHandle: [creator.handle, 'author', text],
    authorName: [creator.displayName, 'author', text],
    authorId: [creator.stableId, 'author', text],
    authorVerified: [creator.verified, 'author', number],
    authorFollowers: [creator.followers, 'author', number],
    authorBio: [creator.bio, 'author', text],
    text: [post.text, 'text', page.platform === 'wechat' ? beginning : text],
    published: [post.publishedAt, 'publishedAt', moment],
    likeCount: ofPost ? [post.likes, 'likes', number] : [creator.likes, 'likes', number],
    commentCount: [post.comments, 'comments', number],
    shareCount: [post.shares, 'shares', number],
    viewCount: [post.views, 'views', number],
    collectCount: [post.saves, 'saves', number],
    title: ofPost ? [post.title, 'title', text] : [product.title, 'title', text],
    image: ofPost ? [post.imageUrl, 'imageUrl', picture] : [product.imageUrl, 'imageUrl', picture],
    price: [product.price, 'price', money],
    priceMax: [product.priceMax, 'priceMax', money],
    listPrice: [product.listPrice, 'listPrice', money],
    currency: [product.price, 'price', currency],
    availability: [product.availability, 'availability', available],
    rating: [product.rating, 'rating', ratio],
    reviewCount: [product.reviewCount, 'reviewCount', number],
    brand: [product.brand, 'brand', text],
    // Some labels give a site's own product number as the sku; the number alone claims nothing about a sku.
    sku: [
      product.sku ?? (product.id && text(product.id.value, page.expected.sku) ? product.id : undefined),
      'sku',
      text,
    ],
    shopName: isShop ? [shop.name, 'name', text] : [product.seller ?? shop.name, 'seller', text],
  };
  // A shop page's own words are no creator's, and its currency is asked of its products.
  if (isShop && label !== 'shopName' && label !== 'links' && label !== 'email') return undefined;
  return places[label];
}

function judgeComments(label: string, wanted: unknown, comments: CommentReading[]): Verdict {
  if (label === 'commentsInPage') {
    const right = comments.length === wanted;
    return {
      label,
      result: right ? 'right' : comments.length > Number(wanted) ? 'wrong' : 'absent',
      detail: `${comments.length} of ${wanted}`,
    };
  }
  const lost = (wanted as { author: string; text: string }[]).filter(
    (sample) =>
      !comments.some(
        (each) => text(each.author?.value, sample.author) && text(each.text?.value, sample.text),
      ),
  );
  return {
    label,
    result: lost.length === 0 ? 'right' : comments.length === 0 ? 'absent' : 'wrong',
    detail: JSON.stringify(lost).slice(0, 200),
  };
}

function judgeProducts(wanted: unknown, reading: PageReading): Verdict {
  const found = reading.products ?? [];
  const wrong = (wanted as { title: string; price?: number }[]).flatMap((sample) => {
    const product = found.find((each) => text(each.title?.value, sample.title));
    const price = product?.price?.value.amount;
    return price !== undefined && sample.price !== undefined && Number(price) !== sample.price
      ? [`${sample.title}: ${price}`]
      : [];
  });
  const named = (wanted as { title: string }[]).filter((sample) =>
    found.some((each) => text(each.title?.value, sample.title)),
  );
  if (wrong.length > 0) return { label: 'products', result: 'wrong', detail: wrong.join('; ') };
  const all = named.length === (wanted as unknown[]).length;
  return {
    label: 'products',
    result: all ? 'right' : 'absent',
    detail: `${named.length} of ${(wanted as unknown[]).length}`,
  };
}

/** Compares a reading with the labels of its page. `unexplained` is an absent fact without a row in `problems`. */
export function judge(page: LabelledPage, reading: PageReading): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const [label, wanted] of Object.entries(page.expected)) {
    if (label === 'comments' || label === 'commentsInPage') {
      verdicts.push(judgeComments(label, wanted, reading.comments ?? []));
      continue;
    }
    if (label === 'products') {
      verdicts.push(judgeProducts(wanted, reading));
      continue;
    }
    const place = placeOf(label, page, reading);
    if (!place) continue;
    const [field, name, same] = place;
    if (!field) {
      const explained = reading.problems.some(
        (problem) => problem.field === name || problem.field === 'page',
      );
      verdicts.push({
        label,
        result: explained ? 'absent' : 'unexplained',
        detail: `${name} is absent, labelled ${JSON.stringify(wanted)}`.slice(0, 300),
      });
      continue;
    }
    const right = [wanted, ...(page.accept?.[label] ?? [])].some((each) => same(field.value, each));
    verdicts.push({
      label,
      result: right ? 'right' : 'wrong',
      detail: right
        ? ''
        : `${JSON.stringify(field).slice(0, 300)} is not ${JSON.stringify(wanted).slice(0, 300)}`,
    });
  }
  return verdicts;
}

/** What a wall must not have: any fact at all. */
export function claims(reading: PageReading): string[] {
  const keys = ['creator', 'post', 'product', 'products', 'shop', 'comments'] as const;
  return keys.filter((key) => reading[key] !== undefined && Object.keys(reading[key] ?? {}).length > 0);
}
