import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText } from '../shared/page.ts';
import { asList, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { chinaTime, isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn } from './comments.ts';
import { dataOf, either, numbers, personFrom, pictureOf, secUidOf, tally } from './state.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares', 'saves', 'imageUrl'];

interface Found {
  creator: CreatorReading;
  post: PostReading;
}

const nothing: Found = { creator: {}, post: {} };

/** Reads a video or picture note: data of this very id, the player marked with it, the meta elements that name it. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const data = dataOf(document, id, 'aweme_id');
  const items = data.flatMap((each) => objectsIn(each, isItem, 200));
  const item =
    items.find((each) => idOf(each) === id && isData(authorOf(each))) ??
    items.find((each) => idOf(each) === id);
  if (!item && items.length === 0 && data.some((each) => isWithheld(each, id))) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const screen = onScreen(facts, document, id, url.href);
  const told = item ? fromData(facts, item) : nothing;
  const preview = fromMetas(facts, document, id);
  const creator: CreatorReading = { ...preview.creator, ...screen?.creator, ...told.creator };
  const post: PostReading = {
    ...preview.post,
    ...screen?.post,
    ...told.post,
    author: creator.displayName,
  };
  const text = post.text;
  const extra = [...asList(either(item, 'textExtra', 'text_extra'))];
  post.hashtags =
    text &&
    facts.list(
      'hashtags',
      [
        ...extra.map((each) => asText(either(each, 'hashtagName', 'hashtag_name'))),
        ...hashtagsIn(text.value),
      ],
      text.source,
    );
  post.mentions = text && facts.list('mentions', mentionsIn(text.value), text.source);
  const comments = screen || item ? commentsIn(facts, document, url.href) : [];
  const other = document.querySelector('[data-e2e-aweme-id], [data-e2e-vid], [data-e2e="detail-video-info"]');
  const stale = !item && !screen && (items.length > 0 || other !== null);
  const named = facts.finish(post, required, stale ? 'stale' : 'missing');
  // A page that tells nothing may be a wall in new clothes: then the address proves nothing either.
  if (Object.keys(named).length > 0 || comments.length > 0) named.id = { value: id, source: 'url' };
  return {
    kind: 'post',
    post: named,
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function idOf(item: Data): string | undefined {
  return asText(item.awemeId) ?? asText(item.aweme_id);
}

function isItem(value: Data): boolean {
  return idOf(value) !== undefined && typeof value.desc === 'string';
}

const authorOf = (item: Data) => either(item, 'authorInfo', 'author');

/** A share's answer lists why a post is kept back instead of the post. */
function isWithheld(data: unknown, id: string): boolean {
  return objectsIn(data, (each) => Array.isArray(each.filter_list), 5).some((each) =>
    asList(each.filter_list).some((row) => asText(at(row, 'aweme_id')) === id),
  );
}

function fromData(facts: Facts, item: Data): Found {
  const stats = either(item, 'stats', 'statistics');
  const video = either(item, 'video');
  const count = (field: string, ...names: string[]) => tally(facts, field, either(stats, ...names));
  const views = either(stats, 'playCount', 'play_count');
  const images = asList(either(item, 'images', 'image_infos'));
  const cover =
    either(video, 'coverUrlList') ?? either(video, 'cover') ?? either(video, 'originCover', 'origin_cover');
  return {
    creator: personFrom(facts, () => 'author', authorOf(item), false),
    post: compact<PostReading>({
      text: facts.text('text', item.desc, 'state'),
      publishedAt: facts.line('publishedAt', isoTime(either(item, 'createTime', 'create_time')), 'state'),
      likes: count('likes', 'diggCount', 'digg_count'),
      comments: count('comments', 'commentCount', 'comment_count'),
      shares: count('shares', 'shareCount', 'share_count'),
      saves: count('saves', 'collectCount', 'collect_count'),
      // Told to nobody but the author: a nought here is no count.
      views: views === 0 ? undefined : tally(facts, 'views', views),
      imageUrl: facts.address(
        'imageUrl',
        pictureOf(images[0]) ?? asText(asList(cover)[0]) ?? pictureOf(cover),
        'state',
        'https://www.douyin.com/',
      ),
    }),
  };
}

