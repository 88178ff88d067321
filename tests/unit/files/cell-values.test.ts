import { expect, test } from 'vitest';
import { platformIds } from '../../../utils/domain/platform.ts';
import { creatorRoles, creatorStatuses } from '../../../utils/domain/vocabulary.ts';
import {
  dayOrderOf,
  emailsIn,
  parseCount,
  parseDay,
  phonesIn,
  tagsIn,
} from '../../../utils/files/cell-values.ts';
import { guessColumns, hasTitles } from '../../../utils/files/column-meaning.ts';
import { columnTitles } from '../../../utils/files/creator-columns.ts';
import { platformWords, roleWords, statusWords, wordKey } from '../../../utils/files/table-words.ts';
import { common as en } from '../../../utils/i18n/locales/en/common.ts';
import { common as zhCn } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { common as zhTw } from '../../../utils/i18n/locales/zh_TW/common.ts';

test('counts: whole, grouped and shortened numbers; whatever could be read in two ways is none', () => {
  expect(parseCount('12345')).toEqual({ value: 12_345 });
  expect(parseCount('12,345')).toEqual({ value: 12_345 });
  expect(parseCount('1 234 567')).toEqual({ value: 1_234_567 });
  expect(parseCount('５００')).toEqual({ value: 500 });
  expect(parseCount('1.2万')).toEqual({ value: 12_000, raw: '1.2万' });
  expect(parseCount('3 w')).toEqual({ value: 30_000, raw: '3 w' });
  expect(parseCount('12.3K')).toEqual({ value: 12_300, raw: '12.3K' });
  expect(parseCount('1.5億')).toEqual({ value: 150_000_000, raw: '1.5億' });
  for (const doubtful of [
    '12.345',
    '1,2K',
    '10000+',
    '约1万',
    '-5',
    '1e5',
    'many',
    '1,23',
    '',
    '3-5k',
    '12,34,567',
  ])
    expect(parseCount(doubtful), doubtful).toBeNull();
});

test('days: the usual ways to write one; those that do not exist or lack their year are none', () => {
  for (const same of [
    '2026-03-05',
    '2026/3/5',
    '2026.03.05',
    '2026年3月5日',
    '20260305',
    '46086',
    '2026-03-05T09:00:00Z',
    '2026/3/5 09:00',
    '5 Mar 2026',
    'March 5, 2026',
  ])
    expect(parseDay(same, null), same).toBe('2026-03-05');
  expect(parseDay('5/3/2026', 'dmy')).toBe('2026-03-05');
  expect(parseDay('3/5/2026', 'mdy')).toBe('2026-03-05');
  expect(parseDay('3/5/2026', null)).toBe('unclear');
  expect(parseDay('5/5/2026', null)).toBe('2026-05-05');
  expect(parseDay('25/3/2026', null)).toBe('2026-03-25');
  for (const none of ['2026-02-30', '31/11/2026', '3月5日', '3/5/26', 'soon', '13/13/2026', '0000-00-00'])
    expect(parseDay(none, 'dmy'), none).toBeNull();
});

test('the order of day and month is taken from the whole column, and asked where nothing tells', () => {
  expect(dayOrderOf(['3/4/2026', '25/4/2026'])).toEqual({ order: 'dmy', asks: false });
  expect(dayOrderOf(['3/4/2026', '4/25/2026'])).toEqual({ order: 'mdy', asks: false });
  expect(dayOrderOf(['3/4/2026', '2026-01-01'])).toEqual({ order: null, asks: true });
  expect(dayOrderOf(['3/4/2026', '25/4/2026', '4/25/2026'])).toEqual({ order: null, asks: true });
  expect(dayOrderOf(['2026-01-01', '5/5/2026'])).toEqual({ order: null, asks: false });
});

test('addresses of mail, phones and tags out of one cell', () => {
  expect(emailsIn('Ada <Ada@Tea.example>; b@tea.example')).toEqual(['ada@tea.example', 'b@tea.example']);
  expect(emailsIn('no mail')).toEqual([]);
  expect(phonesIn('+49 (30) 123-4567; 13800000000')).toEqual({
    phones: ['+49 (30) 123-4567', '13800000000'],
    rest: false,
  });
  expect(phonesIn('ask her')).toEqual({ phones: [], rest: true });
  expect(tagsIn('#tea, 茶具；home、tea')).toEqual(['tea', '茶具', 'home']);
});

test('every word for a platform, role or status that the screen shows is understood when it comes back', () => {
  for (const words of [en, zhCn, zhTw] as Record<string, string>[]) {
    for (const id of platformIds)
      expect(platformWords.get(wordKey(words[`platform_${id}`] ?? '')), id).toBe(id);
    for (const id of creatorRoles) expect(roleWords.get(wordKey(words[`role_${id}`] ?? '')), id).toBe(id);
    for (const id of creatorStatuses)
      expect(statusWords.get(wordKey(words[`status_${id}`] ?? '')), id).toBe(id);
  }
});

test('columns are guessed by their titles in three languages', () => {
  const fieldsOf = (titles: string[]) => guessColumns(titles, []).map(({ field }) => field);
  expect(fieldsOf(['Name', 'Profile URL', 'E-mail', 'Followers', 'Stage', 'Last contacted', 'City'])).toEqual(
    ['name', 'profile', 'email', 'followers', 'status', 'lastContact', 'ignore'],
  );
  expect(fieldsOf(['达人昵称', '平台', '账号', '主页链接', '粉丝数', '邮箱', '标签', '备注'])).toEqual([
    'name',
    'platform',
    'handle',
    'profile',
    'followers',
    'email',
    'tags',
    'notes',
  ]);
  expect(fieldsOf(['網紅', '追蹤者數', '電子郵件', '狀態', '請勿聯絡', '到期日'])).toEqual([
    'name',
    'followers',
    'email',
    'status',
    'doNotContact',
    'due',
  ]);
  expect(guessColumns(['Instagram', 'TikTok handle', '小红书链接'], [])).toEqual([
    { field: 'handle', platform: 'instagram' },
    { field: 'handle', platform: 'tiktok' },
    { field: 'profile' },
  ]);
  for (const titles of Object.values(columnTitles))
    expect(fieldsOf(Object.values(titles))).not.toContain(undefined);
  expect(fieldsOf(Object.values(columnTitles.en)).filter((field) => field === 'ignore')).toHaveLength(4);
});

test('a table without titles is told by its cells', () => {
  const rows = [
    ['https://www.instagram.com/mara', 'mara@tea.example', '1.2万', 'x'],
    ['https://www.instagram.com/ada', 'ada@tea.example', '3K', 'y'],
  ];
  expect(hasTitles(rows)).toBe(false);
  expect(hasTitles([['Link', 'Mail'], ...rows])).toBe(true);
  expect(guessColumns([], rows).map(({ field }) => field)).toEqual([
    'profile',
    'email',
    'followers',
    'ignore',
  ]);
});
