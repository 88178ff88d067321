import { readArticle } from './linkedin/article.ts';
import { readPost } from './linkedin/post.ts';
import { readProfile } from './linkedin/profile.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';

const origin = 'https://www.linkedin.com';
const slugPattern = /^[\p{L}\p{M}\p{N}_.&'’%-]{1,150}$/u;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  // Help, learning, business and sales pages have hosts of their own.
  if (!/^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/.test(url.hostname)) return null;
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (/^(?:login|authwall|checkpoint|uas|signup|reg|404)$/.test(first))
    return { kind: 'blocked', url: `${origin}/${first}` };
  // Where the site sends whoever asks for a person that is gone or out of reach.
  if (first === 'in' && second === 'unavailable')
    return { kind: 'blocked', url: `${origin}/in/unavailable/` };
  if (first === 'messaging') return { kind: 'inbox', url: `${origin}/messaging/` };
  if (first === 'search' && second === 'results') {
    const words = encodeURIComponent(url.searchParams.get('keywords') ?? '');
    const list = third && /^\w+$/.test(third) ? third : 'all';
    return { kind: 'search', url: `${origin}/search/results/${list}/?keywords=${words}` };
  }
  if (first === 'feed') {
    if (second === undefined) return { kind: 'feed', url: `${origin}/feed/` };
    return second === 'update' ? update(third ?? '') : null;
  }
  if (first === 'embed' && second === 'feed') return update(segments(url)[3] ?? '');
  if (first === 'posts' && second) {
    const found = /-(activity|ugcPost|share)-(\d{15,22})(?:-|$)/.exec(second);
    const author = /^([^_]+)_/.exec(second)?.[1];
    return found ? post(found[1] ?? '', found[2] ?? '', author) : null;
  }
  if (first === 'pulse' && second && slugPattern.test(second)) {
    return {
      kind: 'article',
      id: second.toLowerCase(),
      url: `${origin}/pulse/${encodeURIComponent(second)}`,
    };
  }
  if (first === 'groups' && second && /^\d+$/.test(second))
    return { kind: 'group', id: second, url: `${origin}/groups/${second}/` };
  if (!/^(?:in|company|school|showcase)$/.test(first) || !second || !slugPattern.test(second)) return null;
  if (/^(?:jobs|life|people|products)$/.test(third ?? '') && first !== 'in') return null;
  return {
    kind: 'profile',
    // A person and a company may have the same name in their addresses.
    id: `${first}/${second.toLowerCase()}`,
    handle: second,
    url: `${origin}/${first}/${encodeURIComponent(second)}/`,
  };
}

function update(urn: string): PageIdentity | null {
  const found = /^urn:li:(activity|ugcPost|share):(\d{15,22})$/.exec(urn);
  return found ? post(found[1] ?? '', found[2] ?? '') : null;
}

function post(kind: string, id: string, handle?: string): PageIdentity {
  return {
    kind: 'post',
    id: kind === 'activity' ? id : `${kind}:${id}`,
    ...(handle ? { handle } : {}),
    url: `${origin}/feed/update/urn:li:${kind}:${id}/`,
  };
}

const person = 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"]';

