import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readPlainPost } from './weibo/plain-post.ts';
import { readDesktopPost } from './weibo/post.ts';
import { readProfile } from './weibo/profile.ts';
import { configOf } from './weibo/state.ts';

const origin = 'https://weibo.com';
const uidPattern = /^\d{5,12}$/;
const mblogPattern = /^(?:[A-Za-z0-9]{8,10}|\d{14,20})$/;

/** First parts of addresses that are no custom domains of people. */
const reserved = new Set(
  'a ajax album aj at c comment comments detail fav favs follow friends group home hot huati like list login login.php logout mygroups n newlogin newuser p page profile s search set settings signup sorry status statuses svip tv u video visitor attgroup attention im msg repost attitude mblog pub spam account'.split(
    ' ',
  ),
);

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const [first, second] = parts;
  const host = url.hostname;
  if (host.startsWith('passport.') || /^(?:login(?:\.php)?|sorry|visitor|signup)$/.test(first ?? '')) {
    return { kind: 'blocked', url: `${url.origin}/${first ?? ''}` };
  }
  if (host === 's.weibo.com')
    return {
      kind: 'search',
      url: `${url.origin}${url.pathname}?q=${encodeURIComponent(url.searchParams.get('q') ?? '')}`,
    };
  if (host === 'api.weibo.com') return first === 'chat' ? { kind: 'inbox', url: `${url.origin}/chat` } : null;
  if (first === undefined || first === 'mygroups' || first === 'newlogin' || first === 'hot') {
    return { kind: 'feed', url: first ? `${origin}/${first}` : `${origin}/` };
  }
  if (
    /^(?:comment|at|like)$/.test(first) &&
    /^(?:inbox|weibo|comment)$/.test(second ?? '') &&
    host.endsWith('weibo.com')
  ) {
    return { kind: 'inbox', url: `${origin}/${first}/${second}` };
  }
  // The first page of a person who is signed in, under their own address.
  if (parts.at(-1) === 'home' && first !== 'p' && parts.length > 1)
    return { kind: 'feed', url: `${origin}/` };
  if (first === 'msg' || (first === 'message' && host === 'm.weibo.cn'))
    return { kind: 'inbox', url: `${url.origin}/${first}` };
  return postOf(parts) ?? profileOf(parts);
}

function postOf([first, second]: string[]): PageIdentity | null {
  if (first && /^(?:detail|status|comment)$/.test(first) && mblogPattern.test(second ?? '')) {
    return { kind: 'post', id: second ?? '', url: `${origin}/detail/${second}` };
  }
  if (first && uidPattern.test(first) && second && mblogPattern.test(second)) {
    return { kind: 'post', id: second, handle: first, url: `${origin}/${first}/${second}` };
  }
  return null;
}

function profileOf([first, second]: string[]): PageIdentity | null {
  const person = (uid: string): PageIdentity => ({
    kind: 'profile',
    id: uid,
    handle: uid,
    url: `${origin}/u/${uid}`,
  });
  // The older pages put a number for the kind of account in front of the person's.
  const paged = first === 'p' ? /^10\d{4}(\d{10})$/.exec(second ?? '')?.[1] : undefined;
  if (paged) return person(paged);
  if (first === 'u' || first === 'profile') return second && uidPattern.test(second) ? person(second) : null;
  if (first === 'n' && second) {
    return {
      kind: 'profile',
      id: `n/${second}`,
      handle: second,
      url: `${origin}/n/${encodeURIComponent(second)}`,
    };
  }
  if (first === undefined) return null;
  if (uidPattern.test(first))
    return second === undefined || second === 'profile' || second === 'info' ? person(first) : null;
  if (reserved.has(first.toLowerCase()) || second !== undefined || !/^[\w.-]{2,40}$/.test(first)) return null;
  return { kind: 'profile', id: first.toLowerCase(), handle: first, url: `${origin}/${first}` };
}

