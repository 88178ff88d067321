// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchComposition } from '../../../utils/page/insert/composition.ts';

let page: AbortController;
const fire = (type: string) => document.dispatchEvent(new Event(type, { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  page = new AbortController();
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

test('a word that was begun before anybody watched is known until it ends', async () => {
  const watch = watchComposition(document, page.signal, document, true);
  expect(watch.composing()).toBe(true);
  const ended = watch.ended(page.signal);
  fire('compositionend');
  expect(watch.composing()).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(await ended).toBe(true);
});

test('without one there is nothing to wait for, and one that never ends is given up', async () => {
  const watch = watchComposition(document, page.signal);
  expect(watch.composing()).toBe(false);
  fire('compositionupdate');
  expect(watch.composing()).toBe(true);
  const ended = watch.ended(page.signal);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await ended).toBe(false);
});

test('a word that is begun in a frame under the pointer is known, though no focus was ever lost out here', () => {
  watchComposition(document, page.signal);
  const inside = document.implementation.createHTMLDocument();
  // nothing is loaded here: a frame gets its document by hand
  const frame = document.body.appendChild(
    Object.defineProperty(document.createElement('frame'), 'contentDocument', { value: inside }),
  );
  frame.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
  inside.dispatchEvent(new Event('compositionstart', { bubbles: true }));
  expect(watchComposition(inside, page.signal).composing()).toBe(true);
  frame.remove();
});
