import type { Money } from '../../domain/page-reading.ts';
import { type Availability, bestAvailability, parseAvailability } from './availability.ts';
import { currencyCode, currencyOf } from './currency.ts';
import { type JsonLdNode, listOf, nameOf, nodesOf, text, typesOf } from './json-ld.ts';
import { amountsIn, compareAmounts, isZero, parseMachineAmount, parsePriceRange } from './money.ts';

/** What the offers of one product say together. */
export interface OfferSummary {
  low?: Money;
  high?: Money;
  /** the low price as the page wrote it */
  raw?: string;
  listPrice?: Money;
  availability?: Availability;
  seller?: string;
  stock?: number;
  /** the same of those offers that can be had, where others cannot and are cheaper */
  available?: { low: Money; high: Money };
  /** there is a price, but it can be read in two ways or stands in several currencies */
  ambiguous?: boolean;
}

interface PageHints {
  currency?: string | undefined;
  language?: string | undefined;
}

interface Price {
  low: Money;
  high: Money;
  raw?: string;
}

const mostOffers = 2_000;

function flatten(offers: unknown, into: JsonLdNode[], depth = 0): void {
  for (const offer of nodesOf(offers)) {
    if (into.length >= mostOffers || depth > 5) return;
    into.push(offer);
    flatten(offer.offers, into, depth + 1);
  }
}

/** All offers of a product node, those inside an AggregateOffer too. */
export function offersOf(product: JsonLdNode): JsonLdNode[] {
  const offers: JsonLdNode[] = [];
  flatten(product.offers, offers);
  return offers;
}

