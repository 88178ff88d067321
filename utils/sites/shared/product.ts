import type { Money, Problem, ProductReading, Source } from '../../domain/page-reading.ts';
import { absolute, canonicalAddress } from './address.ts';
import { parseAvailability } from './availability.ts';
import { currencyCode, currencyOf } from './currency.ts';
import { addProblem, compact, fact, fold, textFact } from './fields.ts';
import { type JsonLdNode, nodesOf, text } from './json-ld.ts';
import { amountsIn, compareAmounts, isZero, parseAmount, parseMachineAmount } from './money.ts';
import { type OfferSummary, offersOf, summarise } from './offers.ts';
import { metaOf, type Page } from './opened-page.ts';
import { brandOf, imageOf, ratingOf, skuOf } from './product-facts.ts';
import { chosenVariants, ownProduct, placesOfVariant } from './product-identity.ts';
import { decidePrice, type PriceCandidate } from './product-price.ts';
import { chooseTitle, headTitle } from './product-title.ts';
import { isShown, struckBeside } from './shown-price.ts';
import type { ShownProduct } from './shown-product.ts';

/** One source's product: the nodes that are the page's own and what they offer. */
interface Structured {
  source: Source;
  nodes: JsonLdNode[];
  /** the one variant the address names, among others that it does not */
  chosen?: JsonLdNode;
  offers: OfferSummary;
}

/** Offers that count: those of the variants the address names, else the group's own and all variants'. */
function offersThatCount(page: Page, nodes: JsonLdNode[]): { offers: JsonLdNode[]; chosen?: JsonLdNode } {
  const [main] = nodes;
  if (!main) return { offers: [] };
  const own = offersOf(main);
  const variants = nodes.flatMap((node) => nodesOf(node.hasVariant)).concat(nodes.slice(1));
  if (variants.length === 0) {
    const wanted = page.url.searchParams.has('variant');
    return { offers: wanted ? chosenVariants(page, own, (offer) => [text(offer.url) ?? '']) : own };
  }
  const all = main.hasVariant === undefined && own.length > 0 ? [main, ...variants] : variants;
  const named = chosenVariants(page, all, placesOfVariant);
  const offers = named.flatMap(offersOf);
  const [chosen] = named;
  if (chosen && named.length < all.length) return { offers, chosen };
  return { offers: all.includes(main) ? offers : [...own, ...offers] };
}

function structured(
  page: Page,
  source: Source,
  nodes: JsonLdNode[],
  currency: string | undefined,
): { found?: Structured; stale: boolean } {
  const own = ownProduct(page, nodes);
  if (own.nodes.length === 0) return { stale: own.stale };
  const hints = { currency, language: page.language };
  const { offers, chosen } = offersThatCount(page, own.nodes);
  const found: Structured = { source, nodes: own.nodes, offers: summarise(offers, hints) };
  return { found: chosen ? { ...found, chosen } : found, stale: false };
}

/** Offer and rating that stand outside any item on a page that calls itself a product: one of each, or they are somebody else's. */
function withOrphans(page: Page): JsonLdNode[] {
  const { items, orphans } = page.microdata;
  const offers = nodesOf(orphans.offers);
  const [heading] = page.headings;
  if (offers.length !== 1 || !heading || !/product$/.test(metaOf(page, 'og:type') ?? '')) return items;
  const ratings = nodesOf(orphans.aggregateRating);
  const rating = ratings.length === 1 ? { aggregateRating: ratings[0] } : {};
  return [...items, { '@type': 'Product', name: heading, offers, ...rating }];
}

/**
 * A source's price: where a size that is sold out is cheaper than all that can be had, the one of the two that the page shows (shops
 * differ in what they mean by "from").
 */
function candidateOf(page: Page, source: Source, low: Money, offers: OfferSummary): PriceCandidate {
  const { available } = offers;
  const head = ['twitter:data1', 'description', 'og:description'].map((name) => page.metas.get(name) ?? '');
  const shows = (price: Money) =>
    isShown(page.document, price, page.language) ||
    head.some((line) =>
      amountsIn(line.slice(0, 500)).some(
        (written) =>
          parseAmount(written, { currency: price.currency, language: page.language }) === price.amount,
      ),
    );
  return available && !shows(low) && shows(available.low)
    ? { source, low: available.low, high: available.high, raw: available.low.amount }
    : { source, low, high: offers.high, raw: offers.raw };
}

