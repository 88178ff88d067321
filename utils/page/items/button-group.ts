import type { SeenItem } from '../../domain/item.ts';
import type { Mark } from '../../domain/mark.ts';
import type { TagColour } from '../../domain/tag-effect.ts';
import type { ItemKind } from '../../sites/site.ts';
import { keepEvents } from '../mount.ts';
import type { Page } from '../page.ts';
import { isFree } from '../placement.ts';
import { dotsAfter, encloses, type ItemView, roomBeside } from './item-view.ts';
import { shownLine } from './shown-line.ts';

/** What a button of a group gets. All it makes goes with the signal. */
export interface Seat {
  page: Page;
  view: ItemView;
  /** where the button goes */
  group: HTMLElement;
  /** the mark as it is known; undefined: not asked yet */
  mark(): Mark | undefined;
  /** the mark now, asked for where it is not known */
  askMark(): Promise<Mark | undefined>;
  /** the colours of its tags as they are known */
  dots(): readonly TagColour[];
  /** the item as it is tagged, read now */
  seen(): SeenItem;
  signal: AbortSignal;
}

/** Makes one button of the groups of some kinds of item. */
export interface ButtonMaker {
  kinds: readonly ItemKind[];
  /** @returns draws it anew when what is known has changed */
  make(seat: Seat): () => void;
}

export interface Group {
  view: ItemView;
  redraw(): void;
  /** whether something has the focus in it */
  focused(): boolean;
  close(): void;
}

/** Size and distance of buttons, CSS pixels; as in the style sheets. */
const buttonSize = 24;
const gap = 2;
/** What a second badge takes beside the dots of tags, with its distance. */
const secondBadge = 18;

/**
 * Shows the buttons of an item beside its badge. In the document's order they come right after the name, so that the Tab key leads to them.
 * @returns null where there are none for this kind
 */
export function openGroup(
  makers: readonly ButtonMaker[],
  seat: Omit<Seat, 'group' | 'signal'>,
  outer: AbortSignal,
): Group | null {
  const { view } = seat;
  const fitting = makers.filter(({ kinds }) => kinds.includes(view.item.rule.kind));
  if (fitting.length === 0 || outer.aborted) return null;
  const stop = new AbortController();
  outer.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  const group = view.stage.ownerDocument.createElement('div');
  group.className = 'group';
  group.style.left = group.style.top = '0';
  keepEvents(view.host, stop.signal);
  const redraws = fitting.map((maker) => maker.make({ ...seat, group, signal: stop.signal }));
  view.stage.append(group);
  sit(view, group);
  stop.signal.addEventListener('abort', () => group.remove());
  return {
    view,
    redraw() {
      for (const redraw of redraws) redraw();
    },
    focused: () => (group.getRootNode() as ShadowRoot).activeElement !== null,
    close: () => stop.abort(),
  };
}

/**
 * After the badge, where that leaves the name and the site's buttons free; else after the name, before both, or over the end of the name's line.
 * It goes when the pointer goes, so that text of the site may lie under it.
 */
function sit(view: ItemView, group: HTMLElement): void {
  const { item, host, stage } = view;
  const badge = stage.getBoundingClientRect();
  const wide = badge.width + dotsAfter(view) + (stage.querySelector('.waits') ? secondBadge : 0);
  const line = shownLine(item.name);
  const room = roomBeside(view);
  const width = group.childElementCount * (buttonSize + gap) - gap;
  const top = badge.top + badge.height / 2 - buttonSize / 2;
  // a link over a whole card is no control beside the name, though the name does not stand in it
  const [link] = item.from.map((from) => from.link);
  const anchor = link && encloses(link.getBoundingClientRect(), line) ? link : item.name;
  const lefts = [
    badge.left + wide + gap * 2,
    line.right + gap * 2,
    Math.min(badge.left, line.left) - gap * 2 - width,
  ];
  const free = (left: number) =>
    left >= room.left &&
    left + width <= room.right &&
    (left >= line.right || left + width <= line.left) &&
    (left >= badge.left + wide || left + width <= badge.left) &&
    Array.from({ length: group.childElementCount }, (_, at) => left + at * (buttonSize + gap)).every((x) =>
      isFree({ left: x, top }, buttonSize, { anchor, host }),
    );
  const left = lefts.find(free);
  const place = left === undefined ? { left: line.right - width, top: line.top - buttonSize } : { left, top };
  // a moved box would count as a shift of the site's layout; a translated one does not
  group.style.translate = `${Math.round(place.left - badge.left)}px ${Math.round(place.top - badge.top)}px`;
}
