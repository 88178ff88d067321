import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { assigned, at, type Data, objectsIn } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { handleIn, largest, words } from './data.ts';
import type { Screen } from './screen.ts';
import { shownText } from './text.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments'];

/** Reads a post of a channel's community page: its data of this very id, the element with its permalink, the link preview. */
export function readCommunityPost(
  document: Document,
  identity: PageIdentity,
  url: URL,
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const data = assigned(document, 'ytInitialData');
  const posts = objectsIn(data, (object) => typeof object.postId === 'string' && 'contentText' in object, 50);
  const found = posts.find((object) => object.postId === id);
  const state = found ? fromState(facts, found) : { creator: {}, post: {} };
  const screen = fromElement(facts, document, id, url.href);
  const meta = fromPreview(facts, document, id);
  const creator: CreatorReading = { ...meta.creator, ...screen.creator, ...state.creator };
  const post: PostReading = { id: { value: id, source: 'url' }, ...meta.post, ...screen.post, ...state.post };
  const isEmpty = Object.keys({ ...creator, ...post }).length <= 1;
  if (isEmpty && Array.isArray(at(data, 'alerts'))) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  post.author = creator.displayName ?? creator.handle;
  const text = post.text;
  post.hashtags = text && facts.list('hashtags', hashtagsIn(text.value), text.source);
  post.mentions = text && facts.list('mentions', mentionsIn(text.value), text.source);
  const comments = commentsOf(facts, document, id, url.href);
  return {
    kind: 'post',
    // when it was published is said as "2 years ago" only
    post: facts.finish(post, required, isEmpty && posts.length > 0 ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function fromState(facts: Facts, post: Data): Screen {
  const browse = at(post, 'authorEndpoint', 'browseEndpoint');
  const image = objectsIn(post.backstageAttachment, (object) => 'thumbnails' in object, 1)[0];
  const answers = at(
    post,
    'actionButtons',
    'commentActionButtonsRenderer',
    'replyButton',
    'buttonRenderer',
    'text',
  );
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', words(post.authorText), 'state'),
      handle: facts.handle('author', handleIn(at(browse, 'canonicalBaseUrl')), 'state'),
      stableId: facts.line('author', at(browse, 'browseId'), 'state'),
      avatarUrl: facts.address('author', secure(largest(at(post, 'authorThumbnail', 'thumbnails'))), 'state'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', words(post.contentText), 'state'),
      likes: facts.count('likes', words(post.voteCount), 'state'),
      comments: facts.count('comments', words(answers), 'state'),
      imageUrl: facts.address('imageUrl', secure(largest(image?.thumbnails)), 'state'),
    }),
  };
}

function secure(address: unknown): unknown {
  return typeof address === 'string' && address.startsWith('//') ? `https:${address}` : address;
}

function fromElement(facts: Facts, document: Document, id: string, base: string): Screen {
  const element = [...document.querySelectorAll('ytd-backstage-post-renderer')].find((each) =>
    each.querySelector('#published-time-text a[href]')?.getAttribute('href')?.includes(id),
  );
  if (!element) return { creator: {}, post: {} };
  const author = element.querySelector('#author-text');
  const link = author?.getAttribute('href') ?? author?.querySelector('a[href]')?.getAttribute('href');
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', lineOf(author), 'dom'),
      handle: facts.handle('author', handleIn(link), 'dom'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', shownText(element.querySelector('#content-text')), 'dom'),
      likes: facts.count('likes', lineOf(element.querySelector('#vote-count-middle')), 'dom'),
      imageUrl: facts.address(
        'imageUrl',
        element.querySelector('#content-attachment img[src]')?.getAttribute('src'),
        'dom',
        base,
      ),
    }),
  };
}

function fromPreview(facts: Facts, document: Document, id: string): Screen {
  if (!statedAddress(document)?.includes(id)) return { creator: {}, post: {} };
  return {
    creator: {},
    post: compact<PostReading>({
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
    }),
  };
}

/** The answers on screen; each one's permalink names the post. */
function commentsOf(facts: Facts, document: Document, post: string, base: string): CommentReading[] {
  const found: CommentReading[] = [];
  for (const element of document.querySelectorAll('ytd-comment-view-model, ytd-comment-renderer')) {
    const href = element.querySelector('#published-time-text a[href*="lc="]')?.getAttribute('href');
    if (!href || !URL.canParse(href, base) || found.length >= 2_000) continue;
    const link = new URL(href, base);
    const id = link.searchParams.get('lc');
    if (!id || !(link.pathname.includes(post) || link.searchParams.get('lb') === post)) continue;
    const author = element.querySelector('#author-text');
    const parent = id.split('.')[0];
    found.push({
      id,
      ...compact<Omit<CommentReading, 'id'>>({
        author: facts.line('comment', lineOf(author), 'dom'),
        authorUrl: facts.address('comment', author?.getAttribute('href'), 'dom', base),
        text: facts.text('comment', shownText(element.querySelector('#content-text')), 'dom'),
        likes: facts.count('comment', lineOf(element.querySelector('#vote-count-middle')), 'dom'),
        replyTo: parent && parent !== id ? { value: parent, source: 'dom' } : undefined,
      }),
    });
  }
  return found;
}
