import { type BadgeView, drawBadge } from '../../../components/overlay/badge-view.ts';
import { itemCss } from '../../../components/overlay/item-styles.ts';
import { type Host, makeBareHost, standBeside } from '../mount.ts';
import { type Box, box, placesBesideText, roomFor } from '../placement.ts';
import type { PageItem } from './read-product.ts';
import { aroundOf } from './selectors.ts';
import { shownLine } from './shown-line.ts';

/** Width and height of a badge, CSS pixels; as in its style sheet. The dots of tags stand beside it, in the same row. */
const badgeSize = 16;
const dotsWidth = 18;
const gap = 4;
/** How far after the name, CSS pixels, and past how many things of the site a badge still is that name's. */
const farthest = 240;
const mostSteps = 5;
/** How far around a name its neighbours are looked at. */
const mostLevels = 6;
const mostBeside = 8;
/** How often a page may take a host away before it is left alone. */
const fightLimit = 12;

/** What stands beside one item's name: the same for every name, known or not, and for every product. */
export interface ItemView extends Host {
  item: PageItem;
  badge: BadgeView;
  /** its place was found while it could be looked at */
  placed: boolean;
  taken: number;
}

/** Makes what stands beside a name and puts it there; its place is found by `align`. */
export function makeItemView(document: Document, theme: string, item: PageItem): ItemView {
  const made = makeBareHost(document, theme, 'anchored', [itemCss]);
  const view = { ...made, item, badge: drawBadge(made.stage), placed: false, taken: 0 };
  if (!item.person) made.stage.classList.add('bare');
  // until its place is found
  made.stage.style.visibility = 'hidden';
  standBeside(item.name, made.host);
  return view;
}

/** Puts a host back that the page took away. @returns whether it has to be placed again */
export function putBack(view: ItemView): boolean {
  if (view.host.isConnected || view.taken >= fightLimit) return false;
  view.taken++;
  standBeside(view.item.name, view.host);
  view.placed = false;
  return true;
}

/**
 * Boxes of what stands around a name, from the name outwards: its neighbours and those of what is around it, up to the item. Asking the browser
 * what is at a point costs a walk over all the page's rows.
 */
function* neighbours({ item, host }: ItemView): Generator<Box> {
  let at: Element | null = host.previousElementSibling?.contains(item.name)
    ? host.previousElementSibling
    : item.name;
  for (let level = 0; at && at !== item.element && level < mostLevels; level++, at = aroundOf(at)) {
    for (const side of ['nextSibling', 'previousSibling'] as const) {
      let beside: ChildNode | null = at[side];
      for (let count = 0; beside && count < mostBeside; beside = beside[side]) {
        if (beside === host) continue;
        count++;
        const own = boxOfNode(beside);
        if (own.right > own.left && own.bottom > own.top) yield own;
      }
    }
  }
}

function boxOfNode(node: ChildNode): Box {
  if (node instanceof Element) return box(node.getBoundingClientRect());
  const range = new Range();
  range.selectNode(node);
  return box(range.getBoundingClientRect());
}

/** How wide the dots are that stand after a badge; those of a product stand in its place. */
export const dotsAfter = ({ item }: ItemView) => (item.person ? dotsWidth : 0);

/** In what of the window something can stand beside a name. In a grid of cards what stands past a card would be the next one's. */
export function roomBeside({ host, item }: ItemView): Box {
  const room = roomFor(host);
  const card = item.element.getBoundingClientRect();
  if (item.person || card.width === 0) return room;
  return { ...room, left: Math.max(room.left, card.left), right: Math.min(room.right, card.right) };
}

/** After the name; where something stands there, after that, a few times; else before the name, else over the end of it. */
function besideName(view: ItemView, line: Box, own: Box, room: Box): { left: number; top: number } {
  // where there is no room for both, the dots stand over what comes next; nothing may cut them off, such as the edge of a dialog
  const uncut = { ...room, right: room.right - dotsAfter(view) };
  return (
    freeBeside(view, line, own, room, badgeSize + dotsAfter(view)) ??
    freeBeside(view, line, own, uncut, badgeSize) ?? {
      // as little of it as can be
      left: Math.min(line.right, uncut.right) - badgeSize,
      top: line.top - badgeSize * 0.7,
    }
  );
}

function freeBeside(
  view: ItemView,
  line: Box,
  own: Box,
  room: Box,
  width: number,
): { left: number; top: number } | null {
  const [after, before] = placesBesideText(line, own, badgeSize, gap, room);
  const top = after?.top ?? line.top;
  const inRow = [...neighbours(view)].filter(
    (other) => other.top < top + badgeSize && other.bottom > top && !encloses(other, line),
  );
  const inTheWay = (left: number) => inRow.find((other) => other.left < left + width && other.right > left);
  let left = line.right + gap;
  for (let tries = 0; tries < mostSteps && left + width <= room.right; tries++) {
    const blocking = inTheWay(left);
    if (!blocking) return { left, top };
    left = blocking.right + gap;
    if (left - line.right > farthest) break;
  }
  if (!before || before.left >= line.left) return null;
  const ahead = before.left + badgeSize - width;
  return ahead >= room.left && !inTheWay(ahead) ? { left: ahead, top: before.top } : null;
}

/** Such as a link that lies over the whole card: it is not beside the name. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}

export interface Place {
  left: number;
  top: number;
  seen: boolean;
}

function findPlace(view: ItemView): Place | null {
  const { host, item } = view;
  if (!host.isConnected) return null;
  const at = host.getBoundingClientRect();
  const own = box(item.name.getBoundingClientRect());
  const seen = own.bottom > 0 && own.top < host.ownerDocument.documentElement.clientHeight;
  const line = shownLine(item.name);
  const { left, top } = besideName(view, line, own, roomBeside(view));
  return { left: Math.round(left - at.left), top: Math.round(top - at.top), seen };
}

/** Finds the places of several: first every look at the layout, then every change. */
export function align(views: readonly ItemView[]): void {
  const places = views.map(findPlace);
  for (const [index, view] of views.entries()) {
    const place = places[index];
    if (!place) continue;
    view.placed = place.seen;
    // a moved box would count as a shift of the site's layout; a translated one does not
    view.stage.style.visibility = '';
    view.stage.style.translate = `${place.left}px ${place.top}px`;
  }
}

/** Where a name and its badge are, in the window. */
export function placeOf({ item, stage }: ItemView): Box {
  const name = item.name.getBoundingClientRect();
  const line = name.width > 0 ? shownLine(item.name) : box(name);
  const own = stage.getBoundingClientRect();
  return {
    left: Math.min(line.left, own.left),
    top: Math.min(line.top, own.top),
    right: Math.max(line.right, own.right),
    bottom: Math.max(line.bottom, own.bottom),
  };
}
