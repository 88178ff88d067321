import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { asText, at, type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { hashtagsIn, mentionsIn, sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { beforeQuotation, nameInTitle, quotation } from './people.ts';

/** Reads a post or reel: embedded data of this shortcode, then the link preview of this shortcode; comments that are in the page. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const code = identity.id ?? '';
  const data = dataWith(document, `"${code}"`);
  const media = data
    .flatMap((value) =>
      objectsIn(value, (object) => (object.code === code || object.shortcode === code) && hasOwner(object)),
    )
    .sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
  const state = media ? fromState(facts, media) : {};
  const previewFits = [metaText(document, 'og:url'), statedAddress(document)].some((address) =>
    pathOf(address, url.href).includes(code),
  );
  const preview = previewFits ? fromPreview(facts, document) : {};
  const creator: CreatorReading = { ...preview.creator, ...state.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = { id: { value: code, source: 'url' }, ...preview.post, ...state.post };
  post.author = creator.displayName ?? creator.handle;
  const tags = post.text;
  post.hashtags = tags && facts.list('hashtags', hashtagsIn(tags.value), tags.source);
  post.mentions = tags && facts.list('mentions', mentionsIn(tags.value), tags.source);
  const comments = media || previewFits ? commentsIn(facts, document, code, url.href) : [];
  const elsewhere = statedAddress(document) !== undefined && !previewFits;
  return {
    kind: 'post',
    post: facts.finish(
      post,
      ['author', 'text', 'publishedAt', 'likes', 'comments', 'imageUrl'],
      elsewhere ? 'stale' : 'missing',
    ),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

function hasOwner(media: Data): boolean {
  return isData(media.user) || isData(media.owner);
}

function fromState(facts: Facts, media: Data): Parts {
  const owner = isData(media.user) ? media.user : media.owner;
  const hidden = media.like_and_view_counts_disabled === true;
  const comments =
    media.comment_count ??
    at(media, 'edge_media_to_parent_comment', 'count') ??
    at(media, 'edge_media_to_comment', 'count');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', at(owner, 'username'), 'state'),
      stableId: facts.line('author', asText(at(owner, 'pk')) ?? asText(at(owner, 'id')), 'state'),
      displayName: facts.line('author', at(owner, 'full_name'), 'state'),
      avatarUrl: facts.address('author', at(owner, 'profile_pic_url'), 'state'),
      verified: facts.flag(at(owner, 'is_verified'), 'state'),
    }),
    post: compact<PostReading>({
      text: facts.text(
        'text',
        at(media, 'caption', 'text') ?? at(media, 'edge_media_to_caption', 'edges', 0, 'node', 'text'),
        'state',
      ),
      publishedAt: facts.line('publishedAt', isoTime(media.taken_at ?? media.taken_at_timestamp), 'state'),
      likes: hidden
        ? undefined
        : facts.count('likes', media.like_count ?? at(media, 'edge_media_preview_like', 'count'), 'state'),
      comments: facts.count('comments', comments, 'state'),
      views: hidden
        ? undefined
        : facts.count('views', media.play_count ?? media.view_count ?? media.video_view_count, 'state'),
      imageUrl: facts.address(
        'imageUrl',
        at(media, 'image_versions2', 'candidates', 0, 'url') ??
          at(media, 'carousel_media', 0, 'image_versions2', 'candidates', 0, 'url') ??
          media.display_url,
        'state',
      ),
    }),
  };
}

const englishDate =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})\s*$/;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "990K likes, 8,873 comments - handle on May 24, 2021" with the caption quoted after it; the words are in the page's language. */
function fromPreview(facts: Facts, document: Document): Parts {
  const description = metaText(document, 'og:description') ?? metaText(document, 'description');
  const lead = beforeQuotation(description) ?? '';
  const named = nameInTitle(metaText(document, 'twitter:title'));
  const split = /^(.*?)\s[-–—]\s([a-z0-9._]{1,30})\s(.*)$/is.exec(lead);
  const handle = named?.handle ?? split?.[2];
  const counts =
    split && (named === undefined || sameHandle(named.handle, split[2]))
      ? countsIn(split[1] ?? '', facts.language)
      : [];
  const date = englishDate.exec(split?.[3] ?? '');
  const month = date ? String(months.indexOf(date[1] ?? '') + 1).padStart(2, '0') : '';
  // The title begins with the name, which may hold a quotation of its own; the description begins with numbers.
  const text = (split && quotation(description)) ?? quotation(metaText(document, 'og:title'));
  // One count alone may be likes or comments: hidden likes leave the first out.
  const [likes, comments] = counts.length === 2 ? counts : [];
  const owner = metaText(document, 'instapp:owner_user_id');
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', handle, 'meta'),
      displayName: facts.line('author', named?.name, 'meta'),
      stableId: /^\d+$/.test(owner ?? '') ? facts.line('author', owner, 'meta') : undefined,
    }),
    post: compact<PostReading>({
      text: facts.text('text', text, 'meta'),
      likes: facts.count('likes', likes?.raw, 'meta'),
      comments: facts.count('comments', comments?.raw, 'meta'),
      publishedAt: date
        ? { value: `${date[3]}-${month}-${(date[2] ?? '').padStart(2, '0')}`, source: 'meta', raw: date[0] }
        : undefined,
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
    }),
  };
}

