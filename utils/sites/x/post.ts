import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { hashtagsIn, mentionsIn } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { fromArticle, idOf, type Parts, repliesTo } from './article.ts';
import { oldPost, oldReplies } from './old-pages.ts';
import { nameInTitle } from './profile.ts';
import { fromJsonLd } from './structured.ts';

/** Reads a post and the replies that are in the page. Sources: structured data, the article with this post's permalink, the link preview. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const articles = [...document.querySelectorAll('article[data-testid="tweet"]')];
  const own = articles.filter((each) => idOf(each, url.href) === id);
  const article = own.find((each) => each.getAttribute('tabindex') === '-1') ?? own[0];
  const ld = fromJsonLd(facts, document, id);
  const dom = article ? fromArticle(facts, article, url.href) : oldPost(facts, document, id);
  const meta = fromPreview(facts, document, id, url.href);
  const creator: CreatorReading = { ...meta.creator, ...ld.creator, ...dom.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = { id: { value: id, source: 'url' }, ...meta.post, ...dom.post, ...ld.post };
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  post.hashtags = words && facts.list('hashtags', hashtagsIn(words.value), words.source);
  post.mentions = words && facts.list('mentions', mentionsIn(words.value), words.source);
  const stated = pathOf(statedAddress(document), url.href);
  const stale = stated.includes('status') && !stated.includes(id);
  const old = !article && dom.post ? oldReplies(facts, document, id) : [];
  const shown = article ? repliesTo(facts, article, url.href) : old;
  const isGone = document.querySelector('[data-testid="error-detail"]') !== null;
  if (isGone && !post.text && !post.publishedAt && articles.length === 0) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const comments = eachOnce([...shown, ...(ld.comments ?? [])]);
  const wanted = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares', 'views'];
  return {
    kind: 'post',
    post: facts.finish(post, wanted, stale ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function eachOnce(comments: CommentReading[]): CommentReading[] {
  const found = new Map<string | null, CommentReading>();
  for (const comment of comments) if (!found.has(comment.id)) found.set(comment.id, comment);
  return [...found.values()].slice(0, 2_000);
}

/** The small answer for link previews: "Name (@handle) on X", until 2020 "Name on Twitter", with the text as description. */
function fromPreview(facts: Facts, document: Document, id: string, base: string): Parts {
  const stated = pathOf(statedAddress(document), base);
  if (stated[1] !== 'status' || stated[2] !== id) return {};
  const title = metaText(document, 'og:title');
  const named = nameInTitle(title);
  const name = named?.name ?? /^(.{1,300}) on (?:Twitter|X)$/.exec(title ?? '')?.[1];
  if (!name) return {};
  const image = metaText(document, 'og:image');
  const isMedia = /\/(?:media|amplify_video_thumb|ext_tw_video_thumb|tweet_video_thumb)\//.test(image ?? '');
  const text = metaText(document, 'og:description')?.replace(/^“([\s\S]*)”$/, '$1');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', named?.handle ?? (stated[0] === 'i' ? undefined : stated[0]), 'meta'),
      displayName: facts.line('author', name, 'meta'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', text, 'meta'),
      imageUrl: isMedia ? facts.address('imageUrl', image, 'meta') : undefined,
    }),
  };
}
