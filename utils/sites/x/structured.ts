import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, listOf, nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { asText, at } from '../shared/state.ts';
import { cleanHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { Parts } from './article.ts';

/** A count of `interactionStatistic` by its action's name: FollowAction, LikeAction … */
export function interactions(node: JsonLdNode, action: string): unknown {
  for (const counter of nodesOf(node.interactionStatistic)) {
    const type = at(counter.interactionType, '@type') ?? counter.interactionType;
    if (typeof type === 'string' && type.split('/').at(-1) === action) return counter.userInteractionCount;
  }
  return undefined;
}

function authorOf(facts: Facts, node: JsonLdNode): Partial<CreatorReading> {
  const author = nodesOf(node.author)[0];
  const handle = cleanHandle(at(author, 'alternateName') ?? at(author, 'additionalName'));
  return compact<CreatorReading>({
    handle: facts.handle('author', handle, 'json-ld'),
    displayName: facts.line('author', at(author, 'name') ?? at(author, 'givenName'), 'json-ld'),
    stableId: facts.line('author', asText(at(author, 'identifier')), 'json-ld'),
  });
}

/** The post of this id in the page's structured data. */
export function fromJsonLd(
  facts: Facts,
  document: Document,
  id: string,
): Parts & { comments?: CommentReading[] } {
  const node = readJsonLd(document).find(
    (each) =>
      typesOf(each).some((type) => type === 'SocialMediaPosting' || type === 'DiscussionForumPosting') &&
      asText(each.identifier) === id,
  );
  if (!node) return {};
  const image = listOf(node.image)[0];
  return {
    creator: authorOf(facts, node),
    post: compact<PostReading>({
      text: facts.text('text', node.articleBody ?? node.text, 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(node.dateCreated ?? node.datePublished), 'json-ld'),
      comments: facts.count('comments', node.commentCount ?? interactions(node, 'CommentAction'), 'json-ld'),
      likes: facts.count('likes', interactions(node, 'LikeAction'), 'json-ld'),
      shares: facts.count('shares', interactions(node, 'ShareAction'), 'json-ld'),
      imageUrl: facts.address('imageUrl', at(image, 'contentUrl') ?? image, 'json-ld'),
    }),
    comments: nodesOf(node.comment).flatMap((each) => commentOf(facts, each) ?? []),
  };
}

function commentOf(facts: Facts, node: JsonLdNode): CommentReading | undefined {
  const id = asText(node.identifier);
  const author = authorOf(facts, node).handle;
  if (!id || !author) return undefined;
  const comment = compact({
    author,
    authorUrl: { value: `https://x.com/${author.value}`, source: 'json-ld' as const },
    text: facts.text('comment', node.articleBody ?? node.text, 'json-ld'),
    publishedAt: facts.line('comment', isoTime(node.dateCreated ?? node.datePublished), 'json-ld'),
    likes: facts.count('comment', interactions(node, 'LikeAction'), 'json-ld'),
  });
  return { id, ...comment };
}
