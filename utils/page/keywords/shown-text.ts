import type { ItemRule } from '../../sites/site.ts';
import { own } from '../items/read-item.ts';

/** Most UTF-16 units of one item that are looked through. */
const longestText = 60_000;
/** A picture that stands for a sign: sites draw emoji so. */
const longestAlt = 32;
/** Deeper than any site writes. */
const deepest = 60;

/** Part of a text and the node that shows it; null: a picture, or the break between two blocks. */
interface Piece {
  from: number;
  text: string;
  node: Text | null;
}

/** What is written in an item now, with the nodes that show it. Recycled rows show another text later. */
export interface ShownText {
  text: string;
  pieces: Piece[];
  /** open roots inside, where changes are not noted outside */
  roots: ShadowRoot[];
}

const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'INPUT', 'SELECT', 'SVG']);
const controls = new Set(['BUTTON', 'TIME']);
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);

/** Reads the text of an item, never that of an item inside it, and never what somebody is writing. */
export function readShown(
  element: Element,
  rule: ItemRule,
  itemAround: (element: Element) => Element | null,
): ShownText {
  const pieces: Piece[] = [];
  const roots: ShadowRoot[] = [];
  let text = '';

  const add = (more: string, node: Text | null) => {
    const kept = more.slice(0, longestText - text.length);
    if (kept === '') return;
    pieces.push({ from: text.length, text: more, node });
    text += kept;
  };
  const separate = () => {
    if (text !== '' && !text.endsWith('\n')) add('\n', null);
  };

  /** @param leftOut what is not part of what was written, where no rule says where that stands */
  function walk(parent: ParentNode & Node, leftOut: ReadonlySet<Element> | null, depth: number): void {
    for (let node = parent.firstChild; node && text.length < longestText; node = node.nextSibling) {
      if (node instanceof Text) add(node.data, node);
      else if (node instanceof Element) enter(node, leftOut, depth);
    }
  }
  function enter(at: Element, leftOut: ReadonlySet<Element> | null, depth: number): void {
    const name = at.tagName.toUpperCase();
    if (depth > deepest || skipped.has(name) || (at instanceof HTMLElement && at.isContentEditable)) return;
    if (name === 'BR') {
      separate();
      return;
    }
    if (name === 'IMG') {
      const alt = at.getAttribute('alt') ?? '';
      if (alt.length <= longestAlt) add(alt, null);
      return;
    }
    if (leftOut && (leftOut.has(at) || controls.has(name) || at.getAttribute('role') === 'button')) return;
    if (leftOut && itemAround(at) !== element) return;
    const block = blocks.has(name);
    if (block) separate();
    if (at.shadowRoot) {
      roots.push(at.shadowRoot);
      walk(at.shadowRoot, leftOut, depth + 1);
    }
    walk(at, leftOut, depth + 1);
    if (block) separate();
  }

  if (rule.text === undefined) {
    const names = [rule.name, rule.author, rule.time].flatMap((selector) =>
      selector === undefined ? [] : [...own(element, selector, itemAround)],
    );
    walk(element, new Set(names), 0);
    return { text, pieces, roots };
  }
  const read = new Set<Element>();
  for (const part of own(element, rule.text, itemAround)) {
    // one way of the rule may lead into what another one found
    if ([...read].some((before) => before.contains(part))) continue;
    read.add(part);
    separate();
    enter(part, null, 0);
  }
  return { text, pieces, roots };
}

/** Whether the nodes surely still show that text in that item. */
export function stillShown(element: Element, { pieces }: ShownText): boolean {
  const root = element.getRootNode();
  return pieces.every(
    ({ node, text }) =>
      node === null ||
      (node.isConnected && node.data === text && (node.getRootNode() !== root || element.contains(node))),
  );
}

/** The places in the page of a part of the text: one range for each node. Pictures cannot be marked. */
export function rangesOf({ pieces }: ShownText, from: number, to: number): Range[] {
  let low = 0;
  for (let high = pieces.length; low < high; ) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece.from + piece.text.length <= from) low = middle + 1;
    else high = middle;
  }
  const ranges: Range[] = [];
  for (let at = low; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece || piece.from >= to) break;
    if (!piece.node) continue;
    const range = piece.node.ownerDocument.createRange();
    range.setStart(piece.node, Math.max(0, from - piece.from));
    range.setEnd(piece.node, Math.min(piece.text.length, to - piece.from));
    ranges.push(range);
  }
  return ranges;
}
