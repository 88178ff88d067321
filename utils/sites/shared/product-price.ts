import type { Field, Money, Source } from '../../domain/page-reading.ts';
import { compareAmounts } from './money.ts';
import type { Page } from './opened-page.ts';
import { isShown, isShownStruckOnly, shownPrices } from './shown-price.ts';

/** One source's answer to "what does it cost?". */
export interface PriceCandidate {
  source: Source;
  low: Money;
  high?: Money | undefined;
  raw?: string | undefined;
  /** from the element or data with which the shop system itself asks for the money */
  asked?: boolean;
}

export interface DecidedPrice {
  price: Field<Money>;
  priceMax?: Field<Money>;
}

/** Less than a cent apart: 71.910401 in an attribute is the 71.91 on the screen. */
function sameAmount(a: string, b: string): boolean {
  return a === b || Math.abs(Number(a) - Number(b)) < 0.006;
}

function agree(one: PriceCandidate, other: PriceCandidate): boolean {
  if (one.low.currency !== other.low.currency) return false;
  const within = (amount: string, of: PriceCandidate) =>
    of.high !== undefined &&
    compareAmounts(amount, of.low.amount) >= 0 &&
    compareAmounts(amount, of.high.amount) <= 0;
  return (
    sameAmount(one.low.amount, other.low.amount) ||
    within(one.low.amount, other) ||
    within(other.low.amount, one)
  );
}

function asFields(candidate: PriceCandidate): DecidedPrice {
  const { low, high, source, raw } = candidate;
  const base = { source, ...(raw !== undefined && raw !== low.amount && raw.length < 400 ? { raw } : {}) };
  const price: Field<Money> = { value: low, ...base };
  return high && compareAmounts(high.amount, low.amount) > 0
    ? { price, priceMax: { value: high, ...base } }
    : { price };
}

/**
 * Decides between sources that may disagree about the price a visitor is asked.
 * 1. What a shop system shows in its own price element is what is asked, if it says the currency too; with a bare sign ("$") it must agree
 *    with one other source.
 * 2. Otherwise the first source, where all agree.
 * 3. Where they disagree (another currency, without tax, before a sale), the one whose amount stands in the page's price elements,
 *    not struck through. Both or none: nobody knows.
 * A price that only meta elements have must not contradict the page: shops put the price without tax there.
 * @param candidates in order of trust
 */
export function decidePrice(
  page: Page,
  candidates: PriceCandidate[],
): DecidedPrice | 'ambiguous' | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  if (first.asked) return asFields(first);
  if (first.source === 'dom') {
    const others = candidates.slice(1);
    return others.length === 0 || others.some((other) => agree(first, other)) ? asFields(first) : 'ambiguous';
  }
  const disagreeing = candidates.slice(1).filter((other) => !agree(first, other));
  const lone = first.source === 'meta';
  if (disagreeing.length === 0 && !lone) {
    // structured data that still have the price before the sale
    const isRange = first.high !== undefined && first.high.amount !== first.low.amount;
    const isOld = !isRange && isShownStruckOnly(page.document, first.low, page.language);
    return isOld ? 'ambiguous' : asFields(first);
  }
  if (disagreeing.length === 0) {
    const shown = shownPrices(page.document, { currency: first.low.currency, language: page.language });
    const fits = shown.some(
      (price) => price.currency === first.low.currency && sameAmount(price.amount, first.low.amount),
    );
    return shown.length === 0 || fits ? asFields(first) : 'ambiguous';
  }
  const shown = [first, ...disagreeing].filter((candidate) =>
    isShown(page.document, candidate.low, page.language),
  );
  const [winner, ...rest] = shown;
  return winner && rest.every((other) => agree(winner, other)) ? asFields(winner) : 'ambiguous';
}
