import type { CommentReading, CreatorReading, Field, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asText } from '../shared/state.ts';
import { cleanText, lineOf, textOf } from '../shared/text.ts';
import { chinaTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { result, when } from './post.ts';
import { numbers } from './state.ts';

/** weibo.cn/comment/<id>: `#M_` is the post, `.c[id^=C_]` are the comments. Its counters stop at a million. */
export function readPlainPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const main = document.querySelector('#M_');
  const id =
    asText(document.querySelector('#cmtfrm input[name="id"]')?.getAttribute('value')) ??
    mentionOf(document, identity.id);
  if (!main || id !== identity.id) return result(facts, document, identity.id, {}, {}, []);
  const first = main.querySelector('a[href]');
  const uid = pathOf(first?.getAttribute('href'), url.href).find((part) => /^\d{5,12}$/.test(part));
  const creator: CreatorReading = compact({
    handle: facts.handle('author', uid, 'dom'),
    stableId: facts.line('author', uid, 'dom'),
    displayName: facts.line('author', lineOf(first), 'dom'),
  });
  const counter = (path: string) => {
    const link = [...document.querySelectorAll(`a[href^="/${path}/"]`)].find(
      (each) => each.closest('.c') === null && pathOf(each.getAttribute('href'), url.href)[1] === id,
    );
    return capped(facts, path === 'repost' ? 'shares' : 'likes', lineOf(link));
  };
  const said = [...document.querySelectorAll('span.pms')]
    .map(lineOf)
    .find((text) => /^评论\[\d+\]$/.test(text ?? ''));
  const post: PostReading = compact({
    text: facts.text('text', plainText(main), 'dom'),
    publishedAt: when(facts, lineOf(main.querySelector('.ct'))?.split(/\s来自/)[0], 'dom'),
    shares: counter('repost'),
    comments: capped(facts, 'comments', said),
    likes: counter('attitude'),
  });
  const comments = [...document.querySelectorAll('.c[id^="C_"]')].flatMap(
    (row) => plainComment(facts, row, url.href) ?? [],
  );
  return result(facts, document, id, creator, post, comments);
}

/** The site counts no further than a million. */
function capped(facts: Facts, field: string, text: string | undefined): Field<number> | undefined {
  const count = facts.count(field, text, 'dom', numbers);
  return count && count.value >= 1_000_000 ? { ...count, precision: 'rounded' } : count;
}

function mentionOf(document: Document, id: string | undefined): string | undefined {
  return id && document.querySelector(`a[href*="/${id}"]`) ? id : undefined;
}

/** A repost has the reason after a label in its last block, the original's text in `.ctt` before; an own post has only `.ctt`. */
function plainText(main: Element): string | undefined {
  const blocks = [...main.children];
  const last = blocks.at(-1);
  const isRepost =
    main.querySelector('.cmt a[href]') !== null && blocks.length > 1 && last?.querySelector('.cmt') !== null;
  if (!isRepost || !last) return textOf(main.querySelector('.ctt'))?.replace(/^[:：]\s*/, '');
  const parts: string[] = [];
  for (const node of last.childNodes) {
    if (node.nodeType === 1 && (node as Element).classList.contains('cmt')) continue;
    if (node.nodeType === 1 && (node as Element).classList.contains('ct')) break;
    parts.push(
      node.nodeType === 1
        ? (inlineText(node as Element) ?? '')
        : node.nodeType === 3
          ? (node.nodeValue ?? '')
          : '',
    );
  }
  return cleanText(parts.join('').replace(/[ \t\u00a0]+/g, ' '));
}

function inlineText(element: Element): string | undefined {
  return element.localName === 'br' ? '\n' : textOf(element);
}

function plainComment(facts: Facts, row: Element, base: string): CommentReading | undefined {
  const id = row.id.slice(2);
  const link = row.querySelector('a[href]');
  const author = facts.line('comment', lineOf(link), 'dom');
  const text = facts.text('comment', textOf(row.querySelector('.ctt')), 'dom');
  if (!id || !author) return undefined;
  const like = [...row.querySelectorAll('a[href^="/attitude/"]')].map(lineOf).find(Boolean);
  const time = lineOf(row.querySelector('.ct'))?.split(/\s来自/)[0];
  return {
    id,
    ...compact({
      author,
      authorUrl: facts.address('comment', link?.getAttribute('href'), 'dom', base),
      text,
      likes: facts.count('comment', like, 'dom', numbers),
      publishedAt: facts.line('comment', chinaTime(time), 'dom'),
    }),
  };
}
