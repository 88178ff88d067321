import { readCards } from './amazon/cards.ts';
import { readProduct } from './amazon/product.ts';
import { readComments } from './amazon/reviews.ts';
import { readShop } from './amazon/shop.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const countries =
  'com co.uk de fr it es nl se pl ie com.be com.tr ca com.mx com.br co.jp in com.au sg ae sa eg co.za cn'.split(
    ' ',
  );
const asinPattern = /^[A-Z0-9]{10}$/;
/** Path parts after which a product's number stands, in this and in older addresses. */
const beforeAsin = new Set(['dp', 'product', 'd', 'asin', 'glance', 'ebook']);
const lists = /^(?:zgbs|bestsellers|new-releases|movers-and-shakers|most-wished-for|most-gifted)$/;
/** Parts that the path of a list carries beside its own: where the link was, and the visitor's session. */
const noise = /^(?:ref=.*|\d{3}-\d{7}-\d{7})$/;

function asinIn(parts: string[]): string | undefined {
  const at = parts.findIndex(
    (part, index) =>
      beforeAsin.has(part.toLowerCase()) && asinPattern.test((parts[index + 1] ?? '').toUpperCase()),
  );
  return at < 0 ? undefined : parts[at + 1]?.toUpperCase();
}

function identify(url: URL): PageIdentity | null {
  // a smile or bare host shows the same pages
  const host = `https://www.${url.hostname.replace(/^(?:www|smile)\./, '')}`;
  const parts = segments(url).filter((part) => !noise.test(part));
  // "/-/en/…": the visitor's language
  if (parts[0] === '-') parts.splice(0, 2);
  const [first, second, third] = parts;
  const query = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  if (first === 'ap' || first === 'errors') return { kind: 'blocked', url: `${host}/${first}` };
  const reviews = parts.indexOf('product-reviews');
  if (reviews >= 0) {
    const asin = parts[reviews + 1] ?? '';
    return asinPattern.test(asin)
      ? { kind: 'other', id: asin, url: `${host}/product-reviews/${asin}` }
      : null;
  }
  if (first === 'shop' && second && /^[\w.-]{2,80}$/.test(second)) {
    return { kind: 'profile', id: second.toLowerCase(), handle: second, url: `${host}/shop/${second}` };
  }
  if (first === 'gp' && second === 'profile' && /^amzn1\.account\.\w+$/.test(third ?? '')) {
    return { kind: 'profile', id: third ?? '', url: `${host}/gp/profile/${third}` };
  }
  const asin = first === 'stores' ? undefined : asinIn(parts);
  if (asin) return { kind: 'product', id: asin, url: `${host}/dp/${asin}` };
  if (first === 'stores' && second) return brandStore(host, parts);
  const seller = query('seller') ?? query('me') ?? query('merchant');
  if ((first === 'sp' || first === 's') && seller && /^\w{5,30}$/.test(seller)) {
    const place = first === 'sp' ? 'sp?seller' : 's?me';
    return { kind: 'shop', id: seller, url: `${host}/${place}=${seller}` };
  }
  if (first === 's') return searched(host, url);
  const node = query('node') ?? query('bbn');
  if ((first === 'b' || second === 'b') && node && /^\d+$/.test(node)) {
    return { kind: 'listing', id: node, url: `${host}/b?node=${node}` };
  }
  const list = parts.findIndex((part) => lists.test(part));
  if (list < 0) return null;
  const path = parts.slice(list).map(encodeURIComponent).join('/');
  const name = /^zgbs$/.test(parts[list] ?? '') ? path.replace(/^zgbs/, 'bestsellers') : path;
  return { kind: 'listing', id: name, url: `${host}/gp/${name}` };
}