export const site: Site = {
  id: 'linkedin',
  hosts: ['*.linkedin.com'],
  passingHosts: ['lnkd.in'],
  identify,
  profileAnchors: [
    'h1.top-card-layout__title',
    'main h1.text-heading-xlarge',
    'h1.org-top-card-summary__title',
    'main section h1',
  ],
  items: [
    {
      kind: 'comment',
      root: 'article.comments-comment-entity[data-id]',
      author: 'a.comments-comment-meta__description-container, a[href*="/in/"], a[href*="/company/"]',
      name: '.comments-comment-meta__description-title',
      text: '.comments-comment-entity__content .update-components-text',
      time: 'time.comments-comment-meta__data',
      id: 'data-id',
    },
    {
      kind: 'comment',
      root: '[componentkey^="CommentComponentReference_urn:li:comment:"], [componentkey^="ReplyComponentReference_"]',
      author: 'a[href*="/in/"], a[href*="/company/"]',
      text: '[componentkey^="comment-commentary_"], [data-testid="expandable-text-box"]',
      id: 'componentkey',
    },
    {
      kind: 'comment',
      root: 'section.comment',
      author: '[data-tracking-control-name="public_post_comment_actor-name"]',
      text: '.comment__text',
    },
    {
      kind: 'post',
      root: '.feed-shared-update-v2[data-urn]',
      author:
        '.update-components-actor__container a[href*="/in/"], .update-components-actor__container a[href*="/company/"]',
      name: '.update-components-actor__title',
      text: '.update-components-text',
      id: 'data-urn',
    },
    {
      kind: 'post',
      root: '[componentkey^="update-card-"]',
      author: person,
      text: '[data-testid="expandable-text-box"]',
      id: 'componentkey',
    },
    {
      kind: 'post',
      root: 'article[data-activity-urn]',
      author: '[data-tracking-control-name$="feed-actor-name"]',
      text: '[data-test-id="main-feed-activity-card__commentary"]',
      id: 'data-activity-urn',
    },
  ],
  composers: [
    '.comments-comment-box .ql-editor[contenteditable="true"]',
    '[componentkey^="commentBox-"] [contenteditable="true"]',
    '[data-testid="ui-core-tiptap-text-editor-wrapper"] [contenteditable="true"]',
    '.msg-form__contenteditable[contenteditable="true"]',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.linkedin.com/feed/', kind: 'feed' },
    { url: 'https://www.linkedin.com/in/lin-zhou-studio/', kind: 'profile' },
    { url: 'https://cn.linkedin.com/in/lin-zhou-studio?trk=people-guest', kind: 'profile' },
    { url: 'https://www.linkedin.com/in/lin-zhou-studio/recent-activity/all/', kind: 'profile' },
    { url: 'https://uk.linkedin.com/company/lin-studio', kind: 'profile' },
    { url: 'https://www.linkedin.com/company/lin-studio/about/?viewAsMember=true', kind: 'profile' },
    { url: 'https://www.linkedin.com/school/kiln-school/', kind: 'profile' },
    {
      url: 'https://www.linkedin.com/posts/lin-zhou-studio_new-pots-activity-7300000000000000000-aB3d',
      kind: 'post',
    },
    {
      url: 'https://www.linkedin.com/posts/lin-studio_pots-ugcPost-7300000000000000001-xY?utm_source=share',
      kind: 'post',
    },
    {
      url: 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000000/?commentUrn=x',
      kind: 'post',
    },
    { url: 'https://www.linkedin.com/pulse/how-we-fire-pots-lin-zhou', kind: 'article' },
    { url: 'https://www.linkedin.com/search/results/people/?keywords=potter&sid=1', kind: 'search' },
    { url: 'https://www.linkedin.com/messaging/thread/2-abc/', kind: 'inbox' },
    { url: 'https://www.linkedin.com/groups/1234567/', kind: 'group' },
    { url: 'https://www.linkedin.com/authwall?trk=x', kind: 'blocked' },
    { url: 'https://www.linkedin.com/in/unavailable/', kind: 'blocked' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-09', unknown: ['joinedAt', 'posts', 'following'] },
    post: { evidence: 'medium', verified: '2026-09', unknown: ['shares', 'views'] },
    article: { evidence: 'medium', verified: '2026-08' },
  },
};

/** A form instead of the page, or the small page for whoever asks too often, which is a script that leads to that form. */
function isAuthWall(document: Document): boolean {
  if (document.querySelector('.authwall-join-form, .authwall-sign-in-form')) return true;
  if (document.querySelectorAll('body *').length > 10) return false;
  return [...document.querySelectorAll('script:not([src])')].some((script) =>
    (script.textContent ?? '').slice(0, 20_000).includes('/authwall?'),
  );
}

export const read: SiteReader = (document, identity, url) => {
  const known = document.querySelector(
    '.top-card-layout, .org-top-card, .feed-shared-update-v2, [data-activity-urn], [data-sdui-screen]',
  );
  if (!known && isAuthWall(document)) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'profile') return readProfile(document, identity, url);
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind === 'article') return readArticle(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
