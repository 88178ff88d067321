import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, listOf, nodesOf, typesOf } from '../shared/json-ld.ts';
import { statedAddress } from '../shared/page.ts';
import { at } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { readComments } from './comments.ts';
import {
  followersAmong,
  headText,
  interactions,
  memberIn,
  pictureOf,
  structured,
  timeIn,
  withoutTags,
} from './hooks.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments'];

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** Reads a post: structured data and card of the page without a login, the two apps' elements with this post's number. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const number = /\d+$/.exec(id)?.[0] ?? '';
  const stated = statedAddress(document);
  const isStated = stated?.includes(number) ?? false;
  const node = postingOf(document, number, isStated);
  const ld = node ? fromJsonLd(facts, node, url.href) : {};
  const box = boxOf(document, number, isStated);
  const dom = box ? fromBox(facts, box, url.href) : {};
  const creator: CreatorReading = { ...dom.creator, ...ld.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = { id: { value: id, source: 'url' }, ...dom.post, ...ld.post };
  // The number of an activity holds its moment; a share of an older text has a number of its own.
  if (!post.publishedAt && id === number) post.publishedAt = facts.line('publishedAt', timeIn(number), 'url');
  if (isStated) {
    const image = headText(document, 'og:image');
    post.imageUrl ??=
      image && /feedshare|videocover|articleshare/.test(image)
        ? facts.address('imageUrl', image, 'meta')
        : undefined;
  }
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  post.hashtags = words && facts.list('hashtags', hashtagsIn(words.value), words.source);
  post.mentions = words && facts.list('mentions', mentionsIn(words.value), words.source);
  const shown = box || node ? readComments(facts, document, url.href) : [];
  const comments: CommentReading[] = shown.length > 0 ? shown : fromJsonLdComments(facts, node, url.href);
  const other =
    !box && !node && (stated?.includes('/posts/') || document.querySelector('[data-activity-urn]') !== null);
  return {
    kind: 'post',
    post: facts.finish(post, required, other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

const postings = /^(?:SocialMediaPosting|DiscussionForumPosting|VideoObject)$/;

/** The posting whose own address holds the number; without an address, the only one of a page that states the number. */
function postingOf(document: Document, number: string, isStated: boolean): JsonLdNode | undefined {
  const found = structured(document).filter((node) => typesOf(node).some((type) => postings.test(type)));
  const named = (node: JsonLdNode) => [
    node['@id'],
    node.url,
    at(node.mainEntityOfPage, '@id'),
    node.mainEntityOfPage,
    node.sharedUrl,
  ];
  return (
    found.find((node) =>
      named(node).some((address) => typeof address === 'string' && address.includes(number)),
    ) ??
    (isStated && found.length === 1 && !named(found[0] ?? {}).some((address) => typeof address === 'string')
      ? found[0]
      : undefined)
  );
}

function fromJsonLd(facts: Facts, node: JsonLdNode, base: string): Parts {
  const author = nodesOf(node.author)[0] ?? nodesOf(node.creator)[0];
  const body = node.articleBody ?? node.text ?? node.description;
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', memberIn(at(author, 'url'), base)?.split('/')[1], 'json-ld'),
      displayName: facts.line('author', withoutTags(at(author, 'name')), 'json-ld'),
      followers: facts.count('author', interactions(author, 'FollowAction'), 'json-ld'),
      avatarUrl: facts.address('author', pictureOf(author), 'json-ld'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', withoutTags(body), 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(node.datePublished ?? node.uploadDate), 'json-ld'),
      likes: facts.count('likes', interactions(node, 'LikeAction'), 'json-ld'),
      comments: facts.count('comments', node.commentCount ?? interactions(node, 'CommentAction'), 'json-ld'),
      imageUrl: facts.address(
        'imageUrl',
        node.image === undefined ? listOf(node.thumbnailUrl)[0] : pictureOf(node),
        'json-ld',
      ),
    }),
  };
}

function fromJsonLdComments(facts: Facts, node: JsonLdNode | undefined, base: string): CommentReading[] {
  return nodesOf(node?.comment).flatMap((each) => {
    const who = nodesOf(each.author)[0];
    const author = facts.line('comment', withoutTags(at(who, 'name')), 'json-ld');
    const text = facts.text('comment', withoutTags(each.text), 'json-ld');
    if (!author || !text) return [];
    return [
      {
        id: null,
        ...compact<Omit<CommentReading, 'id'>>({
          author,
          text,
          authorUrl: memberIn(at(who, 'url'), base)
            ? facts.address('comment', at(who, 'url'), 'json-ld')
            : undefined,
          publishedAt: facts.line('comment', isoTime(each.datePublished), 'json-ld'),
          likes: facts.count('comment', interactions(each, 'LikeAction'), 'json-ld'),
        }),
      },
    ];
  });
}

function boxOf(document: Document, number: string, isStated: boolean): Element | undefined {
  const boxes = [
    ...document.querySelectorAll(
      'article[data-activity-urn], article[data-featured-activity-urn], .feed-shared-update-v2[data-urn], [data-id^="urn:li:activity"], [componentkey^="update-card-"]',
    ),
  ];
  const names = [
    'data-activity-urn',
    'data-featured-activity-urn',
    'data-attributed-urn',
    'data-urn',
    'data-id',
    'componentkey',
  ];
  const own = boxes.find((box) => names.some((name) => box.getAttribute(name)?.includes(number)));
  // An address may name the shared text where the card names the activity; the first card is the page's own.
  return (
    own ??
    (isStated
      ? boxes.find((box) => box.querySelector('[data-tracking-control-name^="public_post_feed-actor"]'))
      : undefined)
  );
}

/** The short lines below the author's name: a company's followers, a person's headline. */
function beside(name: Element | undefined): string[] {
  const lines = name?.closest('div')?.parentElement?.querySelectorAll('p') ?? [];
  return [...lines].slice(0, 3).flatMap((line) => lineOf(line) ?? []);
}

function fromBox(facts: Facts, box: Element, base: string): Parts {
  const first = (...selectors: string[]) =>
    selectors.map((selector) => box.querySelector(selector)).find((element) => element !== null);
  const name = first(
    '[data-tracking-control-name$="feed-actor-name"]',
    '.update-components-actor__title span[aria-hidden="true"]',
    '.update-components-actor__title',
  );
  const link =
    name?.closest('a') ??
    first(
      '.update-components-actor__container a[href*="/in/"]',
      '.update-components-actor__container a[href*="/company/"]',
    ) ??
    [...box.querySelectorAll('a[href*="/in/"], a[href*="/company/"]')].find(
      (each) => lineOf(each) !== undefined,
    );
  const reactions = first('[data-test-id="social-actions__reactions"]', '[data-num-reactions]');
  const answers = first('[data-test-id="social-actions__comments"]', '[data-num-comments]');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', memberIn(link?.getAttribute('href'), base)?.split('/')[1], 'dom'),
      displayName: facts.line('author', lineOf(name), 'dom'),
      followers: followersAmong(facts, beside(name), 'dom', 'author'),
    }),
    post: compact<PostReading>({
      text: facts.text(
        'text',
        textOf(
          first(
            '[data-test-id="main-feed-activity-card__commentary"]',
            '.update-components-text',
            '[data-testid="expandable-text-box"]',
          ),
        ),
        'dom',
      ),
      likes:
        facts.count('likes', reactions?.getAttribute('data-num-reactions'), 'dom') ??
        facts.count(
          'likes',
          lineOf(
            first(
              '[data-test-id="social-actions__reaction-count"]',
              '.social-details-social-counts__reactions-count',
            ),
          ),
          'dom',
        ),
      comments:
        facts.count('comments', answers?.getAttribute('data-num-comments'), 'dom') ??
        facts.count('comments', lineOf(first('.social-details-social-counts__comments')), 'dom'),
    }),
  };
}
