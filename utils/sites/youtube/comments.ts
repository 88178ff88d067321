import type { CommentReading, Source } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { asText, at, isData, objectsIn } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { words } from './data.ts';
import { shownText } from './text.ts';

const most = 2_000;

/** Comments in the page: the entities of the comment section's data, the elements on screen, the one in structured data. */
export function commentsIn(
  facts: Facts,
  document: Document,
  data: unknown,
  video: string,
  dataFits: boolean,
  base: string,
): CommentReading[] {
  const found = new Map<string, CommentReading>();
  const add = (comment: CommentReading | undefined) => {
    if (!comment?.text) return;
    const key = comment.id ?? `${comment.author?.value}\n${comment.text.value}`;
    if (!found.has(key) && found.size < most) found.set(key, comment);
  };
  if (dataFits || answersFor(data, video)) {
    for (const object of objectsIn(data, (each) => isData(each.commentEntityPayload), most)) {
      add(fromEntity(facts, object.commentEntityPayload));
    }
    for (const object of objectsIn(data, (each) => isData(each.commentRenderer), most)) {
      add(fromRenderer(facts, object.commentRenderer));
    }
  }
  for (const element of document.querySelectorAll('ytd-comment-view-model, ytd-comment-renderer')) {
    add(fromElement(facts, element, video, base));
  }
  if (found.size === 0) for (const comment of fromJsonLd(facts, document, video)) add(comment);
  return [...found.values()];
}

/** Later data names no page; each comment's permalink names its video, and all must be this one. */
function answersFor(data: unknown, video: string): boolean {
  const links = objectsIn(
    data,
    (object) => isData(object.publishedTimeCommand) || isData(object.publishedTimeText),
    50,
  ).map(
    (object) =>
      at(object.publishedTimeCommand, 'innertubeCommand', 'watchEndpoint', 'videoId') ??
      at(object.publishedTimeText, 'runs', 0, 'navigationEndpoint', 'watchEndpoint', 'videoId'),
  );
  return links.length > 0 && links.every((id) => id === video);
}

function fromEntity(facts: Facts, entity: unknown): CommentReading | undefined {
  const id = asText(at(entity, 'properties', 'commentId'));
  if (!id) return undefined;
  const author = facts.line('comment', at(entity, 'author', 'displayName'), 'state');
  const address = at(
    entity,
    'author',
    'channelCommand',
    'innertubeCommand',
    'browseEndpoint',
    'canonicalBaseUrl',
  );
  const channel = asText(at(entity, 'author', 'channelId'));
  const path = typeof address === 'string' ? address : channel && `/channel/${channel}`;
  // The number without the viewer's own like; an empty string stands for none.
  const likes = at(entity, 'toolbar', 'likeCountNotliked');
  return {
    id,
    ...answerTo(id, 'state'),
    ...(author ? { author } : {}),
    ...optional('authorUrl', facts.address('comment', path, 'state', 'https://www.youtube.com')),
    ...optional('text', facts.text('comment', words(at(entity, 'properties', 'content')), 'state')),
    ...optional(
      'likes',
      facts.count(
        'comment',
        typeof likes === 'string' && /^\d+$/.test(likes) ? Number(likes) : likes,
        'state',
      ),
    ),
  };
}

/** Comments as the section's data had them until 2024. */
function fromRenderer(facts: Facts, comment: unknown): CommentReading | undefined {
  const id = asText(at(comment, 'commentId'));
  if (!id) return undefined;
  const browse = at(comment, 'authorEndpoint', 'browseEndpoint');
  const channel = asText(at(browse, 'browseId'));
  const path = asText(at(browse, 'canonicalBaseUrl')) ?? (channel && `/channel/${channel}`);
  return {
    id,
    ...answerTo(id, 'state'),
    ...optional('author', facts.line('comment', words(at(comment, 'authorText')), 'state')),
    ...optional('authorUrl', facts.address('comment', path, 'state', 'https://www.youtube.com')),
    ...optional('text', facts.text('comment', words(at(comment, 'contentText')), 'state')),
    ...optional('likes', facts.count('comment', words(at(comment, 'voteCount')), 'state')),
  };
}

/** The id of an answer begins with the id of what it answers. */
function answerTo(id: string, source: Source): Partial<CommentReading> {
  const dot = id.indexOf('.');
  return dot > 0 ? { replyTo: { value: id.slice(0, dot), source } } : {};
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function fromElement(
  facts: Facts,
  element: Element,
  video: string,
  base: string,
): CommentReading | undefined {
  const link = element
    .querySelector('#published-time-text a[href*="lc="], a[href*="&lc="]')
    ?.getAttribute('href');
  if (!link || !URL.canParse(link, base)) return undefined;
  const permalink = new URL(link, base);
  const id = permalink.searchParams.get('lc');
  if (permalink.searchParams.get('v') !== video || !id) return undefined;
  const author = element.querySelector('#author-text');
  return {
    id,
    ...answerTo(id, 'dom'),
    ...optional('author', facts.line('comment', lineOf(author), 'dom')),
    ...optional('authorUrl', facts.address('comment', author?.getAttribute('href'), 'dom', base)),
    ...optional('text', facts.text('comment', shownText(element.querySelector('#content-text')), 'dom')),
    ...optional('likes', facts.count('comment', lineOf(element.querySelector('#vote-count-middle')), 'dom')),
  };
}

function fromJsonLd(facts: Facts, document: Document, video: string): CommentReading[] {
  const page = readJsonLd(document).find(
    (node) =>
      typesOf(node).includes('VideoObject') &&
      [node['@id'], node.url, node.embedUrl].some((id) => String(id).includes(video)),
  );
  return nodesOf(page?.comment).map((node) => ({
    id: null,
    ...optional('author', facts.line('comment', at(node.author, 'name'), 'json-ld')),
    ...optional('authorUrl', facts.address('comment', at(node.author, 'url'), 'json-ld')),
    ...optional('text', facts.text('comment', node.text, 'json-ld')),
    ...optional('publishedAt', facts.line('comment', isoTime(node.dateCreated), 'json-ld')),
    ...optional('likes', facts.count('comment', node.upvoteCount, 'json-ld')),
  }));
}
