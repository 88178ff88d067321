import { compareAmounts, percentBetween } from '../domain/amount.ts';
import type { ProductReading } from '../domain/page-reading.ts';
import type { ChangeList } from './change-list.ts';
import { calmText, sameTitle, tidyText } from './plain-text.ts';
import { priceText } from './prices.ts';

/** What the change says of its product. */
export interface Named {
  key: string;
  title?: string;
}

/**
 * Two prices of one currency by their lower ends. Another currency is another visitor's country, not another price.
 * @returns whether the two can be compared
 */
function comparePrice(
  before: ProductReading,
  after: ProductReading,
  named: Named,
  list: ChangeList,
): boolean {
  const [old, now] = [before.price?.value, after.price?.value];
  if (!old || !now || old.currency !== now.currency) return false;
  const order = compareAmounts(now.amount, old.amount);
  if (order !== 0) {
    const percent = percentBetween(Number(old.amount), Number(now.amount));
    const [from, to] = [priceText(before), priceText(after)];
    list.add({
      kind: order < 0 ? 'price-down' : 'price-up',
      ...named,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(percent === undefined ? {} : { percent }),
    });
  }
  return true;
}

function struckPrice({ price, listPrice }: ProductReading): string | undefined {
  const [now, before] = [price?.value, listPrice?.value];
  if (!now || !before || now.currency !== before.currency) return undefined;
  return compareAmounts(before.amount, now.amount) > 0 ? `${before.amount} ${before.currency}` : undefined;
}

/** Words of promotions by their calm form: a countdown that went on is the same promotion. */
function promotionsOf({ promotions }: ProductReading): Map<string, string> {
  const words =
    promotions?.value.map((text) => [calmText(text).toLowerCase(), tidyText(text)] as const) ?? [];
  // a mere count ("only 3 left", "57 sold") announces nothing
  return new Map(
    words.filter(([calm]) => /\p{L}{2}/u.test(calm) && !/^(?:only |just |仅剩 |僅剩 |还剩 )?#/.test(calm)),
  );
}

/** A struck price or words of a promotion that came or went: at most one start and one end for a product. */
function comparePromotions(
  before: ProductReading,
  after: ProductReading,
  named: Named,
  list: ChangeList,
): void {
  // of thousands of products nearly none has any
  if (!before.promotions && !after.promotions && !before.listPrice && !after.listPrice) return;
  const [old, now] = [promotionsOf(before), promotionsOf(after)];
  const [oldStruck, nowStruck] = [struckPrice(before), struckPrice(after)];
  const started = [...now].filter(([calm]) => !old.has(calm)).map(([, text]) => text);
  const ended = [...old].filter(([calm]) => !now.has(calm)).map(([, text]) => text);
  if (nowStruck && !oldStruck) started.unshift(nowStruck);
  if (oldStruck && !nowStruck) ended.unshift(oldStruck);
  if (started.length > 0) list.add({ kind: 'promotion-started', ...named, to: started.join(' · ') });
  if (ended.length > 0) list.add({ kind: 'promotion-ended', ...named, from: ended.join(' · ') });
}

/** How well something can be bought: 2 now, 1 ordered before it is there, 0 not. */
const reach = { 'in-stock': 2, limited: 2, preorder: 1, 'out-of-stock': 0, discontinued: 0 } as const;
export type Availability = keyof typeof reach;

/** What a product says of its availability; a stock of none is said too. */
export function availabilityOf({ availability, stock }: ProductReading): Availability | undefined {
  if (availability) return availability.value;
  if (!stock) return undefined;
  return stock.value === 0 ? 'out-of-stock' : 'in-stock';
}

/**
 * Many lists mark only what is sold out. So a new mark counts where there was none but a price, and a mark that went counts while the page
 * still marks others.
 * @param marks whether some product of the newer page is marked as sold out
 */
function compareAvailability(
  before: ProductReading,
  after: ProductReading,
  named: Named,
  list: ChangeList,
  marks: boolean,
): void {
  let [from, to] = [availabilityOf(before), availabilityOf(after)];
  if (from === undefined && to !== undefined && reach[to] === 0 && before.price) from = 'in-stock';
  if (to === undefined && from !== undefined && reach[from] === 0 && after.price && marks) to = 'in-stock';
  if (from === undefined || to === undefined || reach[from] === reach[to]) return;
  list.add({ kind: reach[to] < reach[from] ? 'sold-out' : 'restocked', ...named, from, to });
}

/** Ratings are shown with one digit: less is a rounding. */
const leastRating = 0.1;

/** Compares a product with itself; pictures and places need the whole page and are compared elsewhere. */
export function compareProduct(
  before: ProductReading,
  after: ProductReading,
  named: Named,
  list: ChangeList,
  marks: boolean,
): void {
  if (comparePrice(before, after, named, list)) comparePromotions(before, after, named, list);
  compareAvailability(before, after, named, list, marks);
  const [oldTitle, title] = [before.title?.value, after.title?.value];
  if (oldTitle !== undefined && title !== undefined && !sameTitle(oldTitle, title))
    list.add({ kind: 'title', ...named, from: tidyText(oldTitle), to: tidyText(title) });
  const [oldRating, rating] = [before.rating?.value, after.rating?.value];
  if (oldRating !== undefined && rating !== undefined && Math.abs(rating - oldRating) >= leastRating - 1e-9)
    list.addNumber('rating', named.key, oldRating, rating, named.title);
}
