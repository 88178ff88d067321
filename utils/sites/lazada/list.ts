import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import {
  countFact,
  distinct,
  listAbove,
  listProblems,
  machineMoney,
  movedOn,
  ratingFact,
  shownCost,
} from '../shared/market-product.ts';
import { asList, assigned, asText, at } from '../shared/state.ts';
import { cleanLine, lineOf } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { currencyOfHost } from './state.ts';

/** `window.pageData.mods.listItems` of a search's first answer. */
function ofState(facts: Facts, document: Document, url: URL, identify: Site['identify']): ProductReading[] {
  const currency = currencyOfHost(url);
  const products: ProductReading[] = [];
  for (const item of asList(at(assigned(document, 'pageData'), 'mods', 'listItems')).slice(0, 1_000)) {
    const id = asText(at(item, 'itemId')) ?? asText(at(item, 'nid'));
    const resolved = absolute(asText(at(item, 'itemUrl')) ?? asText(at(item, 'productUrl')), url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (!id || known?.kind !== 'product' || known.id !== id) continue;
    const price = machineMoney(at(item, 'price'), currency, 'state', at(item, 'priceShow'));
    const isSold = at(item, 'inStock') === false;
    products.push(
      compact<ProductReading>({
        id: { value: id, source: 'state' },
        title: facts.text('products.title', at(item, 'name'), 'state'),
        price,
        listPrice: listAbove(machineMoney(at(item, 'originalPrice'), currency, 'state'), price),
        availability: isSold
          ? { value: 'out-of-stock', source: 'state' }
          : at(item, 'inStock') === true
            ? { value: 'in-stock', source: 'state' }
            : undefined,
        rating: ratingFact(asText(at(item, 'ratingScore')), 'state'),
        reviewCount: countFact(at(item, 'review'), 'state'),
        sold: facts.count('products.sold', at(item, 'itemSoldCntShow'), 'state'),
        seller: facts.line('products.seller', at(item, 'sellerName'), 'state'),
        imageUrl: facts.address('products.imageUrl', at(item, 'image'), 'state', url.href),
        url: { value: known.url, source: 'state' },
      }),
    );
  }
  return distinct(products);
}

const cardRoots = '[data-qa-locator="product-item"][data-item-id]';

/** A sign or code with an amount and nothing else: "₱305", "Rs. 9,000", "120.000 ₫". Classes are hashed, the price's form is not. */
const priceAlone = /^(?:[\p{Sc}\p{L}]{1,4}\.?\s?\d[\d.,]*|\d[\d.,]*\s?[₫đ])$/u;

function pricesIn(card: Element): { asked: string[]; before: string[] } {
  const asked: string[] = [];
  const before: string[] = [];
  for (const element of [...card.querySelectorAll('span, div, del')].slice(0, 200)) {
    if (element.firstElementChild) continue;
    const text = cleanLine(element.textContent) ?? '';
    if (text.length > 30 || !priceAlone.test(text)) continue;
    (element.closest('del, s') ? before : asked).push(text);
  }
  return { asked: [...new Set(asked)], before: [...new Set(before)] };
}

function cards(facts: Facts, document: Document, url: URL, identify: Site['identify']): ProductReading[] {
  const currency = currencyOfHost(url);
  const products: ProductReading[] = [];
  const all = document.querySelectorAll(cardRoots);
  for (const card of [...all].slice(0, 400)) {
    const id = card.getAttribute('data-item-id') ?? '';
    const link =
      card.querySelector('a[title][href*="/products/"]') ?? card.querySelector('a[href*="/products/"]');
    const resolved = absolute(link?.getAttribute('href'), url.href);
    const known = resolved ? identify(new URL(resolved)) : null;
    if (known?.kind !== 'product' || known.id !== id) continue;
    const { asked, before } = pricesIn(card);
    const price =
      asked.length === 1
        ? shownCost(facts, 'products.price', asked[0], { currency }, 'dom').price
        : undefined;
    const list =
      before.length === 1
        ? shownCost(facts, 'products.listPrice', before[0], { currency }, 'dom').price
        : undefined;
    const image = card.querySelector('img[type="product"], img');
    const picture = [image?.getAttribute('src'), image?.getAttribute('data-src')].find(
      (each) => each && !each.startsWith('data:'),
    );
    products.push(
      compact<ProductReading>({
        id: { value: id, source: 'dom' },
        title: facts.text('products.title', link?.getAttribute('title') ?? lineOf(link), 'dom'),
        price: price?.value.currency === currency ? price : undefined,
        listPrice: listAbove(list, price),
        imageUrl: facts.address('products.imageUrl', picture, 'dom', url.href),
        url: { value: known.url, source: 'dom' },
      }),
    );
  }
  return distinct(products);
}

/** Reads a search or a shop's page: the data it was opened with, or the cards once it shows others. */
export function readList(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const [stateFacts, shownFacts] = [factsOf(document), factsOf(document)];
  // A shop's page is not known to carry such data: what is there is a search's that was left.
  const own = identity.kind === 'shop' ? [] : ofState(stateFacts, document, url, identify);
  const onScreen = [...document.querySelectorAll(cardRoots)].map(
    (card) => card.getAttribute('data-item-id') ?? undefined,
  );
  const isOwn = own.length > 0 && !movedOn(own, onScreen);
  const facts = isOwn ? stateFacts : shownFacts;
  const products = isOwn ? own : cards(shownFacts, document, url, identify);
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
