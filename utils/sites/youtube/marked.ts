import type { CreatorReading, PostReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { at } from '../shared/state.ts';
import { isoTime } from '../shared/time.ts';
import { handleIn } from './data.ts';
import type { Screen } from './screen.ts';

function channelIn(address: unknown): string | undefined {
  return typeof address === 'string' ? /\/channel\/(UC[\w-]{10,40})/.exec(address)?.[1] : undefined;
}

/** The microdata of this very video. */
export function videoScope(document: Document, id: string): Element | undefined {
  return [...document.querySelectorAll('[itemtype$="schema.org/VideoObject"]')].find((element) =>
    ['identifier', 'videoId', 'embedUrl', 'url'].some((name) => value(element, name)?.includes(id)),
  );
}

/** The video's microdata; all generations of the page have it for search engines. Its description is cut off, so it is not read. */
export function fromMicrodata(facts: Facts, scope: Element | undefined): Screen {
  if (!scope) return { creator: {}, post: {} };
  const author = scope.querySelector('[itemprop="author"]');
  const page = author ? value(author, 'url') : undefined;
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', author ? value(author, 'name') : undefined, 'microdata'),
      handle: facts.handle('author', handleIn(page), 'microdata'),
      stableId: facts.line('author', value(scope, 'channelId') ?? channelIn(page), 'microdata'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', value(scope, 'name'), 'microdata'),
      views: facts.count('views', digits(value(scope, 'interactionCount')), 'microdata'),
      publishedAt: facts.line(
        'publishedAt',
        isoTime(value(scope, 'datePublished') ?? value(scope, 'uploadDate')),
        'microdata',
      ),
      imageUrl: facts.address('imageUrl', value(scope, 'thumbnailUrl'), 'microdata'),
    }),
  };
}

/** The first value of a property that is no part of a thing inside. */
function value(scope: Element, name: string): string | undefined {
  for (const element of scope.querySelectorAll(`[itemprop="${name}"]`)) {
    if (element.parentElement?.closest('[itemscope]') !== scope) continue;
    return element.getAttribute('content') ?? element.getAttribute('href') ?? undefined;
  }
  return undefined;
}

function digits(text: string | undefined): number | undefined {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The VideoObject of this video in structured data, which some pages have. */
export function fromJsonLd(facts: Facts, document: Document, id: string): Screen {
  const node = readJsonLd(document).find(
    (each) =>
      typesOf(each).includes('VideoObject') &&
      [each['@id'], each.url, each.embedUrl].some(
        (address) => typeof address === 'string' && address.includes(id),
      ),
  );
  if (!node) return { creator: {}, post: {} };
  const author = nodesOf(node.author)[0];
  const name = author ? at(author, 'name') : node.author;
  return {
    creator: compact<CreatorReading>({
      displayName: facts.line('author', name, 'json-ld'),
      handle: facts.handle('author', handleIn(at(author, 'url') ?? at(author, '@id')), 'json-ld'),
    }),
    post: compact<PostReading>({
      title: facts.text('title', node.name, 'json-ld'),
      publishedAt: facts.line('publishedAt', isoTime(node.uploadDate ?? node.datePublished), 'json-ld'),
    }),
  };
}

/** The link preview, when its address is this page's. */
export function fromPreview(facts: Facts, document: Document, id: string): Partial<PostReading> {
  if (!statedAddress(document)?.includes(id)) return {};
  return compact({
    title: facts.text('title', metaText(document, 'og:title'), 'meta'),
    imageUrl: facts.address('imageUrl', metaText(document, 'og:image'), 'meta'),
  });
}
