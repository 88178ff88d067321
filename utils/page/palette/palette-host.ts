import { browser } from '#imports';
import { isAlive } from '../../messaging/client.ts';
import { makeHost } from '../mount.ts';
import { type Box, besideBox } from '../placement.ts';
import { ancestorsClean } from '../real-visibility.ts';
import { layerParent, raise } from '../top-layer.ts';

/** CSS pixels. Fixed: a size that followed the content would tell the page something. */
const width = 440;
const height = 460;
const margin = 6;
/** Between looks at whether the page covers, fades or moves the palette, in milliseconds. */
const watchEvery = 400;
/** Raised over the page's own layers at most so often; a page that goes on is fighting, and the palette closes. */
const raiseLimit = 5;
/** A frame that is not there by then the page does not let load. */
const silentFor = 8_000;

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
    const frame = document.createElement('iframe');
    frame.title = options.title;
    frame.referrerPolicy = 'no-referrer';
    // pages with COEP refuse any other frame; must be set before the address
    if ('credentialless' in HTMLIFrameElement.prototype) Object.assign(frame, { credentialless: true });
    frame.src = `${browser.runtime.getURL('/frame.html')}#palette`;
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

  function intact(host: HTMLElement, card: HTMLElement): boolean {
    const at = card.getBoundingClientRect();
    const moved = (['left', 'top', 'width'] as const).some(
      (side) => Math.abs(at[side] - Number.parseFloat(card.style[side])) > 3,
    );
    return !moved && ancestorsClean(host);
  }

  function covered(host: HTMLElement, card: HTMLElement): boolean {
    const at = card.getBoundingClientRect();
    const tree = host.getRootNode() as Document | ShadowRoot;
    return tree.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2) !== host;
  }

  function watch(host: HTMLElement, card: HTMLElement, until: AbortSignal): void {
    let raised = 0;
    const started = performance.now();
    const giveUp = () => {
      hide();
      options.closed();
    };
    const timer = setInterval(() => {
      if (!isAlive() || !host.isConnected) return giveUp();
      if (!loaded && performance.now() - started > silentFor) {
        giveUp();
        return options.blocked();
      }
      if (document.visibilityState !== 'visible') return;
      if (!intact(host, card)) return giveUp();
      if (!covered(host, card)) return;
      raised += 1;
      if (raised > raiseLimit) giveUp();
      else raise(card);
    }, watchEvery);
    until.addEventListener('abort', () => clearInterval(timer));
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
      watch(host, card, watching.signal);
    },
    hide,
    shown: () => watching !== null,
    focus: () => made?.frame.focus(),
    stage: () => made?.stage ?? null,
    isHost: (element) => element !== null && element === made?.host,
  };
}
