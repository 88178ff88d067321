import type {
  CommentReading,
  CreatorReading,
  Field,
  PostReading,
  Source,
} from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asText, at, isData } from '../shared/state.ts';
import { cleanText, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { chinaTime, isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsOnScreen, counters, wholeText } from './on-screen.ts';
import { creatorFrom, numbers, statusIn, statusTime, topicsIn } from './state.ts';
import { unrunPost } from './unrun-post.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares'];

/** Puts a post together: key, author, tags, what is missing, and `stale` where the page shows other posts only. */
export function result(
  facts: Facts,
  document: Document,
  id: string | undefined,
  creator: CreatorReading,
  fields: PostReading,
  comments: CommentReading[],
  address?: string,
): ReturnType<SiteReader> {
  const post: PostReading = { ...fields };
  // A page that tells nothing may be a wall in new clothes: then the address proves nothing either.
  if (id && Object.keys(fields).length > 0) post.id ??= { value: id, source: 'url' };
  post.author = creator.displayName ?? creator.handle;
  const text = post.text;
  post.hashtags = text && facts.list('hashtags', topicsIn(text.value), text.source);
  post.mentions = text && facts.list('mentions', mentionsIn(text.value), text.source);
  const found = Object.keys(fields).length > 0;
  const other =
    !found && document.querySelector('article.woo-panel-main, .WB_detail, #M_, .weibo-main') !== null;
  return {
    kind: 'post',
    ...(id ? { id } : {}),
    ...(address ? { url: address } : {}),
    post: facts.finish(post, required, other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

/** What the site shows as a time is China's; it stays in `raw`. */
export function when(facts: Facts, said: string | undefined, source: Source): Field<string> | undefined {
  const field = facts.line('publishedAt', chinaTime(said), source);
  return field && said ? { ...field, raw: said.trim() } : field;
}

/** weibo.com (both generations) and m.weibo.cn. */
export function readDesktopPost(
  document: Document,
  identity: PageIdentity,
  url: URL,
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const isPost = identity.kind === 'post';
  const status = isPost ? statusIn(document, identity.id ?? '') : undefined;
  if (status) return fromStatus(facts, document, identity, status);
  const older = fromOlder(facts, document, identity, url.href);
  if (older) return older;
  const article = [...document.querySelectorAll('article.woo-panel-main')].find((each) =>
    [...each.querySelectorAll('header a[href]')].some(
      (link) => pathOf(link.getAttribute('href'), url.href)[1] === identity.id,
    ),
  );
  if (!article) {
    const unrun = isPost && identity.id ? unrunPost(facts, document, identity.id) : undefined;
    return result(facts, document, identity.id, unrun?.creator ?? {}, unrun?.post ?? {}, []);
  }
  const names = [...article.querySelectorAll('header a[href*="/u/"]')];
  const uid = pathOf(names[0]?.getAttribute('href'), url.href)[1];
  const permalink = [...article.querySelectorAll('header a[href]')].find(
    (link) => pathOf(link.getAttribute('href'), url.href)[1] === identity.id,
  );
  const creator: CreatorReading = compact({
    handle: facts.handle('author', uid, 'dom'),
    stableId: facts.line('author', uid, 'dom'),
    displayName: facts.line('author', names.map(lineOf).find(Boolean), 'dom'),
    avatarUrl: facts.address(
      'author',
      article.querySelector('.woo-avatar-main img[src]')?.getAttribute('src'),
      'dom',
    ),
  });
  const post: PostReading = compact({
    id: { value: identity.id ?? '', source: 'url' as const },
    text: facts.text('text', wholeText(facts, article), 'dom'),
    publishedAt: when(facts, permalink?.getAttribute('title') ?? undefined, 'dom'),
    ...counters(facts, article),
  });
  return result(facts, document, identity.id, creator, post, commentsOnScreen(facts, document, url.href));
}

function fromStatus(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  status: NonNullable<ReturnType<typeof statusIn>>,
) {
  const user = isData(status.user) ? status.user : undefined;
  const creator: CreatorReading = creatorFrom(facts, user);
  creator.handle = facts.handle('author', creator.stableId?.value, 'state');
  const said = asText(status.text_raw) ?? withoutMarkup(asText(status.text));
  const post: PostReading = compact({
    id: { value: identity.id ?? '', source: 'url' as const },
    text: facts.text('text', said, 'state'),
    publishedAt: facts.line('publishedAt', statusTime(status.created_at), 'state'),
    likes: facts.count('likes', status.attitudes_count, 'state', numbers),
    comments: facts.count('comments', status.comments_count, 'state', numbers),
    shares: facts.count('shares', status.reposts_count, 'state', numbers),
    imageUrl: facts.address(
      'imageUrl',
      at(status, 'pics', 0, 'large', 'url') ??
        at(status, 'original_pic') ??
        at(status, 'page_info', 'page_pic', 'url'),
      'state',
    ),
  });
  return result(facts, document, identity.id, creator, post, []);
}

/** Markup of the site's own data as text: breaks are lines, all else is left out. Never put into a document. */
function withoutMarkup(html: string | undefined): string | undefined {
  const text = html
    ?.slice(0, 400_000)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
  return cleanText(text);
}

/** The older desktop page of one post. Under the author's address the post is named by its own permalink. */
function fromOlder(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  base: string,
): ReturnType<SiteReader> | undefined {
  const details = [...document.querySelectorAll('.WB_detail')].filter(
    (each) => permalinkOf(each, base) !== undefined,
  );
  const detail =
    identity.kind === 'post'
      ? details.find((each) => permalinkOf(each, base)?.id === identity.id)
      : details[0];
  const link = detail && permalinkOf(detail, base);
  if (!detail || !link || (identity.kind === 'profile' && (details.length !== 1 || link.uid !== identity.id)))
    return undefined;
  const card = detail.closest('.WB_cardwrap, .WB_feed_detail')?.parentElement ?? detail.parentElement;
  const info = detail.querySelector('.WB_info a[usercard]') ?? detail.querySelector('.WB_info a[href]');
  const official = detail.querySelector(
    '.WB_info .icon_approve, .WB_info .icon_approve_co, .WB_info .icon_approve_gold',
  );
  const avatar = detail.parentElement?.querySelector('.WB_face img[usercard][src]');
  const creator: CreatorReading = compact({
    handle: facts.handle('author', link.uid, 'dom'),
    stableId: facts.line('author', link.uid, 'dom'),
    displayName: facts.line('author', lineOf(info), 'dom'),
    verified: official ? { value: true, source: 'dom' as const } : undefined,
    avatarUrl: facts.address('author', avatar?.getAttribute('src'), 'dom', base),
  });
  const number = (action: string) => {
    const items = [...(card?.querySelectorAll(`.WB_feed_handle [action-type="${action}"] em`) ?? [])].map(
      lineOf,
    );
    return items.find((text) => text !== undefined && /^[\d.]+[万亿]?\+?$/.test(text));
  };
  const post: PostReading = compact({
    id: facts.line('id', link.id, 'dom'),
    text: facts.text(
      'text',
      textOf(detail.querySelector('[node-type="feed_list_content"], .WB_text')),
      'dom',
    ),
    publishedAt: when(facts, link.title, 'dom') ?? facts.line('publishedAt', isoTime(link.date), 'dom'),
    shares: facts.count('shares', number('fl_forward'), 'dom', numbers),
    comments: facts.count('comments', number('fl_comment'), 'dom', numbers),
    likes: facts.count('likes', number('fl_like'), 'dom', numbers),
  });
  return result(facts, document, link.id, creator, post, [], `https://weibo.com/${link.uid}/${link.id}`);
}

function permalinkOf(
  detail: Element,
  base: string,
): { uid: string; id: string; title?: string; date?: string } | undefined {
  // A repost holds the original post with an address of its own.
  const link = [
    ...detail.querySelectorAll('.WB_from a[node-type="feed_list_item_date"], .WB_from a[date]'),
  ].find(
    (each) => each.closest('[node-type="feed_list_forwardContent"], .WB_expand, .WB_media_expand') === null,
  );
  const [uid, id] = pathOf(link?.getAttribute('href'), base);
  if (!link || !uid || !id || !/^\d{5,12}$/.test(uid)) return undefined;
  const title = link.getAttribute('title');
  const date = link.getAttribute('date');
  return { uid, id, ...(title ? { title } : {}), ...(date ? { date } : {}) };
}
