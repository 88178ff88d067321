import type { Site, SiteFacts, SiteReader } from './site.ts';
import { identifyOn, productItems } from './taobao/address.ts';
import { readTaobao } from './taobao/page.ts';

export const site: Site = {
  id: 'tmall',
  hosts: ['*.tmall.com', '*.tmall.hk'],
  identify(url) {
    const overseas = /(?:^|\.)tmall\.hk$/.test(url.hostname);
    return overseas
      ? identifyOn('tmall.hk', 'https://detail.tmall.hk/hk/item.htm?id=', url)
      : identifyOn('tmall.com', 'https://detail.tmall.com/item.htm?id=', url);
  },
  profileAnchors: ['.slogo-shopname', '[class*="shopName--"]'],
  items: productItems,
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://detail.tmall.com/item.htm?id=600000000001&skuId=5&spm=a220o', kind: 'product' },
    { url: 'https://chaoshi.detail.tmall.com/item.htm?id=600000000001', kind: 'product' },
    { url: 'https://detail.tmall.hk/hk/item.htm?id=600000000001', kind: 'product' },
    { url: 'https://detail.m.tmall.com/item.htm?id=600000000001', kind: 'product' },
    { url: 'https://world.tmall.com/item/600000000001.htm', kind: 'product' },
    { url: 'https://list.tmall.com/search_product.htm?q=lamp', kind: 'search' },
    { url: 'https://denglong.tmall.com/', kind: 'shop' },
    { url: 'https://denglong.tmall.com/shop/view_shop.htm?spm=a1', kind: 'shop' },
    { url: 'https://denglong.tmall.com/category-100000001.htm', kind: 'listing' },
    { url: 'https://denglong.tmall.hk/', kind: 'shop' },
    { url: 'https://login.tmall.com/?redirectURL=x', kind: 'blocked' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-05', unknown: ['rating'] },
    search: { evidence: 'weak', verified: '2024-06' },
    listing: { evidence: 'weak', verified: '2024-06' },
    shop: { evidence: 'weak', verified: '2024-06', unknown: ['followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => readTaobao(document, identity, url);