/** The page of one post, or the player of it over another page; both carry the post's number. */
function onScreen(facts: Facts, document: Document, id: string, base: string): Found | undefined {
  const detail = [...document.querySelectorAll('[data-e2e="detail-video-info"]')].find(
    (each) => each.getAttribute('data-e2e-aweme-id') === id,
  );
  const active = [...document.querySelectorAll('[data-e2e-vid]')].find(
    (each) => each.getAttribute('data-e2e-vid') === id,
  );
  if (!detail && !active) return undefined;
  const scope: ParentNode = detail ? document : (active ?? document);
  const count = (field: string, name: string) =>
    facts.count(field, lineOf(scope.querySelector(`[data-e2e="${name}"]`)), 'dom', numbers);
  const text = textOf(detail ? detail.querySelector('h1') : active?.querySelector('[data-e2e="video-desc"]'));
  const time = lineOf(scope.querySelector('[data-e2e="detail-video-publish-time"]'));
  const moment = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.exec(time ?? '')?.[0];
  return {
    creator: detail ? ownerCard(facts, document, base) : ownerOf(facts, active, base),
    post: compact<PostReading>({
      text: facts.text('text', text, 'dom'),
      publishedAt: facts.line('publishedAt', chinaTime(moment), 'dom'),
      likes: count('likes', 'video-player-digg'),
      comments: count('comments', 'feed-comment-icon'),
      saves: count('saves', 'video-player-collect'),
      shares: count('shares', 'video-player-share'),
    }),
  };
}

/** Several cards of people may stand on the page; only where all are of one person is it surely the author. */
function ownerCard(facts: Facts, document: Document, base: string): CreatorReading {
  const links = [...document.querySelectorAll('[data-e2e="user-info"] a[href*="/user/"]')];
  const owners = new Set(links.map((link) => secUidOf(link, base)));
  const sec = links[0] && secUidOf(links[0], base);
  if (!sec || owners.size !== 1) return {};
  const name = links.map((link) => lineOf(link.querySelector('span')) ?? lineOf(link)).find(Boolean);
  return compact<CreatorReading>({
    handle: facts.handle('author', sec, 'dom'),
    stableId: facts.line('author', sec, 'dom'),
    displayName: facts.line('author', name, 'dom'),
  });
}

function ownerOf(facts: Facts, active: Element | undefined, base: string): CreatorReading {
  const links = [
    ...(active?.querySelectorAll(
      '[data-e2e="video-avatar"][href], [data-e2e="video-avatar"] a[href], [data-e2e="feed-video-nickname"] a[href]',
    ) ?? []),
  ];
  const sec = links.map((link) => secUidOf(link, base)).find(Boolean);
  const name = lineOf(active?.querySelector('[data-e2e="feed-video-nickname"]'))?.replace(/^@/, '');
  return compact<CreatorReading>({
    handle: facts.handle('author', sec, 'dom'),
    stableId: facts.line('author', sec, 'dom'),
    displayName: facts.line('author', name, 'dom'),
  });
}

/** "… - 林室于20260605发布在抖音，已经收获了17899个喜欢，…": a day and a count, where the page's other elements name this post. */
function fromMetas(facts: Facts, document: Document, id: string): Found {
  const named = [
    ...document.querySelectorAll('link[rel="canonical"], meta[name="mobile-agent"], meta[property="og:url"]'),
  ].some((each) => (each.getAttribute('href') ?? each.getAttribute('content') ?? '').includes(id));
  const said = named ? metaText(document, 'description') : undefined;
  const end = said?.lastIndexOf('发布在抖音') ?? -1;
  if (!said || end < 0) return nothing;
  const head = /^([\s\S]*) - ([^\n]{1,60})于(\d{4})(\d{2})(\d{2})$/.exec(said.slice(0, end));
  const likes = /^发布在抖音，已经收获了(\d+)个喜欢/.exec(said.slice(end))?.[1];
  return {
    creator: compact<CreatorReading>({ displayName: facts.line('author', head?.[2], 'meta') }),
    post: compact<PostReading>({
      text: facts.text('text', head?.[1], 'meta'),
      publishedAt: facts.line('publishedAt', head && isoTime(`${head[3]}-${head[4]}-${head[5]}`), 'meta'),
      likes: facts.count('likes', likes, 'meta', numbers),
    }),
  };
}
