import { factsOf } from './shared/facts.ts';
import { segments } from './shared/page.ts';
import type { PageIdentity, Site, SiteFacts, SiteReader } from './site.ts';
import { readAbout } from './wechat/about.ts';
import { readArticle } from './wechat/article.ts';
import { readComments } from './wechat/comments.ts';

const origin = 'https://mp.weixin.qq.com';
const bizPattern = /^[A-Za-z0-9+/]{8,24}={0,2}$/;

function identify(url: URL): PageIdentity | null {
  const [first, second, third] = segments(url);
  const query = url.searchParams;
  const biz = query.get('__biz') ?? query.get('biz') ?? '';
  const account = bizPattern.test(biz) ? biz : undefined;
  if (url.hostname === 'channels.weixin.qq.com') {
    const isInbox =
      first === 'platform' && /^(?:post\/comment|private_msg|comment)/.test(`${second ?? ''}/${third ?? ''}`);
    return isInbox ? { kind: 'inbox', url: `https://channels.weixin.qq.com${url.pathname}` } : null;
  }
  if (first === 's') return second ? short(second) : long(query, account);
  if (first === 'mp') {
    if (/captcha|wappoc/.test(second ?? '')) return { kind: 'blocked', url: `${origin}/mp/${second}` };
    if (second === 'appmsgalbum' && query.get('album_id')) {
      const id = query.get('album_id') ?? '';
      const of = account ? `__biz=${account}&` : '';
      return { kind: 'feed', id, url: `${origin}/mp/appmsgalbum?${of}album_id=${encodeURIComponent(id)}` };
    }
    if (account && (second === 'aboutbiz' || second === 'profile_ext' || second === 'homepage')) {
      const action = second === 'profile_ext' ? 'action=home&' : '';
      return { kind: 'profile', id: account, url: `${origin}/mp/${second}?${action}__biz=${account}` };
    }
    return null;
  }
  // The console's addresses hold the session's token, which belongs in no notebook.
  if (first === 'misc' && second === 'appmsgcomment')
    return { kind: 'inbox', url: `${origin}/misc/appmsgcomment` };
  if (first === 'cgi-bin' && second === 'message') return { kind: 'inbox', url: `${origin}/cgi-bin/message` };
  return null;
}

function short(id: string): PageIdentity | null {
  return /^[\w-]{15,40}$/.test(id) ? { kind: 'article', id, url: `${origin}/s/${id}` } : null;
}

/** The long form names account, message and place in the message; `sn` has to be there for the page to open. */
function long(query: URLSearchParams, account: string | undefined): PageIdentity | null {
  const [mid, idx, sn] = [
    query.get('mid') ?? query.get('appmsgid'),
    query.get('idx') ?? query.get('itemidx'),
    query.get('sn'),
  ];
  if (account && mid && /^\d+$/.test(mid)) {
    const place = idx && /^\d+$/.test(idx) ? idx : '1';
    const key = sn && /^\w+$/.test(sn) ? `&sn=${sn}` : '';
    return {
      kind: 'article',
      id: `${account}/${mid}/${place}`,
      url: `${origin}/s?__biz=${account}&mid=${mid}&idx=${place}${key}`,
    };
  }
  // A search engine's temporary address: it says nothing about the article.
  const signature = query.get('signature');
  if ([...query].length === 0) return { kind: 'article', url: `${origin}/s` };
  return signature
    ? {
        kind: 'article',
        url: `${origin}/s?${new URLSearchParams([...query].filter(([name]) => /^(?:src|timestamp|ver|signature|new)$/.test(name)))}`,
      }
    : null;
}

export const site: Site = {
  id: 'wechat',
  hosts: ['mp.weixin.qq.com', 'channels.weixin.qq.com'],
  identify,
  profileAnchors: ['.about-page .item-title', '#nickname'],
  items: [
    {
      // Readers have a name and a picture, nothing that leads to them.
      kind: 'comment',
      root: '.comment-list__item[data-commentid]',
      author: '.comment-nickname a[href]',
      name: '.comment-nickname',
      text: '.comment-text',
      time: '.comment-list__item-time',
      id: 'data-commentid',
    },
  ],
  composers: ['.reply-dialog__wrp textarea', '.reply-dialog__wrp [contenteditable="true"]'],
};

export const facts: SiteFacts = {
  examples: [
    { url: 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv', kind: 'article' },
    { url: 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv?scene=1&from=timeline', kind: 'article' },
    {
      url: 'http://mp.weixin.qq.com/s?__biz=MzA1MDAwMDAwMA==&mid=2650000001&idx=2&sn=0a1b2c3d&chksm=ff#rd',
      kind: 'article',
    },
    {
      url: 'https://mp.weixin.qq.com/s?src=11&timestamp=1700000000&ver=1&signature=abc*d&new=1',
      kind: 'article',
    },
    { url: 'https://mp.weixin.qq.com/mp/aboutbiz?__biz=MzA1MDAwMDAwMA==', kind: 'profile' },
    {
      url: 'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA1MDAwMDAwMA==&scene=124',
      kind: 'profile',
    },
    {
      url: 'https://mp.weixin.qq.com/mp/appmsgalbum?__biz=MzA1MDAwMDAwMA==&action=getalbum&album_id=1500000001',
      kind: 'feed',
    },
    {
      url: 'https://mp.weixin.qq.com/misc/appmsgcomment?action=list_latest_comment&begin=0&token=1',
      kind: 'inbox',
    },
    { url: 'https://channels.weixin.qq.com/platform/post/comment', kind: 'inbox' },
    { url: 'https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=x', kind: 'blocked' },
  ],
  kinds: {
    article: {
      evidence: 'strong',
      verified: '2026-07',
      unknown: ['likes', 'views', 'comments', 'comments.publishedAt'],
    },
    profile: { evidence: 'strong', verified: '2025-11', unknown: ['displayName', 'followers'] },
    inbox: { evidence: 'medium', verified: '2026-07', unknown: ['comments.publishedAt'] },
  },
};

export const read: SiteReader = (document, identity, url) => {
  if (identity.kind === 'inbox') {
    const facts = factsOf(document);
    const comments = readComments(facts, document);
    return { kind: 'inbox', ...(comments.length > 0 ? { comments } : {}), problems: facts.problems };
  }
  const has = (selector: string) => document.querySelector(selector) !== null;
  // A notice instead of the article: taken down, removed by its author, account moved or closed, "check the environment".
  const notice = has('.weui-msg__title, .weui-msg__text-area, .mesg-block, #js_verify');
  if (notice && !has('#js_content, #js_article, .about-page')) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  if (identity.kind === 'article') return readArticle(document, identity, url);
  if (identity.kind === 'profile') return readAbout(document, identity);
  return { kind: identity.kind, problems: [] };
};
