import type { Money, ProductReading } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { currencyCode } from '../shared/currency.ts';
import { decodeEntities } from '../shared/entities.ts';
import { compact, fact, fold } from '../shared/fields.ts';
import { canonicalAmount, compareAmounts, isZero } from '../shared/money.ts';

/** One part of a shop's public list of products. */
export interface ListPart {
  products: ProductReading[];
  /** there may be another part */
  more: boolean;
}

/** A data file's value as an object; null for anything else. */
export function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The objects of a list; none where it is no list. */
export function records(value: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (const one of Array.isArray(value) ? value : []) {
    const fields = record(one);
    if (fields) found.push(fields);
  }
  return found;
}

/** JSON as it came over the wire; undefined where it is none, as a wall or a shop of another system answers. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words of a data file as people read them; undefined where there are none, or more than a product has. */
export function words(value: unknown, limit: number = textLimits.long): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = fold(decodeEntities(String(value)));
  return text && text.length <= limit ? text : undefined;
}

/** An address of a data file, absolute; web addresses only. */
export function addressOf(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || value === '' || !URL.canParse(value, base)) return undefined;
  const { protocol, href } = new URL(value, base);
  return /^https?:$/.test(protocol) && href.length <= textLimits.address ? href : undefined;
}

/** The code of a currency that a data file names; undefined for anything else. */
export const currencyOf = (value: unknown) => (typeof value === 'string' ? currencyCode(value) : undefined);

/** An amount by its digits before and after the point; undefined for 0: what it costs stands elsewhere. */
export function moneyOf(whole: string, fraction: string, currency: string): Money | undefined {
  const amount = canonicalAmount(whole, fraction, currency);
  return amount && !isZero(amount) ? { amount, currency } : undefined;
}

export interface ListedFacts {
  id?: string | undefined;
  sku?: string | undefined;
  title: string | undefined;
  brand?: string | undefined;
  url: string | undefined;
  image: string | undefined;
  /** lowest and highest of what the product can be bought for */
  low: Money | undefined;
  high?: Money | undefined;
  /** what stood before a reduction, of the lowest */
  before?: Money | undefined;
  available: 'in-stock' | 'out-of-stock' | 'preorder' | undefined;
  stock?: number | undefined;
  rating?: number | undefined;
  reviewCount?: number | undefined;
}

/** A row of a list of products; null without a title or address: nothing could be said of it. */
export function listedProduct(facts: ListedFacts): ProductReading | null {
  const { id, sku, title, brand, url, image, low, high, before, available } = facts;
  if (!title && !url) return null;
  const higher = (money: Money | undefined) =>
    low && money && compareAmounts(money.amount, low.amount) > 0 ? fact(money, 'state') : undefined;
  const kept = <T>(value: T | undefined) => (value === undefined ? undefined : fact(value, 'state'));
  return compact<ProductReading>({
    id: kept(id),
    sku: kept(sku),
    title: kept(title),
    brand: kept(brand),
    price: kept(low),
    priceMax: higher(high),
    listPrice: higher(before),
    availability: kept(available),
    stock: kept(facts.stock),
    rating: kept(facts.rating),
    reviewCount: kept(facts.reviewCount),
    imageUrl: kept(image),
    url: kept(url),
  });
}

/**
 * One part of a list of products.
 * @param rows as the data file has them
 * @param full how many there are in a part that is not the last
 * @returns null where that is no list
 */
export function listPart(
  rows: unknown,
  full: number,
  productOf: (row: Record<string, unknown>) => ProductReading | null,
): ListPart | null {
  if (!Array.isArray(rows)) return null;
  return { products: records(rows).flatMap((row) => productOf(row) ?? []), more: rows.length >= full };
}
