// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { snapshot as words } from '../../../utils/i18n/locales/en/snapshot.ts';
import { makeTranslate } from '../../../utils/i18n/translate.ts';
import { snapshots } from '../../../utils/page/features/snapshots.ts';
import { readersSlot } from '../../../utils/page/readers-slot.ts';
import { startRuntime } from '../../../utils/page/runtime.ts';
import { makeSnapshotPart } from '../../../utils/page/snapshot/snapshot-part.ts';
import { snapshotSlot } from '../../../utils/page/snapshot/snapshot-slot.ts';
import type { Site } from '../../../utils/sites/site.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { look, realClick, seeClosedRoots, settle, stubVisibility } from './page-helpers.ts';

const shopSite: Site = {
  id: 'amazon',
  hosts: ['www.amazon.com'],
  identify: (url) => ({ kind: 'product', id: url.pathname, url: url.href }),
  profileAnchors: [],
};
type Sent = { type: string; input: Record<string, unknown> };
const sent = (type: string) => (fakeBrowser.sent as Sent[]).filter((message) => message.type === type);
let roots: Map<HTMLElement, ShadowRoot>;
let here: { due: boolean; shop: boolean };
let recorded: unknown;
let site: Site;
const inside = (selector: string) =>
  [...roots]
    .filter(([host]) => host.isConnected)
    .map(([, root]) => root.querySelector<HTMLElement>(selector))
    .find((found) => found !== null);
const state = () => inside('.mark')?.dataset.state;
const toast = () => inside('[role="status"]')?.textContent ?? '';
const world = () => globalThis as unknown as Record<symbol, { stop(): void } | undefined>;
const start = () => startRuntime({ features: [snapshots], siteOf: () => site });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  here = { due: false, shop: true };
  site = shopSite;
  recorded = { ok: true, value: { snapshotId: newId(), status: { state: 'ok' } } };
  fakeBrowser.answer = (message) => {
    const { type } = message as Sent;
    if (type === 'snapshot.here') return { ok: true, value: here };
    if (type === 'snapshot.record') return recorded;
    if (type === 'page.state') return { ok: true, value: { state: {} } };
    // as the background does: the file is there before its answer
    if (type === 'page.need')
      snapshotSlot.provide(
        makeSnapshotPart(document, ({ t }) =>
          makeTranslate({ en: words, zh_CN: words, zh_TW: words }, t.language, 'cross-border', t.locale),
        ),
      );
    return { ok: true, value: { hints: [] } };
  };
  stubVisibility({ sure: true });
  Object.defineProperty(window, 'navigation', { value: new EventTarget(), configurable: true });
  window.location.href = 'https://www.amazon.com/dp/B000000001';
  document.body.innerHTML = '<main><h1>Amber candle</h1><p>12 €</p></main>';
  roots = seeClosedRoots();
  document.elementFromPoint = () =>
    [...roots.keys()].find((host) => host.isConnected && roots.get(host)?.querySelector('.mark')) ?? null;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 24, 24));
  readersSlot.provide({
    readPage: (_document, url) => ({ platform: 'web', kind: 'product', key: null, url, problems: [] }),
  });
});
afterEach(() => {
  world()[Symbol.for('deckhand.overlay')]?.stop();
  for (const name of ['deckhand.overlay', 'deckhand.snapshot']) delete world()[Symbol.for(name)];
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a shop’s page has the button; one press takes one snapshot', async () => {
  start();
  await settle();
  await look();
  const button = inside('.mark');
  expect(button?.getAttribute('aria-label')).toBe('Snapshot of this page');
  if (button) realClick(button);
  await vi.waitFor(() => expect(state()).toBe('saved'));
  expect(sent('snapshot.record')).toMatchObject([{ input: { cause: 'button', url: location.href } }]);
});

test('a script’s click is nothing, and one that may not be hers is asked again in the popup', async () => {
  start();
  await settle();
  inside('.mark')?.click();
  await settle();
  expect(sent('page.ask-in-popup')).toEqual([]);
  const button = inside('.mark');
  // not seen for long enough
  if (button) realClick(button);
  await settle();
  expect(sent('page.ask-in-popup')).toHaveLength(1);
  expect(sent('snapshot.record')).toEqual([]);
});

test('a page that nobody watches says so, in words that name no competitor', async () => {
  recorded = { ok: false, code: 'not-watched', message: 'the page is on no watchlist' };
  start();
  await settle();
  await look();
  const button = inside('.mark');
  if (button) realClick(button);
  await vi.waitFor(() => expect(toast()).toContain('not on your watchlist'));
  expect(state()).toBe('failed');
});

test('the page cannot tell whether it is watched: other pages get no button, due or not', async () => {
  here = { due: true, shop: false };
  start();
  await settle();
  expect([...roots.keys()].filter((host) => host.isConnected)).toEqual([]);
  world()[Symbol.for('deckhand.overlay')]?.stop();
  for (const name of ['deckhand.overlay', 'deckhand.snapshot']) delete world()[Symbol.for(name)];
  here = { due: false, shop: false };
  fakeBrowser.sent = [];
  start();
  await settle();
  // and pages without anything to do here do not even get the file
  expect(sent('page.need')).toEqual([]);
});

test('no reader is loaded to know whether the button belongs here: the background says it', async () => {
  site = { ...shopSite, id: 'web' };
  start();
  await settle(6);
  expect(inside('.mark')).toBeTruthy();
  expect(sent('page.need').map(({ input }) => input)).toEqual([{ part: 'snapshot' }]);
  world()[Symbol.for('deckhand.overlay')]?.stop();
  delete world()[Symbol.for('deckhand.overlay')];
  here = { due: false, shop: false };
  start();
  await settle(6);
  expect(inside('.mark')).toBeUndefined();
});

test('a visit that is due is taken once, silently, after the page has settled', async () => {
  vi.useFakeTimers();
  Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
  here = { due: true, shop: false };
  start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent('snapshot.record')).toEqual([]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent('snapshot.record')).toMatchObject([{ input: { cause: 'visit' } }]);
  expect(toast()).toBe('');
});

test('a page that never ends loading is taken in the end', async () => {
  vi.useFakeTimers();
  Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true });
  here = { due: true, shop: false };
  start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent('snapshot.record')).toEqual([]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent('snapshot.record')).toMatchObject([{ input: { cause: 'visit' } }]);
});

test('a page that is left before it settled is not taken', async () => {
  vi.useFakeTimers();
  Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
  here = { due: true, shop: false };
  start();
  await vi.advanceTimersByTimeAsync(1_000);
  world()[Symbol.for('deckhand.overlay')]?.stop();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent('snapshot.record')).toEqual([]);
});

test('a tab that nobody sees is taken when she comes to it', async () => {
  vi.useFakeTimers();
  const visibility = (value: string) =>
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
  Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
  visibility('hidden');
  here = { due: true, shop: false };
  start();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent('snapshot.record')).toEqual([]);
  visibility('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent('snapshot.record')).toHaveLength(1);
});
