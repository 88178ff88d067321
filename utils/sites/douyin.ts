import { readPost } from './douyin/post.ts';
import { readProfile } from './douyin/profile.ts';
import { isRefused } from './douyin/state.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.douyin.com';
const postPattern = /^\d{8,25}$/;
/** `sec_uid`: what stands in the address of a profile, and stays the same. */
const personPattern = /^MS4wLjABAAAA[\w-]{10,120}$/;

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const { hostname } = url;
  if (hostname === 'v.douyin.com') return { kind: 'other', url: `${url.origin}${url.pathname}` };
  if (hostname === 'creator.douyin.com') return atConsole(url, parts);
  if (hostname === 'live.douyin.com') {
    const room = parts[0];
    return room && /^[\w.-]{3,40}$/.test(room)
      ? { kind: 'other', url: `${url.origin}/${room}` }
      : { kind: 'feed', url: `${url.origin}/` };
  }
  // The shares of the app and the mobile site have one more part in front.
  const [first, second, third] = parts[0] === 'share' ? parts.slice(1) : parts;
  const opened = url.searchParams.get('modal_id');
  if (opened && postPattern.test(opened)) return post('video', opened);
  if ((first === 'video' || first === 'note' || first === 'slides') && postPattern.test(second ?? '')) {
    return post(first === 'video' ? 'video' : 'note', second ?? '');
  }
  if (first === 'user') return person(url, second);
  if (first === 'search') return search(second);
  if (first === 'root' && second === 'search') return search(third);
  if (
    first === undefined ||
    /^(?:discover|jingxuan|recommend|follow|friend|channel|hot|hashtag)$/.test(first)
  ) {
    const path = parts.slice(0, 2).map(encodeURIComponent).join('/');
    return { kind: 'feed', url: first ? `${origin}/${path}` : `${origin}/` };
  }
  return null;
}

const post = (kind: 'video' | 'note', id: string): PageIdentity => ({
  kind: 'post',
  id,
  url: `${origin}/${kind}/${id}`,
});

function person(url: URL, said: string | undefined): PageIdentity | null {
  const id = [said, url.searchParams.get('sec_uid')].find((each) => each && personPattern.test(each));
  // No handle: the name that people know ("抖音号") is not in the address, the lasting id is.
  return id ? { kind: 'profile', id, url: `${origin}/user/${id}` } : null;
}

function search(words: string | undefined): PageIdentity {
  return { kind: 'search', url: `${origin}/search/${encodeURIComponent(words ?? '')}` };
}

function atConsole(url: URL, parts: string[]): PageIdentity | null {
  const path = parts.join('/');
  if (path === 'creator-micro/interactive/comment' || path === 'creator-micro/data/following/chat') {
    return { kind: 'inbox', url: `${url.origin}/${path}` };
  }
  return null;
}

export const site: Site = {
  id: 'douyin',
  hosts: [
    'www.douyin.com',
    'douyin.com',
    'm.douyin.com',
    'live.douyin.com',
    'creator.douyin.com',
    'www.iesdouyin.com',
  ],
  passingHosts: ['v.douyin.com'],
  identify,
  profileAnchors: ['[data-e2e="user-info"] h1', '[data-e2e="user-detail"] h1'],
  items: [
    {
      // Text, time and number of a comment have no hook; the author's link has.
      kind: 'comment',
      root: '[data-e2e="comment-item"]',
      author: 'a[href*="/user/"]',
    },
    {
      kind: 'post',
      root: '[data-e2e="feed-active-video"]',
      author:
        '[data-e2e="feed-video-nickname"] a[href*="/user/"], a[data-e2e="video-avatar"], [data-e2e="video-avatar"] a, a[href*="/user/"]',
      name: '[data-e2e="feed-video-nickname"]',
      text: '[data-e2e="video-desc"]',
      id: 'data-e2e-vid',
    },
  ],
  composers: [
    '[data-e2e="comment-item"] [contenteditable="true"]',
    '[class*="comment-input"] [contenteditable="true"]',
    '[class*="messageEditor"] [contenteditable="true"]',
  ],
};

const example = 'MS4wLjABAAAAexampleexampleexampleexampleexample000';

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.douyin.com/', kind: 'feed' },
    { url: 'https://www.douyin.com/jingxuan', kind: 'feed' },
    { url: 'https://www.douyin.com/discover', kind: 'feed' },
    { url: 'https://www.douyin.com/video/7580000000000000001?previous_page=app_code_link', kind: 'post' },
    { url: 'https://www.douyin.com/note/7580000000000000002', kind: 'post' },
    { url: 'https://www.douyin.com/discover?modal_id=7580000000000000001', kind: 'post' },
    { url: `https://www.douyin.com/user/${example}?modal_id=7580000000000000001`, kind: 'post' },
    { url: 'https://m.douyin.com/share/video/7580000000000000001', kind: 'post' },
    { url: 'https://www.iesdouyin.com/share/video/7580000000000000001/?region=CN', kind: 'post' },
    { url: 'https://www.iesdouyin.com/share/note/7580000000000000002', kind: 'post' },
    { url: `https://www.douyin.com/user/${example}`, kind: 'profile' },
    {
      url: `https://www.douyin.com/user/${example}?from_tab_name=main&vid=7580000000000000001`,
      kind: 'profile',
    },
    { url: `https://www.iesdouyin.com/share/user/59500000000?sec_uid=${example}`, kind: 'profile' },
    { url: 'https://www.douyin.com/search/%E8%8C%B6%E5%A3%B6?type=video', kind: 'search' },
    { url: 'https://www.douyin.com/root/search/%E8%8C%B6%E5%A3%B6', kind: 'search' },
    { url: 'https://live.douyin.com/123456789', kind: 'other' },
    { url: 'https://creator.douyin.com/creator-micro/interactive/comment?item_id=1', kind: 'inbox' },
    { url: 'https://creator.douyin.com/creator-micro/data/following/chat', kind: 'inbox' },
    { url: 'https://v.douyin.com/abcDEF1/', kind: 'other' },
  ],
  kinds: {
    // The shares' pages are from a saved page; the marked elements of the site were checked live. A comment's number and answers have no hook.
    post: { evidence: 'strong', verified: '2026-09' },
    profile: { evidence: 'medium', verified: '2026-09', unknown: ['verified', 'links'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  if (isRefused(document)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return identity.kind === 'post' ? readPost(document, identity, url) : readProfile(document, identity, url);
};
