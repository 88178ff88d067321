import type { Money } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { compareAmounts } from '../shared/money.ts';
import {
  addressOf,
  currencyOf,
  type ListPart,
  listedProduct,
  listPart,
  moneyOf,
  parsedJson,
  record,
  records,
  words,
} from './product-list.ts';

/** Rows that Shopify gives in one part. */
const partSize = 250;

/**
 * Where a Shopify shop keeps the public data of a collection's page, or of the whole shop for any other; null for addresses that are
 * no list (searches, pages filtered by a tag).
 * @param part from 1
 */
export function shopifyListAddress(page: string, part: number): string | null {
  const { origin, pathname, search } = new URL(page);
  const collection = /^(.*\/collections\/[^/]+)\/?$/.exec(pathname)?.[1];
  const home = /^(\/[a-z]{2}(?:-[a-z]{2})?)?\/?$/i.exec(pathname);
  // sorted, filtered or paged by the address: the data would be another list than the page
  if (/[?&](?:filter|sort_by|q|constraint|page)\b/.test(search)) return null;
  if (!collection && !home) return null;
  return `${origin}${collection ?? home?.[1] ?? ''}/products.json?limit=${partSize}&page=${part}`;
}

/**
 * The two places that name a currency: that of the shop, and that in which this visitor is asked to pay. The list of products names none.
 */
export function shopifyCurrencyAddresses(page: string): [string, string] {
  const { origin } = new URL(page);
  return [`${origin}/meta.json`, `${origin}/cart.js`];
}

/**
 * The currency of the list's prices: known only where the shop's own and this visitor's are one. A shop that sells in several does not
 * say in which its list is, and a price in the wrong one would be a wrong price.
 */
export function shopifyCurrency(meta: string, cart: string): string | undefined {
  const [shop, visitor] = [meta, cart].map((text) => {
    return currencyOf(record(parsedJson(text))?.currency);
  });
  return shop === visitor ? shop : undefined;
}

/** "24.00", "2400" for yen; undefined for 0 (what it costs stands elsewhere) and whatever is no amount. */
function money(value: unknown, currency: string): Money | undefined {
  const plain = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(typeof value === 'string' ? value.trim() : '');
  return plain ? moneyOf(plain[1] ?? '', plain[2] ?? '', currency) : undefined;
}

function productOf(row: Record<string, unknown>, base: string, currency: string) {
  const variants = records(row.variants);
  const priced = variants
    .flatMap((variant) => {
      const price = money(variant.price, currency);
      return price ? [{ price, before: money(variant.compare_at_price, currency) }] : [];
    })
    .sort((a, b) => compareAmounts(a.price.amount, b.price.amount));
  // a free variant among paid ones: the page's own words decide what is asked
  const sure = priced.length === variants.length;
  const states = variants.map(({ available }) => available);
  const handle = words(row.handle, textLimits.short);
  return listedProduct({
    id: words(row.id, textLimits.short),
    title: words(row.title),
    brand: words(row.vendor, textLimits.short),
    url: handle ? addressOf(`/products/${encodeURIComponent(handle)}`, base) : undefined,
    image: addressOf(records(row.images)[0]?.src, base),
    low: sure ? priced[0]?.price : undefined,
    high: sure ? priced.at(-1)?.price : undefined,
    before: sure ? priced[0]?.before : undefined,
    available: states.includes(true)
      ? 'in-stock'
      : states.length > 0 && states.every((state) => state === false)
        ? 'out-of-stock'
        : undefined,
  });
}

/**
 * Reads one part of `/products.json`.
 * @param page address of the watched page
 * @returns null where the text is no such list
 */
export function readShopifyList(text: string, page: string, currency: string): ListPart | null {
  return listPart(record(parsedJson(text))?.products, partSize, (row) => productOf(row, page, currency));
}
