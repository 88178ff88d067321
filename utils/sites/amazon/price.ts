import type { Money } from '../../domain/page-reading.ts';
import { currencyCode } from '../shared/currency.ts';
import { fold } from '../shared/fields.ts';
import { compareAmounts, isZero, parseMachineAmount } from '../shared/money.ts';
import { priceText, readPriceText } from '../shared/shown-price.ts';

/** What "$" or "kr" is on each host; a code or an unmistakable sign in the price itself counts more (visitors choose another currency). */
const currencies: Record<string, string> = {
  com: 'USD',
  'co.uk': 'GBP',
  se: 'SEK',
  pl: 'PLN',
  'com.tr': 'TRY',
  ca: 'CAD',
  'com.mx': 'MXN',
  'com.br': 'BRL',
  'co.jp': 'JPY',
  in: 'INR',
  'com.au': 'AUD',
  sg: 'SGD',
  ae: 'AED',
  sa: 'SAR',
  eg: 'EGP',
  'co.za': 'ZAR',
  cn: 'CNY',
};

/** The currency in which an Amazon host sells unless the price says otherwise. */
export function hostCurrency(url: URL): string {
  return currencies[url.hostname.replace(/^.*?amazon\./, '')] ?? 'EUR';
}

export interface PriceHints {
  currency: string;
  language: string | undefined;
}

export interface ShownPrice {
  low: Money;
  high?: Money | undefined;
  raw: string;
  source: 'dom' | 'state';
}

/** Offers beside the one that the page is about: used, by subscription, rented, of other sellers, of other products. */
const elsewhere = [
  '[id^="usedAccordionRow"]',
  '#usedBuySection',
  '[id^="usedOnly"]',
  '[id^="snsAccordionRow"]',
  '[id^="sns-"]',
  '[id*="rentBuySection"]',
  '[id^="rentalAccordion"]',
  '[id^="dealsAccordionRow"]',
  '[id^="collectibleAccordion"]',
  '[id^="renewedTier"]',
  '[id^="tradeIn"]',
  '#mbc',
  '#moreBuyingChoices_feature_div',
  '#olp_feature_div',
  '[id^="olpLink"]',
  '#twister',
  '[id^="inline-twister"]',
  '[id^="sims"]',
  '#similarities_feature_div',
  '#comparison_table',
  '#HLCXComparisonTable',
  '.a-carousel',
  '.aplus-v2',
  '#all-offers-display',
  '#aod-container',
].join(',');

/** Whether an element belongs to another offer or product than the page's main one. */
export function isElsewhere(element: Element): boolean {
  return element.closest(elsewhere) !== null;
}

/** Where the generations of the page show what is asked, newest first. */
const places = [
  '#corePriceDisplay_desktop_feature_div .priceToPay',
  '#corePriceDisplay_desktop_feature_div .a-price-range',
  '#corePriceDisplay_mobile_feature_div .priceToPay',
  '#corePriceDisplay_mobile_feature_div .a-price-range',
  '#corePrice_feature_div .priceToPay',
  '#corePrice_feature_div .apexPriceToPay',
  '#corePrice_desktop .apexPriceToPay',
  '#corePrice_desktop .a-price-range',
  '#corePrice_mobile_feature_div .apexPriceToPay',
  '#corePrice_feature_div .a-price:not(.a-text-price)',
  '#priceblock_dealprice',
  '#priceblock_saleprice',
  '#priceblock_ourprice',
  '#newBuyBoxPrice',
  '#price_inside_buybox',
  '#kindle-price',
  '#buyNewSection .offer-price',
  '#buybox .header-price',
  '#actualPriceValue',
  '#tmmSwatches .selected .slot-price',
  '#tmmSwatches .swatchElement.selected .a-color-price',
  '#tmmSwatches .swatchElement.selected .a-color-base',
];

const struckPlaces = [
  '#corePriceDisplay_desktop_feature_div .basisPrice .a-price[data-a-strike="true"]',
  '#corePriceDisplay_mobile_feature_div .basisPrice .a-price[data-a-strike="true"]',
  '#corePrice_desktop .a-price[data-a-strike="true"]',
  '#corePrice_feature_div .a-price[data-a-strike="true"]',
  '.priceBlockStrikePriceString',
  '#listPriceValue',
  '#digital-list-price .a-text-strike',
  '#buyBoxInner .a-text-strike',
];

