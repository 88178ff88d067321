// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { comment, thread } from './item-helpers.ts';
import { list, marks, near, onLivingPage, sent, start } from './living-page.ts';

onLivingPage();

interface Report {
  open: { text?: string; author?: { handle: string }; keys: string[]; kind: string }[];
  answered: string[][];
}
const reports = () => sent('queue.seen-unanswered') as unknown as Report[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => vi.useRealTimers());
const quiet = () => vi.advanceTimersByTimeAsync(5_000);

const rows = (): [HTMLElement, HTMLElement, HTMLElement, HTMLElement] => [
  comment('lin', 'where?', '1'),
  comment('us', 'here', '2'),
  comment('lin', 'and when?', '3'),
  comment('mo', 'how much?', '4'),
];

test('where one of us wrote, what is unanswered is told once, and what has its answer', async () => {
  const [asks, ours, again, alone] = rows();
  list().append(thread(asks, ours, again), thread(alone));
  marks.us = 'ours';
  start();
  await near(asks, ours, again, alone);
  await quiet();
  expect(reports()).toHaveLength(1);
  expect(reports()[0]?.open.map(({ author, text, kind }) => [author?.handle, text, kind])).toEqual([
    ['lin', 'and when?', 'comment'],
    ['mo', 'how much?', 'comment'],
  ]);
  expect(reports()[0]?.answered).toHaveLength(1);
  await quiet();
  window.dispatchEvent(new Event('scrollend'));
  await quiet();
  expect(reports()).toHaveLength(1);
});

test('on a page where nobody of us is, nothing is told', async () => {
  const all = rows();
  list().append(...all.map((row) => thread(row)));
  start();
  await near(...all);
  await quiet();
  expect(reports()).toEqual([]);
});

test('without a thread nothing is told', async () => {
  const [asks, ours] = rows();
  list().append(asks, ours);
  marks.us = 'ours';
  start();
  await near(asks, ours);
  await quiet();
  expect(reports()).toEqual([]);
});

test('an answer that comes later is told', async () => {
  const [asks, ours] = rows();
  const whole = thread(asks);
  list().append(whole, thread(comment('us', 'hello', '9')));
  marks.us = 'ours';
  start();
  await near(asks, ...document.querySelectorAll('li'));
  await quiet();
  expect(
    reports()
      .at(-1)
      ?.open.map(({ text }) => text),
  ).toEqual(['where?']);
  whole.append(ours);
  await near(ours);
  await quiet();
  expect(reports().at(-1)?.open).toEqual([]);
  expect(reports().at(-1)?.answered).toHaveLength(1);
});

test('a report that was not heard is told again', async () => {
  const [asks, ours] = rows();
  list().append(thread(asks), thread(ours));
  marks.us = 'ours';
  const others = fakeBrowser.answer;
  let heard = false;
  fakeBrowser.answer = (message) => {
    if ((message as { type: string }).type !== 'queue.seen-unanswered' || heard) return others(message);
    heard = true;
    return { ok: false, code: 'busy', message: 'too many messages' };
  };
  start();
  await near(asks, ours);
  await quiet();
  window.dispatchEvent(new Event('scrollend'));
  await quiet();
  window.dispatchEvent(new Event('scrollend'));
  await quiet();
  expect(reports().map(({ open }) => open.length)).toEqual([1, 1]);
});
