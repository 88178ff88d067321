// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureButton } from '../../../utils/page/features/capture-button.ts';
import { readersSlot } from '../../../utils/page/readers-slot.ts';
import { startRuntime } from '../../../utils/page/runtime.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import {
  FakeIntersectionObserver,
  headlineReaders,
  look,
  profileSite,
  realClick,
  seeClosedRoots,
  settle,
  stubVisibility,
} from './page-helpers.ts';

let roots: Map<HTMLElement, ShadowRoot>;
let navigation: EventTarget;
let mark: string;
let answers: Record<string, unknown>;

function go(path: string): void {
  history.pushState({}, '', path);
  navigation.dispatchEvent(new Event('navigatesuccess'));
}
const start = () => startRuntime({ features: [captureButton], siteOf: () => profileSite });
const sent = (type: string) =>
  fakeBrowser.sent.filter((message) => (message as { type: string }).type === type) as {
    type: string;
    input: Record<string, unknown>;
  }[];
/** Our elements that are in the page now. */
const hosts = () => [...roots.keys()].filter((host) => host.isConnected);
function inside(selector: string): HTMLElement | null {
  for (const host of hosts()) {
    const found = roots.get(host)?.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}
function button(): HTMLElement {
  const found = inside('.mark');
  if (!found) throw new Error('no button');
  return found;
}
const state = () => button().dataset.state;
const toast = () => inside('[role="status"]')?.textContent ?? '';
const tell = (message: unknown, sender: object = { id: fakeBrowser.browser.runtime.id }) =>
  fakeBrowser.browser.runtime.onMessage.emit(message, sender as Record<string, unknown>, () => undefined);
const setUi = (ui: object) => fakeBrowser.browser.storage.local.set({ ui });

beforeEach(() => {
  fakeBrowser.reset();
  // the frame's page is not loaded here, and the test's document says so each time
  vi.spyOn(console, 'error').mockImplementation((error) => {
    if (!String(error).includes('Iframe page loading')) throw error;
  });
  mark = 'new';
  answers = {};
  fakeBrowser.answer = (message) => {
    const { type } = message as { type: string };
    if (type in answers) return answers[type];
    if (type === 'page.marks') return { ok: true, value: { marks: [mark] } };
    if (type === 'page.need') return { ok: true, value: { hints: [] } };
    if (type === 'creator.capture')
      return { ok: true, value: { creatorId: 'c', outcome: 'created', missing: [] } };
    return { ok: true, value: {} };
  };
  stubVisibility({ sure: true });
  navigation = new EventTarget();
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  window.location.href = 'https://www.instagram.com/lin.studio/';
  document.body.replaceChildren();
  document.body.insertAdjacentHTML('beforeend', '<header><h2>lin.studio</h2></header>');
  roots = seeClosedRoots();
  // without layout every point belongs to our button, which has a size
  document.elementFromPoint = () => hosts().find((host) => roots.get(host)?.querySelector('.mark')) ?? null;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 24, 24));
  readersSlot.provide(headlineReaders);
});
afterEach(() => {
  const world = globalThis as unknown as Record<symbol, { stop(): void } | undefined>;
  world[Symbol.for('deckhand.overlay')]?.stop();
  delete world[Symbol.for('deckhand.overlay')];
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a profile gets one button, and its mark is asked for once it is near', async () => {
  start();
  await settle();
  expect(hosts()).toHaveLength(1);
  expect(sent('page.marks')).toHaveLength(0);
  FakeIntersectionObserver.showAll();
  await settle();
  expect(sent('page.marks')).toEqual([
    { type: 'page.marks', input: { platform: 'instagram', names: [{ handle: 'lin.studio' }] } },
  ]);
});

test('a known creator changes the icon and nothing that the page can see', async () => {
  start();
  await settle();
  const before = document.documentElement.outerHTML;
  mark = 'known';
  FakeIntersectionObserver.showAll();
  await settle();
  expect(state()).toBe('known');
  expect(document.documentElement.outerHTML).toBe(before);
});

test('the mark is asked for again when the notebook changed', async () => {
  start();
  await settle();
  FakeIntersectionObserver.showAll();
  await settle();
  mark = 'ours';
  await fakeBrowser.browser.storage.local.set({ 'change:brands': 2 });
  await settle();
  expect(state()).toBe('ours');
});

test('a second start beside a live script does nothing', async () => {
  expect(start()).toBe(true);
  expect(start()).toBe(false);
  await settle();
  expect(hosts()).toHaveLength(1);
});

test('a start after the extension was replaced takes over', async () => {
  start();
  await settle();
  const [old] = hosts();
  fakeBrowser.invalidate();
  expect(start()).toBe(true);
  expect(old?.isConnected).toBe(false);
});

