import { addressOnly } from './shared/address-only.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readChannel } from './youtube/channel.ts';
import { readCommunityPost } from './youtube/community.ts';
import { readStudio } from './youtube/studio.ts';
import { readVideo } from './youtube/video.ts';

const origin = 'https://www.youtube.com';
const tabs = new Set(
  'featured videos shorts streams live podcasts playlists community posts store channels about search releases courses membership'.split(
    ' ',
  ),
);
const videoId = /^[\w-]{6,20}$/;
const postId = /^Ug[\w-]{10,80}$/;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (url.hostname === 'studio.youtube.com') return inbox(url);
  if (url.hostname === 'consent.youtube.com') return { kind: 'blocked', url: `${url.origin}/` };
  if (url.hostname === 'youtu.be') return video(first);
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (first === 'watch') return video(url.searchParams.get('v') ?? undefined);
  if (first === 'live' || first === 'shorts' || first === 'v') {
    const identity = video(second);
    return identity && first === 'shorts' ? { ...identity, url: `${origin}/shorts/${second}` } : identity;
  }
  const linked = url.searchParams.get('lb') ?? '';
  if (first === 'post' && second && postId.test(second)) return communityPost(second);
  if (/(?:^|\/)community\/?$/.test(url.pathname) && postId.test(linked)) return communityPost(linked);
  if (first === 'results') {
    return {
      kind: 'search',
      url: `${origin}/results?search_query=${encodeURIComponent(url.searchParams.get('search_query') ?? '')}`,
    };
  }
  if (first === 'playlist') {
    const list = url.searchParams.get('list');
    return list
      ? { kind: 'listing', id: list, url: `${origin}/playlist?list=${encodeURIComponent(list)}` }
      : null;
  }
  if (first === 'feed' || first === 'hashtag') return { kind: 'feed', url: `${origin}${url.pathname}` };
  return channel(first, second, third);
}

function communityPost(id: string): PageIdentity {
  return { kind: 'post', id, url: `${origin}/post/${id}` };
}

/** The comments of one's own channel or of one of its videos; everything else of Studio is not content. */
function inbox(url: URL): PageIdentity | null {
  const path =
    /^\/(?:channel\/UC[\w-]{10,40}\/comments(?:\/\w+)?|video\/[\w-]{6,20}\/comments(?:\/\w+)?)\/?$/;
  return path.test(url.pathname) ? { kind: 'inbox', url: `${url.origin}${url.pathname}` } : null;
}

function video(id: string | undefined): PageIdentity | null {
  return id && videoId.test(id) ? { kind: 'post', id, url: `${origin}/watch?v=${id}` } : null;
}

function channel(first: string, second: string | undefined, third: string | undefined): PageIdentity | null {
  if (first.startsWith('@') && first.length > 1) {
    if (second !== undefined && !tabs.has(second)) return null;
    const handle = first.slice(1);
    return {
      kind: 'profile',
      id: `@${handle.toLowerCase()}`,
      handle,
      url: `${origin}/@${encodeURIComponent(handle)}`,
    };
  }
  if (second === undefined || (third !== undefined && !tabs.has(third))) return null;
  if (first === 'channel' && /^UC[\w-]{10,40}$/.test(second)) {
    return { kind: 'profile', id: second, url: `${origin}/channel/${second}` };
  }
  if (first === 'c' || first === 'user') {
    return {
      kind: 'profile',
      id: `${first}/${second.toLowerCase()}`,
      url: `${origin}/${first}/${encodeURIComponent(second)}`,
    };
  }
  return null;
}

