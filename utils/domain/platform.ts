/** Platforms whose home is China. */
export const chinaPlatforms = [
  'weibo',
  'xiaohongshu',
  'douyin',
  'bilibili',
  'tieba',
  'wechat',
  'taobao',
  'tmall',
  'jd',
  'vancl',
] as const;

/** Platforms that are shops and market places, wherever their home is. */
export const storePlatforms: readonly string[] = [
  'taobao',
  'tmall',
  'jd',
  'vancl',
  'shopify',
  'woocommerce',
  'amazon',
  'aliexpress',
  'ebay',
  'etsy',
  'walmart',
  'shopee',
  'lazada',
  'temu',
];

/** Every platform of product.md, as records.md names them. `web` is any other site. */
export const platformIds = [
  'instagram',
  'facebook',
  'x',
  'youtube',
  'tiktok',
  'pinterest',
  'threads',
  'reddit',
  'linkedin',
  ...chinaPlatforms,
  'shopify',
  'woocommerce',
  'amazon',
  'aliexpress',
  'ebay',
  'etsy',
  'walmart',
  'shopee',
  'lazada',
  'temu',
  'web',
] as const;
export type PlatformId = (typeof platformIds)[number];

/** The kinds of page of records.md. `blocked`: login wall, captcha, "unusual traffic", deleted or private page. */
export const pageKinds = [
  'profile',
  'group',
  'post',
  'feed',
  'search',
  'product',
  'listing',
  'shop',
  'article',
  'inbox',
  'blocked',
  'other',
] as const;
export type PageKind = (typeof pageKinds)[number];
