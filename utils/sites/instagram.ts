import { readPost } from './instagram/post.ts';
import { readProfile } from './instagram/profile.ts';
import { segments } from './shared/page.ts';
import { asksToLogIn } from './shared/walls.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.instagram.com';

/** First parts of addresses that are no handles. */
const reserved = new Set(
  'about accounts api archive audio auth_platform challenge consent data developer direct emails explore fxcal graphql legal lite locations nametag oauth p popular press privacy push qr reel reels session share static stories terms tv web your_activity'.split(
    ' ',
  ),
);
const tabs = new Set(['reels', 'tagged', 'saved', 'reposts', 'channel', 'guides', 'feed']);
const walls = new Set(['accounts', 'challenge', 'consent', 'auth_platform', 'oauth']);
const handlePattern = /^[a-z0-9._]{1,30}$/i;
const codePattern = /^[\w-]{5,60}$/;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (walls.has(first)) return { kind: 'blocked', url: `${origin}/${first}/` };
  if (first === 'direct') return { kind: 'inbox', url: `${origin}/direct/inbox/` };
  if (first === 'explore') return explore(second, third, url);
  const post = /^(?:p|tv|reel|reels)$/.test(first)
    ? { form: first, code: second, handle: undefined }
    : { form: second, code: third, handle: first };
  if (
    /^(?:p|tv|reel|reels)$/.test(post.form ?? '') &&
    codePattern.test(post.code ?? '') &&
    post.code !== 'audio'
  ) {
    const form = post.form === 'p' || post.form === 'tv' ? 'p' : 'reel';
    const identity: PageIdentity = {
      kind: 'post',
      id: post.code ?? '',
      url: `${origin}/${form}/${post.code}/`,
    };
    return post.handle && handlePattern.test(post.handle) ? { ...identity, handle: post.handle } : identity;
  }
  if (first === 'reels') return { kind: 'feed', url: `${origin}/reels/` };
  if (reserved.has(first.toLowerCase()) || !handlePattern.test(first)) return null;
  if (second !== undefined && !tabs.has(second)) return null;
  return { kind: 'profile', id: first.toLowerCase(), handle: first, url: `${origin}/${first}/` };
}

function explore(second: string | undefined, third: string | undefined, url: URL): PageIdentity | null {
  if (second === 'search') return { kind: 'search', url: `${origin}/explore/search/${url.search}` };
  if (second === 'tags' && third) {
    return { kind: 'feed', id: `#${third}`, url: `${origin}/explore/tags/${encodeURIComponent(third)}/` };
  }
  return { kind: 'feed', url: `${origin}/explore/` };
}

export const site: Site = {
  id: 'instagram',
  hosts: ['www.instagram.com', 'instagram.com'],
  identify,
  profileAnchors: ['main header h2', 'main header h1', 'header section h2'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.instagram.com/', kind: 'feed' },
    { url: 'https://www.instagram.com/lin.studio/', kind: 'profile' },
    { url: 'https://www.instagram.com/lin.studio/reels/?hl=de', kind: 'profile' },
    { url: 'https://instagram.com/lin.studio?igshid=abc', kind: 'profile' },
    { url: 'https://www.instagram.com/p/C0deAbc123_/', kind: 'post' },
    { url: 'https://www.instagram.com/lin.studio/p/C0deAbc123_/', kind: 'post' },
    { url: 'https://www.instagram.com/reel/C0deAbc123_/?utm_source=ig_web_copy_link', kind: 'post' },
    { url: 'https://www.instagram.com/p/C0deAbc123_/c/17900000000000001/', kind: 'post' },
    { url: 'https://www.instagram.com/explore/tags/teapot/', kind: 'feed' },
    { url: 'https://www.instagram.com/direct/t/1/', kind: 'inbox' },
    { url: 'https://www.instagram.com/accounts/login/?next=/lin.studio/', kind: 'blocked' },
  ],
  evidence: 'strong',
  verified: '2026-08',
};

/** A deleted or renamed profile: words in any language and a way back to the start where the profile's header would be. */
function isGone(document: Document): boolean {
  const main = document.querySelector('main');
  return main !== null && main.querySelector('header') === null && main.querySelector('a[href="/"]') !== null;
}

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind !== 'profile') return { kind: identity.kind, problems: [] };
  const reading = readProfile(document, identity, url);
  const onlyAddress = reading.creator !== undefined && Object.keys(reading.creator).length <= 1;
  if (onlyAddress && (asksToLogIn(document) || isGone(document))) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  return reading;
};
