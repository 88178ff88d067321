import type { Money, ProductReading } from '../domain/page-reading.ts';
import { mostListed } from '../domain/text-limits.ts';
import { absolute } from './shared/address.ts';
import { currencyCode } from './shared/currency.ts';
import { compact, fact, fold } from './shared/fields.ts';
import { isNode, type JsonLdNode, nodesOf, text } from './shared/json-ld.ts';
import { canonicalAmount, compareAmounts } from './shared/money.ts';
import { sameName } from './shared/names.ts';
import type { Page } from './shared/opened-page.ts';
import { priceText, readPriceText } from './shared/shown-price.ts';
import type { ShownProduct } from './shared/shown-product.ts';
import type { SiteFacts } from './site.ts';

export const facts: SiteFacts = {
  examples: [
    { url: 'https://tidewater.example/products/harbour-mug?variant=5&utm_source=x', kind: 'product' },
    { url: 'https://tidewater.example/en-gb/collections/mugs/products/harbour-mug', kind: 'product' },
    { url: 'https://tidewater.example/collections/mugs?page=2', kind: 'listing' },
    { url: 'https://tidewater.example/search?q=mug', kind: 'search' },
    { url: 'https://tidewater.example/', kind: 'shop' },
    { url: 'https://tidewater.example/password', kind: 'blocked' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-03', unknown: ['stock', 'sold'] },
    shop: { evidence: 'strong', verified: '2026-03', unknown: ['followers', 'rating'] },
    listing: { evidence: 'medium', verified: '2026-03' },
    search: { evidence: 'medium', verified: '2026-03' },
  },
};

/** What the inline scripts of a Shopify storefront say of the shop itself. */
export interface ShopifyShop {
  /** `<name>.myshopify.com`: stays when the shop's own domain changes */
  domain?: string;
  /** currency that this visitor is shown */
  currency?: string;
  /** number of the product, on product pages */
  productId?: string;
}

/** Whether a document is a Shopify storefront: its inline settings, or elements only Shopify writes. Pictures from its CDN prove nothing. */
export function isShopify(document: Document): boolean {
  if (
    document.querySelector(
      'script#shopify-features, meta[name="shopify-checkout-api-token"], meta[name="shopify-digital-wallet"], meta[id="shopify-digital-wallet"]',
    )
  ) {
    return true;
  }
  return shopifyShop(document).domain !== undefined;
}

/** Reads `Shopify.shop`, `Shopify.currency` and the product's number from inline script text; nothing is run. */
export function shopifyShop(document: Document): ShopifyShop {
  const shop: ShopifyShop = {};
  for (const script of document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    if (!source.includes('hopify') && !source.includes('"rtyp"')) continue;
    const domain = source.match(/Shopify\.shop\s*=\s*["']([a-z0-9][a-z0-9-]*\.myshopify\.com)["']/i)?.[1];
    if (domain) shop.domain = domain.toLowerCase();
    const currency = currencyCode(
      source.match(/Shopify\.currency\s*=\s*\{[^}]{0,80}?"active"\s*:\s*"([A-Z]{3})"/)?.[1],
    );
    if (currency) shop.currency = currency;
    const id = source.match(
      /"(?:resourceType"\s*:\s*"product"\s*,\s*"resourceId|rtyp"\s*:\s*"product"\s*,\s*"rid)"\s*:\s*(\d+)/,
    )?.[1];
    if (id) shop.productId = id;
  }
  return shop;
}

/** `<handle>` of a product's address, with or without collection and locale in front. */
export function productHandle(path: string): string | undefined {
  return path.match(/(?:^|\/)products\/([^/?#]+?)(?:\.html?)?\/?$/)?.[1];
}

/** Whether an address of a storefront is a search or a collection: the routes are Shopify's, whatever the theme. */
export function shopifyList(url: URL): 'search' | 'listing' | undefined {
  // a locale may stand in front; static copies end in ".html"
  const path = url.pathname.replace(/^\/[a-z]{2}(?:-[a-z]{2})?(?=\/)/i, '').replace(/\.html?$/, '');
  if (/^\/search\/?$/.test(path)) return 'search';
  return /^(?:.*)\/collections(?:\/|$)/.test(path) && !productHandle(path) ? 'listing' : undefined;
}

/** Prices in Shopify's product JSON are whole hundredths, for every currency. */
function fromHundredths(value: unknown, currency: string): Money | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) return undefined;
  const digits = String(value).padStart(3, '0');
  const amount = canonicalAmount(digits.slice(0, -2), digits.slice(-2), currency);
  return amount === null ? undefined : { amount, currency };
}

function isVariant(node: JsonLdNode): boolean {
  return (
    Number.isSafeInteger(node.id) && Number.isSafeInteger(node.price) && typeof node.available === 'boolean'
  );
}

/** Variants in `script[type="application/json"]` that are this product's: by its handle, or by its name in theirs. */
function variantsOf(page: Page, handle: string, names: string[]): JsonLdNode[] {
  for (const script of page.document.querySelectorAll('script[type="application/json"]')) {
    const source = script.textContent ?? '';
    if (source.length > 2_000_000 || !source.includes('"available"') || !source.includes('"price"')) continue;
    let data: unknown;
    try {
      data = JSON.parse(source);
    } catch {
      continue;
    }
    const product = isNode(data) && isNode(data.product) ? data.product : data;
    if (isNode(product)) {
      const variants = nodesOf(product.variants).filter(isVariant);
      if (product.handle === handle && variants.length > 0) return variants;
      continue;
    }
    const variants = nodesOf(data).filter(isVariant);
    const ours = variants.filter((variant) => {
      const name = text(variant.name);
      return name !== undefined && names.some((title) => sameName(title, name));
    });
    if (variants.length > 0 && ours.length === variants.length) return variants;
  }
  return [];
}

/**
 * The product of a Shopify page from the JSON that themes put beside the form: stock of all variants, the struck price of the cheapest.
 * @param name the product's title from structured data or the page's head
 */
export function shownByShopify(page: Page, shop: ShopifyShop, names: string[]): ShownProduct | undefined {
  const handle = productHandle(page.url.pathname);
  if (!handle) return undefined;
  const all = variantsOf(page, handle, names);
  const wanted = page.url.searchParams.get('variant');
  const named = wanted ? all.filter(({ id }) => String(id) === wanted) : [];
  const variants = named.length > 0 ? named : all;
  const shown: ShownProduct = shop.productId ? { source: 'state', id: shop.productId } : { source: 'state' };
  if (variants.length === 0) return shown;
  shown.availability = variants.some(({ available }) => available === true) ? 'in-stock' : 'out-of-stock';
  const { currency } = shop;
  if (!currency) return shown;
  const priced = variants.flatMap((variant) => {
    const price = fromHundredths(variant.price, currency);
    return price
      ? [{ price, cents: variant.price, before: fromHundredths(variant.compare_at_price, currency) }]
      : [];
  });
  priced.sort((a, b) => compareAmounts(a.price.amount, b.price.amount));
  const [lowest] = priced;
  const highest = priced.at(-1);
  // a free variant among paid ones: the page's own words decide what is asked
  if (!lowest || !highest || priced.length < variants.length) return shown;
  shown.price = { low: lowest.price, high: highest.price, raw: String(lowest.cents) };
  if (lowest.before && compareAmounts(lowest.before.amount, lowest.price.amount) > 0) {
    shown.listPrice = { value: lowest.before, raw: lowest.before.amount };
  }
  return shown;
}

const productLinks = 'a[href*="/products/"], a[href^="products/"]';

/** The one product that all product links in a box lead to; `null` where they lead to several. Remembered: pages hold thousands. */
function handleIn(box: Element, known: Map<Element, string | null>): string | null {
  const before = known.get(box);
  if (before !== undefined) return before;
  const handles = new Set<string | undefined>();
  for (const link of box.querySelectorAll(productLinks)) {
    const href = link.getAttribute('href') ?? '';
    const base = 'https://shop.invalid/';
    handles.add(URL.canParse(href, base) ? productHandle(new URL(href, base).pathname) : undefined);
    if (handles.size > 1) break;
  }
  const [only] = handles;
  const handle = handles.size === 1 && only ? only : null;
  known.set(box, handle);
  return handle;
}

/** The largest box around a product link that holds no other product's link. */
function cardOf(link: Element, handle: string, known: Map<Element, string | null>): Element | undefined {
  let box = link.parentElement;
  let best: Element | undefined;
  for (let step = 0; box && step < 8 && handleIn(box, known) === handle; step++, box = box.parentElement) {
    best = box;
  }
  return best;
}

function cardPrice(card: Element, page: Page, currency: string | undefined) {
  const hints = { currency, language: page.language };
  const element = card.querySelector('.price, price-list, [class*="price"]');
  if (!element || !currency) return undefined;
  const onSale = /price--on-sale/.test(element.getAttribute('class') ?? '');
  // Dawn and its children keep both blocks in the page and hide one
  const now =
    element.querySelector(
      onSale ? '.price__sale .price-item--sale' : '.price__regular .price-item--regular',
    ) ?? element;
  const raw = priceText(now, now !== element);
  const price = readPriceText(raw, hints);
  if (!price) return undefined;
  const struck = element.querySelector(onSale ? '.price__sale s' : 'compare-at-price, del, s');
  const old = onSale || now === element ? struck && readPriceText(priceText(struck, true), hints) : null;
  const higher = old && !old.high && compareAmounts(old.low.amount, price.low.amount) > 0;
  return { ...price, raw, listPrice: higher ? old.low : undefined };
}

/** Product cards of a shop home, collection or search page, in page order; a card's price only where it shows exactly one. */
export function listedByShopify(page: Page, currency: string | undefined): ProductReading[] {
  const found = new Map<string, ProductReading>();
  const boxes = new Map<Element, string | null>();
  for (const link of page.document.querySelectorAll(productLinks)) {
    if (found.size >= mostListed) break;
    if (link.closest('header, nav, footer')) continue;
    const url = absolute(link.getAttribute('href'), page.base);
    const handle = url && productHandle(new URL(url).pathname);
    const title = fold(link.textContent ?? '');
    if (!handle || found.has(handle) || title.length < 2 || title.length > 300) continue;
    const card = cardOf(link, handle, boxes);
    const heading =
      card && fold(card.querySelector('h2, h3, h4, [class*="title"], [class*="heading"]')?.textContent ?? '');
    // the link's own words are the title only where they are nothing but it
    if (!card || (heading && heading !== title) || /\d[.,]\d\d/.test(title)) continue;
    // a link in a menu is no card: those have a picture or a price
    if (
      !card.querySelector('img, picture, [style*="background-image"], .price, price-list, [class*="price"]')
    )
      continue;
    const price = cardPrice(card, page, currency);
    const image = absolute(card.querySelector('img[src]')?.getAttribute('src'), page.base);
    found.set(
      handle,
      compact<ProductReading>({
        title: fact(title, 'dom'),
        price: price && fact(price.low, 'dom', price.raw),
        priceMax: price?.high && fact(price.high, 'dom', price.raw),
        listPrice: price?.listPrice && fact(price.listPrice, 'dom'),
        imageUrl: image ? fact(image, 'dom') : undefined,
        url: fact(url, 'dom'),
      }),
    );
  }
  return [...found.values()];
}
