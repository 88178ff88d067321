import { browser } from '#imports';
import { isAlive } from '../messaging/client.ts';
import { ancestorsClean } from './real-visibility.ts';
import { raise } from './top-layer.ts';

/** Between looks at whether the page covers, fades or moves the card, in milliseconds. */
const watchEvery = 400;
/** Raised over the page's own layers at most so often; a page that goes on is fighting, and the card closes. */
const raiseLimit = 5;
/** A frame from which nothing was heard by then the page does not let load, in milliseconds. */
const silentFor = 8_000;

/**
 * @param hash which of the frame's screens, such as `#palette`; empty: the card
 * @returns a frame with the extension's own page, to be put into a closed root
 */
export function frameOf(document: Document, title: string, hash: '' | `#${string}`): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.referrerPolicy = 'no-referrer';
  // pages with COEP refuse any other frame; must be set before the address
  if ('credentialless' in HTMLIFrameElement.prototype) Object.assign(frame, { credentialless: true });
  frame.src = `${browser.runtime.getURL('/frame.html')}${hash}`;
  return frame;
}

/** Whether the card still is what and where it was put. */
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

/**
 * Looks again and again whether the page makes a card something else than what it looks like.
 * @param card stands in the closed root of `host`
 * @param on.heard whether the frame in it is known to be there
 * @param on.close it has to go
 * @param on.blocked after `close`, where the frame could not load in this page
 */
export function watchCard(
  { host, card }: { host: HTMLElement; card: HTMLElement },
  on: { heard: () => boolean; close: () => void; blocked: () => void },
  until: AbortSignal,
): void {
  const { ownerDocument: document } = host;
  let raised = 0;
  const started = performance.now();
  const timer = setInterval(() => {
    if (!isAlive() || !host.isConnected) return on.close();
    if (!on.heard() && performance.now() - started > silentFor) {
      on.close();
      return on.blocked();
    }
    if (document.visibilityState !== 'visible') return;
    if (!intact(host, card)) return on.close();
    if (!covered(host, card)) return;
    raised += 1;
    if (raised > raiseLimit) on.close();
    else raise(card);
  }, watchEvery);
  until.addEventListener('abort', () => clearInterval(timer));
}
