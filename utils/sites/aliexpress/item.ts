import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
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
import { openPage } from '../shared/opened-page.ts';
import { metaText } from '../shared/page.ts';
import { asList, asText, at } from '../shared/state.ts';
import { cleanLine, lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { dataUnder, sameItem } from './state.ts';

type Parts = { product: ProductReading; shop: ShopReading };

/** Which product the embedded data are of, in the words of both generations (`…Module` to 2022, `…Component` after). */
function idsOf(data: unknown): string[] {
  return [
    at(data, 'commonModule', 'productId'),
    at(data, 'storeModule', 'productId'),
    at(data, 'productInfoComponent', 'idStr'),
    at(data, 'productInfoComponent', 'id'),
  ]
    .map(asText)
    .filter((id) => id !== undefined);
}

/** `window.runParams.data`. */
function ofState(facts: Facts, data: unknown): Parts {
  const old = at(data, 'priceModule');
  const prices = at(data, 'priceComponent');
  const money = (amount: unknown) =>
    machineMoney(at(amount, 'value'), at(amount, 'currency'), 'state', at(amount, 'formatedAmount'));
  const before = [
    at(old, 'minAmount') ?? at(prices, 'origPrice', 'minAmount'),
    at(old, 'maxAmount') ?? at(prices, 'origPrice', 'maxAmount'),
  ];
  const now = [
    at(old, 'minActivityAmount') ?? at(prices, 'discountPrice', 'minActivityAmount'),
    at(old, 'maxActivityAmount') ?? at(prices, 'discountPrice', 'maxActivityAmount'),
  ];
  const asked = money(now[0]) ? now : before;
  const cost = costOf(money(asked[0]), money(asked[1]));
  const left =
    at(data, 'quantityModule', 'totalAvailQuantity') ?? at(data, 'inventoryComponent', 'totalQuantity');
  const stock = countFact(left, 'state');
  const stars = at(data, 'titleModule', 'feedbackRating') ?? at(data, 'feedbackComponent');
  const store = at(data, 'storeModule') ?? at(data, 'sellerComponent');
  const seller = facts.line('seller', at(store, 'storeName'), 'state');
  const sold = at(data, 'titleModule', 'formatTradeCount') ?? at(data, 'tradeComponent', 'formatTradeCount');
  const pictures = asList(
    at(data, 'imageModule', 'imagePathList') ?? at(data, 'imageComponent', 'imagePathList'),
  );
  const preSale = at(data, 'commonModule', 'preSale') === true;
  return {
    product: compact<ProductReading>({
      title: facts.text(
        'title',
        at(data, 'titleModule', 'subject') ?? at(data, 'productInfoComponent', 'subject'),
        'state',
      ),
      price: cost.price,
      priceMax: cost.priceMax,
      listPrice: listAbove(money(before[0]), cost.price),
      availability: stock && {
        value: stock.value === 0 ? 'out-of-stock' : preSale ? 'preorder' : 'in-stock',
        source: 'state',
      },
      stock,
      rating: ratingFact(at(stars, 'averageStar') ?? at(stars, 'evarageStar'), 'state'),
      reviewCount: countFact(at(stars, 'totalValidNum'), 'state'),
      sold: facts.count('sold', sold, 'state', 'en'),
      seller,
      imageUrl: facts.address('imageUrl', pictures[0], 'state', 'https://www.aliexpress.com/'),
    }),
    shop: compact<ShopReading>({
      id: facts.line('shop', asText(at(store, 'storeNum')), 'state'),
      name: seller,
      followers: countFact(at(store, 'followingNumber'), 'state'),
      url: facts.address('shop', at(store, 'storeURL'), 'state', 'https://www.aliexpress.com/'),
    }),
  };
}

/** Prices are drawn letter by letter in elements of their own: the letters are put together without spaces. */
function together(element: Element | null): string | undefined {
  return cleanLine(element?.textContent);
}

/** Pages to 2022 mark the rating inside the product's own block. */
function property(document: Document, name: string): string | undefined {
  const element = document.querySelector(`[itemprop="aggregateRating"] [itemprop="${name}"]`);
  return cleanLine(element?.getAttribute('content') ?? element?.textContent);
}

const askedPrice =
  '[class*="price-default--current"], [class*="price--currentPriceText"], [class*="price--current--"], .product-price-current .product-price-value, .uniform-banner-box-price, #j-sku-discount-price, #j-sku-price';
const formerPrice =
  '[class*="price-default--original"], [class*="price--originalText"], [class*="price--original--"], .product-price-original .product-price-value';

const buttons = 'button[class*="buy-now--buynow"], button[class*="add-to-cart--addtocart"]';

/** A button to buy with, when it can be pressed; what stands there when nothing is left, nobody has described. */
function canBeBought(document: Document): boolean {
  const button = document.querySelector(buttons);
  return (
    button !== null &&
    !button.hasAttribute('disabled') &&
    !/disabled/.test(button.getAttribute('class') ?? '')
  );
}

/** What is on the screen, newest generation first; a headline without a known name only where the head says whose page it is. */
function shown(facts: Facts, document: Document, url: URL, isStated: boolean): ProductReading {
  const headings = document.querySelectorAll('h1');
  const title =
    document.querySelector(
      'h1[data-pl="product-title"], h1[data-pl], h1.product-title-text, h1.product-name',
    ) ?? (isStated && headings.length === 1 ? headings[0] : undefined);
  if (!title) return {};
  const said = document.querySelector('[itemprop="priceCurrency"]')?.getAttribute('content') ?? undefined;
  const currency = said ?? (/\.us$/.test(url.hostname) ? 'USD' : undefined);
  const cost = shownCost(facts, 'price', together(document.querySelector(askedPrice)), { currency }, 'dom');
  const list = shownCost(
    facts,
    'listPrice',
    together(document.querySelector(formerPrice)),
    { currency: cost.price?.value.currency ?? currency },
    'dom',
  ).price;
  const box = document.querySelector('[data-pl="product-reviewer"]');
  const reviews = box?.querySelector('a[href*="nav-review"], [class*="reviewer--reviews"]');
  const sold = box?.querySelector('[class*="reviewer--sold"]');
  const store = document.querySelector(
    'a[data-pl="store-name"], [class*="store-detail--storeName-"], [class*="store-header--storeName"], .shop-name a',
  );
  return compact<ProductReading>({
    title: facts.text('title', lineOf(title), 'dom'),
    price: cost.price,
    priceMax: cost.priceMax,
    listPrice: listAbove(list, cost.price),
    availability: canBeBought(document) ? { value: 'in-stock', source: 'dom' } : undefined,
    rating:
      ratingFact(together(box?.querySelector('strong') ?? null), 'dom') ??
      ratingFact(property(document, 'ratingValue'), 'microdata'),
    reviewCount:
      facts.count('reviewCount', lineOf(reviews), 'dom') ??
      facts.count('reviewCount', property(document, 'reviewCount'), 'microdata'),
    sold: facts.count('sold', lineOf(sold), 'dom'),
    seller: facts.line('seller', lineOf(store), 'dom'),
  });
}

/** The JSON-LD's name is the window's title, with the site and the number of its category behind it (2025). */
function withoutSite(product: ProductReading): ProductReading {
  const title = product.title && {
    ...product.title,
    value: product.title.value.replace(/ - AliExpress(?: \d{1,9})?$/, ''),
  };
  return title ? { ...product, title } : product;
}

/** Reads an item: data in the page where its generation has them, its JSON-LD, then what is on the screen. */
export function readItem(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const idOf = (address: URL) => {
    if (!/(?:^|\.)aliexpress\.(?:com|us|ru)$/.test(address.hostname)) return undefined;
    const known = identify(address);
    if (known?.kind !== 'product' || !known.id) return undefined;
    return sameItem(known.id, id) ? id : known.id;
  };
  const data = dataUnder(document, 'runParams');
  const ids = idsOf(data);
  const fits = ids.some((each) => sameItem(each, id));
  const page = openPage(document, url);
  const { node, stale } = ownNode(page, id, idOf);
  const stated = statedIds(document, url.href, idOf);
  const isOther = !fits && !node && (ids.length > 0 || stale || (stated.size > 0 && !stated.has(id)));
  if (isOther) return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  const state: Parts = fits ? ofState(facts, data) : { product: {}, shop: {} };
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    state.product,
    node ? withoutSite(goodsOf(page, node, identity.url)) : {},
    shown(facts, document, url, stated.has(id)),
    compact<ProductReading>({
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta', url.href),
      url: { value: identity.url, source: 'url' },
    }),
  );
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return {
    kind: 'product',
    product: facts.finish(product, expected, ids.length > 0 && !fits ? 'stale' : 'missing'),
    ...(state.shop.id ? { shop: state.shop } : {}),
    problems: facts.problems,
  };
}
