import { frameOf, watchCard } from '../framed-page.ts';
import { makeHost } from '../mount.ts';
import { type Box, besideBox } from '../placement.ts';
import { layerParent, raise } from '../top-layer.ts';

/** CSS pixels. Fixed: a size that followed the content would tell the page something. */
const width = 440;
const height = 460;
const margin = 6;
export interface PaletteHost {
  /** Puts the frame into the page, unseen, so that it is there when it is called for. */
  ready(): void;
  /** @param near the caret, in the window’s coordinates; null: the upper right */
  show(near: Box | null): void;
  /** Hides it; giving the focus back is the caller's part, and comes first. */
  hide(): void;
  shown(): boolean;
  /** Gives it the focus again, where it had it. */
  focus(): void;
  /** where things of ours can be measured; null before `ready` */
  stage(): HTMLElement | null;
  /** whether an element is our own host */
  isHost(element: EventTarget | null): boolean;
}

/**
 * The palette's frame: the extension's own page in a closed root in the top layer. It is made once, loads unseen and stays, so that it
 * opens at once. A page that makes it something else than what it looks like has it closed.
 * @param options.closed called when it closed by itself
 * @param options.blocked called where the frame could not load in this page
 */
export function makePaletteHost(
  document: Document,
  options: { title: string; theme: string; closed: () => void; blocked: () => void },
  signal: AbortSignal,
): PaletteHost {
  let made: { host: HTMLElement; stage: HTMLElement; card: HTMLElement; frame: HTMLIFrameElement } | null =
    null;
  let loaded = false;
  let watching: AbortController | null = null;

  function make() {
    const { host, stage } = makeHost(document, options.theme, 'layer', signal);
    const card = document.createElement('div');
    card.className = 'card';
    card.style.display = 'none';
    const frame = frameOf(document, options.title, '#palette');
    frame.addEventListener(
      'load',
      () => {
        loaded = true;
        if (!watching) return;
        // it had the focus before it was there, and focusing it again would do nothing
        frame.blur();
        frame.focus();
      },
      { signal },
    );
    card.append(frame);
    stage.append(card);
    layerParent(document).append(host);
    made = { host, stage, card, frame };
    return made;
  }

  function hide(): void {
    watching?.abort();
    watching = null;
    if (!made) return;
    const { card } = made;
    if (typeof card.hidePopover === 'function' && card.matches(':popover-open')) card.hidePopover();
    card.style.display = 'none';
  }

  return {
    ready() {
      if (!signal.aborted && !made?.host.isConnected) {
        loaded = false;
        make();
      }
    },
    show(near) {
      if (signal.aborted) return;
      this.ready();
      if (!made) return;
      const { host, card, frame } = made;
      const parent = layerParent(document);
      // moving a frame loads it anew: only a dialog that came meanwhile, which would make it dead, is worth that
      if (!parent.contains(host)) {
        loaded = false;
        parent.append(host);
      }
      const view = document.documentElement;
      const room = {
        width: view.clientWidth,
        height: document.defaultView?.innerHeight ?? view.clientHeight,
      };
      const at = besideBox(near, { width, height }, room, margin);
      card.style.display = '';
      for (const side of ['left', 'top', 'width', 'height'] as const)
        card.style[side] = `${Math.round(at[side])}px`;
      raise(card);
      frame.focus();
      watching?.abort();
      watching = new AbortController();
      const giveUp = () => {
        hide();
        options.closed();
      };
      watchCard(
        { host, card },
        { heard: () => loaded, close: giveUp, blocked: options.blocked },
        watching.signal,
      );
    },
    hide,
    shown: () => watching !== null,
    focus: () => made?.frame.focus(),
    stage: () => made?.stage ?? null,
    isHost: (element) => element !== null && element === made?.host,
  };
}
