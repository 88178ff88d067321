import { parsePage } from './parse-page.ts';
import type { Expectation, SiteFixture } from './site-fixtures.ts';

/** What stays of the page before when an app moves on: its data, its data and head, or all of it for a moment. */
export type Left = 'the data' | 'the data and the head' | 'everything';

const escaped = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Everything by which a page tells whose it is. */
function namesIn({ key, creator, post, product, products = [], shop }: Expectation): string[] {
  const ids = [
    key?.split(':').slice(2).join(':').replace(/^[@#]/, ''),
    creator?.handle,
    creator?.stableId,
    creator?.displayName,
    post?.id,
    product?.id,
    shop?.id,
    ...products.map(({ id }) => id),
  ].filter((id): id is string => typeof id === 'string' && id.length > 0);
  // "av900001": the number stands alone as well
  return [...ids, ...ids.flatMap((id) => /^[a-z]{1,2}(\d{4,})$/.exec(id)?.[1] ?? [])];
}

/** Another name of the same form, so that the reader takes it for one. */
function otherName(name: string): string {
  return name.replace(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u, (sign) => {
    if (/\d/.test(sign)) return String((Number(sign) + 5) % 10);
    if (sign > '\u2e80') return '异';
    return sign === 'q' ? 'k' : 'q';
  });
}

/** Puts one name for another where it stands alone, also in encoded and escaped text: `%22name`, `\x22name`, `\u7d2b`. */
export function renamed(html: string, from: string, to: string): string {
  const edge = /^\d{6,}$/.test(from) ? '\\d' : 'a-z0-9';
  const alone = new RegExp(
    `(?:(?<![${edge}])|(?<=%[0-9A-F]{2}|\\\\x[0-9a-f]{2}|\\\\u[0-9a-f]{4}))${quoted(from)}(?![${edge}])`,
    'gi',
  );
  const plain = html.replace(alone, () => to);
  return escaped(from) === from ? plain : plain.replaceAll(escaped(from), escaped(to));
}

/** A page of somebody else: the fixture with other ids and names than its own and than those of the page that it is to be mixed with. */
export function strangerOf(fixture: SiteFixture, page: SiteFixture): string {
  const names = new Set([...namesIn(fixture.expected), ...namesIn(page.expected)]);
  return [...names]
    .sort((one, other) => other.length - one.length)
    .reduce((html, name) => renamed(html, name, otherName(name)), fixture.html);
}

function withoutData(html: string): Document {
  const document = parsePage(html);
  for (const script of document.querySelectorAll('script')) script.remove();
  return document;
}

/** The page's own document without its data, and without its head where that is the former page's: what can be right after a move. */
export function leftAlone(html: string, left: Left): Document {
  const document = withoutData(html);
  if (left === 'the data and the head') document.head.replaceChildren();
  return document;
}

/**
 * The document after a move inside an app: the screen shows this page, and of the former one something is left.
 * @param former html of the page before
 */
export function movedPage(html: string, former: string, left: Left): Document {
  const from = parsePage(former);
  if (left === 'everything') return from;
  const document = leftAlone(html, left);
  const kept = left === 'the data' ? from.head.querySelectorAll('script') : from.head.childNodes;
  for (const node of [...kept]) document.head.append(node.cloneNode(true));
  for (const script of from.body.querySelectorAll('script')) document.body.append(script.cloneNode(true));
  return document;
}
