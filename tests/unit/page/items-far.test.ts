// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { comment, thread } from './item-helpers.ts';
import { badge, button, hosts, list, marks, near, onLivingPage, over, start, tell } from './living-page.ts';
import { FakeIntersectionObserver, settle } from './page-helpers.ts';

onLivingPage();

const comments = (count: number) =>
  Array.from({ length: count }, (_, at) => comment(`p${at}`, `words ${at}`));

/** Says where the browser found watched elements after its layout. */
function found(isIntersecting: boolean, ...boxes: [Element, DOMRect][]): void {
  for (const observer of [...FakeIntersectionObserver.all]) {
    const entries = boxes
      .filter(([target]) => observer.targets.has(target))
      .map(([target, boundingClientRect]) => ({ target, isIntersecting, boundingClientRect }));
    if (entries.length > 0) observer.callback(entries as never);
  }
}

test('of a long list two rows in many are watched, until what is between them comes near', async () => {
  list().append(comment('first', 'alone'));
  start();
  await settle();
  const rows = comments(240);
  const before = FakeIntersectionObserver.observed();
  list().append(...rows);
  await settle();
  expect(FakeIntersectionObserver.observed() - before).toBe(20);
  // a part begins above the lower edge of what is near, but it ends above the upper edge
  const part = rows.slice(24, 48);
  const [first, last] = [part.at(0) as Element, part.at(-1) as Element];
  found(true, [first, new DOMRect(0, -900, 500, 30)]);
  found(false, [last, new DOMRect(0, -300, 500, 30)]);
  await settle();
  expect(FakeIntersectionObserver.observed() - before).toBe(20);
  found(true, [last, new DOMRect(0, 100, 500, 30)]);
  await settle();
  expect(FakeIntersectionObserver.observed() - before).toBe(18 + 24);
  marks.p30 = 'fan';
  await near(rows[30] as Element, rows[31] as Element);
  expect(hosts()).toHaveLength(2);
  await vi.waitFor(() => expect(badge(rows[30] as Element)).toBe('fan'));
});

test('a long list that is there from the start, its rows drawn one by one or all in one is the same', async () => {
  list().append(...comments(240));
  start();
  await settle();
  const watched = FakeIntersectionObserver.observed();
  expect(watched).toBe(20);
  for (const row of comments(48)) list().append(row);
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(watched + 4);
  const other = document.createElement('section');
  other.append(...comments(48));
  document.body.append(other);
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(watched + 8);
});

test.each([
  ['the last stands above the first', new DOMRect(0, 900, 500, 30), new DOMRect(0, 100, 500, 30)],
  ['the first reaches below the last', new DOMRect(0, 0, 500, 9_000), new DOMRect(500, 0, 500, 800)],
  ['one has no box', new DOMRect(0, 900, 500, 30), new DOMRect()],
])('rows of which nobody can say where the ones between are, are each watched: %s', async (_, one, other) => {
  const rows = comments(24);
  list().append(...rows);
  start();
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(2);
  found(false, [rows[0] as Element, one]);
  found(false, [rows[23] as Element, other]);
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(24);
});

test('rows whose part lost an end are not forgotten', async () => {
  const rows = comments(24);
  list().append(...rows);
  start();
  await settle();
  rows[23]?.remove();
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(23);
});

test('a row that moves out of its part is watched where it is now', async () => {
  const rows = comments(24);
  list().append(...rows);
  start();
  await settle();
  const moved = rows[10] as Element;
  document.body.append(moved);
  await near(moved);
  expect(hosts()).toHaveLength(1);
});

test('the pointer finds a row that nobody looked into', async () => {
  const rows = comments(24);
  list().append(...rows);
  start();
  await settle();
  const [row] = rows.slice(12);
  over(row?.querySelector('.text') as Element);
  expect(button(row as Element)?.dataset.state).toBe('new');
});

test('an answer in a part that nobody looked into counts', async () => {
  const asks = comment('lin', 'where?', '1');
  const [open, answered] = [comment('mo', 'and you?', '2'), thread(asks)];
  list().append(answered, thread(open));
  marks.us = 'ours';
  start();
  await near(asks, open);
  const unanswered = async () =>
    ((await tell({ type: 'screen.ask' })) as { value: { unanswered: number } }).value.unanswered;
  expect(await unanswered()).toBe(2);
  const watched = FakeIntersectionObserver.observed();
  answered.querySelector('ul')?.append(...comments(47), comment('us', 'here', '3'));
  await settle();
  expect(FakeIntersectionObserver.observed()).toBe(watched + 4);
  expect(await unanswered()).toBe(1);
});
