import { type Chip, segmentsOf } from './chip-model.ts';

/*
 * The editor's element and its text. Chips are elements that cannot be edited, with their source beside; everything else is text.
 */

/** What a chip shows and how it looks. */
export interface ChipLook {
  words: string;
  tone: 'known' | 'unknown' | 'place' | 'code';
}

const isChip = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.dataset.source !== undefined;
const isFiller = (node: Node): boolean => node instanceof HTMLElement && node.dataset.filler !== undefined;

/** Draws a text anew. A last line that is empty, or an end behind a chip, needs a line break to have a place for the caret. */
export function drawText(root: HTMLElement, text: string, lookOf: (chip: Chip) => ChipLook): void {
  const nodes: Node[] = [];
  const segments = segmentsOf(text);
  for (const segment of segments) {
    if (segment.kind === 'text') {
      nodes.push(document.createTextNode(segment.source));
      continue;
    }
    const { words, tone } = lookOf(segment);
    const chip = document.createElement('span');
    chip.className = `templates-chip ${tone}`;
    chip.contentEditable = 'false';
    chip.dataset.source = segment.source;
    chip.title = segment.source;
    chip.textContent = words;
    nodes.push(chip);
  }
  const last = segments.at(-1);
  if (last?.kind !== 'text' || last.source.endsWith('\n')) {
    const filler = document.createElement('br');
    filler.dataset.filler = '';
    nodes.push(filler);
  }
  root.replaceChildren(...nodes);
}

/** The text that an element holds, also after the browser or an input method changed it. */
export function textIn(node: Node): string {
  if (isChip(node)) return node.dataset.source ?? '';
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLBRElement) return isFiller(node) ? '' : '\n';
  return [...node.childNodes].map(textIn).join('');
}

/** Where a point of the document stands in the text, in UTF-16 units; null outside of the editor. */
export function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  if (node !== root && !root.contains(node)) return null;
  if (node === root) return [...root.childNodes].slice(0, offset).map(textIn).join('').length;
  let inside: Node = node;
  while (inside.parentNode && inside.parentNode !== root) inside = inside.parentNode;
  let before = 0;
  for (const child of root.childNodes) {
    if (child === inside) break;
    before += textIn(child).length;
  }
  if (isChip(inside)) return before + (offset > 0 ? textIn(inside).length : 0);
  return before + (node instanceof Text ? Math.min(offset, node.data.length) : 0);
}

/** The selection inside of the editor, in its order; null while it is elsewhere. */
export function selectionIn(root: HTMLElement): [start: number, end: number] | null {
  const selection = document.getSelection();
  if (!selection?.rangeCount) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = offsetOf(root, startContainer, startOffset);
  const end = offsetOf(root, endContainer, endOffset);
  return start === null || end === null ? null : [start, end];
}

function pointOf(root: HTMLElement, offset: number): [node: Node, offset: number] {
  let left = offset;
  for (const [index, child] of [...root.childNodes].entries()) {
    const { length } = textIn(child);
    if (child instanceof Text && left <= length) return [child, left];
    if (left < length || isFiller(child)) return [root, index];
    left -= length;
    const next = root.childNodes[index + 1];
    if (left === 0 && !(next instanceof Text)) return [root, index + 1];
  }
  return [root, root.childNodes.length];
}

/** Selects a range of the text and brings it into view. */
export function selectIn(root: HTMLElement, start: number, end = start): void {
  const selection = document.getSelection();
  if (!selection) return;
  selection.setBaseAndExtent(...pointOf(root, start), ...pointOf(root, end));
}
