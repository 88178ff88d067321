import type { Field, Money, ProductReading, Source } from '../../domain/page-reading.ts';
import { mostListed } from '../../domain/text-limits.ts';
import { absolute } from './address.ts';
import { currencyCode } from './currency.ts';
import type { Facts } from './facts.ts';
import { fact, fold } from './fields.ts';
import { isNode, type JsonLdNode, listOf, nameOf, nodesOf, text, typesOf } from './json-ld.ts';
import { amountsIn, compareAmounts, isZero, type MoneyHints, parseMachineAmount } from './money.ts';
import { sameName } from './names.ts';
import { offersOf, summarise } from './offers.ts';
import type { Page } from './opened-page.ts';
import { listedProduct } from './product.ts';
import { productsAmong } from './product-identity.ts';
import { readPriceText } from './shown-price.ts';
import { asText } from './state.ts';

/** What marketplaces' pages have in common: an id in the address decides which product, shop or list a page's data speak of. */

export interface Cost {
  price?: Field<Money>;
  priceMax?: Field<Money>;
}

/** A price from a field for machines; none without an ISO currency, and none of 0: that is "ask us" or "not loaded yet". */
export function machineMoney(
  value: unknown,
  currency: unknown,
  source: Source,
  raw?: unknown,
): Field<Money> | undefined {
  const code = currencyCode(asText(currency));
  const amount = code ? parseMachineAmount(value, { currency: code }) : null;
  if (!code || amount === null || isZero(amount)) return undefined;
  return fact({ amount, currency: code }, source, asText(raw)?.slice(0, 200));
}

/** A lowest and a highest price; the highest only where it is above the lowest in the same currency. */
export function costOf(low: Field<Money> | undefined, high?: Field<Money> | undefined): Cost {
  if (!low) return {};
  return isAbove(high, low) ? { price: low, priceMax: high } : { price: low };
}

function isAbove(one: Field<Money> | undefined, other: Field<Money>): one is Field<Money> {
  return (
    one !== undefined &&
    one.value.currency === other.value.currency &&
    compareAmounts(one.value.amount, other.value.amount) > 0
  );
}

/** A struck-through price; none where it is not above the asked one. */
export function listAbove(
  list: Field<Money> | undefined,
  price: Field<Money> | undefined,
): Field<Money> | undefined {
  return price && isAbove(list, price) ? list : undefined;
}

/**
 * A price as people read it ("€ 97,39 - 128,72"). Amounts that can be read in two ways, or whose sign means several currencies, leave a
 * problem row and no price.
 */
export function shownCost(
  facts: Facts,
  field: string,
  shown: string | undefined,
  hints: MoneyHints,
  source: Source,
): Cost {
  if (!shown) return {};
  const line = fold(shown.slice(0, 1_000));
  const read = readPriceText(line, { language: facts.language, ...hints });
  if (!read) {
    if (amountsIn(line).length > 0) facts.problem(field, 'ambiguous');
    return {};
  }
  if (isZero(read.low.amount)) return {};
  return costOf(fact(read.low, source, line), read.high && fact(read.high, source, line));
}

/** A rating on a scale of five; 0 is how shops write "not rated yet". */
export function ratingFact(value: unknown, source: Source): Field<number> | undefined {
  const raw = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (!/^\d(?:[.,]\d{1,8})?$/.test(raw)) return undefined;
  const rating = Number(raw.replace(',', '.'));
  return rating > 0 && rating <= 5 ? fact(rating, source, raw) : undefined;
}

/** A count from a field for machines: a whole number or its digits, nothing else. */
export function countFact(value: unknown, source: Source): Field<number> | undefined {
  const text = asText(value)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? { value: Number(text), source, precision: 'exact' } : undefined;
}

/** Whose page the head says this is (canonical link, `og:url`): ids by the site's own addresses. */
export function statedIds(
  document: Document,
  base: string,
  idOf: (url: URL) => string | undefined,
): Set<string> {
  const places = [
    ...[...document.querySelectorAll('link[rel="canonical"]')].map((link) => link.getAttribute('href')),
    ...[...document.querySelectorAll('meta[property="og:url"], meta[name="og:url"]')].map((each) =>
      each.getAttribute('content'),
    ),
  ];
  const ids = new Set<string>();
  for (const place of places.slice(0, 10)) {
    const resolved = absolute(place, base);
    const id = resolved && idOf(new URL(resolved));
    if (id) ids.add(id);
  }
  return ids;
}

function placesOf(node: JsonLdNode): string[] {
  const variants = nodesOf(node.hasVariant).slice(0, 300);
  return [node, ...variants, ...[node, ...variants].flatMap((each) => offersOf(each).slice(0, 50))].flatMap(
    (each) => [text(each.url), text(each['@id'])].filter((place) => place !== undefined),
  );
}

/** Sites write their own number of a product as its article number; short ones could be anybody's. */
function isNumbered(node: JsonLdNode, id: string): boolean {
  return id.length >= 8 && [text(node.sku), text(node.productID)].includes(id);
}

/**
 * The JSON-LD product of this page: the one whose addresses carry the id. One without any address counts only if it has the headline's name.
 * @param idOf id of a product's address on this site
 * @returns `stale` true: there is a product, and it is another page's
 */