test('on another page nothing of the first is left', async () => {
  start();
  await settle();
  FakeIntersectionObserver.showAll();
  await settle();
  const observedBefore = FakeIntersectionObserver.observed();
  const listenersBefore = fakeBrowser.browser.storage.onChanged.listeners.size;
  expect(observedBefore).toBeGreaterThan(0);
  go('/p/C0deAbc/');
  await settle();
  expect(hosts()).toHaveLength(0);
  expect(FakeIntersectionObserver.observed()).toBe(0);
  // the settings are still watched, the marks no longer
  expect(fakeBrowser.browser.storage.onChanged.listeners.size).toBe(listenersBefore - 1);
});

test('the same profile under another address keeps its button', async () => {
  start();
  await settle();
  const [before] = hosts();
  go('/lin.studio/?hl=de');
  await settle();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).toBe(before);
});

test('hidden by the person: gone at once; shown again: back', async () => {
  start();
  await settle();
  await setUi({ overlayHidden: true });
  await settle();
  expect(hosts()).toHaveLength(0);
  await setUi({ overlayHidden: false });
  await settle();
  expect(hosts()).toHaveLength(1);
});

test('a site that was switched off gets no button', async () => {
  await setUi({ sitesOff: ['www.instagram.com'] });
  start();
  await settle();
  expect(hosts()).toHaveLength(0);
});

test('an updated extension goes quietly, and says so only to a person who clicks', async () => {
  start();
  await settle();
  const old = button();
  fakeBrowser.invalidate();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(hosts()).toHaveLength(0);
  expect(old.isConnected).toBe(false);
});

test('a click on the button of an updated extension leaves one line', async () => {
  start();
  await settle();
  fakeBrowser.invalidate();
  realClick(button());
  await settle();
  expect(inside('.mark')).toBeNull();
  expect(toast()).toContain('Reload this page');
  expect(sent('creator.capture')).toHaveLength(0);
});

test('one click saves what was read and opens the card', async () => {
  start();
  await settle();
  await look();
  realClick(button());
  await settle();
  const [capture] = sent('creator.capture');
  expect(capture?.input.reading).toMatchObject({ creator: { handle: { value: 'lin.studio' } } });
  expect(state()).toBe('saved');
  expect(inside('iframe')?.getAttribute('src')).toContain('/frame.html');
  tell({ type: 'frame.close' });
  expect(inside('iframe')).toBeNull();
});

test('a click by a script does nothing at all', async () => {
  start();
  await settle();
  await look();
  button().dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle();
  expect(sent('creator.capture')).toHaveLength(0);
  expect(sent('page.ask-in-popup')).toHaveLength(0);
});

test('a real click on a button that was not in view is asked again in the popup', async () => {
  start();
  await settle();
  realClick(button());
  await settle();
  expect(sent('creator.capture')).toHaveLength(0);
  expect(sent('page.ask-in-popup')).toHaveLength(1);
  expect(toast()).toContain('popup');
});

test('our own account is never saved as a creator, even before its mark is known', async () => {
  answers['page.marks'] = { ok: false, code: 'busy', message: '' };
  start();
  await settle();
  await look();
  delete answers['page.marks'];
  mark = 'ours';
  realClick(button());
  await settle();
  expect(sent('creator.capture')).toHaveLength(0);
  expect(sent('card.open')).toEqual([
    { type: 'card.open', input: { platform: 'instagram', handle: 'lin.studio' } },
  ]);
});

test('"saved" is not shown when the background refuses; the card says why', async () => {
  answers['creator.capture'] = { ok: false, code: 'nothing-to-save', message: 'wall' };
  start();
  await settle();
  await look();
  realClick(button());
  await settle();
  expect(state()).toBe('failed');
  expect(inside('iframe')).not.toBeNull();
});

test('a page that still shows the person before is not saved under the new address', async () => {
  start();
  go('/mo.ceramics/');
  await settle();
  await look();
  realClick(button());
  await vi.waitFor(() => expect(toast()).toContain('still changing'), { timeout: 10_000 });
  expect(sent('creator.capture')).toHaveLength(0);
});

test('the card opens when the background asks for it, and only then', async () => {
  start();
  await settle();
  tell({ type: 'card.show' }, { id: 'a-stranger' });
  tell({ type: 'card.show' }, { id: fakeBrowser.browser.runtime.id, tab: { id: 1 } });
  tell({ type: 'card.shown' });
  expect(inside('iframe')).toBeNull();
  tell({ type: 'card.show' });
  expect(inside('iframe')).not.toBeNull();
});

test('a card that was asked for before the script was ready opens as soon as it is', async () => {
  start();
  tell({ type: 'card.show' });
  await settle();
  expect(inside('iframe')).not.toBeNull();
});
