import { type Ability, type Good, type LogRow, makeGood, pick, type Shop } from './generated-shops.ts';
import { type Language, words } from './generated-words.ts';

function other(list: readonly string[], now: readonly string[], next: () => number): string {
  return pick(
    list.filter((each) => !now.includes(each)),
    next,
  );
}

export type KeyOf = (good: Good) => string;
/** One change of a shop. @returns its rows of the log; none when the shop has nothing to change that way */
type Step = (
  shop: Shop,
  next: () => number,
  free: () => Good | undefined,
  keyOf: KeyOf,
  language: Language,
) => LogRow[];

export const steps: Record<Ability, Step> = {
  'price-down': (_shop, next, free, keyOf) => {
    const good = free();
    if (!good) return [];
    good.price = Math.floor(good.price * (0.6 + next() * 0.35));
    return [{ kind: 'price-down', key: keyOf(good) }];
  },
  'price-up': (_shop, next, free, keyOf) => {
    const good = free();
    if (!good || good.was !== undefined) return [];
    good.price = Math.ceil(good.price * (1.03 + next() * 0.4));
    return [{ kind: 'price-up', key: keyOf(good) }];
  },
  'promotion-started': (_shop, next, free, keyOf) => {
    const good = free();
    if (!good || good.was !== undefined) return [];
    good.was = good.price;
    good.price = Math.floor(good.price * (0.5 + next() * 0.4));
    return [
      { kind: 'promotion-started', key: keyOf(good) },
      { kind: 'price-down', key: keyOf(good) },
    ];
  },
  'promotion-ended': (_shop, _next, free, keyOf) => {
    const good = free();
    if (good?.was === undefined || good.was <= good.price) return [];
    good.price = good.was;
    delete good.was;
    return [
      { kind: 'promotion-ended', key: keyOf(good) },
      { kind: 'price-up', key: keyOf(good) },
    ];
  },
  'product-new': (shop, next, _free, keyOf, language) => {
    const good = makeGood(shop.made++, language, next);
    shop.goods.splice(Math.floor(next() * shop.goods.length), 0, good);
    return [{ kind: 'product-new', key: keyOf(good) }];
  },
  'product-gone': (shop, _next, free, keyOf) => {
    const good = free();
    if (!good) return [];
    shop.goods.splice(shop.goods.indexOf(good), 1);
    return [{ kind: 'product-gone', key: keyOf(good) }];
  },
  'sold-out': (_shop, _next, free, keyOf) => {
    const good = free();
    if (!good || good.soldOut) return [];
    good.soldOut = true;
    return [{ kind: 'sold-out', key: keyOf(good) }];
  },
  restocked: (_shop, _next, free, keyOf) => {
    const good = free();
    if (!good?.soldOut) return [];
    good.soldOut = false;
    return [{ kind: 'restocked', key: keyOf(good) }];
  },
  title: (_shop, next, free, keyOf, language) => {
    const good = free();
    if (!good) return [];
    good.title +=
      language === 'zh' ? pick(['（新款）', '（加大）'], next) : pick([', larger', ' – new glaze'], next);
    return [{ kind: 'title', key: keyOf(good) }];
  },
  picture: (_shop, _next, free, keyOf) => {
    const good = free();
    if (!good) return [];
    good.revision++;
    return [{ kind: 'picture', key: keyOf(good) }];
  },
  'moved-up': (shop, _next, free, keyOf) => {
    const good = free();
    const at = good ? shop.goods.indexOf(good) : -1;
    if (!good || at < 8) return [];
    shop.goods.splice(at, 1);
    shop.goods.unshift(good);
    return [{ kind: 'moved-up', key: keyOf(good) }];
  },
  rating: (_shop, next, free, keyOf) => {
    const good = free();
    if (!good) return [];
    good.rating += good.rating > 40 ? -1 - Math.floor(next() * 4) : 1 + Math.floor(next() * 4);
    return [{ kind: 'rating', key: keyOf(good) }];
  },
  followers: (shop, next) => {
    shop.followers = Math.round(shop.followers * (next() < 0.8 ? 1.04 + next() * 0.5 : 0.85));
    return [{ kind: 'followers', key: 'followers' }];
  },
  posts: (shop, next) => {
    shop.posts += 1 + Math.floor(next() * 6);
    return [{ kind: 'posts', key: 'posts' }];
  },
  bio: (shop, next, _free, _keyOf, language) => {
    shop.bio = other(words[language].bios, [shop.bio], next);
    return [{ kind: 'bio', key: 'bio' }];
  },
  link: (shop, next) => {
    shop.link = `https://lin-studio.example/${Math.floor(next() * 1e6).toString(36)}`;
    return [{ kind: 'bio', key: 'links' }];
  },
  avatar: (shop) => {
    shop.avatar++;
    return [{ kind: 'picture', key: 'avatarUrl' }];
  },
  announcement: (shop, next, _free, _keyOf, language) => {
    shop.announcement = other(words[language].news, [shop.announcement], next);
    return [{ kind: 'text', to: shop.announcement }];
  },
  paragraph: (shop, next, _free, _keyOf, language) => {
    const text = other(words[language].prose, shop.paragraphs, next);
    shop.paragraphs[Math.floor(next() * shop.paragraphs.length)] = text;
    return [{ kind: 'text', to: text }];
  },
  banner: (shop) => {
    shop.banner++;
    return [{ kind: 'layout', key: 'banner' }];
  },
  redesign: (shop) => {
    shop.theme = 1 - shop.theme;
    return [{ kind: 'layout', key: 'page' }];
  },
};
