import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { readMetas } from '../shared/meta.ts';
import { pathOf, titleOf } from '../shared/page.ts';
import { asList, assigned, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { chinaTime, isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn, numbers } from './comments.ts';
import { midOf, personFrom, saidText, saysGone, statesId, tally } from './state.ts';

const headings = 'h1.video-title, #viewbox_report h1, .video-info h1';

const required = [
  'author',
  'title',
  'text',
  'publishedAt',
  'likes',
  'comments',
  'shares',
  'saves',
  'views',
  'imageUrl',
];

/** Reads a video: the state of this very video, then what is on the screen, then the meta elements, which the site renews on a move. */
export function readVideo(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const state = assigned(document, '__INITIAL_STATE__');
  const video = videoIn(state, id);
  const other = asText(at(state, 'videoData', 'bvid')) ?? asText(at(state, 'video', 'viewInfo', 'bvid'));
  const stated = statesId(document, id);
  const hasTitle = document.querySelector('h1[title], h1.video-title, .video-info h1') !== null;
  if (!video && !hasTitle && (saysGone(state) || document.querySelector('.error-container, .error-panel'))) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const upData = at(state, 'upData');
  const owner = video && isData(video.owner) ? video.owner : undefined;
  const more = midOf(owner) !== undefined && midOf(upData) === midOf(owner) ? upData : undefined;
  const author = () => 'author';
  const shownTitle = lineOf(document.querySelector(headings));
  // After a move the screen may still show the last video, the one that the state describes.
  const former =
    !video &&
    other !== undefined &&
    shownTitle !== undefined &&
    shownTitle === asText(at(state, 'videoData', 'title'));
  const trusted = stated !== false && !former;
  const creator: CreatorReading = video
    ? { ...personFrom(facts, author, more, url.href), ...personFrom(facts, author, owner, url.href) }
    : trusted
      ? uploader(facts, document, url.href)
      : {};
  const shown = trusted ? onScreen(facts, document) : {};
  const post: PostReading = {
    ...(stated ? fromMetas(facts, document, url.href) : {}),
    ...shown,
    ...(video ? fromState(facts, state, video, url.href) : {}),
  };
  if (!creator.displayName && stated) {
    const name = facts.line('author', readMetas(document).get('author'), 'meta');
    if (name) creator.displayName = name;
  }
  post.author = creator.displayName;
  // A video without a description says so by leaving it empty.
  const silent = video && saidText(video.desc) === undefined;
  const comments = video || trusted ? commentsIn(facts, document, url.href) : [];
  const stale = !video && (!trusted || (other !== undefined && Object.keys(shown).length === 0));
  const named = facts.finish(
    post,
    silent ? required.filter((field) => field !== 'text') : required,
    stale ? 'stale' : 'missing',
  );
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

/** The video of the address in the page's state, of the desktop's or the mobile page. */
function videoIn(state: unknown, id: string): Data | undefined {
  const fits = (value: unknown): value is Data =>
    isData(value) &&
    (asText(value.bvid) === id || `av${asText(value.aid)}` === id) &&
    isData(value.stat) &&
    isData(value.owner);
  const likely = [at(state, 'videoData'), at(state, 'video', 'viewInfo'), at(state, 'videoInfo')];
  return likely.find(fits) ?? objectsIn(state, fits, 1)[0];
}

function fromState(facts: Facts, state: unknown, video: Data, base: string): PostReading {
  const count = (field: string, name: string) => tally(facts, field, at(video, 'stat', name));
  // Tags stand beside the video in the same state; music it uses is among them, no word of the uploader's.
  const tags = asList(at(state, 'tags')).filter((tag) => at(tag, 'tag_type') !== 'bgm');
  const isMain = at(state, 'videoData') === video;
  return compact<PostReading>({
    title: facts.line('title', video.title, 'state'),
    text: facts.text('text', saidText(video.desc), 'state'),
    publishedAt: facts.line('publishedAt', isoTime(video.pubdate), 'state'),
    likes: count('likes', 'like'),
    comments: count('comments', 'reply'),
    shares: count('shares', 'share'),
    saves: count('saves', 'favorite'),
    views: count('views', 'view'),
    hashtags: isMain
      ? facts.list(
          'hashtags',
          tags.map((tag) => asText(at(tag, 'tag_name'))),
          'state',
        )
      : undefined,
    imageUrl: facts.address('imageUrl', video.pic, 'state', base),
  });
}

/** Today's page and the one before it. Numbers are whole in `title` and shortened in the text. */
function onScreen(facts: Facts, document: Document): PostReading {
  const heading = document.querySelector(headings);
  const count = (field: string, selector: string) => {
    const element = document.querySelector(selector);
    const told = element?.getAttribute('title') ?? undefined;
    const whole =
      told !== undefined && /\d/.test(told) ? facts.count(field, told, 'dom', numbers) : undefined;
    return whole ?? facts.count(field, lineOf(element), 'dom', numbers);
  };
  const time = [
    ...document.querySelectorAll('.pubdate-ip-text, .pubdate-text, .pudate-text, .video-data > span'),
  ]
    .map(lineOf)
    .find((text) => chinaTime(text) !== undefined);
  return compact<PostReading>({
    title: facts.line('title', heading?.getAttribute('title') ?? lineOf(heading), 'dom'),
    text: facts.text('text', saidText(textOf(document.querySelector('.desc-info-text'))), 'dom'),
    publishedAt: facts.line('publishedAt', chinaTime(time), 'dom'),
    likes: count('likes', '.video-like-info, .ops .like[title]'),
    shares: count('shares', '.video-share-info-text, .video-share-info'),
    saves: count('saves', '.video-fav-info, .ops .collect[title]'),
    views: count(
      'views',
      '.video-info-detail .view-text, .video-info-meta .view-text, .video-data .view[title]',
    ),
    hashtags: facts.list(
      'hashtags',
      [...document.querySelectorAll('.tag-panel .tag-link')].map(lineOf),
      'dom',
    ),
  });
}

function uploader(facts: Facts, document: Document, base: string): CreatorReading {
  const link = document.querySelector(
    '.up-info-container a.up-name[href], .up-detail a.up-name[href], #v_upinfo a.username[href]',
  );
  const mid = pathOf(link?.getAttribute('href'), base).find((part) => /^\d+$/.test(part));
  if (!link || !mid) return {};
  return compact<CreatorReading>({
    handle: facts.handle('author', mid, 'dom'),
    stableId: facts.line('author', mid, 'dom'),
    displayName: facts.line('author', lineOf(link), 'dom'),
  });
}

/** The description for search engines ends in the video's exact numbers, in Chinese for everybody. */
function fromMetas(facts: Facts, document: Document, base: string): PostReading {
  const metas = readMetas(document);
  const said = metas.get('description') ?? '';
  const start = said.search(/[,，]\s?视频播放量\s?\d/);
  const tail = start < 0 ? '' : said.slice(start, start + 400);
  const number = (field: string, word: string) =>
    facts.count(field, new RegExp(`${word}\\s?(\\d+)`).exec(tail)?.[1], 'meta', numbers);
  const image = metas.get('thumbnailurl') ?? metas.get('image') ?? metas.get('og:image');
  const title = (metas.get('og:title') ?? titleOf(document))?.replace(/_(?:哔哩哔哩|bilibili).{0,60}$/i, '');
  return compact<PostReading>({
    title: facts.line('title', title, 'meta'),
    text: facts.text('text', start < 0 ? undefined : saidText(said.slice(0, start)), 'meta'),
    publishedAt: facts.line(
      'publishedAt',
      chinaTime(metas.get('datepublished') ?? metas.get('uploaddate')) ??
        isoTime(metas.get('datepublished') ?? metas.get('uploaddate')),
      'meta',
    ),
    views: number('views', '视频播放量'),
    likes: number('likes', '点赞数'),
    saves: number('saves', '收藏人数'),
    shares: number('shares', '转发人数'),
    imageUrl: facts.address('imageUrl', image?.replace(/@.*$/, ''), 'meta', base),
  });
}
