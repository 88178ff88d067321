import { hints } from './facts.ts';

/** Characters that editors put in and take away as they like. The joiner inside emoji (U+200D) is not one of them. */
const noise = /[\u200b\u2060\ufeff\r\n]/g;

/**
 * Text without line ends and without the characters that editors use as padding; a space that does not break is a space.
 * Two texts that are the same this way lost nothing and gained nothing.
 */
export function flatten(text: string): string {
  return text.replace(noise, '').replaceAll('\u00a0', ' ');
}

/** The text nodes of an editor in their order, with what they add to its flat text. */
export interface TextMap {
  flat: string;
  nodes: { node: Text; from: number; to: number }[];
}

export function mapText(host: Element): TextMap {
  const map: TextMap = { flat: '', nodes: [] };
  const walker = host.ownerDocument.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest(hints)) continue;
    const from = map.flat.length;
    map.flat += flatten(node.data);
    map.nodes.push({ node, from, to: map.flat.length });
  }
  return map;
}

/** How much of the flat text stands before a place in the document. */
export function flatOffset(map: TextMap, container: Node, offset: number): number {
  const boundary = container.ownerDocument?.createRange();
  if (!boundary) return 0;
  boundary.setStart(container, offset);
  let before = 0;
  for (const { node, from, to } of map.nodes) {
    if (node === container) return from + flatten(node.data.slice(0, offset)).length;
    if (boundary.comparePoint(node, 0) >= 0) break;
    before = to;
  }
  return before;
}

/** Offset in a text node behind which exactly `count` characters of its flat text stand. */
function offsetIn(data: string, count: number): number {
  let seen = 0;
  for (let offset = 0; offset < data.length; offset++) {
    if (seen === count) return offset;
    seen += flatten(data.charAt(offset)).length;
  }
  return data.length;
}

/**
 * The place in the document at an offset of the flat text.
 * @param side at the end of a line two places have the same offset: behind the last character or before the next one
 * @returns null where the editor has no text
 */
export function placeAt(
  map: TextMap,
  flat: number,
  side: 'behind' | 'before',
): { node: Text; offset: number } | null {
  const found =
    side === 'behind'
      ? map.nodes.find(({ from, to }) => from < flat && flat <= to)
      : map.nodes.find(({ from, to }) => from <= flat && flat < to);
  const at = found ?? (side === 'behind' ? map.nodes[0] : map.nodes.at(-1));
  return at ? { node: at.node, offset: offsetIn(at.node.data, flat - at.from) } : null;
}
