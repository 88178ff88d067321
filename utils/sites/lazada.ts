import { readItem } from './lazada/item.ts';
import { readList } from './lazada/list.ts';
import { unlessGone } from './shared/gone-page.ts';
import { segments } from './shared/page.ts';
import { isSliderPage } from './shared/slider-wall.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

/** Daraz runs the same pages. */
const homes =
  'lazada.sg lazada.com.my lazada.co.th lazada.vn lazada.com.ph lazada.co.id daraz.pk daraz.com.bd daraz.lk daraz.com.np'.split(
    ' ',
  );
const itemPattern = /(?:^|-)i(\d{4,15})(?:-s(\d{4,15}))?(?:\.html)?$/;

function homeOf(url: URL): string {
  return `https://${url.hostname.replace(/^(?:m|pdp|pages)\./, 'www.').replace(/^(?=lazada|daraz)/, 'www.')}`;
}

function identify(url: URL): PageIdentity | null {
  const [first, second] = segments(url);
  const home = homeOf(url);
  if (/^(?:member|login|auth)(?:-m)?\./.test(url.hostname)) return { kind: 'blocked', url: `${url.origin}/` };
  if (/_____tmd_____|\/punish(?:\/|$)/.test(url.pathname))
    return { kind: 'blocked', url: `${url.origin}/_____tmd_____/punish` };
  if (first === undefined) return { kind: 'other', url: `${home}/` };
  if (first === 'products') {
    const id = itemPattern.exec(second ?? '')?.[1];
    return id ? { kind: 'product', id, url: `${home}/products/pdp-i${id}.html` } : null;
  }
  if (first === 'shop' && second) {
    const name = second.toLowerCase();
    return { kind: 'shop', id: name, handle: second, url: `${home}/shop/${encodeURIComponent(name)}` };
  }
  if (first === 'catalog') {
    const query = new URLSearchParams();
    for (const name of ['q', 'page', 'sort']) {
      const value = url.searchParams.get(name);
      if (value) query.set(name, value);
    }
    return { kind: 'search', url: `${home}/catalog/?${query.toString()}` };
  }
  if (first === 'tag' && second) return { kind: 'search', url: `${home}/tag/${encodeURIComponent(second)}/` };
  if (first === 'user' && second === 'login') return { kind: 'blocked', url: `${home}/user/login` };
  return null;
}

export const site: Site = {
  id: 'lazada',
  hosts: homes.flatMap((home) => [`www.${home}`, home, `m.${home}`]),
  passingHosts: homes.flatMap((home) => [`member.${home}`, `pdp.${home}`]),
  identify,
  profileAnchors: [],
  items: [
    {
      kind: 'product',
      root: '[data-qa-locator="product-item"][data-item-id]',
      author: 'a[href*="/products/"]',
      name: 'a[title][href*="/products/"]',
      permalink: 'a[href*="/products/"]',
      id: 'data-item-id',
    },
  ],
};

export const facts: SiteFacts = {
  examples: [
    {
      url: 'https://www.lazada.com.my/products/brass-bell-i2894375047-s14064874821.html?spm=a2o4l',
      kind: 'product',
    },
    { url: 'https://www.lazada.sg/products/brass-bell-i2894375047.html', kind: 'product' },
    { url: 'https://www.lazada.co.th/products/i2894375047-s14064874821.html', kind: 'product' },
    { url: 'https://www.lazada.vn/products/pdp-i2894375047-s14064874821.html', kind: 'product' },
    { url: 'https://www.daraz.pk/products/brass-bell-i131875485-s1039111864.html', kind: 'product' },
    { url: 'https://www.daraz.com.np/products/brass-bell-i131875485.html/', kind: 'product' },
    { url: 'https://www.lazada.com.ph/catalog/?q=brass+bell&_keyori=ss&from=input', kind: 'search' },
    { url: 'https://www.daraz.com.bd/catalog/?q=bell&page=2', kind: 'search' },
    { url: 'https://www.lazada.co.id/tag/lonceng/', kind: 'search' },
    { url: 'https://www.lazada.sg/shop/lin-studio/?itemId=1', kind: 'shop' },
    { url: 'https://www.daraz.lk/shop/lin-studio', kind: 'shop' },
    { url: 'https://member.lazada.sg/user/login', kind: 'blocked' },
    { url: 'https://www.lazada.sg/', kind: 'other' },
  ],
  kinds: {
    product: { evidence: 'medium', verified: '2026-07' },
    search: { evidence: 'strong', verified: '2024-11' },
    // Header and followers of a shop's page: nobody has described them.
    shop: { evidence: 'weak', verified: '2026-07', unknown: ['name', 'followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  const reading =
    identity.kind === 'product'
      ? readItem(document, identity, url, identify)
      : identity.kind === 'search' || identity.kind === 'shop'
        ? unlessGone(readList(document, identity, url, identify), document)
        : { kind: identity.kind, problems: [] };
  const isEmpty = !reading.product?.title && !reading.products;
  return isEmpty && isSliderPage(document)
    ? { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] }
    : reading;
};
