import { unlessGone } from './shared/gone-page.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readList } from './walmart/list.ts';
import { readProduct } from './walmart/product.ts';

const productId = /^[\dA-Z]{6,20}$/;
const kept = ['q', 'page', 'sort', 'facet', 'cat_id'];

function withQuery(
  url: URL,
  host: string,
  kind: PageIdentity['kind'],
  path: string,
  id?: string,
): PageIdentity {
  const query = new URLSearchParams();
  for (const name of kept) {
    const value = url.searchParams.get(name) ?? (name === 'q' ? url.searchParams.get('query') : null);
    if (value) query.set(name, value);
  }
  const tail = query.toString();
  return { kind, ...(id ? { id } : {}), url: `https://${host}${path}${tail ? `?${tail}` : ''}` };
}

function identify(url: URL): PageIdentity | null {
  const host = url.hostname.replace(/^(?:www\.|m\.)?walmart\./, 'www.walmart.');
  const parts = segments(url);
  const [first, second, third] = /^(?:en|fr)$/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  if (first === undefined) return { kind: 'other', url: `https://${host}/` };
  if (first === 'ip') {
    const id = parts.at(-1) ?? '';
    return productId.test(id) ? { kind: 'product', id, url: `https://${host}/ip/${id}` } : null;
  }
  if (first === 'blocked' || first === 'verifyMe')
    return { kind: 'blocked', url: `https://${host}/${first}` };
  if (first === 'account' && /^(?:log-?in|sign-?in)/i.test(second ?? ''))
    return { kind: 'blocked', url: `https://${host}/account/login` };
  if (first === 'search') return withQuery(url, host, 'search', '/search');
  if (first === 'browse' && second)
    return withQuery(url, host, 'listing', `/browse/${parts.slice(parts.indexOf('browse') + 1).join('/')}`);
  if (first === 'cp' && second)
    return { kind: 'listing', url: `https://${host}/cp/${second}${third ? `/${third}` : ''}` };
  const seller = first === 'global' && second === 'seller' ? third : first === 'seller' ? second : undefined;
  if (seller && /^\d{1,15}$/.test(seller)) {
    return { kind: 'shop', id: seller, url: `https://${host}/global/seller/${seller}` };
  }
  return null;
}

export const site: Site = {
  id: 'walmart',
  hosts: [
    'www.walmart.com',
    'walmart.com',
    'www.walmart.ca',
    'walmart.ca',
    'www.walmart.com.mx',
    'walmart.com.mx',
  ],
  identify,
  profileAnchors: [],
  items: [
    {
      kind: 'product',
      root: '[data-item-id]',
      author: 'a[href*="/ip/"]',
      name: '[data-automation-id="product-title"]',
      permalink: 'a[href*="/ip/"]',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.walmart.com/ip/Brass-Bell/5275415030', kind: 'product' },
    { url: 'https://www.walmart.com/ip/5275415030?athAsset=eyJ&classType=VARIANT', kind: 'product' },
    { url: 'https://www.walmart.ca/en/ip/brass-bell/6000207239463', kind: 'product' },
    { url: 'https://www.walmart.com.mx/ip/campana/00750000000001', kind: 'product' },
    { url: 'https://www.walmart.com/search?q=brass+bell&affinityOverride=default', kind: 'search' },
    { url: 'https://www.walmart.com/search/?query=bell', kind: 'search' },
    { url: 'https://www.walmart.com/browse/home/bells/4044_90548', kind: 'listing' },
    { url: 'https://www.walmart.com/cp/home/4044', kind: 'listing' },
    { url: 'https://www.walmart.com/global/seller/101099551', kind: 'shop' },
    { url: 'https://www.walmart.com/seller/101099551?itemId=1', kind: 'shop' },
    { url: 'https://www.walmart.com/blocked?url=L2lwLzE', kind: 'blocked' },
    { url: 'https://www.walmart.com/', kind: 'other' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-05', unknown: ['sold', 'stock'] },
    search: { evidence: 'strong', verified: '2026-05' },
    listing: { evidence: 'medium', verified: '2026-05' },
    // Nobody has seen the data of a seller's page; its address and whatever products carry the shape of a search are read.
    shop: { evidence: 'weak', verified: '2026-04', unknown: ['name', 'rating', 'followers'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'product') return readProduct(document, identity, url, identify);
  if (identity.kind === 'search' || identity.kind === 'listing' || identity.kind === 'shop')
    return unlessGone(readList(document, identity, url, identify), document);
  return { kind: identity.kind, problems: [] };
};
