import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asList, asText, at, isData, objectsIn } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn, sameHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { writtenText } from '../shared/written-text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn } from './comments.ts';
import { elsewhere, firstGeneration, oldState, scopeOf, statistic } from './state.ts';

const required = ['author', 'text', 'publishedAt', 'likes', 'comments', 'shares', 'views', 'imageUrl'];

/** Reads a video or photo post from the state of this very id. The comments on screen carry no id of their own: theirs is null. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const scope = scopeOf(document);
  const detail = at(scope, 'webapp.video-detail') ?? at(scope, 'webapp.reflow.video.detail');
  const embedded = at(detail, 'itemInfo', 'itemStruct');
  const status = at(detail, 'statusCode');
  if (typeof status === 'number' && status !== 0 && embedded === undefined) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const fits = asText(at(embedded, 'id')) === id;
  const item = fits
    ? embedded
    : (objectsIn(itemsOf(oldState(document)), (object) => object.id === id && 'desc' in object)[0] ??
      elsewhere(document, id, (object) => object.id === id && 'desc' in object && isData(object.stats)) ??
      firstGeneration(document, id)?.item);
  const creator: CreatorReading = item ? authorOf(facts, item) : {};
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const shown = item ? postOf(facts, item) : onScreen(facts, document, identity, url.href);
  const post: PostReading = { id: { value: id, source: 'url' }, ...shown };
  post.author = creator.displayName ?? creator.handle;
  const comments = commentsIn(facts, document);
  return {
    kind: 'post',
    post: facts.finish(post, required, !fits && embedded !== undefined ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function itemsOf(state: unknown): unknown {
  return [at(state, 'ItemModule'), at(state, 'MobileItemModule')];
}

function authorOf(facts: Facts, item: unknown): CreatorReading {
  const author = at(item, 'author');
  const old = typeof author === 'string' ? author : undefined;
  return {
    handle: facts.handle('author', at(author, 'uniqueId') ?? old, 'state'),
    stableId: facts.line('author', at(author, 'id') ?? at(item, 'authorId'), 'state'),
    displayName: facts.line('author', at(author, 'nickname') ?? at(item, 'nickname'), 'state'),
    avatarUrl: facts.address('author', at(author, 'avatarLarger') ?? at(author, 'avatarThumb'), 'state'),
    bio: facts.text('author', at(author, 'signature'), 'state'),
    verified: facts.flag(at(author, 'verified'), 'state'),
    followers: statistic(facts, 'author', authorStats(item), 'followerCount'),
  };
}

function authorStats(item: unknown): unknown {
  return { stats: at(item, 'authorStats'), statsV2: at(item, 'authorStatsV2') };
}

function postOf(facts: Facts, item: unknown): PostReading {
  const text = facts.text('text', at(item, 'desc'), 'state');
  const extra = asList(at(item, 'textExtra'));
  const tagged = extra.map((each) => asText(at(each, 'hashtagName')));
  const named = extra.map((each) => asText(at(each, 'userUniqueId')));
  return {
    text,
    publishedAt: facts.line('publishedAt', isoTime(at(item, 'createTime')), 'state'),
    likes: statistic(facts, 'likes', item, 'diggCount'),
    comments: statistic(facts, 'comments', item, 'commentCount'),
    shares: statistic(facts, 'shares', item, 'shareCount'),
    saves: statistic(facts, 'saves', item, 'collectCount'),
    views: statistic(facts, 'views', item, 'playCount'),
    hashtags: facts.list('hashtags', [...tagged, ...hashtagsIn(text?.value)], 'state'),
    mentions: facts.list('mentions', [...named, ...mentionsIn(text?.value)], 'state'),
    imageUrl: facts.address(
      'imageUrl',
      at(item, 'imagePost', 'cover', 'imageURL', 'urlList', 0) ??
        at(item, 'imagePost', 'images', 0, 'imageURL', 'urlList', 0) ??
        at(item, 'video', 'cover') ??
        at(item, 'video', 'originCover'),
      'state',
    ),
  };
}

/**
 * What is on screen after a move inside the app: the card whose player carries this id, or a video opened over a feed, one marked panel.
 * Both name their author. Numbers are English in every language.
 */
function onScreen(facts: Facts, document: Document, identity: PageIdentity, base: string): PostReading {
  const player = [...document.querySelectorAll('[id^="xgwrapper-"]')].find(
    (element) => element.id.split('-').at(-1) === identity.id,
  );
  const card = player?.closest('[data-e2e="recommend-list-item-container"], article');
  const link = card?.querySelector('a[data-e2e="video-author-avatar"], a[href^="/@"]')?.getAttribute('href');
  const isOwn = card && (!identity.handle || sameHandle(pathOf(link, base)[0], identity.handle));
  if (isOwn) return shownIn(facts, card, '', 'video-desc');
  const opened = lineOf(document.querySelector('[data-e2e="browse-username"]'));
  return sameHandle(opened, identity.handle) ? shownIn(facts, document, 'browse-', 'browse-video-desc') : {};
}

function shownIn(facts: Facts, card: ParentNode, prefix: string, description: string): PostReading {
  const marked = (name: string) => lineOf(card.querySelector(`[data-e2e="${prefix}${name}"]`));
  return compact<PostReading>({
    text: facts.text('text', writtenText(card.querySelector(`[data-e2e="${description}"]`)), 'dom'),
    likes: facts.count('likes', marked('like-count'), 'dom', 'en'),
    comments: facts.count('comments', marked('comment-count'), 'dom', 'en'),
    shares: facts.count('shares', marked('share-count'), 'dom', 'en'),
  });
}
