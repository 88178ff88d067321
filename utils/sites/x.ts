import { addressOnly } from './shared/address-only.ts';
import { segments } from './shared/page.ts';
import { speaksBeside } from './shared/walls.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readPost } from './x/post.ts';
import { readProfile } from './x/profile.ts';

const origin = 'https://x.com';

/** First parts of addresses that are no handles. */
const reserved = new Set(
  'about account analytics bookmarks communities compose connect_people content download explore following follower_requests hashtag help home i intent jobs lists login logout messages moments newtwitter notifications oauth personalization privacy search search-advanced search-home settings share signup signin similar_to sessions status tos topics tweet who_to_follow widgets'.split(
    ' ',
  ),
);
const tabs = new Set([
  'with_replies',
  'media',
  'likes',
  'highlights',
  'articles',
  'affiliates',
  'superfollows',
  'about',
]);
/** Lists of people on a profile's own pages. */
const lists = new Set(['followers', 'following', 'verified_followers', 'followers_you_follow']);
const handlePattern = /^\w{1,20}$/;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  if (first === undefined || first === 'home') return { kind: 'feed', url: `${origin}/home` };
  const word = first.toLowerCase();
  if (word === 'messages' || (word === 'i' && second === 'chat'))
    return { kind: 'inbox', url: `${origin}/messages` };
  if (word === 'login' || word === 'signup' || word === 'logout' || word === 'account') {
    return { kind: 'blocked', url: `${origin}/${word}` };
  }
  if (word === 'search')
    return {
      kind: 'search',
      url: `${origin}/search?q=${encodeURIComponent(url.searchParams.get('q') ?? '')}`,
    };
  if (word === 'i') return internal(second, third, segments(url)[3]);
  if (word === 'explore' || word === 'notifications') return { kind: 'feed', url: `${origin}/${word}` };
  if (word === 'hashtag' && second) {
    return { kind: 'feed', id: `#${second}`, url: `${origin}/hashtag/${encodeURIComponent(second)}` };
  }
  if (reserved.has(word) || !handlePattern.test(first)) return null;
  if (second && /^(?:status|statuses|article)$/.test(second) && /^\d{1,25}$/.test(third ?? '')) {
    const post = `${origin}/${first}/status/${third}`;
    const list = segments(url)[3];
    // who liked, reposted or quoted it: lists of people and posts, not the post
    return list && /^(?:likes|retweets|reposts|quotes)$/.test(list)
      ? { kind: 'feed', id: `${third}/${list}`, url: `${post}/${list}` }
      : { kind: 'post', id: third ?? '', handle: first, url: post };
  }
  if (second && lists.has(second)) {
    return { kind: 'feed', id: `${word}/${second}`, url: `${origin}/${first}/${second}` };
  }
  if (second !== undefined && !tabs.has(second)) return null;
  return { kind: 'profile', id: word, handle: first, url: `${origin}/${first}` };
}

function internal(
  second: string | undefined,
  third: string | undefined,
  fourth: string | undefined,
): PageIdentity | null {
  if (second === 'flow' || second === 'bouncer') return { kind: 'blocked', url: `${origin}/i/${second}` };
  const status =
    second === 'web' ? (third === 'status' ? fourth : undefined) : second === 'status' ? third : undefined;
  if (status && /^\d{1,25}$/.test(status))
    return { kind: 'post', id: status, url: `${origin}/i/status/${status}` };
  if ((second === 'lists' || second === 'communities') && third) {
    return { kind: second === 'lists' ? 'feed' : 'group', id: third, url: `${origin}/i/${second}/${third}` };
  }
  return null;
}

const tweet = 'article[data-testid="tweet"]';
const inTweet = {
  author: '[data-testid="User-Name"] a[href^="/"]',
  text: '[data-testid="tweetText"]',
  time: 'time[datetime]',
  permalink: 'a[href*="/status/"]:not([href*="/photo/"]):not([href*="/video/"]):not([href$="/analytics"])',
};

export const site: Site = {
  id: 'x',
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
  identify,
  profileAnchors: ['[data-testid="primaryColumn"] [data-testid="UserName"]', '[data-testid="UserName"]'],
  items: [
    // On a post's page the post itself has the focus, everything else there is an answer.
    { kind: 'post', on: ['post'], root: `${tweet}[tabindex="-1"]`, ...inTweet },
    { kind: 'comment', on: ['post'], root: `${tweet}:not([tabindex="-1"])`, ...inTweet },
    { kind: 'post', on: ['feed', 'search', 'profile', 'group'], root: tweet, ...inTweet },
    { kind: 'creator', root: '[data-testid="UserCell"]', author: 'a[role="link"][href^="/"]' },
  ],
  composers: ['[data-testid^="tweetTextarea_"][contenteditable="true"]'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://x.com/home', kind: 'feed' },
    { url: 'https://x.com/lin_studio', kind: 'profile' },
    { url: 'https://twitter.com/lin_studio?s=20', kind: 'profile' },
    { url: 'https://mobile.twitter.com/lin_studio/with_replies', kind: 'profile' },
    { url: 'https://x.com/lin_studio/status/1900000000000000001', kind: 'post' },
    { url: 'https://x.com/lin_studio/status/1900000000000000001/photo/1', kind: 'post' },
    { url: 'https://x.com/i/web/status/1900000000000000001', kind: 'post' },
    { url: 'https://twitter.com/lin_studio/statuses/1900000000000000001', kind: 'post' },
    { url: 'https://x.com/lin_studio/article/1900000000000000001', kind: 'post' },
    { url: 'https://www.x.com/lin_studio/highlights', kind: 'profile' },
    { url: 'https://x.com/lin_studio/status/1900000000000000001/quotes', kind: 'feed' },
    { url: 'https://x.com/lin_studio/verified_followers', kind: 'feed' },
    { url: 'https://x.com/hashtag/teapot?src=hashtag_click', kind: 'feed' },
    { url: 'https://x.com/i/lists/1400000000000000001', kind: 'feed' },
    { url: 'https://x.com/i/communities/1500000000000000001', kind: 'group' },
    { url: 'https://x.com/notifications', kind: 'feed' },
    { url: 'https://x.com/search?q=teapot&src=typed_query', kind: 'search' },
    { url: 'https://x.com/i/flow/login', kind: 'blocked' },
    { url: 'https://x.com/messages', kind: 'inbox' },
    { url: 'https://x.com/i/chat', kind: 'inbox' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-08', unknown: ['category', 'verifiedReason'] },
    // Whom an answer answers is said in words of the page's language only.
    post: { evidence: 'strong', verified: '2026-08', unknown: ['replyTo'] },
  },
};

/** A page of the site has its column, or the forms of older pages, or plenty of words; the shell and a log-in page have none of them. */
const ownPage =
  '[data-testid="primaryColumn"], article, [data-testid="UserName"], .ProfileHeaderCard, .permalink-tweet, script[type="application/ld+json"]';

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  const reading =
    identity.kind === 'post' ? readPost(document, identity, url) : readProfile(document, identity, url);
  const nothing = addressOnly(reading.creator, reading.post);
  // An empty state instead of a name: suspended, deleted or never there.
  const gone =
    document.querySelector('[data-testid="emptyState"]') !== null &&
    document.querySelector('[data-testid="UserName"], [data-testid="UserDescription"]') === null;
  const isStale = reading.problems.some(({ reason }) => reason === 'stale');
  if (
    nothing &&
    ((gone && identity.kind === 'profile') ||
      (!isStale && !document.querySelector(ownPage) && !speaksBeside(document)))
  ) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  return reading;
};
