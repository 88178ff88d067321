import type { PlatformId } from '../domain/platform.ts';
import type { CreatorRole, CreatorStatus } from '../domain/vocabulary.ts';

/*
 * The words that people write into tables, in three languages: a table is read on a screen of any of them. Compared as `wordKey`
 * makes them.
 */

/** How words are compared: width, case, spaces and marks between them make no difference. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—./()（）【】[\]：:*#&|]+/g, '');
}

function lookup<V extends string>(words: Record<V, string>): ReadonlyMap<string, V> {
  const found = new Map<string, V>();
  for (const [value, list] of Object.entries(words) as [V, string][])
    for (const word of [value, ...list.split(',').filter(Boolean)]) found.set(wordKey(word), value);
  return found;
}

export const platformWords = lookup<PlatformId>({
  instagram: 'ins,ig,insta,照片墙',
  facebook: 'fb,脸书,臉書,meta,facebook page,粉专,粉專',
  x: 'twitter,x (twitter),twitter/x,x/twitter,推特',
  youtube: 'yt,youtube channel,油管,ytb',
  tiktok: 'tt,tik tok,国际版抖音,tiktok海外',
  pinterest: 'pin',
  threads: '脆',
  reddit: '红迪',
  linkedin: '领英,領英,in',
  weibo: '微博,新浪微博,sina weibo',
  xiaohongshu: '小红书,小紅書,red,rednote,xhs,Xiaohongshu (RedNote)',
  douyin: '抖音,dy',
  bilibili: 'b站,哔哩哔哩,嗶哩嗶哩,bili,b 站',
  tieba: '贴吧,貼吧,百度贴吧,百度貼吧,baidu tieba',
  wechat: '微信,公众号,公眾號,微信公众号,视频号,視頻號,wx',
  taobao: '淘宝,淘寶,淘宝直播',
  tmall: '天猫,天貓',
  jd: '京东,京東,jd.com',
  vancl: '凡客,凡客诚品,凡客誠品',
  shopify: 'shopify store',
  woocommerce: 'woo',
  amazon: '亚马逊,亞馬遜',
  aliexpress: '速卖通,速賣通,全球速賣通',
  ebay: '易贝,億貝',
  etsy: '',
  walmart: '沃尔玛,沃爾瑪',
  shopee: '虾皮,蝦皮,蝦皮購物',
  lazada: '来赞达,來贊達',
  temu: '拼多多海外',
  web: 'website,blog,site,网站,網站,博客,部落格,独立站,獨立站,官网,官網',
});

export const roleWords = lookup<CreatorRole>({
  influencer: 'kol,creator,红人,紅人,网红,網紅,达人,達人,博主,大v,blogger,youtuber,tiktoker,up主,up 主',
  koc: '素人,key opinion consumer,关键意见消费者,關鍵意見消費者,micro influencer,nano influencer',
  customer: 'client,buyer,客户,客戶,顾客,顧客,买家,買家,粉丝,粉絲',
  'partner-brand': 'brand,partner,合作品牌,品牌,品牌方',
  agency: 'mcn,mcn 机构,mcn機構,机构,機構,经纪公司,經紀公司,经纪人,經紀人,代理,agent,manager',
});

export const statusWords = lookup<CreatorStatus>({
  found:
    'new,lead,prospect,to contact,not contacted,未联系,未聯絡,待联系,待聯絡,已发现,已發現,未建联,新,待建联',
  contacted: 'emailed,reached out,sent,已联系,已聯絡,已建联,已发邮件,已發信,已发信,已私信',
  negotiating:
    'in negotiation,in talks,negotiation,replied,洽谈中,洽談中,谈判中,談判中,沟通中,溝通中,已回复,已回覆,议价中,議價中',
  'working-together':
    'working together,active,partner,cooperating,collaborating,collab,signed,合作中,已合作,签约,簽約,已签约,進行中',
  declined:
    'rejected,refused,no,not interested,lost,已拒绝,已拒絕,拒绝,拒絕,已婉拒,不合作,无意向,無意願,放弃,放棄',
});

export const yesWords: ReadonlySet<string> = new Set(
  [
    'yes',
    'y',
    'true',
    '1',
    'x',
    '✓',
    '✔',
    '√',
    '是',
    '对',
    '對',
    '有',
    'ja',
    'do not contact',
    '请勿联系',
    '請勿聯絡',
    '勿扰',
    '勿擾',
    '不联系',
    '不聯絡',
  ].map(wordKey),
);
export const noWords: ReadonlySet<string> = new Set(
  ['no', 'n', 'false', '0', '否', '无', '無', '不', '-', '没有', '沒有'].map(wordKey),
);
