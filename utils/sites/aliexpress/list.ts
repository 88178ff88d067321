import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import {
  distinct,
  idsOf,
  listAbove,
  listProblems,
  machineMoney,
  movedOn,
  ratingFact,
  shownCost,
} from '../shared/market-product.ts';
import { asList, asText, at } from '../shared/state.ts';
import { cleanLine, lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { dataUnder } from './state.ts';

/** `_init_data_` of a search or a category. */
function ofState(facts: Facts, document: Document, url: URL): ProductReading[] {
  const data = dataUnder(document, '_init_data_');
  const fields = at(data, 'data', 'root', 'fields') ?? at(data, 'root', 'fields');
  const products: ProductReading[] = [];
  for (const item of asList(at(fields, 'mods', 'itemList', 'content')).slice(0, 1_000)) {
    const id = asText(at(item, 'productId'));
    if (!id || !/^\d{6,20}$/.test(id)) continue;
    const money = (name: string) => {
      const place = at(item, 'prices', name);
      return machineMoney(
        at(place, 'minPrice'),
        at(place, 'currencyCode'),
        'state',
        at(place, 'formattedPrice'),
      );
    };
    const price = money('salePrice') ?? money('originalPrice');
    const resolved = absolute(`/item/${id}.html`, url.href);
    products.push(
      compact<ProductReading>({
        id: { value: id, source: 'state' },
        title: facts.text('products.title', at(item, 'title', 'displayTitle'), 'state'),
        price,
        listPrice: listAbove(money('originalPrice'), price),
        rating: ratingFact(at(item, 'evaluation', 'starRating'), 'state'),
        sold: facts.count('products.sold', at(item, 'trade', 'tradeDesc'), 'state'),
        imageUrl: facts.address('products.imageUrl', at(item, 'image', 'imgUrl'), 'state', url.href),
        url: resolved ? { value: resolved, source: 'state' } : undefined,
      }),
    );
  }
  return distinct(products);
}

const cardRoots =
  '.search-item-card-wrapper-gallery, .search-card-item, [class*="list--gallery--"] > div, [data-product-id][data-sku-id]';

/** Cards on the screen: of the main site, and of the Russian one. */
function cards(facts: Facts, document: Document, url: URL, identify: Site['identify']): ProductReading[] {
  const products: ProductReading[] = [];
  for (const card of [...document.querySelectorAll(cardRoots)].slice(0, 400)) {
    const link = card.matches('a[href]') ? card : card.querySelector('a[href*="/item/"]');
    const resolved = absolute(link?.getAttribute('href'), url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (known?.kind !== 'product' || !known.id) continue;
    const title = card.querySelector('h3, [class*="RedSnippet__title"], [class*="multi--title"]');
    const asked = card.querySelector('[class*="multi--price-sale"], [class*="RedSnippet__priceNew"]');
    const before = card.querySelector(
      '[class*="multi--price-original"], [class*="RedSnippet__priceOld"] [class*="strikethrough"]',
    );
    const price = shownCost(facts, 'products.price', cleanLine(asked?.textContent), {}, 'dom').price;
    const currency = price?.value.currency;
    const list = shownCost(
      facts,
      'products.listPrice',
      cleanLine(before?.textContent),
      { currency },
      'dom',
    ).price;
    products.push(
      compact<ProductReading>({
        id: { value: known.id, source: 'dom' },
        title: facts.text('products.title', title?.getAttribute('title') ?? lineOf(title), 'dom'),
        price,
        listPrice: listAbove(list, price),
        imageUrl: facts.address(
          'products.imageUrl',
          card.querySelector('img[src]')?.getAttribute('src'),
          'dom',
          url.href,
        ),
        url: { value: known.url, source: 'dom' },
      }),
    );
  }
  return distinct(products);
}

/** Reads a search, a category or a store's page: the data it was opened with, or the cards once it shows others. */
export function readList(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const [stateFacts, shownFacts] = [factsOf(document), factsOf(document)];
  // A shop's page is not known to carry such data: what is there is a search's that was left.
  const own = identity.kind === 'shop' ? [] : ofState(stateFacts, document, url);
  const shown = cards(shownFacts, document, url, identify);
  const isOwn = own.length > 0 && !movedOn(own, idsOf(shown));
  const [facts, products] = isOwn ? [stateFacts, own] : [shownFacts, shown];
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
