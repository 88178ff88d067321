import type { Change } from '../../utils/domain/change-kind.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { type ComparedLook, compareSnapshots } from '../../utils/snapshots/compare-snapshots.ts';
import { pageLayout } from '../../utils/snapshots/page-layout.ts';
import { textBlocks } from '../../utils/snapshots/text-blocks.ts';
import { type Drawn, type Noise, pictureAddress, prepare, shownHash, type Visit } from './generated-pages.ts';
import {
  instagramProfile,
  tiktokProfile,
  weiboProfile,
  xProfile,
  youtubeChannel,
} from './generated-profiles.ts';
import { type Ability, type Good, type LogRow, makeShop, nextVersion, type Shop } from './generated-shops.ts';
import {
  amazonShop,
  ebayShop,
  etsyShop,
  type StorePage,
  shopifyList,
  shopifyProduct,
  structuredList,
  taobaoShop,
  wooCommerceList,
} from './generated-stores.ts';
import type { Language } from './generated-words.ts';
import { parsePage } from './parse-page.ts';

/** A kind of page: what it can show, how it is drawn, what can happen to it that is no change. */
export interface PageKind {
  name: string;
  url: string;
  size: number;
  language: Language;
  able: readonly Ability[];
  noises: readonly Noise[];
  keyOf(good: Good): string;
  draw(drawn: Drawn): string;
}

const list: Ability[] = [
  'price-down',
  'price-up',
  'product-new',
  'product-gone',
  'title',
  'picture',
  'moved-up',
  'announcement',
  'paragraph',
  'banner',
  'redesign',
];
const promotions: Ability[] = ['promotion-started', 'promotion-ended'];
const stock: Ability[] = ['sold-out', 'restocked'];
const listNoise: Noise[] = [
  'sorted-anew',
  'half-loaded',
  'moved-pictures',
  'new-build',
  'doubled',
  'moments',
];
const profile: Ability[] = ['followers', 'posts', 'bio', 'avatar'];

function store(
  name: string,
  url: string,
  page: StorePage,
  able: Ability[],
  noises: Noise[],
  more: Partial<PageKind> = {},
): PageKind {
  return { name, url, size: 36, language: 'en', able, noises, ...page, ...more };
}

function social(
  name: string,
  url: string,
  draw: PageKind['draw'],
  able: Ability[],
  language: Language = 'en',
): PageKind {
  return {
    name,
    url,
    size: 0,
    language,
    able,
    noises: ['moved-pictures', 'new-build'],
    keyOf: () => '',
    draw,
  };
}

/** Twelve kinds and one more, all read by the product's own readers. */
export const pageKinds: PageKind[] = [
  store(
    'shopify list',
    'https://lin-studio.example/collections/bowls',
    shopifyList,
    [...list, ...promotions],
    [...listNoise, 'other-country'],
  ),
  store(
    'shopify product',
    'https://lin-studio.example/products/harbour-mug',
    shopifyProduct,
    [
      'price-down',
      'price-up',
      ...promotions,
      ...stock,
      'title',
      'picture',
      'rating',
      'paragraph',
      'announcement',
      'banner',
    ],
    ['other-country', 'moved-pictures', 'new-build', 'moments'],
    { size: 1 },
  ),
  store(
    'woocommerce list',
    'https://atelier-lin.example/categorie/sacs/',
    wooCommerceList,
    [...list, ...promotions, ...stock],
    [...listNoise, 'other-country'],
  ),
  store(
    'amazon shop',
    'https://www.amazon.nl/s?me=A000000000001',
    amazonShop,
    [...list, ...promotions],
    listNoise,
  ),
  store('taobao shop', 'https://lin-studio.taobao.com/', taobaoShop, list, listNoise, { language: 'zh' }),
  store(
    'json-ld list',
    'https://bells.example/campane',
    structuredList,
    [...list, ...stock],
    [...listNoise, 'other-country'],
  ),
  store('ebay shop', 'https://www.ebay.co.uk/str/linstudio', ebayShop, list, listNoise),
  store(
    'etsy shop',
    'https://www.etsy.com/shop/linstudio',
    etsyShop,
    [...list, ...stock],
    [...listNoise, 'other-country'],
  ),
  social('instagram profile', 'https://www.instagram.com/lin.studio/', instagramProfile, [
    ...profile,
    'link',
  ]),
  social('tiktok profile', 'https://www.tiktok.com/@lin.studio', tiktokProfile, [...profile, 'link']),
  social('youtube channel', 'https://www.youtube.com/@linstudio', youtubeChannel, profile),
  social('x profile', 'https://x.com/linstudio', xProfile, [...profile, 'link']),
  social(
    'weibo profile',
    'https://m.weibo.cn/u/1234567890',
    weiboProfile,
    ['followers', 'bio', 'avatar'],
    'zh',
  ),
];