/** The text of one `.a-price`: its words for screen readers, or where those are empty its drawn parts. */
function boxText(box: Element): string {
  const spoken = fold(box.querySelector('.a-offscreen')?.textContent ?? '');
  if (/\d/.test(spoken)) return spoken;
  const part = (name: string) =>
    (box.querySelector(`.a-price-${name}`)?.textContent ?? '').replace(/\s/g, '');
  return fold(`${part('symbol')} ${part('whole')}${part('fraction')}`);
}

/** Reads the price in an element in any of Amazon's forms; undefined where it shows none, or one that can be read in two ways. */
export function readPrice(element: Element, hints: PriceHints): ShownPrice | undefined {
  const inside = [...element.querySelectorAll('.a-price')];
  const boxes = element.matches('.a-price') ? [element] : inside;
  const raw = fold(boxes.length > 0 ? boxes.slice(0, 2).map(boxText).join(' - ') : priceText(element, true));
  // "Kindle $10.99 Available instantly": a swatch may say more than its price, but no other number
  const price = readPriceText(raw.replace(/[\u200e\u200f]/g, ''), hints);
  if (!price || isZero(price.low.amount)) return undefined;
  return { ...price, raw, source: 'dom' };
}

/** The price that forms of the page send along, for this product: exact, whatever the language. */
function sentPrice(document: Document, asin: string | undefined): ShownPrice | undefined {
  const metrics = document.getElementById('cerberus-data-metrics');
  const stated: [string | null | undefined, string | null | undefined][] = [];
  for (const input of document.querySelectorAll('input[name$="[customerVisiblePrice][amount]"]')) {
    if (isElsewhere(input)) continue;
    const name = (input.getAttribute('name') ?? '').replace('[amount]', '[currencyCode]');
    const form = input.closest('form') ?? document;
    const code = [...form.querySelectorAll('input[name$="[currencyCode]"]')].find(
      (other) => other.getAttribute('name') === name,
    );
    stated.push([input.getAttribute('value'), code?.getAttribute('value')]);
  }
  if (asin && metrics?.getAttribute('data-asin') === asin) {
    stated.push([metrics.getAttribute('data-asin-price'), metrics.getAttribute('data-asin-currency-code')]);
  }
  const prices = stated.flatMap(([raw, code]) => {
    const currency = currencyCode(code ?? undefined);
    const amount = raw && currency ? parseMachineAmount(raw, { currency }) : null;
    return raw && currency && amount !== null && !isZero(amount) ? [{ low: { amount, currency }, raw }] : [];
  });
  const [first] = prices;
  const same = prices.every(
    ({ low }) => low.currency === first?.low.currency && low.amount === first.low.amount,
  );
  return first && same ? { ...first, source: 'state' } : undefined;
}

/** Elements of the main offer at any of some places, in the order of the places; the document is walked once. */
function elementsAt(document: Document, wanted: string[]): Element[] {
  const all = [...document.querySelectorAll(wanted.join(','))].filter((element) => !isElsewhere(element));
  return wanted.flatMap((place) => all.filter((element) => element.matches(place)));
}

/** What the page asks for its product: shown, else sent along by its forms. */
export function askedPrice(
  document: Document,
  asin: string | undefined,
  hints: PriceHints,
): ShownPrice | undefined {
  for (const element of elementsAt(document, places)) {
    const price = readPrice(element, hints);
    if (price) return price;
  }
  return sentPrice(document, asin);
}

/** The struck-through price above an asked one. */
export function struckPrice(
  document: Document,
  asked: ShownPrice,
  hints: PriceHints,
): ShownPrice | undefined {
  for (const element of elementsAt(document, struckPlaces)) {
    const price = readPrice(element, hints);
    if (!price || price.high || price.low.currency !== asked.low.currency) continue;
    if (compareAmounts(price.low.amount, asked.low.amount) > 0) return price;
  }
  return undefined;
}
