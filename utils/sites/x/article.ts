import type { CommentReading, CreatorReading, Field, PostReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { postText } from './text.ts';

export type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** The permalink of an article is the link around its time; a quoted post inside has its own, later and without a link. */
function permalink(article: Element): Element | null {
  return article.querySelector('a[href*="/status/"] > time[datetime]')?.parentElement ?? null;
}

/** The id of a post on screen, from its permalink. */
export function idOf(article: Element, base: string): string | undefined {
  const path = pathOf(permalink(article)?.getAttribute('href'), base);
  return path[path.indexOf('status') + 1];
}

/** The parts of an article up to the post it quotes, which begins with a second author. */
function own(article: Element, name: string): Element | null {
  let authors = 0;
  for (const element of article.querySelectorAll(`[data-testid="User-Name"], [data-testid="${name}"]`)) {
    const isAuthor = element.getAttribute('data-testid') === 'User-Name';
    if (isAuthor && ++authors > 1) return null;
    if (!isAuthor || name === 'User-Name') return element;
  }
  return null;
}

function authorOf(facts: Facts, article: Element, base: string): Partial<CreatorReading> {
  const block = own(article, 'User-Name');
  if (!block) return {};
  const links = [...block.querySelectorAll('a[href]')].filter(
    (link) => pathOf(link.getAttribute('href'), base).length === 1,
  );
  const handle = links.map((link) => pathOf(link.getAttribute('href'), base)[0]).find(Boolean);
  const name = lineOf(links[0]);
  const box = [...article.querySelectorAll('[data-testid^="UserAvatar-Container-"]')].find((each) =>
    sameHandle(each.getAttribute('data-testid')?.slice('UserAvatar-Container-'.length), handle),
  );
  const isHandle = name?.startsWith('@') && sameHandle(name, handle);
  return compact({
    handle: facts.handle('author', handle, 'dom'),
    displayName: isHandle ? undefined : facts.line('author', name, 'dom'),
    avatarUrl: facts.address('author', box?.querySelector('img[src]')?.getAttribute('src'), 'dom'),
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

/** A long article published as a post has a headline and its own body instead of the short text. */
function textIn(facts: Facts, article: Element) {
  const short = facts.text('text', postText(own(article, 'tweetText')), 'dom');
  const body = article.querySelector('[data-testid="twitterArticleRichTextView"]');
  return short ?? (body ? facts.text('text', textOf(body), 'dom') : undefined);
}

/**
 * The full number of views behind a shortened one: the label of the row of actions ends with it ("48 replies, …, 29937 views"). Only where it
 * is the greatest and fits what is shown.
 */
function exactOf(article: Element, language: string | undefined, views: Field<number> | undefined) {
  if (views?.precision !== 'rounded') return views;
  const label = article.querySelector('[role="group"][aria-label]')?.getAttribute('aria-label') ?? '';
  const counts = countsIn(label, language);
  const last = counts.at(-1);
  const isViews =
    last?.precision === 'exact' &&
    last.value !== null &&
    Math.abs(last.value - views.value) <= views.value * 0.05 &&
    counts.every(({ value }) => value !== null && value <= (last.value ?? 0));
  return isViews && last.value !== null
    ? { value: last.value, source: 'dom' as const, raw: last.raw, precision: 'exact' as const }
    : views;
}

/** Reads the post that an article of the page shows. */
export function fromArticle(facts: Facts, article: Element, base: string): Parts {
  const link = permalink(article);
  const shown = [...article.querySelectorAll('[data-testid="app-text-transition-container"]')].filter(
    (element) => element.closest('[role="group"]') === null,
  );
  const analytics = article.querySelector('a[href$="/analytics"]');
  const views = exactOf(
    article,
    facts.language,
    facts.count('views', analytics?.getAttribute('aria-label') ?? undefined, 'dom') ??
      facts.count('views', shown.length === 1 ? lineOf(shown[0]) : undefined, 'dom'),
  );
  const image = own(article, 'tweetPhoto')?.querySelector('img[src]')?.getAttribute('src');
  return {
    creator: authorOf(facts, article, base),
    post: compact<PostReading>({
      title: facts.text(
        'title',
        lineOf(article.querySelector('[data-testid="twitter-article-title"]')),
        'dom',
      ),
      text: textIn(facts, article),
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
      imageUrl: facts.address('imageUrl', image, 'dom'),
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
    text: facts.text('comment', postText(own(article, 'tweetText')), 'dom'),
    publishedAt: facts.line(
      'comment',
      isoTime(permalink(article)?.querySelector('time')?.getAttribute('datetime')),
      'dom',
    ),
    likes: action(facts, 'comment', article, 'like', 'unlike'),
  });
  return { id, ...comment };
}

/** The answers below a post. What stands under a further heading of the list ("Discover more") are other people's posts. */
export function repliesTo(facts: Facts, article: Element, base: string): CommentReading[] {
  const column = article.closest('[data-testid="primaryColumn"]') ?? article.ownerDocument;
  const found: CommentReading[] = [];
  let below = false;
  for (const element of column.querySelectorAll(
    'article[data-testid="tweet"], [data-testid="cellInnerDiv"] h2',
  )) {
    if (element === article) below = true;
    else if (!below) continue;
    else if (element.localName !== 'h2') {
      const reply = replyOf(facts, element, base);
      if (reply && found.length < 2_000) found.push(reply);
    } else if (!element.closest('article')) break;
  }
  return found;
}