/** One visit of the real functions: reads, takes text and layout. */
export function look(kind: PageKind, shop: Shop, visit: Visit): ComparedLook {
  const known = looks.get(shop)?.get(visit);
  if (known) return known;
  const made = newLook(kind, shop, visit);
  looks.set(shop, (looks.get(shop) ?? new Map()).set(visit, made));
  return made;
}

/** A visit is read once, however often it is compared. */
const looks = new WeakMap<Shop, Map<Visit, ComparedLook>>();

function newLook(kind: PageKind, shop: Shop, visit: Visit): ComparedLook {
  const document = parsePage(kind.draw(prepare(shop, visit, kind.language)));
  return {
    reading: readPage(document, kind.url),
    text: textBlocks(document),
    layout: pageLayout(document, kind.url),
  };
}

/** What the pictures of a visit show: known to whoever saw them. Lists go without, to see that names are enough there. */
export function seenPictures(kind: PageKind, shop: Shop, visit: Visit): [string, string][] {
  const hosts = [
    'https://lin-studio.example/cdn/shop',
    'https://lin-studio.example',
    'https://cdn.example',
    new URL(kind.url).origin,
  ];
  const all = [
    ...(kind.size === 1 ? shop.goods.map(({ number, revision }) => [number, revision] as const) : []),
    [800_000, shop.avatar] as const,
  ];
  return all.flatMap(([number, revision]) =>
    hosts.map((host): [string, string] => [
      pictureAddress(number, revision, visit, host),
      shownHash(number, revision),
    ]),
  );
}

/** The banner's picture is seen wherever pictures are. */
function seenBanner(look: ComparedLook, shop: Shop): [string, string][] {
  const banners = look.layout?.nodes.filter(({ region, picture }) => region === 'banner' && picture) ?? [];
  return banners.map(({ picture }) => [picture ?? '', shownHash(900_000, shop.banner)]);
}

export interface Compared {
  log: LogRow[];
  found: Change[];
}

/** What was seen of the pictures of a visit: of lists the banner only. */
export function picturesOf(kind: PageKind, shop: Shop, visit: Visit): [string, string][] {
  return [...seenPictures(kind, shop, visit), ...seenBanner(look(kind, shop, visit), shop)];
}

/** Looks at two versions, each on a visit of its own, and compares them. */
export function compareVersions(kind: PageKind, before: [Shop, Visit], after: [Shop, Visit]): Change[] {
  const pictures = new Map([...picturesOf(kind, ...before), ...picturesOf(kind, ...after)]);
  return compareSnapshots(look(kind, ...before), look(kind, ...after), { pictures });
}

export const versionCount = 10;

/** Ten versions of one kind of page with the log of what was changed before each. */
export function versionsOf(kind: PageKind, seed: number): { shop: Shop; log: LogRow[] }[] {
  const versions = [{ shop: makeShop(kind.size, kind.language, seed), log: [] as LogRow[] }];
  while (versions.length < versionCount) {
    const last = versions.at(-1);
    if (last)
      versions.push(
        nextVersion(last.shop, kind.able, {
          seed: seed * 100 + versions.length,
          most: 4,
          keyOf: kind.keyOf,
          language: kind.language,
        }),
      );
  }
  return versions;
}

/** How many rows of the log were found, each by one change, and how many changes are no row of it. */
export function judge({ log, found }: Compared): { hits: number; missed: LogRow[]; wrong: Change[] } {
  const left = [...found];
  const missed: LogRow[] = [];
  for (const row of log) {
    const at = left.findIndex(
      ({ kind, key, to }) =>
        kind === row.kind &&
        (row.key === undefined || row.key === key) &&
        (row.to === undefined || row.to === to),
    );
    if (at < 0) missed.push(row);
    else left.splice(at, 1);
  }
  return { hits: log.length - missed.length, missed, wrong: left };
}
