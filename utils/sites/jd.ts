import { readCards, readShop } from './jd/cards.ts';
import { readItem } from './jd/item.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const items = ['item.jd.com', 'item.m.jd.com', 'item.jd.hk', 'npcitem.jd.hk'];
const searches = ['search.jd.com', 'search.jd.hk', 'so.m.jd.com', 're.jd.com'];
const shops = ['mall.jd.com', 'mall.jd.hk', 'shop.jd.com', 'shop.m.jd.com'];
/** Risk control and log-in, to which item and search pages lead at any time. */
const refusals = ['passport.jd.com', 'plogin.m.jd.com', 'cfe.m.jd.com', 'rsp.jd.com'];

function identify(url: URL): PageIdentity | null {
  const host = url.hostname;
  const parts = segments(url);
  const query = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  if (refusals.includes(host) || parts.includes('risk_handler')) {
    return { kind: 'blocked', url: `${url.origin}${url.pathname}` };
  }
  if (items.includes(host)) {
    const id =
      /^(\d{5,20})(?:\.html?)?$/.exec(parts.at(-1) ?? '')?.[1] ??
      [query('wareId'), query('sku')].find((value) => /^\d{5,20}$/.test(value));
    const home = host.endsWith('.hk') ? 'https://npcitem.jd.hk' : 'https://item.jd.com';
    return id ? { kind: 'product', id, url: `${home}/${id}.html` } : null;
  }
  if (shops.includes(host)) {
    const listed = /^(?:view_search|advance_search)-(\d+)/.exec(parts[0] ?? '');
    if (listed) {
      return {
        kind: 'listing',
        id: (parts[0] ?? '').replace(/\.html$/, ''),
        url: `https://${host}${url.pathname}`,
      };
    }
    const shop =
      /^index-(\d{3,15})(?:\.html)?$/.exec(parts[0] ?? '')?.[1] ??
      [query('shopId'), query('shop_id')].find((value) => /^\d{3,15}$/.test(value));
    return shop ? { kind: 'shop', id: shop, url: `https://mall.jd.com/index-${shop}.html` } : null;
  }
  if (searches.includes(host)) {
    const words = query('keyword') || query('wd');
    return words
      ? { kind: 'search', url: `https://search.jd.com/Search?keyword=${encodeURIComponent(words)}` }
      : null;
  }
  if (host === 'list.jd.com') {
    const category = query('cat') || /^(\d+-\d+-\d+)/.exec(parts[0] ?? '')?.[1]?.replaceAll('-', ',');
    return category
      ? { kind: 'listing', id: category, url: `https://list.jd.com/list.html?cat=${category}` }
      : null;
  }
  return null;
}

export const site: Site = {
  id: 'jd',
  hosts: [...items, ...searches.slice(0, 3), ...shops, 'list.jd.com', 'www.jd.com'],
  passingHosts: [...refusals, 'u.jd.com', '3.cn'],
  identify,
  profileAnchors: ['.J-hove-wrap .name a', '.j-shop-name'],
  items: [
    {
      kind: 'product',
      on: ['search', 'listing'],
      root: 'li.gl-item[data-sku], div[data-sku]',
      author: 'a[href*="item.jd.com"]',
      name: '.p-name em',
      id: 'data-sku',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://item.jd.com/100000000001.html?bbtf=1', kind: 'product' },
    { url: 'https://item.m.jd.com/product/100000000001.html?wxa_abtest=o', kind: 'product' },
    { url: 'https://item.m.jd.com/ware/view.action?wareId=100000000001', kind: 'product' },
    { url: 'https://npcitem.jd.hk/100000000001.html', kind: 'product' },
    { url: 'https://item.jd.hk/100000000001.html', kind: 'product' },
    { url: 'https://mall.jd.com/index-1000000001.html?from=pc', kind: 'shop' },
    { url: 'https://shop.m.jd.com/?shopId=1000000001', kind: 'shop' },
    { url: 'https://mall.jd.com/view_search-100001-0-99-1-24-1.html', kind: 'listing' },
    { url: 'https://search.jd.com/Search?keyword=%E7%81%AF&enc=utf-8&pvid=1', kind: 'search' },
    { url: 'https://list.jd.com/list.html?cat=737,794,870', kind: 'listing' },
    {
      url: 'https://cfe.m.jd.com/privatedomain/risk_handler/03101900/?returnurl=x',
      kind: 'blocked',
    },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-03', unknown: ['rating', 'sold'] },
    search: { evidence: 'medium', verified: '2026-05' },
    listing: { evidence: 'medium', verified: '2024-06' },
    shop: { evidence: 'weak', verified: '2026-05', unknown: ['followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'product') return readItem(document, identity, url);
  if (identity.kind === 'shop') return readShop(document, identity, url);
  if (identity.kind !== 'search' && identity.kind !== 'listing') return { kind: identity.kind, problems: [] };
  return readCards(document, identity.kind, url);
};
