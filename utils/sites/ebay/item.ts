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
import { compareAmounts } from '../shared/money.ts';
import { openPage } from '../shared/opened-page.ts';
import { metaText } from '../shared/page.ts';
import { cleanLine, lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';

const ofCountry: Record<string, string> = {
  com: 'USD',
  'co.uk': 'GBP',
  ca: 'CAD',
  'com.au': 'AUD',
  ch: 'CHF',
  pl: 'PLN',
  'com.hk': 'HKD',
  'com.sg': 'SGD',
  'com.my': 'MYR',
  ph: 'PHP',
  in: 'INR',
  cn: 'CNY',
};

/** What a bare sign means on a country's site; foreign currencies are written out there ("US $", "GBP"). */
export function currencyOfHost(url: URL): string {
  return ofCountry[/\.ebay\.([a-z.]+)$/.exec(`.${url.hostname}`)?.[1] ?? ''] ?? 'EUR';
}

/** The address of a picture; the ones further down are put in when they come into view. */
export function picture(image: Element | null): string | undefined {
  const places = ['data-defer-load', 'data-zoom-src', 'data-src', 'src'].map((name) =>
    image?.getAttribute(name),
  );
  return places.find((place) => place && /^(?:https?:)?\/\/i\.ebayimg\.com\//.test(place)) ?? undefined;
}

/** Title elements hold words for screen readers ("Details about") and a link to the untranslated title beside the title itself. */
function ownText(element: Element | null): string | undefined {
  // neighbouring text nodes are one text: an entity can part them
  const parts = [...(element?.childNodes ?? [])].map((node) =>
    node.nodeType === 3 ? (node.nodeValue ?? '') : ' ',
  );
  return cleanLine(parts.join(''));
}

/** The layout since 2021. The price in the visitor's money beside it (`x-price-approx`) is converted and nobody is asked it. */
function currentLayout(facts: Facts, document: Document, currency: string): ProductReading {
  const title = document.querySelector('.x-item-title__mainTitle, [data-testid="x-item-title"] h1');
  const asked = document.querySelector(
    '.x-price-primary .ux-textspans, .x-price-primary > span, [data-testid="x-price-primary"] > span',
  );
  const before = document.querySelector(
    '.x-price-section .ux-textspans--STRIKETHROUGH, .x-additional-info .ux-textspans--STRIKETHROUGH, .x-additional-info__textual-display .ux-textspans--STRIKETHROUGH',
  );
  const cost = shownCost(facts, 'price', lineOf(asked), { currency }, 'dom');
  const list = shownCost(facts, 'listPrice', lineOf(before), { currency }, 'dom').price;
  // 2021 and 2022 have microdata on the price and no JSON-LD
  const machine = asked?.closest('[itemprop="price"]') ?? asked?.querySelector('[itemprop="price"]');
  const offer = machine ? offerAround(machine) : undefined;
  const price = cost.price ?? offer?.price;
  return compact<ProductReading>({
    title: facts.text('title', lineOf(title), 'dom'),
    price,
    priceMax: cost.priceMax,
    listPrice: listAbove(list, price),
    availability: offer?.availability,
    seller: facts.line('seller', nameOfSeller(document), 'dom'),
  });
}

/** The offer of microdata that a price is part of. */
function offerAround(price: Element): Pick<ProductReading, 'price' | 'availability'> {
  const scope = price.closest('[itemscope]') ?? price.parentElement?.parentElement;
  const property = (name: string) => {
    const element = scope?.querySelector(`[itemprop="${name}"]`);
    return element?.getAttribute('content') ?? element?.getAttribute('href') ?? undefined;
  };
  const availability = parseAvailability(property('availability'));
  return compact<ProductReading>({
    price: machineMoney(price.getAttribute('content') ?? undefined, property('priceCurrency'), 'microdata'),
    availability: availability && { value: availability, source: 'microdata' },
  });
}

const sellers = [
  '.x-sellercard-atf__info__about-seller a',
  '.x-sellercard-atf__info__about-seller .ux-textspans--BOLD',
  '.ux-seller-section__item--seller a',
  // the picture is a link too, with a letter where there is none
  '[data-testid="x-sellercard-atf"] a:not([aria-hidden="true"])',
];

/** The seller's name, of the newest layout that is there. */
function nameOfSeller(document: Document): string | undefined {
  for (const selector of sellers) {
    const name = lineOf(document.querySelector(selector));
    if (name) return name;
  }
  return undefined;
}

/** The layout before 2021: ids, with microdata on the same elements. */
function formerLayout(facts: Facts, document: Document, host: string): ProductReading {
  const heading = document.querySelector('#itemTitle');
  if (!heading) return {};
  const main = document.querySelector('[itemprop="offers"]') ?? document;
  const said = main.querySelector('[itemprop="priceCurrency"]')?.getAttribute('content');
  const currency = said ?? host;
  const element =
    document.querySelector('#mm-saleDscPrc') ??
    document.querySelector('#prcIsum') ??
    document.querySelector('#prcIsum_bidPrice') ??
    document.querySelector('.vi-VR-cvipPrice');
  const shown = shownCost(facts, 'price', lineOf(element), { currency }, 'dom');
  const machine = machineMoney(element?.getAttribute('content') ?? undefined, said, 'microdata');
  const price = shown.price ?? machine;
  const before = document.querySelector('#orgPrc, #mm-saleOrgPrc');
  const list = shownCost(facts, 'listPrice', lineOf(before), { currency }, 'dom').price;
  const stated = parseAvailability(
    main.querySelector('[itemprop="availability"]')?.getAttribute('content') ??
      main.querySelector('[itemprop="availability"]')?.getAttribute('href') ??
      undefined,
  );
  // An auction that is over still says "InStock" in its markup, but a message stands there and no button.
  const buttons = document.querySelector('#binBtn_btn, #isCartBtn_btn, #bidBtn_btn, #MaxBidId');
  const message = lineOf(document.querySelector('#msgPanel .msgTextAlign'));
  const isOver = !buttons && message !== undefined;
  if (isOver) facts.problem('availability', 'ambiguous');
  const left = facts.count('stock', lineOf(document.querySelector('#qtySubTxt')), 'dom');
  return compact<ProductReading>({
    title: facts.text('title', ownText(heading), 'dom'),
    brand: facts.line(
      'brand',
      lineOf(document.querySelector('[itemprop="brand"] [itemprop="name"]')),
      'microdata',
    ),
    price,
    priceMax: shown.priceMax,
    listPrice: listAbove(list, price),
    availability: stated && !isOver ? { value: stated, source: 'microdata' } : undefined,
    // "More than 10 available" is no ten
    stock: left && left.value > 0 && left.value !== 10 && left.precision === 'exact' ? left : undefined,
    sold: facts.count('sold', lineOf(document.querySelector('.vi-qty-pur-lnk')), 'dom'),
    seller: facts.line(
      'seller',
      lineOf(document.querySelector('#mbgLink .mbg-nw, #mbgLink > span, .mbg-nw')),
      'dom',
    ),
  });
}

function pricesOf({ price, priceMax, listPrice }: ProductReading): ProductReading {
  return compact<ProductReading>({ price, priceMax, listPrice });
}

/** Whether the price shown is of the variant that eBay chose for the visitor out of a range that the data give. */
function isOneOfRange(shown: ProductReading, structured: ProductReading, url: URL): boolean {
  const [one, low, high] = [shown.price?.value, structured.price?.value, structured.priceMax?.value];
  if (!one || !low || !high || shown.priceMax || url.searchParams.has('var')) return false;
  return (
    one.currency === low.currency &&
    compareAmounts(one.amount, low.amount) >= 0 &&
    compareAmounts(one.amount, high.amount) <= 0
  );
}

/** Reads an item of either layout. Its number stands in the address, the canonical link and the structured offer. */
export function readItem(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const idOf = (address: URL) => {
    const known = /(?:^|\.)ebay\.[a-z.]+$/.test(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  const stated = statedIds(document, url.href, idOf);
  if (stated.size > 0 && !stated.has(id)) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const page = openPage(document, url);
  const { node, stale } = ownNode(page, id, idOf);
  if (stale && stated.size === 0) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const structured = node ? goodsOf(page, node, identity.url) : {};
  const currency = structured.price?.value.currency ?? currencyOfHost(url);
  const shown = currentLayout(facts, document, currency);
  const former = formerLayout(facts, document, currencyOfHost(url));
  const head = metaText(document, 'og:image') ?? metaText(document, 'twitter:image');
  const ofRange = isOneOfRange(shown, structured, url);
  // the price before belongs to the one variant
  if (ofRange) delete shown.listPrice;
  const product = firstOf(
    { id: { value: id, source: 'url' } },
    // what is shown is what is asked; without a chosen variant in the address all of them, from the lowest
    ofRange ? {} : pricesOf(shown),
    structured,
    shown,
    former,
    compact<ProductReading>({
      imageUrl:
        facts.address('imageUrl', head, 'meta', url.href) ??
        facts.address(
          'imageUrl',
          picture(document.querySelector('#icImg, .ux-image-carousel-item img')),
          'dom',
          url.href,
        ),
      url: { value: identity.url, source: 'url' },
    }),
  );
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return { kind: 'product', product: facts.finish(product, expected), problems: facts.problems };
}
