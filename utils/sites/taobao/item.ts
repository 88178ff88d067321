import type { Field, Money, Problem, ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import type { Availability } from '../shared/availability.ts';
import { soldCount, stockSaid, yuan } from '../shared/chinese-shop.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { compareAmounts } from '../shared/money.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { type ItemState, stateOf } from './state.ts';

interface Price {
  low: Money;
  high?: Money;
  raw: string;
  source: 'dom' | 'state';
}

function priceAt(document: Document, selector: string): Price | undefined {
  for (const element of document.querySelectorAll(selector)) {
    const raw = lineOf(element);
    const price = yuan(raw);
    if (price && raw) return { ...price, raw, source: 'dom' };
  }
  return undefined;
}

/** The newer page's price where its data are not there: before coupons, as in the data, else the only one. */
function newPrice(document: Document): Price | undefined {
  const block = document.querySelector('[class*="priceWrap--"]');
  const box =
    block?.querySelector('[class*="subPrice--"]') ?? block?.querySelector('[class*="highlightPrice--"]');
  const raw = lineOf(box);
  const price = yuan(raw);
  return price && raw ? { ...price, raw, source: 'dom' } : undefined;
}

/** The price asked and the one before it: promotion prices are filled in by the page later, above the plain one. */
function prices(document: Document, state: ItemState | undefined): { asked?: Price; before?: Price } {
  const promotion = priceAt(
    document,
    '#J_PromoPriceNum, #J_PromoPrice .tb-rmb-num, #J_PromoPrice .tm-price, #J_PromoBox .tm-price',
  );
  const plain = priceAt(document, '#J_StrPrice .tb-rmb-num, #J_StrPrice, #J_StrPriceModBox .tm-price');
  const stated = state?.price ? { ...state.price, source: 'state' as const } : undefined;
  const asked = promotion ?? plain ?? stated ?? newPrice(document);
  if (!asked) return {};
  return promotion && plain && compareAmounts(plain.low.amount, promotion.low.amount) > 0
    ? { asked, before: plain }
    : { asked };
}

function availabilityOf(document: Document, state: ItemState | undefined): Field<Availability> | undefined {
  const said = stockSaid(
    lineOf(document.querySelector('.tb-stop, .sold-out-tit, .sold-out-info, .tb-off-sale, .tm-stop')),
  );
  if (said === 'out-of-stock') return fact(said, 'dom');
  if (state?.availability) return fact(state.availability, 'state');
  const stock = stockOf(document);
  return stock ? fact(stock.value > 0 ? 'in-stock' : 'out-of-stock', 'dom') : undefined;
}

function stockOf(document: Document): Field<number> | undefined {
  const digits = /^\D{0,6}(\d{1,9})\D{0,4}$/.exec(
    lineOf(document.querySelector('#J_SpanStock, #J_EmStock')) ?? '',
  )?.[1];
  return digits ? fact(Number(digits), 'dom') : undefined;
}

/** "品牌: KBDfans" among the item's attributes. */
function brandOf(document: Document): string | undefined {
  for (const row of document.querySelectorAll('#J_AttrUL li, .attributes-list li')) {
    const brand = /^品牌\s*[:：]\s*(.+)$/.exec(lineOf(row) ?? '')?.[1];
    if (brand && brand.length <= 120 && !/^(?:无|other|其他|其它)/i.test(brand)) return brand;
  }
  return undefined;
}

function pictureOf(document: Document, url: URL): string | undefined {
  const image = document.querySelector('#J_ImgBooth, #J_ThumbView');
  for (const name of ['src', 'data-src', 'data-ks-lazyload']) {
    const address = absolute(image?.getAttribute(name), url.href);
    if (address && !/\/assets\/|blank\.gif|s\.gif/.test(address)) return address;
  }
  return undefined;
}

/** How many reviews; 0 stands there too until the number is loaded, so it says nothing. */
function reviewsOf(document: Document, state: ItemState | undefined): Field<number> | undefined {
  const shown = lineOf(document.querySelector('#J_RateCounter, .tm-ind-reviewCount .tm-count'));
  const count = soldCount(state?.reviews, 'state') ?? soldCount(shown, 'dom');
  return count && count.value > 0 ? count : undefined;
}

/** Whether the page's canonical link is another item's; asked where the scripts do not say whose the page is. */
function isOthers(document: Document, id: string): boolean {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const own = /[?&]id=(\d{5,16})(?:&|$)/.exec(href)?.[1];
  return own !== undefined && own !== id;
}

/** Reads an item of Taobao or Tmall in the generations of 2014–2021 (`g_config`, `TShop.Setup`) and since (`__ICE_APP_CONTEXT__`). */
export function readItem(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const problems: Problem[] = [];
  const id = identity.id ?? '';
  const stated = stateOf(document, id);
  const found = stated === undefined && isOthers(document, id) ? 'stale' : stated;
  const address = fact(identity.url, 'url' as const);
  if (found === 'stale') {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const state = found;
  const { asked, before } = prices(document, state);
  const heading = document.querySelector(
    '.tb-main-title, .tb-detail-hd h1, h1[class*="mainTitle--"], [class*="mainTitle--"]',
  );
  const title = lineOf(heading);
  const seller = lineOf(
    document.querySelector('.tb-shop-name a, .slogo-shopname, .shop-name-link, [class*="shopName--"]'),
  );
  const picture = pictureOf(document, url);
  const brand = state?.brand ?? brandOf(document);
  const said = <T extends string>(
    shown: T | undefined,
    stated: T | undefined,
    limit: 'short' | 'long' | 'address',
    field: string,
  ) =>
    stated
      ? textFact(stated, 'state', limit, field, problems)
      : textFact(shown, 'dom', limit, field, problems);
  const stateStock = state?.stock === undefined ? undefined : fact(state.stock, 'state');
  const product = compact<ProductReading>({
    id: fact(id, 'url'),
    sku: fact(id, 'url'),
    title: said(title, state?.title, 'long', 'title'),
    brand: textFact(brand, state?.brand ? 'state' : 'dom', 'short', 'brand', problems),
    price: asked && fact(asked.low, asked.source, asked.raw),
    priceMax: asked?.high && fact(asked.high, asked.source, asked.raw),
    listPrice: before && fact(before.low, before.source, before.raw),
    availability: availabilityOf(document, state),
    stock: stockOf(document) ?? stateStock,
    reviewCount: reviewsOf(document, state),
    sold:
      soldCount(state?.sold, 'state') ??
      soldCount(lineOf(document.querySelector('#J_SellCounter, .tm-ind-sellCount .tm-count')), 'dom'),
    // the older pages show the picture of the chosen variant at the size that they list
    imageUrl: picture
      ? textFact(picture, 'dom', 'address', 'imageUrl', problems)
      : textFact(absolute(state?.picture, url.href), 'state', 'address', 'imageUrl', problems),
    seller: said(seller, state?.shopName, 'short', 'seller'),
    promotions:
      state?.promotions && state.promotions.length > 0 ? fact(state.promotions, 'state') : undefined,
    url: address,
  });
  for (const field of ['title', 'price', 'availability', 'imageUrl'] as const) {
    if (!product[field]) addProblem(problems, field, 'missing');
  }
  const shop = compact<ShopReading>({
    id: state?.shopId ? fact(state.shopId, 'state') : undefined,
    name: product.seller,
    rating: state?.shopRating === undefined ? undefined : fact(state.shopRating, 'state'),
  });
  // of a page that shows nothing of an item only the address is known, and that stands in the key
  const isRead = product.title || product.price || product.imageUrl;
  return { kind: 'product', ...(isRead ? { product } : {}), ...(shop.name ? { shop } : {}), problems };
}
