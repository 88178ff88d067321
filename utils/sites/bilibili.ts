import { readArticle } from './bilibili/article.ts';
import { readLive } from './bilibili/live.ts';
import { readSpace } from './bilibili/space.ts';
import { readVideo } from './bilibili/video.ts';
import { segments, titleOf } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.bilibili.com';
/** Video ids: `BV…` knows case, the older `av` number does not. */
const videoPattern = /^(?:BV[0-9A-Za-z]{10}|av\d{1,16})$/i;
const numberPattern = /^\d{1,20}$/;

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const [first, second] = parts;
  switch (url.hostname) {
    case 'passport.bilibili.com':
      return { kind: 'blocked', url: `${url.origin}/${first ?? ''}` };
    case 'space.bilibili.com':
      return numberPattern.test(first ?? '') ? person(first ?? '') : null;
    case 't.bilibili.com':
      if (first === undefined) return { kind: 'feed', url: 'https://t.bilibili.com/' };
      return numberPattern.test(first)
        ? { kind: 'post', id: first, url: `https://t.bilibili.com/${first}` }
        : null;
    case 'live.bilibili.com':
      return liveRoom(parts);
    case 'search.bilibili.com':
      return search(url);
    case 'member.bilibili.com':
      return first === 'platform' && second === 'comment'
        ? { kind: 'inbox', url: `${url.origin}/platform/comment/article` }
        : null;
    case 'message.bilibili.com':
      return { kind: 'inbox', url: `${url.origin}/` };
    case 'b23.tv':
      return { kind: 'other', url: `${url.origin}${url.pathname}` };
    default:
      return onMainSite(url, parts);
  }
}

function onMainSite(url: URL, parts: string[]): PageIdentity | null {
  const [first, second] = parts;
  if (first === undefined || first === 'v') {
    return { kind: 'feed', url: first ? `${origin}${url.pathname}` : `${origin}/` };
  }
  if (first === 'search') return search(url);
  if (first === 'space') return numberPattern.test(second ?? '') ? person(second ?? '') : null;
  const named = first === 'video' ? second : first === 's' && second === 'video' ? parts[2] : undefined;
  // Lists, favourites and festivals play a video that only the query names.
  const played = /^(?:list|festival|medialist)$/.test(first) ? url.searchParams.get('bvid') : undefined;
  const video = named ?? played;
  if (video && videoPattern.test(video)) {
    const id = video.replace(/^(?:bv|av)/i, (mark) => (/b/i.test(mark) ? 'BV' : 'av'));
    return { kind: 'post', id, url: `${origin}/video/${id}` };
  }
  if (first === 'opus' && numberPattern.test(second ?? '')) {
    return { kind: 'article', id: second ?? '', url: `${origin}/opus/${second}` };
  }
  if (first === 'dynamic' && numberPattern.test(second ?? '')) {
    return { kind: 'post', id: second ?? '', url: `https://t.bilibili.com/${second}` };
  }
  if (first === 'read') {
    const said = second === 'mobile' ? (parts[2] ?? url.searchParams.get('id') ?? '') : (second ?? '');
    const id = /^(?:cv)?(\d{1,12})$/.exec(said)?.[1];
    return id ? { kind: 'article', id: `cv${id}`, url: `${origin}/read/cv${id}` } : null;
  }
  return null;
}

const person = (id: string): PageIdentity => ({
  kind: 'profile',
  id,
  handle: id,
  url: `https://space.bilibili.com/${id}`,
});

function liveRoom(parts: string[]): PageIdentity | null {
  if (parts.length === 0) return { kind: 'feed', url: 'https://live.bilibili.com/' };
  const room = /^(?:blanc|h5)$/.test(parts[0] ?? '') ? parts[1] : parts[0];
  if (!room || !numberPattern.test(room)) return null;
  return { kind: 'post', id: `live/${room}`, url: `https://live.bilibili.com/${room}` };
}

function search(url: URL): PageIdentity {
  const words = encodeURIComponent(url.searchParams.get('keyword') ?? '');
  const tab = url.hostname.startsWith('search.') ? (segments(url)[0] ?? 'all') : 'all';
  return {
    kind: 'search',
    url: `https://search.bilibili.com/${encodeURIComponent(tab)}?keyword=${words}`,
  };
}

const thread = 'bili-comments >>> bili-comment-thread-renderer';