export const site: Site = {
  id: 'weibo',
  hosts: ['weibo.com', 'www.weibo.com', 'weibo.cn', 'm.weibo.cn', 's.weibo.com'],
  passingHosts: ['api.weibo.com', 'passport.weibo.com', 'passport.weibo.cn'],
  identify,
  profileAnchors: [
    '[class*="ProfileHeader_name"]',
    '.woo-panel-main [class^="_name_"]',
    '.pf_username .username',
    '.mod-fil-name .txt-shadow',
    '.u .ut > .ctt',
  ],
  items: [
    // Rows are used again while scrolling, and a comment has no number in the document: who a row is of, only its own link says at any moment.
    {
      kind: 'comment',
      root: '.wbpro-list .item1, .wbpro-list .item2, .wbpro-scroller-item .item1, .wbpro-layer .item2',
      author: '.text a[usercard], .text a[href*="/u/"]',
      text: '.text > span',
      time: '.info > div',
      clock: 'china-or-here',
      thread: 'self',
    },
    {
      kind: 'comment',
      on: ['inbox'],
      root: '.wbpro-scroller-item',
      author: '[class*="_h3_"] a[href]',
      text: '[class*="_wbtext_"]',
      permalink: '[class*="_from_"] a[href]',
    },
    {
      kind: 'post',
      root: 'article.woo-panel-main',
      author: 'header a[href*="/u/"], header a[usercard]',
      text: '[class*="_wbtext_"]',
      permalink: 'header a[href*="weibo.com/"]:not([href*="/u/"])',
    },
    {
      kind: 'post',
      root: '.card-wrap[mid]',
      author: '.info a.name[href], .info a[nick-name][href]',
      text: '[node-type="feed_list_content_full"], [node-type="feed_list_content"]',
      permalink: '.from a[href*="weibo.com/"]',
      id: 'mid',
    },
    {
      kind: 'comment',
      root: '.card-review[comment_id]',
      author: '.txt > a[href]',
      text: '.txt',
      id: 'comment_id',
    },
    // weibo.cn is written by the server, by China's clock: on a saved page each time is that in the comment's own number (seconds since 1970 are
    // the number without its last 22 bits, and 515483463).
    {
      kind: 'comment',
      root: '.c[id^="C_"]',
      author: 'a[href]',
      text: '.ctt',
      time: '.ct',
      clock: 'china',
      id: 'id',
    },
    {
      kind: 'post',
      root: '.c[id^="M_"]',
      author: 'a.nk[href]',
      text: '.ctt',
      time: '.ct',
      clock: 'china',
      id: 'id',
    },
  ],
  // The boxes are plain ones without a name of their own.
  composers: ['.wbpro-list textarea', 'article textarea', 'textarea'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://weibo.com/', kind: 'feed' },
    { url: 'https://weibo.com/u/1234567890?tabtype=feed', kind: 'profile' },
    { url: 'https://weibo.com/1234567890', kind: 'profile' },
    { url: 'https://weibo.com/linstudio', kind: 'profile' },
    { url: 'https://weibo.com/p/1005051234567890/home?from=page_100505', kind: 'profile' },
    { url: 'https://weibo.cn/1234567890/info', kind: 'profile' },
    { url: 'https://weibo.com/u/1234567890/home?leftnav=1', kind: 'feed' },
    { url: 'https://weibo.com/n/%E6%9E%97%E5%AE%A4', kind: 'profile' },
    { url: 'https://weibo.cn/1234567890/profile', kind: 'profile' },
    { url: 'https://weibo.cn/u/1234567890', kind: 'profile' },
    { url: 'https://m.weibo.cn/u/1234567890', kind: 'profile' },
    { url: 'https://m.weibo.cn/profile/1234567890', kind: 'profile' },
    { url: 'https://weibo.com/1234567890/Nabc12XyZ', kind: 'post' },
    { url: 'https://weibo.com/detail/5000000000000001', kind: 'post' },
    { url: 'https://m.weibo.cn/detail/5000000000000001', kind: 'post' },
    { url: 'https://m.weibo.cn/status/Nabc12XyZ', kind: 'post' },
    { url: 'https://weibo.cn/comment/Nabc12XyZ', kind: 'post' },
    { url: 'https://weibo.com/comment/inbox', kind: 'inbox' },
    { url: 'https://s.weibo.com/weibo?q=teapot', kind: 'search' },
    { url: 'https://passport.weibo.com/visitor/visitor?entry=miniblog', kind: 'blocked' },
  ],
  kinds: {
    // Saved pages of the plain site and of the older desktop site, whose scripts have or have not run; today's was seen live.
    profile: { evidence: 'strong', verified: '2026-08', unknown: ['links'] },
    post: { evidence: 'strong', verified: '2026-08' },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  // The plain site answers about a missing person or post with one line and nothing else.
  const plainRefusal = document.querySelector('.me') && !document.querySelector('.ut, #M_, .tip2');
  // The mobile and the older desktop site have a page for it.
  const refusal =
    document.querySelector('.h5-4con, .page_error') &&
    !document.querySelector('article, .WB_detail, .pf_username');
  if (plainRefusal || refusal) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const config = configOf(document);
  // The older desktop site shows a single post under its author's address too.
  const single =
    /_single_weibo$/.test(config.location ?? '') &&
    document.querySelector('.WB_feed_detail, .WB_detail') !== null;
  if (identity.kind === 'profile' && !(single && config.oid === identity.id))
    return readProfile(document, identity, url);
  return document.querySelector('#M_')
    ? readPlainPost(document, identity, url)
    : readDesktopPost(document, identity, url);
};
