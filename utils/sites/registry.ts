import { site as aliexpress } from './aliexpress.ts';
import { site as amazon } from './amazon.ts';
import { site as bilibili } from './bilibili.ts';
import { site as douyin } from './douyin.ts';
import { site as ebay } from './ebay.ts';
import { site as etsy } from './etsy.ts';
import { site as facebook } from './facebook.ts';
import { site as instagram } from './instagram.ts';
import { site as jd } from './jd.ts';
import { site as lazada } from './lazada.ts';
import { site as linkedin } from './linkedin.ts';
import { site as pinterest } from './pinterest.ts';
import { site as reddit } from './reddit.ts';
import { site as shopee } from './shopee.ts';
import { hostMatches, type PageIdentity, type Site } from './site.ts';
import { site as taobao } from './taobao.ts';
import { site as temu } from './temu.ts';
import { site as threads } from './threads.ts';
import { site as tieba } from './tieba.ts';
import { site as tiktok } from './tiktok.ts';
import { site as tmall } from './tmall.ts';
import { site as vancl } from './vancl.ts';
import { site as walmart } from './walmart.ts';
import { site as wechat } from './wechat.ts';
import { site as weibo } from './weibo.ts';
import { site as x } from './x.ts';
import { site as xiaohongshu } from './xiaohongshu.ts';
import { site as youtube } from './youtube.ts';

/** The platforms that have a reader of their own. Host permissions, the page script and the README's table derive from this list. */
export const sites: Site[] = [
  instagram,
  facebook,
  x,
  youtube,
  tiktok,
  pinterest,
  threads,
  reddit,
  linkedin,
  weibo,
  xiaohongshu,
  douyin,
  bilibili,
  tieba,
  wechat,
  taobao,
  tmall,
  jd,
  vancl,
  amazon,
  aliexpress,
  ebay,
  etsy,
  walmart,
  shopee,
  lazada,
  temu,
];

/** The platform of an address, by its exact host: "netflix.com" is not "x.com". Web addresses only. */
export function siteOf(url: URL): Site | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, '');
  return sites.find((site) => hostMatches([...site.hosts, ...(site.passingHosts ?? [])], host)) ?? null;
}

/** What the address alone tells; null on hosts without a reader and on pages of a platform that nothing is known about. */
export function identify(url: URL): PageIdentity | null {
  return siteOf(url)?.identify(url) ?? null;
}
