import { nameInTitle } from './instagram/people.ts';
import { readPost } from './instagram/post.ts';
import { readProfile } from './instagram/profile.ts';
import { metaText, segments } from './shared/page.ts';
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
  if (first === 'popular' && second)
    return { kind: 'feed', id: `popular-${second}`, url: `${origin}/popular/${encodeURIComponent(second)}/` };
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
  if (second === 'locations' && /^\d{1,25}$/.test(third ?? ''))
    return { kind: 'feed', id: `place-${third}`, url: `${origin}/explore/locations/${third}/` };
  if (second === 'tags' && third) {
    return { kind: 'feed', id: `#${third}`, url: `${origin}/explore/tags/${encodeURIComponent(third)}/` };
  }
  return { kind: 'feed', url: `${origin}/explore/` };
}

export const site: Site = {
  id: 'instagram',
  hosts: ['www.instagram.com', 'instagram.com', 'm.instagram.com'],
  passingHosts: ['instagr.am', 'www.instagr.am', 'l.instagram.com', 'ig.me'],
  identify,
  profileAnchors: ['main header h2', 'main header h1', 'header section h2'],
  // A comment's row has nothing that names it but the link around its time. Rows of follower lists have nothing at all: nothing stands there.
  items: [
    {
      kind: 'comment',
      root: 'div:has(> div > span > a[href*="/c/"] > time)',
      author: 'a[href^="/"][href$="/"]',
      text: 'div + div > span[dir="auto"]',
      time: 'time[datetime]',
      permalink: 'a[href*="/c/"]',
    },
    {
      kind: 'post',
      root: 'article',
      author: 'a[href^="/"][href$="/"]',
      time: 'time[datetime]',
      permalink: 'a[href*="/p/"], a[href*="/reel/"]',
    },
  ],
  composers: [
    'form textarea',
    'textarea[autocomplete="off"]',
    '[role="textbox"][contenteditable="true"][data-lexical-editor="true"]',
  ],
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
    { url: 'https://m.instagram.com/lin.studio/', kind: 'profile' },
    { url: 'https://www.instagram.com/explore/locations/100000001/place/', kind: 'feed' },
    { url: 'https://www.instagram.com/explore/search/keyword/?q=teapot', kind: 'search' },
    { url: 'https://www.instagram.com/direct/t/1/', kind: 'inbox' },
    { url: 'https://www.instagram.com/accounts/login/?next=/lin.studio/', kind: 'blocked' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-08' },
    post: { evidence: 'strong', verified: '2026-08', unknown: ['shares', 'saves'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind !== 'profile') return { kind: identity.kind, problems: [] };
  const reading = readProfile(document, identity, url);
  const onlyAddress = Object.keys(reading.creator ?? {}).length <= 1;
  // Nothing but the address is known: a login page, a profile that is gone, or an application that has loaded nothing yet. A header or a
  // preview, even of somebody else, shows that it is none of these.
  const speaks =
    reading.problems.some(({ reason }) => reason !== 'missing') ||
    document.querySelector('main header') !== null ||
    nameInTitle(metaText(document, 'og:title')) !== undefined;
  return onlyAddress && (!speaks || asksToLogIn(document))
    ? { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] }
    : reading;
};
