import { parsePage } from './parse-page.ts';
import type { SiteFixture } from './site-fixtures.ts';

/** Words of interfaces with the same in the language of {@link otherLanguage}, longer ones first. */
const words: [from: string, to: string][] = [
  ['公众号简介', 'About this account'],
  ['基础信息', 'Basic information'],
  ['基本信息', 'Basic information'],
  ['客服电话', 'Service line'],
  ['认证类型', 'Kind of verification'],
  ['认证主体', 'Verified owner'],
  ['会员等级', 'Member level'],
  ['查看更多', 'More'],
  ['抖音号', 'Douyin ID'],
  ['微信号', 'Weixin ID'],
  ['IP属地', 'IP location'],
  ['条评价', ' ratings'],
  ['送达', 'delivered'],
  ['已售', 'Sold'],
  ['粉丝', 'Followers'],
  ['关注', 'Following'],
  ['获赞', 'Likes'],
  ['评论', 'Comments'],
  ['微博', 'Posts'],
  ['昵称', 'Name'],
  ['认证', 'Verified'],
  ['性别', 'Gender'],
  ['刷新', 'Reload'],
  ['头像', 'Picture'],
  ['展开', 'More'],
  ['收起', 'Less'],
  ['无货', 'Out of stock'],
  ['品牌', 'Brand'],
  ['来自', 'from'],
  ['企业', 'Company'],
  ['昨天', 'Yesterday'],
  ['赞', 'Like'],
  ['件', ' pieces'],
  ['Opens in a new window or tab', '在新窗口中打开'],
  ['positive feedback', '好评'],
  ['out of five stars', '颗星（共五颗）'],
  ['out of 5 stars', '颗星（共 5 颗）'],
  ['Search results', '搜索结果'],
  ['Shop on eBay', '在 eBay 购物'],
  ['Regular price', '原价'],
  ['Sponsored Ad', '推广广告'],
  ['Sale Price', '促销价'],
  ['offers from', '个报价，低至'],
  ['items sold', '件已售'],
  ['Sponsored', '推广'],
  ['followers', '位粉丝'],
  ['ratings', '个评分'],
  ['Basket', '购物篮'],
  ['Posts', '帖子'],
  ['Share', '分享'],
  ['From', '低至'],
  ['sold', '已售'],
  ['RRP', '建议零售价'],
  ['Ursprünglicher Preis war', 'Oorspronkelijke prijs was'],
  ['Recenserad i Sverige den', 'Rezension aus Schweden vom'],
  ['Neues Angebot', 'Nieuw aanbod'],
  ['Prix habituel', 'Normaler Preis'],
  ['À partir de', 'Ab'],
  ['Ricerca', 'Suche'],
  ['Başlık', 'Titel'],
  ['bis', 'tot'],
  ['dün', 'gestern'],
];

/** Another language that writes numbers alike: the numbers of a page stay as they are. */
export function otherLanguage(language: string): string {
  if (language === 'zh' || language === 'ms') return 'en';
  if (/^(?:en|ja|ko|th|he|hi|ar)$/.test(language)) return 'zh-CN';
  return language === 'de' ? 'nl' : 'de';
}

export function languageOf(html: string): string {
  const said = /<html[^>]*\blang="([a-z]+)/i.exec(html)?.[1]?.toLowerCase();
  return said ?? (/[\u4e00-\u9fff]/.test(html) ? 'zh' : 'en');
}

/**
 * The page with the interface in another language: `lang`, and the words around the facts. Where a whole text is one of the facts it stays.
 * @returns how many texts were translated as well: none where the page has no words of its own
 */
export function translatedPage({ html, expected }: SiteFixture): { document: Document; texts: number } {
  const document = parsePage(html);
  const facts = JSON.stringify(expected);
  let texts = 0;
  const translated = (text: string): string => {
    const whole = text.trim();
    if (whole === '' || facts.includes(JSON.stringify(whole).slice(1, -1))) return text;
    const pairs = words.filter(([from]) => whole.includes(from));
    if (pairs.length > 0) texts += 1;
    return pairs.reduce((now, [from, to]) => now.replaceAll(from, to), text);
  };
  document.documentElement.setAttribute('lang', otherLanguage(languageOf(html)));
  for (const element of document.body.querySelectorAll('*:not(script):not(style)')) {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) node.textContent = translated(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, translated(value));
    }
  }
  return { document, texts };
}