/** Whether a shown price says its currency itself; "$ 10" alone could be another dollar than the structured data's. */
function asks(page: Page, { price, source }: ShownProduct): boolean {
  return (
    source === 'state' ||
    (price !== undefined && currencyOf(price.raw, { language: page.language }) === price.low.currency)
  );
}

function metaCandidate(page: Page): { candidate?: PriceCandidate; list?: string; currency?: string } {
  const sale = metaOf(page, 'product:sale_price:amount');
  const plain = metaOf(page, 'product:price:amount', 'og:price:amount');
  const raw = sale ?? plain;
  const currency = currencyCode(
    metaOf(page, 'product:sale_price:currency', 'product:price:currency', 'og:price:currency'),
  );
  if (!raw || !currency) return currency ? { currency } : {};
  const amount = parseMachineAmount(raw, { currency, language: page.language });
  if (amount === null || isZero(amount)) return { currency };
  const before = sale
    ? (metaOf(page, 'product:original_price:amount') ?? plain)
    : metaOf(page, 'product:original_price:amount');
  const list = before ? parseMachineAmount(before, { currency, language: page.language }) : null;
  return {
    currency,
    candidate: { source: 'meta', low: { amount, currency }, raw },
    ...(list !== null && compareAmounts(list, amount) > 0 ? { list } : {}),
  };
}

/** Whether the page's head calls it a product page. */
export function saysProduct(page: Page): boolean {
  return /^(?:og:)?product(?:\.item)?$/i.test(metaOf(page, 'og:type') ?? '');
}

/**
 * Reads the product that a page is about from JSON-LD, microdata, OpenGraph and, for shop systems whose own elements are known, from
 * what is shown. Related products and data left over from the page before are not it.
 * @param shown what the shop system's elements say; `currency` what the shop itself says it sells in
 * @returns no product when the page is not about one; `stale` when its data describe another page
 */
export function readProduct(
  page: Page,
  shown: ShownProduct | undefined,
  currency: string | undefined,
): { product?: ProductReading; problems: Problem[]; stale: boolean } {
  const problems: Problem[] = [];
  const head = metaCandidate(page);
  const hint = currency ?? head.currency;
  const jsonLd = structured(page, 'json-ld', page.nodes, hint);
  const micro = structured(page, 'microdata', withOrphans(page), hint);
  const sources = [jsonLd.found, micro.found].filter((found) => found !== undefined);
  const [main] = sources;
  const stale = sources.length === 0 && (jsonLd.stale || micro.stale);
  if (!main && !shown && (stale || !saysProduct(page))) return { problems, stale };

  const name = main && text(main.nodes[0]?.name);
  const title = titleOf(page, main?.source, name, shown);
  const candidates: PriceCandidate[] = [];
  if (shown?.price) candidates.push({ ...shown.price, source: shown.source, asked: asks(page, shown) });
  for (const { source, offers } of sources) {
    if (offers.low) candidates.push(candidateOf(page, source, offers.low, offers));
  }
  if (head.candidate && !stale) candidates.push(head.candidate);
  const decided = decidePrice(page, candidates);
  const price = decided === 'ambiguous' ? undefined : decided?.price;
  if (!price && (decided === 'ambiguous' || sources.some(({ offers }) => offers.ambiguous))) {
    addProblem(problems, 'price', 'ambiguous');
  }

  const structuredAvailability = sources.find(({ offers }) => offers.availability);
  const headAvailability = parseAvailability(metaOf(page, 'product:availability', 'og:availability'));
  const availability = shown?.availability
    ? fact(shown.availability, shown.source)
    : structuredAvailability?.offers.availability
      ? fact(structuredAvailability.offers.availability, structuredAvailability.source)
      : headAvailability && fact(headAvailability, 'meta');

  const seller =
    sources.flatMap(({ offers, source }) => (offers.seller ? [{ value: offers.seller, source }] : []))[0] ??
    (shown?.seller ? { value: shown.seller, source: shown.source } : undefined);
  const stock = main?.offers.stock;
  const picture = imageOf(page, sources, shown);
  const rating = ratingOf(sources, page.language);
  const brand =
    brandOf(page, sources) ?? (shown?.brand ? { value: shown.brand, source: shown.source } : undefined);
  const sku = skuOf(sources) ?? (shown?.sku ? fact(shown.sku, shown.source) : undefined);
  const productId = main && text(main.nodes[0]?.productID);
  const address = canonicalAddress(page.document, page.url);

  const product = compact<ProductReading>({
    id: shown?.id
      ? fact(shown.id, shown.source)
      : textFact(productId, main?.source ?? 'json-ld', 'short', 'id', problems),
    sku: sku && textFact(sku.value, sku.source, 'short', 'sku', problems),
    title: title && textFact(title.value, title.source, 'long', 'title', problems),
    brand: brand && textFact(brand.value, brand.source, 'short', 'brand', problems),
    price,
    priceMax: decided && decided !== 'ambiguous' ? decided.priceMax : undefined,
    listPrice: price && listPriceFact(page, price.value, sources, shown, head.list),
    availability,
    stock: stock === undefined ? undefined : fact(stock, main?.source ?? 'json-ld'),
    rating: rating?.rating,
    reviewCount: rating?.reviewCount,
    imageUrl: picture && textFact(picture.value, picture.source, 'address', 'imageUrl', problems),
    seller: seller && textFact(fold(seller.value), seller.source, 'short', 'seller', problems),
    url: textFact(address, 'url', 'address', 'url', problems),
  });
  for (const field of ['title', 'price', 'availability', 'imageUrl'] as const) {
    if (!product[field]) addProblem(problems, field, 'missing');
  }
  return { product, problems, stale: false };
}

