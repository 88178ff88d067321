import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, listOf, nodesOf, readJsonLd, text, typesOf } from '../shared/json-ld.ts';
import { pathOf } from '../shared/page.ts';
import { sameHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { asHandle } from './people.ts';

/** The structured data that profiles and posts carried from 2018 to 2022. */

const site = 'https://www.instagram.com/';

/** The person of a node: "@handle" as another name, and since 2021 as an identifier. */
function handleOf(person: JsonLdNode | undefined): string | undefined {
  const name = text(nodesOf(person?.identifier)[0]?.value) ?? text(person?.alternateName);
  return asHandle(name?.replace(/^@/, ''));
}

/** The page that a node says it is about; the word is written in two ways. */
function pagesOf(node: JsonLdNode): JsonLdNode[] {
  return [...nodesOf(node.mainEntityofPage), ...nodesOf(node.mainEntityOfPage)];
}

function counted(node: JsonLdNode, action: string): unknown {
  const all = [
    ...nodesOf(node.interactionStatistic),
    ...pagesOf(node).flatMap((page) => nodesOf(page.interactionStatistic)),
  ];
  const found = all.find((each) => text(each.interactionType)?.endsWith(`/${action}`));
  const value = found?.userInteractionCount;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

/** What the structured data says of the profile with a handle. */
export function structuredProfile(facts: Facts, document: Document, handle: string): Partial<CreatorReading> {
  for (const node of readJsonLd(document)) {
    const types = typesOf(node);
    if (!types.includes('Person') && !types.includes('ProfilePage')) continue;
    const person = types.includes('Person') ? node : nodesOf(node.author)[0];
    const stated = pagesOf(node).map((page) => pathOf(text(page['@id']), site)[0]);
    if (!sameHandle(handleOf(person), handle) || stated.some((name) => name && !sameHandle(name, handle)))
      continue;
    return compact<CreatorReading>({
      displayName: facts.line('displayName', text(person?.name), 'json-ld'),
      bio: facts.text('bio', text(node.description), 'json-ld'),
      followers: facts.count('followers', counted(node, 'FollowAction'), 'json-ld'),
    });
  }
  return {};
}

/** What the structured data says of the post with a code, with the comments that it holds. */
export function structuredPost(
  facts: Facts,
  document: Document,
  code: string,
): { creator?: Partial<CreatorReading>; post?: Partial<PostReading>; comments?: CommentReading[] } {
  const node = readJsonLd(document).find((each) => {
    const places = [...pagesOf(each).map((page) => text(page['@id'])), text(each.url), text(each['@id'])];
    const named = text(nodesOf(each.identifier)[0]?.value) === code;
    return (
      typesOf(each).some((type) => /^(?:SocialMediaPosting|ImageObject|VideoObject)$/.test(type)) &&
      (named || places.some((place) => pathOf(place, site).includes(code)))
    );
  });
  if (!node) return {};
  const author = nodesOf(node.author)[0];
  const comments = nodesOf(node.comment).flatMap((each): CommentReading[] => {
    const by = facts.handle('comment', handleOf(nodesOf(each.author)[0]), 'json-ld');
    const words = facts.text('comment', text(each.text), 'json-ld');
    if (!by || !words) return [];
    const fields = compact<Omit<CommentReading, 'id'>>({
      author: by,
      authorUrl: { value: `${site}${by.value}/`, source: 'json-ld' },
      text: words,
      publishedAt: facts.line('comment', isoTime(text(each.dateCreated)), 'json-ld'),
    });
    return [{ ...fields, id: null }];
  });
  const pictures = listOf(node.image).map((each) => text(each) ?? text(nodesOf(each)[0]?.url));
  const total = text(node.commentCount);
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', handleOf(author), 'json-ld'),
      displayName: facts.line('author', text(author?.name), 'json-ld'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', text(node.articleBody) ?? text(node.caption), 'json-ld'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(text(node.dateCreated) ?? text(node.uploadDate)),
        'json-ld',
      ),
      likes: facts.count('likes', counted(node, 'LikeAction'), 'json-ld'),
      comments: facts.count(
        'comments',
        /^\d{1,12}$/.test(total ?? '') ? Number(total) : counted(node, 'CommentAction'),
        'json-ld',
      ),
      imageUrl: facts.address('imageUrl', pictures[0] ?? text(node.thumbnailUrl), 'json-ld'),
    }),
    comments,
  };
}
