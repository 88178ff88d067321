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
 * Where a button of `size` may go beside a line of text, best first: after its end, before its start, over its end. Kept inside
 * `room` sideways (a button that sticks out would give the page a scroll bar) and, beside the text, inside the name's own box
 * where that is high enough (what the site draws under the name would lie over its edge).
 */
export function placesBesideText(
  line: Box,
  own: Box,
  size: number,
  gap: number,
  room: Box,
): { left: number; top: number }[] {
  const inRoom = (left: number) => clamp(left, room.left, Math.max(room.left, room.right - size));
  const middle = (line.top + line.bottom) / 2 - size / 2;
  const top = own.bottom - own.top >= size ? clamp(middle, own.top, own.bottom - size) : middle;
  const before = line.left - gap - size;
  return [
    { left: inRoom(line.right + gap), top },
    ...(before >= room.left ? [{ left: before, top }] : []),
    { left: inRoom(line.right - size), top: line.top - size },
  ];
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

const controls =
  'a[href], button, input, select, textarea, [role="button"], [role="link"], [role="menuitem"], [tabindex]:not([tabindex="-1"])';

/** Whether a button of `size` would lie over a control of the site (its "Follow" button, say) or over the name itself. */
export function isFree(
  place: { left: number; top: number },
  size: number,
  { anchor, host }: { anchor: Element; host: Element },
): boolean {
  const tree = anchor.getRootNode() as Document | ShadowRoot;
  const near = place.left + 1;
  const far = place.left + size - 1;
  const [upper, lower] = [place.top + 1, place.top + size - 1];
  const points: [number, number][] = [
    [near, upper],
    [far, upper],
    [near, lower],
    [far, lower],
    [(near + far) / 2, (upper + lower) / 2],
  ];
  // outside of the window nothing is found: free until it is looked at
  return points.every(([x, y]) =>
    tree.elementsFromPoint(x, y).every((element) => {
      if (element === host) return true;
      const control = element.closest(controls);
      return control === null || control.contains(anchor);
    }),
  );
}
