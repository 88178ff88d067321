import { rememberFocus } from './focus-memory.ts';
import { frameOf, watchCard } from './framed-page.ts';
import { makeHost } from './mount.ts';
import { besideBox, box } from './placement.ts';
import { layerParent, raise } from './top-layer.ts';

/** CSS pixels. The height is what the card says it needs, up to the window's. */
const width = 380;
const firstHeight = 320;
const leastHeight = 80;
const margin = 8;
/** of `.card` in the style sheet: without it the frame would be short by two pixels and get a scroll bar */
const border = 1;

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
    const frame = frameOf(document, options.title, '');
    frame.addEventListener('load', () => frame.focus(), { signal: stop.signal });
    card.append(frame);
    stage.append(card);
    layerParent(document).append(host);
    place(card);
    raise(card);
    shown = { stop, host, card, frame, giveBack };
    // the card reports its size as soon as it is drawn
    watchCard({ host, card }, { heard: () => heard, close, blocked: options.blocked }, stop.signal);
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
