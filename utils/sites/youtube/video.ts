import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { assigned, at, objectsIn } from '../shared/state.ts';
import { hashtagsIn, mentionsIn } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, PageState, SiteReader } from '../site.ts';
import { fromClassic } from './classic.ts';
import { commentsIn } from './comments.ts';
import { handleIn, largest, linkedText, words } from './data.ts';
import { fromJsonLd, fromMicrodata, fromPreview, videoScope } from './marked.ts';
import { fromScreen } from './screen.ts';
import { fromOverlay } from './shorts.ts';

const required = ['author', 'title', 'text', 'publishedAt', 'views', 'likes', 'comments', 'imageUrl'];

/** Reads a video, short or live page: the player's data and the page's data of this very id, and the comments in the page. */
export function readVideo(
  document: Document,
  identity: PageIdentity,
  url: URL,
  state: PageState,
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const first = assigned(document, 'ytInitialPlayerResponse') ?? olderPlayer(document);
  const embedded = assigned(document, 'ytInitialData');
  const player = [first, livePlayer(state)].find((each) => at(each, 'videoDetails', 'videoId') === id);
  const data = [embedded, liveData(state)].find((each) => videoOf(each) === id);
  const status = at(first, 'playabilityStatus', 'status');
  const isRefused = /^(?:ERROR|LOGIN_REQUIRED|UNPLAYABLE)$/.test(String(status));
  const screen = fromScreen(facts, document, id, url.href);
  const scope = videoScope(document, id);
  const sources = [
    fromJsonLd(facts, document, id),
    fromMicrodata(facts, scope),
    fromClassic(facts, scope),
    screen,
    data ? fromOverlay(facts, data) : undefined,
  ];
  const creator: CreatorReading = {
    ...joined(sources.map((source) => source?.creator)),
    ...(player ? authorOfPlayer(facts, player) : {}),
    ...(data ? authorOfPage(facts, data) : {}),
  };
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...fromPreview(facts, document, id),
    ...joined(sources.map((source) => source?.post)),
    ...(data ? fromData(facts, data) : {}),
    ...(player ? fromPlayer(facts, player) : {}),
  };
  // of a removed or private video the page's data knows the id and nothing else
  if (isRefused && !at(first, 'videoDetails') && !post.title && !creator.displayName) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  post.author = creator.displayName ?? creator.handle;
  const text = post.text;
  post.hashtags = text && facts.list('hashtags', hashtagsIn(text.value), text.source);
  post.mentions = text && facts.list('mentions', mentionsIn(text.value), text.source);
  const comments = commentsIn(facts, document, embedded, id, videoOf(embedded) === id, url.href);
  const others = [at(first, 'videoDetails', 'videoId'), videoOf(embedded)];
  const stale = !player && !data && others.some((other) => typeof other === 'string');
  return {
    kind: 'post',
    post: facts.finish(post, required, stale ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

/** Later sources win, but a fact that a later one has only rounded stays exact. */
function joined<T extends object>(parts: (T | undefined)[]): T {
  const result: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, field] of Object.entries(part ?? {})) {
      const before = result[name] as { precision?: string } | undefined;
      if (before?.precision === 'exact' && (field as { precision?: string }).precision === 'rounded')
        continue;
      result[name] = field;
    }
  }
  return result as T;
}

/** What the page's own scripts hold after a move inside the app, see `Site.pageState`. */
function livePlayer(state: PageState): unknown {
  return { videoDetails: state.details, microformat: { playerMicroformatRenderer: state.format } };
}

function liveData(state: PageState): unknown {
  return { contents: state.results, currentVideoEndpoint: state.endpoint };
}

/** Until 2020 the player's data was a text inside its settings. */
function olderPlayer(document: Document): unknown {
  const text = at(assigned(document, 'ytplayer.config'), 'args', 'player_response');
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function videoOf(data: unknown): unknown {
  for (const name of ['currentVideoEndpoint', 'replacementEndpoint']) {
    const endpoint = at(data, name);
    const id = at(endpoint, 'watchEndpoint', 'videoId') ?? at(endpoint, 'reelWatchEndpoint', 'videoId');
    if (id !== undefined) return id;
  }
  return undefined;
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
  const holder = objectsIn(
    at(data, 'contents'),
    (object) => 'videoOwnerRenderer' in object || 'slimOwnerRenderer' in object,
    1,
  )[0];
  // the mobile page has an owner of its own form
  const owner = holder?.videoOwnerRenderer ?? holder?.slimOwnerRenderer;
  const browse = at(owner, 'navigationEndpoint', 'browseEndpoint');
  const subscribers =
    at(owner, 'subscriberCountText') ?? at(owner, 'expandedSubtitle') ?? at(owner, 'collapsedSubtitle');
  const badge = objectsIn(
    at(owner, 'badges'),
    (object) => /^BADGE_STYLE_TYPE_VERIFIED/.test(String(object.style)),
    1,
  );
  return compact({
    displayName: facts.line('author', words(at(owner, 'title')) ?? words(at(owner, 'channelName')), 'state'),
    stableId: facts.line('author', at(browse, 'browseId'), 'state'),
    handle: facts.handle('author', handleIn(at(browse, 'canonicalBaseUrl')), 'state'),
    followers: facts.count('author', words(subscribers), 'state'),
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
  // while a stream runs the number is of those who watch now
  const counter = at(primary?.viewCount, 'videoViewCountRenderer');
  const views = at(counter, 'isLive') === true ? undefined : words(at(counter, 'viewCount'));
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
    text: facts.text('text', linkedText(description), 'state'),
    views: facts.count('views', views, 'state'),
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
