import type { Page } from '../page.ts';
import { focusOn } from '../tagging/tag-button.ts';
import { type ButtonMaker, type Group, openGroup, type Seat } from './button-group.ts';
import type { FoundItems } from './find-items.ts';
import type { ItemView } from './item-view.ts';
import type { PeekPointer } from './peek.ts';

/** How long the buttons stay after the pointer has left the item, in milliseconds. */
const staysFor = 250;

type Why = 'pointer' | 'focus';

export interface ActiveItems {
  /** Hears the pointer and the keyboard inside a shadow root: what goes from one part of it to another is not told outside. */
  listen(root: ShadowRoot): void;
  /** Something that is known of names has changed. */
  redraw(): void;
  /** What stood beside a name went. */
  left(view: ItemView): void;
  /** Elements of the items that the person may mean: with the keyboard in it, under the pointer. */
  atHand(): Element[];
}

/**
 * Shows the buttons of the item under the pointer and of the one with the keyboard in it, until they leave it or Escape is pressed. Heard on
 * the window first, so that no site can keep it from us; nothing is kept from the site.
 */
export function watchActive(
  page: Page,
  parts: {
    found: FoundItems;
    /** what stands beside an item's name, read anew */
    now(element: Element): ItemView | null;
    /** of our own host */
    ownerOf(host: EventTarget): Element | undefined;
    seatFor(view: ItemView): Omit<Seat, 'group' | 'signal'>;
    makers: readonly ButtonMaker[];
    peek: PeekPointer;
  },
  signal: AbortSignal,
): ActiveItems {
  const { found, peek } = parts;
  const at: Record<Why, Element | null> = { pointer: null, focus: null };
  const groups = new Map<Element, Group>();
  /** hidden by Escape until the pointer or the keyboard goes elsewhere */
  let dismissed: Element | null = null;

  function itemOf(event: Event): Element | null {
    for (const target of event.composedPath()) {
      const own = parts.ownerOf(target);
      if (own) return own;
      if (target instanceof Element && found.ruleOf(target)) return target;
    }
    return null;
  }

  function settle(): void {
    for (const [element, group] of groups) {
      if (element === dismissed || (element !== at.pointer && element !== at.focus)) {
        groups.delete(element);
        group.close();
      }
    }
    for (const element of [at.pointer, at.focus]) {
      if (!element || element === dismissed || groups.has(element)) continue;
      const view = parts.now(element);
      const group = view && openGroup(parts.makers, parts.seatFor(view), signal);
      if (group) groups.set(element, group);
    }
  }

  function go(why: Why, element: Element | null): void {
    if (at[why] === element) return;
    at[why] = element;
    if (dismissed && at.pointer !== dismissed && at.focus !== dismissed) dismissed = null;
    settle();
  }

  /** The way from a name to its buttons may lead past the item: they stay for a moment. */
  let leaving: ReturnType<typeof setTimeout> | undefined;
  function point(element: Element | null): void {
    clearTimeout(leaving);
    if (element || !at.pointer) go('pointer', element);
    else leaving = setTimeout(() => go('pointer', null), staysFor);
  }

  const viewAt = (element: Element | null) => (element ? (groups.get(element)?.view ?? null) : null);
  const onButtons = (element: Element | null) => {
    const group = element && groups.get(element);
    return group?.focused() ? group.view : null;
  };
  const view = page.document.defaultView;
  const passive = { signal, passive: true, capture: true };
  const on = <K extends keyof WindowEventMap>(type: K, heard: (event: WindowEventMap[K]) => void) =>
    view?.addEventListener(type, heard, passive);

  const heard = {
    pointerover: (event: Event) => point(itemOf(event)),
    focusin(event: Event) {
      go('focus', itemOf(event));
      // the focus inside a closed root is set a moment after the event on its host
      queueMicrotask(() => peek.focused(onButtons(at.focus)));
    },
    focusout(event: Event) {
      if ((event as FocusEvent).relatedTarget === null) go('focus', null);
      peek.focused(null);
    },
  };
  const listen = (target: EventTarget) => {
    for (const [type, hear] of Object.entries(heard)) target.addEventListener(type, hear, passive);
  };
  if (view) listen(view);
  on('pointermove', (event) => peek.moved(event.clientX, event.clientY, viewAt(at.pointer)));
  on('pointerout', (event) => {
    if (event.relatedTarget !== null) return;
    point(null);
    peek.moved(-1, -1, null);
  });
  on('pointerdown', () => peek.hide());
  on('scroll', () => peek.hide());
  on('keydown', (event) => {
    if (event.key !== 'Escape' || groups.size === 0) return;
    peek.hide();
    dismissed = at.focus ?? at.pointer;
    // what has the focus goes: it returns to the name, not to the top of the page
    const left = onButtons(at.focus);
    if (left) focusOn(left.item.name);
    settle();
  });
  signal.addEventListener('abort', () => {
    clearTimeout(leaving);
    for (const group of groups.values()) group.close();
    groups.clear();
    at.pointer = at.focus = dismissed = null;
  });

  return {
    listen,
    redraw() {
      for (const group of groups.values()) group.redraw();
    },
    atHand: () => [at.focus, at.pointer].flatMap((element) => (element?.isConnected ? [element] : [])),
    left(gone) {
      const element = gone.item.element;
      if (groups.get(element)?.view !== gone) return;
      groups.get(element)?.close();
      groups.delete(element);
      peek.hide();
      // the row shows another item now: its buttons come instead
      queueMicrotask(settle);
    },
  };
}
