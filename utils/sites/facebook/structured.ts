import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, nodesOf, readJsonLd, text, typesOf } from '../shared/json-ld.ts';
import { statedAddress, titleOf } from '../shared/page.ts';
import { isoTime } from '../shared/time.ts';
import { targetOf } from './data.ts';

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** A film's own data has no address but the file's: it is believed where it is the only one and the head names this film. */
function filmOf(
  nodes: JsonLdNode[],
  document: Document,
  posts: ReadonlySet<string>,
  base: string,
): JsonLdNode | undefined {
  const films = nodes.filter((each) => typesOf(each).includes('VideoObject'));
  const stated = targetOf(statedAddress(document), base);
  const title = titleOf(document);
  // The head may have followed a move that the data did not: its title is the film's then no more.
  const isNamed =
    title !== undefined && (text(films[0]?.name) ?? '').startsWith(title.split(' | ')[0] ?? title);
  return films.length === 1 && isNamed && posts.has(stated?.id ?? '') ? films[0] : undefined;
}

/** Posts of 2019 to 2021 as structured data: the identifier holds the page's and the post's numbers. */
export function fromJsonLd(
  facts: Facts,
  document: Document,
  posts: ReadonlySet<string>,
  base: string,
): Parts {
  const nodes = readJsonLd(document);
  const node =
    nodes.find(
      (each) =>
        typesOf(each).includes('SocialMediaPosting') &&
        (text(each.identifier) ?? '').split(/[;:_]/).some((part) => posts.has(part)),
    ) ?? filmOf(nodes, document, posts, base);
  if (!node) return {};
  const author = nodesOf(node.author)[0];
  const address = text(author?.url);
  const whose = targetOf(address, base);
  const total = (action: string) =>
    nodesOf(node.interactionStatistic).find((each) => {
      const type = nodesOf(each.interactionType)[0];
      return (type ? typesOf(type)[0] : text(each.interactionType))?.replace(/^.*\//, '') === action;
    })?.userInteractionCount;
  const count = (field: string, action: string) => {
    const value = total(action);
    return facts.count(
      field,
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
      'json-ld',
    );
  };
  return {
    creator: compact<CreatorReading>({
      handle:
        whose?.kind === 'profile' && whose.handle
          ? facts.handle('author', whose.handle, 'json-ld')
          : undefined,
      displayName: facts.line('author', text(author?.name), 'json-ld'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', text(node.articleBody) ?? text(node.description), 'json-ld'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(text(node.dateCreated) ?? text(node.datePublished) ?? text(node.uploadDate)),
        'json-ld',
      ),
      likes: count('likes', 'LikeAction'),
      comments: count('comments', 'CommentAction'),
      shares: count('shares', 'ShareAction'),
    }),
  };
}
