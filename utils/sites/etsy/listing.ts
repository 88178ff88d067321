import type { ProductReading } from '../../domain/page-reading.ts';
import { parseAvailability } from '../shared/availability.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { saysGone } from '../shared/gone-page.ts';
import {
  expected,
  firstOf,
  goodsOf,
  listAbove,
  machineMoney,
  ownNode,
  shownCost,
  statedIds,
} from '../shared/market-product.ts';
import { openPage } from '../shared/opened-page.ts';
import { metaText } from '../shared/page.ts';
import { priceText } from '../shared/shown-price.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';

/** The currency that the visitor shops in, from the settings that every page carries. */
export function currencyOfVisitor(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.indexOf('locale_settings');
    const code =
      start < 0
        ? undefined
        : /"currency"\s*:\s*\{[^{}]{0,80}?"code"\s*:\s*"([A-Z]{3})"/.exec(
            text.slice(start, start + 1_000),
          )?.[1];
    if (code) return code;
  }
  return undefined;
}

function nameOfShop(href: string | null | undefined, base: string): string | undefined {
  if (!href || !URL.canParse(href, base)) return undefined;
  return /\/shop\/([A-Za-z0-9]{3,40})(?:\/|$)/.exec(new URL(href, base).pathname)?.[1];
}

/** The buy box; its prices can be with tax where the structured offer is without, so they come after it. */
function shownListing(
  facts: Facts,
  document: Document,
  currency: string | undefined,
  base: string,
): ProductReading {
  const heading = document.querySelector('h1[data-buy-box-listing-title], h1[data-listing-page-title]');
  const box = document.querySelector('[data-buy-box-region="price"], [data-selector="price-only"]');
  const before = box?.querySelector('.wt-text-strikethrough');
  const asked = box?.querySelector('p, [class*="wt-text-title"]');
  // "+" behind a price: the options cost more, how much more is not said
  const cost = asked ? shownCost(facts, 'price', priceOnly(asked), { currency }, 'dom') : {};
  const list = before
    ? shownCost(facts, 'listPrice', priceText(before, true), { currency }, 'dom').price
    : undefined;
  const shop = document.querySelector(
    '[data-appears-component-name="lp_existing_shop_header"] a[href*="/shop/"], a[href*="/shop/"][href*="shop-header-name"], a[href*="/shop/"][href*="shopname"]',
  );
  return compact<ProductReading>({
    title: facts.text('title', lineOf(heading), 'dom'),
    price: cost.price,
    priceMax: cost.priceMax,
    listPrice: list,
    seller: facts.line('seller', nameOfShop(shop?.getAttribute('href'), base), 'dom'),
  });
}

function priceOnly(element: Element): string {
  const parts: string[] = [];
  for (const child of element.childNodes) {
    if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
    else if (child.nodeType === 1 && !/screen-reader/.test((child as Element).getAttribute('class') ?? ''))
      parts.push(child.textContent ?? '');
  }
  return parts.join('');
}

/** The pages of before 2018: microdata without any address. */
function formerListing(facts: Facts, document: Document): ProductReading {
  const name = document.querySelector('h1 [itemprop="name"], h1[itemprop="name"]');
  if (!name) return {};
  const content = (property: string) =>
    document.querySelector(`meta[itemprop="${property}"]`)?.getAttribute('content') ?? undefined;
  const availability = parseAvailability(content('availability'));
  return compact<ProductReading>({
    title: facts.text('title', lineOf(name), 'microdata'),
    price: machineMoney(content('price'), content('currency') ?? content('priceCurrency'), 'microdata'),
    availability: availability && { value: availability, source: 'microdata' },
  });
}

/** The head's price is in the seller's money, which need not be the visitor's. */
function priceInHead(document: Document): ProductReading {
  const currency = metaText(document, 'product:price:currency');
  const visitors = currencyOfVisitor(document);
  const price =
    visitors === currency
      ? machineMoney(metaText(document, 'product:price:amount'), currency, 'meta')
      : undefined;
  return price ? { price } : {};
}

/** The shop of a listing from the feed that its head links to: it names no other shop. */
function shopOfFeed(document: Document, base: string): string | undefined {
  const feed = document.querySelector('link[rel="alternate"][type="application/rss+xml"][href*="/shop/"]');
  return nameOfShop(feed?.getAttribute('href'), base);
}

/** Reads a listing; its number stands in the address, the canonical link and the structured product. */
export function readListing(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const idOf = (address: URL) => {
    const known = /(?:^|\.)etsy\.com$/.test(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  const page = openPage(document, url);
  const stated = statedIds(document, url.href, idOf);
  const { node, stale } = ownNode(page, id, idOf);
  if (!node && (stale || (stated.size > 0 && !stated.has(id)))) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const structured = node ? goodsOf(page, node, identity.url) : {};
  const currency = structured.price?.value.currency ?? currencyOfVisitor(document);
  const shown = shownListing(facts, document, currency, url.href);
  // A struck-through price belongs to the price beside it, not to one without tax.
  if (structured.price && shown.price && structured.price.value.amount !== shown.price.value.amount)
    delete shown.listPrice;
  shown.listPrice = listAbove(shown.listPrice, shown.price);
  const brand = structured.brand;
  const feed = shopOfFeed(document, url.href);
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    structured,
    shown,
    formerListing(facts, document),
    stated.has(id) ? priceInHead(document) : {},
    compact<ProductReading>({
      seller: brand ?? (feed ? { value: feed, source: 'dom' } : undefined),
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta', url.href),
      url: { value: identity.url, source: 'url' },
    }),
  );
  // On Etsy the brand is the shop.
  if (brand) product.seller = brand;
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return { kind: 'product', product: facts.finish(product, expected), problems: facts.problems };
}