/** The one currency in which the offers of the page's products are, where they agree. */
export function offerCurrency(products: JsonLdNode[]): string | undefined {
  const found = new Set<string>();
  for (const product of products.slice(0, 200)) {
    for (const offer of [product, ...nodesOf(product.hasVariant).slice(0, 50)].flatMap(offersOf)) {
      for (const place of [offer, ...nodesOf(offer.priceSpecification)]) {
        const code = currencyCode(text(place.priceCurrency));
        if (code) found.add(code);
      }
    }
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** `priceType` of a price specification: the struck-through price of Google's and schema.org's vocabulary. */
function isListPrice(specification: JsonLdNode): boolean {
  return /(?:ListPrice|StrikethroughPrice|RegularPrice)$/.test(text(specification.priceType) ?? '');
}

/** Price specifications for the whole product: not by the kilogram, not for members, not struck through. */
function askedPrices(offer: JsonLdNode): JsonLdNode[] {
  return nodesOf(offer.priceSpecification).filter(
    (specification) =>
      !isListPrice(specification) &&
      specification.referenceQuantity === undefined &&
      specification.validForMemberTier === undefined &&
      specification.eligibleQuantity === undefined &&
      !typesOf(specification).some((type) => /Delivery|Payment/.test(type)),
  );
}

function firstDefined(...values: unknown[]): unknown {
  return values.find((value) => text(value) !== undefined);
}

function priceOf(offer: JsonLdNode, hints: PageHints, ambiguous: () => void): Price | undefined {
  const specifications = askedPrices(offer);
  // an offer with two asked prices and none of its own (single and bulk) is read as its lowest only if the offer says so itself
  const specification = specifications.length === 1 ? specifications[0] : undefined;
  const low = firstDefined(offer.lowPrice, offer.price, specification?.price, specification?.minPrice);
  const raw = text(low);
  if (raw === undefined) {
    if (specifications.length > 1) ambiguous();
    return undefined;
  }
  if (raw.length > 100) {
    ambiguous();
    return undefined;
  }
  const said = text(firstDefined(offer.priceCurrency, specification?.priceCurrency));
  const hinted = currencyCode(said) ?? (said && currencyOf(said, hints)) ?? hints.currency;
  const currency = currencyOf(raw, { ...hints, currency: hinted || undefined });
  if (!currency) {
    ambiguous();
    return undefined;
  }
  const all = { currency, language: hints.language };
  const number = Array.isArray(low) ? low[0] : low;
  const amount = parseMachineAmount(typeof number === 'number' ? number : raw, all);
  if (amount === null) {
    const range = amountsIn(raw).length === 2 ? parsePriceRange(raw, all) : null;
    if (!range) ambiguous();
    return range ? { low: range.low, high: range.high ?? range.low, raw } : undefined;
  }
  if (isZero(amount)) return undefined;
  const highest = firstDefined(offer.highPrice, specification?.maxPrice);
  const high = highest === undefined ? null : parseMachineAmount(text(highest), all);
  const top = high !== null && compareAmounts(high, amount) > 0 ? high : amount;
  return { low: { amount, currency }, high: { amount: top, currency }, raw };
}

function listPriceOf(offer: JsonLdNode, currency: string, language: string | undefined): Money | undefined {
  for (const specification of nodesOf(offer.priceSpecification)) {
    if (!isListPrice(specification)) continue;
    const said = currencyCode(text(specification.priceCurrency)) ?? currency;
    const amount = parseMachineAmount(text(specification.price), { currency: said, language });
    if (amount !== null && said === currency) return { amount, currency };
  }
  return undefined;
}

/** Only new goods where a page sells new and used: what the page asks first is the new one. */
function newOnes(offers: JsonLdNode[]): JsonLdNode[] {
  const isNew = (offer: JsonLdNode) => /NewCondition$/i.test(text(offer.itemCondition) ?? '');
  const fresh = offers.filter(isNew);
  const others = offers.filter((offer) =>
    /(?:Used|Refurbished|Damaged)Condition$/i.test(text(offer.itemCondition) ?? ''),
  );
  return fresh.length > 0 && others.length > 0 ? fresh : offers;
}

function canBeHad(offer: JsonLdNode): boolean {
  const availability = bestAvailability(
    listOf(offer.availability).flatMap((value) => parseAvailability(text(value)) ?? []),
  );
  return availability !== undefined && availability !== 'out-of-stock' && availability !== 'discontinued';
}

function rangeOf(prices: Price[]): { low: Money; high: Money } | undefined {
  const [first] = prices;
  if (!first) return undefined;
  const range = { low: first.low, high: first.high };
  for (const { low, high } of prices) {
    if (compareAmounts(low.amount, range.low.amount) < 0) range.low = low;
    if (compareAmounts(high.amount, range.high.amount) > 0) range.high = high;
  }
  return range;
}

/**
 * Sums up the offers of one product: lowest and highest price in one currency, whether any of it can be had, who sells it.
 * A price of 0 is "ask us" on most shops and no price.
 * @param hints the page's currency (decides among several and what "$" means) and language (how its numbers are written)
 */
export function summarise(offers: JsonLdNode[], hints: PageHints): OfferSummary {
  const summary: OfferSummary = {};
  const wanted = newOnes(offers);
  let doubtful = false;
  const priced = wanted.flatMap((offer) => {
    const price = priceOf(offer, hints, () => {
      doubtful = true;
    });
    return price ? [{ offer, price }] : [];
  });
  const currencies = new Set(priced.map(({ price }) => price.low.currency));
  const currency = currencies.size > 1 ? hints.currency : [...currencies][0];
  const inCurrency = priced.filter(({ price }) => price.low.currency === currency);
  if (inCurrency.length === 0) summary.ambiguous = doubtful || currencies.size > 1;
  for (const { offer, price } of inCurrency) {
    if (!summary.low || compareAmounts(price.low.amount, summary.low.amount) < 0) {
      summary.low = price.low;
      if (price.raw !== undefined) summary.raw = price.raw;
      const list = listPriceOf(offer, price.low.currency, hints.language);
      if (list && compareAmounts(list.amount, price.low.amount) > 0) summary.listPrice = list;
      else delete summary.listPrice;
    }
    if (!summary.high || compareAmounts(price.high.amount, summary.high.amount) > 0)
      summary.high = price.high;
  }
  const available = rangeOf(inCurrency.filter(({ offer }) => canBeHad(offer)).map(({ price }) => price));
  if (available && summary.low && compareAmounts(available.low.amount, summary.low.amount) > 0) {
    summary.available = available;
  }
  // an offer whose price could not be read may have been the lowest
  if (doubtful && summary.low) {
    delete summary.low;
    delete summary.high;
    delete summary.listPrice;
    delete summary.available;
    summary.ambiguous = true;
  }
  const availability = bestAvailability(
    wanted.flatMap((offer) =>
      listOf(offer.availability).flatMap((value) => parseAvailability(text(value)) ?? []),
    ),
  );
  if (availability) summary.availability = availability;
  const sellers = new Set(wanted.flatMap((offer) => nameOf(offer.seller) ?? nameOf(offer.offeredBy) ?? []));
  const [seller] = sellers;
  if (seller && sellers.size === 1) summary.seller = seller;
  if (wanted.length === 1) {
    const [level] = nodesOf(wanted[0]?.inventoryLevel);
    const stock = level && text(level.value);
    if (stock && /^\d{1,9}$/.test(stock)) summary.stock = Number(stock);
  }
  return summary;
}
