import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readPost } from './tiktok/post.ts';
import { readProfile } from './tiktok/profile.ts';
import { isShell } from './tiktok/state.ts';

const origin = 'https://www.tiktok.com';
const handlePattern = /^@[\p{L}\p{N}_.]{1,60}$/u;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (first === undefined || first === 'foryou' || first === 'explore' || first === 'following') {
    return { kind: 'feed', url: first ? `${origin}/${first}` : `${origin}/` };
  }
  if (first === 'login' || first === 'signup') return { kind: 'blocked', url: `${origin}/${first}` };
  if (first === 'messages') return { kind: 'inbox', url: `${origin}/messages` };
  if (first === 'search') {
    return {
      kind: 'search',
      url: `${origin}/search?q=${encodeURIComponent(url.searchParams.get('q') ?? '')}`,
    };
  }
  if ((first === 'tag' || first === 'music') && second) {
    return { kind: 'feed', id: second, url: `${origin}/${first}/${encodeURIComponent(second)}` };
  }
  if (!handlePattern.test(first)) return null;
  const handle = first.slice(1);
  if (second === 'video' || second === 'photo') {
    if (!/^\d{5,25}$/.test(third ?? '')) return null;
    return { kind: 'post', id: third ?? '', handle, url: `${origin}/@${handle}/${second}/${third}` };
  }
  if (second === undefined)
    return { kind: 'profile', id: handle.toLowerCase(), handle, url: `${origin}/@${handle}` };
  return null;
}

export const site: Site = {
  id: 'tiktok',
  hosts: ['www.tiktok.com', 'tiktok.com', 'm.tiktok.com'],
  identify,
  profileAnchors: ['[data-e2e="user-title"]', '[data-e2e="user-subtitle"]'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.tiktok.com/foryou', kind: 'feed' },
    { url: 'https://www.tiktok.com/@lin.studio', kind: 'profile' },
    { url: 'https://www.tiktok.com/@lin.studio?lang=en&is_from_webapp=1', kind: 'profile' },
    { url: 'https://www.tiktok.com/@lin.studio/video/7500000000000000001', kind: 'post' },
    { url: 'https://www.tiktok.com/@lin.studio/photo/7500000000000000002?is_from_webapp=1', kind: 'post' },
    { url: 'https://www.tiktok.com/tag/teapot', kind: 'feed' },
    { url: 'https://www.tiktok.com/search?q=teapot&t=1', kind: 'search' },
    { url: 'https://www.tiktok.com/login', kind: 'blocked' },
  ],
  evidence: 'strong',
  verified: '2026-08',
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  if (isShell(document)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return identity.kind === 'post' ? readPost(document, identity) : readProfile(document, identity, url);
};
