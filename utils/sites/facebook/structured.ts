import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { nodesOf, readJsonLd, text, typesOf } from '../shared/json-ld.ts';
import { isoTime } from '../shared/time.ts';
import { targetOf } from './data.ts';

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** Posts of 2019 to 2021 as structured data: the identifier holds the page's and the post's numbers. */
export function fromJsonLd(
  facts: Facts,
  document: Document,
  posts: ReadonlySet<string>,
  base: string,
): Parts {
  const node = readJsonLd(document).find(
    (each) =>
      typesOf(each).includes('SocialMediaPosting') &&
      (text(each.identifier) ?? '').split(/[;:_]/).some((part) => posts.has(part)),
  );
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
      text: facts.text('text', text(node.articleBody), 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(text(node.dateCreated)), 'json-ld'),
      likes: count('likes', 'LikeAction'),
      comments: count('comments', 'CommentAction'),
      shares: count('shares', 'ShareAction'),
    }),
  };
}
