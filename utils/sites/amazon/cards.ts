import type { Problem, ProductReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { compareAmounts } from '../shared/money.ts';
import { languageOf } from '../shared/page.ts';
import { lineOf } from '../shared/text.ts';
import { hostCurrency, type PriceHints, readPrice } from './price.ts';
import { ratedBy, starsOf } from './rating.ts';

/** Cards of search results, best-seller lists in two generations, and the old seller's list; each with the product's number. */
const cards =
  '[data-component-type="s-search-result"][data-asin], [id="gridItemRoot"], .zg-item-immersion, .s-result-item[data-asin][id^="result_"]';

function asinOf(card: Element): string | undefined {
  const own = card.getAttribute('data-asin') ?? card.querySelector('[data-asin]')?.getAttribute('data-asin');
  const linked = [...card.querySelectorAll('a[href]')]
    .slice(0, 10)
    .map(
      (link) => /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?:[/?]|$)/.exec(link.getAttribute('href') ?? '')?.[1],
    )
    .find((asin) => asin !== undefined);
  return [own ?? undefined, linked].find((asin) => /^[A-Z0-9]{10}$/.test(asin ?? ''));
}

/** The title: of two headlines in a card the first is the brand, the one in the link to the product the title. */
function titleOf(card: Element): string | undefined {
  const heading =
    card.querySelector('a h2, h2 a') ??
    card.querySelector('[data-cy="title-recipe"] h2, h2') ??
    card.querySelector('[class*="line-clamp"], .p13n-sc-truncated, .p13n-sc-truncate');
  return lineOf(heading) ?? heading?.getAttribute('aria-label') ?? undefined;
}

/** A card's price; "13 offers from $9" is what others ask and no price of the card's own. */
function priceOf(card: Element, hints: PriceHints) {
  const own = '.a-price:not(.a-text-price), [class*="p13n-sc-price"]';
  const first = [...card.querySelectorAll(own)].find(
    (element) =>
      !element.closest('.a-color-secondary, [data-cy="secondary-offer-recipe"], .a-text-strike') &&
      !/wrapper/.test(element.getAttribute('class') ?? ''),
  );
  return first && readPrice(first.closest('.a-price-range') ?? first, hints);
}

function struckOf(card: Element, hints: PriceHints) {
  const struck = card.querySelector('.a-price.a-text-price[data-a-strike="true"]');
  const price = struck && readPrice(struck, hints);
  return price && !price.high ? price.low : undefined;
}

/** Products of a search, category, best-seller list or seller's storefront, in page order, advertised ones too. */
export function readCards(document: Document, url: URL): { products: ProductReading[]; problems: Problem[] } {
  const hints = { currency: hostCurrency(url), language: languageOf(document) };
  const problems: Problem[] = [];
  const found = new Map<string, ProductReading>();
  const origin = `https://www.${url.hostname.replace(/^(?:www|smile)\./, '')}`;
  for (const card of document.querySelectorAll(cards)) {
    if (found.size >= 1_000) break;
    const asin = asinOf(card);
    const title = titleOf(card);
    if (!asin || !title || found.has(asin)) continue;
    const price = priceOf(card, hints);
    const before = price && struckOf(card, hints);
    const stars = card.querySelector('i[class*="a-star"]');
    const rating = starsOf(lineOf(stars), stars);
    const rated = card.querySelector('a[href*="customerReviews"], a[href*="product-reviews"]');
    const image = absolute(card.querySelector('img.s-image, img[src]')?.getAttribute('src'), url.href);
    found.set(
      asin,
      compact<ProductReading>({
        id: fact(asin, 'dom'),
        sku: fact(asin, 'dom'),
        title: textFact(title, 'dom', 'long', 'products.title', problems),
        price: price && fact(price.low, 'dom', price.raw),
        priceMax: price?.high && fact(price.high, 'dom', price.raw),
        listPrice:
          price &&
          before &&
          before.currency === price.low.currency &&
          compareAmounts(before.amount, price.low.amount) > 0
            ? fact(before, 'dom')
            : undefined,
        rating,
        reviewCount: rating && ratedBy(countText(rated), hints.language),
        imageUrl: textFact(image, 'dom', 'address', 'products.imageUrl', problems),
        url: fact(`${origin}/dp/${asin}`, 'url'),
      }),
    );
  }
  const products = [...found.values()];
  if (products.length === 0) addProblem(problems, 'products', 'missing');
  else if (products.some(({ price }) => !price)) addProblem(problems, 'products.price', 'missing');
  return { products, problems };
}

/** The number beside the stars, without what the link says about the stars themselves. */
function countText(link: Element | null): string | undefined {
  const drawn = [...(link?.querySelectorAll('span') ?? [])]
    .filter((span) => !span.closest('i'))
    .flatMap((span) => lineOf(span) ?? [])
    .filter((text) => /\d/.test(text));
  return drawn.at(-1) ?? lineOf(link);
}
