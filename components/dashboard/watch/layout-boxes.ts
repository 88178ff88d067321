import type { TextRegion } from '../../../utils/domain/change-kind.ts';
import type { LayoutNode } from '../../../utils/domain/snapshot.ts';

/** One box of a page as it was built: the texts of one element, or the place of a picture. */
export interface LayoutBox {
  /** index of its element in the layout */
  at: number;
  region: TextRegion;
  /** how far it is indented, at most `deepest` */
  depth: number;
  kind: 'heading' | 'text' | 'link' | 'picture';
  /** of a picture its alternative text, which may be empty */
  text: string;
}

const deepest = 6;
/** Elements that lie within the line of their parent: their texts are the parent's. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);
const heading = /^h[1-6]$/;
/** Elements that cut a page into parts: only they indent. */
const part = /^(?:article|aside|footer|form|header|li|main|nav|section|table)$/;

interface Place {
  box: number;
  region: TextRegion;
  depth: number;
  isHeading: boolean;
  isLink: boolean;
}

/**
 * The cleaned page as a plain list of boxes in reading order: whatever a page was, this is only text. Works on the flat nodes, so that no depth
 * of a page matters.
 */
export function layoutBoxes(nodes: readonly LayoutNode[]): LayoutBox[] {
  const boxes: LayoutBox[] = [];
  const open = new Map<number, LayoutBox>();
  const places: Place[] = [];
  nodes.forEach((node, index) => {
    const outer = places[node.parent] ?? {
      box: 0,
      region: 'main',
      depth: 0,
      isHeading: false,
      isLink: false,
    };
    if (node.tag === undefined) {
      places[index] = outer;
      addText(node.text ?? '', outer);
      return;
    }
    const isInline = inline.has(node.tag);
    const place: Place = {
      box: isInline ? outer.box : index,
      region: node.region ?? outer.region,
      depth: Math.min(deepest, outer.depth + (part.test(node.tag) ? 1 : 0)),
      isHeading: heading.test(node.tag) || (isInline && outer.isHeading),
      isLink: node.tag === 'a' || (isInline && outer.isLink),
    };
    places[index] = place;
    if (node.picture === undefined) return;
    const { region, depth } = place;
    boxes.push({ at: index, region, depth, kind: 'picture', text: node.alt ?? '' });
    // what stands below a picture is another box
    open.delete(place.box);
  });
  return boxes;

  function addText(text: string, { box, region, depth, isHeading, isLink }: Place): void {
    const words = text.replace(/\s+/g, ' ').trim();
    if (!words) return;
    const found = open.get(box);
    if (found) {
      found.text += ` ${words}`;
      if (!isLink && found.kind === 'link') found.kind = 'text';
      return;
    }
    const made: LayoutBox = {
      at: box,
      region,
      depth,
      kind: isHeading ? 'heading' : isLink ? 'link' : 'text',
      text: words,
    };
    open.set(box, made);
    boxes.push(made);
  }
}

/** Neighbours of one part of the page together. */
export function byRegion(boxes: readonly LayoutBox[]): { region: TextRegion; boxes: LayoutBox[] }[] {
  const parts: { region: TextRegion; boxes: LayoutBox[] }[] = [];
  for (const box of boxes) {
    const last = parts.at(-1);
    if (last?.region === box.region) last.boxes.push(box);
    else parts.push({ region: box.region, boxes: [box] });
  }
  return parts;
}
