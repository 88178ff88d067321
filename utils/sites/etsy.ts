import { readList } from './etsy/list.ts';
import { readListing } from './etsy/listing.ts';
import { unlessGone } from './shared/gone-page.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.etsy.com';
/** `/es/…`, `/de-en/…`, `/ca-fr/…`: language or market in front of every path */
const market = /^[a-z]{2}(?:-[a-z]{2})?$/i;
const kept = ['q', 'page', 'order', 'min', 'max'];

function withQuery(url: URL, path: string): string {
  const query = new URLSearchParams(
    kept.flatMap((name) => {
      const value = url.searchParams.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  return `${origin}${path}${query ? `?${query}` : ''}`;
}

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const [first, second] = market.test(parts[0] ?? '') && parts[0] !== 'c' ? parts.slice(1) : parts;
  const subdomain = /^([a-z0-9]+)\.etsy\.com$/i.exec(url.hostname)?.[1] ?? 'www';
  if (subdomain !== 'www' && subdomain !== 'm')
    return first === undefined || first === 'shop' ? shop(subdomain) : null;
  if (first === undefined) return { kind: 'other', url: `${origin}/` };
  if (first === 'listing' && /^\d{5,15}$/.test(second ?? '')) {
    return { kind: 'product', id: second ?? '', url: `${origin}/listing/${second}` };
  }
  if (first === 'shop' && second) return shop(second);
  if (first === 'search') return { kind: 'search', url: withQuery(url, '/search') };
  if ((first === 'c' || first === 'market') && second) {
    const path = `/${parts.slice(parts.indexOf(first)).map(encodeURIComponent).join('/')}`;
    return { kind: first === 'c' ? 'listing' : 'search', url: withQuery(url, path) };
  }
  if (first === 'signin' || first === 'join') return { kind: 'blocked', url: `${origin}/${first}` };
  if (first === 'messages' || first === 'conversations') return { kind: 'inbox', url: `${origin}/${first}` };
  return null;
}

/** Etsy writes a shop's name with capitals and finds it without. */
function shop(name: string): PageIdentity | null {
  if (!/^[a-z0-9]{3,40}$/i.test(name)) return null;
  return { kind: 'shop', id: name.toLowerCase(), handle: name, url: `${origin}/shop/${name}` };
}

export const site: Site = {
  id: 'etsy',
  hosts: ['*.etsy.com'],
  identify,
  profileAnchors: ['[data-appears-component-name*="shop_home"] h1', '.shop-home-header h1', 'h1'],
  items: [
    {
      kind: 'product',
      on: ['search', 'listing', 'shop'],
      root: '.v2-listing-card[data-listing-id]',
      author: 'a.listing-link[href*="/listing/"], a[href*="/listing/"]',
      name: '.v2-listing-card__title',
      permalink: 'a[href*="/listing/"]',
      id: 'data-listing-id',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.etsy.com/listing/550571276/brass-bell', kind: 'product' },
    { url: 'https://www.etsy.com/es/listing/550571276/campana?ref=shop_home', kind: 'product' },
    { url: 'https://www.etsy.com/de-en/listing/550571276', kind: 'product' },
    { url: 'https://www.etsy.com/shop/LinStudio', kind: 'shop' },
    { url: 'https://www.etsy.com/fr/shop/LinStudio?ref=l2-about-shopname#items', kind: 'shop' },
    { url: 'https://linstudio.etsy.com/', kind: 'shop' },
    { url: 'https://www.etsy.com/search?q=brass+bell&ref=search_bar', kind: 'search' },
    { url: 'https://www.etsy.com/market/brass_bell', kind: 'search' },
    { url: 'https://www.etsy.com/c/home-and-living/home-decor?explicit=1', kind: 'listing' },
    { url: 'https://www.etsy.com/signin?from_page=x', kind: 'blocked' },
    { url: 'https://www.etsy.com/messages', kind: 'inbox' },
    { url: 'https://www.etsy.com/', kind: 'other' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-02', unknown: ['stock', 'sold'] },
    shop: { evidence: 'medium', verified: '2026-01', unknown: ['followers', 'rating', 'logoUrl'] },
    search: { evidence: 'medium', verified: '2026-02' },
    listing: { evidence: 'medium', verified: '2026-02' },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'product') return readListing(document, identity, url, identify);
  if (identity.kind === 'shop' || identity.kind === 'search' || identity.kind === 'listing')
    return unlessGone(readList(document, identity, url, identify), document);
  return { kind: identity.kind, problems: [] };
};
