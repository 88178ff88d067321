import type { LayoutNode, PageLayout } from '../domain/snapshot.ts';
import { htmlStyles, htmlText } from './plain-html.ts';

/** Elements under their own name; every other, and all that do something, become a `div` or a `span`. */
const plainTags =
  /^(?:abbr|address|article|aside|b|blockquote|br|caption|code|dd|del|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|ins|li|main|mark|nav|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul)$/;
const inline: Readonly<Record<string, string>> = { a: 'span', button: 'span', picture: 'span', img: 'span' };
const empty = new Set(['br', 'hr']);

const tagOf = (tag: string) => (plainTags.test(tag) ? tag : (inline[tag] ?? 'div'));

/** What an element of the page is in the file: no link leads anywhere, a picture is its words in a box. */
function opening(node: LayoutNode, tag: string): string {
  const { classes = [], href, picture, alt } = node;
  const isPicture = picture !== undefined || node.tag === 'img';
  const names = [...classes, ...(isPicture ? ['deckhand-picture'] : []), ...(href ? ['deckhand-link'] : [])];
  const named = names.length > 0 ? ` class="${htmlText(names.join(' '))}"` : '';
  const address = href ?? picture;
  const titled = address ? ` title="${htmlText(address)}"` : '';
  return `<${tag}${named}${titled}>${isPicture && alt ? htmlText(alt) : ''}`;
}

const ownStyles =
  '.deckhand-picture{display:inline-block;min-width:2em;min-height:1.4em;outline:1px dashed #888}.deckhand-link{text-decoration:underline}';

/** Pieces of this many nodes: the page that writes them has its turn in between. */
const nodesAtOnce = 400;

/** Parts of a document in which nothing may load or run, for an `<iframe srcdoc>`. */
export function* layoutDocument({ nodes, styles }: PageLayout): Generator<string> {
  yield `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${htmlStyles(styles)}</style><style>${ownStyles}</style></head><body>`;
  const open: { index: number; tag: string }[] = [];
  let piece = '';
  const closeUntil = (parent: number) => {
    for (let top = open.at(-1); top && top.index !== parent; top = open.at(-1)) {
      piece += `</${top.tag}>`;
      open.pop();
    }
  };
  for (const [index, node] of nodes.entries()) {
    closeUntil(node.parent);
    if (node.text !== undefined) piece += `${htmlText(node.text)} `;
    else {
      const tag = tagOf(node.tag ?? 'div');
      piece += opening(node, tag);
      if (!empty.has(tag)) open.push({ index, tag });
    }
    if (index % nodesAtOnce === nodesAtOnce - 1) {
      yield piece;
      piece = '';
    }
  }
  closeUntil(-1);
  yield `${piece}</body></html>`;
}
