import type { Money } from '../../domain/page-reading.ts';
import { currencyOf } from './currency.ts';
import { fold } from './fields.ts';
import { amountsIn, compareAmounts, type MoneyHints, parseAmount, parsePriceRange } from './money.ts';

/** Names that themes give to a price nobody is asked any more, and to text for screen readers only ("Original price was …"). */
const struckName =
  /(?:^|[\s_-])(?:old|was|original|compare|strike|strikethrough|striked|crossed|line-through|previous|rrp|msrp|del)(?:[\s_-]|$)/i;
const unseenName =
  /(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|a-offscreen|u-hidden-visually)(?:\s|$)/i;

export function isStruck(element: Element): boolean {
  return (
    /^(?:del|s|strike|compare-at-price)$/i.test(element.tagName) ||
    struckName.test(element.getAttribute('class') ?? '')
  );
}

function isUnseen(element: Element): boolean {
  return (
    /^(?:script|style|template|noscript|svg)$/i.test(element.tagName) ||
    element.hasAttribute('hidden') ||
    unseenName.test(element.getAttribute('class') ?? '')
  );
}

function gather(node: Node, struck: boolean, into: string[], depth: number): void {
  if (depth > 30) return;
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      if (child.nodeValue?.trim()) into.push(child.nodeValue);
    } else if (child.nodeType === 1) {
      const element = child as Element;
      if (!isUnseen(element) && (struck || !isStruck(element))) gather(element, struck, into, depth + 1);
    }
  }
}

/**
 * What an element says of a price, without struck-through parts, scripts and words for screen readers.
 * @param struck true: the struck parts too (for an element that is the old price itself)
 */
export function priceText(element: Element, struck = false): string {
  const parts: string[] = [];
  gather(element, struck, parts, 0);
  return fold(parts.join(' '));
}

/** Reads a text that may repeat one amount ("109 € 109 €") or span a range; null when it holds other amounts as well. */
export function readPriceText(text: string, hints: MoneyHints): { low: Money; high?: Money } | null {
  if (text.length > 400) return null;
  const written = [...new Set(amountsIn(text))];
  const [only] = written;
  if (only === undefined) return null;
  const currency = currencyOf(text, hints);
  if (!currency) return null;
  if (written.length > 1) return parsePriceRange(text, { ...hints, currency });
  const amount = /[%％]/.test(text) ? null : parseAmount(only, { ...hints, currency });
  return amount === null ? null : { low: { amount, currency } };
}

/** The price an element shows, apart from what is struck through. */
export function shownPrice(element: Element, hints: MoneyHints): { low: Money; high?: Money } | null {
  return readPriceText(priceText(element), hints);
}

const priceElements =
  '[itemprop="price"], [class*="price" i], [id*="price" i], [data-price], [data-testid*="price" i]';

/** Whether a price stands in the page where prices stand, not struck through. */
export function isShown(document: Document, price: Money, language: string | undefined): boolean {
  return shownPrices(document, { currency: price.currency, language }).some(
    (shown) => shown.currency === price.currency && compareAmounts(shown.amount, price.amount) === 0,
  );
}

/** Whether a price stands in the page struck through, and nowhere else, while other prices are asked there. */
export function isShownStruckOnly(document: Document, price: Money, language: string | undefined): boolean {
  const hints = { currency: price.currency, language };
  const asked = shownPrices(document, hints).filter(({ currency }) => currency === price.currency);
  if (asked.length === 0 || asked.some(({ amount }) => compareAmounts(amount, price.amount) === 0))
    return false;
  let left = 100;
  for (const element of document.querySelectorAll('del, s, strike, [class*="price" i]')) {
    if (!isStruck(element)) continue;
    if (left-- <= 0) return false;
    const old = readPriceText(priceText(element, true), hints);
    if (old && !old.high && compareAmounts(old.low.amount, price.amount) === 0) return true;
  }
  return false;
}

/** Prices in elements named so, at most the first 300 elements; struck ones left out. */
export function shownPrices(document: Document, hints: MoneyHints): Money[] {
  const found: Money[] = [];
  let left = 300;
  for (const element of document.querySelectorAll(priceElements)) {
    if (left-- <= 0) break;
    if (
      /^(?:meta|script|style|input|link|template)$/i.test(element.tagName) ||
      element.closest('del, s, strike') ||
      isStruck(element)
    )
      continue;
    const text = priceText(element);
    if (!text || text.length > 200) continue;
    const currency = currencyOf(text, hints);
    if (!currency) continue;
    for (const written of amountsIn(text)) {
      const amount = parseAmount(written, { ...hints, currency });
      if (amount !== null) found.push({ amount, currency });
    }
  }
  return found;
}

/** Places where a page shows other products than its own. */
const elsewhere =
  'a[href], [class*="related" i], [class*="recommend" i], [class*="upsell" i], [class*="carousel" i], [class*="crosssell" i], [class*="cross-sell" i], [class*="card" i], [class*="swiper" i], footer, nav, header';

/**
 * The struck-through price that stands right beside the asked one: higher, in the same small container, and the only such amount.
 */
export function struckBeside(
  document: Document,
  price: Money,
  language: string | undefined,
): { value: Money; raw: string } | null {
  const hints = { currency: price.currency, language };
  const found = new Map<string, string>();
  let left = 200;
  for (const element of document.querySelectorAll(
    'del, s, strike, compare-at-price, [class*="old" i], [class*="was" i], [class*="compare" i], [class*="original" i], [class*="strike" i], [class*="crossed" i], [class*="previous" i], [class*="line-through" i]',
  )) {
    if (left-- <= 0) break;
    if (!isStruck(element) || element.closest(elsewhere)) continue;
    const raw = priceText(element, true);
    const old = readPriceText(raw, hints);
    if (!old || old.high || old.low.currency !== price.currency) continue;
    // a class name alone may mean something else ("compare TR-1047"): then the words must be a price by themselves
    const isSure = /^(?:del|s|strike|compare-at-price)$/i.test(element.tagName) || /^[\d\s.,'’]+$/.test(raw);
    if (!isSure && currencyOf(raw, { language, currency: undefined }) === undefined && !/\p{Sc}/u.test(raw))
      continue;
    if (compareAmounts(old.low.amount, price.amount) <= 0) continue;
    let container = element.parentElement;
    for (let step = 0; container && step < 4; step++, container = container.parentElement) {
      const shown = priceText(container);
      if (amountsIn(shown).length === 0) continue;
      const beside = amountsIn(shown).map((written) => parseAmount(written, hints));
      if (beside.includes(price.amount)) found.set(old.low.amount, raw);
      break;
    }
  }
  const [only, second] = found;
  return only && !second ? { value: { amount: only[0], currency: price.currency }, raw: only[1] } : null;
}
