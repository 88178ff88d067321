import { readBoard } from './pinterest/board.ts';
import { isRefused } from './pinterest/data.ts';
import { readPin } from './pinterest/pin.ts';
import { readProfile } from './pinterest/profile.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.pinterest.com';
const handlePattern = /^[\p{L}\p{N}_-]{2,60}$/u;
/** Newer pins have long ids of letters; both stand at the end of `/pin/<slug>--<id>/`. */
const pinPattern = /^(?:.*--)?(\d{4,25}|A[\w-]{30,100})$/;

/** First parts of addresses that are no people. */
const reserved = new Set(
  '_ about ads all amp analytics business careers categories convert create deletion discover edit email error explore follow gifts homefeed idea-pin-builder invited manifest.json news_hub notifications oauth offsite pin-builder pin-creation-tool policy popular privacy product reset resource resources security settings shop shopping sitemap source story_pin_builder terms topics trust upload v3 verify video videos welcome'.split(
    ' ',
  ),
);
/** Second parts that are a tab of the profile, not a board. */
const tabs = new Set('boards pins followers following profile products tries shop about _profile'.split(' '));

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (/^(?:help|business|developers|newsroom|ads|investor|policy|blog|engineering)\./.test(url.hostname))
    return null;
  // Where the site sends whoever asks for a pin that is gone.
  if (first === undefined && url.searchParams.get('show_error') === 'true')
    return { kind: 'blocked', url: `${origin}/?show_error=true` };
  if (first === undefined || first === 'homefeed') return { kind: 'feed', url: `${origin}/` };
  if (/^(?:login|signup|password|logout|register|secure)$/.test(first))
    return { kind: 'blocked', url: `${origin}/${first}/` };
  if (/^(?:messages|inbox)$/.test(first)) return { kind: 'inbox', url: `${origin}/${first}/` };
  if (first === 'search') {
    const tab = second && /^\w+$/.test(second) ? second : 'pins';
    const words = encodeURIComponent(url.searchParams.get('q') ?? '');
    return { kind: 'search', url: `${origin}/search/${tab}/?q=${words}` };
  }
  if (first === 'today' && !second) return { kind: 'feed', url: `${origin}/today/` };
  if (first === 'ideas') {
    const id = third && /^\d+$/.test(third) ? third : undefined;
    return id
      ? { kind: 'feed', id, url: `${origin}/ideas/${encodeURIComponent(second ?? '')}/${id}/` }
      : { kind: 'feed', url: `${origin}/ideas/` };
  }
  if (first === 'pin') {
    const id = pinPattern.exec(second ?? '')?.[1];
    return id ? { kind: 'post', id, url: `${origin}/pin/${id}/` } : null;
  }
  if (reserved.has(first.toLowerCase()) || !handlePattern.test(first)) return null;
  const id = first.toLowerCase();
  if (second === undefined || second.startsWith('_') || tabs.has(second)) {
    return { kind: 'profile', id, handle: first, url: `${origin}/${encodeURIComponent(first)}/` };
  }
  const path = [first, second, ...(third && !third.startsWith('_') ? [third] : [])];
  return {
    kind: 'feed',
    id: path.join('/').toLowerCase(),
    handle: first,
    url: `${origin}/${path.map(encodeURIComponent).join('/')}/`,
  };
}

const countries =
  'at be ca ch cl co co.at co.id co.in co.kr co.nz co.uk com.au com.bo com.br com.co com.ec com.mx com.pe com.ph com.py com.tr com.uy com.vn cz de dk ec es fi fr gr hu id ie in info it jp kr mx nl no nz pe ph pl pt ro ru se sg sk th tw uk vn'
    .split(' ')
    .map((country) => `*.pinterest.${country}`);

export const site: Site = {
  id: 'pinterest',
  hosts: ['*.pinterest.com', ...countries],
  passingHosts: ['pin.it'],
  identify,
  profileAnchors: [
    '[data-test-id="profile-name"] h1',
    '[data-test-id="profile-header"] h1',
    '[data-test-id="profile-username"]',
    '[data-test-id="header-profile"] h1',
  ],
  items: [
    {
      kind: 'comment',
      on: ['post'],
      root: '[data-test-id="commentThread-comment"]',
      author: 'a[href^="/"]',
      text: '[data-test-id="text-container"], .text-container',
    },
    {
      kind: 'post',
      root: '[data-test-pin-id]',
      author:
        '[data-test-id="pinner-name"] a[href], [data-test-id="creator-profile-name"] a[href], a[href^="/"]:not([href^="/pin/"])',
      permalink: 'a[href*="/pin/"]',
      id: 'data-test-pin-id',
    },
    {
      kind: 'creator',
      on: ['search'],
      root: '[data-test-id="user-rep"], [data-test-id="userRep"]',
      author: 'a[href^="/"]',
    },
  ],
  composers: [
    '[data-test-id="comment-editor-container"] [contenteditable="true"]',
    '[data-test-id="editor-with-mentions"] [contenteditable="true"]',
    '#dweb-comment-editor-container [contenteditable="true"]',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.pinterest.com/', kind: 'feed' },
    { url: 'https://www.pinterest.com/linstudio/', kind: 'profile' },
    { url: 'https://ru.pinterest.com/linstudio/_created/', kind: 'profile' },
    { url: 'https://www.pinterest.co.uk/LinStudio/_saved/?utm_source=x', kind: 'profile' },
    { url: 'https://pinterest.de/linstudio/pins/', kind: 'profile' },
    { url: 'https://www.pinterest.com/linstudio/teapots/', kind: 'feed' },
    { url: 'https://www.pinterest.com/linstudio/teapots/red-clay/', kind: 'feed' },
    { url: 'https://www.pinterest.com/pin/100000000000000001/', kind: 'post' },
    { url: 'https://br.pinterest.com/pin/a-red-teapot--100000000000000001/', kind: 'post' },
    { url: 'https://www.pinterest.com/pin/100000000000000001/sent/?invite_code=1', kind: 'post' },
    { url: 'https://www.pinterest.com/search/pins/?q=teapot&rs=typed', kind: 'search' },
    { url: 'https://www.pinterest.com/search/users/?q=lin', kind: 'search' },
    { url: 'https://www.pinterest.com/ideas/teapots/900000000001/', kind: 'feed' },
    { url: 'https://www.pinterest.com/login/', kind: 'blocked' },
    { url: 'https://www.pinterest.com/?show_error=true', kind: 'blocked' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-10', unknown: ['location'] },
    post: { evidence: 'strong', verified: '2026-10', unknown: ['comments.publishedAt', 'comments.likes'] },
    // A board's data are known from the state of a profile that lists boards, not from a saved board page.
    feed: { evidence: 'medium', verified: '2026-10' },
  },
};

export const read: SiteReader = (document, identity, url) => {
  const name = identity.kind === 'post' ? identity.id : identity.handle;
  if (name && isRefused(document, name)) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'profile') return readProfile(document, identity, url);
  if (identity.kind === 'post') return readPin(document, identity, url);
  if (identity.kind === 'feed' && identity.handle) return readBoard(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
