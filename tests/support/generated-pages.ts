import { type Good, pick, random, type Shop } from './generated-shops.ts';
import type { Language } from './generated-words.ts';

/** What is different about one visit and is no change. Without `noise` only what differs on every visit: clocks, counters, adverts. */
export interface Visit {
  seed: number;
  noise?: Noise;
}

export const noises = [
  'sorted-anew', // all products in another order
  'other-country', // prices in another currency
  'half-loaded', // only the first half of the list was scrolled into the page
  'moved-pictures', // every picture encoded anew under another name
  'new-build', // generated class names of another build, a notice about cookies
  'doubled', // a carousel above the list shows some products a second time
  'moments', // opened menus, loaded pictures: classes of a moment; sizes of pictures for another screen
] as const;
export type Noise = (typeof noises)[number];

/** What a page is drawn from. */
export interface Drawn {
  shop: Shop;
  visit: Visit;
  next: () => number;
  language: Language;
  /** products in the order of this visit, some of them twice */
  goods: Good[];
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

export function prepare(shop: Shop, visit: Visit, language: Language): Drawn {
  const next = random(visit.seed);
  let goods = [...shop.goods];
  if (visit.noise === 'sorted-anew') goods.sort((a, b) => a.price - b.price || a.number - b.number);
  else if (goods.length > 12 && next() < 0.5) {
    // two neighbours further down change places on many visits
    const at = 4 + Math.floor(next() * (goods.length - 6));
    const [one, two] = [goods[at], goods[at + 1]];
    if (one && two) goods.splice(at, 2, two, one);
  }
  if (visit.noise === 'half-loaded') goods = goods.slice(0, Math.ceil(goods.length / 2));
  if (visit.noise === 'doubled') goods = [...goods.slice(2, 5), ...goods];
  return { shop, visit, next, language, goods };
}

/** A number as a name of a file, the same for the same picture. */
function mixed(number: number): string {
  return Math.floor(random(number * 2_654_435_761)() * 2 ** 48)
    .toString(36)
    .padStart(10, '0');
}

/** Where a picture of a product is on this visit. */
export function pictureAddress(number: number, revision: number, visit: Visit, host: string): string {
  const name = `${mixed(number * 1_000 + revision)}piece`;
  if (visit.noise === 'moved-pictures')
    return `https://img-${visit.seed % 7}.example/m/${mixed(visit.seed * 31 + number * 1_000 + revision)}again.webp`;
  const size = visit.noise === 'moments' ? '_600x' : '';
  return `${host}/files/${name}${size}.jpg?v=${visit.seed}`;
}

/** What a picture shows, as `pictureHash` would give it. */
export function shownHash(number: number, revision: number): string {
  const next = random(number * 7_919 + revision * 104_729);
  return Array.from({ length: 16 }, () => Math.floor(next() * 16).toString(16)).join('');
}

export interface Currency {
  code: string;
  /** of another country on the visit `other-country`, with the rate of the day */
  other: { code: string; rate: number };
}
export const dollars: Currency = { code: 'USD', other: { code: 'EUR', rate: 0.9132 } };
export const euros: Currency = { code: 'EUR', other: { code: 'SEK', rate: 11.217 } };

export function amountIn(
  cents: number,
  { code, other }: Currency,
  { noise }: Visit,
): { amount: string; code: string } {
  const abroad = noise === 'other-country';
  return { amount: ((cents * (abroad ? other.rate : 1)) / 100).toFixed(2), code: abroad ? other.code : code };
}

const said = {
  en: {
    like: 'You may also like',
    looking: (count: number) => `${count} people are looking at this shop right now`,
    ends: (clock: string) => `Offer ends in ${clock}`,
    ago: (hours: number) => `Last order ${hours} hours ago`,
    advert: [
      'Cheap flights to the sun',
      'Learn piano in ten days',
      'Your car insured in minutes',
      'Dog food by mail',
    ],
    cookies: 'We use cookies to make this page better for you. Accept all?',
    about: 'About the studio',
  },
  zh: {
    like: '猜你喜欢',
    looking: (count: number) => `${count}人正在浏览本店`,
    ends: (clock: string) => `距结束 ${clock}`,
    ago: (hours: number) => `最近下单 ${hours}小时前`,
    advert: ['特价机票飞往海南', '十天学会钢琴', '车险一分钟报价', '狗粮送到家'],
    cookies: '我们使用 Cookie 改善您的体验，是否全部接受？',
    about: '关于工作室',
  },
};

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** The page around a list of products: announcement, banner, texts, recommendations, adverts, footer. */
export function around(drawn: Drawn, list: string, host: string): string {
  const { shop, visit, next, language } = drawn;
  const words = said[language];
  const built = visit.noise === 'new-build' ? 'b4f9e1' : 'a17c02';
  const moment = visit.noise === 'moments' ? ' is-open in-view' : '';
  const clock = `${two(next() * 24)}:${two(next() * 60)}:${two(next() * 60)}`;
  const liked = [...shop.goods].sort(() => next() - 0.5).slice(0, 4);
  const banner = `<section class="hero${moment} css-${built}"><img src="${pictureAddress(900_000, shop.banner, visit, host)}" alt=""><p>${words.ends(clock)}</p></section>`;
  const texts = shop.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
  const about =
    shop.theme === 0
      ? `<section class="story css-${built}"><h2>${words.about}</h2><div class="rte">${texts}</div></section>`
      : `<article class="magazine"><header class="magazine-head"><h2>${words.about}</h2></header><div class="columns"><div class="column-wide">${texts}</div></div></article><section class="values"><div class="value-grid"><div class="value-cell"></div></div></section>`;
  const main =
    shop.theme === 0
      ? `<main id="main">${banner}<div class="page-width">${list}</div>${about}</main>`
      : `<main class="shell"><div class="frame-outer"><div class="frame-inner">${about}${banner}</div></div><div class="shelf">${list}</div></main>`;
  return `${visit.noise === 'new-build' ? `<div class="cookie-banner"><p>${words.cookies}</p></div>` : ''}
<div class="announcement-bar"><p>${escaped(shop.announcement)}</p></div>
<header class="site-header"><nav><a href="/a">A</a><a href="/b">B</a></nav></header>
${main}
<p class="pulse">${words.looking(Math.floor(next() * 90) + 3)}</p><p class="latest">${words.ago(1 + Math.floor(next() * 20))}</p>
<aside class="ad-slot"><a href="https://ads.example/${visit.seed}">${pick(words.advert, next)}</a></aside>
<section class="related-products"><h2>${words.like}</h2><ul>${liked.map(({ title }) => `<li><a href="/x/${visit.seed}">${escaped(title)}</a></li>`).join('')}</ul></section>
<footer><p>© ${2020 + (visit.seed % 9)} ${escaped(shop.name)}</p><p>${two(next() * 24)}:${two(next() * 60)}</p></footer>`;
}

export function html(language: string, title: string, head: string, body: string, bodyClass = ''): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head><body class="${bodyClass}">${body}</body></html>`;
}
