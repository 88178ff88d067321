import { openShadowRoot } from '../closed-root.ts';
import { havePart } from '../have-part.ts';
import type { Feature } from '../page.ts';
import { type LastPress, type PalettePart, paletteSlot } from '../palette/palette-slot.ts';

/**
 * Waits for somebody to write: an editor gets the focus, or is written in (a move of the focus inside one shadow root is not heard out here).
 * Then the palette's own file is put beside this one, so that it is there when it is called for. Pages on which nobody writes pay for a few
 * listeners.
 */
export const palette: Feature = {
  init(signal, page) {
    let part: PalettePart | null = null;
    let loading: Promise<PalettePart | null> | null = null;
    let composing = false;
    let pressed: { element: WeakRef<Element>; at: number } | null = null;
    const lastPress: LastPress = () => {
      const element = pressed?.element.deref();
      return pressed && element ? { element, at: pressed.at } : null;
    };

    const fetchPart = async (): Promise<PalettePart | null> => {
      const palette = await havePart(page, paletteSlot, 'palette', signal);
      part = palette?.start(page, lastPress, signal, composing) ?? null;
      // asked for again at the next focus where it could not be had
      if (!part) loading = null;
      return part;
    };
    const load = () => {
      loading ??= fetchPart();
      return loading;
    };

    const isEditor = (element: Element) =>
      element.localName === 'textarea' || (element as HTMLElement).isContentEditable;
    /** the element that the event is about, in a closed root too */
    const target = (event: Event): Element | null => {
      let at = event.composedPath()[0];
      for (let depth = 0; at instanceof HTMLElement && depth < 20; depth++) {
        const inner: Element | null | undefined = openShadowRoot(at)?.activeElement;
        if (!inner) break;
        at = inner;
      }
      return at instanceof Element ? at : null;
    };
    const look = () => {
      const active = page.document.activeElement;
      // of another origin it has none
      const inside = active instanceof HTMLIFrameElement ? active.contentDocument?.activeElement : active;
      if (!signal.aborted && inside && isEditor(inside)) void load();
    };
    const heard = (event: Event) => {
      // what an input method began before the palette's file is there, that file cannot see
      composing = (event as InputEvent).isComposing === true;
      if (loading || !event.isTrusted) return;
      const element = target(event);
      if (element && isEditor(element)) void load();
    };
    const view = page.document.defaultView;
    const options = { capture: true, passive: true, signal };
    view?.addEventListener('focusin', heard, options);
    view?.addEventListener('input', heard, options);
    view?.addEventListener('compositionend', heard, options);
    // in the next task the focus is where it went to: perhaps an editor in a frame of the same origin
    view?.addEventListener('blur', () => setTimeout(look), options);
    view?.addEventListener(
      'click',
      (event) => {
        const element = event.composedPath()[0];
        if (event.isTrusted && element instanceof Element)
          pressed = { element: new WeakRef(element), at: performance.now() };
      },
      options,
    );
    page.paletteIs({
      heard(message) {
        return part ? part.heard(message) : load().then((ready) => ready?.heard(message));
      },
    });
    // an editor that had the focus before this script came
    look();
  },
};
