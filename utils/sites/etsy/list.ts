import type { ProductReading, ShopReading } from '../../domain/page-reading.ts';
import { absolute } from '../shared/address.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { isNode, type JsonLdNode, nameOf, nodesOf, text, typesOf } from '../shared/json-ld.ts';
import {
  distinct,
  goodsOf,
  idsOf,
  listAbove,
  listProblems,
  movedOn,
  shownCost,
} from '../shared/market-product.ts';
import { openPage, type Page } from '../shared/opened-page.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import type { PageIdentity, Site, SiteReader } from '../site.ts';
import { currencyOfVisitor } from './listing.ts';

type IdOf = (address: string | null | undefined) => { id: string; url: string } | undefined;

function idReader(url: URL, identify: Site['identify']): IdOf {
  return (address) => {
    const resolved = absolute(address, url.href);
    const known =
      resolved && /(?:^|\.)etsy\.com$/.test(new URL(resolved).hostname) ? identify(new URL(resolved)) : null;
    return known?.kind === 'product' && known.id ? { id: known.id, url: known.url } : undefined;
  };
}

/** Products of the page's ItemList; of a shop's page only its own, by the address that the list gives itself and the shop's name. */
function structured(
  page: Page,
  identity: PageIdentity,
  idOf: IdOf,
): { products: ProductReading[]; name?: string; stale: boolean } {
  const lists = page.nodes.filter((node) => typesOf(node).includes('ItemList'));
  const products: ProductReading[] = [];
  const shops = new Set<string>();
  for (const item of lists.flatMap((list) => nodesOf(list.itemListElement)).slice(0, 1_000)) {
    const node: JsonLdNode = isNode(item.item) ? item.item : item;
    const known = idOf(text(node.url));
    if (!known) continue;
    const brand = nameOf(node.brand);
    if (brand) shops.add(brand);
    const product = goodsOf(page, node, known.url);
    products.push({
      id: { value: known.id, source: 'json-ld' },
      ...product,
      ...(product.brand ? { seller: product.brand } : {}),
      url: { value: known.url, source: 'json-ld' },
    });
  }
  if (identity.kind !== 'shop') return { products, stale: false };
  const name = [...shops].find((shop) => sameHandle(shop, identity.handle));
  const stale = shops.size > 0 && !name;
  return { products: stale ? [] : products, stale, ...(name ? { name } : {}) };
}

/** Cards on the screen. Their prices stand twice: for the eye, and in words for screen readers. */
function cards(facts: Facts, document: Document, idOf: IdOf, base: string): ProductReading[] {
  const currency = currencyOfVisitor(document);
  const products: ProductReading[] = [];
  const all = document.querySelectorAll('.v2-listing-card[data-listing-id]');
  for (const card of [...all].slice(0, 400)) {
    const link = card.querySelector('a[href*="/listing/"]');
    const known = idOf(link?.getAttribute('href'));
    if (!known || known.id !== card.getAttribute('data-listing-id')) continue;
    const values = [...card.querySelectorAll('.currency-value')];
    const isStruck = (element: Element) => element.closest('.wt-text-strikethrough, s, del') !== null;
    const written = (element: Element | undefined) =>
      element &&
      `${element.parentElement?.querySelector('.currency-symbol')?.textContent ?? ''}${element.textContent ?? ''}`;
    const asked = values.filter((element) => !isStruck(element));
    const before = values.filter(isStruck);
    const cost =
      asked.length === 1 ? shownCost(facts, 'products.price', written(asked[0]), { currency }, 'dom') : {};
    const list =
      before.length === 1
        ? shownCost(facts, 'products.listPrice', written(before[0]), { currency }, 'dom').price
        : undefined;
    products.push(
      compact<ProductReading>({
        id: { value: known.id, source: 'dom' },
        title: facts.text(
          'products.title',
          lineOf(card.querySelector('.v2-listing-card__title')) ?? link?.getAttribute('title'),
          'dom',
        ),
        price: cost.price,
        listPrice: listAbove(list, cost.price),
        imageUrl: facts.address(
          'products.imageUrl',
          card.querySelector('img[data-listing-card-listing-image], img')?.getAttribute('src'),
          'dom',
          base,
        ),
        url: { value: known.url, source: 'dom' },
      }),
    );
  }
  return distinct(products);
}

/** Reads a shop's home, a search, a category: the structured list while it is this page's, else the cards. */
export function readList(
  document: Document,
  identity: PageIdentity,
  url: URL,
  identify: Site['identify'],
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const page = openPage(document, url);
  const idOf = idReader(url, identify);
  const said = structured(page, identity, idOf);
  const shown = cards(facts, document, idOf, url.href);
  const moved = said.stale || movedOn(said.products, idsOf(shown));
  const own = moved ? [] : distinct(said.products);
  // Cards of a shop's page whose data are another shop's could be another shop's too.
  const products = own.length > 0 ? own : identity.kind === 'shop' && said.stale ? [] : shown;
  // what the cards could not tell does not matter where the list tells it
  if (own.length > 0) facts.problems.length = 0;
  if (moved && products.length === 0) facts.problem('products', 'stale');
  listProblems(facts, products);
  const rest = { ...(products.length > 0 ? { products } : {}), problems: facts.problems };
  if (identity.kind !== 'shop') return { kind: identity.kind, ...rest };
  const name = said.name ?? identity.handle;
  const shop: ShopReading = compact<ShopReading>({
    id: { value: identity.id ?? '', source: 'url' },
    name: name ? { value: name, source: said.name ? 'json-ld' : 'url' } : undefined,
    url: { value: identity.url, source: 'url' },
  });
  return { kind: 'shop', shop, ...rest };
}
