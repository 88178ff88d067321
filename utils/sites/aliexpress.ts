import { readItem } from './aliexpress/item.ts';
import { readList } from './aliexpress/list.ts';
import { unlessGone } from './shared/gone-page.ts';
import { segments } from './shared/page.ts';
import { isSliderPage } from './shared/slider-wall.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const itemId = /^\d{6,20}$/;

function homeOf(url: URL): string {
  return `https://${url.hostname.replace(/^m\./, 'www.')}`;
}

/** The number in the last part of a path: `123.html`, and of old addresses in a store `456_123.html`. */
function numberIn(part: string | undefined): string | undefined {
  return /^(?:\d+_)?(\d{6,20})(?:\.html)?$/.exec(part ?? '')?.[1];
}

function product(url: URL, id: string | undefined): PageIdentity | null {
  return id && itemId.test(id) ? { kind: 'product', id, url: `${homeOf(url)}/item/${id}.html` } : null;
}

function listOf(url: URL, kind: 'search' | 'listing', words: string | null): PageIdentity {
  const page = url.searchParams.get('page');
  const query = new URLSearchParams({ ...(words ? { SearchText: words } : {}), ...(page ? { page } : {}) });
  const tail = query.toString();
  return { kind, url: `${homeOf(url)}${url.pathname}${tail ? `?${tail}` : ''}` };
}

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  const last = segments(url).at(-1);
  if (/^(?:login|passport|thirdparty)\./.test(url.hostname))
    return { kind: 'blocked', url: `${url.origin}/` };
  if (/_____tmd_____|\/punish(?:\/|$)/.test(url.pathname) || url.searchParams.has('x5secdata'))
    return { kind: 'blocked', url: `${url.origin}/_____tmd_____/punish` };
  if (/^(?:msg|message)\./.test(url.hostname)) return { kind: 'inbox', url: `${url.origin}/` };
  if (first === undefined) return { kind: 'other', url: `${homeOf(url)}/` };
  if (first === 'item' || first === 'i') return product(url, numberIn(third ?? second));
  if (first === 'store') {
    if (second === 'product') return product(url, numberIn(last));
    const id = segments(url).map(numberOfStore).find(Boolean);
    return id ? { kind: 'shop', id, url: `${homeOf(url)}/store/${id}` } : null;
  }
  const words = url.searchParams.get('SearchText');
  if (/^(?:w|wholesale|af|premium|popular|search)$/.test(first) || words) return listOf(url, 'search', words);
  if (first === 'category' && second) return listOf(url, 'listing', null);
  return null;
}

function numberOfStore(part: string): string | undefined {
  return /^(\d{4,15})(?:\.html)?$/.exec(part)?.[1];
}

export const site: Site = {
  id: 'aliexpress',
  hosts: ['*.aliexpress.com', '*.aliexpress.us', '*.aliexpress.ru'],
  identify,
  profileAnchors: [],
  items: [
    {
      kind: 'product',
      root: '.search-item-card-wrapper-gallery',
      author: 'a[href*="/item/"]',
      name: 'h3',
      permalink: 'a[href*="/item/"]',
    },
    {
      kind: 'product',
      on: ['search', 'listing', 'shop'],
      root: '[data-product-id][data-sku-id]',
      author: 'a[href*="/item/"]',
      name: 'div[title]',
      permalink: 'a[href*="/item/"]',
      id: 'data-product-id',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.aliexpress.com/item/1005006000000001.html', kind: 'product' },
    { url: 'https://he.aliexpress.com/item/32993251330.html?spm=a2g0o.detail&algo_pvid=x', kind: 'product' },
    { url: 'https://www.aliexpress.us/item/3256807619226115.html?gatewayAdapt=glo2usa', kind: 'product' },
    { url: 'https://aliexpress.ru/item/1005008813973992.html?sku_id=12000046778486248', kind: 'product' },
    { url: 'https://m.aliexpress.com/i/1005006000000001.html', kind: 'product' },
    { url: 'https://www.aliexpress.com/item/Brass-Bell/32993251330.html', kind: 'product' },
    { url: 'https://www.aliexpress.com/store/product/Brass-Bell/1392990_32993251330.html', kind: 'product' },
    { url: 'https://www.aliexpress.com/store/1392990', kind: 'shop' },
    { url: 'https://de.aliexpress.com/store/1392990/pages/all-items.html?shop_sortType=x', kind: 'shop' },
    { url: 'https://www.aliexpress.com/store/all-wholesale-products/1392990.html', kind: 'shop' },
    { url: 'https://www.aliexpress.com/w/wholesale-brass-bell.html?page=2', kind: 'search' },
    { url: 'https://www.aliexpress.com/wholesale?SearchText=brass+bell', kind: 'search' },
    { url: 'https://aliexpress.ru/popular/bell', kind: 'search' },
    { url: 'https://www.aliexpress.com/category/15/bells.html', kind: 'listing' },
    { url: 'https://login.aliexpress.com/?return_url=x', kind: 'blocked' },
    {
      url: 'https://www.aliexpress.com/item/1005006000000001.html/_____tmd_____/punish?x5secdata=a',
      kind: 'blocked',
    },
    { url: 'https://www.aliexpress.com/', kind: 'other' },
  ],
  kinds: {
    // strong for the generation with data in the page (to 2024); later pages are known from public code, checked in 2026
    product: { evidence: 'medium', verified: '2026-08', unknown: ['brand', 'stock'] },
    search: { evidence: 'medium', verified: '2026-05' },
    listing: { evidence: 'medium', verified: '2026-05' },
    // Nobody has described a store's page: its address and cards of known shape are read, no name.
    shop: { evidence: 'weak', verified: '2026-05', unknown: ['name', 'followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  const reading =
    identity.kind === 'product'
      ? readItem(document, identity, url, identify)
      : identity.kind === 'search' || identity.kind === 'listing' || identity.kind === 'shop'
        ? unlessGone(readList(document, identity, url, identify), document)
        : { kind: identity.kind, problems: [] };
  const isEmpty = !reading.product?.title && !reading.products;
  return isEmpty && isSliderPage(document)
    ? { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] }
    : reading;
};
