// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeKnownMarks } from '../../../utils/page/items/known-marks.ts';
import type { Person } from '../../../utils/page/items/read-item.ts';
import type { Page } from '../../../utils/page/page.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { comment, livingSite, made, rooted } from './item-helpers.ts';
import {
  asked,
  badge,
  button,
  hosts,
  list,
  marks,
  near,
  onLivingPage,
  over,
  sent,
  start,
  stopScript,
} from './living-page.ts';
import { FakeIntersectionObserver, settle } from './page-helpers.ts';

onLivingPage();

test('a page without items gets nothing of ours; the first item has the file fetched', async () => {
  start();
  await settle();
  expect(sent('page.need')).toEqual([]);
  list().append(comment('lin', 'hello'));
  await vi.waitFor(() => expect(sent('page.need')).toEqual([{ part: 'items' }]));
});

test('every name near the window has a box, known or not; nothing else has', async () => {
  const [lin, mo, far] = [comment('lin', 'a'), comment('mo', 'b'), comment('far', 'c')];
  list().append(lin, mo, far);
  marks.mo = 'fan';
  start();
  await near(lin, mo);
  expect(hosts()).toHaveLength(2);
  expect(badge(lin)).toBeUndefined();
  await vi.waitFor(() => expect(badge(mo)).toBe('fan'));
  expect(hosts().map((host) => host.outerHTML)).toEqual(['<span></span>', '<span></span>']);
  FakeIntersectionObserver.tell(false, lin);
  expect(hosts()).toHaveLength(1);
});

test('marks are asked in one question, each name once, also that somebody is new; again after a change', async () => {
  const all = [comment('lin', 'a'), comment('mo', 'b'), comment('lin', 'c')];
  list().append(...all);
  start();
  await near(...all);
  await vi.waitFor(() => expect(asked()).toEqual([['lin', 'mo']]));
  const more = comment('mo', 'd');
  list().append(more);
  await near(more);
  expect(asked()).toHaveLength(1);
  marks.lin = 'partner';
  await fakeBrowser.browser.storage.local.set({ 'change:creators': 2 });
  await vi.waitFor(() => expect(badge(all[0] as Element)).toBe('partner'));
  expect(asked()).toEqual([
    ['lin', 'mo'],
    ['lin', 'mo'],
  ]);
});

const personOf = (handle: string): Person => ({
  platform: livingSite.id,
  handle,
  url: '',
  id: '',
  key: handle,
});

test('people whom the background was too busy for are asked about again', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const stop = new AbortController();
  const page = { site: livingSite, stepBack: () => undefined } as unknown as Page;
  const known = makeKnownMarks(page, { answered() {}, forgotten() {} }, stop.signal);
  marks.lin = 'fan';
  const willing = fakeBrowser.answer;
  fakeBrowser.answer = () => ({ ok: false, code: 'busy', message: 'too many messages from this tab' });
  known.want([personOf('lin')]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked()).toEqual([['lin']]);
  fakeBrowser.answer = willing;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(known.of(personOf('lin'))).toBe('fan');
  expect(asked()).toEqual([['lin'], ['lin']]);
  stop.abort();
});

test('no question is about more than two hundred names', async () => {
  const stop = new AbortController();
  const page = { site: livingSite, stepBack: () => undefined } as unknown as Page;
  const known = makeKnownMarks(page, { answered() {}, forgotten() {} }, stop.signal);
  marks.p449 = 'fan';
  const people = Array.from({ length: 450 }, (_, at) => personOf(`p${at}`));
  expect(await known.have(people)).toBe(true);
  expect(asked().map((names) => names.length)).toEqual([200, 200, 50]);
  expect(known.of(personOf('p449'))).toBe('fan');
  stop.abort();
});

test('a row that is used again loses what it showed of the one before', async () => {
  const row = comment('lin', 'hello', '1');
  list().append(row);
  marks.lin = 'do-not-contact';
  start();
  await near(row);
  await vi.waitFor(() => expect(badge(row)).toBe('do-not-contact'));
  const link = row.querySelector('a.by');
  link?.setAttribute('href', '/mo/');
  // nothing was added or taken: the next scroll tells
  window.dispatchEvent(new Event('scrollend'));
  await settle();
  expect(badge(row)).toBeUndefined();
  await vi.waitFor(() => expect(asked()).toEqual([['lin'], ['mo']]));
});

test('nothing of an item is left when the site takes it away', async () => {
  const row = comment('lin', 'hello');
  list().append(row);
  start();
  await near(row);
  over(row);
  expect(button(row)).not.toBeNull();
  row.remove();
  FakeIntersectionObserver.tell(false, row);
  await settle();
  expect(hosts()).toEqual([]);
});

test('items are found through open roots in each other, also in those that come later', async () => {
  const user = (handle: string) => rooted('x-user', made('a', { href: `/${handle}/` }, handle));
  const first = rooted('x-comment', user('lin'));
  const host = made('x-comments');
  document.body.append(host);
  start();
  await settle();
  const root = host.attachShadow({ mode: 'open' });
  root.append(rooted('x-thread', first));
  await new Promise((done) => setTimeout(done, 800));
  await near(first);
  expect(hosts()).toHaveLength(1);
  const later = rooted('x-comment', user('mo'));
  root.append(rooted('x-thread', later));
  await near(later);
  expect(hosts()).toHaveLength(2);
});

test('back from the cache of the browser everything is found again, once', async () => {
  const row = comment('lin', 'hello');
  list().append(row);
  start();
  await near(row);
  const before = hosts();
  const shown = new Event('pageshow');
  Object.defineProperty(shown, 'persisted', { value: true });
  window.dispatchEvent(shown);
  await near(row);
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(before[0]);
});

test('the end of the page ends everything', async () => {
  const rows = [comment('lin', 'a'), comment('mo', 'b')];
  list().append(...rows);
  start();
  await near(...rows);
  over(rows[0] as Element);
  stopScript();
  expect(hosts()).toEqual([]);
  expect(FakeIntersectionObserver.observed()).toBe(0);
  const before = fakeBrowser.sent.length;
  list().append(comment('kim', 'c'));
  over(rows[1] as Element);
  await settle();
  expect(hosts()).toEqual([]);
  expect(fakeBrowser.sent).toHaveLength(before);
});
