import { expect, test } from 'vitest';
import { calmText, cutText, sameTitle, tidyText } from '../../../utils/snapshots/plain-text.ts';

test.each([
  ['Updated 3 hours ago', 'Updated 14 hours ago'],
  ['Offer ends in 02:13:44', 'Offer ends in 00:04:01'],
  ['Ends in 2 days 4 hours 11 minutes', 'Ends in 1 day 22 hours 3 minutes'],
  ['12 people are viewing this', '9 people are viewing this'],
  ['1,204 reviews', '1,311 reviews'],
  ['81K items sold', '82K items sold'],
  ['1.2万人付款', '1.3万人付款'],
  ['已售 57 件', '已售 61 件'],
  ['距结束 02:13:44', '距结束 01:00:00'],
  ['3小时前', '5分钟前'],
  ['仅剩3件', '仅剩2件'],
  ['vor 3 Stunden', 'vor 5 Stunden'],
  ['il y a 3 heures', 'il y a 12 heures'],
  ['Last updated: 22 Nov 2026', 'Last updated: 23 Nov 2026'],
  ['2026-11-22T08:45:00Z', '2026-11-23T10:00:00Z'],
  ['© 2025 Lin Studio', '© 2026 Lin Studio'],
  ['Session 8f3a9c0e77ab41d2', 'Session 1c55d0e1aab3f902'],
  ['粉丝70.8万', '粉丝71.2万'],
  ['Ｓａｌｅ', 'Sale'],
  ['a\u00a0b\u200b', ' a  b'],
])('%j and %j say the same', (one, two) => {
  expect(calmText(one)).toBe(calmText(two));
});

test.each([
  ['20% off everything', '30% off everything'],
  ['Free shipping over $40', 'Free shipping over $60'],
  ['Free returns for 30 days', 'Free returns for 60 days'],
  ['Sale ends 30 November', 'Sale ends 7 December'],
  ['买一送一', '买二送一'],
  ['满40元包邮', '满60元包邮'],
  ['全场8折', '全场7折'],
  ['Since 1994', 'Since 1995'],
  ['活动11月30日截止', '活动12月7日截止'],
  ['2026年11月22日发货', '2026年11月29日发货'],
  ['Version 2 of our glaze', 'Version 3 of our glaze'],
])('%j and %j do not', (one, two) => {
  expect(calmText(one)).not.toBe(calmText(two));
});

test('a text that is shown keeps its signs', () => {
  expect(tidyText('  包邮，仅限\u200b今天（周日） ')).toBe('包邮，仅限今天（周日）');
});

test('cutting never splits a character', () => {
  expect(cutText('abcdef', 4)).toBe('abc…');
  expect(cutText('ab😀cdef', 4)).toBe('ab…');
  expect(cutText('abc', 3)).toBe('abc');
});

test('a title that ends early is the same only as far as it goes', () => {
  expect(sameTitle('Brass bell with a wal...', 'Brass bell with a walnut handle')).toBe(true);
  expect(sameTitle('Brass be…', 'Brass bell, larger')).toBe(true);
  expect(sameTitle('Br…', 'Brass bell')).toBe(false);
  expect(sameTitle('Brass bell', 'Brass bell, larger')).toBe(false);
});

test('a long text of digits, units or marks is read once: a pattern that tries every way from every place would never end', () => {
  const long = [
    '1 '.repeat(50_000),
    '1,'.repeat(50_000),
    '12:'.repeat(33_000),
    'a 1 hour '.repeat(11_000),
    '9'.repeat(100_000),
    'Updated 1 '.repeat(10_000),
    '已售1'.repeat(30_000),
  ];
  for (const text of long) expect(calmText(text)).not.toBe('');
});
