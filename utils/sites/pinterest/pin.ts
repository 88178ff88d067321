import type { CommentReading, CreatorReading, PostReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { listOf, nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, pathOf, statedAddress } from '../shared/page.ts';
import { asList, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { cleanText, hashtagsIn, lineOf, mentionsIn, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { creatorOf, dataOf, either, firstOf, handleIn, idOf, mailTime, written } from './data.ts';

const required = ['author', 'title', 'text', 'publishedAt', 'imageUrl', 'likes', 'shares'];

/**
 * Reads a pin. The head and the structured data of a page may speak of another pin with the same picture, the one that search engines are
 * to show ("canonical"); they are this page's where the state of this very pin names that one.
 */
export function readPin(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const data = dataOf(document);
  const pins = data.flatMap((each) => objectsIn(each, isPin));
  const head = pinIn(statedAddress(document), url.href);
  let own = pins.filter((pin) => idOf(pin) === id);
  // A page kept under the address its head states: all of it is of the one pin whose canonical address that is.
  if (own.length === 0 && head === id) own = pins.filter((pin) => canonicalOf(pin, url.href) === id);
  const names = new Set([id, ...own.flatMap((pin) => canonicalOf(pin, url.href) ?? [])]);
  const state = fromState(facts, own);
  const ld = fromJsonLd(facts, document, names, url.href);
  const meta = head !== undefined && names.has(head) ? fromHead(facts, document, url.href) : {};
  const dom = own.length > 0 || head === id ? fromCloseup(facts, document) : {};
  const creator: CreatorReading = { ...meta.creator, ...ld.creator, ...state.creator };
  const post: PostReading = {
    id: { value: id, source: 'url' },
    ...meta.post,
    ...state.post,
    ...ld.post,
    ...compact<PostReading>({ views: filmViews(facts, document, names, url.href) }),
  };
  post.title = state.post?.title ?? dom.title ?? ld.post?.title ?? meta.post?.title;
  post.text = ld.post?.text ?? state.post?.text ?? dom.text ?? meta.post?.text;
  post.publishedAt = ld.post?.publishedAt ?? state.post?.publishedAt ?? meta.post?.publishedAt;
  post.author = creator.displayName ?? creator.handle;
  const words = post.text;
  post.hashtags = words && facts.list('hashtags', hashtagsIn(words.value), words.source);
  post.mentions = words && facts.list('mentions', mentionsIn(words.value), words.source);
  const comments = commentsIn(facts, document, url.href);
  // Where a pin leads to is no address of the person who saved it.
  if (!creator.links) facts.problem('links', 'missing');
  const other = own.length === 0 && (pins.length > 0 || (head !== undefined && head !== id));
  return {
    kind: 'post',
    post: facts.finish(post, required, other ? 'stale' : 'missing'),
    creator: facts.finish(creator),
    ...(comments.length > 0 ? { comments } : {}),
    problems: facts.problems,
  };
}

function isPin(object: Data): boolean {
  return (
    ((object.type === 'pin' || isData(object.pinner)) && typeof object.id === 'string') ||
    (typeof object.entityId === 'string' && (isData(object.pinner) || object.__typename === 'Pin'))
  );
}

function pinIn(address: unknown, base: string): string | undefined {
  const path = typeof address === 'string' ? pathOf(address, base) : [];
  return path[0] === 'pin' ? /^(?:.*--)?([\w-]+)$/.exec(path[1] ?? '')?.[1] : undefined;
}

function canonicalOf(pin: Data, base: string): string | undefined {
  const join = either(pin, 'pin_join');
  return pinIn(either(join, 'seo_canonical_url'), base) ?? idOf(either(join, 'canonical_pin'));
}

type Parts = { creator?: Partial<CreatorReading>; post?: Partial<PostReading> };

function fromState(facts: Facts, pins: Data[]): Parts {
  if (pins.length === 0) return {};
  const line = (pin: Data, ...names: string[]) =>
    names.map((name) => cleanText(either(pin, name))).find((text) => text !== undefined);
  const people = pins.map((pin) => pin.pinner).filter(isData);
  return {
    creator: creatorOf(facts, people),
    post: compact<PostReading>({
      title: firstOf(pins, (pin) =>
        facts.text(
          'title',
          line(pin, 'title', 'grid_title') ?? cleanText(at(either(pin, 'rich_metadata'), 'title')),
          'state',
        ),
      ),
      text: firstOf(pins, (pin) =>
        facts.text(
          'text',
          written(line(pin, 'closeup_unified_description', 'description', 'closeup_description')),
          'state',
        ),
      ),
      publishedAt: firstOf(pins, (pin) =>
        facts.line('publishedAt', mailTime(either(pin, 'created_at')), 'state'),
      ),
      likes: firstOf(pins, (pin) => facts.count('likes', reactions(pin), 'state')),
      comments: firstOf(pins, (pin) =>
        facts.count(
          'comments',
          either(either(pin, 'aggregated_pin_data'), 'comment_count') ?? either(pin, 'comment_count'),
          'state',
        ),
      ),
      shares: firstOf(pins, (pin) => facts.count('shares', either(pin, 'repin_count'), 'state')),
      saves: firstOf(pins, (pin) =>
        facts.count(
          'saves',
          at(either(either(pin, 'aggregated_pin_data'), 'aggregated_stats'), 'saves'),
          'state',
        ),
      ),
      imageUrl: firstOf(pins, (pin) =>
        facts.address(
          'imageUrl',
          at(pin, 'images', 'orig', 'url') ??
            at(pin, 'imageSpec_orig', 'url') ??
            either(pin, 'image_large_url') ??
            at(pin, 'images', '736x', 'url') ??
            at(pin, 'imageSpec_736x', 'url'),
          'state',
        ),
      ),
    }),
  };
}

/** Reactions of all kinds; without a total they are added up. */
function reactions(pin: Data): unknown {
  const total = either(pin, 'total_reaction_count');
  if (typeof total === 'number') return total;
  const kinds = either(pin, 'reaction_counts');
  const counts = Array.isArray(pin.reactionCountsData)
    ? asList(pin.reactionCountsData).map((each) => at(each, 'reactionCount'))
    : isData(kinds)
      ? Object.values(kinds)
      : [];
  const numbers = counts.filter((count): count is number => typeof count === 'number');
  return numbers.length > 0 && numbers.length === counts.length
    ? numbers.reduce((sum, count) => sum + count, 0)
    : undefined;
}

function fromJsonLd(facts: Facts, document: Document, names: Set<string>, base: string): Parts {
  const node = readJsonLd(document).find((each) => {
    if (!typesOf(each).includes('SocialMediaPosting')) return false;
    const around = nodesOf(each.mainEntityOfPage)[0];
    const id = pinIn(
      around?.['@id'] ?? around?.url ?? each.mainEntityOfPage ?? each.url ?? each['@id'],
      base,
    );
    return id !== undefined && names.has(id);
  });
  if (!node) return {};
  const author = nodesOf(node.author)[0];
  const image = listOf(node.image)[0];
  return {
    creator: compact<CreatorReading>({
      handle: facts.handle(
        'author',
        at(author, 'alternateName') ?? handleIn(at(author, 'url'), base),
        'json-ld',
      ),
      displayName: facts.line('author', at(author, 'name'), 'json-ld'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', node.headline, 'json-ld'),
      text: facts.text('text', written(node.articleBody), 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(node.datePublished), 'json-ld'),
      imageUrl: facts.address('imageUrl', at(image, 'contentUrl') ?? at(image, 'url') ?? image, 'json-ld'),
    }),
  };
}

/** How often a film was watched, from structured data of its own; the watching is one of several actions. */
function filmViews(facts: Facts, document: Document, names: Set<string>, base: string): PostReading['views'] {
  const film = readJsonLd(document).find(
    (each) => typesOf(each).includes('VideoObject') && names.has(pinIn(each['@id'] ?? each.url, base) ?? ''),
  );
  const watched = nodesOf(film?.interactionStatistic).find((each) => {
    const action = nodesOf(each.interactionType)[0];
    return (action ? typesOf(action) : listOf(each.interactionType)).some((type) =>
      /WatchAction$/.test(`${type}`),
    );
  });
  return facts.count('views', watched?.userInteractionCount, 'json-ld');
}

function fromHead(facts: Facts, document: Document, base: string): Parts {
  const handle = handleIn(metaText(document, 'pinterestapp:pinner'), base);
  // Older heads have the board's name for a title.
  const title = metaText(document, 'og:title');
  const board = pathOf(metaText(document, 'pinterestapp:pinboard'), base)[1];
  const letters = (text: string | undefined) => text?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const isBoard = board !== undefined && letters(title) === letters(board);
  return {
    creator: compact<CreatorReading>({ handle: facts.handle('author', handle, 'meta') }),
    post: compact<PostReading>({
      title: isBoard ? undefined : facts.text('title', title, 'meta'),
      text: facts.text('text', written(metaText(document, 'og:description')), 'meta'),
      publishedAt: facts.line('publishedAt', isoTime(metaText(document, 'og:updated_time')), 'meta'),
      likes: facts.count('likes', metaText(document, 'pinterestapp:likes'), 'meta', 'en'),
      shares: facts.count('shares', metaText(document, 'pinterestapp:repins'), 'meta', 'en'),
      imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
    }),
  };
}

function fromCloseup(facts: Facts, document: Document): Partial<PostReading> {
  const marked = (...names: string[]) =>
    names
      .map((name) => document.querySelector(`[data-test-id="${name}"]`))
      .find((element) => element !== null);
  return compact<PostReading>({
    title: facts.text('title', lineOf(marked('pinTitle', 'closeup-title')), 'dom'),
    text: facts.text(
      'text',
      written(textOf(marked('truncated-description', 'main-pin-description-text'))),
      'dom',
    ),
  });
}

/** Comments on screen carry neither id nor time. */
function commentsIn(facts: Facts, document: Document, base: string): CommentReading[] {
  const found: CommentReading[] = [];
  for (const row of document.querySelectorAll('[data-test-id="commentThread-comment"]')) {
    const links = [...row.querySelectorAll('a[href]')].filter(
      (link) =>
        /^(?:\/|https?:)/.test(link.getAttribute('href') ?? '') &&
        pathOf(link.getAttribute('href'), base).length === 1,
    );
    const link = links.find((each) => lineOf(each) !== undefined) ?? links[0];
    const author =
      facts.line('comment', lineOf(link), 'dom') ??
      facts.handle('comment', handleIn(link?.getAttribute('href'), base), 'dom');
    const text = facts.text(
      'comment',
      textOf(row.querySelector('[data-test-id="text-container"], .text-container')),
      'dom',
    );
    const authorUrl = facts.address('comment', link?.getAttribute('href'), 'dom', base);
    if (author && text) found.push({ id: null, ...compact({ author, authorUrl, text }) });
    if (found.length >= 1_000) break;
  }
  return found;
}
