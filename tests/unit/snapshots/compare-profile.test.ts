import { expect, test } from 'vitest';
import type { CreatorReading } from '../../../utils/domain/page-reading.ts';
import { compareReadings } from '../../../utils/snapshots/compare-readings.ts';
import { profile } from '../../support/readings.ts';
import { named } from '../../support/sample-readings.ts';

const between = (before: CreatorReading, after: CreatorReading) =>
  compareReadings(profile(before), profile(after));
const followers = (value: number, raw?: string): CreatorReading => ({
  followers: { value, source: 'dom', ...(raw ? { raw, precision: 'rounded' as const } : {}) },
});

test.each([
  [48_213, 48_220, []],
  [48_213, 48_600, []],
  [48_213, 49_000, ['followers followers']],
  [48_213, 40_000, ['followers followers']],
  // a handful of people is no jump, however few there are
  [60, 66, []],
  [0, 40, ['followers followers']],
])('followers from %d to %d', (before, after, changes) => {
  expect(named(between(followers(before), followers(after)))).toEqual(changes);
});

test('a jump has its percentage and its severity', () => {
  expect(between(followers(10_000), followers(13_000))).toEqual([
    { kind: 'followers', key: 'followers', from: 10_000, to: 13_000, percent: 30, severity: 'high' },
  ]);
});

test('one step of a shortened number may be one follower', () => {
  expect(between(followers(12_000, '1.2万'), followers(13_000, '1.3万'))).toEqual([]);
  expect(named(between(followers(12_000, '1.2万'), followers(14_000, '1.4万')))).toEqual([
    'followers followers',
  ]);
  // exact on one visit, shortened on the next
  expect(between(followers(12_930), followers(12_000, '1.2万'))).toEqual([]);
});

test('every post counts', () => {
  const posts = (value: number): CreatorReading => ({ posts: { value, source: 'dom' } });
  expect(between(posts(642), posts(643))).toMatchObject([
    { kind: 'posts', key: 'posts', from: 642, to: 643 },
  ]);
});

test('the self-description by its words, the links in it by where they lead', () => {
  const bio = (value: string): CreatorReading => ({ bio: { value, source: 'dom' } });
  expect(between(bio('Tea  &\u200b clay'), bio('Tea & clay '))).toEqual([]);
  expect(named(between(bio('Tea & clay'), bio('Tea & clay. Sale on!')))).toEqual(['bio bio']);
  const links = (...value: string[]): CreatorReading => ({ links: { value, source: 'dom' } });
  expect(between(links('https://a.example/x?utm_source=ig'), links('https://www.a.example/x/'))).toEqual([]);
  expect(named(between(links('https://a.example/x'), links('https://a.example/sale')))).toEqual([
    'bio links',
  ]);
  // folded away on one visit
  expect(between(links('https://a.example/x'), {})).toEqual([]);
});

test('a picture in another size is the same picture', () => {
  const avatar = (value: string): CreatorReading => ({ avatarUrl: { value, source: 'dom' } });
  expect(
    between(
      avatar('https://pbs.example/profile_images/1/abcdef_normal.jpg'),
      avatar('https://pbs2.example/profile_images/1/abcdef_400x400.jpg'),
    ),
  ).toEqual([]);
  expect(
    named(between(avatar('https://pbs.example/1/abcdef.jpg'), avatar('https://pbs.example/1/ghijkl.jpg'))),
  ).toEqual(['picture avatarUrl']);
});

test('a field that is not there on one visit is unknown', () => {
  expect(between({ bio: { value: 'Tea', source: 'dom' }, posts: { value: 4, source: 'dom' } }, {})).toEqual(
    [],
  );
});
