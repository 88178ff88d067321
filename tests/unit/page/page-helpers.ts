import { vi } from 'vitest';
import type { Readers } from '../../../utils/page/readers-slot.ts';
import type { Site } from '../../../utils/sites/site.ts';

// happy-dom has no layout: nothing of the site stands at any point
document.elementsFromPoint ??= () => [];

/** Stands in for the browser's observer: tests say what is visible. */
export class FakeIntersectionObserver {
  static all = new Set<FakeIntersectionObserver>();
  readonly targets = new Set<Element>();
  readonly callback: (entries: Partial<IntersectionObserverEntry>[]) => void;
  constructor(callback: (entries: Partial<IntersectionObserverEntry>[]) => void) {
    this.callback = callback;
    FakeIntersectionObserver.all.add(this);
  }
  observe(target: Element) {
    this.targets.add(target);
  }
  unobserve(target: Element) {
    this.targets.delete(target);
  }
  disconnect() {
    this.targets.clear();
  }
  /** Everything that is observed comes into full view. */
  static showAll() {
    for (const observer of [...FakeIntersectionObserver.all]) {
      for (const target of [...observer.targets]) {
        observer.callback([{ target, isIntersecting: true, intersectionRatio: 1, isVisible: true } as never]);
      }
    }
  }
  /** These come near, or go far, for whoever observes them. */
  static tell(isIntersecting: boolean, ...elements: Element[]) {
    for (const observer of [...FakeIntersectionObserver.all]) {
      const entries = elements
        .filter((target) => observer.targets.has(target))
        .map((target) => ({ target, isIntersecting, intersectionRatio: Number(isIntersecting) }));
      if (entries.length > 0) observer.callback(entries);
    }
  }
  static observed(): number {
    return [...FakeIntersectionObserver.all].reduce((sum, observer) => sum + observer.targets.size, 0);
  }
}

/** Puts it in the place of the browser's own. @param sure the browser knows whether something is really visible (its second version) */
export function stubVisibility({ sure = false } = {}): void {
  FakeIntersectionObserver.all.clear();
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
  if (sure)
    vi.stubGlobal(
      'IntersectionObserverEntry',
      class {
        isVisible = true;
      },
    );
}

/** Remembers the closed roots that are made, with their hosts: a test sees what the page cannot. */
export function seeClosedRoots(): Map<HTMLElement, ShadowRoot> {
  const roots = new Map<HTMLElement, ShadowRoot>();
  const original = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    options: ShadowRootInit,
  ) {
    const root = original.call(this, options);
    roots.set(this as HTMLElement, root);
    return root;
  });
  return roots;
}

/** A click as the person's hand makes it. */
export function realClick(button: Element): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  button.dispatchEvent(event);
}

/** Lets promises and one frame pass. */
export async function settle(times = 3): Promise<void> {
  for (let time = 0; time < times; time++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
}

/** A site on which every first part of an address is somebody's profile. */
export const profileSite: Site = {
  id: 'instagram',
  hosts: ['www.instagram.com'],
  identify(url) {
    const handle = /^\/([\w.]+)\/$/.exec(url.pathname)?.[1];
    return handle ? { kind: 'profile', handle, url: `https://www.instagram.com/${handle}/` } : null;
  },
  profileAnchors: ['header h2'],
};

/** Reads the headline as the creator's handle. */
export const headlineReaders: Readers = {
  readPage: (read, url) => ({
    platform: 'instagram',
    kind: 'profile',
    key: null,
    url,
    creator: { handle: { value: read.querySelector('h2')?.textContent ?? '', source: 'dom' } },
    problems: [],
  }),
};

/** The button has been in view for longer than the click rule asks. */
export async function look(): Promise<void> {
  FakeIntersectionObserver.showAll();
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1_000);
  await settle();
}
