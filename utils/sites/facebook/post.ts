import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, titleOf } from '../shared/page.ts';
import { asList, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { commentsOf } from './comments.ts';
import { firstAt, leadsTo, openData, type PageData, subjectsIn, targetOf } from './data.ts';
import { fromDesktop } from './desktop.ts';
import { fromMobilePost } from './mobile.ts';
import { headFits, headIsStale } from './preview.ts';
import { fromJsonLd } from './structured.ts';

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** Reads a post, picture or film: structured data, embedded data, the shown post, the link preview; each only where it is of this post. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const page = openData(document);
  const objects = subjectsIn(page, identity);
  const posts = new Set([id, ...objects.flatMap((object) => asText(object.post_id) ?? [])]);
  const feedback = new Set([
    ...objects.flatMap((object) => asText(at(object, 'feedback', 'id')) ?? []),
    ...[...posts].filter((each) => /^\d+$/.test(each)).map((each) => btoa(`feedback:${each}`)),
  ]);
  const state = fromState(facts, page, objects, feedback, posts);
  const ld = fromJsonLd(facts, document, posts, url.href);
  const mobile = fromMobilePost(facts, document, posts, url.href);
  const desktop = fromDesktop(facts, document, posts, url.href);
  const dom = fromShown(facts, document, identity, url.href);
  // The preview of a post under a short-lived address has a number of its own; it is believed where no other post is in the page.
  const bare = objects.length === 0 && page.holding('"post_id"').length === 0;
  const stale = headIsStale(document, identity, url.href) && !isSamePost(document, identity, posts, bare);
  const meta =
    headFits(document, identity, url.href) || isSamePost(document, identity, posts, bare)
      ? fromPreview(facts, document)
      : {};
  const creator: CreatorReading = {
    ...meta.creator,
    ...mobile.creator,
    ...desktop.creator,
    ...dom.creator,
    ...ld.creator,
    ...state.creator,
  };
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...meta.post,
    ...mobile.post,
    ...ld.post,
    ...desktop.post,
    ...dom.post,
    ...state.post,
    // The counts of the page's own scripts are fresher than those of its structured data.
    ...pick(mobile.post, ['likes', 'comments', 'shares']),
  };
  post.likes ??= facts.count('likes', mobile.likesOnly, 'state');
  // A picture without words is announced by a sentence of the site.
  if (ld.post && !ld.post.text && post.text?.source === 'meta') delete post.text;
  const comments = commentsOf(facts, document, { page, posts, feedback }, url.href);
  const known = [...Object.values(creator), ...Object.values(post)].filter(Boolean).length > 1;
  // A story of a layout that is not read here (2009 to 2012) is a post all the same.
  const older = document.querySelector('.messageBody, .text_exposed_root, .UIStory_Message') !== null;
  if (!known && !stale && !older && objects.length === 0 && comments.length === 0)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  post.hashtags = words && facts.list('hashtags', hashtagsIn(words.value), words.source);
  post.mentions = words && facts.list('mentions', mentionsIn(words.value), words.source);
  return {
    kind: 'post',
    post: facts.finish(
      post,
      ['author', 'text', 'publishedAt', 'likes', 'comments'],
      stale ? 'stale' : 'missing',
    ),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function pick(post: Partial<PostReading>, names: ('likes' | 'comments' | 'shares')[]): Partial<PostReading> {
  return Object.fromEntries(names.flatMap((name) => (post[name] ? [[name, post[name]]] : [])));
}

function isSamePost(
  document: Document,
  identity: PageIdentity,
  posts: ReadonlySet<string>,
  bare: boolean,
): boolean {
  const stated = targetOf(metaText(document, 'og:url'));
  if (stated?.kind !== 'post') return false;
  if (posts.has(stated.id ?? '')) return true;
  const sameAuthor = stated.handle?.toLowerCase() === identity.handle?.toLowerCase();
  return bare && sameAuthor && identity.id?.startsWith('pfbid') === true;
}

function fromState(
  facts: Facts,
  page: PageData,
  objects: Data[],
  feedback: ReadonlySet<string>,
  posts: ReadonlySet<string>,
): Parts {
  if (objects.length === 0) return {};
  const actor = firstAt(objects, 'actors', 0) ?? firstAt(objects, 'owner');
  const address = at(actor, 'url') ?? at(actor, 'profile_url');
  const whose = targetOf(address);
  const number = asText(at(actor, 'id'));
  const counted = page
    .holding('reaction_count')
    .flatMap((data) => objectsIn(data, (object) => isFeedback(object, feedback, posts), 500));
  return {
    creator: compact<CreatorReading>({
      handle:
        whose?.kind === 'profile' && whose.handle ? facts.handle('author', whose.handle, 'state') : undefined,
      stableId: /^\d+$/.test(number ?? '') ? facts.line('author', number, 'state') : undefined,
      displayName: facts.line('author', at(actor, 'name'), 'state'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', firstAt(objects, 'message', 'text'), 'state'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(
          firstAt(objects, 'creation_time') ??
            firstAt(objects, 'created_time') ??
            firstAt(objects, 'publish_time'),
        ),
        'state',
      ),
      likes: facts.count('likes', firstAt(counted, 'reaction_count', 'count'), 'state'),
      comments: facts.count(
        'comments',
        firstAt(counted, 'comment_rendering_instance', 'comments', 'total_count') ??
          firstAt(counted, 'total_comment_count') ??
          firstAt(counted, 'comment_count', 'total_count'),
        'state',
      ),
      shares: facts.count('shares', firstAt(counted, 'share_count', 'count'), 'state'),
      views: facts.count('views', firstAt(counted, 'video_view_count'), 'state'),
      imageUrl: facts.address('imageUrl', imageOf(objects), 'state'),
    }),
  };
}

