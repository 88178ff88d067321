import type { ProductReading, ShopReading } from '../domain/page-reading.ts';
import { factsOf } from './shared/facts.ts';
import { compact } from './shared/fields.ts';
import { saysGone, unlessGone } from './shared/gone-page.ts';
import { text } from './shared/json-ld.ts';
import { expected, firstOf, goodsOf, ownNode, statedIds } from './shared/market-product.ts';
import { openPage } from './shared/opened-page.ts';
import { metaText, segments } from './shared/page.ts';
import { productsAmong } from './shared/product-identity.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const hosts =
  'shopee.sg shopee.com.my shopee.co.th shopee.tw shopee.vn shopee.ph shopee.co.id shopee.com.br shopee.com.mx shopee.com.co shopee.cl'.split(
    ' ',
  );
const currencies: Record<string, string> = {
  'shopee.sg': 'SGD',
  'shopee.com.my': 'MYR',
  'shopee.co.th': 'THB',
  'shopee.tw': 'TWD',
  'shopee.vn': 'VND',
  'shopee.ph': 'PHP',
  'shopee.co.id': 'IDR',
  'shopee.com.br': 'BRL',
  'shopee.com.mx': 'MXN',
  'shopee.com.co': 'COP',
  'shopee.cl': 'CLP',
};

function product(url: URL, shop: string | undefined, item: string | undefined): PageIdentity | null {
  if (!/^\d{1,15}$/.test(shop ?? '') || !/^\d{1,15}$/.test(item ?? '')) return null;
  return { kind: 'product', id: `${shop}.${item}`, url: `${url.origin}/product/${shop}/${item}` };
}

/** Names of shops stand alone in the path, as many other pages do: an address with one part is nobody's until the page tells. */
function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const [first, second, third] = parts[0] === 'universal-link' ? parts.slice(1) : parts;
  if (first === undefined) return { kind: 'other', url: `${url.origin}/` };
  if (first === 'verify' || (first === 'buyer' && second === 'login'))
    return { kind: 'blocked', url: `${url.origin}/${first}/${second ?? ''}` };
  if (first === 'product') return product(url, second, third);
  const named = /-i\.(\d+)\.(\d+)$/.exec(parts.at(-1) ?? '');
  if (named) return product(url, named[1], named[2]);
  if (first === 'shop' && /^\d{1,15}$/.test(second ?? ''))
    return { kind: 'shop', id: second ?? '', url: `${url.origin}/shop/${second}` };
  if (first === 'search') {
    const words = url.searchParams.get('keyword') ?? '';
    const page = url.searchParams.get('page');
    const tail = page ? `&page=${encodeURIComponent(page)}` : '';
    return { kind: 'search', url: `${url.origin}/search?keyword=${encodeURIComponent(words)}${tail}` };
  }
  if (first === 'flash_sale') return { kind: 'listing', id: first, url: `${url.origin}/${first}` };
  const category = /-cat\.(\d+(?:\.\d+)*)$/.exec(first)?.[1];
  if (category) return { kind: 'listing', id: category, url: `${url.origin}${url.pathname}` };
  return null;
}

export const site: Site = { id: 'shopee', hosts, identify, profileAnchors: [] };

export const facts: SiteFacts = {
  examples: [
    { url: 'https://shopee.sg/Brass-Bell-i.123456.7890123456', kind: 'product' },
    { url: 'https://shopee.co.id/Lonceng-Kuningan-i.123456.7890123456?sp_atk=x&xptdk=y', kind: 'product' },
    { url: 'https://shopee.tw/%E9%8A%85%E9%88%B4-i.123456.7890123456', kind: 'product' },
    { url: 'https://shopee.com.br/product/123456/7890123456/', kind: 'product' },
    { url: 'https://shopee.vn/universal-link/product/123456/7890123456', kind: 'product' },
    { url: 'https://shopee.com.my/shop/123456', kind: 'shop' },
    { url: 'https://shopee.ph/search?keyword=brass%20bell&trackingId=x', kind: 'search' },
    { url: 'https://shopee.co.th/Home-Living-cat.11044945', kind: 'listing' },
    { url: 'https://shopee.vn/flash_sale?promotionId=1', kind: 'listing' },
    { url: 'https://shopee.sg/verify/traffic/error?home_url=x', kind: 'blocked' },
    { url: 'https://shopee.com.my/buyer/login?next=x', kind: 'blocked' },
    { url: 'https://shopee.com.br/', kind: 'other' },
  ],
  kinds: {
    // All that is sure without an account: the address, and JSON-LD where the server sent it along.
    product: { evidence: 'weak', verified: '2025-06', unknown: ['stock', 'sold', 'listPrice'] },
    shop: { evidence: 'weak', verified: '2025-06', unknown: ['name', 'followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'shop') {
    const shop: ShopReading = {
      id: { value: identity.id ?? '', source: 'url' },
      url: { value: identity.url, source: 'url' },
    };
    return unlessGone({ kind: 'shop', shop, problems: [{ field: 'name', reason: 'missing' }] }, document);
  }
  if (identity.kind !== 'product') return { kind: identity.kind, problems: [] };
  const facts = factsOf(document);
  const page = openPage(document, url);
  const [, item = ''] = identity.id?.split('.') ?? [];
  const idOf = (address: URL) => {
    const known = hosts.includes(address.hostname) ? identify(address) : null;
    return known?.kind === 'product' ? known.id : undefined;
  };
  // the number of the item alone, where the node gives it, is as good as an address
  const numbered = productsAmong(page.nodes).filter((node) => /^\d+$/.test(text(node.productID) ?? ''));
  const byNumber = numbered.find((node) => text(node.productID) === item);
  const { node, stale } = byNumber
    ? { node: byNumber, stale: false }
    : ownNode(page, identity.id ?? '', idOf);
  const isOther = !byNumber && numbered.length > 0;
  const stated = statedIds(document, url.href, idOf);
  const fits = stated.has(identity.id ?? '');
  if (isOther || (!node && stale) || (!node && stated.size > 0 && !fits)) {
    return { kind: 'product', problems: [{ field: 'product', reason: 'stale' }] };
  }
  const named = fits ? metaText(document, 'og:title')?.replace(/\s+\|\s+Shopee\b.*$/, '') : undefined;
  const product = firstOf(
    { id: { value: item, source: 'url' } },
    node ? goodsOf(page, node, identity.url, currencies[url.hostname]) : {},
    compact<ProductReading>({
      title: facts.text('title', named, 'meta'),
      imageUrl: fits
        ? facts.address('imageUrl', metaText(document, 'og:image'), 'meta', url.href)
        : undefined,
      url: { value: identity.url, source: 'url' },
    }),
  );
  if (!product.title && saysGone(document))
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return { kind: 'product', product: facts.finish(product, expected), problems: facts.problems };
};
