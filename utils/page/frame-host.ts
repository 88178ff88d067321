import { browser } from '#imports';
import { isAlive } from '../messaging/client.ts';
import { rememberFocus } from './focus-memory.ts';
import { makeHost } from './mount.ts';
import { besideBox, box } from './placement.ts';
import { ancestorsClean } from './real-visibility.ts';
import { layerParent, raise } from './top-layer.ts';

/** CSS pixels. The height is what the card says it needs, up to the window's. */
const width = 380;
const firstHeight = 320;
const leastHeight = 80;
const margin = 8;
/** of `.card` in the style sheet: without it the frame would be short by two pixels and get a scroll bar */
const border = 1;

/** Between looks at whether the page covers, fades or moves the card, in milliseconds. */
const watchEvery = 400;
/** Raised over the page's own layers at most so often; a page that goes on is fighting, and the card closes. */
const raiseLimit = 5;
/** The card reports its size as soon as it is drawn. Without a word by then the page does not let it load. */
const silentFor = 8_000;

export interface FrameHost {
  /** @param near what the card belongs to; null: the upper right. An open card stays and gets the focus. */
  open(near: Element | null): void;
  /** Gives the focus back, then takes the card away. */
  close(): void;
  /** @param height what the card needs, CSS pixels */
  resize(height: number): void;
}

interface Shown {
  stop: AbortController;
  host: HTMLElement;
  card: HTMLElement;
  frame: HTMLIFrameElement;
  giveBack: () => void;
}

/**
 * The extension's own page inside the site's: everything with text entry. Lives in a closed root, in the top layer, and closes
 * when the page makes it something else than what it looks like.
 * @param options.blocked called where the card could not load in this page
 */
export function makeFrameHost(
  document: Document,
  options: { title: string; theme: string; blocked: () => void },
  signal: AbortSignal,
): FrameHost {
  let shown: Shown | null = null;
  let near: Element | null = null;
  let height = firstHeight;
  let heard = false;

  function place(card: HTMLElement): void {
    const view = document.documentElement;
    const at = besideBox(
      near?.isConnected ? box(near.getBoundingClientRect()) : null,
      { width, height: height + 2 * border },
      { width: view.clientWidth, height: document.defaultView?.innerHeight ?? view.clientHeight },
      margin,
    );
    for (const side of ['left', 'top', 'width', 'height'] as const)
      card.style[side] = `${Math.round(at[side])}px`;
  }

  /** Whether the card still is what and where it was put. */
  function intact(host: HTMLElement, card: HTMLElement): boolean {
    const at = card.getBoundingClientRect();
    const moved =
      Math.abs(at.left - Number.parseFloat(card.style.left)) > 3 ||
      Math.abs(at.top - Number.parseFloat(card.style.top)) > 3 ||
      Math.abs(at.width - Number.parseFloat(card.style.width)) > 3;
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
    const timer = setInterval(() => {
      if (!isAlive() || !host.isConnected) return close();
      if (!heard && performance.now() - started > silentFor) {
        close();
        return options.blocked();
      }
      if (document.visibilityState !== 'visible') return;
      if (!intact(host, card)) return close();
      if (!covered(host, card)) return;
      raised += 1;
      if (raised > raiseLimit) close();
      else raise(card);
    }, watchEvery);
    until.addEventListener('abort', () => clearInterval(timer));
  }

  function close(): void {
    if (!shown) return;
    const { stop, host, giveBack } = shown;
    const focused = document.activeElement;
    const mine = focused === host || focused === document.body || focused === null;
    shown = null;
    // first the focus, then the frame: a removed frame would drop the focus on the body and scroll
    if (mine) giveBack();
    stop.abort();
  }

  function open(anchor: Element | null): void {
    if (signal.aborted) return;
    if (shown) {
      shown.frame.focus();
      return;
    }
    near = anchor;
    height = firstHeight;
    heard = false;
    const stop = new AbortController();
    const giveBack = rememberFocus(document);
    const { host, stage } = makeHost(document, options.theme, 'layer', stop.signal);
    const card = document.createElement('div');
    card.className = 'card';
    const frame = document.createElement('iframe');
    frame.title = options.title;
    frame.referrerPolicy = 'no-referrer';
    // pages with COEP refuse any other frame; must be set before the address
    if ('credentialless' in HTMLIFrameElement.prototype) Object.assign(frame, { credentialless: true });
    frame.src = browser.runtime.getURL('/frame.html');
    frame.addEventListener('load', () => frame.focus(), { signal: stop.signal });
    card.append(frame);
    stage.append(card);
    layerParent(document).append(host);
    place(card);
    raise(card);
    shown = { stop, host, card, frame, giveBack };
    watch(host, card, stop.signal);
    const resized = () => place(card);
    document.defaultView?.addEventListener('resize', resized, { signal: stop.signal, passive: true });
  }

  signal.addEventListener('abort', close);
  return {
    open,
    close,
    resize(wanted) {
      heard = true;
      height = Math.max(leastHeight, wanted);
      if (shown) place(shown.card);
    },
  };
}
