import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readPost } from './threads/post.ts';
import { readProfile } from './threads/profile.ts';

const origin = 'https://www.threads.com';
const handlePattern = /^@[a-z0-9._]{1,30}$/i;
const codePattern = /^[\w-]{5,60}$/;
const tabs = new Set(['replies', 'media', 'reposts']);

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (first === 'login') return { kind: 'blocked', url: `${origin}/login` };
  if (first === 'search') {
    const words = url.searchParams.get('q');
    return { kind: 'search', url: `${origin}/search${words ? `?q=${encodeURIComponent(words)}` : ''}` };
  }
  if (first === 'for_you' || first === 'following') return { kind: 'feed', url: `${origin}/${first}` };
  if (first === 'messages') return { kind: 'inbox', url: `${origin}/messages` };
  if (first === 't' && codePattern.test(second ?? ''))
    return { kind: 'post', id: second ?? '', url: `${origin}/t/${second}` };
  if (!handlePattern.test(first)) return null;
  const handle = first.slice(1);
  if (second === 'post' && codePattern.test(third ?? ''))
    return { kind: 'post', id: third ?? '', handle, url: `${origin}/@${handle}/post/${third}` };
  if (second !== undefined && !tabs.has(second)) return null;
  return { kind: 'profile', id: handle.toLowerCase(), handle, url: `${origin}/@${handle}` };
}

// Every container below may also be a button of a dialog; only those with an author's link and a permalink are posts.
const container = '[data-pressable-container="true"]';
const parts = {
  root: container,
  author: 'a[href^="/@"]',
  name: 'a[href^="/@"] > span[translate="no"]',
  text: 'div > span[dir="auto"] > span',
  time: 'time[datetime]',
  permalink: 'a[href*="/post/"]',
};

export const site: Site = {
  id: 'threads',
  hosts: ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'],
  identify,
  profileAnchors: ['[role="region"] h1[translate="no"]', '#barcelona-page-layout h1[translate="no"]'],
  items: [
    { kind: 'comment', on: ['post'], ...parts },
    { kind: 'post', on: ['feed', 'profile', 'search'], ...parts },
  ],
  composers: [
    '[role="dialog"] [role="textbox"][contenteditable="true"]',
    '[role="dialog"] [role="textbox"][contenteditable="plaintext-only"]',
    '[role="region"] [role="textbox"][contenteditable="true"]',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.threads.com/', kind: 'feed' },
    { url: 'https://www.threads.com/@lin.studio', kind: 'profile' },
    { url: 'https://www.threads.net/@Lin.Studio/replies?hl=de', kind: 'profile' },
    { url: 'https://threads.net/@lin.studio?igshid=abc', kind: 'profile' },
    { url: 'https://www.threads.com/@lin.studio/post/C0deAbc123_', kind: 'post' },
    { url: 'https://www.threads.net/@lin.studio/post/C0deAbc123_/media?xmt=AQ', kind: 'post' },
    { url: 'https://www.threads.net/t/C0deAbc123_/', kind: 'post' },
    { url: 'https://www.threads.com/search?q=teapot&serp_type=default', kind: 'search' },
    { url: 'https://www.threads.com/login?next=%2F%40lin.studio', kind: 'blocked' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-06', unknown: ['following', 'posts'] },
    // The page counts reposts and passing on apart; which of the two is meant by "shares" nobody says.
    post: { evidence: 'strong', verified: '2026-06', unknown: ['shares', 'views'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind === 'profile') return readProfile(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
