import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { asText, at, type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { hashtagsIn, mentionsIn, sameHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsIn, hasOwner, isOther } from './comments.ts';
import { dayIn } from './day.ts';
import { asHandle, beforeQuotation, nameInTitle, quotation } from './people.ts';
import { shownPost } from './shown.ts';
import { structuredPost } from './structured.ts';

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
  const preview: Parts = previewFits ? fromPreview(facts, document) : {};
  const ld = structuredPost(facts, document, code);
  const dom = shownPost(facts, document, code, url.href);
  const creator: CreatorReading = { ...preview.creator, ...dom.creator, ...ld.creator, ...state.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = {
    id: { value: code, source: 'url' },
    ...preview.post,
    ...dom.post,
    ...ld.post,
    ...state.post,
  };
  post.author = creator.displayName ?? creator.handle;
  const tags = post.text;
  post.hashtags = tags && facts.list('hashtags', hashtagsIn(tags.value), tags.source);
  post.mentions = tags && facts.list('mentions', mentionsIn(tags.value), tags.source);
  const elsewhere = /^(?:p|tv|reel|reels)$/.test(statedForm(document, url.href) ?? '') && !previewFits;
  // The preview may have followed a move inside the app where the data did not: posts without this one among them.
  const isLeft = !media && ['"code"', '"shortcode"'].some((name) => holdsOther(document, name, code));
  const found = commentsIn(facts, document, code, url.href, elsewhere || isLeft || !(media || previewFits));
  const comments = found.length > 0 ? found : (ld.comments ?? []);
  // Nothing in the document speaks of this post: a login page, a removed post, or an application that has loaded nothing yet.
  const shown = Object.keys(dom.creator).length + Object.keys(dom.post).length > 0;
  if (!media && !previewFits && !ld.post && !shown && comments.length === 0 && !elsewhere)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const wanted = ['author', 'text', 'publishedAt', 'likes', 'comments', 'imageUrl'];
  const wordless = preview.wordless || (media !== undefined && media.caption === null);
  return {
    kind: 'post',
    post: facts.finish(
      post,
      wordless ? wanted.filter((field) => field !== 'text') : wanted,
      elsewhere ? 'stale' : 'missing',
    ),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function holdsOther(document: Document, name: string, code: string): boolean {
  return dataWith(document, name).some(
    (data) => objectsIn(data, (object) => isOther(object, code), 1).length > 0,
  );
}

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading>; wordless?: boolean };

/** Which kind of page the document says it is: the word before the code, with or without a handle in front. */
function statedForm(document: Document, base: string): string | undefined {
  return pathOf(statedAddress(document), base).at(-2);
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
      handle: facts.handle('author', asHandle(at(owner, 'username')), 'state'),
      stableId: facts.line('author', asText(at(owner, 'pk')) ?? asText(at(owner, 'id')), 'state'),
      displayName: facts.line('author', at(owner, 'full_name'), 'state'),
      avatarUrl: facts.address('author', at(owner, 'profile_pic_url'), 'state'),
      verified: facts.flag(at(owner, 'is_verified'), 'state'),
      followers: facts.count(
        'author',
        at(owner, 'edge_followed_by', 'count') ?? at(owner, 'follower_count'),
        'state',
      ),
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

/** Where the counts are hidden, the sentence begins with the handle, which the title must name too: "handle on May 24, 2021". */
function withoutCounts(lead: string, handle: string | undefined): RegExpExecArray | null {
  const split = /^()([a-z0-9._]{1,30})(?![a-z0-9._])(\s[\s\S]{4,60})$/i.exec(lead);
  return sameHandle(split?.[2], handle) ? split : null;
}

/** "990K likes, 8,873 comments - handle on May 24, 2021" with the caption quoted after it; the words are in the page's language. */
function fromPreview(facts: Facts, document: Document): Parts {
  const description = metaText(document, 'og:description') ?? metaText(document, 'description');
  // A post without words has no quotation; the sentence is then the whole description.
  const lead = beforeQuotation(description) ?? description ?? '';
  const named = nameInTitle(metaText(document, 'twitter:title'));
  const split =
    /^([\s\S]{0,300}?)\s[-–—]\s([a-z0-9._]{1,30})(?![a-z0-9._])([\s\S]{0,120})$/i.exec(lead.trim()) ??
    withoutCounts(lead.trim(), named?.handle);
  const handle = named?.handle ?? split?.[2];
  const fits = split !== null && (named === undefined || sameHandle(named.handle, split[2]));
  const counts = fits ? countsIn(split[1] ?? '', facts.language) : [];
  const date = fits ? dayIn(split[3], facts.language) : undefined;
  // The title begins with the name, which may hold a quotation of its own; the description begins with numbers.
  const text = (split && quotation(description)) ?? quotation(metaText(document, 'og:title'));
  // One count alone may be likes or comments: hidden likes leave the first out.
  const [likes, comments] = counts.length === 2 ? counts : [];
  const owner = metaText(document, 'instapp:owner_user_id');
  return {
    wordless: fits && text === undefined && !metaText(document, 'og:title')?.includes(':'),
    creator: compact<CreatorReading>({
      handle: facts.handle('author', handle, 'meta'),
      displayName: facts.line('author', named?.name, 'meta'),
      stableId: /^\d+$/.test(owner ?? '') ? facts.line('author', owner, 'meta') : undefined,
    }),
    post: compact<PostReading>({
      text: facts.text('text', text, 'meta'),
      likes: facts.count('likes', likes?.raw, 'meta'),
      comments: facts.count('comments', comments?.raw, 'meta'),
      publishedAt: date ? { value: date, source: 'meta', raw: (split?.[3] ?? '').trim() } : undefined,
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
    }),
  };
}
