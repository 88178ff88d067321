import type { Problem, ProductReading } from '../domain/page-reading.ts';
import { absolute } from './shared/address.ts';
import { stockSaid, yuan } from './shared/chinese-shop.ts';
import { addProblem, compact, fact, textFact } from './shared/fields.ts';
import { compareAmounts } from './shared/money.ts';
import { lineOf } from './shared/text.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

function identify(url: URL): PageIdentity | null {
  if (/^(?:login|my|shopping)\./.test(url.hostname))
    return { kind: 'blocked', url: `${url.origin}${url.pathname}` };
  const id = /^\/(\d{4,10})(?:\.html)?\/?$/.exec(url.pathname)?.[1];
  if (url.hostname === 'item.vancl.com') {
    return id ? { kind: 'product', id, url: `https://item.vancl.com/${id}.html` } : null;
  }
  const words = url.searchParams.get('k')?.trim();
  return url.hostname === 's.vancl.com' && words
    ? { kind: 'search', url: `https://s.vancl.com/search?k=${encodeURIComponent(words)}` }
    : null;
}

export const site: Site = {
  id: 'vancl',
  hosts: ['item.vancl.com', 's.vancl.com', 'www.vancl.com', 'vancl.com'],
  passingHosts: ['login.vancl.com'],
  identify,
  profileAnchors: [],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://item.vancl.com/6000001.html?ref=s-s', kind: 'product' },
    { url: 'https://s.vancl.com/search?k=%E8%A1%AC%E8%A1%AB&orig=3', kind: 'search' },
    { url: 'https://login.vancl.com/Login/UserLogin.aspx', kind: 'blocked' },
  ],
  kinds: {
    product: {
      evidence: 'weak',
      verified: '2020-01',
      unknown: ['rating', 'reviewCount', 'sold', 'stock', 'promotions'],
    },
  },
};

/**
 * The shop has not changed its pages for years and no saved one is at hand: only elements that public extractors agree on are read (headline,
 * price, market price), and everything else is left out.
 */
export const read: SiteReader = (document, identity, url) => {
  if (identity.kind !== 'product') return { kind: identity.kind, problems: [] };
  const problems: Problem[] = [];
  const blocked: ReturnType<SiteReader> = {
    kind: 'blocked',
    problems: [{ field: 'page', reason: 'blocked' }],
  };
  if (/(?:找不到|不存在|下架)/.test(lineOf(document.querySelector('title')) ?? '')) return blocked;
  const heading = document.querySelector(
    '#productTitle h2, #productname, .productTitle h2, #pageDetailHead h1',
  );
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const stated = /item\.vancl\.com\/(\d{4,10})/.exec(canonical)?.[1];
  const id = identity.id ?? '';
  if (stated && stated !== id) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  if (!heading && document.querySelector('input[type="password"]')) return blocked;
  const raw = lineOf(
    document.querySelector('.cuxiaoPrice strong, .tehuiMoney strong, #pricearea .price strong, .cuxiaoPrice'),
  );
  const price = yuan(raw);
  const market = lineOf(document.querySelector('.MarketPrice, .scPrice, #pricearea del'));
  const before = yuan(market);
  const said = stockSaid(lineOf(document.querySelector('#NoStock, .noStock, #buttonBar, .goumaiAnniu')));
  const image = document.querySelector('#midimg, .bigImg img');
  const picture = absolute(image?.getAttribute('src'), url.href);
  const product = compact<ProductReading>({
    id: fact(id, 'url'),
    sku: fact(id, 'url'),
    title: textFact(lineOf(heading), 'dom', 'long', 'title', problems),
    price: price && fact(price.low, 'dom', raw),
    listPrice:
      price && before && !before.high && compareAmounts(before.low.amount, price.low.amount) > 0
        ? fact(before.low, 'dom', market)
        : undefined,
    availability: said && fact(said, 'dom'),
    imageUrl: textFact(picture, 'dom', 'address', 'imageUrl', problems),
    url: fact(identity.url, 'url'),
  });
  for (const field of ['title', 'price', 'availability', 'imageUrl'] as const) {
    if (!product[field]) addProblem(problems, field, 'missing');
  }
  const isRead = product.title || product.price || product.imageUrl;
  return { kind: 'product', ...(isRead ? { product } : {}), problems };
};
