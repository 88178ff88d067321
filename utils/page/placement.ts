/** A rectangle in viewport coordinates, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const box = (rect: DOMRectReadOnly | Box): Box => ({
  left: rect.left,
  top: rect.top,
  right: rect.right,
  bottom: rect.bottom,
});

function meet(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * Where a button of `size` goes beside a line of text: after its end, in its middle, kept inside `room` sideways (a button
 * that sticks out would give the page a scroll bar) and inside the name's own box where that is high enough (what the site
 * draws under the name would lie over its edge).
 */
export function besideText(
  line: Box,
  own: Box,
  size: number,
  gap: number,
  room: Box,
): { left: number; top: number } {
  const middle = (line.top + line.bottom) / 2 - size / 2;
  const fits = own.bottom - own.top >= size;
  return {
    left: clamp(line.right + gap, room.left, Math.max(room.left, room.right - size)),
    top: fits ? clamp(middle, own.top, own.bottom - size) : middle,
  };
}

/**
 * Where a card goes: under what it belongs to, else over it, else beside it, always inside the viewport with `margin`.
 * @param near null: at the upper right
 */
export function besideBox(
  near: Box | null,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
  margin: number,
): { left: number; top: number; width: number; height: number } {
  const width = Math.min(size.width, viewport.width - 2 * margin);
  const height = Math.min(size.height, viewport.height - 2 * margin);
  const lastLeft = viewport.width - margin - width;
  const lastTop = viewport.height - margin - height;
  if (!near) return { left: lastLeft, top: margin, width, height };
  const below = near.bottom + margin;
  const above = near.top - margin - height;
  const left = clamp(near.left, margin, lastLeft);
  if (below <= lastTop) return { left, top: below, width, height };
  if (above >= margin) return { left, top: above, width, height };
  const right = near.right + margin;
  const top = clamp(near.top, margin, lastTop);
  return { left: right <= lastLeft ? right : left, top, width, height };
}

/** The last line of an element's text, or its box where it has none. */
export function lastLine(element: Element): Box {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
  const last = lines.at(-1);
  return box(last ?? element.getBoundingClientRect());
}

/** What of the viewport an absolutely positioned element can be seen in: its clipping ancestors cut off the rest. */
export function roomFor(host: HTMLElement): Box {
  const root = host.ownerDocument.documentElement;
  let room: Box = { left: 0, top: 0, right: root.clientWidth, bottom: root.clientHeight };
  // an ancestor clips only from the containing block on upwards
  for (let at = host.offsetParent; at && at !== root && at.localName !== 'body'; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.overflowX !== 'visible') room = meet(room, box(at.getBoundingClientRect()));
  }
  return room;
}
