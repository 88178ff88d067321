import type { Mark } from '../../domain/mark.ts';
import type { TagColour } from '../../domain/tag-effect.ts';
import type { ItemRule } from '../../sites/site.ts';
import type { Page } from '../page.ts';
import type { FoundItems } from './find-items.ts';
import { align, type ItemView, makeItemView, putBack } from './item-view.ts';
import { stillShows } from './read-item.ts';
import { type PageItem, readPageItem } from './read-product.ts';
import { eachOf, type Slices } from './slices.ts';

/** How far outside the window, or outside of what scrolls in it, something counts as near, in CSS pixels. */
const nearMargin = '300px';
/** Least time between two looks at whether rows show others now, while something scrolls, in milliseconds. */
const lookEvery = 100;

export interface NearItems {
  /** An item's element was found: from now on it is known when it comes near. */
  add(element: Element): void;
  /** Hears what scrolls inside a shadow root, which its events do not leave. */
  listen(root: ShadowRoot): void;
  /** Something in an item changed. */
  changed(element: Element): void;
  /** What stands beside an item's name, read anew; null where nobody can tell whose it is, or which product. */
  now(element: Element): ItemView | null;
  views(): Iterable<ItemView>;
  /** every item near, those that could not be read too */
  elements(): Element[];
  /** Draws what is known of everybody near. */
  draw(): void;
}

type OptionsWithScroll = IntersectionObserverInit & { scrollMargin?: string };

/**
 * Everything beside names near the window. Rows are recycled: what stands beside a name goes as soon as the row shows another item.
 * @param told.appeared an item came near, or a row shows another one · `told.left` its view went
 */
export function watchNear(
  page: Page,
  found: () => FoundItems,
  slices: Slices,
  told: {
    appeared(item: PageItem): void;
    /** a view was made */
    drew(view: ItemView): void;
    left(view: ItemView): void;
    markOf(item: PageItem): Mark | undefined;
    dotsOf(item: PageItem): readonly TagColour[];
    /** the mark for a comment without an answer: null, none is shown */
    waits(item: PageItem): boolean | null;
    ours: WeakSet<Node>;
  },
  signal: AbortSignal,
): NearItems {
  const { document, site, theme } = page;
  const near = new Map<Element, ItemView | null>();
  const dirty = new Set<Element>();
  const toPlace = new Set<ItemView>();
  /** what the browser says is near; `near` follows, a few at a time */
  const inside = new Set<Element>();

  function drop(view: ItemView | null | undefined): void {
    if (!view) return;
    told.left(view);
    toPlace.delete(view);
    view.host.remove();
  }

  function drawOne(view: ItemView): void {
    view.badge.show(told.markOf(view.item));
    view.badge.showDots(told.dotsOf(view.item));
    view.badge.showWaiting(told.waits(view.item));
  }

  /** Reads an item and makes what stands beside its name what it has to be. */
  function refresh(element: Element, rule: ItemRule): ItemView | null {
    const before = near.get(element) ?? null;
    const item = readPageItem(element, rule, site, found().itemAround);
    if (before && item && before.item.key === item.key && before.item.name === item.name) {
      before.item = item;
      return before;
    }
    drop(before);
    let view: ItemView | null = null;
    if (item) {
      view = makeItemView(document, theme, item);
      told.ours.add(view.host);
      told.drew(view);
      toPlace.add(view);
      told.appeared(item);
      drawOne(view);
    }
    near.set(element, view);
    return view;
  }

  function look(element: Element): void {
    const view = near.get(element);
    const rule = found().ruleOf(element);
    if (view === undefined || !rule) return;
    if (dirty.delete(element) || (view && !stillShows(view.item))) refresh(element, rule);
    else if (view && putBack(view)) toPlace.add(view);
  }

  function lookAtAll(): void {
    for (const element of [...near.keys()]) look(element);
  }

  const watcher = new IntersectionObserver(
    (entries) => {
      const came = new Set<Element>();
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          inside.add(target);
          came.add(target);
          // most of what is told at first is that something is far
        } else if (inside.delete(target)) {
          drop(near.get(target));
          near.delete(target);
        }
      }
      const handle = (element: Element) => {
        const rule = found().ruleOf(element);
        if (rule && inside.has(element)) refresh(element, rule);
      };
      if (came.size > 0) slices.add(eachOf(came, handle));
    },
    { rootMargin: nearMargin, scrollMargin: nearMargin } as OptionsWithScroll,
  );

  let placing: ReturnType<typeof setTimeout> | undefined;
  function place(): void {
    clearTimeout(placing);
    placing = undefined;
    const views = [...toPlace].filter((view) => view.host.isConnected);
    toPlace.clear();
    if (views.length > 0) align(views);
  }
  slices.afterEach(() => {
    lookAtAll();
    // after the frame the layout is done: looked at now, it would be made once more for us
    if (toPlace.size > 0) placing ??= setTimeout(place, 0);
  });

  const soon = () => slices.add(() => true);
  const scrolled = () => {
    for (const element of near.keys()) dirty.add(element);
    for (const view of near.values()) if (view && !view.placed) toPlace.add(view);
    soon();
  };
  let looked = 0;
  const scrolling = () => {
    const now = performance.now();
    if (now - looked < lookEvery) return;
    looked = now;
    soon();
  };
  const resized = () => {
    for (const view of near.values()) if (view) toPlace.add(view);
    soon();
  };
  const passive = { signal, passive: true, capture: true };
  const listen = (target: EventTarget) => {
    target.addEventListener('scroll', scrolling, passive);
    target.addEventListener('scrollend', scrolled, passive);
  };
  if (document.defaultView) listen(document.defaultView);
  document.defaultView?.addEventListener('resize', resized, passive);

  signal.addEventListener('abort', () => {
    watcher.disconnect();
    clearTimeout(placing);
    for (const one of near.values()) one?.host.remove();
    near.clear();
    inside.clear();
  });

  return {
    add: (element) => watcher.observe(element),
    listen,
    changed(element) {
      if (near.has(element)) dirty.add(element);
    },
    now(element) {
      const rule = found().ruleOf(element);
      if (!rule || signal.aborted) return null;
      const shown = refresh(element, rule);
      if (shown && !shown.placed) toPlace.add(shown);
      place();
      return shown;
    },
    *views() {
      for (const one of near.values()) if (one) yield one;
    },
    elements: () => [...near.keys()],
    draw() {
      for (const one of near.values()) if (one) drawOne(one);
    },
  };
}
