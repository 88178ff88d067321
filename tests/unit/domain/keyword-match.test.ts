import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileKeywords, mostMatches } from '../../../utils/domain/keyword-match.ts';
import { slowMatches } from './slow-keywords.ts';

/** What is found of words in a text, as the text has it. */
function found(words: string[], text: string): string[] {
  const { matches } = compileKeywords(words.map((word) => ({ text: word, group: 0 }))).find(text);
  return matches.map(({ from, to }) => text.slice(from, to));
}

describe('whole words where a script has spaces', () => {
  test.each([
    ['scam', 'Is this a SCAM?', ['SCAM']],
    ['scam', 'scammer, scams, unscam, scam2, my_scam', []],
    ['scam', 'scam-free', ['scam']],
    ['scam*', 'scammers everywhere', ['scammers']],
    ['лохотрон', 'Это Лохотрон!', ['Лохотрон']],
    ['лохотрон', 'лохотронщик', []],
    ['απάτη', 'Είναι ΑΠΆΤΗ;', ['ΑΠΆΤΗ']],
    ['σοφος', 'ΣΟΦΟΣ και σοφος', ['ΣΟΦΟΣ', 'σοφος']],
    ['احتيال', 'هذا احتيال.', ['احتيال']],
    ['احتيال', 'والاحتيال', []],
    ['straße', 'STRASSE', ['STRASSE']],
    ['istanbul', 'İSTANBUL', ['İSTANBUL']],
    ['cafe', 'cafe\u0301', []],
    ['café', 'CAFE\u0301!', ['CAFE\u0301']],
    ['iphone', '我买了iPhone吗', ['iPhone']],
    ['c++', 'I like C++, really', ['C++']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('apostrophes', () => {
  test.each([
    ['acme', 'Acme’s new bag', ['Acme']],
    ['can', 'I can’t', []],
    ["can't", 'I CAN’T', ['CAN’T']],
    ['scams', "the scams' end", ['scams']],
    ['oréal', "L'Oréal", ['Oréal']],
    ['acme', "qu'acme", ['acme']],
    ['neil', "mcx'neil", []],
    ['acme', '‘acme’', ['acme']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('scripts without spaces', () => {
  test.each([
    ['求链接', '姐妹求链接啊', ['求链接']],
    ['哪裡買', '請問在哪裡買的？', ['哪裡買']],
    ['ของปลอม', 'นี่คือของปลอมไหม', ['ของปลอม']],
    ['사기', '사기꾼이에요', ['사기']],
    ['カバン', 'このカバンはどこ', ['カバン']],
    ['ガ', 'ｶﾞ', ['ｶﾞ']],
    ['骗*', '骗子', ['骗']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('tags and names', () => {
  test.each([
    ['#acme', 'love it #Acme!', ['#Acme']],
    ['#acme', '#acmebag #my#acme ##acme', []],
    ['#好物', '#好物分享 #好物#', ['#好物']],
    ['#好物*', '#好物分享', ['#好物分享']],
    ['@acme', '谢谢@acme你', []],
    ['@acme', '谢谢@acme, mail me@acme.com', ['@acme']],
    ['@acme', '@acme.shop @acme. @acme-x', ['@acme']],
    ['#acme', '＃ＡＣＭＥ', ['＃ＡＣＭＥ']],
    ['acme', '#acme and @acme', ['acme', 'acme']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('emoji', () => {
  test.each([
    ['👎', 'no 👎 no👎no', ['👎', '👎']],
    ['👎', 'no 👎🏽', ['👎🏽']],
    ['👎🏽', '👎 👎🏿 👎🏽', ['👎🏽']],
    ['☝', 'up ☝🏽', ['☝🏽']],
    ['☝🏽', '☝🏿 ☝🏽', ['☝🏽']],
    ['👩', '👩‍💻 👩‍👩‍👧', []],
    ['👩‍💻', '👩‍💻!', ['👩‍💻']],
    ['❤', 'I ❤️ it', ['❤️']],
    ['🇨🇳', '🇺🇨🇳', []],
    ['🇨🇳', '🇺🇸🇨🇳', ['🇨🇳']],
    ['🤡🤡', '🤡🤡🤡', ['🤡🤡', '🤡🤡']],
    ['scam', '🤡scam🤡', ['scam']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('words that stand apart', () => {
  test.each([
    ['where did you buy', 'Where did\n  you… BUY this', ['Where did\n  you… BUY']],
    ['where did you buy', 'wheredid you buy', []],
    ['is this legit?', 'is this legit', ['is this legit']],
    ["don't buy", 'don’t, buy', ['don’t, buy']],
    ['where get*', 'where getting', ['where getting']],
    ['scam site', 'scam sites', []],
    ['哪里 买', '哪里，买', ['哪里，买']],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

describe('tricks', () => {
  test.each([
    ['scam', 's\u200bc\u200da\u00adm', ['s\u200bc\u200da\u00adm']],
    ['scam', 'ＳＣＡＭ 𝓼𝓬𝓪𝓶', ['ＳＣＡＭ', '𝓼𝓬𝓪𝓶']],
    ['fine', 'ﬁne', ['ﬁne']],
    ['kg', '5㎏', []],
    ['acme', 'Acme™ ACME®', ['Acme', 'ACME']],
    ['scam', '\u202Escam\u202C', ['scam']],
    ['link?', '求 link？', ['link？']],
    ['link?', 'the link', []],
  ])('%s in “%s”', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected);
  });
});

test('every group is told, however many places there are', () => {
  const matcher = compileKeywords([
    { text: '哈', group: 3 },
    { text: 'scam', group: 1 },
  ]);
  const finds = matcher.find(`${'哈'.repeat(50_000)} scam`);
  expect(finds.groups).toEqual([1, 3]);
  expect(finds.matches).toHaveLength(mostMatches);
});

test('places are told in the order in which they end, whatever the words are made of', () => {
  expect(found(['#buy', 'c++', 'so cool', '好'], '好 c++, so cool 好! #buy c++')).toEqual([
    '好',
    'c++',
    'so cool',
    '好',
    '#buy',
    'c++',
  ]);
  const long = found(['#a', '好'], '好 #a '.repeat(mostMatches));
  expect(long).toHaveLength(mostMatches);
  expect(long.slice(-2)).toEqual(['好', '#a']);
});

test('what stands before an emoji is read on its own', () => {
  expect(found(['买', 'acme', 'acme´'], '买😍 acme😍 acme´😍')).toEqual(['买', 'acme', 'acme', 'acme´']);
});

test('texts that are made to be slow end', () => {
  const nested = Array.from({ length: 100 }, (_none, count) => '哈'.repeat(count + 1));
  const starred = Array.from({ length: 98 }, (_none, count) => `${'a'.repeat(count + 2)}*`);
  const matcher = compileKeywords([...nested, ...starred].map((text) => ({ text, group: 0 })));
  for (const text of [
    '哈'.repeat(50_000),
    'a'.repeat(50_000),
    `a${'\u0301\u0323'.repeat(25_000)}`,
    '🇨'.repeat(25_000),
    '👩\u200d'.repeat(16_000),
    '\ufdfa'.repeat(50_000),
    '\ud83d'.repeat(50_000),
    "'".repeat(50_000),
  ])
    expect(() => matcher.find(text)).not.toThrow();
});

test('no words, no text', () => {
  expect(compileKeywords([]).find('anything')).toEqual({ groups: [], matches: [] });
  expect(compileKeywords([{ text: 'a', group: 0 }]).find('')).toEqual({ groups: [], matches: [] });
});

test('finds what a slow and obvious search finds', () => {
  const sign = fc.constantFrom(
    ...'aabbss',
    'A',
    'ß',
    'я',
    'Я',
    '１',
    '1',
    '_',
    ' ',
    ' ',
    '\n',
    '\u3000',
    ',',
    '？',
    '?',
    '#',
    '＃',
    '@',
    '.',
    '-',
    "'",
    '’',
    '买',
    '買',
    '链',
    '사',
    'ก',
    '\u200b',
    'e\u0301',
    'é',
    '👍',
    '👍🏽',
    '👩‍💻',
    '🇨🇳',
  );
  const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
  const word = fc
    .tuple(fc.array(sign, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([signs, open]) => signs.join('') + (open ? '*' : ''));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), text, (words, searched) => {
      const { matches } = compileKeywords(words.map((one, group) => ({ text: one, group }))).find(searched);
      const key = (match: { from: number; to: number; word: number }) =>
        `${match.word}:${match.from}-${match.to}`;
      expect(matches.map(key).toSorted()).toEqual(slowMatches(words, searched).map(key).toSorted());
    }),
    { numRuns: 3_000 },
  );
});
