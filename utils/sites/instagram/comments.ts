import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asList, asText, at, type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { asHandle } from './people.ts';

/** Posts and comments have an owner, under one of two names. */
export function hasOwner(object: Data): boolean {
  return isData(object.user) || isData(object.owner);
}

/** Whether an object of the page's data is a post, and not the one with this shortcode. */
export function isOther(object: Data, code: string): boolean {
  const own = asText(object.code) ?? asText(object.shortcode);
  return own !== undefined && own !== code && hasOwner(object);
}

/** Answers that stand inside the comment they answer, with that comment's id. */
function answersIn(data: unknown, isComment: (object: Data) => boolean): Map<Data, string> {
  const parents = new Map<Data, string>();
  for (const comment of objectsIn(data, isComment, 2_000)) {
    const id = asText(comment.pk) ?? asText(comment.id);
    for (const edge of asList(at(comment, 'edge_threaded_comments', 'edges'))) {
      const answer = at(edge, 'node');
      if (id && isData(answer)) parents.set(answer, id);
    }
  }
  return parents;
}

/**
 * The comments in the page: embedded data, then rows on the screen that lead to a comment of this post.
 * @param elsewhere nothing shows that the document was loaded for this post: comments in its data may be another's
 */
export function commentsIn(
  facts: Facts,
  document: Document,
  code: string,
  base: string,
  elsewhere: boolean,
): CommentReading[] {
  const found = new Map<string, CommentReading>();
  const isComment = (object: Data) =>
    hasOwner(object) &&
    typeof object.text === 'string' &&
    'created_at' in object &&
    ('pk' in object || 'id' in object);
  for (const data of elsewhere ? [] : dataWith(document, 'comment', 'created_at')) {
    // Other posts of the same page, such as more of the same person, bring comments of their own.
    const others = objectsIn(data, (object) => isOther(object, code));
    const foreign = new Set(others.flatMap((other) => objectsIn(other, isComment, 2_000)));
    const parents = answersIn(data, isComment);
    for (const node of objectsIn(data, isComment, 2_000)) {
      if (foreign.has(node)) continue;
      const id = asText(node.pk) ?? asText(node.id);
      const owner = isData(node.user) ? node.user : node.owner;
      const author = facts.handle('comment', asHandle(at(owner, 'username')), 'state');
      if (!id || !author || found.has(id)) continue;
      const likes = node.comment_like_count ?? at(node, 'edge_liked_by', 'count');
      found.set(id, {
        ...compact<Omit<CommentReading, 'id'>>({
          author,
          authorUrl: { value: `https://www.instagram.com/${author.value}/`, source: 'state' },
          text: facts.text('comment', node.text, 'state'),
          publishedAt: facts.line('comment', isoTime(node.created_at), 'state'),
          likes: facts.count('comment', likes, 'state'),
          replyTo: facts.line('comment', asText(node.parent_comment_id) ?? parents.get(node), 'state'),
        }),
        id,
      });
    }
  }
  for (const link of document.querySelectorAll('a[href*="/c/"]')) {
    const path = pathOf(link.getAttribute('href'), base);
    const id = path[path.indexOf('c') + 1];
    if (!id || !/^\d+$/.test(id) || !path.includes(code) || found.has(id)) continue;
    const row = rowOf(link, base);
    if (row) found.set(id, { ...compact(fromRow(facts, row, link, base)), id });
  }
  return [...found.values()].slice(0, 1_000);
}

/**
 * The words of a row: a block of text that is no link, no button, and holds neither the time nor other blocks; until 2021 what follows the
 * heading that names the author.
 */
function wordsIn(row: Element, author: string | undefined): Element | undefined {
  const old = row.querySelector('h2 + span, h3 + span');
  if (old) return old;
  return [...row.querySelectorAll('span[dir="auto"]')].find(
    (span) =>
      span.closest('a, button, [role="button"]') === null &&
      span.querySelector('time, span[dir="auto"]') === null &&
      !sameHandle(textOf(span), author),
  );
}

function authorIn(row: Element, base: string): string | undefined {
  return [...row.querySelectorAll('a[href]')]
    .map((link) => pathOf(link.getAttribute('href'), base))
    .find((path) => path.length === 1)?.[0];
}

/**
 * The nearest ancestor of a comment's link that also holds its author and its words; two comments' links in it mean that it is the list, not
 * a row. A picture has no words: then the part that holds the author is enough.
 */
function rowOf(permalink: Element, base: string): Element | undefined {
  let withAuthor: Element | undefined;
  let row = permalink.parentElement;
  for (let step = 0; row && step < 10; step++, row = row.parentElement) {
    if (row.querySelectorAll('a[href*="/c/"]').length > 1) break;
    const author = authorIn(row, base);
    if (author === undefined) continue;
    withAuthor ??= row;
    if (wordsIn(row, author)) return row;
  }
  return withAuthor;
}

function fromRow(facts: Facts, row: Element, permalink: Element, base: string): Omit<CommentReading, 'id'> {
  const author = asHandle(authorIn(row, base));
  const text = wordsIn(row, author);
  const handle = facts.handle('comment', author, 'dom');
  return {
    author: handle,
    authorUrl: handle && { value: `https://www.instagram.com/${handle.value}/`, source: 'dom' },
    text: facts.text('comment', textOf(text), 'dom'),
    publishedAt: facts.line(
      'comment',
      isoTime(permalink.querySelector('time')?.getAttribute('datetime')),
      'dom',
    ),
  };
}
