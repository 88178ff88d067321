import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { assigned, type Data, objectsIn } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { readComments } from './comments.ts';
import { childWith, isGone, personName, siteTime, wholeNumber } from './hooks.ts';

const required = ['author', 'title', 'publishedAt', 'likes', 'comments'];
const pictureHosts = /^https?:\/\/(?:i\.redd\.it|preview\.redd\.it|i\.imgur\.com)\//;

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

/** Reads a post in any of the site's three generations (custom elements, 2018–2023, old), else from the link preview; and its comments. */
export function readPost(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const shown =
    fromElement(facts, document, id) ?? fromOld(facts, document, id) ?? fromMiddle(facts, document, id);
  const stated = pathOf(statedAddress(document), url.href);
  const ours = stated[stated.indexOf('comments') + 1]?.toLowerCase() === id;
  const head = ours ? fromHead(facts, document, stated) : {};
  const state = fromState(facts, document, id);
  const meta = { creator: { ...head.creator, ...state.creator }, post: { ...head.post, ...state.post } };
  const creator: CreatorReading = { ...meta.creator, ...shown?.creator };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  const post: PostReading = { id: { value: id, source: 'url' }, ...meta.post, ...shown?.post };
  // The old head and data tell whole numbers where the page shows short ones.
  for (const name of ['likes', 'comments'] as const) {
    if (post[name]?.precision === 'rounded' && meta.post?.[name]) post[name] = meta.post[name];
  }
  post.author = creator.displayName ?? creator.handle;
  const comments: CommentReading[] = shown ? readComments(facts, document, id, url.href) : [];
  const other =
    !shown &&
    (document.querySelector('shreddit-post, #siteTable > .thing') !== null ||
      (stated.includes('comments') && !ours));
  return {
    kind: 'post',
    post: facts.finish(post, required, other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function picture(facts: Facts, address: string | null | undefined) {
  const isPicture =
    address &&
    (pictureHosts.test(address) || /^https?:\/\/[^?#]+\.(?:jpe?g|png|gif|webp)(?:[?#]|$)/i.test(address));
  return isPicture ? facts.address('imageUrl', address, 'dom') : undefined;
}

/** The current site: everything is an attribute of the post's element. */
function fromElement(facts: Facts, document: Document, id: string): Parts | undefined {
  const element = [...document.querySelectorAll('shreddit-post')].find((each) => {
    const name = each.getAttribute('id') ?? each.getAttribute('thingid');
    if (name?.startsWith('t3_')) return name === `t3_${id}`;
    const path = pathOf(each.getAttribute('permalink'), 'https://www.reddit.com');
    return path[path.indexOf('comments') + 1]?.toLowerCase() === id;
  });
  if (!element) return undefined;
  const body = childWith(element, (child) => child.getAttribute('slot') === 'text-body');
  // Beside the words stands a button that shows all of them.
  const text = textOf(body?.querySelector('[id$="-post-rtjson-content"]') ?? body);
  return {
    creator: compact<CreatorReading>({
      handle: personName(facts, element.getAttribute('author')),
      stableId: facts.line('author', /^t2_\w+$/.exec(element.getAttribute('author-id') ?? '')?.[0], 'dom'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', element.getAttribute('post-title'), 'dom'),
      text: isGone(text) ? undefined : facts.text('text', text, 'dom'),
      publishedAt: facts.line('publishedAt', siteTime(element.getAttribute('created-timestamp')), 'dom'),
      likes: wholeNumber(element.getAttribute('score')),
      comments: wholeNumber(element.getAttribute('comment-count')),
      imageUrl: picture(facts, element.getAttribute('content-href')),
    }),
  };
}

/** The old site, 2016 and now: an element of class `thing` with the post's name. */
function fromOld(facts: Facts, document: Document, id: string): Parts | undefined {
  const thing = document.querySelector(`.thing.link[data-fullname="t3_${id}"]`);
  const entry = childWith(thing, (child) => child.classList.contains('entry'));
  if (!thing || !entry) return undefined;
  const score = thing.querySelector('.midcol .score.unvoted');
  const comments = lineOf(entry.querySelector('a.comments'));
  const text = textOf(entry.querySelector('.usertext-body .md'));
  const author = entry.querySelector('.tagline a.author');
  return {
    creator: compact<CreatorReading>({
      handle: personName(facts, thing.getAttribute('data-author') ?? lineOf(author)),
      stableId: facts.line('author', thing.getAttribute('data-author-fullname'), 'dom'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', lineOf(entry.querySelector('a.title')), 'dom'),
      text: isGone(text) ? undefined : facts.text('text', text, 'dom'),
      publishedAt: facts.line(
        'publishedAt',
        siteTime(entry.querySelector('.tagline time[datetime]')?.getAttribute('datetime')) ??
          siteTime(thing.getAttribute('data-timestamp')),
        'dom',
      ),
      likes:
        wholeNumber(thing.getAttribute('data-score')) ??
        wholeNumber(score?.getAttribute('title')) ??
        facts.count('likes', lineOf(score), 'dom', 'en'),
      comments:
        wholeNumber(thing.getAttribute('data-comments-count')) ??
        // "comment" without a number: nobody has answered yet
        facts.count('comments', comments, 'dom'),
      imageUrl: picture(facts, thing.getAttribute('data-url')),
    }),
  };
}

/** The site of 2018 to 2023; only marked elements and ids, its classes are hashes. */
function fromMiddle(facts: Facts, document: Document, id: string): Parts | undefined {
  const box = document.querySelector(`[data-testid="post-container"]#t3_${id}, .Post#t3_${id}`);
  if (!box) return undefined;
  const votes = box.querySelector(`#vote-arrows-t3_${id}`);
  const image = [...box.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href'))
    .find((href) => href && /^https?:\/\/i\.redd\.it\//.test(href));
  return {
    creator: compact<CreatorReading>({
      handle: personName(facts, lineOf(box.querySelector('[data-testid="post_author_link"]'))),
    }),
    post: compact<PostReading>({
      title: facts.text('title', lineOf(box.querySelector('h1')), 'dom'),
      text: facts.text('text', textOf(box.querySelector('[data-click-id="text"]')), 'dom'),
      likes: facts.count('likes', lineOf(votes), 'dom', 'en'),
      comments: facts.count(
        'comments',
        lineOf(box.querySelector('[data-test-id="comments-page-link-num-comments"]')),
        'dom',
        'en',
      ),
      imageUrl: picture(facts, image),
    }),
  };
}

/** The data of the site of 2018 to 2023, by the post's own name; it stays when the visitor moves on. A score below zero is no number of likes. */
function fromState(facts: Facts, document: Document, id: string): Parts {
  const isOwn = (object: Data) => object.id === `t3_${id}` && 'numComments' in object;
  const model = objectsIn(assigned(document, '___r'), isOwn, 1)[0];
  if (!model) return {};
  return {
    creator: compact<CreatorReading>({
      handle: typeof model.author === 'string' ? stateName(facts, model.author) : undefined,
      stableId: facts.line('author', model.authorId, 'state'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', model.title, 'state'),
      publishedAt: facts.line('publishedAt', isoTime(model.created), 'state'),
      likes:
        model.isScoreHidden === true || Number(model.score) < 0
          ? undefined
          : facts.count('likes', model.score, 'state'),
      comments: facts.count('comments', model.numComments, 'state'),
    }),
  };
}

function stateName(facts: Facts, name: string) {
  return /^\[\w+\]$/.test(name) ? undefined : facts.handle('author', name, 'state');
}

/** English in every language: "96,098 votes and 313 comments so far on Reddit", "… by u/name • 8,724 points and 978 comments". */
const numbers = /(?:^|\s)(\d[\d,]*) (?:votes?|points?) and (\d[\d,]*) comments?(?:\s|$)/;

function fromHead(facts: Facts, document: Document, stated: string[]): Parts {
  const said = head(document, 'og:description') ?? '';
  const found = numbers.exec(said);
  const image = head(document, 'og:image');
  const group = stated[0] === 'r' ? (stated[1] ?? '') : '';
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle('author', /\bby u\/([\w-]{2,40}) •/.exec(said)?.[1], 'meta'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', titleIn(document, group), 'meta'),
      likes: facts.count('likes', found?.[1], 'meta', 'en'),
      comments: facts.count('comments', found?.[2], 'meta', 'en'),
      imageUrl:
        image && !/redditstatic\.com/.test(image) ? facts.address('imageUrl', image, 'meta') : undefined,
    }),
  };
}

/** Saved copies write the head's values as `value` too. */
function head(document: Document, name: string): string | undefined {
  return (
    metaText(document, name) ??
    (document.querySelector(`meta[name="${name}"][value]`)?.getAttribute('value')?.trim() || undefined)
  );
}

/** The title element is "Title : r/group" or "Title : group"; the group is known from the address, so nothing of a title is cut. */
function titleIn(document: Document, group: string): string | undefined {
  const title = titleOf(document);
  const cut = title?.lastIndexOf(' : ') ?? -1;
  if (!title || cut <= 0 || !group) return undefined;
  const after = title.slice(cut + 3).replace(/^r\//, '');
  return after.toLowerCase() === group.toLowerCase() ? title.slice(0, cut) : undefined;
}
