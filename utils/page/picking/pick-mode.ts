import { rememberFocus } from '../focus-memory.ts';
import { drawPicking } from './pick-view.ts';
import { elementOf, stepTo } from './way.ts';

/** What a press is made of: while the person chooses, the site gets none of it. */
const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
] as const;

export interface PickMode {
  /** shows other words in the line */
  say(text: string): void;
  /** ends it; the focus goes back to where it was */
  end(): void;
}

/**
 * Lets the person choose an element, with the pointer or by keys alone. Presses and the keys that it uses do nothing on the site meanwhile:
 * they are caught on their way down, before any listener of the page's elements.
 * @param options.start where the keys begin
 * @param options.picked called for each choice; it goes on until `end`
 */
export function startPicking(
  document: Document,
  options: {
    theme: string;
    words: { how: string; close: string };
    start: Element;
    picked: (element: Element) => void;
    cancelled: () => void;
  },
  signal: AbortSignal,
): PickMode {
  const stop = new AbortController();
  signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  const window = document.defaultView ?? globalThis.window;
  const giveBack = rememberFocus(document);
  const view = drawPicking(document, { theme: options.theme, ...options.words }, stop.signal);
  let current = options.start;
  view.show(current);

  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    giveBack();
  };
  const cancel = () => {
    end();
    options.cancelled();
  };
  const move = (element: Element | null) => {
    if (!element || element === current) return;
    current = element;
    view.show(current);
  };
  const ours = (event: Event) => event.composedPath().includes(view.host);
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const pressed = (event: Event) => {
    // what a script of the page makes up is its own affair, and chooses nothing here
    if (!event.isTrusted || ours(event)) return;
    swallow(event);
    if (event.type !== 'click') return;
    move(elementOf(event));
    options.picked(current);
  };
  const key = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    // on the line's own button these keys press it
    const onButton =
      ours(event) && document.activeElement === view.host && event.key === 'Enter' && buttonFocused;
    const next = stepTo(event.key, current);
    if (onButton || (!next && event.key !== 'Enter' && event.key !== 'Escape')) return;
    swallow(event);
    if (event.type !== 'keydown' || event.repeat) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter') options.picked(current);
    else move(next);
  };
  let buttonFocused = false;
  view.close.addEventListener('focus', () => (buttonFocused = true), { signal: stop.signal });
  view.close.addEventListener('blur', () => (buttonFocused = false), { signal: stop.signal });
  view.close.addEventListener('click', cancel, { signal: stop.signal });

  const hears = { capture: true, signal: stop.signal };
  for (const type of presses) window.addEventListener(type, pressed, { ...hears, passive: false });
  for (const type of ['keydown', 'keypress', 'keyup'] as const) window.addEventListener(type, key, hears);
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.isTrusted && !ours(event)) move(elementOf(event));
    },
    { ...hears, passive: true },
  );
  let frame = 0;
  const followSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => view.follow());
  };
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, followSoon, { ...hears, passive: true });
  stop.signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return { say: view.say, end };
}
