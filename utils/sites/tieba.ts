import { segments, titleOf } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readBar } from './tieba/bar.ts';
import { readProfile } from './tieba/profile.ts';
import { readThread } from './tieba/thread.ts';

const origin = 'https://tieba.baidu.com';

/** A value of the query. Older links write names in the site's former encoding, which is no UTF-8. */
function queryValue(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name);
  if (!value?.includes('\ufffd')) return value?.trim() || undefined;
  const raw = new RegExp(`[?&]${name}=([^&#]*)`).exec(url.href)?.[1] ?? '';
  const bytes = [...raw.matchAll(/%([\da-f]{2})|([\s\S])/gi)].map(([, hex, plain]) =>
    hex ? Number.parseInt(hex, 16) : (plain ?? '').charCodeAt(0),
  );
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(new Uint8Array(bytes)).trim() || undefined;
  } catch {
    return undefined;
  }
}

function identify(url: URL): PageIdentity | null {
  const [first, second] = segments(url);
  if (url.hostname.startsWith('wappass.')) return { kind: 'blocked', url: `${url.origin}${url.pathname}` };
  if (first === undefined || /^index(?:\.html)?$/.test(first)) return { kind: 'feed', url: `${origin}/` };
  if (first === 'p') return thread(second);
  if (first === 'f' && second === 'search') {
    return {
      kind: 'search',
      url: `${origin}/f/search/res?qw=${encodeURIComponent(queryValue(url, 'qw') ?? '')}`,
    };
  }
  const isMobile = first === 'mo' || first === 'm';
  if ((first === 'f' && (second === undefined || second === 'index')) || isMobile) {
    const tid = url.searchParams.get('kz');
    const bar = queryValue(url, 'kw') ?? queryValue(url, 'word');
    return tid ? thread(tid) : bar ? group(bar) : null;
  }
  if (first === 'home') return person(url);
  if (first === 'i' || first === 'im') {
    return /replyme|atme|im\b/.test(url.pathname + url.search)
      ? { kind: 'inbox', url: `${origin}/i/replyme` }
      : null;
  }
  return null;
}

function thread(id: string | undefined): PageIdentity | null {
  return id && /^\d{4,15}$/.test(id) ? { kind: 'post', id, url: `${origin}/p/${id}` } : null;
}

function group(bar: string): PageIdentity | null {
  const name = bar.length > 1 ? bar.replace(/吧$/, '') : bar;
  if (name.length > 100) return null;
  return {
    kind: 'group',
    id: name.toLowerCase(),
    handle: name,
    url: `${origin}/f?kw=${encodeURIComponent(name)}`,
  };
}

/** A person is named by the number of the picture (`id`, with the time of its upload behind a question mark) or by name. */
function person(url: URL): PageIdentity | null {
  const portrait = url.searchParams.get('id')?.replace(/\?.*$/, '');
  if (portrait && /^[\w.~-]{8,80}$/.test(portrait)) {
    return { kind: 'profile', id: portrait, url: `${origin}/home/main?id=${portrait}` };
  }
  const name = queryValue(url, 'un');
  return name
    ? {
        kind: 'profile',
        id: `un/${name}`,
        handle: name,
        url: `${origin}/home/main?un=${encodeURIComponent(name)}`,
      }
    : null;
}

