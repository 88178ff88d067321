// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { inThreads, isAnswered, isBefore, threadOf } from '../../../utils/page/items/answers.ts';
import { findInside, pathsOf } from '../../../utils/page/items/selectors.ts';
import type { ItemRule } from '../../../utils/sites/site.ts';
import { made, rooted } from './item-helpers.ts';

beforeEach(() => document.body.replaceChildren());

test.each([
  ['a, b', [['a'], ['b']]],
  ['x-list >>> x-row', [['x-list', 'x-row']]],
  ['a >>> b c >>> d, e', [['a', 'b c', 'd'], ['e']]],
  ['[title="a, b >>> c"], :is(a, b)', [['[title="a, b >>> c"]'], [':is(a, b)']]],
  [':host >>> a', [['', 'a']]],
  ['>>> a', [['', 'a']]],
])('the ways of %s', (selector, ways) => {
  expect(pathsOf(selector)).toEqual(ways);
});

test('what is found inside: way after way, through open roots, also in the element’s own', () => {
  const inner = made('b', { id: 'inner' });
  const item = rooted('x-item', rooted('x-user', inner), made('i', { id: 'own' }));
  item.append(made('i', { id: 'light' }));
  document.body.append(item);
  const ids = (selector: string) => [...findInside(item, pathsOf(selector))].map(({ id }) => id);
  expect(ids('x-user >>> b, i')).toEqual(['inner', 'light', 'own']);
  expect(ids(':host >>> i')).toEqual(['own']);
});

test('a closed root stays closed', () => {
  const item = made('x-item');
  item.attachShadow({ mode: 'closed' }).append(made('i'));
  expect([...findInside(item, pathsOf(':host >>> i, i'))]).toEqual([]);
});

const rule = (thread?: string): ItemRule => ({
  kind: 'comment',
  root: 'p',
  author: 'a',
  ...(thread === undefined ? {} : { thread }),
});

test('the order of the document holds across shadow roots', () => {
  const [first, second, third] = [made('p'), made('p'), made('p')];
  document.body.append(rooted('x-thread', first, rooted('x-replies', second)), third);
  expect(isBefore(first, second)).toBe(true);
  expect(isBefore(second, first)).toBe(false);
  expect(isBefore(second, third)).toBe(true);
  expect(isBefore(third, first)).toBe(false);
});

test('a thread is the closest one around, also out of a root; itself where answers stand inside; unknown without', () => {
  const comment = made('p');
  const thread = rooted('x-thread', rooted('x-replies', comment));
  document.body.append(thread);
  expect(threadOf({ element: comment, rule: rule('x-list >>> x-thread') })).toBe(thread);
  expect(threadOf({ element: comment, rule: rule('self') })).toBe(comment);
  expect(threadOf({ element: comment, rule: rule('.elsewhere') })).toBeNull();
  expect(threadOf({ element: comment, rule: rule() })).toBeNull();
});

test('answered is what has a comment of ours below it in its thread, and nothing else', () => {
  const [asks, ours, asksAgain, other] = [made('p'), made('p'), made('p'), made('p')];
  const thread = made('section');
  thread.append(asks, ours, asksAgain);
  const next = made('section');
  next.append(other);
  document.body.append(thread, next);
  const comments = [asks, ours, asksAgain, other].map((element) => ({ element, rule: rule('section') }));
  const inside = inThreads(comments, new Set([thread, next]));
  const answered = comments.map((comment) => {
    const all = inside.get(threadOf(comment) ?? comment.element) ?? [];
    return isAnswered(comment, all, ({ element }) => element === ours);
  });
  expect(answered).toEqual([true, false, false, false]);
});
