import { drawToast } from '../../../components/overlay/toast-view.ts';
import { makeHost } from '../mount.ts';
import { layerParent, raise } from '../top-layer.ts';

export interface PickView {
  host: HTMLElement;
  close: HTMLButtonElement;
  /** draws the outline around an element and says to those who do not see it what it is */
  show(element: Element): void;
  /** draws it where the element stands now */
  follow(): void;
  say(text: string): void;
}

/** Longest beginning of an element's text that is said. */
const saidText = 80;

const boxStyle: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  boxSizing: 'border-box',
  border: '2px solid var(--accent)',
  borderRadius: '3px',
  // a light edge on dark pages, a dark one on light ones
  outline: '1px solid var(--ground)',
  background: 'transparent',
  pointerEvents: 'none',
  overflow: 'visible',
  maxWidth: 'none',
  maxHeight: 'none',
};

const unseen: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/**
 * An outline over the page and one line of fixed words, in a closed root in the top layer: nothing of the page is changed. The focus goes
 * to a part without text entry, so that keys mean us and a caret in the page stays where it is.
 */
export function drawPicking(
  document: Document,
  words: { theme: string; how: string; close: string },
  signal: AbortSignal,
): PickView {
  const { host, stage } = makeHost(document, words.theme, 'layer', signal);
  const box = document.createElement('div');
  Object.assign(box.style, boxStyle);
  const keys = document.createElement('div');
  keys.tabIndex = -1;
  keys.setAttribute('role', 'application');
  keys.setAttribute('aria-label', words.how);
  Object.assign(keys.style, unseen);
  const said = document.createElement('div');
  said.setAttribute('aria-live', 'polite');
  keys.append(said);
  stage.append(box, keys);
  const toast = drawToast(stage, { text: words.how, closeLabel: words.close });
  layerParent(document).append(host);
  raise(box);
  raise(toast.line);
  toast.say();
  keys.focus({ preventScroll: true });

  let shown: Element | null = null;
  const follow = () => {
    if (!shown) return;
    // the site may have drawn it anew meanwhile
    box.style.visibility = shown.isConnected ? 'visible' : 'hidden';
    const { left, top, width, height } = shown.getBoundingClientRect();
    const edge = 3;
    box.style.left = `${Math.round(left) - edge}px`;
    box.style.top = `${Math.round(top) - edge}px`;
    box.style.width = `${Math.round(width) + 2 * edge}px`;
    box.style.height = `${Math.round(height) + 2 * edge}px`;
  };
  return {
    host,
    close: toast.close,
    follow,
    show(element) {
      shown = element;
      follow();
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      said.textContent = `${element.localName} ${text.slice(0, saidText)}`;
    },
    say(text) {
      const status = toast.line.querySelector('p');
      if (status) status.textContent = text;
    },
  };
}