export const site: Site = {
  id: 'tieba',
  hosts: ['tieba.baidu.com'],
  passingHosts: ['wappass.baidu.com', 'c.tieba.baidu.com'],
  identify,
  profileAnchors: ['.userinfo_username', '.card_title_fname', '.user-name-info .head-name'],
  items: [
    {
      kind: 'comment',
      on: ['post'],
      root: '.l_post[data-pid]',
      author: 'a.p_author_name[href], a.p_author_face[href]',
      name: 'a.p_author_name',
      text: '.d_post_content',
      // Beside the floor's number and the device. The server writes it: a saved page has its `server_time` beside floors of that evening in China.
      time: '.tail-info',
      clock: 'china',
      id: 'data-pid',
      thread: 'self',
    },
    {
      kind: 'comment',
      on: ['post'],
      root: '.lzl_single_post[data-field]',
      author: '.lzl_cnt > a.at[href], a.lzl_p_p[href]',
      text: '.lzl_content_main',
      time: '.lzl_time',
      clock: 'china-or-here',
      thread: '.l_post',
    },
    {
      kind: 'comment',
      on: ['post'],
      root: '.pb-comment-item[data-id]',
      author: 'a.name-info-link[href], a.avatar[href], a[href*="/home/main?id="]',
      name: '.head-name',
      text: '.comment-content, .pb-rich-text',
      time: '.comment-desc-left',
      id: 'data-id',
    },
    {
      kind: 'post',
      on: ['group'],
      root: 'li.j_thread_list[data-tid]',
      author: 'a.frs-author-name[href]',
      text: '.threadlist_abs',
      permalink: 'a.j_th_tit[href]',
      id: 'data-tid',
    },
  ],
  composers: ['#ueditor_replace[contenteditable="true"]', '.lzl_editor_container [contenteditable="true"]'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://tieba.baidu.com/', kind: 'feed' },
    { url: 'https://tieba.baidu.com/index.html', kind: 'feed' },
    { url: 'https://tieba.baidu.com/f?kw=%E7%B4%AB%E7%A0%82%E5%A3%B6&ie=utf-8&pn=50', kind: 'group' },
    { url: 'https://tieba.baidu.com/f?kw=%CE%E4%BA%BA%BD%BB%BB%A5%BF%D5%BC%E4', kind: 'group' },
    { url: 'http://tieba.baidu.com/mo/q/m?word=%E7%B4%AB%E7%A0%82%E5%A3%B6', kind: 'group' },
    { url: 'https://tieba.baidu.com/p/9000000001', kind: 'post' },
    { url: 'https://tieba.baidu.com/p/9000000001?pid=150000000002&cid=0#150000000002', kind: 'post' },
    { url: 'https://tieba.baidu.com/f?kz=9000000001', kind: 'post' },
    {
      url: 'https://tieba.baidu.com/home/main?id=tb.1.abcdef01.ZyXwVuTsRqPoNmLk?t=1500000000&fr=pb',
      kind: 'profile',
    },
    { url: 'https://tieba.baidu.com/home/main/?un=%E6%9E%97%E5%AE%A4&ie=utf-8', kind: 'profile' },
    { url: 'https://tieba.baidu.com/f/search/res?ie=utf-8&qw=%E7%B4%AB%E7%A0%82', kind: 'search' },
    { url: 'https://tieba.baidu.com/i/sys/jump?type=replyme', kind: 'inbox' },
    { url: 'https://wappass.baidu.com/static/captcha/tuxing.html?ak=1', kind: 'blocked' },
  ],
  kinds: {
    post: { evidence: 'strong', verified: '2026-09', unknown: ['likes', 'views', 'comments.likes'] },
    group: { evidence: 'strong', verified: '2024-12' },
    // Nobody has a saved page of a person; the name alone is read.
    profile: {
      evidence: 'weak',
      verified: '2025-06',
      unknown: ['followers', 'following', 'bio', 'avatarUrl'],
    },
  },
};

export const read: SiteReader = (document, identity, url) => {
  const gone =
    document.querySelector('body.page404, .page404, .main404, #errorText') !== null ||
    /^(?:百度)?贴吧404/.test(titleOf(document) ?? '');
  if (gone && !document.querySelector('.l_post, .pb-title, .card_title_fname')) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'post') return readThread(document, identity, url);
  if (identity.kind === 'group') return readBar(document, identity, url);
  if (identity.kind === 'profile') return readProfile(document, identity, url);
  return { kind: identity.kind, problems: [] };
};
