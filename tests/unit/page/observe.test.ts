// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeObserver } from '../../../utils/page/observe.ts';
import { FakeIntersectionObserver, settle, stubVisibility } from './page-helpers.ts';

let stop: AbortController;

beforeEach(() => {
  stubVisibility();
  document.body.replaceChildren();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

const add = () => document.body.append(document.createElement('p'));

test('many changes in one frame are one batch', async () => {
  const changed = vi.fn();
  makeObserver(document, stop.signal).onBatch(changed, stop.signal);
  for (let n = 0; n < 20; n++) {
    add();
    // lets the browser deliver what it has so far, within the same frame
    await Promise.resolve();
    await Promise.resolve();
  }
  await settle();
  expect(changed).toHaveBeenCalledTimes(1);
});

test('attributes and text are not watched', async () => {
  document.body.append(document.createElement('p'), 'text');
  const changed = vi.fn();
  makeObserver(document, stop.signal).onBatch(changed, stop.signal);
  document.querySelector('p')?.setAttribute('data-seen', '1');
  if (document.body.lastChild) document.body.lastChild.nodeValue = 'other';
  await settle();
  expect(changed).not.toHaveBeenCalled();
});

test('a listener that ended hears nothing more, the others do', async () => {
  const observer = makeObserver(document, stop.signal);
  const first = new AbortController();
  const [a, b] = [vi.fn(), vi.fn()];
  observer.onBatch(a, first.signal);
  observer.onBatch(b, stop.signal);
  first.abort();
  add();
  await settle();
  expect(a).not.toHaveBeenCalled();
  expect(b).toHaveBeenCalledTimes(1);
});

test('nearness is told once, and forgotten with the signal', () => {
  const observer = makeObserver(document, stop.signal);
  const [near, gone] = [vi.fn(), vi.fn()];
  const later = new AbortController();
  add();
  const element = document.body.firstElementChild as Element;
  observer.whenNear(element, near, stop.signal);
  observer.whenNear(element, gone, later.signal);
  later.abort();
  FakeIntersectionObserver.showAll();
  FakeIntersectionObserver.showAll();
  expect(near).toHaveBeenCalledTimes(1);
  expect(gone).not.toHaveBeenCalled();
  expect(FakeIntersectionObserver.observed()).toBe(0);
});

test('the end of the page ends the observers', async () => {
  const observer = makeObserver(document, stop.signal);
  const changed = vi.fn();
  observer.onBatch(changed, new AbortController().signal);
  observer.whenNear(document.body, changed, new AbortController().signal);
  stop.abort();
  expect(FakeIntersectionObserver.observed()).toBe(0);
  add();
  await settle();
  expect(changed).not.toHaveBeenCalled();
});

test('what was added is handed over, also in an open root that is watched', async () => {
  const observer = makeObserver(document, stop.signal);
  const heard: Node[] = [];
  observer.onRecords((records) => {
    for (const { addedNodes } of records) heard.push(...addedNodes);
  }, stop.signal);
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  observer.watchRoot(root);
  const [light, dark] = [document.createElement('p'), document.createElement('b')];
  document.body.append(light);
  root.append(dark);
  await settle();
  expect(heard).toEqual([host, light, dark]);
  stop.abort();
  root.append(document.createElement('i'));
  await settle();
  expect(heard).toHaveLength(3);
});