export const site: Site = {
  id: 'youtube',
  hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com', 'studio.youtube.com'],
  passingHosts: ['youtu.be', 'consent.youtube.com'],
  identify,
  profileAnchors: [
    'yt-page-header-view-model h1',
    'yt-page-header-renderer h1',
    'ytd-c4-tabbed-header-renderer ytd-channel-name #text',
    'ytd-video-owner-renderer ytd-channel-name #text',
  ],
  items: [
    {
      kind: 'comment',
      on: ['post'],
      root: 'ytd-comment-view-model, ytd-comment-renderer',
      author: '#author-text[href], #author-text a[href]',
      name: '#author-text',
      text: '#content-text',
      time: '#published-time-text',
      permalink: '#published-time-text a[href*="lc="]',
      thread: 'ytd-comment-thread-renderer',
    },
    // Studio: from public scripts; neither an id nor a permalink is known
    {
      kind: 'comment',
      on: ['inbox'],
      root: 'ytcp-comment',
      author: '#author-text[href], #name[href], #author-text a[href]',
      name: '#author-text, #name',
      text: '#content-text',
      time: '.published-time-text',
      thread: 'ytcp-comment-thread',
    },
    {
      kind: 'post',
      on: ['profile', 'post', 'feed'],
      root: 'ytd-backstage-post-renderer',
      author: '#author-text[href], #author-text a[href]',
      text: '#content-text',
      time: '#published-time-text',
      permalink: '#published-time-text a[href*="/post/"]',
    },
    { kind: 'creator', on: ['post'], root: 'ytd-video-owner-renderer', author: 'ytd-channel-name a[href]' },
  ],
  composers: [
    'ytd-commentbox #contenteditable-root',
    'ytcp-commentbox textarea',
    'ytcp-commentbox #contenteditable-root',
  ],
  // After a move inside the app the embedded data is the first page's; the app's element holds what is shown now.
  pageState: [
    { name: 'endpoint', element: 'ytd-app', path: ['data', 'response', 'currentVideoEndpoint'] },
    { name: 'details', element: 'ytd-app', path: ['data', 'playerResponse', 'videoDetails'] },
    {
      name: 'format',
      element: 'ytd-app',
      path: ['data', 'playerResponse', 'microformat', 'playerMicroformatRenderer'],
    },
    {
      name: 'results',
      element: 'ytd-app',
      path: ['data', 'response', 'contents', 'twoColumnWatchNextResults', 'results', 'results'],
    },
    {
      name: 'metadata',
      element: 'ytd-app',
      path: ['data', 'response', 'metadata', 'channelMetadataRenderer'],
    },
    { name: 'header', element: 'ytd-app', path: ['data', 'response', 'header'] },
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.youtube.com/', kind: 'feed' },
    { url: 'https://www.youtube.com/@LinStudio', kind: 'profile' },
    { url: 'https://www.youtube.com/@LinStudio/videos?view=0', kind: 'profile' },
    { url: 'https://m.youtube.com/@%E6%9E%97%E5%AE%A4', kind: 'profile' },
    { url: 'https://www.youtube.com/channel/UC0123456789abcdefghijkl', kind: 'profile' },
    { url: 'https://www.youtube.com/c/LinStudio/about', kind: 'profile' },
    { url: 'https://www.youtube.com/user/linstudio', kind: 'profile' },
    { url: 'https://www.youtube.com/watch?v=abcDEF12345&t=10s&si=x', kind: 'post' },
    { url: 'https://youtu.be/abcDEF12345?si=x', kind: 'post' },
    { url: 'https://www.youtube.com/shorts/abcDEF12345', kind: 'post' },
    { url: 'https://www.youtube.com/live/abcDEF12345?feature=share', kind: 'post' },
    { url: 'https://m.youtube.com/watch?v=abcDEF12345&pp=x', kind: 'post' },
    { url: 'https://www.youtube.com/watch?v=abcDEF12345&lc=UgxABCDEF', kind: 'post' },
    { url: 'https://www.youtube.com/post/UgkxABCDEFGHIJKLMNOPQRSTUVWX', kind: 'post' },
    {
      url: 'https://www.youtube.com/channel/UC0123456789abcdefghijkl/community?lb=UgkxABCDEFGHIJ',
      kind: 'post',
    },
    { url: 'https://www.youtube.com/@LinStudio/posts', kind: 'profile' },
    { url: 'https://www.youtube.com/hashtag/teapot', kind: 'feed' },
    {
      url: 'https://studio.youtube.com/channel/UC0123456789abcdefghijkl/comments/inbox?filter=%5B%5D',
      kind: 'inbox',
    },
    { url: 'https://studio.youtube.com/video/abcDEF12345/comments', kind: 'inbox' },
    { url: 'https://www.youtube.com/results?search_query=teapot', kind: 'search' },
    { url: 'https://www.youtube.com/playlist?list=PL0123456789', kind: 'listing' },
    { url: 'https://consent.youtube.com/m?continue=https://www.youtube.com/', kind: 'blocked' },
  ],
  kinds: {
    // The e-mail behind "View email address" asks for a sign-in and a captcha; when it was joined is said in words only.
    profile: { evidence: 'strong', verified: '2026-08', unknown: ['emails', 'joinedAt'] },
    // A community post has code behind it, no saved page.
    post: { evidence: 'strong', verified: '2026-08', unknown: ['shares', 'saves', 'comments.publishedAt'] },
    inbox: {
      evidence: 'weak',
      verified: '2026-08',
      unknown: ['comments.id', 'comments.publishedAt', 'comments.likes'],
    },
  },
};

/** A page as they were made until 2020, with a head of its own and no word across the player that the video cannot be had. */
function isOlder(document: Document): boolean {
  return (
    document.querySelector('[id^="masthead"], #watch-vid-title') !== null &&
    document.querySelector('#player-unavailable:not(.hid), #unavailable-message') === null
  );
}

export const read: SiteReader = (document, identity, url, state) => {
  if (identity.kind === 'inbox') return readStudio(document, url);
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  const reading =
    identity.kind === 'profile'
      ? readChannel(document, identity, url, state)
      : identity.url.includes('/post/')
        ? readCommunityPost(document, identity, url)
        : readVideo(document, identity, url, state);
  // The consent page and other walls may stand under the page's own address; nothing of the site is there then.
  const isStale = reading.problems.some(({ reason }) => reason === 'stale');
  const isSite = document.querySelector('ytd-app, ytm-app') !== null || isOlder(document);
  return addressOnly(reading.creator, reading.post) && !isStale && !isSite && !reading.comments
    ? { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] }
    : reading;
};
