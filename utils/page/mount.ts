import { layerCss, overlayCss } from '../../components/overlay/styles.ts';
import { openShadowRoot } from './closed-root.ts';
import { box, isFree, lastLine, placesBesideText, roomFor } from './placement.ts';
import { layerParent } from './top-layer.ts';

/** Width and height of every button in a page, whatever it stands for: the page learns nothing from its size. */
export const buttonSize = 24;
const gap = 6;

/** Times in `fightWindow` milliseconds that a page may take a host away before we leave it alone. */
const fightLimit = 12;
const fightWindow = 5_000;

/** Marks our roots from the inside, where the page cannot look; leftovers of an earlier version are found by it. */
export const ownRoot = 'data-deckhand-root';

/** `anchored`: beside something of the site · `layer`: over everything, placed by the window */
type Place = 'anchored' | 'layer';

/** By its text; null where content scripts cannot share one. */
const sharedSheets = new Map<string, CSSStyleSheet>();
let canShare = true;

function sharedSheet(text: string): CSSStyleSheet {
  const known = sharedSheets.get(text);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sharedSheets.set(text, sheet);
  return sheet;
}

/**
 * Constructable style sheets shared by all roots. Where content scripts cannot share one, each root gets a `<style>`.
 * `:host` rules marked important beat everything the page says about our element, its `style` attribute included.
 */
function dress(root: ShadowRoot, place: Place, more: readonly string[]): void {
  const texts = [overlayCss, ...(place === 'layer' ? [layerCss] : []), ...more];
  if (canShare) {
    try {
      root.adoptedStyleSheets = texts.map(sharedSheet);
      return;
    } catch {
      canShare = false;
    }
  }
  const style = root.querySelector('style') ?? root.ownerDocument.createElement('style');
  style.textContent = texts.join('');
  root.prepend(style);
}

/** Events that would reach the site's hotkeys, links and "click outside" handlers. */
const keptEvents = [
  'keydown',
  'keypress',
  'keyup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
] as const;

export interface Host {
  /** what the page sees: an empty element without attributes and without size */
  host: HTMLElement;
  /** what is drawn stands in here, inside the closed root */
  stage: HTMLElement;
  /** makes it stand beside something of the site, or over everything */
  stand(place: Place): void;
}

/**
 * An element of ours with a closed root, not yet in the page. It has no attribute and no text: nothing to be known by. It hears nothing and
 * whoever makes it takes it away.
 * @param more style sheets beside the one of every root
 */
export function makeBareHost(
  document: Document,
  theme: string,
  place: Place,
  more: readonly string[] = [],
): Host {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, place, more);
  const stage = document.createElement('div');
  stage.setAttribute(ownRoot, '');
  stage.dataset.theme = theme;
  root.append(stage);
  return { host, stage, stand: (next) => dress(root, next, more) };
}

/** Keeps what happens in one of our hosts from the site. */
export function keepEvents(host: HTMLElement, signal: AbortSignal): void {
  for (const type of keptEvents) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
  // a press on our button leaves the caret where it was
  host.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  // the name beside which we stand may be a link
  host.addEventListener('click', (event) => event.preventDefault(), { signal });
}

/** A host that keeps its events to itself and goes with the signal. */
export function makeHost(document: Document, theme: string, place: Place, signal: AbortSignal): Host {
  const made = makeBareHost(document, theme, place);
  keepEvents(made.host, signal);
  signal.addEventListener('abort', () => made.host.remove());
  return made;
}

export const bareSpan = 'span:empty:not([class], [id], [style])';

/**
 * Takes away what an earlier script left: Firefox ends a script with its extension and leaves its elements, Chromium leaves
 * both (the old script notices by itself).
 */
export function removeLeftovers(tree: ParentNode): void {
  for (const host of tree.querySelectorAll<HTMLElement>(bareSpan)) {
    if (openShadowRoot(host)?.querySelector(`[${ownRoot}]`)) host.remove();
  }
}

export interface Mount extends Host {
  /** where it stands; null: in the corner */
  anchor: Element | null;
}

export interface Mounts {
  /**
   * Puts the button of an item beside an element, or moves it there: the site may have drawn the item anew elsewhere.
   * @param key of the item, never of the node
   * @param anchor null: the corner of the window, for pages whose name element cannot be found
   * @param draw fills the button's stage, once
   * @returns null where the page keeps taking it away
   */
  place(key: string, anchor: Element | null, draw: (mount: Mount) => void): Mount | null;
  /** whether the item's button still stands where it was put, beside an element that is still there */
  stands(key: string): boolean;
  /** moves every button back beside its text after the site's layout changed */
  settle(): void;
}

/** `lost`: when the page took it away, milliseconds since the epoch */
type Kept = Mount & { lost: number[] };

/** A link or button around the name: ours must not be inside. */
const interactive = 'a, button, summary, label, [role="button"], [role="link"]';

/** Puts a host after a name, outside of the link or button around it. */
export function standBeside(anchor: Element, host: HTMLElement): void {
  const outer = anchor.closest(interactive);
  if (outer) outer.after(host);
  else anchor.append(host);
}

/** All buttons in a page; they go with the signal. */
export function makeMounts(document: Document, theme: string, signal: AbortSignal): Mounts {
  const mounts = new Map<string, Kept>();

  function align({ host, stage, anchor }: Mount): void {
    if (!anchor || !host.isConnected) return;
    // the host's static place is where the site's layout put a thing without size; from there to the text is ours
    const at = host.getBoundingClientRect();
    const own = box(anchor.getBoundingClientRect());
    // outside of the window nothing can be looked at: the place that was found before stays right
    const seen = own.bottom > 0 && own.top < document.documentElement.clientHeight;
    if (!seen && stage.style.left) return;
    const places = placesBesideText(lastLine(anchor), own, buttonSize, gap, roomFor(host));
    const target = places.find((place) => isFree(place, buttonSize, { anchor, host })) ?? places[0];
    if (!target) return;
    stage.style.left = `${Math.round(target.left - at.left)}px`;
    stage.style.top = `${Math.round(target.top - at.top)}px`;
  }

  function insert(mount: Mount): void {
    const { host, stage, anchor } = mount;
    mount.stand(anchor ? 'anchored' : 'layer');
    stage.classList.toggle('corner', anchor === null);
    if (anchor === null) {
      stage.removeAttribute('style');
      layerParent(document).append(host);
      return;
    }
    standBeside(anchor, host);
    align(mount);
  }

  const view = document.defaultView;
  const settle = () => {
    for (const mount of mounts.values()) align(mount);
  };
  view?.addEventListener('resize', settle, { signal, passive: true });
  signal.addEventListener('abort', () => mounts.clear());

  return {
    settle,
    stands(key) {
      const mount = mounts.get(key);
      return Boolean(mount?.host.isConnected && (mount.anchor === null || mount.anchor.isConnected));
    },
    place(key, anchor, draw) {
      if (signal.aborted) return null;
      const known = mounts.get(key);
      if (known?.host.isConnected && known.anchor === anchor) return known;
      if (known) {
        const now = Date.now();
        if (!known.host.isConnected) known.lost.push(now);
        known.lost = known.lost.filter((at) => now - at < fightWindow);
        if (known.lost.length > fightLimit) return null;
        known.anchor = anchor;
        insert(known);
        return known;
      }
      const mount: Kept = {
        ...makeHost(document, theme, anchor ? 'anchored' : 'layer', signal),
        anchor,
        lost: [],
      };
      mounts.set(key, mount);
      draw(mount);
      insert(mount);
      return mount;
    },
  };
}
