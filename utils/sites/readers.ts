import type { PlatformId } from '../domain/platform.ts';
import { read as aliexpress } from './aliexpress.ts';
import { read as amazon } from './amazon.ts';
import { read as bilibili } from './bilibili.ts';
import { read as douyin } from './douyin.ts';
import { read as ebay } from './ebay.ts';
import { read as etsy } from './etsy.ts';
import { read as facebook } from './facebook.ts';
import { read as instagram } from './instagram.ts';
import { read as jd } from './jd.ts';
import { read as lazada } from './lazada.ts';
import { read as linkedin } from './linkedin.ts';
import { read as pinterest } from './pinterest.ts';
import { read as reddit } from './reddit.ts';
import { read as shopee } from './shopee.ts';
import type { SiteReader } from './site.ts';
import { read as taobao } from './taobao.ts';
import { read as temu } from './temu.ts';
import { read as threads } from './threads.ts';
import { read as tieba } from './tieba.ts';
import { read as tiktok } from './tiktok.ts';
import { read as tmall } from './tmall.ts';
import { read as vancl } from './vancl.ts';
import { read as walmart } from './walmart.ts';
import { read as wechat } from './wechat.ts';
import { read as weibo } from './weibo.ts';
import { read as x } from './x.ts';
import { read as xiaohongshu } from './xiaohongshu.ts';
import { read as youtube } from './youtube.ts';

/** The reader of each platform; every other page is read by the generic one, which knows the shop systems too. */
export const readers: Partial<Record<PlatformId, SiteReader>> = {
  temu,
  lazada,
  shopee,
  aliexpress,
  vancl,
  tmall,
  taobao,
  jd,
  facebook,
  threads,
  walmart,
  etsy,
  ebay,
  amazon,
  instagram,
  x,
  youtube,
  tiktok,
  weibo,
  pinterest,
  reddit,
  linkedin,
  wechat,
  tieba,
  bilibili,
  douyin,
  xiaohongshu,
};
