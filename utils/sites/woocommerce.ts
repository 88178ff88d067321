import type { ProductReading } from '../domain/page-reading.ts';
import { mostListed } from '../domain/text-limits.ts';
import { absolute } from './shared/address.ts';
import type { Availability } from './shared/availability.ts';
import { currencyCode } from './shared/currency.ts';
import { compact, fact, fold } from './shared/fields.ts';
import type { Page } from './shared/opened-page.ts';
import { priceText, readPriceText, shownPrice } from './shared/shown-price.ts';
import type { ShownProduct } from './shared/shown-product.ts';
import type { SiteFacts } from './site.ts';

export const facts: SiteFacts = {
  examples: [
    { url: 'https://baobab.example/produit/sac-palmier/', kind: 'product' },
    { url: 'https://baobab.example/categorie/sacs/page/2/', kind: 'listing' },
    { url: 'https://baobab.example/?s=sac&post_type=product', kind: 'search' },
    { url: 'https://baobab.example/', kind: 'shop' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-02', unknown: ['stock', 'sold'] },
    shop: { evidence: 'strong', verified: '2026-02', unknown: ['followers', 'rating'] },
    listing: { evidence: 'medium', verified: '2026-02' },
    search: { evidence: 'medium', verified: '2026-02' },
  },
};

/** Whether a WordPress page is WooCommerce's list of products or a search in it, by the names WordPress gives the body. */
export function wooCommerceList(document: Document, url: URL): 'search' | 'listing' | undefined {
  const names = ` ${document.querySelector('body')?.getAttribute('class') ?? ''} `;
  if (!/\swoocommerce(?:-page)?\s/.test(names) || /\ssingle(?:-product)?\s/.test(names)) return undefined;
  if (/\ssearch(?:-results)?\s/.test(names) || (url.searchParams.has('s') && /\sarchive\s/.test(names))) {
    return 'search';
  }
  // the shop's first page may be the site's
  if (/\shome\s/.test(names)) return undefined;
  return /\s(?:tax-product_\w+|post-type-archive-product|tax-pa_[\w-]+)\s/.test(names)
    ? 'listing'
    : undefined;
}

/** The shop's currency from the settings that WooCommerce hands its blocks: JSON in an encoded string. */
export function wooCommerceCurrency(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    if (!source.includes('wcSettings')) continue;
    const code =
      /(?:%22|")currency(?:%22|")(?:%3A|:)(?:%7B|\{)(?:%22|")code(?:%22|")(?:%3A|:)(?:%22|")([A-Z]{3})/i.exec(
        source,
      )?.[1];
    const currency = currencyCode(code);
    if (currency) return currency;
  }
  return undefined;
}

/** Whether a document is a shop of WooCommerce: it says so, or its body and styles have WooCommerce's own names. */
export function isWooCommerce(document: Document): boolean {
  const classes = document.querySelector('body')?.getAttribute('class') ?? '';
  if (/(?:^|\s)woocommerce(?:-page|-no-js|-js)?(?:\s|$)/.test(classes)) return true;
  for (const element of document.querySelectorAll('meta[name="generator" i]')) {
    if (/^WooCommerce\b/i.test(element.getAttribute('content') ?? '')) return true;
  }
  return (
    document.querySelector(
      'link#woocommerce-general-css, link#wc-blocks-style-css, .woocommerce-Price-amount',
    ) !== null
  );
}

/** Stock classes that WooCommerce gives a product's element, whatever the theme and language. */
function stockOf(element: Element): Availability | undefined {
  const names = ` ${element.getAttribute('class') ?? ''} `;
  if (/\soutofstock\s/.test(names)) return 'out-of-stock';
  if (/\sonbackorder\s/.test(names)) return 'preorder';
  return /\sinstock\s/.test(names) ? 'in-stock' : undefined;
}

interface Hints {
  currency?: string | undefined;
  language?: string | undefined;
}

/** Price and struck price of one `.price` element: `del` is before, the rest now. */
function prices(element: Element, hints: Hints) {
  const now = shownPrice(element, hints);
  const del = element.querySelector('del');
  const old = del && readPriceText(priceText(del, true), hints);
  return {
    price: now ? { ...now, raw: priceText(element) } : undefined,
    listPrice: now && del && old && !old.high ? { value: old.low, raw: priceText(del, true) } : undefined,
  };
}

/** The product of a single-product page as WooCommerce's own markup shows it. Undefined on other pages. */
export function shownByWooCommerce(page: Page, currency: string | undefined): ShownProduct | undefined {
  const { document, language } = page;
  const body = document.querySelector('body')?.getAttribute('class') ?? '';
  if (!/(?:^|\s)single-product(?:\s|$)/.test(body)) return undefined;
  const id = body.match(/(?:^|\s)postid-(\d+)(?:\s|$)/)?.[1];
  const main =
    (id && document.getElementById(`product-${id}`)) || document.querySelector('div.product[id^="product-"]');
  const scope = main ?? document;
  const price = [
    ...scope.querySelectorAll(
      'p.price, .wp-block-woocommerce-product-price .wc-block-components-product-price',
    ),
  ].find(
    (element) =>
      !element.closest('.related, .upsells, .up-sells, .cross-sells, li.product, form.variations_form'),
  );
  const title = scope.querySelector('h1.product_title, h1.wp-block-post-title')?.textContent;
  const sku = fold(scope.querySelector('.product_meta .sku')?.textContent ?? '');
  const picture = scope.querySelector('.woocommerce-product-gallery__image a[href]')?.getAttribute('href');
  return compact<ShownProduct>({
    source: 'dom',
    id,
    sku: /\d|[A-Z]{2}/.test(sku) && !/^n\/?a$/i.test(sku) ? sku : undefined,
    title: title && fold(title) ? fold(title) : undefined,
    ...(price ? prices(price, { currency, language }) : { price: undefined, listPrice: undefined }),
    availability: main ? stockOf(main) : undefined,
    imageUrl: picture ?? undefined,
  });
}

/** Product cards of a shop home, category or search page, in page order. */
export function listedByWooCommerce(page: Page, currency: string | undefined): ProductReading[] {
  const hints = { currency, language: page.language };
  const found: ProductReading[] = [];
  for (const card of page.document.querySelectorAll(
    'li.product, li.wc-block-product, li.wc-block-grid__product',
  )) {
    const title = fold(
      card.querySelector(
        '.woocommerce-loop-product__title, .wc-block-grid__product-title, .wp-block-post-title, h2, h3',
      )?.textContent ?? '',
    );
    const link = card.querySelector(
      'a.woocommerce-LoopProduct-link[href], a[href]:not([href*="add-to-cart"])',
    );
    const url = absolute(link?.getAttribute('href'), page.base);
    if (!title || !url || found.length >= mostListed) continue;
    const element = card.querySelector(
      '.price, .wc-block-grid__product-price, .wc-block-components-product-price',
    );
    const { price, listPrice } = element
      ? prices(element, hints)
      : { price: undefined, listPrice: undefined };
    const stock = stockOf(card);
    const image = absolute(card.querySelector('img')?.getAttribute('src'), page.base);
    found.push(
      compact<ProductReading>({
        title: fact(title, 'dom'),
        price: price && fact(price.low, 'dom', price.raw),
        priceMax: price?.high && fact(price.high, 'dom', price.raw),
        listPrice: listPrice && fact(listPrice.value, 'dom', listPrice.raw),
        availability: stock && fact(stock, 'dom'),
        imageUrl: image ? fact(image, 'dom') : undefined,
        url: fact(url, 'dom'),
      }),
    );
  }
  return found;
}