function isFeedback(object: Data, feedback: ReadonlySet<string>, posts: ReadonlySet<string>): boolean {
  if (!isData(object.reaction_count) && !('total_comment_count' in object)) return false;
  return feedback.has(asText(object.id) ?? '') || posts.has(asText(object.subscription_target_id) ?? '');
}

/** The picture of the post's first attachment; a shared link or post has pictures of others. */
function imageOf(objects: Data[]): unknown {
  for (const object of objects) {
    for (const attachment of asList(object.attachments)) {
      const media = at(attachment, 'media') ?? at(attachment, 'styles', 'attachment', 'media');
      const uri =
        at(media, 'photo_image', 'uri') ??
        at(media, 'image', 'uri') ??
        at(media, 'preferred_thumbnail', 'image', 'uri');
      if (typeof uri === 'string') return uri;
    }
  }
  return undefined;
}

const messages =
  '[data-ad-rendering-role="story_message"],[data-ad-comet-preview="message"],[data-ad-preview="message"]';

/** The post on the screen, where only one can be meant: in the dialog or the main column, with the author of the address above it. */
function fromShown(facts: Facts, document: Document, identity: PageIdentity, base: string): Parts {
  const shown = [...document.querySelectorAll(messages)]
    .map((each) => each.closest('[role="dialog"]'))
    .find(Boolean);
  const scope = shown ?? document.querySelector('[role="main"]');
  const names = [...(scope?.querySelectorAll('[data-ad-rendering-role="profile_name"]') ?? [])];
  const name = names[0];
  if (!scope || !name || names.length !== 1) return {};
  const link = [...name.querySelectorAll('a[href]')].find((each) => lineOf(each));
  const whose = targetOf(link?.getAttribute('href'), base);
  const byAuthor =
    whose?.kind === 'profile' && identity.handle !== undefined && whose.id === identity.handle.toLowerCase();
  const byLink = [...scope.querySelectorAll('a[href]')].some((each) =>
    leadsTo(identity, each.getAttribute('href'), base),
  );
  if (!link || !(byAuthor && byLink)) return {};
  const words = [...scope.querySelectorAll(messages)].filter(
    (each) => each.parentElement?.closest(messages) == null,
  );
  return {
    creator: compact<CreatorReading>({
      handle: whose?.handle ? facts.handle('author', whose.handle, 'dom') : undefined,
      displayName: facts.line('author', lineOf(link), 'dom'),
    }),
    post: compact<PostReading>({
      text: words.length === 1 ? facts.text('text', textOf(words[0]), 'dom') : undefined,
    }),
  };
}

/** A preview's title is the author's name, or the name and the beginning of the text; which of them, the page's own title tells. */
function fromPreview(facts: Facts, document: Document): Parts {
  const title = metaText(document, 'og:title') ?? '';
  const words = metaText(document, 'og:description') ?? metaText(document, 'description') ?? '';
  const picture = metaText(document, 'og:image');
  const whole = (titleOf(document) ?? '').replace(/\s\|\sFacebook$/, '');
  const [name = '', ...start] = title.split(' - ');
  const begins = start
    .join(' - ')
    .replace(/\s*(?:\.{3}|…)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isStart = begins.length >= 3 && words.replace(/\s+/g, ' ').startsWith(begins);
  const isName = title !== '' && (whole.endsWith(` - ${title}`) || whole.startsWith(`${title} - `));
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', isStart ? name : isName ? title : undefined, 'meta'),
    }),
    post: compact<PostReading>({
      text: facts.text('text', words, 'meta'),
      imageUrl: isFace(picture) ? undefined : facts.address('imageUrl', picture, 'meta'),
    }),
  };
}

/** Pictures of profiles have a type of their own in their address: "/t39.30808-1/". A post of words alone shows its author's. */
function isFace(address: string | undefined): boolean {
  return /\/t[\d.]+-1\//.test(address ?? '');
}
