import { readGroup } from './reddit/group.ts';
import { readPost } from './reddit/post.ts';
import { readProfile } from './reddit/profile.ts';
import { segments, titleOf } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.reddit.com';
const idPattern = /^[a-z0-9]{4,12}$/i;
const groupPattern = /^[a-z0-9]\w{1,40}$/i;
const personPattern = /^[\w-]{2,40}$/;
/** Feeds of many groups, which stand where a group's name stands. */
const mixed = /^(?:popular|all|random|mod|friends|subreddits|home|.*\+.*)$/i;
const sorts = /^(?:hot|best|new|top|rising|controversial|gilded)$/;

function identify(url: URL): PageIdentity | null {
  const parts = segments(url);
  const [first, second, third, fourth] = parts;
  if (/^(?:ads|business|accounts?|about|support|mods|embed|out|oauth)\./.test(url.hostname)) return null;
  if (/(?:^|\.)redd\.it$/.test(url.hostname)) return first && idPattern.test(first) ? post(first) : null;
  if (/^chat\./.test(url.hostname)) return { kind: 'inbox', url: `${origin}/chat` };
  if (first === undefined || sorts.test(first)) return { kind: 'feed', url: `${origin}/` };
  if (/^(?:login|register|account|password)$/.test(first))
    return { kind: 'blocked', url: `${origin}/${first}/` };
  if (/^(?:message|chat|notifications|inbox)$/.test(first))
    return { kind: 'inbox', url: `${origin}/${first}` };
  if (first === 'search') return search(url);
  if (/^(?:comments|gallery|tb)$/.test(first)) return second && idPattern.test(second) ? post(second) : null;
  if (first === 'user' || first === 'u') return person(second, third, fourth);
  if (first !== 'r' || !second) return null;
  if (/^u_/i.test(second)) return person(second.slice(2), third, fourth);
  if (mixed.test(second))
    return third === 'comments' ? null : { kind: 'feed', url: `${origin}/r/${second}/` };
  if (!groupPattern.test(second)) return null;
  if (third === 'search') return search(url, second);
  if (third === 'comments' && fourth) return idPattern.test(fourth) ? post(fourth, `r/${second}`) : null;
  if (third !== undefined && !sorts.test(third) && third !== 'about') return null;
  return { kind: 'group', id: second.toLowerCase(), handle: second, url: `${origin}/r/${second}/` };
}

function post(id: string, under?: string, handle?: string): PageIdentity {
  const low = id.toLowerCase();
  return {
    kind: 'post',
    id: low,
    ...(handle ? { handle } : {}),
    url: `${origin}/${under ? `${under}/` : ''}comments/${low}/`,
  };
}

function person(
  name: string | undefined,
  tab: string | undefined,
  id: string | undefined,
): PageIdentity | null {
  if (!name || name === 'me' || !personPattern.test(name)) return null;
  if (tab === 'comments' && id && idPattern.test(id)) return post(id, `user/${name}`, name);
  if (tab === 'm') return { kind: 'feed', url: `${origin}/user/${name}/m/${encodeURIComponent(id ?? '')}/` };
  return { kind: 'profile', id: name.toLowerCase(), handle: name, url: `${origin}/user/${name}/` };
}

function search(url: URL, group?: string): PageIdentity {
  const words = encodeURIComponent(url.searchParams.get('q') ?? '');
  return { kind: 'search', url: `${origin}/${group ? `r/${group}/` : ''}search/?q=${words}` };
}