export const site: Site = {
  id: 'bilibili',
  hosts: [
    'www.bilibili.com',
    'bilibili.com',
    'm.bilibili.com',
    'space.bilibili.com',
    't.bilibili.com',
    'live.bilibili.com',
    'search.bilibili.com',
    'member.bilibili.com',
    'message.bilibili.com',
  ],
  passingHosts: ['b23.tv', 'passport.bilibili.com'],
  identify,
  profileAnchors: ['.upinfo-detail .nickname', '.nickname', '#h-name'],
  items: [
    {
      kind: 'comment',
      root: `${thread} >>> bili-comment-renderer`,
      author: 'bili-comment-user-info >>> #user-name a[href], #user-avatar[href]',
      name: 'bili-comment-user-info >>> #user-name',
      text: 'bili-rich-text >>> #contents',
      time: 'bili-comment-action-buttons-renderer >>> #pubdate',
      clock: 'china-or-here',
      thread: 'bili-comment-thread-renderer',
    },
    {
      kind: 'comment',
      root: `${thread} >>> bili-comment-replies-renderer >>> bili-comment-reply-renderer`,
      author: 'bili-comment-user-info >>> #user-name a[href]',
      name: 'bili-comment-user-info >>> #user-name',
      text: 'bili-rich-text >>> #contents',
      time: 'bili-comment-action-buttons-renderer >>> #pubdate',
      clock: 'china-or-here',
      thread: 'bili-comment-thread-renderer',
    },
    // The interface of before 2022, still on some older pages. The one between names authors by number only, without any link.
    {
      kind: 'comment',
      root: '.reply-wrap[data-id], .reply-box .reply-item[data-id]',
      author: '.user a[href*="space.bilibili.com/"]',
      text: '.text, .text-con',
      time: '.info .time',
      clock: 'china-or-here',
      id: 'data-id',
      thread: '.list-item.reply-wrap',
    },
    {
      kind: 'post',
      root: '.bili-video-card',
      author: 'a[href*="space.bilibili.com/"]',
      text: '.bili-video-card__info--tit',
      permalink: 'a[href*="/video/"]',
    },
  ],
  composers: [
    'bili-comments >>> bili-comments-header-renderer >>> bili-comment-box >>> bili-comment-rich-textarea >>> .brt-editor[contenteditable]',
    `${thread} >>> bili-comment-box >>> bili-comment-rich-textarea >>> .brt-editor[contenteditable]`,
    '.reply-box-textarea, textarea.ipt-txt',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.bilibili.com/', kind: 'feed' },
    { url: 'https://www.bilibili.com/v/popular/all', kind: 'feed' },
    { url: 'https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333.1007&vd_source=1', kind: 'post' },
    { url: 'https://www.bilibili.com/video/av27567000', kind: 'post' },
    { url: 'https://www.bilibili.com/list/watchlater?bvid=BV1xx411c7mD', kind: 'post' },
    { url: 'https://m.bilibili.com/video/BV1xx411c7mD', kind: 'post' },
    { url: 'https://www.bilibili.com/opus/900000000000000001', kind: 'article' },
    { url: 'https://www.bilibili.com/read/cv1234567', kind: 'article' },
    { url: 'https://www.bilibili.com/read/mobile?id=1234567', kind: 'article' },
    { url: 'https://t.bilibili.com/900000000000000001', kind: 'post' },
    { url: 'https://t.bilibili.com/', kind: 'feed' },
    { url: 'https://live.bilibili.com/21000001?live_from=1', kind: 'post' },
    { url: 'https://space.bilibili.com/12345678', kind: 'profile' },
    { url: 'https://space.bilibili.com/12345678/upload/video', kind: 'profile' },
    { url: 'https://m.bilibili.com/space/12345678', kind: 'profile' },
    { url: 'https://search.bilibili.com/all?keyword=teapot', kind: 'search' },
    { url: 'https://member.bilibili.com/platform/comment/article', kind: 'inbox' },
    { url: 'https://message.bilibili.com/#/reply', kind: 'inbox' },
    { url: 'https://b23.tv/abcdefg', kind: 'other' },
    { url: 'https://passport.bilibili.com/login', kind: 'blocked' },
  ],
  kinds: {
    // The state script of a video page is from a saved page, the comments' shadow roots were seen live; the rest from maintained programs.
    post: { evidence: 'strong', verified: '2026-08' },
    article: { evidence: 'medium', verified: '2026-08' },
    // The counters of a space come later by requests; only the header's elements hold them.
    profile: { evidence: 'medium', verified: '2026-08', unknown: ['verified', 'links'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  // The site refuses in Chinese to everybody.
  if (/^出错啦/.test(titleOf(document) ?? '')) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'profile') return readSpace(document, identity, url);
  if (identity.kind === 'article' || url.hostname === 't.bilibili.com' || /^\d+$/.test(identity.id ?? '')) {
    return identity.id ? readArticle(document, identity, url) : { kind: identity.kind, problems: [] };
  }
  if (identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  return identity.id?.startsWith('live/')
    ? readLive(document, identity, url)
    : readVideo(document, identity, url);
};
