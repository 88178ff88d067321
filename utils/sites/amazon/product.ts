import type { Problem, ProductReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { languageOf } from '../shared/page.ts';
import { isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { brandOn } from './brand.ts';
import { offeredOn, sellerOn } from './offer.ts';
import { askedPrice, hostCurrency, isElsewhere, struckPrice } from './price.ts';
import { ratedBy, starsOf } from './rating.ts';
import { readComments } from './reviews.ts';

const asinPattern = /^[A-Z0-9]{10}$/;

/** The product that the page's own elements speak of: the chosen variant, which need not be the address's. */
function pageAsins(document: Document): string[] {
  const found: string[] = [];
  for (const [selector, attribute] of [
    ['input#ASIN, input[name="ASIN"]', 'value'],
    ['#averageCustomerReviews[data-asin]', 'data-asin'],
    ['#cerberus-data-metrics', 'data-asin'],
  ] as const) {
    for (const element of document.querySelectorAll(selector)) {
      const asin = element.getAttribute(attribute)?.trim() ?? '';
      if (asinPattern.test(asin) && !isElsewhere(element)) found.push(asin);
    }
  }
  return found;
}

/** Whether the page is the address's: its product, the family that product is a variant of, or its canonical link. */
function isThisPage(document: Document, asins: string[], asin: string): boolean {
  if (asins.includes(asin)) return true;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const stated = /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?:[/?]|$)/.exec(canonical)?.[1];
  if (asins.length === 0) return stated === undefined || stated === asin;
  const family = new RegExp(`"(?:parentAsin|parent_asin|landingAsin|currentAsin)"\\s*:\\s*"${asin}"`);
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (text.includes(asin) && family.test(text)) return true;
  }
  return false;
}

/** The largest of the pictures that the main image lists with their sizes. */
function largest(json: string | null | undefined): string | undefined {
  if (!json || json.length > 50_000) return undefined;
  let sizes: unknown;
  try {
    sizes = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isData(sizes)) return undefined;
  const area = (size: unknown) => (Array.isArray(size) ? Number(size[0]) * Number(size[1]) || 0 : 0);
  return Object.entries(sizes).sort(([, a], [, b]) => area(b) - area(a))[0]?.[0];
}

function pictureOf(document: Document, url: URL): string | undefined {
  const image = document.querySelector(
    '#landingImage, #imgBlkFront, #ebooksImgBlkFront, #main-image, #imgTagWrapperId img, #digitalMusicProductImage_feature_div img, #mainImageContainer img',
  );
  const sources = [
    image?.getAttribute('data-old-hires'),
    largest(image?.getAttribute('data-a-dynamic-image')),
    image?.getAttribute('src'),
  ];
  return sources.map((source) => absolute(source, url.href)).find((source) => source !== undefined);
}

function couponsOf(document: Document): string[] {
  const words = [...document.querySelectorAll('[id^="couponText"], .promoPriceBlockMessage .couponLabelText')]
    .filter((element) => !isElsewhere(element))
    .flatMap((element) => lineOf(element) ?? [])
    .filter((text) => text.length <= 200);
  return [...new Set(words)].slice(0, 10);
}

/** Reads a product's page of any generation since about 2014, with or without an offer. */
export function readProduct(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const problems: Problem[] = [];
  const asin = identity.id ?? '';
  const address = fact(identity.url, 'url' as const);
  const asins = pageAsins(document);
  if (!isThisPage(document, asins, asin)) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const hints = { currency: hostCurrency(url), language: languageOf(document) };
  const chosen = asins.includes(asin) ? asin : asins[0];
  const title = lineOf(
    document.querySelector('#productTitle, #ebooksProductTitle, #gc-asin-title') ??
      document.querySelector('h1#title, #dmusicProductTitle_feature_div h1') ??
      onlyHeading(document),
  );
  const asked = askedPrice(document, chosen, hints);
  const struck = asked && struckPrice(document, asked, hints);
  const offered = offeredOn(document);
  const seller = asked && sellerOn(document);
  const popover = document.querySelector('#acrPopover, #averageCustomerReviews [title]');
  const stars = document.querySelector('#acrPopover i[class*="a-star"], [data-hook="average-star-rating"]');
  const rating =
    starsOf(popover?.getAttribute('title'), stars) ??
    starsOf(
      lineOf(document.querySelector('[data-hook="average-star-rating"], [data-hook="rating-out-of-text"]')),
      stars,
    );
  const counted = document.querySelector('#acrCustomerReviewText, [data-hook="total-review-count"]');
  const picture = pictureOf(document, url);
  const coupons = couponsOf(document);
  const product = compact<ProductReading>({
    id: fact(asin, 'url'),
    sku: fact(chosen ?? asin, chosen ? 'dom' : 'url'),
    title: textFact(title, 'dom', 'long', 'title', problems),
    brand: textFact(brandOn(document), 'dom', 'short', 'brand', problems),
    price: asked && fact(asked.low, asked.source, asked.raw),
    priceMax: asked?.high && fact(asked.high, asked.source, asked.raw),
    listPrice: struck && fact(struck.low, struck.source, struck.raw),
    availability: offered.availability && fact(offered.availability, 'dom'),
    stock: offered.stock === undefined ? undefined : fact(offered.stock, 'dom'),
    rating,
    reviewCount: ratedBy(lineOf(counted), hints.language),
    imageUrl: textFact(picture, 'dom', 'address', 'imageUrl', problems),
    seller: textFact(seller, 'dom', 'short', 'seller', problems),
    promotions: coupons.length > 0 ? fact(coupons, 'dom') : undefined,
    url: address,
  });
  for (const field of ['title', 'price', 'availability', 'imageUrl'] as const) {
    if (!product[field]) addProblem(problems, field, 'missing');
  }
  const comments = readComments(document, url);
  // of a page that shows nothing of a product only the address is known, and that stands in the key
  const isRead = product.title || product.price || product.imageUrl;
  return {
    kind: 'product',
    ...(isRead ? { product } : {}),
    ...(comments.length > 0 ? { comments } : {}),
    problems,
  };
}

/** Music and a few other departments have the title in the page's only headline. */
function onlyHeading(document: Document): Element | null {
  const [heading, second] = document.querySelectorAll('h1');
  return heading && !second ? heading : null;
}