function brandStore(host: string, parts: string[]): PageIdentity {
  const page = parts[parts.indexOf('page') + 1];
  const path =
    parts.includes('page') && page ? `page/${page}` : parts.slice(1).map(encodeURIComponent).join('/');
  return { kind: 'shop', id: path.replace(/^page\//, ''), url: `${host}/stores/${path}` };
}

/** A search, or with nothing but filters the list of a category. */
function searched(host: string, url: URL): PageIdentity | null {
  const kept = new URLSearchParams();
  for (const name of ['k', 'field-keywords', 'i', 'rh', 'bbn', 'node', 's', 'page']) {
    const value = url.searchParams.get(name);
    if (value) kept.set(name === 'field-keywords' ? 'k' : name, value);
  }
  const words = kept.get('k');
  const filter = kept.get('rh') ?? kept.get('node') ?? kept.get('bbn') ?? kept.get('i');
  if (!words && !filter) return null;
  const address = `${host}/s?${kept}`;
  return words ? { kind: 'search', url: address } : { kind: 'listing', id: filter ?? '', url: address };
}

export const site: Site = {
  id: 'amazon',
  hosts: [
    ...countries.flatMap((country) => [`www.amazon.${country}`, `amazon.${country}`]),
    'smile.amazon.com',
    'smile.amazon.co.uk',
    'smile.amazon.de',
  ],
  passingHosts: ['amzn.to', 'amzn.eu', 'amzn.asia', 'a.co'],
  identify,
  profileAnchors: ['#seller-name'],
  items: [
    {
      kind: 'product',
      root: '[data-component-type="s-search-result"][data-asin]',
      author: 'a[href*="/dp/"], a[href*="/gp/"]',
      name: 'a h2, h2 a, h2',
      id: 'data-asin',
    },
    { kind: 'product', root: '[id="gridItemRoot"]', author: 'a[href*="/dp/"], a[href*="/gp/product/"]' },
    {
      kind: 'comment',
      root: '[data-hook="review"]',
      author: 'a.a-profile',
      name: '.a-profile-name',
      text: '[data-hook="review-body"], [data-hook="reviewText"]',
      time: '[data-hook="review-date"]',
      permalink: 'a[data-hook="review-title"], a[data-hook="reviewTitle"]',
      id: 'id',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.amazon.com/dp/B000000001', kind: 'product' },
    { url: 'https://amazon.co.uk/Brass-Bell-Lantern/dp/B000000001/ref=sr_1_1?th=1&psc=1', kind: 'product' },
    { url: 'https://www.amazon.de/-/en/Brass-Bell/dp/B000000001?keywords=bell', kind: 'product' },
    { url: 'https://www.amazon.co.jp/gp/product/B000000001', kind: 'product' },
    { url: 'https://www.amazon.com.br/gp/aw/d/B000000001', kind: 'product' },
    { url: 'https://smile.amazon.com/dp/0000000001', kind: 'product' },
    { url: 'https://www.amazon.fr/product-reviews/B000000001?pageNumber=2', kind: 'other' },
    { url: 'https://www.amazon.in/s?k=brass+bell&ref=nb_sb_noss', kind: 'search' },
    { url: 'https://www.amazon.com.au/s?rh=n%3A4975183051', kind: 'listing' },
    { url: 'https://www.amazon.nl/s?me=A000000000001&marketplaceID=A1', kind: 'shop' },
    { url: 'https://www.amazon.es/sp?ie=UTF8&seller=A000000000001', kind: 'shop' },
    {
      url: 'https://www.amazon.it/stores/Lanterns/page/00000000-0000-0000-0000-000000000001',
      kind: 'shop',
    },
    { url: 'https://www.amazon.sa/gp/bestsellers/kitchen/ref=zg_bs_nav', kind: 'listing' },
    { url: 'https://www.amazon.com.tr/Best-Sellers-Kitchen/zgbs/kitchen', kind: 'listing' },
    { url: 'https://www.amazon.se/b?node=3012923031', kind: 'listing' },
    { url: 'https://www.amazon.com/shop/lin.studio', kind: 'profile' },
    { url: 'https://www.amazon.pl/ap/signin?openid.ns=x', kind: 'blocked' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-04', unknown: ['sold'] },
    search: { evidence: 'strong', verified: '2026-04' },
    listing: { evidence: 'strong', verified: '2026-04' },
    shop: { evidence: 'weak', verified: '2026-04', unknown: ['followers', 'rating', 'logoUrl'] },
    profile: {
      evidence: 'weak',
      verified: '2026-04',
      unknown: ['displayName', 'followers', 'bio', 'avatarUrl', 'links'],
    },
    other: { evidence: 'medium', verified: '2026-07' },
  },
};

/** The page of a product or seller that is not there, a bot check, or the log-in; whatever the language. */
const noPage =
  'form[action*="alidateCaptcha"], form[name="signIn"], a[href*="ref=cs_404_"], a[href*="ref=cs_503_"], img[src*="/error/en_US/"], img[src*="/G/01/error/"]';

export const read: SiteReader = (document, identity, url) => {
  const isPage = document.querySelector(
    '#productTitle, [data-asin] h2, [id="gridItemRoot"], input[name="ASIN"]',
  );
  if (!isPage && document.querySelector(noPage)) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'product') return readProduct(document, identity, url);
  if (identity.kind === 'shop') return readShop(document, identity, url);
  if (identity.kind === 'search' || identity.kind === 'listing') {
    const { products, problems } = readCards(document, url);
    return { kind: identity.kind, products, problems };
  }
  if (identity.kind === 'profile') {
    // Where an influencer's page shows name and numbers is not known; who it is stands in the address.
    return {
      kind: 'profile',
      creator: {
        ...(identity.handle ? { handle: { value: identity.handle, source: 'url' } } : {}),
        ...(identity.id ? { stableId: { value: identity.id, source: 'url' } } : {}),
      },
      problems: [{ field: 'displayName', reason: 'missing' }],
    };
  }
  const comments = readComments(document, url);
  return { kind: identity.kind, ...(comments.length > 0 ? { comments } : {}), problems: [] };
};
