import type { ItemRule, PageIdentity } from '../site.ts';

/** Subdomains that are the platform's own and nobody's shop. */
const reserved = new Set(
  'www login login1 i item detail s list world market h5 m ai trade buy buyertrade cart rate err sec passport member account myseller sell seller siteadmin store shop shopsearch guang ju huodong pages pub temai we uland re click simba tmall taobao chaoshi yao brand food nvzhuang nanzhuang 3c car miao pin suggest top go jiaju qiang daily g market-m service consumerservice jubao tbskip osdsc a b c mdskip mos home register help bbs daxue wuliu lp sale import intl mobile quan coupon vip pets sports baby beauty'.split(
    ' ',
  ),
);

const digits = (value: string | null | undefined) =>
  /^\d{5,16}$/.test(value ?? '') ? (value ?? '') : undefined;

/** Query parameter or path in which the item's number stands, on the desktop, mobile and overseas pages. */
function itemIdOf(url: URL): string | undefined {
  const isItem = /(?:^|\/)(?:item|detail|item_o|auction_detail)\.(?:htm|html)$/i.test(url.pathname);
  const world = /^\/item\/(\d{5,16})\.htm/.exec(url.pathname)?.[1];
  if (world) return world;
  const short = /^\/i(\d{5,16})\.htm/.exec(url.pathname)?.[1];
  if (short) return short;
  return isItem
    ? digits(url.searchParams.get('id') ?? url.searchParams.get('itemId') ?? url.searchParams.get('item_id'))
    : undefined;
}

function wordsOf(url: URL, ...names: string[]): string | undefined {
  return names.map((name) => url.searchParams.get(name)?.trim()).find((value) => value);
}

/** Whether the address is the slider page or another refusal of the group's sites. */
export function isRefusal(url: URL): boolean {
  return (
    /\/punish\b|_____tmd_____/.test(url.pathname) ||
    /^(?:login|login1|passport|sec|err|member1?)\./.test(url.hostname)
  );
}

/**
 * What an address of Taobao or Tmall says; both have the same shapes.
 * @param domain `taobao.com`, `tmall.com` or `tmall.hk`
 * @param itemPage the item page's address up to the number
 */
export function identifyOn(domain: string, itemPage: string, url: URL): PageIdentity | null {
  if (isRefusal(url)) return { kind: 'blocked', url: `${url.origin}${url.pathname}` };
  const name = url.hostname === domain ? 'www' : url.hostname.slice(0, -domain.length - 1);
  const id = itemIdOf(url);
  if (
    id &&
    /^(?:item|detail|world|h5|m|market|chaoshi\.detail|detail\.m|[\w-]+\.m|m\.intl|a\.m|new-ump)$/.test(name)
  ) {
    return { kind: 'product', id, url: `${itemPage}${id}` };
  }
  const words = wordsOf(url, 'q', 'keyword');
  if (
    /^(?:s|s\.m|list|list\.m|world|chaoshi|list\.world)$/.test(name) &&
    words &&
    /search|list/.test(`${name}${url.pathname}`)
  ) {
    return { kind: 'search', url: `${url.origin}${url.pathname}?q=${encodeURIComponent(words)}` };
  }
  if (name === 'store' || name === 'shop') {
    const seller = digits(url.searchParams.get('user_number_id'));
    const shop = digits(url.searchParams.get('shop_id'));
    if (seller)
      return {
        kind: 'shop',
        id: `seller-${seller}`,
        url: `https://store.${domain}/shop/view_shop.htm?user_number_id=${seller}`,
      };
    return shop ? { kind: 'shop', id: `shop${shop}`, url: `https://shop${shop}.taobao.com/` } : null;
  }
  const shop = name.replace(/(?:\.m|\.world)$/, '').toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{1,62}$/.test(shop) || reserved.has(shop)) return null;
  if (!/^\/(?:$|index|shop|search|category|view_shop|p\/)/.test(url.pathname)) return null;
  const home = `https://${shop}.${domain}/`;
  return /^\/(?:search|category)/.test(url.pathname)
    ? {
        kind: 'listing',
        id: `${shop}${url.pathname.replace(/\.html?$/, '')}`,
        url: `${home.slice(0, -1)}${url.pathname}`,
      }
    : { kind: 'shop', id: shop, url: home };
}

/** Product cards that carry the item's number, in old shops and searches. */
export const productItems: ItemRule[] = [
  {
    kind: 'product',
    on: ['shop', 'listing'],
    root: 'dl.item[data-id]',
    author: 'a[href*="item.htm"]',
    name: '.item-name',
    id: 'data-id',
  },
];
