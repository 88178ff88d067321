import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { listOf, nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { asText, at } from '../shared/state.ts';
import { cleanHandle, hashtagsIn, lineOf, mentionsIn, sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { nameInTitle } from './profile.ts';

/** Reads a post and the replies that are in the page. Sources: structured data, the article with this post's permalink, the link preview. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const articles = [...document.querySelectorAll('article[data-testid="tweet"]')];
  const article =
    articles.find((each) => idOf(each, url.href) === id && each.getAttribute('tabindex') === '-1') ??
    articles.find((each) => idOf(each, url.href) === id);
  const ld = fromJsonLd(facts, document, id);
  const dom = article ? fromArticle(facts, article, url.href) : {};
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
  const replies = article ? articles.slice(articles.indexOf(article) + 1) : [];
  const comments = replies.flatMap((each) => replyOf(facts, each, url.href) ?? []);
  const wanted = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares', 'views'];
  return {
    kind: 'post',
    post: facts.finish(post, wanted, stale ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** The permalink of an article is the link around its time; a quoted post inside has its own, later. */
function permalink(article: Element): Element | null {
  return article.querySelector('a[href*="/status/"] > time[datetime]')?.parentElement ?? null;
}

function idOf(article: Element, base: string): string | undefined {
  const path = pathOf(permalink(article)?.getAttribute('href'), base);
  return path[path.indexOf('status') + 1];
}

function authorOf(facts: Facts, article: Element, base: string): Partial<CreatorReading> {
  const block = article.querySelector('[data-testid="User-Name"]');
  if (!block) return {};
  const links = [...block.querySelectorAll('a[href]')].filter(
    (link) => pathOf(link.getAttribute('href'), base).length === 1,
  );
  const handle = links.map((link) => pathOf(link.getAttribute('href'), base)[0]).find(Boolean);
  const name = lineOf(links[0]);
  const avatar = article
    .querySelector('[data-testid^="UserAvatar-Container-"] img[src]')
    ?.getAttribute('src');
  return compact({
    handle: facts.handle('author', handle, 'dom'),
    displayName:
      name?.startsWith('@') && sameHandle(name, handle) ? undefined : facts.line('author', name, 'dom'),
    avatarUrl: facts.address('author', avatar, 'dom'),
    verified: block.querySelector('[data-testid="icon-verified"]')
      ? { value: true, source: 'dom' }
      : undefined,
  });
}

/** An action's own label tells the full number in any language ("1,234 Likes. Like"); what is shown beside the icon is shortened. */
function action(facts: Facts, field: string, article: Element, ...names: string[]) {
  const button = names.map((name) => article.querySelector(`[data-testid="${name}"]`)).find(Boolean);
  if (!button) return undefined;
  return (
    facts.count(field, button.getAttribute('aria-label') ?? undefined, 'dom') ??
    facts.count(field, lineOf(button), 'dom')
  );
}

function fromArticle(facts: Facts, article: Element, base: string): Parts {
  const link = permalink(article);
  const shown = [...article.querySelectorAll('[data-testid="app-text-transition-container"]')].filter(
    (element) => element.closest('[role="group"]') === null,
  );
  const analytics = article.querySelector('a[href$="/analytics"]');
  const views =
    facts.count('views', analytics?.getAttribute('aria-label') ?? undefined, 'dom') ??
    facts.count('views', shown.length === 1 ? lineOf(shown[0]) : undefined, 'dom');
  return {
    creator: authorOf(facts, article, base),
    post: compact<PostReading>({
      text: facts.text('text', textOf(article.querySelector('[data-testid="tweetText"]')), 'dom'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(link?.querySelector('time')?.getAttribute('datetime')),
        'dom',
      ),
      comments: action(facts, 'comments', article, 'reply'),
      shares: action(facts, 'shares', article, 'retweet', 'unretweet'),
      likes: action(facts, 'likes', article, 'like', 'unlike'),
      saves: action(facts, 'saves', article, 'bookmark', 'removeBookmark'),
      views,
      imageUrl: facts.address(
        'imageUrl',
        article.querySelector('[data-testid="tweetPhoto"] img[src]')?.getAttribute('src'),
        'dom',
      ),
    }),
  };
}

function replyOf(facts: Facts, article: Element, base: string): CommentReading | undefined {
  const id = idOf(article, base);
  const author = authorOf(facts, article, base).handle;
  if (!id || !author || article.querySelector('[data-testid="placementTracking"]')) return undefined;
  const comment = compact({
    author,
    authorUrl: { value: `https://x.com/${author.value}`, source: 'dom' as const },
    text: facts.text('comment', textOf(article.querySelector('[data-testid="tweetText"]')), 'dom'),
    publishedAt: facts.line(
      'comment',
      isoTime(permalink(article)?.querySelector('time')?.getAttribute('datetime')),
      'dom',
    ),
    likes: action(facts, 'comment', article, 'like', 'unlike'),
  });
  return { id, ...comment };
}

function fromJsonLd(facts: Facts, document: Document, id: string): Parts {
  const node = readJsonLd(document).find(
    (each) => typesOf(each).includes('SocialMediaPosting') && asText(each.identifier) === id,
  );
  if (!node) return {};
  const author = nodesOf(node.author)[0];
  const image = listOf(node.image)[0];
  const likes = nodesOf(node.interactionStatistic).find((counter) =>
    String(counter.interactionType).endsWith('/LikeAction'),
  );
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle(
        'author',
        cleanHandle(at(author, 'alternateName') ?? at(author, 'additionalName')),
        'json-ld',
      ),
      displayName: facts.line('author', at(author, 'name'), 'json-ld'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', node.articleBody, 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(node.dateCreated ?? node.datePublished), 'json-ld'),
      comments: facts.count('comments', node.commentCount, 'json-ld'),
      likes: facts.count('likes', likes?.userInteractionCount, 'json-ld'),
      imageUrl: facts.address('imageUrl', at(image, 'contentUrl') ?? image, 'json-ld'),
    }),
  };
}

/** The small answer for link previews: "Name (@handle) on X" with the text as description. */
function fromPreview(facts: Facts, document: Document, id: string, base: string): Parts {
  if (!pathOf(statedAddress(document), base).includes(id)) return {};
  const named = nameInTitle(metaText(document, 'og:title'));
  if (!named) return {};
  const image = metaText(document, 'og:image');
  const text = metaText(document, 'og:description')?.replace(/^“([\s\S]*)”$/, '$1');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', named.handle, 'meta'),
      displayName: facts.line('author', named.name, 'meta'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', text, 'meta'),
      imageUrl:
        image && /\/(?:media|amplify_video_thumb|ext_tw_video_thumb|tweet_video_thumb)\//.test(image)
          ? facts.address('imageUrl', image, 'meta')
          : undefined,
    }),
  };
}
