// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { personBehind, readItem, stillShows } from '../../../utils/page/items/read-item.ts';
import type { ItemRule } from '../../../utils/sites/site.ts';
import { comment, livingSite, made } from './item-helpers.ts';

const [rule = {} as ItemRule, row = {} as ItemRule] = livingSite.items ?? [];
const read = (element: Element, by = rule) => readItem(element, by, livingSite, () => element);

beforeEach(() => {
  window.location.href = 'https://www.instagram.com/p/abc/';
  document.body.replaceChildren();
});

describe('whose profile a link leads to', () => {
  const table: [string, string, object | null][] = [
    [
      'a profile',
      '/Lin.Studio/?hl=de',
      { handle: 'Lin.Studio', url: 'https://www.instagram.com/Lin.Studio/' },
    ],
    ['an id alone is both', '/id/77/', { handle: '77', stableId: '77' }],
    ['a post is nobody', '/p/xyz/', null],
    ['the same path elsewhere', 'https://instagram.example/lin.studio/', null],
    ['a host that looks alike', 'https://www.instagram.com.example/lin.studio/', null],
    ['no address', 'javascript:alert(1)', null],
    ['broken', 'https://%', null],
    ['a handle of a kilobyte', `/${'a'.repeat(1_000)}/`, null],
  ];
  test.each(table)('%s', (_name, href, person) => {
    const link = made('a', { href }, 'somebody else');
    document.body.append(link);
    const behind = personBehind(link, livingSite);
    if (person) expect(behind).toMatchObject(person);
    else expect(behind).toBeNull();
  });
});

test('the shown name is never who it is', () => {
  const item = comment('lin.studio', 'hello');
  document.body.append(item);
  const link = item.querySelector('a.by');
  if (link) link.textContent = 'mira.bakes';
  expect(read(item)).toMatchObject({ person: { handle: 'lin.studio' }, displayName: 'mira.bakes' });
});

test('a picture’s link says who, the worded one carries the name', () => {
  const item = made('div', { class: 'row' });
  const picture = made('a', { href: '/lin.studio/' });
  const name = made('a', { href: '/lin.studio/' }, 'Lin  Studio\n');
  item.append(picture, made('a', { href: '/mo/' }, 'Mo, whom she follows'), name);
  document.body.append(item);
  expect(read(item, row)).toMatchObject({
    person: { handle: 'lin.studio' },
    displayName: 'Lin Studio',
    name,
  });
});

test('one comment is told from the next: by its address, else by its text', () => {
  const items = [
    comment('lin', 'hello', '1'),
    comment('lin', 'hello', '2'),
    comment('lin', 'hello'),
    comment('lin', 'hello again'),
    comment('lin', 'hello again'),
  ];
  document.body.append(...items);
  const keys = items.map((item) => read(item)?.key);
  expect(new Set(keys).size).toBe(4);
  expect(keys[3]).toBe(keys[4]);
});

test('what stands in an item inside this one belongs to that one', () => {
  const outer = comment('lin', 'hello', '1');
  const inner = comment('mo', 'answer', '2');
  outer.prepend(inner);
  document.body.append(outer);
  const around = (element: Element) => element.closest('li.comment');
  expect(readItem(outer, rule, livingSite, around)?.person.handle).toBe('lin');
});

test('an item without a link to a profile is of nobody, a product always', () => {
  const item = made('li', { class: 'comment' });
  item.append(made('a', { class: 'by', href: '/p/xyz/' }, 'lin.studio'));
  document.body.append(item);
  expect(read(item)).toBeNull();
  expect(read(comment('lin', 'hello'), { ...rule, kind: 'product' })).toBeNull();
});

test('a row that shows somebody else is noticed by its links alone', () => {
  const item = comment('lin', 'hello', '1');
  document.body.append(item);
  const before = read(item);
  if (!before) throw new Error('nobody was read');
  expect(stillShows(before)).toBe(true);
  item.querySelector('a.by')?.setAttribute('href', '/mo/');
  expect(stillShows(before)).toBe(false);
});
