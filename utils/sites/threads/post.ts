import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { nameInTitle } from '../instagram/people.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { asText, at, type Data } from '../shared/state.ts';
import { hashtagsIn, mentionsIn, sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { type Found, joined, threadOf, whole } from './data.ts';

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** Reads a post with the answers that are in the page: embedded data of this code, then the shown post, then the link preview of this code. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const code = identity.id ?? '';
  const thread = threadOf(document, code);
  const state = thread ? fromState(facts, thread.post) : {};
  const shown = [...document.querySelectorAll('[data-pressable-container="true"]')].filter(
    (each) => codeOf(each, url.href) !== undefined,
  );
  const own = shown.find((each) => codeOf(each, url.href) === code);
  const dom = own ? fromContainer(facts, own, url.href) : {};
  const meta = fromMeta(facts, document, code, url.href, thread !== undefined || own !== undefined);
  const creator: CreatorReading = { ...meta.creator, ...dom.creator, ...state.creator };
  const stated = pathOf(statedAddress(document), url.href);
  const stale = stated.includes('post') && !stated.includes(code);
  if (!thread && !own && !meta.post && !stale)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = { id: { value: code, source: 'url' }, ...meta.post, ...dom.post, ...state.post };
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  post.hashtags = words && facts.list('hashtags', hashtagsIn(words.value), words.source);
  post.mentions = words && facts.list('mentions', mentionsIn(words.value), words.source);
  const comments = thread
    ? thread.replies.flatMap((found) => fromReply(facts, found) ?? [])
    : shown
        .slice(own ? shown.indexOf(own) + 1 : shown.length)
        .flatMap((each) => fromShown(facts, each, url.href) ?? []);
  const wanted = ['author', 'publishedAt', 'likes', 'comments'];
  // A post may be a picture without words: only data can say so.
  if (!thread) wanted.push('text');
  return {
    kind: 'post',
    post: facts.finish(post, wanted, stale ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments: comments.slice(0, 1_000) } : {}),
    problems: facts.problems,
  };
}

function wordsOf(post: Data): unknown {
  return at(post, 'caption', 'text') ?? joined(at(post, 'text_post_app_info', 'text_fragments'));
}

function fromState(facts: Facts, post: Data): Parts {
  const info = (name: string) => at(post, 'text_post_app_info', name);
  const hidden = post.like_and_view_counts_disabled === true;
  // Reposting and passing on are counted apart; where both are, nobody can say which of them is meant by "shares".
  const [reposts, passedOn] = [whole(info('repost_count')), whole(info('reshare_count'))];
  const clear = passedOn === undefined || passedOn === reposts;
  if (!clear) facts.problem('shares', 'ambiguous');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', at(post, 'user', 'username'), 'state'),
      stableId: facts.line(
        'author',
        asText(at(post, 'user', 'pk')) ?? asText(at(post, 'user', 'id')),
        'state',
      ),
      displayName: facts.line('author', at(post, 'user', 'full_name'), 'state'),
      avatarUrl: facts.address('author', at(post, 'user', 'profile_pic_url'), 'state'),
      verified: facts.flag(at(post, 'user', 'is_verified'), 'state'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', wordsOf(post), 'state'),
      publishedAt: facts.line('publishedAt', isoTime(post.taken_at), 'state'),
      likes: hidden ? undefined : facts.count('likes', whole(post.like_count), 'state'),
      comments: facts.count('comments', whole(info('direct_reply_count')), 'state'),
      shares: clear ? facts.count('shares', reposts, 'state') : undefined,
      imageUrl: facts.address(
        'imageUrl',
        at(post, 'image_versions2', 'candidates', 0, 'url') ??
          at(post, 'carousel_media', 0, 'image_versions2', 'candidates', 0, 'url'),
        'state',
      ),
    }),
  };
}

function fromReply(facts: Facts, { post, parent }: Found): CommentReading | undefined {
  const author = facts.handle('comment', at(post, 'user', 'username'), 'state');
  const id = asText(post.code);
  if (!author || !/^[\w.]{1,30}$/.test(author.value) || !id || !/^[\w-]{1,60}$/.test(id)) return undefined;
  const hidden = post.like_and_view_counts_disabled === true;
  return {
    ...compact<Omit<CommentReading, 'id'>>({
      author,
      authorUrl: { value: `https://www.threads.com/@${author.value}`, source: 'state' },
      text: facts.text('comment', wordsOf(post), 'state'),
      publishedAt: facts.line('comment', isoTime(post.taken_at), 'state'),
      likes: hidden ? undefined : facts.count('comment', whole(post.like_count), 'state'),
      replyTo: parent && facts.line('comment', asText(parent.code), 'state'),
    }),
    id,
  };
}

/** The permalink of a container is the link around its time; a quoted post inside has its own, later. */
function timeOf(container: Element): Element | null {
  return container.querySelector('a[href*="/post/"] time[datetime]');
}

function codeOf(container: Element, base: string): string | undefined {
  const path = pathOf(timeOf(container)?.closest('a')?.getAttribute('href'), base);
  return path[1] === 'post' ? path[2] : undefined;
}

function shownParts(facts: Facts, container: Element, base: string, field: string) {
  const time = timeOf(container);
  const handle = pathOf(time?.closest('a')?.getAttribute('href'), base)[0];
  const words = [...container.querySelectorAll('span[dir="auto"]')].find(
    (span) =>
      span.closest('a, time, [role="button"]') === null &&
      span.closest('[data-pressable-container="true"]') === container &&
      span.querySelector('time, [dir="auto"]') === null &&
      span.getAttribute('translate') !== 'no' &&
      !sameHandle(textOf(span), handle),
  );
  return {
    handle: facts.handle(field, handle, 'dom'),
    text: facts.text(field, textOf(words), 'dom'),
    publishedAt: facts.line(field, isoTime(time?.getAttribute('datetime')), 'dom'),
  };
}

function fromContainer(facts: Facts, container: Element, base: string): Parts {
  const { handle, text, publishedAt } = shownParts(facts, container, base, 'author');
  return { creator: compact<CreatorReading>({ handle }), post: compact<PostReading>({ text, publishedAt }) };
}

function fromShown(facts: Facts, container: Element, base: string): CommentReading | undefined {
  const { handle, text, publishedAt } = shownParts(facts, container, base, 'comment');
  if (!handle) return undefined;
  const authorUrl = { value: `https://www.threads.com/@${handle.value}`, source: 'dom' as const };
  return {
    ...compact<Omit<CommentReading, 'id'>>({ author: handle, authorUrl, text, publishedAt }),
    id: codeOf(container, base) ?? null,
  };
}

/** The preview of a post without words holds a sentence of the site with the handle in it; the picture may be the author's face. */
function fromMeta(facts: Facts, document: Document, code: string, base: string, known: boolean): Parts {
  const fits = [metaText(document, 'og:url'), statedAddress(document)].some((address) =>
    pathOf(address, base).includes(code),
  );
  if (!fits) return {};
  const named = nameInTitle(metaText(document, 'og:title'));
  const words = metaText(document, 'og:description');
  const large = metaText(document, 'twitter:card') === 'summary_large_image';
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', named?.handle, 'meta'),
      displayName: facts.line('author', named?.name, 'meta'),
    }),
    post: compact<PostReading>({
      text: known || nameInTitle(words) ? undefined : facts.text('text', words, 'meta'),
      imageUrl: large ? facts.address('imageUrl', metaText(document, 'og:image'), 'meta') : undefined,
    }),
  };
}