function commentsIn(facts: Facts, document: Document, code: string, base: string): CommentReading[] {
  const found = new Map<string, CommentReading>();
  const isComment = (object: Data) =>
    hasOwner(object) &&
    typeof object.text === 'string' &&
    'created_at' in object &&
    ('pk' in object || 'id' in object);
  for (const data of dataWith(document, 'comment', 'created_at')) {
    for (const node of objectsIn(data, isComment)) {
      const id = asText(node.pk) ?? asText(node.id);
      const owner = isData(node.user) ? node.user : node.owner;
      const author = facts.handle('comment', at(owner, 'username'), 'state');
      if (!id || !author || found.has(id)) continue;
      const likes = node.comment_like_count ?? at(node, 'edge_liked_by', 'count');
      found.set(id, {
        ...compact<Omit<CommentReading, 'id'>>({
          author,
          authorUrl: { value: `https://www.instagram.com/${author.value}/`, source: 'state' },
          text: facts.text('comment', node.text, 'state'),
          publishedAt: facts.line('comment', isoTime(node.created_at), 'state'),
          likes: facts.count('comment', likes, 'state'),
        }),
        id,
      });
    }
  }
  for (const link of document.querySelectorAll('a[href*="/c/"]')) {
    const path = pathOf(link.getAttribute('href'), base);
    const id = path[path.indexOf('c') + 1];
    if (!id || !/^\d+$/.test(id) || !path.includes(code) || found.has(id)) continue;
    const row = rowOf(link);
    if (row) found.set(id, { ...compact(fromRow(facts, row, link, base)), id });
  }
  return [...found.values()].slice(0, 1_000);
}

/** The nearest ancestor that also holds the author's profile link; two permalinks in it mean that it is the list, not a row. */
function rowOf(permalink: Element): Element | undefined {
  let row = permalink.parentElement;
  for (let step = 0; row && step < 8; step++, row = row.parentElement) {
    if (row.querySelectorAll('a[href*="/c/"]').length > 1) return undefined;
    if (
      row.querySelector('a[href^="/"]:not([href*="/c/"]):not([href*="/p/"])') &&
      row.querySelector('span[dir="auto"]')
    )
      return row;
  }
  return undefined;
}

function fromRow(facts: Facts, row: Element, permalink: Element, base: string): Omit<CommentReading, 'id'> {
  const author = [...row.querySelectorAll('a[href]')]
    .map((link) => pathOf(link.getAttribute('href'), base))
    .find((path) => path.length === 1)?.[0];
  const text = [...row.querySelectorAll('span[dir="auto"]')].find(
    (span) =>
      span.closest('a') === null &&
      span.querySelector('time, span[dir="auto"]') === null &&
      !sameHandle(textOf(span), author),
  );
  const handle = facts.handle('comment', author, 'dom');
  return {
    author: handle,
    authorUrl: handle && { value: `https://www.instagram.com/${handle.value}/`, source: 'dom' },
    text: facts.text('comment', textOf(text), 'dom'),
    publishedAt: facts.line(
      'comment',
      isoTime(permalink.querySelector('time')?.getAttribute('datetime')),
      'dom',
    ),
  };
}