function titleOf(
  page: Page,
  source: Source | undefined,
  name: string | undefined,
  shown: ShownProduct | undefined,
) {
  if (name && source) {
    const chosen = chooseTitle(page, fold(name));
    return { value: chosen.value, source: chosen.source === 'structured' ? source : chosen.source };
  }
  if (shown?.title) return { value: shown.title, source: shown.source };
  const head = headTitle(page);
  const heading = page.headings.find((line) => line && head?.includes(line));
  if (heading) return { value: heading, source: 'dom' as const };
  return head ? { value: head, source: 'meta' as const } : undefined;
}

function listPriceFact(
  page: Page,
  price: { amount: string; currency: string },
  sources: Structured[],
  shown: ShownProduct | undefined,
  head: string | undefined,
): ProductReading['listPrice'] {
  const higher = (amount: string) => compareAmounts(amount, price.amount) > 0;
  if (
    shown?.listPrice &&
    shown.listPrice.value.currency === price.currency &&
    higher(shown.listPrice.value.amount)
  ) {
    return fact(shown.listPrice.value, shown.source, shown.listPrice.raw);
  }
  for (const { source, offers } of sources) {
    const list = offers.listPrice;
    if (list && list.currency === price.currency && higher(list.amount)) return fact(list, source);
  }
  if (head !== undefined && higher(head)) return fact({ amount: head, currency: price.currency }, 'meta');
  const beside = struckBeside(page.document, price, page.language);
  return beside ? fact(beside.value, 'dom', beside.raw) : undefined;
}

/** A product in a list (ItemList, carousel): what its own node says, without looking at the page around it. */
export function listedProduct(
  page: Page,
  node: JsonLdNode,
  currency: string | undefined,
): ProductReading | undefined {
  const problems: Problem[] = [];
  const title = text(node.name);
  const url = absolute(text(node.url) ?? text(node['@id']), page.base);
  if (!title || !url) return undefined;
  const source = 'json-ld';
  const offers = summarise(offersOf(node), { currency, language: page.language });
  const found: Structured = { source, nodes: [node], offers };
  const rating = ratingOf([found], page.language);
  const decided = offers.low ? { low: offers.low, high: offers.high } : undefined;
  const image = imageOf(undefined, [found], undefined, page.base);
  return compact<ProductReading>({
    sku: textFact(text(node.sku), source, 'short', 'sku', problems),
    title: textFact(fold(title), source, 'long', 'title', problems),
    price: decided && fact(decided.low, source, offers.raw),
    priceMax:
      decided?.high && compareAmounts(decided.high.amount, decided.low.amount) > 0
        ? fact(decided.high, source)
        : undefined,
    listPrice: offers.listPrice && fact(offers.listPrice, source),
    availability: offers.availability && fact(offers.availability, source),
    rating: rating?.rating,
    reviewCount: rating?.reviewCount,
    imageUrl: image && textFact(image.value, image.source, 'address', 'imageUrl', problems),
    url: textFact(url, source, 'address', 'url', problems),
  });
}
