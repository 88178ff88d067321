import type { PageKind } from '../../utils/domain/platform.ts';

/** What every kind of page of every platform is tried in. */
export const situations = [
  'first-load',
  'after-move',
  'login-wall',
  'private',
  'gone',
  'zero-posts',
  'hidden-likes',
] as const;
export type Situation = (typeof situations)[number];

/** How the fixtures of a situation are named; all others are pages as they load first. */
export const fixtureNames: Record<Exclude<Situation, 'first-load'>, RegExp> = {
  'after-move': /after-move|stale|of-another|beside-viewer/,
  'login-wall': /wall|login|consent|challenge|captcha|passport/,
  private: /private|password|refused|self-only/,
  gone: /gone|removed|deleted|not-found/,
  'zero-posts': /zero-posts|zero-followers/,
  'hidden-likes': /hidden-likes/,
};

/** Where a page that only its owner may see looks to others like one that is gone: the gone page is what is tried. */
export const privateLooksGone = new Set([
  'instagram/post',
  'facebook/profile',
  'facebook/post',
  'x/post',
  'tiktok/post',
  'pinterest/profile',
  'pinterest/post',
  'pinterest/feed',
  'threads/post',
  'weibo/post',
  'xiaohongshu/post',
  // its data name the reason: only its author sees it
  'douyin/post',
  'bilibili/post',
  'bilibili/article',
  'tieba/post',
  'wechat/article',
]);

/** Where others see the page to log in instead of a page that is not public. */
export const privateLooksWalled = new Set(['linkedin/profile', 'linkedin/post', 'linkedin/article']);

const oneThing = 'is one thing and lists no posts';
const noLikes = 'shows no likes that could be hidden';
const open = 'is open to everybody as long as it is there';

/** Why a cell stays empty on every platform where neither a fixture nor a composed page fills it. */
export const excusedKinds: Partial<Record<PageKind, Partial<Record<Situation, string>>>> = {
  profile: { 'hidden-likes': noLikes },
  group: { 'hidden-likes': noLikes },
  feed: { 'hidden-likes': noLikes },
  post: { 'zero-posts': oneThing },
  article: { 'zero-posts': oneThing },
  product: { 'zero-posts': oneThing, 'hidden-likes': noLikes, private: open },
  listing: { 'hidden-likes': noLikes, private: open },
  search: { 'hidden-likes': noLikes, private: open },
  shop: { 'hidden-likes': noLikes, private: open },
  other: { 'zero-posts': oneThing, 'hidden-likes': noLikes, private: open },
  inbox: {
    'hidden-likes': noLikes,
    private: 'nobody but its owner has such a page: others get the page to log in',
    gone: 'nobody but its owner has such a page: it is there as long as the account is',
  },
};

const ownLoad = 'every page of it is loaded anew, there are no moves inside an app';
const redirected = 'whoever asks for a page that is gone is led to another address (person-gone)';
const unknownGone = 'what stands in place of a page that is gone is in no source that is known';
const noCommonForm = 'what is private looks different on every site';
const unknownLock = 'what a locked account shows to others is in no source that is known';

/** Why a cell stays empty on one platform: `platform/kind`. A cell that is filled must not stand here. */
export const excused: Record<string, Partial<Record<Situation, string>>> = {
  'linkedin/profile': { gone: redirected },
  'linkedin/post': { gone: redirected },
  'linkedin/article': { gone: redirected },
  'weibo/profile': { private: 'a profile stays open, only older posts are hidden' },
  'xiaohongshu/profile': { private: unknownLock },
  'douyin/profile': { private: unknownLock },
  'tieba/group': { private: 'a bar is open to everybody, or it is gone' },
  'tieba/profile': { private: unknownLock },
  'wechat/profile': { private: 'an account is public, or it is gone' },
  'wechat/inbox': { 'after-move': ownLoad },
  'jd/product': { gone: unknownGone },
  'jd/search': { gone: unknownGone },
  'jd/listing': { gone: unknownGone },
  'jd/shop': { gone: unknownGone },
  'amazon/profile': { private: 'a storefront is there for everybody, or it is gone' },
  'shopify/listing': { 'after-move': ownLoad },
  'shopify/search': { 'after-move': ownLoad },
  'shopify/shop': { 'after-move': ownLoad },
  'woocommerce/product': { 'after-move': ownLoad },
  'woocommerce/listing': { 'after-move': ownLoad },
  'woocommerce/search': { 'after-move': ownLoad },
  'woocommerce/shop': { 'after-move': ownLoad },
  'web/profile': { private: noCommonForm },
  'web/article': { private: noCommonForm },
  'web/listing': { 'after-move': ownLoad },
  'web/search': { 'after-move': ownLoad },
  'web/shop': { 'after-move': ownLoad },
};
