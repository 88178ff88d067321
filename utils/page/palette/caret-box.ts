import { isField } from '../insert/facts.ts';
import { readPlace } from '../insert/selection.ts';
import { type Box, box } from '../placement.ts';

/** What decides where a line of a field breaks and how high it is. */
const copied = [
  'boxSizing',
  'width',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'textIndent',
  'tabSize',
  'direction',
] as const;

/** Longer drafts are measured by their end. */
const measured = 4_000;

/** Where the caret of a field is, by drawing its text a second time in our own closed root. */
function inField(field: HTMLInputElement | HTMLTextAreaElement, stage: HTMLElement): Box {
  const around = field.getBoundingClientRect();
  const end = field.selectionEnd;
  const style = field.ownerDocument.defaultView?.getComputedStyle(field);
  if (end === null || !style) return box(around);
  const mirror = stage.ownerDocument.createElement('div');
  for (const name of copied) mirror.style[name] = style[name];
  mirror.style.cssText += `;position:fixed;left:0;top:0;visibility:hidden;border-style:solid;overflow-wrap:break-word;`;
  mirror.style.whiteSpace = field.localName === 'textarea' ? 'pre-wrap' : 'pre';
  mirror.style.width = `${around.width}px`;
  mirror.append(field.value.slice(Math.max(0, end - measured), end));
  const caret = stage.ownerDocument.createElement('span');
  caret.textContent = '\u200b';
  mirror.append(caret);
  stage.append(mirror);
  const own = mirror.getBoundingClientRect();
  const at = caret.getBoundingClientRect();
  mirror.remove();
  const left = around.left + at.left - own.left - field.scrollLeft;
  const top = around.top + at.top - own.top - field.scrollTop;
  return within({ left, right: left, top, bottom: top + at.height }, box(around));
}

/** A caret is never outside of what it is in: a scrolled field, a style that could not be copied. */
function within(caret: Box, around: Box): Box {
  const clamp = (value: number, low: number, high: number) =>
    Math.min(Math.max(value, low), Math.max(low, high));
  const left = clamp(caret.left, around.left, around.right);
  return {
    left,
    right: left,
    top: clamp(caret.top, around.top, around.bottom),
    bottom: clamp(caret.bottom, around.top, around.bottom),
  };
}

function inEditor(host: HTMLElement): Box {
  const around = box(host.getBoundingClientRect());
  const place = readPlace(host);
  if (!place) return around;
  const range = host.ownerDocument.createRange();
  range.setStart(place.endContainer, place.endOffset);
  const line = [...range.getClientRects()].at(-1);
  if (line && line.height > 0) return within(box(line), around);
  // an empty line has no box of its own: its element has
  const { endContainer } = place;
  const element = endContainer instanceof Element ? endContainer : endContainer.parentElement;
  return element && host.contains(element) ? within(box(element.getBoundingClientRect()), around) : around;
}

/** From the window of a frame's document to the outermost one. */
function outOfFrames(at: Box, inner: Window | null): Box {
  let { left, right, top, bottom } = at;
  for (let view = inner; view && view !== view.parent; view = view.parent) {
    let frame: Element | null = null;
    try {
      frame = view.frameElement;
    } catch {
      return at;
    }
    if (!frame) break;
    const outer = frame.getBoundingClientRect();
    left += outer.left;
    right += outer.left;
    top += outer.top;
    bottom += outer.top;
  }
  return { left, right, top, bottom };
}

/**
 * Where the caret stands in the top window, CSS pixels.
 * @param stage of a closed root of ours, to measure in
 */
export function caretBox(editor: HTMLElement, stage: HTMLElement): Box {
  const here = isField(editor) ? inField(editor, stage) : inEditor(editor);
  return outOfFrames(here, editor.ownerDocument.defaultView);
}
