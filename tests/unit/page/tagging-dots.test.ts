// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { comment } from './item-helpers.ts';
import {
  dots,
  hosts,
  inside,
  list,
  near,
  onLivingPage,
  over,
  sent,
  start,
  tagged,
  tell,
} from './living-page.ts';
import { FakeIntersectionObserver, realClick, settle, stubVisibility } from './page-helpers.ts';

onLivingPage();

const key = (id: string) => `instagram:comment:#${id}`;
const tagButtonOf = (row: Element) =>
  [...(inside(row.querySelector('a.by + span'), '.group')?.children ?? [])].find(
    (button) => button.getAttribute('aria-label') === 'Tag',
  ) as HTMLElement;

test('dots are asked for once, and stand beside what they belong to', async () => {
  const rows = [comment('lin', 'hello', '1'), comment('mo', 'hi', '2')];
  tagged[key('2')] = ['red', 'blue'];
  list().append(...rows);
  start();
  await near(...rows);
  await vi.waitFor(() => expect(rows.map(dots)).toEqual([[], ['red', 'blue']]));
  // in one question, or in two where reading the rows took more than a slice
  expect(sent('page.dots').flatMap(({ items }) => items)).toHaveLength(2);
  // the same parts for both, filled or not
  const parts = hosts().map((host) => inside(host, '.dots')?.childElementCount);
  expect(parts).toEqual([4, 4]);
  expect(hosts().map((host) => host.outerHTML)).toEqual(['<span></span>', '<span></span>']);
});

test('a row that is used again has the dots of what it shows now', async () => {
  const row = comment('lin', 'hello', '1');
  tagged[key('1')] = ['red'];
  tagged[key('2')] = ['green'];
  list().append(row);
  start();
  await near(row);
  await vi.waitFor(() => expect(dots(row)).toEqual(['red']));
  row.querySelector('a.by')?.setAttribute('href', '/mo/');
  row.querySelector('a.time')?.setAttribute('href', '/p/abc/c/2/');
  window.dispatchEvent(new Event('scrollend'));
  await settle();
  await vi.waitFor(() => expect(dots(row)).toEqual(['green']));
});

test('what was tagged meanwhile is asked for again', async () => {
  const row = comment('lin', 'hello', '1');
  list().append(row);
  start();
  await near(row);
  await vi.waitFor(() => expect(sent('page.dots')).toHaveLength(1));
  expect(dots(row)).toEqual([]);
  tagged[key('1')] = ['teal'];
  await fakeBrowser.browser.storage.local.set({ 'change:items': 2 });
  await vi.waitFor(() => expect(dots(row)).toEqual(['teal']));
});

test('a press opens the picker for the comment as it stands there; a press of a script does not', async () => {
  stubVisibility({ sure: true });
  const row = comment('lin', 'where is my parcel?', '7');
  list().append(row);
  start();
  await near(row);
  over(row);
  document.elementFromPoint = () => row.querySelector('a.by + span');
  FakeIntersectionObserver.showAll();
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1_000);
  tagButtonOf(row).click();
  await settle();
  expect(sent('tagging.open')).toEqual([]);
  expect(sent('page.ask-in-popup')).toEqual([]);
  realClick(tagButtonOf(row));
  await settle();
  expect(sent('tagging.open')).toMatchObject([
    { item: { kind: 'comment', keys: [key('7'), expect.any(String)], text: 'where is my parcel?' } },
  ]);
});

test('the key tags what the pointer is on, and says where there is nothing', async () => {
  const row = comment('lin', 'hello', '1');
  list().append(row);
  start();
  await near(row);
  expect(await tell({ type: 'screen.ask', what: 'tag' })).toMatchObject({ ok: true, value: false });
  over(row);
  expect(await tell({ type: 'screen.ask', what: 'tag' })).toMatchObject({ ok: true, value: true });
  expect(sent('tagging.open')).toHaveLength(1);
});

test('what is tagged says so to those who do not see its dots', async () => {
  const row = comment('lin', 'hello', '1');
  tagged[key('1')] = ['red'];
  list().append(row);
  start();
  await near(row);
  await vi.waitFor(() => expect(dots(row)).toEqual(['red']));
  over(row);
  expect(tagButtonOf(row).getAttribute('aria-description')).toBe('Tagged');
});