export function ownNode(
  page: Page,
  id: string,
  idOf: (url: URL) => string | undefined,
): { node?: JsonLdNode; stale: boolean } {
  const products = productsAmong(page.nodes).slice(0, 200);
  const places = products.map((node) => placesOf(node).flatMap((place) => absolute(place, page.base) ?? []));
  const named = (node: JsonLdNode) => {
    const name = text(node.name);
    return name !== undefined && page.headings.some((heading) => sameName(heading, name));
  };
  const at = products.findIndex(
    (node, index) =>
      places[index]?.some((place) => idOf(new URL(place)) === id) ||
      [node, ...nodesOf(node.hasVariant).slice(0, 300)].some((each) => isNumbered(each, id)),
  );
  const loose = at < 0 ? products.findIndex((node, index) => places[index]?.length === 0 && named(node)) : -1;
  const node = products[at >= 0 ? at : loose];
  return node
    ? { node: chosenOf(page, node, id, idOf), stale: false }
    : { stale: places.some((found) => found.length > 0) };
}

/** Of a group whose variants have numbers of their own the one that the address names, with what only the group says. */
function chosenOf(
  page: Page,
  node: JsonLdNode,
  id: string,
  idOf: (url: URL) => string | undefined,
): JsonLdNode {
  const variants = nodesOf(node.hasVariant).slice(0, 300);
  const isNamed = (variant: JsonLdNode) =>
    isNumbered(variant, id) ||
    placesOf(variant).some((place) => {
      const resolved = absolute(place, page.base);
      return resolved !== undefined && idOf(new URL(resolved)) === id;
    });
  const named = variants.filter(isNamed);
  const [chosen] = named;
  if (!chosen || named.length === variants.length) return node;
  return {
    '@type': 'Product',
    name: chosen.name ?? node.name,
    sku: chosen.sku,
    brand: chosen.brand ?? node.brand,
    image: chosen.image ?? node.image,
    aggregateRating: chosen.aggregateRating ?? node.aggregateRating,
    offers: named.flatMap((variant) => nodesOf(variant.offers)),
  };
}

/** Pictures stand under three names: `url`, `contentUrl`, and Etsy's `contentURL`. */
function pictureOf(image: unknown): string | undefined {
  for (const each of listOf(image)) {
    const address = isNode(each)
      ? (text(each.contentUrl) ?? text(each.contentURL) ?? text(each.url))
      : text(each);
    if (address) return address;
  }
  return undefined;
}

/** What a product's own node says, under the address it is known by. */
export function goodsOf(page: Page, node: JsonLdNode, url: string, currency?: string): ProductReading {
  const variants = typesOf(node).includes('ProductGroup') ? nodesOf(node.hasVariant) : [];
  const offers = node.offers ?? (variants.length > 0 ? variants.flatMap((each) => each.offers) : undefined);
  const own: JsonLdNode = {
    name: node.name,
    url,
    sku: node.sku,
    offers,
    aggregateRating: node.aggregateRating,
    image: pictureOf(node.image) ?? pictureOf(variants[0]?.image),
  };
  const product = listedProduct(page, own, currency) ?? {};
  delete product.url;
  const brand = nameOf(node.brand);
  const { seller } = summarise(offersOf(own), { currency, language: page.language });
  if (brand && brand.length <= 200 && !/^(?:n\/?a|null|undefined|no brand|unbranded|-+)$/i.test(brand))
    product.brand = fact(fold(brand), 'json-ld');
  if (seller && seller.length <= 500) product.seller = fact(fold(seller), 'json-ld');
  return product;
}

/** Of one product from several sources: the first source that has a fact wins; prices come whole from one source. */
export function firstOf(...sources: ProductReading[]): ProductReading {
  const product: ProductReading = {};
  for (const source of sources) {
    const { price, priceMax, listPrice, ...rest } = source;
    if (price && !product.price) Object.assign(product, { price, ...(priceMax ? { priceMax } : {}) });
    const list = product.listPrice ? undefined : listAbove(listPrice, product.price);
    if (list) product.listPrice = list;
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined && !Object.hasOwn(product, name)) Object.assign(product, { [name]: value });
    }
  }
  return product;
}

/** What a product's page is expected to say on every marketplace. */
export const expected = ['title', 'price', 'availability', 'imageUrl', 'seller'];

/** Rows for a list of products: nothing there, or cards whose price could not be read. */
export function listProblems(facts: Facts, products: ProductReading[]): void {
  if (products.length === 0) facts.problem('products', 'missing');
  else if (products.some(({ price }) => !price)) facts.problem('products.price', 'ambiguous');
}

/**
 * Whether cards on the screen are others than those of the embedded data: the list moved on inside the page.
 * @param shown ids of the cards
 */
export function movedOn(state: ProductReading[], shown: readonly (string | undefined)[]): boolean {
  if (state.length === 0 || shown.length === 0) return false;
  const ids = new Set(state.map(({ id }) => id?.value));
  return !shown.some((id) => ids.has(id));
}

/** The ids of products, as {@link movedOn} wants them. */
export function idsOf(products: ProductReading[]): (string | undefined)[] {
  return products.map(({ id }) => id?.value);
}

/** One entry for each product of a list, first come first: sponsored cards repeat. */
export function distinct(products: ProductReading[]): ProductReading[] {
  const found = new Map<string, ProductReading>();
  for (const product of products) {
    const key = product.id?.value;
    if (key && product.title && !found.has(key) && found.size < mostListed) found.set(key, product);
  }
  return [...found.values()];
}
