import { expect, test } from 'vitest';
import { brandWords, misspellings } from '../../../utils/domain/brand-words.ts';
import { compileKeywords } from '../../../utils/domain/keyword-match.ts';
import { keywordStarters } from '../../../utils/domain/keyword-starters.ts';
import { tidyWords } from '../../../utils/domain/keyword-words.ts';

test.each(keywordStarters)(
  'every word of $key can be looked for, and none stands there twice',
  ({ words }) => {
    expect(tidyWords(words)).toEqual({ words: [...words], refused: [], merged: 0 });
  },
);

const matcher = compileKeywords(
  keywordStarters.flatMap(({ words }, group) => words.map((text) => ({ text, group }))),
);
const found = (text: string) => matcher.find(text).groups.map((group) => keywordStarters[group]?.key);

test.each([
  ['Where did you get this?? 😍', 'buying-en'],
  ['LINK???', 'buying-en'],
  ['姐妹求链接！', 'buying-zh'],
  ['請問哪裡買～', 'buying-zh'],
  ['is this legit or a scam', 'trust-en'],
  ['是正品吗', 'trust-zh'],
  ['這是詐騙吧', 'trust-zh'],
  ['I want a refund, it never arrived', 'complaint-en'],
  ['客服不理人，退貨', 'complaint-zh'],
] as const)('“%s” is found by %s', (text, key) => {
  expect(found(text)).toContain(key);
});

test.each(['So pretty, love it!', 'Linked in bio', '好漂亮呀', 'Legitimately the best'])(
  '“%s” is of none',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('misspellings are other words than the name, and none for names that are too short or not Latin', () => {
  expect(misspellings('Lumora')).toContain('lumroa');
  expect(misspellings('Lumora')).not.toContain('lumora');
  expect(misspellings('Moss & Fern')).toContain('mossfern');
  expect(misspellings('BlueMoon')).toContain('blue moon');
  expect(misspellings('Abc')).toEqual([]);
  expect(misspellings('花西子')).toEqual([]);
});

test('a brand is its name, its hashtags and its handles', () => {
  const accounts = [{ handle: '@acme' }, { handle: 'Acme' }];
  expect(brandWords({ name: 'Acme', accounts, hashtags: ['#好物#', 'acme'] })).toEqual([
    'Acme',
    '#好物',
    '#acme',
    '@acme',
  ]);
});
