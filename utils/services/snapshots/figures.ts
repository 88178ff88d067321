import { compareAmounts } from '../../domain/amount.ts';
import type { Money, PageReading, ProductReading } from '../../domain/page-reading.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { snapshotLimits } from '../../domain/snapshot-limits.ts';
import type { PageFigures } from '../../domain/watch-state.ts';
import type { CarriedRow } from '../../snapshots/carried-rows.ts';
import type { Matching } from '../../snapshots/match-products.ts';
import { keyOfRow, rowsOf } from '../../snapshots/product-rows.ts';

type Price = PageFigures['prices'][number];

/** The products of a page by the keys that their changes have. */
function productsOf({ product, products }: PageReading): Map<string, ProductReading> {
  const found = new Map(rowsOf(products ?? []).map((row) => [keyOfRow(row), row.product]));
  if (!product) return found;
  const { id, sku, url, title } = product;
  return found.set(id?.value ?? sku?.value ?? url?.value ?? title?.value ?? 'product', product);
}

const same = (one: Money | undefined, other: Money | undefined) =>
  one?.amount === other?.amount && one?.currency === other?.currency;

function namedPrice(key: string, { title, price }: ProductReading): Price {
  return {
    key: key.slice(0, 8_000),
    ...(title ? { title: title.value.slice(0, snapshotLimits.changedText) } : {}),
    price: price?.value ?? null,
  };
}

/** Lowest and highest of prices in one currency; nothing where there are several. */
function rangeOf(prices: readonly Money[]): { lowest?: Money; highest?: Money } {
  const [first] = prices;
  if (!first || prices.some(({ currency }) => currency !== first.currency)) return {};
  const ordered = prices.toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  return { ...(lowest ? { lowest } : {}), ...(highest ? { highest } : {}) };
}

const promoted = ({ listPrice, promotions }: ProductReading) =>
  listPrice !== undefined || (promotions?.value.length ?? 0) > 0;

/** What a reading was compared with. */
export interface FiguresBefore {
  reading: PageReading | undefined;
  /** what earlier looks showed and that one did not reach */
  carried: readonly CarriedRow[];
  matching: Matching;
}

/**
 * The figures of a reading for the series: of prices those that are other ones than in the reading before, all of them without one.
 * Pure.
 */
export function figuresOf(
  { id, watchedPageId, takenAt, createdAt, via }: Snapshot,
  reading: PageReading,
  { reading: before, carried, matching }: FiguresBefore,
): PageFigures {
  const products = productsOf(reading);
  const old = before ? productsOf(before) : new Map<string, ProductReading>();
  for (const { row } of carried) if (!old.has(keyOfRow(row))) old.set(keyOfRow(row), row.product);
  const prices: Price[] = [];
  for (const [key, product] of products) {
    const known = old.get(key);
    if (known ? !same(known.price?.value, product.price?.value) : product.price)
      prices.push(namedPrice(key, product));
  }
  // what had only not been loaded is still sold
  const unseen = new Set(matching.unseen.map(keyOfRow));
  for (const [key, product] of old)
    if (!products.has(key) && !unseen.has(key) && product.price)
      prices.push({ ...namedPrice(key, product), price: null });
  const followers = (reading.creator?.followers ?? reading.shop?.followers)?.value;
  const posts = reading.creator?.posts?.value;
  const all = [...products.values()];
  return {
    id,
    createdAt,
    updatedAt: createdAt,
    watchedPageId,
    at: takenAt,
    ...(via ? { via } : {}),
    ...(followers === undefined ? {} : { followers }),
    ...(posts === undefined ? {} : { posts }),
    ...(all.length > 0 ? { products: all.length, promotions: all.filter(promoted).length } : {}),
    ...rangeOf(all.flatMap(({ price }) => (price ? [price.value] : []))),
    prices,
  };
}
