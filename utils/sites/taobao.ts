import type { Site, SiteFacts, SiteReader } from './site.ts';
import { identifyOn, productItems } from './taobao/address.ts';
import { readTaobao } from './taobao/page.ts';

export const site: Site = {
  id: 'taobao',
  hosts: ['*.taobao.com'],
  passingHosts: ['m.tb.cn', 'tb.cn'],
  identify: (url) => identifyOn('taobao.com', 'https://item.taobao.com/item.htm?id=', url),
  profileAnchors: ['.tb-shop-name a', '[class*="shopName--"]'],
  items: productItems,
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://item.taobao.com/item.htm?id=600000000001&spm=a1z10.1-c&skuId=5', kind: 'product' },
    { url: 'https://world.taobao.com/item/600000000001.htm', kind: 'product' },
    { url: 'https://h5.m.taobao.com/awp/core/detail.htm?id=600000000001', kind: 'product' },
    { url: 'https://m.intl.taobao.com/detail/detail.html?id=600000000001', kind: 'product' },
    { url: 'https://s.taobao.com/search?q=%E7%81%AF%E7%AC%BC&s=44', kind: 'search' },
    { url: 'https://shop100000001.taobao.com/', kind: 'shop' },
    { url: 'https://lin-studio.taobao.com/search.htm?search=y', kind: 'listing' },
    { url: 'https://store.taobao.com/shop/view_shop.htm?user_number_id=100000001', kind: 'shop' },
    { url: 'https://login.taobao.com/member/login.jhtml', kind: 'blocked' },
    { url: 'https://item.taobao.com/item.htm/_____tmd_____/punish?x5secdata=1', kind: 'blocked' },
  ],
  kinds: {
    product: { evidence: 'strong', verified: '2026-05', unknown: ['rating'] },
    search: { evidence: 'weak', verified: '2025-06' },
    listing: { evidence: 'weak', verified: '2024-06' },
    shop: { evidence: 'weak', verified: '2024-06', unknown: ['followers', 'rating', 'logoUrl'] },
  },
};

export const read: SiteReader = (document, identity, url) => readTaobao(document, identity, url);