export const site: Site = {
  id: 'reddit',
  hosts: ['*.reddit.com'],
  passingHosts: ['redd.it', 'www.redd.it'],
  identify,
  profileAnchors: [
    '[data-testid="profile-display-name"]',
    '[data-testid="profile-main"] h1',
    '.side .titlebox > h1',
  ],
  items: [
    {
      kind: 'comment',
      root: 'shreddit-comment[thingid]',
      author: '[slot="commentMeta"] a[href*="/user/"]',
      text: '[slot="comment"]',
      time: '[slot="commentMeta"] time[datetime]',
      permalink: 'a[href*="/comment/"]',
      id: 'thingid',
      thread: 'self',
    },
    {
      kind: 'comment',
      root: '.thing.comment[data-fullname]',
      author: '.entry .tagline a.author',
      text: '.entry .usertext-body .md',
      time: '.entry .tagline time[datetime]',
      permalink: '.entry a.bylink',
      id: 'data-fullname',
      thread: 'self',
    },
    {
      kind: 'post',
      root: 'shreddit-post',
      author:
        '[slot="authorName"] a[href*="/user/"], [slot="credit-bar"] a[href*="/user/"], a[href*="/user/"]',
      text: '[slot="text-body"]',
      time: 'time[datetime]',
      permalink: '[slot="full-post-link"], a[href*="/comments/"]',
      id: 'id',
    },
    {
      kind: 'post',
      root: '.thing.link[data-fullname]',
      author: '.entry .tagline a.author',
      text: '.entry .usertext-body .md',
      time: '.entry .tagline time[datetime]',
      permalink: '.entry a.comments',
      id: 'data-fullname',
    },
  ],
  composers: [
    'shreddit-composer div[contenteditable="true"][name="body"]',
    '.usertext-edit textarea[name="text"]',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.reddit.com/', kind: 'feed' },
    { url: 'https://www.reddit.com/r/popular/', kind: 'feed' },
    { url: 'https://www.reddit.com/r/TeapotClub/', kind: 'group' },
    { url: 'https://old.reddit.com/r/teapotclub/top/?t=week', kind: 'group' },
    { url: 'https://www.reddit.com/r/teapotclub/comments/1abc23/my_new_pot/', kind: 'post' },
    {
      url: 'https://old.reddit.com/r/teapotclub/comments/1abc23/my_new_pot/l0c1d2e/?context=3',
      kind: 'post',
    },
    {
      url: 'https://sh.reddit.com/r/teapotclub/comments/1abc23/comment/l0c1d2e/?utm_source=share',
      kind: 'post',
    },
    { url: 'https://www.reddit.com/comments/1abc23', kind: 'post' },
    { url: 'https://redd.it/1abc23', kind: 'post' },
    { url: 'https://www.reddit.com/user/lin_studio/comments/1abc24/hello/', kind: 'post' },
    { url: 'https://www.reddit.com/user/lin_studio/', kind: 'profile' },
    { url: 'https://new.reddit.com/u/Lin_Studio/submitted/', kind: 'profile' },
    { url: 'https://www.reddit.com/r/u_lin_studio/', kind: 'profile' },
    { url: 'https://www.reddit.com/search/?q=teapot&type=link', kind: 'search' },
    { url: 'https://www.reddit.com/r/teapotclub/search?q=kiln&restrict_sr=1', kind: 'search' },
    { url: 'https://www.reddit.com/message/inbox/', kind: 'inbox' },
    { url: 'https://www.reddit.com/login/?dest=x', kind: 'blocked' },
  ],
  kinds: {
    post: { evidence: 'strong', verified: '2026-10', unknown: ['saves', 'views'] },
    group: { evidence: 'medium', verified: '2026-08' },
    // Karma is no count of likes and is left alone.
    profile: { evidence: 'weak', verified: '2026-08', unknown: ['followers', 'posts'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  const has = (selector: string) => document.querySelector(selector) !== null;
  // The check before the first page, the refusal of some networks, and the old site's page about a private or banned group.
  const refused =
    has('input[name="js_challenge"]') || /^(?:Blocked|Too Many Requests)$/.test(titleOf(document) ?? '');
  if (
    (refused || has('.interstitial .interstitial-image')) &&
    !has('shreddit-post, .thing, [data-testid="post-container"]')
  ) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind === 'group') return readGroup(document, identity);
  if (identity.kind === 'profile') return readProfile(document, identity);
  return { kind: identity.kind, problems: [] };
};
