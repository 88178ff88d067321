import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { saysGone } from '../shared/gone-page.ts';
import {
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
import { metaText, segments } from '../shared/page.ts';
import { asList, assigned, asText, at, isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { currencyOfHost, fieldsOf } from './state.ts';

/** The variant that the address names, else the one the page opened with. */
function chosenSku(fields: unknown, url: URL): unknown {
  const infos = at(fields, 'skuInfos');
  const named = /-s(\d+)(?:\.html)?$/.exec(segments(url).at(-1) ?? '')?.[1];
  const opened = asText(at(fields, 'primaryKey', 'skuId'));
  const sku = (id: string | undefined) => (id === undefined ? undefined : at(infos, id));
  return sku(named) ?? sku(opened) ?? at(infos, '0');
}

function ofState(facts: Facts, fields: unknown, url: URL): { product: ProductReading; shop: ShopReading } {
  const sku = chosenSku(fields, url);
  const currency =
    asText(at(sku, 'dataLayer', 'core', 'currencyCode')) ??
    asText(at(fields, 'globalConfig', 'currency')) ??
    currencyOfHost(url);
  const money = (name: string) => {
    const place = at(sku, 'price', name);
    return machineMoney(at(place, 'value'), currency, 'state', at(place, 'text'));
  };
  // `pdt_price` of the tracking data is the price before the discount on some pages and after it on others: not used
  const price = money('salePrice') ?? money('originalPrice');
  const stock = countFact(at(sku, 'stock'), 'state');
  const ratings = at(fields, 'review', 'ratings');
  const seller = at(fields, 'seller');
  const name = facts.line('seller', at(seller, 'name'), 'state');
  const brand = at(fields, 'product', 'brand', 'name') ?? at(fields, 'product', 'brandName');
  const skuId = asText(at(sku, 'skuId'));
  return {
    product: compact<ProductReading>({
      sku: facts.line('sku', skuId, 'state'),
      title: facts.text('title', at(fields, 'product', 'title'), 'state'),
      brand: /^no brand$/i.test(asText(brand) ?? '') ? undefined : facts.line('brand', brand, 'state'),
      price,
      listPrice: listAbove(money('originalPrice'), price),
      // 0 also stands where the number is not told: it says nothing
      availability: stock && stock.value > 0 ? { value: 'in-stock', source: 'state' } : undefined,
      stock: stock && stock.value > 0 ? stock : undefined,
      rating: ratingFact(at(ratings, 'average'), 'state'),
      reviewCount: countFact(at(ratings, 'reviewCount') ?? at(ratings, 'rateCount'), 'state'),
      sold: countFact(at(ratings, 'soldCount'), 'state'),
      seller: name,
      imageUrl: facts.address('imageUrl', at(sku, 'image'), 'state', url.href),
    }),
    shop: compact<ShopReading>({
      id: facts.line('shop', asText(at(seller, 'shopId')), 'state'),
      name,
      url: facts.address('shop', asText(at(seller, 'url'))?.replace(/\?.*$/, ''), 'state', url.href),
    }),
  };
}

/** What is on the screen; no id stands there, so the head must say whose page it is. */
function shown(facts: Facts, document: Document, url: URL): ProductReading {
  const currency = currencyOfHost(url);
  const title = document.querySelector(
    '[class*="pdp-mod-product-badge-title"], .pdp-product-title, h1[class*="pdp-"]',
  );
  const asked = document.querySelector(
    '.pdp-product-price .pdp-price_type_normal, .pdp-price_type_normal, .pdp-v2-product-price-content-salePrice',
  );
  const before = document.querySelector(
    '.pdp-product-price .pdp-price_type_deleted, .pdp-price_type_deleted, .pdp-v2-product-price-content-originalPrice-amount',
  );
  const cost = shownCost(facts, 'price', lineOf(asked), { currency }, 'dom');
  const list = shownCost(facts, 'listPrice', lineOf(before), { currency }, 'dom').price;
  const seller = document.querySelector(
    'a.seller-name__detail-name, .seller-name__detail a, .seller-name-retail__name',
  );
  return compact<ProductReading>({
    title: facts.text('title', lineOf(title), 'dom'),
    price: cost.price,
    priceMax: cost.priceMax,
    listPrice: listAbove(list, cost.price),
    reviewCount: facts.count(
      'reviewCount',
      lineOf(document.querySelector('.pdp-review-summary__link')),
      'dom',
    ),
    seller: facts.line('seller', lineOf(seller), 'dom'),
  });
}

/** What the page tells its own statistics of a product: name and seller. Its price is that before a sale, so it is no price. */
function tracked(facts: Facts, document: Document, id: string): ProductReading {
  const data = assigned(document, 'pdpTrackingData');
  if (!isData(data) || asText(at(data, 'pdt_sku')) !== id) return {};
  const brand = asText(at(data, 'brand_name'));
  return compact<ProductReading>({
    title: facts.text('title', at(data, 'pdt_name'), 'state'),
    brand: brand === undefined || /^no brand$/i.test(brand) ? undefined : facts.line('brand', brand, 'state'),
    seller: facts.line('seller', at(data, 'seller_name'), 'state'),
    imageUrl: facts.address('imageUrl', at(data, 'pdt_photo'), 'state'),
  });
}

/** Reads a product: data of this very number, its JSON-LD, then what is on the screen. */
export function readItem(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const idOf = (address: URL) => {
    const known = /(?:^|\.)(?:lazada|daraz)\.[a-z.]+$/.test(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  const fields = fieldsOf(document);
  const ids = [
    at(fields, 'primaryKey', 'itemId'),
    at(asList(at(fields, 'productOption', 'skuBase', 'skus'))[0], 'itemId'),
  ]
    .map(asText)
    .filter((each) => each !== undefined);
  const fits = ids.includes(id);
  const page = openPage(document, url);
  const { node, stale } = ownNode(page, id, idOf);
  const tracking = tracked(facts, document, id);
  const stated = statedIds(document, url.href, idOf);
  const isOther = stated.size > 0 && !stated.has(id);
  if (!fits && !node && !tracking.title && (ids.length > 0 || stale || isOther)) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const state = fits ? ofState(facts, fields, url) : { product: {}, shop: {} as ShopReading };
  const image = absolute(metaText(document, 'og:image'), url.href);
  const screen = ids.length > 0 && !fits ? {} : shown(facts, document, url);
  const title = metaText(document, 'og:title')?.replace(/\s+[|-]\s+(?:Lazada|Daraz)\b.*$/i, '');
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    // the price on the screen comes later than the page's data and knows of vouchers and flash sales
    compact<ProductReading>({
      price: screen.price,
      priceMax: screen.priceMax,
      listPrice: screen.listPrice,
    }),
    state.product,
    node ? goodsOf(page, node, identity.url, currencyOfHost(url)) : {},
    tracking,
    screen,
    compact<ProductReading>({
      title: stated.has(id) ? facts.text('title', title, 'meta') : undefined,
      imageUrl: stated.has(id) ? facts.address('imageUrl', image, 'meta') : undefined,
      url: { value: identity.url, source: 'url' },
    }),
  );
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return {
    kind: 'product',
    product: facts.finish(product, expected, ids.length > 0 && !fits ? 'stale' : 'missing'),
    ...(state.shop.name ? { shop: state.shop } : {}),
    problems: facts.problems,
  };
}
