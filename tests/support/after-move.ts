import type { PageReading } from '../../utils/domain/page-reading.ts';
import type { PageKind } from '../../utils/domain/platform.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { type Left, leftAlone, movedPage, strangerOf } from './moved-page.ts';
import { parsePage } from './parse-page.ts';
import { wrongFacts } from './reading-faults.ts';
import type { SiteFixture } from './site-fixtures.ts';
import { extrasOf, families, fixtures, goodPages, type Tried } from './situation-files.ts';

/** At most this many pages are mixed with each page: two of its own kind, then one of every other. */
const mostFormer = 5;

/** What a search is for: two pages with the same words cannot be told apart, nor need they be. */
function wordsOf({ expected }: SiteFixture): string | undefined {
  return expected.kind === 'search'
    ? /[?&](?:q|query|keyword|k|SearchText|_nkw)=([^&]+)/.exec(expected.url)?.[1]
    : undefined;
}

function formerPages(page: SiteFixture): SiteFixture[] {
  const words = wordsOf(page);
  const others = goodPages(page.platform).filter(
    (other) =>
      other !== page && !/after-move/.test(other.name) && (words === undefined || wordsOf(other) !== words),
  );
  const ofKind = others.filter(({ expected }) => expected.kind === page.expected.kind);
  const firstOf = [...new Map(others.map((other) => [other.expected.kind, other])).values()];
  return [...new Set([...ofKind.slice(0, 2), ...firstOf, ...ofKind])].slice(0, mostFormer);
}

const mainPart: Partial<Record<string, 'creator' | 'post' | 'product' | 'shop'>> = {
  profile: 'creator',
  group: 'creator',
  post: 'post',
  article: 'post',
  product: 'product',
  shop: 'shop',
};

/** Named as missing on some form of a kind of page, while another form may do without. */
const optional: Record<string, string[]> = {
  // a community post and a live room need no picture
  'youtube/post': ['imageUrl'],
  'bilibili/post': ['imageUrl'],
};

/** Facts of a page that are not read any more, without a word about it, although some page of the kind names them as missing. */
function unnamed({ platform, expected }: SiteFixture, reading: PageReading): string[] {
  const part = mainPart[expected.kind];
  if (!part || reading.kind !== expected.kind) return [];
  const named = new Set(reading.problems.map(({ field }) => field));
  if (['page', 'product', part].some((field) => named.has(field))) return [];
  const wanted = new Set(
    fixtures
      .filter((fixture) => fixture.platform === platform && fixture.expected.kind === expected.kind)
      .filter(({ name }) => !/hostile/.test(name))
      .flatMap((fixture) => fixture.expected.problems.map((row) => row.split(':')[0])),
  );
  for (const field of optional[`${platform}/${expected.kind}`] ?? []) wanted.delete(field);
  return Object.keys(expected[part] ?? {})
    .filter((field) => wanted.has(field) && !(field in (reading[part] ?? {})) && !named.has(field))
    .map((field) => `${part}.${field} is absent and no problem says so`);
}

function movedFaults(page: SiteFixture, former: SiteFixture, left: Left): string[] {
  const { expected, html } = page;
  const extras = left === 'everything' ? {} : extrasOf(page);
  const reading = readPage(movedPage(html, strangerOf(former, page), left), expected.url, extras);
  const alone = readPage(leftAlone(html, left), expected.url, extras);
  // The screen's comments name no post: for that moment nobody can know whose they are.
  const { comments: _, ...facts } = reading;
  const faults = left === 'everything' ? wrongFacts(facts, {}) : wrongFacts(reading, expected, alone);
  if (reading.kind !== expected.kind && reading.kind !== 'blocked') faults.push(`kind ${reading.kind}`);
  faults.push(...unnamed(page, reading));
  // without what the page's own data say the address still tells whose page this is
  const byAddress = readPage(parsePage('<!doctype html><title>x</title>'), expected.url).key;
  if (reading.kind !== 'blocked' && ![expected.key, byAddress, alone.key].includes(reading.key))
    faults.push(`key ${reading.key}`);
  return faults.map((fault) => `${page.name} after ${former.name}, ${left} left: ${fault}`);
}

/** Pages that nothing ties to an address when no data are read: a moment later the screen has moved on, and no reader could know before. */
export const namesNothing = new Set([
  'douyin/profile-on-screen-zh',
  'tieba/thread-newer-page',
  'vancl/product-sold-out-en',
  'walmart/product-first-load',
  'walmart/product-variant-of-many',
  'weibo/profile-desktop',
  'weibo/profile-mobile',
  'weibo/profile-plain',
  'weibo/profile-plain-second-page-zh',
  'xiaohongshu/note-hidden-likes-en',
  'xiaohongshu/profile-zero-posts-zh',
]);

/** Pages of a kind after a move from others of the platform: no fact of the former page is read, and what is not read any more is named. */
export function afterMove(platform: string, kind: PageKind): Tried {
  // What is told by the page and not by its address: each is a load of its own.
  if (families.has(platform) || platform === 'wechat') return { pages: 0, faults: [] };
  const mixed = goodPages(platform, kind).flatMap((page) =>
    formerPages(page).flatMap((former) => {
      const isWhole =
        former.expected.kind === kind &&
        !['search', 'listing', 'shop', 'inbox', 'feed', 'other'].includes(kind) &&
        !namesNothing.has(`${platform}/${former.name}`);
      // weibo.cn has no moves inside an app: the head is always the page's own
      const isPlain = page.name.startsWith('profile-plain');
      const left: Left[] = [
        'the data',
        ...(isPlain ? [] : ['the data and the head' as const]),
        ...(isWhole ? ['everything' as const] : []),
      ];
      return left.map((each) => movedFaults(page, former, each));
    }),
  );
  return { pages: mixed.length, faults: mixed.flat() };
}
