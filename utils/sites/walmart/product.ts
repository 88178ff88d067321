import type { ProductReading } from '../../domain/page-reading.ts';
import { parseAvailability } from '../shared/availability.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { saysGone } from '../shared/gone-page.ts';
import {
  costOf,
  countFact,
  expected,
  firstOf,
  goodsOf,
  listAbove,
  machineMoney,
  ownNode,
  ratingFact,
  shownCost,
  statedIds,
} from '../shared/market-product.ts';
import { sameName } from '../shared/names.ts';
import { openPage, type Page } from '../shared/opened-page.ts';
import { metaText } from '../shared/page.ts';
import { asList, asText, at, isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { availabilityOf, currencyOfHost, startedWith } from './state.ts';

/** A product of the embedded state. */
function ofState(facts: Facts, item: unknown, reviews: unknown, host: string): ProductReading {
  const prices = at(item, 'priceInfo');
  const money = (place: unknown, name = 'price') =>
    machineMoney(at(place, name), at(place, 'currencyUnit') ?? host, 'state', at(place, 'priceString'));
  const range = at(prices, 'priceRange');
  const low = money(range, 'minPrice') ?? money(at(prices, 'currentPrice'));
  const cost = costOf(low, money(range, 'maxPrice'));
  // the stars beside the title are those of all variants together
  const rating =
    ratingFact(at(reviews, 'averageOverallRating'), 'state') ??
    ratingFact(at(item, 'averageRating'), 'state');
  const count = at(reviews, 'totalReviewCount') ?? at(item, 'numberOfReviews');
  const picture =
    at(asList(at(item, 'imageInfo', 'allImages'))[0], 'url') ?? at(item, 'imageInfo', 'thumbnailUrl');
  return compact<ProductReading>({
    title: facts.text('title', at(item, 'name'), 'state'),
    brand: facts.line('brand', at(item, 'brand'), 'state'),
    price: cost.price,
    priceMax: cost.priceMax,
    listPrice: listAbove(money(at(prices, 'wasPrice')) ?? money(at(prices, 'listPrice')), cost.price),
    availability: availabilityOf(at(item, 'availabilityStatusV2', 'value') ?? at(item, 'availabilityStatus')),
    rating,
    reviewCount: countFact(count, 'state'),
    seller: facts.line('seller', at(item, 'sellerDisplayName') ?? at(item, 'sellerName'), 'state'),
    imageUrl: facts.address('imageUrl', picture, 'state'),
  });
}

/** The value of a property of microdata: what it says to machines, else its text. */
function property(document: Document, name: string, inside = ''): string | undefined {
  const element = document.querySelector(`${inside}[itemprop="${name}"]`);
  return element?.getAttribute('content') ?? element?.getAttribute('href') ?? lineOf(element);
}

/**
 * What is on the screen; before 2021 that is all there is, with microdata. Only the tab's title, which follows every move, can say that it
 * is this product.
 */
function shown(facts: Facts, document: Document, page: Page, host: string): ProductReading {
  const heading = document.querySelector('h1#main-title, h1[itemprop="name"], h1.prod-ProductTitle');
  const title = lineOf(heading);
  if (!title || !sameName(page.title, title)) return {};
  const element = document.querySelector(
    '[data-testid="price-wrap"] [itemprop="price"], span[itemprop="price"]',
  );
  const content = element?.getAttribute('content') ?? undefined;
  const price = machineMoney(content, property(document, 'priceCurrency') ?? host, 'microdata');
  const cost = price
    ? { price }
    : shownCost(facts, 'price', element?.textContent ?? undefined, { currency: host }, 'dom');
  const availability = parseAvailability(property(document, 'availability'));
  return compact<ProductReading>({
    title: facts.text('title', title, 'dom'),
    brand: facts.line('brand', property(document, 'brand'), 'microdata'),
    price: cost.price,
    availability: availability && { value: availability, source: 'microdata' },
    rating: ratingFact(property(document, 'ratingValue', '[itemprop="aggregateRating"] '), 'microdata'),
    reviewCount: countFact(property(document, 'reviewCount', '[itemprop="aggregateRating"] '), 'microdata'),
  });
}

/** Reads a product's page: state of this very number, its JSON-LD, then what is on the screen. */
export function readProduct(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const host = currencyOfHost(url);
  const started = startedWith(document);
  const item = at(started?.data, 'data', 'product');
  const ids = [at(item, 'usItemId'), at(item, 'id'), at(item, 'primaryUsItemId')].map(asText);
  // a product found under its own number; the number of its main variant is enough where its own is not given
  const fits = ids[0] !== undefined ? ids[0] === id || ids[1] === id : ids.includes(id);
  const wanted = asList(at(started?.query, 'itemParams')).at(-1) === id;
  if (wanted && at(started?.data, 'data') !== undefined && !isData(item)) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const page = openPage(document, url);
  const idOf = (address: URL) => {
    const known = /(?:^|\.)walmart\.[a-z.]+$/.test(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  const { node } = ownNode(page, id, idOf);
  const stated = statedIds(document, url.href, idOf);
  const stale = isData(item) && !fits;
  const state = fits ? ofState(facts, item, at(started?.data, 'data', 'reviews'), host) : {};
  const structured = node ? goodsOf(page, node, identity.url, host) : {};
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    state,
    // of several variants the state knows the chosen one
    ...(stale || !isData(item) ? [structured, shown(facts, document, page, host)] : [structured]),
    compact<ProductReading>({
      imageUrl: stated.has(id)
        ? facts.address('imageUrl', metaText(document, 'og:image'), 'meta')
        : undefined,
      url: { value: identity.url, source: 'url' },
    }),
  );
  if (fits && !state.price) {
    delete product.price;
    delete product.priceMax;
    delete product.listPrice;
  }
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return {
    kind: 'product',
    product: facts.finish(product, expected, stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}
