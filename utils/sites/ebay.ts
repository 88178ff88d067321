import { readCards } from './ebay/cards.ts';
import { readItem } from './ebay/item.ts';
import { factsOf } from './shared/facts.ts';
import { unlessGone } from './shared/gone-page.ts';
import { listProblems } from './shared/market-product.ts';
import { segments } from './shared/page.ts';
import { lineOf } from './shared/text.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const countries = 'com co.uk de fr it es ca com.au at ch ie nl be pl com.hk com.sg com.my ph in cn'.split(
  ' ',
);
/** Belgium and Canada have a host for each language. */
const others = ['www.benl.ebay.be', 'www.befr.ebay.be', 'www.cafr.ebay.ca', 'cafr.ebay.ca'];
const itemId = /^\d{9,15}$/;
const sellerName = /^[\w.*$!-]{1,64}$/;

function item(url: URL, id: string | null | undefined): PageIdentity | null {
  return id && itemId.test(id) ? { kind: 'product', id, url: `https://${mainHost(url)}/itm/${id}` } : null;
}

function mainHost(url: URL): string {
  return url.hostname.replace(/^(?:m|cgi|signin|mesg|stores)\./, 'www.').replace(/^ebay\./, 'www.ebay.');
}

function withQuery(url: URL, kind: 'search' | 'listing', path: string, names: string[]): PageIdentity {
  const kept = new URLSearchParams();
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value) kept.set(name, value);
  }
  const query = kept.toString();
  return { kind, url: `https://${mainHost(url)}${path}${query ? `?${query}` : ''}` };
}

function identify(url: URL): PageIdentity | null {
  const host = url.hostname;
  const [first, second, third] = segments(url);
  const home = `https://${mainHost(url)}`;
  if (host.startsWith('signin.') || first === 'signin' || first === 'splashui')
    return { kind: 'blocked', url: `${url.origin}/${first ?? ''}` };
  if (host.startsWith('mesg.')) return { kind: 'inbox', url: `${url.origin}${url.pathname}` };
  if (first === undefined) return { kind: 'other', url: `${home}/` };
  if (first === 'itm' || first === 'i') return item(url, third ?? second);
  if (first === 'ws') return item(url, url.searchParams.get('item'));
  if ((first === 'usr' || first === 'str') && second && (first === 'str' || sellerName.test(second))) {
    const name = second.toLowerCase();
    return { kind: 'shop', id: `${first}/${name}`, url: `${home}/${first}/${encodeURIComponent(name)}` };
  }
  if (first === 'sch') {
    if (url.searchParams.get('_nkw'))
      return withQuery(url, 'search', '/sch/i.html', ['_nkw', '_sacat', '_ssn', '_pgn', '_sop']);
    return withQuery(url, 'listing', url.pathname, ['_sacat', '_ssn', '_pgn', '_sop']);
  }
  if (first === 'shop' && second) return withQuery(url, 'search', `/shop/${second}`, ['_nkw']);
  if (first === 'b' && second) return { kind: 'listing', url: `${home}${url.pathname}` };
  return null;
}

export const site: Site = {
  id: 'ebay',
  hosts: [...countries.flatMap((end) => [`www.ebay.${end}`, `ebay.${end}`, `m.ebay.${end}`]), ...others],
  passingHosts: countries.flatMap((end) => [`signin.ebay.${end}`, `cgi.ebay.${end}`, `mesg.ebay.${end}`]),
  identify,
  profileAnchors: ['.str-seller-card__store-name h1', '.str-seller-card__store-name'],
  items: [
    {
      kind: 'product',
      root: 'ul.srp-results li.s-card[data-listingid]',
      author: 'a.s-card__link[href*="/itm/"]',
      name: '.s-card__title > :not(.clipped), .s-card__title',
      permalink: 'a.s-card__link[href*="/itm/"]',
      id: 'data-listingid',
    },
    {
      kind: 'product',
      root: 'ul.srp-results li.s-item',
      author: 'a.s-item__link[href*="/itm/"]',
      name: '.s-item__title',
      permalink: 'a.s-item__link[href*="/itm/"]',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.ebay.com/itm/302474151804', kind: 'product' },
    {
      url: 'https://www.ebay.com/itm/302474151804?hash=item46&var=601234567890&_trkparms=x',
      kind: 'product',
    },
    { url: 'https://www.ebay.co.uk/itm/Brass-Bell-/143863282131', kind: 'product' },
    { url: 'https://www.ebay.de/itm/198187151691', kind: 'product' },
    { url: 'https://www.ebay.com.au/itm/Brass-Bell/302474151804', kind: 'product' },
    { url: 'https://www.cafr.ebay.ca/itm/123808916008', kind: 'product' },
    { url: 'https://m.ebay.it/itm/133588510845', kind: 'product' },
    { url: 'https://cgi.ebay.com/ws/eBayISAPI.dll?ViewItem&item=302474151804', kind: 'product' },
    { url: 'https://www.ebay.com/usr/lin_studio', kind: 'shop' },
    { url: 'https://www.ebay.co.uk/str/linstudio?_tab=shop', kind: 'shop' },
    { url: 'https://www.ebay.com/sch/i.html?_nkw=brass+bell&_trksid=p1', kind: 'search' },
    { url: 'https://www.ebay.de/sch/220/i.html?_from=R40&_nkw=glocke', kind: 'search' },
    { url: 'https://www.ebay.de/sch/lin_studio/m.html?item=198187151691', kind: 'listing' },
    { url: 'https://www.ebay.com/b/Bells/1234/bn_567', kind: 'listing' },
    { url: 'https://www.ebay.fr/', kind: 'other' },
    { url: 'https://signin.ebay.com/signin/', kind: 'blocked' },
    { url: 'https://www.ebay.com/splashui/challenge?ap=1', kind: 'blocked' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-05' },
    search: { evidence: 'strong', verified: '2026-05' },
    listing: { evidence: 'medium', verified: '2026-05' },
    // The storefront's own hooks come from public code only; where followers and rating stand there is not known.
    shop: { evidence: 'weak', verified: '2026-05', unknown: ['followers', 'rating', 'logoUrl'] },
  },
};

const list: SiteReader = (document, { kind }, url) => {
  const facts = factsOf(document);
  const products = readCards(facts, document, url, identify);
  listProblems(facts, products);
  return { kind, ...(products.length > 0 ? { products } : {}), problems: facts.problems };
};

const shop: SiteReader = (document, identity, url) => {
  const facts = factsOf(document);
  const products = readCards(facts, document, url, identify);
  const name = lineOf(
    document.querySelector('.str-seller-card__store-name h1') ??
      document.querySelector('.str-seller-card__store-name'),
  );
  const said = {
    id: { value: identity.id?.replace(/^\w+\//, '') ?? '', source: 'url' as const },
    name: facts.line('name', name, 'dom'),
    url: { value: identity.url, source: 'url' as const },
  };
  return {
    kind: 'shop',
    shop: facts.finish(said, ['name']),
    ...(products.length > 0 ? { products } : {}),
    problems: facts.problems,
  };
};

export const read: SiteReader = (document, identity, url, state) => {
  if (identity.kind === 'product') return readItem(document, identity, url, identify);
  if (identity.kind === 'search' || identity.kind === 'listing')
    return unlessGone(list(document, identity, url, state), document);
  return identity.kind === 'shop'
    ? unlessGone(shop(document, identity, url, state), document)
    : { kind: identity.kind, problems: [] };
};
