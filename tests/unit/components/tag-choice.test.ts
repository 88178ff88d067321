import { expect, test } from 'vitest';
import {
  changesOf,
  newName,
  offeredTags,
  searchTags,
  type TagChoice,
  tagOfKey,
} from '../../../components/ui/tagging/tag-choice.ts';

const at = '2026-03-02T08:00:00.000Z';
const choice = (id: string, name: string, more: Partial<TagChoice['tag']> = {}): TagChoice => ({
  tag: { id, createdAt: at, updatedAt: at, name, colour: 'blue', ...more },
  used: 0,
});
const all = [
  choice('a', 'Complaint', { key: 'c' }),
  choice('b', '物流问题', { key: 'p' }),
  choice('d', 'Old', { retired: true }),
];
const ids = (choices: readonly TagChoice[]) => choices.map(({ tag }) => tag.id);

test('suggested tags come first, and those that are offered no more only where they are on it', () => {
  expect(ids(offeredTags(all, [], ['b', 'gone']))).toEqual(['b', 'a']);
  expect(ids(offeredTags(all, ['d'], []))).toEqual(['a', 'b', 'd']);
});

test('search takes no notice of case and width, and puts beginnings first', () => {
  expect(ids(searchTags(all, 'ＣＯＭ'))).toEqual(['a']);
  expect(ids(searchTags(all, '问题'))).toEqual(['b']);
  expect(ids(searchTags([choice('x', 'my idea'), choice('y', 'Idea')], 'idea'))).toEqual(['y', 'x']);
  expect(ids(searchTags(all, '  '))).toEqual(['a', 'b', 'd']);
});

test('a new tag needs a name that no tag has, retired ones among them', () => {
  expect(newName(all, [], '  autumn   kettle ')).toBe('autumn kettle');
  for (const taken of ['complaint', 'OLD', '', ' ', 'x'.repeat(61)])
    expect(newName(all, [], taken)).toBeNull();
  expect(newName(all, ['Autumn'], 'autumn')).toBeNull();
});

test('only what differs from what is on it has to be done', () => {
  const turned = new Map([
    ['a', true],
    ['b', false],
    ['d', true],
  ]);
  expect(changesOf(['a', 'b'], turned)).toEqual({ add: ['d'], remove: ['b'] });
});

test('a key chooses its tag; a capital letter searches', () => {
  expect(tagOfKey(all, 'c')?.id).toBe('a');
  expect(tagOfKey(all, 'C')).toBeUndefined();
  expect(tagOfKey(all, 'Enter')).toBeUndefined();
});
