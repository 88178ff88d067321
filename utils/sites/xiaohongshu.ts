import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readNote } from './xiaohongshu/note.ts';
import { readProfile } from './xiaohongshu/profile.ts';
import { isRefused } from './xiaohongshu/state.ts';

/** Ids of people and notes. */
const idPattern = /^[0-9a-f]{24}$/i;

function identify(url: URL): PageIdentity | null {
  const [first, second, third, fourth] = segments(url);
  const { hostname } = url;
  if (hostname === 'xhslink.com') return { kind: 'other', url: `${url.origin}${url.pathname}` };
  if (hostname.startsWith('creator.')) return { kind: 'other', url: `${url.origin}${url.pathname}` };
  const origin = hostname.endsWith('rednote.com') ? 'https://www.rednote.com' : 'https://www.xiaohongshu.com';
  if (first === undefined) return { kind: 'feed', url: `${origin}/` };
  if (/^(?:login|website-login)$/.test(first) || first === '404') {
    return { kind: 'blocked', url: `${origin}/${first}` };
  }
  if (first === 'explore' && second === undefined) return { kind: 'feed', url: `${origin}/explore` };
  if (first === 'explore') return note(url, origin, second);
  if (first === 'discovery' && second === 'item') return note(url, origin, third);
  if ((first === 'search_result' || first === 'search') && second && idPattern.test(second))
    return note(url, origin, second);
  if (first === 'user' && second === 'profile' && idPattern.test(third ?? '')) {
    // A note opened over its author's page has both ids.
    if (fourth !== undefined) return note(url, origin, fourth, third?.toLowerCase());
    const id = third?.toLowerCase() ?? '';
    return { kind: 'profile', id, handle: id, url: `${origin}/user/profile/${id}` };
  }
  if (first === 'search_result' || first === 'search') {
    const words = encodeURIComponent(url.searchParams.get('keyword') ?? '');
    return { kind: 'search', url: `${origin}/search_result?keyword=${words}` };
  }
  if (first === 'board' && idPattern.test(second ?? '')) {
    return { kind: 'feed', id: second ?? '', url: `${origin}/board/${second}` };
  }
  if (first === 'notification') return { kind: 'inbox', url: `${origin}/notification` };
  return null;
}

/** Without its token a note's address may be refused, so that stays. */
function note(url: URL, origin: string, said: string | undefined, handle?: string): PageIdentity | null {
  const id = said?.toLowerCase() ?? '';
  if (!idPattern.test(id)) return null;
  const token = url.searchParams.get('xsec_token');
  const query = token ? `?${new URLSearchParams({ xsec_token: token })}` : '';
  return { kind: 'post', id, ...(handle ? { handle } : {}), url: `${origin}/explore/${id}${query}` };
}

const author = '.author-wrapper a[href*="/user/profile/"], .avatar a[href*="/user/profile/"]';

export const site: Site = {
  id: 'xiaohongshu',
  hosts: ['www.xiaohongshu.com', 'xiaohongshu.com', 'www.rednote.com', 'rednote.com'],
  passingHosts: ['xhslink.com', 'creator.xiaohongshu.com'],
  identify,
  profileAnchors: ['#userPageContainer .user-info .user-name', '.user-info .user-name', '.user-name'],
  items: [
    {
      kind: 'comment',
      root: '.comment-item, .comment-item-sub',
      author,
      name: '.author-wrapper .name',
      text: '.content .note-text, .content',
      time: '.date',
      id: 'id',
      thread: '.parent-comment',
    },
    {
      kind: 'post',
      root: '.note-item',
      author: 'a.author[href*="/user/profile/"], .author a[href*="/user/profile/"]',
      name: '.author .name',
      text: '.title',
      permalink: 'a.cover[href]',
    },
  ],
  composers: ['#content-textarea[contenteditable]', 'p.content-input[contenteditable]'],
  // A note opens over the page that it was chosen on, whose script tells nothing of it; the living state does.
  pageState: [{ name: 'notes', path: ['__INITIAL_STATE__', 'note', 'noteDetailMap'] }],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://www.xiaohongshu.com/', kind: 'feed' },
    { url: 'https://www.xiaohongshu.com/explore?channel_id=homefeed_recommend', kind: 'feed' },
    {
      url: 'https://www.xiaohongshu.com/explore/6a00000000000000000000a1?xsec_token=ABcd%3D&xsec_source=pc_feed',
      kind: 'post',
    },
    { url: 'https://www.rednote.com/explore/6a00000000000000000000a1', kind: 'post' },
    { url: 'https://www.xiaohongshu.com/discovery/item/6a00000000000000000000a1', kind: 'post' },
    { url: 'https://www.xiaohongshu.com/search_result/6a00000000000000000000a1?xsec_token=AB', kind: 'post' },
    {
      url: 'https://www.xiaohongshu.com/user/profile/5f00000000000000000000b1/6a00000000000000000000a1',
      kind: 'post',
    },
    {
      url: 'https://www.xiaohongshu.com/user/profile/5f00000000000000000000b1?xsec_token=AB',
      kind: 'profile',
    },
    { url: 'https://www.rednote.com/user/profile/5f00000000000000000000b1', kind: 'profile' },
    {
      url: 'https://www.xiaohongshu.com/search_result?keyword=%E8%8C%B6%E5%A3%B6&source=web',
      kind: 'search',
    },
    { url: 'https://www.xiaohongshu.com/board/6a00000000000000000000c1', kind: 'feed' },
    { url: 'https://www.xiaohongshu.com/notification', kind: 'inbox' },
    { url: 'https://www.xiaohongshu.com/login?redirectPath=x', kind: 'blocked' },
    { url: 'https://www.xiaohongshu.com/404/sec_abc?error_code=300031', kind: 'blocked' },
    { url: 'https://xhslink.com/a/AbCdEf', kind: 'other' },
    { url: 'https://creator.xiaohongshu.com/publish/publish', kind: 'other' },
  ],
  kinds: {
    post: { evidence: 'strong', verified: '2026-06' },
    // The page shows rounded counts only, and no number of notes.
    profile: { evidence: 'medium', verified: '2026-08', unknown: ['posts'] },
  },
};

export const read: SiteReader = (document, identity, url, state) => {
  if (identity.kind !== 'profile' && identity.kind !== 'post') return { kind: identity.kind, problems: [] };
  if (isRefused(document)) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  return identity.kind === 'post'
    ? readNote(document, identity, url, state)
    : readProfile(document, identity, url);
};
