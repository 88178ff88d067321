import { itemCss } from '../../components/overlay/item-styles.ts';
import { frameOf } from './framed-page.ts';
import { makeBareHost } from './mount.ts';
import { type Box, besideBox } from './placement.ts';
import { raise } from './top-layer.ts';

/** CSS pixels. Fixed: a size that followed the content would tell the page something. */
const width = 320;
const height = 196;
/** One pixel more tells the page inside that it stands above the name, and belongs at the lower edge; see `frame.css`. */
const heightAbove = height + 1;
const margin = 6;
/**
 * Not zero, which the browser counts as not there: a page that asks with IntersectionObserver v2 what covers its elements gets the same
 * answer for every name.
 */
const unseen = '0.01';

export interface PeekHost {
  /** Puts it beside a name, not to be seen yet. */
  show(near: Box): void;
  /** It can be seen from now on. */
  reveal(): void;
  hide(): void;
}

/**
 * The frame that tells about a name while the pointer rests on it. It lets the pointer through, is put into the page when the pointer first
 * rests on any name, known or not, and stays; what is shown and hidden later stands in the closed root, where the page does not see it.
 */
export function makePeekHost(
  document: Document,
  { theme, title }: { theme: string; title: string },
  signal: AbortSignal,
): PeekHost {
  let card: HTMLElement | null = null;

  function make(): HTMLElement {
    const { host, stage } = makeBareHost(document, theme, 'layer', [itemCss]);
    const made = document.createElement('div');
    made.className = 'peek';
    made.style.opacity = unseen;
    // nothing in it can be pressed or focused
    made.inert = true;
    const frame = frameOf(document, title, '#peek');
    frame.tabIndex = -1;
    made.append(frame);
    stage.append(made);
    document.documentElement.append(host);
    signal.addEventListener('abort', () => host.remove());
    return made;
  }

  return {
    show(near) {
      if (signal.aborted) return;
      card ??= make();
      const view = document.documentElement;
      const room = {
        width: view.clientWidth,
        height: document.defaultView?.innerHeight ?? view.clientHeight,
      };
      const at = besideBox(near, { width, height }, room, margin);
      const above = at.top + at.height <= near.top;
      card.style.left = `${Math.round(at.left)}px`;
      card.style.top = `${Math.round(above ? at.top - 1 : at.top)}px`;
      card.style.width = `${Math.round(at.width)}px`;
      card.style.height = `${above ? heightAbove : height}px`;
      raise(card);
    },
    reveal() {
      if (card) card.style.opacity = '1';
    },
    hide() {
      if (!card) return;
      card.style.opacity = unseen;
      if (typeof card.hidePopover === 'function' && card.popover !== null) card.hidePopover();
    },
  };
}
