import { compareAmounts } from '../domain/amount.ts';
import type { ProductReading } from '../domain/page-reading.ts';

/** "From 24.00", "ab 24,00 €", "24元起": the lowest of prices that are not all shown. */
const fromWords =
  /(?:^|[^\p{L}])(?:from|ab|à partir de|a partire da|a partir de|desde|från|fra|vanaf|od|от)(?:[^\p{L}]|$)|起|から|~\s*$/iu;

/**
 * A price as `Change.from` and `to` have it: "24.00 AUD"; of a range "24.00–55.00 AUD"; of a "from" price "24.00– AUD". Screens format it for
 * the locale with `readPriceText`.
 */
export function priceText(product: ProductReading): string | undefined {
  const price = product.price?.value;
  if (!price) return undefined;
  const high = product.priceMax?.value;
  const isRange = high && high.currency === price.currency && compareAmounts(high.amount, price.amount) > 0;
  const end = isRange ? `–${high.amount}` : fromWords.test(product.price?.raw ?? '') ? '–' : '';
  return `${price.amount}${end} ${price.currency}`;
}
