import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import {
  costOf,
  countFact,
  distinct,
  idsOf,
  listAbove,
  listProblems,
  machineMoney,
  movedOn,
  ratingFact,
  shownCost,
} from '../shared/market-product.ts';
import { parsePriceRange } from '../shared/money.ts';
import { asList, asText, at } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { availabilityOf, currencyOfHost, startedWith } from './state.ts';

/** "Options from $16.77 – $33.54": the lower end is the price shown, the upper end the range's. */
function highest(text: unknown, low: ProductReading['price'], currency: string): ProductReading['price'] {
  const range = typeof text === 'string' && text.length < 200 ? parsePriceRange(text, { currency }) : null;
  return range?.high && range.low.amount === low?.value.amount
    ? { value: range.high, source: 'state', raw: String(text) }
    : undefined;
}

function stateItems(facts: Facts, data: unknown, url: URL, identify: Site['identify']): ProductReading[] {
  const currency = currencyOfHost(url);
  const stacks = asList(at(data, 'searchResult', 'itemStacks'));
  const products: ProductReading[] = [];
  for (const item of stacks.flatMap((stack) => asList(at(stack, 'items'))).slice(0, 1_000)) {
    const id = asText(at(item, 'usItemId'));
    const resolved = absolute(asText(at(item, 'canonicalUrl')) ?? `/ip/${id}`, url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (!id || known?.kind !== 'product' || known.id !== id) continue;
    const prices = at(item, 'priceInfo');
    const low =
      machineMoney(at(item, 'price'), currency, 'state', at(prices, 'linePrice')) ??
      machineMoney(
        at(prices, 'currentPrice', 'price'),
        at(prices, 'currentPrice', 'currencyUnit') ?? currency,
        'state',
      );
    const cost = costOf(low, highest(at(prices, 'priceRangeString'), low, currency));
    const before = asText(at(prices, 'wasPrice')) ?? asText(at(prices, 'wasPrice', 'priceString'));
    products.push(
      compact<ProductReading>({
        id: { value: id, source: 'state' },
        title: facts.text('products.title', at(item, 'name'), 'state'),
        brand: facts.line('products.brand', at(item, 'brand'), 'state'),
        price: cost.price,
        priceMax: cost.priceMax,
        listPrice: listAbove(
          shownCost(facts, 'products.listPrice', before, { currency }, 'state').price,
          cost.price,
        ),
        availability: availabilityOf(at(item, 'availabilityStatusV2', 'value')),
        rating: ratingFact(at(item, 'averageRating') ?? at(item, 'rating', 'averageRating'), 'state'),
        reviewCount: countFact(at(item, 'numberOfReviews') ?? at(item, 'rating', 'numberOfReviews'), 'state'),
        seller: facts.line('products.seller', at(item, 'sellerName'), 'state'),
        imageUrl: facts.address(
          'products.imageUrl',
          at(item, 'imageInfo', 'thumbnailUrl') ?? at(item, 'image'),
          'state',
        ),
        url: { value: known.url, source: 'state' },
      }),
    );
  }
  return distinct(products);
}

/** Cards on the screen; the price is drawn in pieces there and left out. */
function cards(facts: Facts, document: Document, url: URL, identify: Site['identify']): ProductReading[] {
  const products: ProductReading[] = [];
  for (const card of [...document.querySelectorAll('[data-item-id]')].slice(0, 400)) {
    const resolved = absolute(card.querySelector('a[href*="/ip/"]')?.getAttribute('href'), url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (known?.kind !== 'product' || !known.id) continue;
    products.push(
      compact<ProductReading>({
        id: { value: known.id, source: 'dom' },
        title: facts.text(
          'products.title',
          lineOf(card.querySelector('[data-automation-id="product-title"]')),
          'dom',
        ),
        imageUrl: facts.address(
          'products.imageUrl',
          card.querySelector('img')?.getAttribute('src'),
          'dom',
          url.href,
        ),
        url: { value: known.url, source: 'dom' },
      }),
    );
  }
  return distinct(products);
}

/** Whether the embedded state was asked for this search: the words and the page number of the address. */
function sameSearch(query: unknown, url: URL): boolean {
  const words = url.searchParams.get('q') ?? url.searchParams.get('query') ?? undefined;
  const asked = asText(at(query, 'q')) ?? asText(at(query, 'query'));
  const [here, there] = [url.searchParams.get('page') ?? '1', asText(at(query, 'page')) ?? '1'];
  return words === asked && here === there;
}

/** Reads a search, a category or a seller's page: the state it was opened with, or the cards once the visitor has moved on. */
export function readList(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const [stateFacts, shownFacts] = [factsOf(document), factsOf(document)];
  const started = startedWith(document);
  // A seller's page is not known to carry such data: what is there is a search's that was left.
  const own = identity.kind === 'shop' ? [] : stateItems(stateFacts, started?.data, url, identify);
  const shown = cards(shownFacts, document, url, identify);
  const stale = own.length > 0 && (!sameSearch(started?.query, url) || movedOn(own, idsOf(shown)));
  const isOwn = own.length > 0 && !stale;
  const [facts, products] = isOwn ? [stateFacts, own] : [shownFacts, shown];
  if (stale && products.length === 0) facts.problem('products', 'stale');
  listProblems(facts, products);
  const rest = { ...(products.length > 0 ? { products } : {}), problems: facts.problems };
  if (identity.kind !== 'shop') return { kind: identity.kind, ...rest };
  facts.problem('name', 'missing');
  const shop: ShopReading = {
    id: { value: identity.id ?? '', source: 'url' },
    url: { value: identity.url, source: 'url' },
  };
  return { kind: 'shop', shop, ...rest };
}
