import { identify } from './facebook/address.ts';
import { readEvent } from './facebook/event.ts';
import { readGroup } from './facebook/group.ts';
import { readPost } from './facebook/post.ts';
import { readProfile } from './facebook/profile.ts';
import type { Site, SiteFacts, SiteReader } from './site.ts';

// A row is a comment where a link in it carries a comment's number; whether it is a comment or an answer stands only in its words.
// The post itself is an article too, one with a place in the feed.
const row = 'div[role="article"][aria-label]:not([aria-posinset])';

export const site: Site = {
  id: 'facebook',
  hosts: [
    'www.facebook.com',
    'facebook.com',
    'm.facebook.com',
    'mbasic.facebook.com',
    'web.facebook.com',
    'business.facebook.com',
  ],
  // Language hosts such as de-de.facebook.com show the same pages; they are read, never asked for.
  passingHosts: ['*.facebook.com', 'fb.com', 'www.fb.com', 'fb.me', 'fb.watch'],
  identify,
  profileAnchors: ['[role="main"] h1'],
  items: [
    {
      kind: 'comment',
      root: row,
      author: 'a[href*="/groups/"][href*="/user/"], a[role="link"]',
      text: 'div[dir="auto"]',
      permalink: 'a[href*="comment_id="]',
    },
    {
      kind: 'post',
      on: ['feed', 'group', 'profile', 'search'],
      root: '[role="feed"] > div, div[aria-posinset]',
      author: '[data-ad-rendering-role="profile_name"] a[href], a[href*="/groups/"][href*="/user/"]',
      text: '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]',
      permalink: 'a[href*="/posts/"], a[href*="/permalink/"], a[href*="story_fbid="]',
    },
  ],
  composers: [
    'div[role="textbox"][contenteditable="true"][data-lexical-editor="true"]',
    '[data-pagelet*="Inbox"] textarea',
    '[data-pagelet*="Inbox"] [role="textbox"]',
  ],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.facebook.com/', kind: 'feed' },
    { url: 'https://www.facebook.com/lin.studio', kind: 'profile' },
    { url: 'https://m.facebook.com/Lin.Studio/about/?ref=page_internal', kind: 'profile' },
    { url: 'https://www.facebook.com/profile.php?id=100000000000001&sk=about', kind: 'profile' },
    { url: 'https://www.facebook.com/people/Lin-Studio/100000000000001/', kind: 'profile' },
    { url: 'https://www.facebook.com/p/Lin-Studio-100000000000001/', kind: 'profile' },
    { url: 'https://www.facebook.com/pages/category/Shop/lin.studio/posts/', kind: 'profile' },
    { url: 'https://www.facebook.com/Lin-Studio-100000000000001/', kind: 'profile' },
    { url: 'https://de-de.facebook.com/lin.studio/', kind: 'profile' },
    { url: 'https://www.facebook.com/lin.studio/posts/pfbid0abcDEF123456789?utm_source=a', kind: 'post' },
    { url: 'https://www.facebook.com/lin.studio/posts/a-new-teapot/100000000000002/', kind: 'post' },
    { url: 'https://www.facebook.com/lin.studio/photos/a.1/100000000000002/?type=3', kind: 'post' },
    { url: 'https://www.facebook.com/lin.studio/videos/a-film/100000000000002/', kind: 'post' },
    {
      url: 'https://www.facebook.com/permalink.php?story_fbid=pfbid0abcDEF123456789&id=100000000000001',
      kind: 'post',
    },
    {
      url: 'https://m.facebook.com/story.php?story_fbid=100000000000002&id=100000000000001&_rdr',
      kind: 'post',
    },
    { url: 'https://www.facebook.com/photo/?fbid=100000000000002&set=a.1', kind: 'post' },
    { url: 'https://www.facebook.com/reel/100000000000002/?s=ifu', kind: 'post' },
    { url: 'https://www.facebook.com/watch/?v=100000000000002', kind: 'post' },
    { url: 'https://www.facebook.com/groups/teapots/', kind: 'group' },
    { url: 'https://web.facebook.com/groups/100000000000003/?sorting_setting=CHRONOLOGICAL', kind: 'group' },
    { url: 'https://www.facebook.com/groups/teapots/permalink/100000000000004/', kind: 'post' },
    { url: 'https://www.facebook.com/groups/teapots/posts/100000000000004/?comment_id=1', kind: 'post' },
    {
      url: 'https://www.facebook.com/groups/100000000000003/?multi_permalinks=100000000000004',
      kind: 'post',
    },
    { url: 'https://www.facebook.com/groups/feed/', kind: 'feed' },
    { url: 'https://www.facebook.com/hashtag/teapot', kind: 'feed' },
    { url: 'https://www.facebook.com/search/top/?q=teapot', kind: 'search' },
    { url: 'https://www.facebook.com/events/100000000000005/', kind: 'other' },
    { url: 'https://www.facebook.com/events/town-hall/a-fair/100000000000005/', kind: 'other' },
    { url: 'https://www.facebook.com/messages/t/1', kind: 'inbox' },
    {
      url: 'https://business.facebook.com/latest/inbox/messenger?asset_id=100000000000001&selected_item_id=1',
      kind: 'inbox',
    },
    {
      url: 'https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Flin.studio',
      kind: 'blocked',
    },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-07', unknown: ['posts', 'joinedAt'] },
    group: { evidence: 'medium', verified: '2026-08', unknown: ['posts', 'avatarUrl'] },
    post: { evidence: 'strong', verified: '2026-07', unknown: ['saves'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'profile') return readProfile(document, identity, url);
  if (identity.kind === 'group') return readGroup(document, identity, url);
  if (identity.kind === 'post') return readPost(document, identity, url);
  if (identity.kind === 'other') return readEvent(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
