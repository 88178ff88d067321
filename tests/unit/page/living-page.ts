import { afterEach, beforeEach, vi } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { isAlive } from '../../../utils/messaging/client.ts';
import { items } from '../../../utils/page/features/items.ts';
import { itemsSlot } from '../../../utils/page/items/items-slot.ts';
import { livingItems } from '../../../utils/page/items/start-items.ts';
import { startRuntime } from '../../../utils/page/runtime.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { livingSite, made } from './item-helpers.ts';
import { FakeIntersectionObserver, seeClosedRoots, settle, stubVisibility } from './page-helpers.ts';

let roots: Map<HTMLElement, ShadowRoot>;
/** What the notebook has for handles. */
export const marks: Record<string, string> = {};
/** The colours of what is tagged, by the key of an item. */
export const tagged: Record<string, string[]> = {};
const dotsFor = (keys: string[]) => keys.map((key) => tagged[key]).find((colours) => colours) ?? [];
let navigation: EventTarget;

/** A move inside the page. */
export function go(path: string): void {
  history.pushState({}, '', path);
  navigation.dispatchEvent(new Event('navigatesuccess'));
}

interface Sent {
  type: string;
  input: {
    names: { handle: string }[];
    people: { handle: string; displayName?: string }[];
    items: string[][];
    item: SeenItem;
  };
}
export const sent = (type: string) =>
  (fakeBrowser.sent as Sent[]).filter((message) => message.type === type).map(({ input }) => input);
export const asked = () => sent('page.marks').map(({ names }) => names.map(({ handle }) => handle));

export const start = () => startRuntime({ features: [items], siteOf: () => livingSite });
/** Our hosts in the page, in its order. */
export const hosts = () => [...roots.keys()].filter((host) => host.isConnected && host.localName === 'span');
export const inside = (host: Element | null | undefined, selector: string) =>
  host ? roots.get(host as HTMLElement)?.querySelector<HTMLElement>(selector) : null;
/** The mark that stands beside a comment's name. */
export const badge = (item: Element) => inside(item.querySelector('a.by + span'), '.badge')?.dataset.mark;
/** The colours of the dots beside a comment's name. */
export const dots = (item: Element) =>
  [...(inside(item.querySelector('a.by + span'), '.dots')?.children ?? [])].flatMap((dot) =>
    dot instanceof HTMLElement && dot.dataset.colour ? [dot.dataset.colour] : [],
  );
export const waits = (item: Element) => inside(item.querySelector('a.by + span'), '.waits')?.dataset.mark;
export const button = (item: Element) => inside(item.querySelector('a.by + span'), 'button');
export const near = async (...elements: Element[]) => {
  await settle();
  FakeIntersectionObserver.tell(true, ...elements);
  await settle();
};
export function over(element: Element): void {
  element.dispatchEvent(new MouseEvent('pointerover', { bubbles: true, composed: true }));
}
export const tell = (message: unknown) =>
  new Promise<unknown>((done) => {
    const kept = fakeBrowser.browser.runtime.onMessage.emit(
      message,
      { id: fakeBrowser.browser.runtime.id },
      done,
    );
    if (!kept.includes(true)) setTimeout(() => done(undefined), 0);
  });
export const list = () => document.querySelector('ul') ?? document.body;

/** Stops the script as its end does. */
export function stopScript(): void {
  const world = globalThis as unknown as Record<symbol, { stop(): void } | undefined>;
  world[Symbol.for('deckhand.overlay')]?.stop();
}

/** An empty list on a page of `livingSite`, before each test of a file. */
export function onLivingPage(): void {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(console, 'error').mockImplementation((error) => {
      if (!String(error).includes('Iframe page loading')) throw error;
    });
    for (const handle of Object.keys(marks)) delete marks[handle];
    for (const key of Object.keys(tagged)) delete tagged[key];
    fakeBrowser.answer = (message) => {
      const { type, input } = message as Sent;
      if (type === 'page.marks')
        return { ok: true, value: { marks: input.names.map(({ handle }) => marks[handle] ?? 'new') } };
      // the notebook has no tags, and looks for no keywords
      if (type === 'page.dots')
        return { ok: true, value: { dots: input.items.map((keys) => dotsFor(keys)) } };
      if (type === 'page.keywords') return { ok: true, value: { groups: [] } };
      if (type === 'page.need') {
        itemsSlot.provide({ feature: livingItems, alive: isAlive });
        return { ok: true, value: { hints: [] } };
      }
      if (type === 'creator.capture')
        return { ok: true, value: { creatorId: 'c', outcome: 'created', missing: [] } };
      return { ok: true, value: {} };
    };
    stubVisibility();
    navigation = new EventTarget();
    Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
    window.location.href = 'https://www.instagram.com/p/abc/';
    document.body.replaceChildren(made('ul'));
    roots = seeClosedRoots();
    document.elementFromPoint = () => null;
    Object.assign(ShadowRoot.prototype, { elementFromPoint: () => null });
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 24, 24));
  });
  afterEach(() => {
    stopScript();
    const world = globalThis as unknown as Record<symbol, unknown>;
    for (const key of ['overlay', 'items']) delete world[Symbol.for(`deckhand.${key}`)];
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}
