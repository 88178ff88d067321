import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { assigned, asText, at, objectsIn } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn } from './comments.ts';
import { handleIn, largest, words } from './data.ts';

const required = ['author', 'title', 'text', 'publishedAt', 'views', 'likes', 'comments', 'imageUrl'];

/** Reads a video, short or live page: the player's data and the page's data of this very id, and the comments in the page. */
export function readVideo(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const player = assigned(document, 'ytInitialPlayerResponse');
  const data = assigned(document, 'ytInitialData');
  const details = at(player, 'videoDetails');
  const playerFits = at(details, 'videoId') === id;
  const dataFits = videoOf(data) === id;
  const anything = playerFits || dataFits || statedAddress(document)?.includes(id) === true;
  const status = at(player, 'playabilityStatus', 'status');
  if (
    status !== undefined &&
    details === undefined &&
    !dataFits &&
    /^(?:ERROR|LOGIN_REQUIRED|UNPLAYABLE)$/.test(String(status))
  ) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const creator: CreatorReading = {
    ...(playerFits ? authorOfPlayer(facts, player) : {}),
    ...(dataFits ? authorOfPage(facts, data) : {}),
  };
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...fromElements(facts, document, id),
    ...(statedAddress(document)?.includes(id) ? fromMeta(facts, document) : {}),
    ...(dataFits ? fromData(facts, data) : {}),
    ...(playerFits ? fromPlayer(facts, player) : {}),
  };
  post.author = creator.displayName ?? creator.handle;
  const text = post.text;
  post.hashtags = text && facts.list('hashtags', hashtagsIn(text.value), text.source);
  post.mentions = text && facts.list('mentions', mentionsIn(text.value), text.source);
  const comments = commentsIn(facts, document, data, id, dataFits, url.href);
  const stale = !anything && (details !== undefined || videoOf(data) !== undefined);
  return {
    kind: 'post',
    post: facts.finish(post, required, stale ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function videoOf(data: unknown): unknown {
  const endpoint = at(data, 'currentVideoEndpoint');
  return at(endpoint, 'watchEndpoint', 'videoId') ?? at(endpoint, 'reelWatchEndpoint', 'videoId');
}

function authorOfPlayer(facts: Facts, player: unknown): Partial<CreatorReading> {
  const format = at(player, 'microformat', 'playerMicroformatRenderer');
  return compact({
    displayName: facts.line(
      'author',
      at(player, 'videoDetails', 'author') ?? at(format, 'ownerChannelName'),
      'state',
    ),
    stableId: facts.line(
      'author',
      at(player, 'videoDetails', 'channelId') ?? at(format, 'externalChannelId'),
      'state',
    ),
    handle: facts.handle('author', handleIn(at(format, 'ownerProfileUrl')), 'state'),
  });
}

function authorOfPage(facts: Facts, data: unknown): Partial<CreatorReading> {
  const owner = objectsIn(at(data, 'contents'), (object) => 'videoOwnerRenderer' in object, 1)[0]
    ?.videoOwnerRenderer;
  const browse = at(owner, 'navigationEndpoint', 'browseEndpoint');
  const badge = objectsIn(
    at(owner, 'badges'),
    (object) => /^BADGE_STYLE_TYPE_VERIFIED/.test(String(object.style)),
    1,
  );
  return compact({
    displayName: facts.line('author', words(at(owner, 'title')), 'state'),
    stableId: facts.line('author', at(browse, 'browseId'), 'state'),
    handle: facts.handle('author', handleIn(at(browse, 'canonicalBaseUrl')), 'state'),
    followers: facts.count('author', words(at(owner, 'subscriberCountText')), 'state'),
    avatarUrl: facts.address('author', largest(at(owner, 'thumbnail', 'thumbnails')), 'state'),
    verified: badge.length > 0 ? { value: true, source: 'state' } : undefined,
  });
}

function digits(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

function fromPlayer(facts: Facts, player: unknown): Partial<PostReading> {
  const details = at(player, 'videoDetails');
  const format = at(player, 'microformat', 'playerMicroformatRenderer');
  return compact({
    title: facts.text('title', at(details, 'title'), 'state'),
    text: facts.text('text', at(details, 'shortDescription'), 'state'),
    views: facts.count('views', digits(at(details, 'viewCount')), 'state'),
    likes: facts.count('likes', digits(at(format, 'likeCount')), 'state'),
    publishedAt: facts.line(
      'publishedAt',
      isoTime(at(format, 'publishDate') ?? at(format, 'uploadDate')),
      'state',
    ),
    imageUrl: facts.address('imageUrl', largest(at(format, 'thumbnail', 'thumbnails')), 'state'),
  });
}

function fromData(facts: Facts, data: unknown): Partial<PostReading> {
  const contents = at(data, 'contents');
  const primary = objectsIn(contents, (object) => 'videoActions' in object && 'title' in object, 1)[0];
  const description = objectsIn(contents, (object) => 'attributedDescription' in object, 1)[0]
    ?.attributedDescription;
  const button = objectsIn(primary?.videoActions, (object) => 'likeCountEntity' in object, 1)[0];
  const older = objectsIn(
    primary?.videoActions,
    (object) => 'defaultText' in object && at(object, 'defaultIcon', 'iconType') === 'LIKE',
    1,
  )[0]?.defaultText;
  const like = objectsIn(button, (object) => 'defaultButtonViewModel' in object, 1)[0];
  const entry = objectsIn(contents, (object) => 'commentsEntryPointHeaderRenderer' in object, 1)[0]
    ?.commentsEntryPointHeaderRenderer;
  const panel = objectsIn(
    at(data, 'engagementPanels'),
    (object) =>
      object.panelIdentifier === 'engagement-panel-comments-section' ||
      object.targetId === 'engagement-panel-comments-section',
    1,
  )[0];
  return compact({
    title: facts.text('title', words(primary?.title), 'state'),
    text: facts.text('text', words(description), 'state'),
    views: facts.count(
      'views',
      words(at(primary?.viewCount, 'videoViewCountRenderer', 'viewCount')),
      'state',
    ),
    likes:
      facts.count('likes', digits(at(button, 'likeCountEntity', 'likeCountIfIndifferentNumber')), 'state') ??
      facts.count('likes', words(at(like, 'defaultButtonViewModel', 'buttonViewModel', 'title')), 'state') ??
      facts.count('likes', at(older, 'accessibility', 'accessibilityData', 'label') ?? words(older), 'state'),
    comments:
      facts.count('comments', words(at(entry, 'commentCount')), 'state') ??
      facts.count(
        'comments',
        words(at(panel, 'header', 'engagementPanelTitleHeaderRenderer', 'contextualInfo')),
        'state',
      ),
  });
}

/** After a move inside the app only what is on screen is of this video; the player element carries its id. */
function fromElements(facts: Facts, document: Document, id: string): Partial<PostReading> {
  const flexy = document.querySelector('ytd-watch-flexy[video-id], ytd-watch-grid[video-id]');
  if (flexy?.getAttribute('video-id') !== id) return {};
  return compact({
    title: facts.text('title', lineOf(flexy.querySelector('#title h1, h1.title')), 'dom'),
    text: facts.text(
      'text',
      textOf(flexy.querySelector('#description-inline-expander yt-attributed-string')),
      'dom',
    ),
    comments: facts.count(
      'comments',
      lineOf(flexy.querySelector('ytd-comments-header-renderer #count')),
      'dom',
    ),
  });
}

function fromMeta(facts: Facts, document: Document): Partial<PostReading> {
  const marked = (name: string) =>
    asText(document.querySelector(`meta[itemprop="${name}"]`)?.getAttribute('content'));
  return compact({
    title: facts.text('title', metaText(document, 'og:title'), 'meta'),
    imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
    publishedAt: facts.line('publishedAt', isoTime(marked('datePublished')), 'microdata'),
  });
}
