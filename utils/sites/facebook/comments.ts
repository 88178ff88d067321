import type { CommentReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { nodesOf, readJsonLd, text, typesOf } from '../shared/json-ld.ts';
import { asList, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { decodedId, type PageData, targetOf } from './data.ts';

type Fields = Omit<CommentReading, 'id'>;

/** What a post is known by: its ids in the address and in the data, and the inner ids of its feedback. */
export interface PostIds {
  page: PageData;
  posts: ReadonlySet<string>;
  feedback: ReadonlySet<string>;
}

/** The comments in the document, of the first source that has any: data, structured data, mobile rows, rows of the application. */
export function commentsOf(facts: Facts, document: Document, ids: PostIds, base: string): CommentReading[] {
  const found = new Map<string, CommentReading>();
  for (const source of [fromState, fromMobileRows, fromJsonLd, fromRows]) {
    for (const comment of source(facts, document, ids, base)) {
      if (comment.id && comment.author && !found.has(comment.id)) found.set(comment.id, comment);
    }
    if (found.size > 0) break;
  }
  return [...found.values()].slice(0, 1_000);
}

function fromState(facts: Facts, _: Document, ids: PostIds): CommentReading[] {
  return ids.page.holding('preferred_body').flatMap((data) =>
    objectsIn(
      data,
      (object) => isData(object.preferred_body) && (isData(object.author) || isData(object.user)),
      2_000,
    )
      .filter((node) => isBelow(node, ids))
      .flatMap((node) => fromNode(facts, node) ?? []),
  );
}

function isBelow(node: Data, ids: PostIds): boolean {
  const feedback = asText(at(node, 'parent_feedback', 'id')) ?? '';
  const post = asText(node.legacy_token)?.split('_')[0] ?? decodedId(node.id)?.split(/[:_]/)[1] ?? '';
  return (
    ids.feedback.has(feedback) ||
    ids.posts.has(post) ||
    ids.posts.has(asText(at(node, 'parent_feedback', 'share_fbid')) ?? '')
  );
}

const commentNumber = (inner: string | undefined) => /^comment:\d+_(\d+)/.exec(inner ?? '')?.[1];

function fromNode(facts: Facts, node: Data): CommentReading | undefined {
  const id = asText(node.legacy_fbid) ?? commentNumber(decodedId(node.id));
  if (!id) return undefined;
  const time = asList(node.comment_action_links)
    .map((link) => at(link, 'comment', 'created_time'))
    .find(Boolean);
  const parent = node.comment_direct_parent ?? node.comment_parent;
  const likes =
    at(node, 'feedback', 'reactors', 'count') ?? at(node, 'feedback', 'reactors', 'count_reduced');
  return {
    ...compact<Fields>({
      author: facts.line('comment', at(node, 'author', 'name') ?? at(node, 'user', 'name'), 'state'),
      authorUrl: facts.address('comment', at(node, 'author', 'url') ?? at(node, 'user', 'url'), 'state'),
      text: facts.text('comment', at(node, 'preferred_body', 'text'), 'state'),
      publishedAt: facts.line('comment', isoTime(node.created_time ?? time), 'state'),
      likes: facts.count('comment', likes, 'state'),
      replyTo: facts.line(
        'comment',
        asText(at(parent, 'legacy_fbid')) ?? commentNumber(decodedId(at(parent, 'id'))),
        'state',
      ),
    }),
    id,
  };
}

/** Posts of 2019 to 2021 carry their first comments as structured data; the identifier begins with the post's number. */
function fromJsonLd(facts: Facts, document: Document, ids: PostIds): CommentReading[] {
  const comments = readJsonLd(document)
    .filter((node) => typesOf(node).includes('SocialMediaPosting'))
    .flatMap((node) => nodesOf(node.comment));
  return comments.flatMap((node) => {
    const [post = '', id] = (text(node.identifier) ?? '').split('_');
    const author = nodesOf(node.author)[0];
    if (!id || !ids.posts.has(post) || !author) return [];
    const fields = compact<Fields>({
      author: facts.line('comment', text(author.name), 'json-ld'),
      authorUrl: facts.address('comment', text(author.url), 'json-ld'),
      text: facts.text('comment', text(node.text), 'json-ld'),
      publishedAt: facts.line('comment', isoTime(text(node.dateCreated)), 'json-ld'),
    });
    return [{ ...fields, id }];
  });
}

/** The mobile site until 2022: every comment names its post and itself; the author is the line above its text. */
function fromMobileRows(facts: Facts, document: Document, ids: PostIds, base: string): CommentReading[] {
  return [...document.querySelectorAll('[data-commentid]')].flatMap((body) => {
    const [post = '', id] = (body.getAttribute('data-commentid') ?? '').split('_');
    if (!id || !ids.posts.has(post)) return [];
    const head = body.previousElementSibling;
    const link = head?.querySelector('a[href]') ?? (head?.localName === 'a' ? head : undefined);
    const target = targetOf(link?.getAttribute('href'), base);
    const fields = compact<Fields>({
      author: facts.line('comment', lineOf(head), 'dom'),
      authorUrl: target?.kind === 'profile' ? facts.address('comment', target.url, 'dom') : undefined,
      text: facts.text('comment', textOf(body), 'dom'),
    });
    return [{ ...fields, id }];
  });
}

function commentParameters(link: Element, base: string): { id?: string; parent?: string } {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, base)) return {};
  const { searchParams } = new URL(href, base);
  const number = (name: string) => {
    const value = searchParams.get(name) ?? '';
    return /^\d{5,25}$/.test(value) ? value : commentNumber(decodedId(value));
  };
  const [own, reply] = [number('comment_id'), number('reply_comment_id')];
  if (reply) return own ? { id: reply, parent: own } : { id: reply };
  return own ? { id: own } : {};
}

/** A row of the application: an article with a link that carries the comment's number; rows of other posts lead to those. */
function fromRows(facts: Facts, document: Document, ids: PostIds, base: string): CommentReading[] {
  return [...document.querySelectorAll('[role="article"]')].flatMap((row) => {
    const own = (element: Element) => element.closest('[role="article"]') === row;
    const links = [...row.querySelectorAll('a[href]')].filter(own);
    const permalinks = links.filter((link) => {
      const target = targetOf(link.getAttribute('href'), base);
      return (
        commentParameters(link, base).id !== undefined &&
        target?.kind === 'post' &&
        ids.posts.has(target.id ?? '')
      );
    });
    // Every link of a row carries the number, also the author's; the row's own address is the one to the post.
    const permalink = permalinks[0];
    if (!permalink) return [];
    const { id, parent } = commentParameters(permalink, base);
    const author =
      links.find((link) => targetOf(link.getAttribute('href'), base)?.kind === 'profile' && lineOf(link)) ??
      links.find((link) => /\/user\/\d+/.test(link.getAttribute('href') ?? '') && lineOf(link));
    const words = [...row.querySelectorAll('div[dir="auto"]')].filter(
      (block) => own(block) && !block.closest('a') && block.querySelector('div[dir="auto"]') === null,
    );
    const target = author && targetOf(author.getAttribute('href'), base);
    const fields = compact<Fields>({
      author: facts.line('comment', lineOf(author), 'dom'),
      authorUrl: target ? facts.address('comment', target.url, 'dom') : undefined,
      text: facts.text('comment', words.map((block) => textOf(block) ?? '').join('\n'), 'dom'),
      replyTo: facts.line('comment', parent, 'dom'),
    });
    return [{ ...fields, id: id ?? null }];
  });
}
