import type { UnreadableReason } from '../domain/change-kind.ts';
import type { PageReading } from '../domain/page-reading.ts';
import { pageIdentity } from './addresses.ts';
import { plainText } from './plain-text.ts';

const lists: readonly PageReading['kind'][] = ['listing', 'search'];
const storeFronts: readonly PageReading['kind'][] = ['listing', 'search', 'shop', 'feed'];

/**
 * Why a reading says nothing of its page, whatever was there before: a wall, a page that the reader did not understand, a list without a row
 * (an empty list cannot be told from one that did not load).
 * @returns null when it can be compared
 */
export function unreadableReason(reading: PageReading): UnreadableReason | null {
  const { kind, problems, products } = reading;
  if (kind === 'blocked') return 'wall';
  const page = problems.find(({ field }) => field === 'page');
  if (page) return page.reason === 'blocked' ? 'wall' : 'not-understood';
  if (lists.includes(kind) && (products?.length ?? 0) === 0) return 'empty';
  return null;
}

/** With less than this share of the rows of before the page did not load, or another one stands there. */
const leastShare = 0.3;

/** How many facts the page itself gave; what the address says stands there on every wall too. */
function factCount(part: object | undefined): number {
  return Object.values(part ?? {}).filter(
    (field: { source?: string } | null | undefined) => field && field.source !== 'url',
  ).length;
}

function subjectOf({ kind, product, post, creator, shop }: PageReading): object | undefined {
  if (kind === 'product') return product;
  if (kind === 'post') return post;
  if (kind === 'shop') return shop;
  return kind === 'profile' || kind === 'group' ? creator : undefined;
}

function sharesProduct(before: PageReading, after: PageReading): boolean {
  const names = new Set(
    before.products?.flatMap(({ id, url, title }) => [
      id && `i ${id.value}`,
      url && `u ${pageIdentity(url.value)}`,
      title && `t ${plainText(title.value)}`,
    ]),
  );
  return Boolean(
    after.products?.some(
      ({ id, url, title }) =>
        (id && names.has(`i ${id.value}`)) ||
        (url && names.has(`u ${pageIdentity(url.value)}`)) ||
        (title && names.has(`t ${plainText(title.value)}`)),
    ),
  );
}

/** Told apart by the document and not by the address: a shop may move to another system, or hide which one it has. */
const families: readonly PageReading['platform'][] = ['web', 'shopify', 'woocommerce'];

function sameSubject(before: PageReading, after: PageReading): boolean {
  if (before.key === after.key || before.key === null || after.key === null) return true;
  const known = families.includes(before.platform) && families.includes(after.platform);
  return known && before.key.split(':').slice(2).join(':') === after.key.split(':').slice(2).join(':');
}

/** Another page stands at the address: a product sold no more sends its visitors to the shop's home. */
function isOther(before: PageReading, after: PageReading): boolean {
  const sameKind =
    before.kind === after.kind || (storeFronts.includes(before.kind) && storeFronts.includes(after.kind));
  const samePlatform =
    before.platform === after.platform ||
    (families.includes(before.platform) && families.includes(after.platform));
  if (!sameKind || !samePlatform) return true;
  if (sameSubject(before, after)) return false;
  // an account that took another name, a shop under another address
  if (before.creator?.stableId && before.creator.stableId.value === after.creator?.stableId?.value)
    return false;
  if (before.shop?.id && before.shop.id.value === after.shop?.id?.value) return false;
  if (before.product?.id && before.product.id.value === after.product?.id?.value) return false;
  return !sharesProduct(before, after);
}

/**
 * Why a reading cannot be compared with an earlier, readable one of the same watched page.
 * @returns null when it can
 */
export function unreadableAfter(before: PageReading, after: PageReading): UnreadableReason | null {
  const own = unreadableReason(after);
  if (own) return own;
  // a shell that has loaded nothing yet knows its address and no kind
  if (after.kind === 'other' && before.kind !== 'other') return 'empty';
  if (isOther(before, after)) return 'other-page';
  const [had, has] = [factCount(subjectOf(before)), factCount(subjectOf(after))];
  if (had >= 2 && has === 0) return 'empty';
  const rows = before.products?.length ?? 0;
  const now = after.products?.length ?? 0;
  if (rows > 0 && now === 0) return 'empty';
  return now < rows * leastShare ? 'far-fewer' : null;
}
