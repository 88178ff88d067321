import type { ChangeKind } from '../../utils/domain/change-kind.ts';
import { type KeyOf, steps } from './generated-steps.ts';
import { type Language, words } from './generated-words.ts';

/*
 * Invented shops and accounts that change by a log that is known, because it is written while they are changed and never by comparing. What they
 * look like as pages stands in generated-stores.ts and generated-profiles.ts.
 */

export interface Good {
  number: number;
  title: string;
  /** hundredths */
  price: number;
  was?: number;
  soldOut: boolean;
  /** of its picture */
  revision: number;
  /** tenths of a star */
  rating: number;
}

export interface Shop {
  name: string;
  goods: Good[];
  followers: number;
  posts: number;
  bio: string;
  link: string;
  avatar: number;
  announcement: string;
  paragraphs: string[];
  banner: number;
  /** 0 or 1: two ways to build the page */
  theme: number;
  /** goods ever made: a new one gets the next number */
  made: number;
}

/** A row of the known log. Without `key` any key is right, but then `to` must be the change's. */
export interface LogRow {
  kind: ChangeKind;
  key?: string;
  to?: string;
}

export const abilities = [
  'price-down',
  'price-up',
  'promotion-started',
  'promotion-ended',
  'product-new',
  'product-gone',
  'sold-out',
  'restocked',
  'title',
  'picture',
  'moved-up',
  'rating',
  'followers',
  'posts',
  'bio',
  'link',
  'avatar',
  'announcement',
  'paragraph',
  'banner',
  'redesign',
] as const;
export type Ability = (typeof abilities)[number];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(list: readonly T[], next: () => number): T {
  const item = list[Math.floor(next() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export function makeGood(number: number, language: Language, next: () => number): Good {
  const { first, second } = words[language];
  const serial = Math.floor(number / 100);
  const title = [first[number % 10], second[Math.floor(number / 10) % 10]].join(language === 'zh' ? '' : ' ');
  return {
    number,
    title: serial > 0 ? `${title} ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[serial % 26]}` : title,
    price: 400 + Math.floor(next() * 90) * 100 + pick([0, 50, 90, 95, 99], next),
    soldOut: false,
    revision: 1,
    rating: 38 + Math.floor(next() * 10),
  };
}

export function makeShop(size: number, language: Language, seed: number): Shop {
  const next = random(seed);
  const { news, prose, bios } = words[language];
  const goods = Array.from({ length: size }, (_, index) => makeGood(index, language, next));
  for (const good of goods) {
    if (next() < 0.2) good.soldOut = true;
    if (next() < 0.25) good.was = Math.round(good.price * 1.25);
  }
  return {
    name: language === 'zh' ? '灯笼小铺' : 'Lin Studio',
    goods,
    followers: 200_000 + Math.floor(next() * 600_000),
    posts: 300 + Math.floor(next() * 300),
    bio: bios[0] ?? '',
    link: 'https://lin-studio.example/shop',
    avatar: 1,
    announcement: news[0] ?? '',
    paragraphs: prose.slice(0, 3),
    banner: 1,
    theme: 0,
    made: size,
  };
}

/**
 * The next version of a shop: between one and `most` changes, each of another product or field, and the log of exactly those.
 * @param able what the page can show
 */
export function nextVersion(
  shop: Shop,
  able: readonly Ability[],
  options: { seed: number; most: number; keyOf: KeyOf; language: Language },
): { shop: Shop; log: LogRow[] } {
  const next = random(options.seed);
  const changed: Shop = structuredClone(shop);
  const touched = new Set<Good>();
  const free = () => {
    const left = changed.goods.filter((good) => !touched.has(good));
    const good = left.length > 0 ? pick(left, next) : undefined;
    if (good) touched.add(good);
    return good;
  };
  const log: LogRow[] = [];
  const done = new Set<Ability>();
  const count = 1 + Math.floor(next() * options.most);
  for (let tries = 0; done.size < count && tries < 40; tries++) {
    const ability = pick(able, next);
    if (done.has(ability)) continue;
    const before = new Set(changed.goods);
    const rows = steps[ability](changed, next, free, options.keyOf, options.language);
    for (const good of changed.goods) if (!before.has(good)) touched.add(good);
    if (rows.length > 0) done.add(ability);
    log.push(...rows);
  }
  return { shop: changed, log };
}
