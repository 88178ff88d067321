import { unlessGone } from './shared/gone-page.ts';
import { segments } from './shared/page.ts';
import { assigned, asText, at } from './shared/state.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readGoods } from './temu/goods.ts';
import { readMall } from './temu/mall.ts';

const number = /^\d{6,20}$/;
/** `/jp-zh-Hans/…`, `/uk/…`: country and language in front of every path; they decide the money, so they stay */
const market = /^[a-z]{2}(?:-[A-Za-z]{2,4}){0,2}$/;

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const prefix = market.test(parts[0] ?? '') ? `/${parts[0]}` : '';
  const [first, second] = prefix ? parts.slice(1) : parts;
  const home = `https://www.temu.com${prefix}`;
  if (first === undefined) return { kind: 'other', url: `${home}/` };
  if (second !== undefined) return null;
  const goods =
    /-g-(\d{6,20})\.html$/.exec(first)?.[1] ??
    (first === 'goods.html' ? url.searchParams.get('goods_id') : null);
  if (goods && number.test(goods))
    return { kind: 'product', id: goods, url: `${home}/goods.html?goods_id=${goods}` };
  const mall =
    /-m-(\d{6,20})\.html$/.exec(first)?.[1] ??
    (first === 'mall.html' ? url.searchParams.get('mall_id') : null);
  if (mall && number.test(mall)) return { kind: 'shop', id: mall, url: `${home}/mall.html?mall_id=${mall}` };
  if (first === 'search_result.html') {
    const words = url.searchParams.get('search_key') ?? '';
    return { kind: 'search', url: `${home}/search_result.html?search_key=${encodeURIComponent(words)}` };
  }
  if (/^(?:login|bgn_verification|challenge)\.html$/.test(first))
    return { kind: 'blocked', url: `${home}/${first}` };
  return null;
}

export const site: Site = {
  id: 'temu',
  hosts: ['www.temu.com', 'temu.com', 'm.temu.com'],
  identify,
  profileAnchors: [],
  items: [
    {
      kind: 'product',
      root: '[data-tooltip^="goodContainer-"]',
      author: 'a[href*="-g-"]',
      name: '[data-tooltip-title]',
      permalink: 'a[href*="-g-"]',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.temu.com/brass-bell-g-601099512345678.html?top_gallery_url=x', kind: 'product' },
    { url: 'https://www.temu.com/jp-zh-Hans/brass-bell-g-601099512345678.html', kind: 'product' },
    { url: 'https://www.temu.com/uk/goods.html?goods_id=601099512345678&_x_sessn_id=y', kind: 'product' },
    { url: 'https://www.temu.com/mall.html?mall_id=634418210000001', kind: 'shop' },
    { url: 'https://www.temu.com/de/lin-studio-m-634418210000001.html', kind: 'shop' },
    {
      url: 'https://www.temu.com/search_result.html?search_key=brass%20bell&search_method=user',
      kind: 'search',
    },
    { url: 'https://www.temu.com/login.html?from=x', kind: 'blocked' },
    { url: 'https://www.temu.com/uk/bgn_verification.html?VerifyAuthToken=x', kind: 'blocked' },
    { url: 'https://www.temu.com/', kind: 'other' },
  ],
  kinds: {
    product: {
      evidence: 'medium',
      verified: '2026-04',
      unknown: ['seller', 'stock', 'sold', 'availability'],
    },
    shop: { evidence: 'medium', verified: '2026-04', unknown: ['name', 'followers', 'rating', 'logoUrl'] },
    search: { evidence: 'weak', verified: '2026-04' },
  },
};

/** The page to log in that Temu puts in place of another brings state of its own. */
function isLogin(document: Document): boolean {
  const store = at(assigned(document, 'rawData'), 'store');
  return (
    at(store, 'goods', 'goodsId') === undefined &&
    /^(?:login|bgn_verification)$/.test(asText(at(store, 'metaParams', 'page_id')) ?? '')
  );
}

export const read: SiteReader = (document, identity, url) => {
  if (isLogin(document)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  if (identity.kind === 'product') return readGoods(document, identity, url, identify);
  if (identity.kind === 'shop' || identity.kind === 'search')
    return unlessGone(readMall(document, identity, url, identify), document);
  // Temu's first page shows goods that change with every visitor: it has no subject.
  return { kind: identity.kind, problems: [{ field: 'page', reason: 'missing' }] };
};
