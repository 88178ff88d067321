import type { Mark } from '../../utils/domain/mark.ts';
import { mostDots, type TagColour } from '../../utils/domain/tag-effect.ts';
import { drawIcon, icons } from './icons.ts';
import { itemIcons } from './item-icons.ts';

export interface BadgeView {
  /** @param mark `new` or undefined: the box stays empty */
  show(mark: Mark | undefined): void;
  /** @param colours of the tags on what stands here; none: the places of the dots stay empty */
  showDots(colours: readonly TagColour[]): void;
  /** @param waits null: no box for it; whether this is a comment without an answer */
  showWaiting(waits: boolean | null): void;
}

/** The box beside a name; its shape, not only its colour, says what the name is in the notebook. */
export function drawBadge(stage: HTMLElement): BadgeView {
  const document = stage.ownerDocument;
  const makeBox = (name: string) => {
    const box = document.createElement('div');
    box.className = name;
    box.setAttribute('aria-hidden', 'true');
    stage.append(box);
    return box;
  };
  const fill = (box: HTMLElement, icon: Exclude<Mark, 'new'> | 'unanswered' | undefined) => {
    if (box.dataset.mark === icon) return;
    if (icon === undefined) {
      delete box.dataset.mark;
      box.replaceChildren();
      return;
    }
    box.dataset.mark = icon;
    box.replaceChildren(drawIcon(document, icon === 'unanswered' ? itemIcons.unanswered : icons[icon]));
  };
  const own = makeBox('badge');
  // as many places as there can be, for every item
  const row = makeBox('dots');
  const places = Array.from({ length: mostDots }, () => {
    const dot = document.createElement('i');
    row.append(dot);
    return dot;
  });
  let waiting: HTMLElement | null = null;
  return {
    show: (mark) => fill(own, mark === 'new' ? undefined : mark),
    showDots(colours) {
      for (const [at, dot] of places.entries()) {
        const colour = colours[at];
        if (colour === undefined) delete dot.dataset.colour;
        else if (dot.dataset.colour !== colour) dot.dataset.colour = colour;
      }
    },
    showWaiting(waits) {
      if (waits === null) {
        waiting?.remove();
        waiting = null;
        return;
      }
      waiting ??= makeBox('badge waits');
      fill(waiting, waits ? 'unanswered' : undefined);
    },
  };
}
