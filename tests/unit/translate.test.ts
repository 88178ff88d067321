import { expect, test } from 'vitest';
import { formatAgo, formatDay, formatDue, formatList, formatMoney } from '../../utils/i18n/format.ts';
import { chooseLanguage, chooseLocale, makeTranslate } from '../../utils/i18n/translate.ts';

test.each([
  ['auto', 'zh-TW', 'zh_TW'],
  ['auto', 'zh-HK', 'zh_TW'],
  ['auto', 'zh-Hant', 'zh_TW'],
  ['auto', 'zh_Hant_CN', 'zh_TW'],
  ['auto', 'zh-Hans-HK', 'zh_CN'],
  ['auto', 'zh', 'zh_CN'],
  ['auto', 'zh-SG', 'zh_CN'],
  ['auto', 'de-DE', 'en'],
  ['auto', 'en-GB', 'en'],
  ['zh_TW', 'en-US', 'zh_TW'],
] as const)('choice %s in a browser of %s is %s', (choice, browser, language) => {
  expect(chooseLanguage(choice, browser)).toBe(language);
});

test('numbers and dates follow the browser only within the chosen language', () => {
  expect(chooseLocale('en', 'en-GB')).toBe('en-GB');
  expect(chooseLocale('en', 'de-DE')).toBe('en');
  expect(chooseLocale('zh_TW', 'zh-HK')).toBe('zh-HK');
  expect(chooseLocale('zh_CN', 'zh-HK')).toBe('zh-CN');
});

const words = {
  en: {
    save: 'Save creator',
    rows_one: '{count} row',
    rows_other: '{count} rows',
    kind_other: 'Page',
    hi: 'Hi {name}',
  },
  zh_CN: { save: '收录{creator}', rows_other: '{count} 行', kind_other: '页面', hi: '{name}你好' },
  zh_TW: { save: '收錄{creator}', rows_other: '{count} 列', kind_other: '頁面', hi: '{name}你好' },
};

test('plural forms and numbers of the language', () => {
  const en = makeTranslate(words, 'en', 'cross-border');
  expect([en('rows', { count: 1 }), en('rows', { count: 0 }), en('rows', { count: 1_200 })]).toEqual([
    '1 row',
    '0 rows',
    '1,200 rows',
  ]);
  expect(makeTranslate(words, 'zh_CN', 'domestic')('rows', { count: 1 })).toBe('1 行');
  expect(en('kind_other')).toBe('Page');
});

test('the word for a creator follows the market in simplified Chinese only', () => {
  expect(makeTranslate(words, 'zh_CN', 'cross-border')('save')).toBe('收录红人');
  expect(makeTranslate(words, 'zh_CN', 'domestic')('save')).toBe('收录达人');
  expect(makeTranslate(words, 'zh_TW', 'domestic')('save')).toBe('收錄網紅');
});

test('a filled-in text is not filled in again, and a name without a value stays visible', () => {
  const en = makeTranslate(words, 'en', 'cross-border');
  expect(en('hi', { name: '{creator} $& {constructor}' })).toBe('Hi {creator} $& {constructor}');
  expect(en('hi')).toBe('Hi {name}');
});

test('how long ago: hours within a day, then calendar days', () => {
  const now = new Date(2026, 2, 2, 12).getTime();
  const ago = (...parts: [number, number, number, number]) =>
    formatAgo('en', new Date(...parts).toISOString(), now);
  expect(ago(2026, 2, 2, 12)).toBe('now');
  expect(ago(2026, 2, 2, 9)).toBe('3 hours ago');
  expect(ago(2026, 2, 1, 13)).toBe('23 hours ago');
  expect(ago(2026, 2, 1, 11)).toBe('yesterday');
  // 37 hours, and no longer yesterday
  expect(ago(2026, 1, 28, 23)).toBe('2 days ago');
  expect(ago(2025, 2, 2, 12)).toBe('12 months ago');
  // a clock that was set back must not speak of the future
  expect(ago(2026, 2, 2, 15)).toBe('now');
});

test('days, due days, money and lists', () => {
  expect(formatDay('en', '2026-03-05', '2026-03-02')).toBe('Mar 5');
  expect(formatDay('en', '2025-03-05', '2026-03-02')).toBe('Mar 5, 2025');
  expect(formatDue('en', '2026-02-28', '2026-03-02')).toBe('2 days ago');
  expect(formatDue('zh-CN', '2026-03-02', '2026-03-02')).toBe('今天');
  expect(formatMoney('en', { amount: '1234567890123.45', currency: 'USD' })).toBe('$1,234,567,890,123.45');
  expect(formatMoney('en', { amount: '9007199254740993.5', currency: 'JPY' })).toBe('¥9,007,199,254,740,994');
  expect(formatList('zh-TW', ['甲', '乙'])).toBe('甲、乙');
});
