import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readStudio } from './tiktok/comments.ts';
import { readPost } from './tiktok/post.ts';
import { readProduct } from './tiktok/product.ts';
import { readProfile } from './tiktok/profile.ts';
import { isShell } from './tiktok/state.ts';

const origin = 'https://www.tiktok.com';
const handlePattern = /^@[\p{L}\p{N}_.]{1,60}$/u;

/** TikTok Shop: the number of the product ends the address, a name or region before it may be absent. */
const productPath =
  /^\/(?:shop\/(?:[a-z]{2}\/)?pdp|(?:[a-z]{2}\/)?pdp|(?:shop\/)?view\/product)\/(?:[^/]+\/)?(\d{10,25})\/?$/i;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  const product = productPath.exec(url.pathname)?.[1];
  if (product) return { kind: 'product', id: product, url: `${url.origin}${url.pathname}` };
  if (url.hostname === 'shop.tiktok.com') return null;
  if (url.hostname === 'vm.tiktok.com' || url.hostname === 'vt.tiktok.com') {
    return { kind: 'other', url: `${url.origin}${url.pathname}` };
  }
  // Studio's comments: of all videos, or of one
  if (first === 'tiktokstudio') {
    if (second !== 'comment' || (third && !/^\d{5,25}$/.test(third))) return null;
    return { kind: 'inbox', url: `${origin}/tiktokstudio/comment${third ? `/${third}` : ''}` };
  }
  const shared = /^\/v\/(\d{5,25})\.html$/.exec(url.pathname)?.[1];
  if (shared) return { kind: 'post', id: shared, url: `https://m.tiktok.com/v/${shared}.html` };
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
  if ((second === 'collection' || second === 'playlist') && third) {
    return { kind: 'feed', id: third, url: `${origin}/@${handle}/${second}/${encodeURIComponent(third)}` };
  }
  if (second === undefined)
    return { kind: 'profile', id: handle.toLowerCase(), handle, url: `${origin}/@${handle}` };
  return null;
}

export const site: Site = {
  id: 'tiktok',
  hosts: ['www.tiktok.com', 'tiktok.com', 'm.tiktok.com', 'shop.tiktok.com'],
  passingHosts: ['vm.tiktok.com', 'vt.tiktok.com'],
  identify,
  profileAnchors: ['[data-e2e="user-title"]', '[data-e2e="user-subtitle"]'],
  items: [
    {
      kind: 'comment',
      on: ['post'],
      root: '[class*="DivCommentItemWrapper"]',
      author: '[data-e2e^="comment-username-"] a[href*="/@"], a[href*="/@"]',
      name: '[data-e2e^="comment-username-"]',
      text: '[data-e2e^="comment-level-"]',
      thread: '[class*="DivCommentObjectWrapper"]',
    },
    {
      kind: 'comment',
      on: ['inbox'],
      root: '[data-tt="components_CommentCell_FlexColumn"]',
      author: 'a[data-tt="components_MessageCell_a"][href*="/@"]',
      text: '[data-tt="components_TUXTextWithMention_TUXText"], [data-tt="components_MessageCell_TruncateText"]',
      time: '[data-tt="components_MessageCell_span_20"]',
    },
    {
      kind: 'post',
      on: ['feed', 'post'],
      root: '[data-e2e="recommend-list-item-container"]',
      author: 'a[data-e2e="video-author-avatar"], a[href*="/@"]',
      text: '[data-e2e="video-desc"]',
    },
  ],
  composers: [
    '[data-e2e="comment-input"] [contenteditable="true"]',
    '[class*="DivCommentFooter"] [contenteditable="true"]',
    'textarea#comment-input',
  ],
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
    { url: 'https://m.tiktok.com/v/7500000000000000001.html?u_code=x', kind: 'post' },
    { url: 'https://www.tiktok.com/music/original-sound-7500000000000000003', kind: 'feed' },
    { url: 'https://www.tiktok.com/@lin.studio/playlist/Tea-7500000000000000004', kind: 'feed' },
    { url: 'https://www.tiktok.com/search/user?q=teapot', kind: 'search' },
    { url: 'https://www.tiktok.com/tiktokstudio/comment?lang=en', kind: 'inbox' },
    { url: 'https://www.tiktok.com/tiktokstudio/comment/7500000000000000001', kind: 'inbox' },
    { url: 'https://www.tiktok.com/messages', kind: 'inbox' },
    { url: 'https://www.tiktok.com/shop/pdp/brass-teapot/1729000000000000001?source=mall', kind: 'product' },
    { url: 'https://shop.tiktok.com/us/pdp/brass-teapot/1729000000000000001', kind: 'product' },
    { url: 'https://shop.tiktok.com/view/product/1729000000000000001?region=VN', kind: 'product' },
    { url: 'https://vm.tiktok.com/ZMabc123/', kind: 'other' },
    { url: 'https://www.tiktok.com/login', kind: 'blocked' },
  ],
  kinds: {
    profile: { evidence: 'strong', verified: '2026-08', unknown: ['location', 'verifiedReason'] },
    // A comment's id, time and whom it answers come by request only.
    post: {
      evidence: 'strong',
      verified: '2026-08',
      unknown: ['comments.id', 'comments.publishedAt', 'comments.replyTo'],
    },
    inbox: {
      evidence: 'medium',
      verified: '2026-10',
      unknown: ['comments.id', 'comments.publishedAt', 'comments.likes'],
    },
    // A saved page of 2025; the generation of 2026 from public scripts.
    product: { evidence: 'medium', verified: '2026-08', unknown: ['brand', 'sku', 'stock', 'promotions'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'product') return readProduct(document, identity);
  if (identity.kind === 'inbox') return readStudio(document);
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  if (isShell(document)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return identity.kind === 'post' ? readPost(document, identity, url) : readProfile(document, identity, url);
};
