import type { Money } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
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

/** Rows that the Store API gives in one part. */
const partSize = 100;

/**
 * Where a WooCommerce shop keeps the public data of its home, its shop page or a category; null for every other address.
 * @param part from 1
 */
export function wooListAddress(page: string, part: number): string | null {
  const { origin, pathname, search } = new URL(page);
  // sorted or filtered by the address: the data would be another list than the page
  if (/[?&](?:orderby|s|filter_\w+|min_price|max_price|product_cat|product_tag)=/.test(search)) return null;
  const category = /\/product-category\/(?:[^/]+\/)*?([^/]+)\/?$/.exec(pathname)?.[1];
  if (!category && !/^\/(?:shop\/?)?$/.test(pathname)) return null;
  const wanted = category ? `&category=${category}` : '';
  return `${origin}/wp-json/wc/store/v1/products?per_page=${partSize}&page=${part}${wanted}`;
}

/** Amounts are whole numbers in the smallest unit, of which `digits` stand after the point. */
function fromMinor(value: unknown, digits: number, currency: string): Money | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) return undefined;
  const padded = text.padStart(digits + 1, '0');
  const at = padded.length - digits;
  return moneyOf(padded.slice(0, at), padded.slice(at), currency);
}

function pricesOf(value: unknown) {
  const prices = record(value);
  const currency = currencyOf(prices?.currency_code);
  const digits = prices?.currency_minor_unit;
  if (!prices || !currency || typeof digits !== 'number' || !(digits >= 0 && digits <= 4)) return {};
  const amount = (name: unknown) => fromMinor(name, digits, currency);
  const range = record(prices.price_range);
  const low = amount(range ? range.min_amount : prices.price);
  // a range has no one price that stood before
  return range ? { low, high: amount(range.max_amount) } : { low, before: amount(prices.regular_price) };
}

function availability(row: Record<string, unknown>) {
  if (row.is_on_backorder === true) return 'preorder';
  if (typeof row.is_in_stock !== 'boolean') return undefined;
  return row.is_in_stock ? 'in-stock' : 'out-of-stock';
}

const count = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

function productOf(row: Record<string, unknown>, base: string) {
  const reviewCount = count(row.review_count);
  const rating = Number(row.average_rating);
  const { low, high, before } = pricesOf(row.prices);
  return listedProduct({
    id: words(row.id, textLimits.short),
    sku: words(row.sku, textLimits.short),
    title: words(row.name),
    url: addressOf(row.permalink, base),
    image: addressOf(records(row.images)[0]?.src, base),
    low,
    high,
    before,
    available: availability(row),
    stock: count(row.low_stock_remaining),
    // 0 stands for "nobody has rated it"
    rating: reviewCount && rating > 0 ? rating : undefined,
    reviewCount,
  });
}

/**
 * Reads one part of `/wp-json/wc/store/v1/products`.
 * @param page address of the watched page
 * @returns null where the text is no such list
 */
export function readWooList(text: string, page: string): ListPart | null {
  return listPart(parsedJson(text), partSize, (row) => productOf(row, page));
}
