import { expect, test } from 'vitest';
import type { ColumnMeaning } from '../../../utils/files/column-meaning.ts';
import { mergeDoubles } from '../../../utils/files/merge-doubles.ts';
import { readRow } from '../../../utils/files/row-meaning.ts';
import { siteOf } from '../../../utils/sites/registry.ts';

const identify = (address: string) => {
  if (!URL.canParse(address)) return null;
  const site = siteOf(new URL(address));
  const found = site?.identify(new URL(address));
  return site && found?.kind === 'profile' && found.handle
    ? { platform: site.id, handle: found.handle }
    : null;
};
const read = (cells: string[], columns: (ColumnMeaning | ColumnMeaning['field'])[], line = 1) =>
  readRow(
    cells,
    columns.map((column) => (typeof column === 'string' ? { field: column } : column)),
    line,
    identify,
  );
const kinds = (row: ReturnType<typeof read>) => row.notes.map(({ kind }) => kind);

test('an address says platform and handle; a handle needs its platform', () => {
  expect(read(['https://www.instagram.com/Mara.Tea/?igsh=1'], ['profile']).row.accounts).toEqual([
    { platform: 'instagram', handle: 'Mara.Tea', url: 'https://www.instagram.com/Mara.Tea/' },
  ]);
  expect(read(['@mara', 'TikTok'], ['handle', 'platform']).row.accounts).toEqual([
    { platform: 'tiktok', handle: 'mara', url: 'https://www.tiktok.com/@mara' },
  ]);
  expect(read(['mara'], [{ field: 'handle', platform: 'youtube' }]).row.accounts).toEqual([
    { platform: 'youtube', handle: 'mara', url: 'https://www.youtube.com/@mara' },
  ]);
  const alone = read(['mara'], ['handle']);
  expect([alone.row.accounts, alone.fault, kinds(alone)]).toEqual([
    [],
    'nothing',
    ['handle-without-platform'],
  ]);
  expect(kinds(read(['not a handle!', 'instagram', 'Ada'], ['handle', 'platform', 'name']))).toEqual([
    'handle',
  ]);
  expect(kinds(read(['https://shop.example/about', 'Ada'], ['profile', 'name']))).toEqual(['address']);
  expect(
    read(
      ['茶茶', '小红书', 'https://www.xiaohongshu.com/user/profile/5f0000000000000001000000'],
      ['handle', 'platform', 'profile'],
    ).row.accounts,
  ).toEqual([
    {
      platform: 'xiaohongshu',
      // the shown name leads nowhere: who it is says the address
      handle: '5f0000000000000001000000',
      url: 'https://www.xiaohongshu.com/user/profile/5f0000000000000001000000',
    },
  ]);
});

test('several profiles in one cell, as an export writes them; the count belongs to the first', () => {
  const found = read(
    [
      'Instagram',
      'mara',
      'https://www.instagram.com/mara/',
      '1200',
      'Instagram @mara https://www.instagram.com/mara/\n小红书 @maratea https://www.xiaohongshu.com/search_result?keyword=maratea',
    ],
    ['platform', 'handle', 'profile', 'followers', 'accounts'],
  );
  expect(found.row.accounts).toEqual([
    { platform: 'instagram', handle: 'mara', url: 'https://www.instagram.com/mara/', followers: 1_200 },
    {
      platform: 'xiaohongshu',
      handle: 'maratea',
      url: 'https://www.xiaohongshu.com/search_result?keyword=maratea',
    },
  ]);
  expect(found.notes).toEqual([]);
  const two = read(
    ['@a', '@b', '5K'],
    [{ field: 'handle', platform: 'x' }, { field: 'handle', platform: 'tiktok' }, 'followers'],
  );
  expect([kinds(two), two.row.accounts.map((one) => one.followers)]).toEqual([
    ['followers-of-several'],
    [undefined, undefined],
  ]);
});

test('what cannot be used is left out with a note, the rest of the row is kept', () => {
  const found = read(
    [
      'Ada',
      'sometimes',
      'friend',
      '2026-02-30',
      'call her',
      'perhaps',
      `ok, ${'t'.repeat(61)}`,
      'n'.repeat(20_001),
    ],
    ['name', 'status', 'role', 'lastContact', 'nextAction', 'doNotContact', 'tags', 'notes'],
  );
  expect(kinds(found).sort()).toEqual(
    ['status', 'role', 'day', 'action-without-due', 'do-not-contact', 'tags', 'notes-too-long'].sort(),
  );
  expect(found.row).toEqual({
    line: 1,
    displayName: 'Ada',
    accounts: [],
    emails: [],
    phones: [],
    tags: ['ok'],
  });
  expect(kinds(read(['Ada', '3/4/2026'], ['name', 'lastContact']))).toEqual(['day-unclear']);
});

test('a name of ten thousand characters is refused; one in another direction or with hidden characters is text', () => {
  expect(read(['x'.repeat(10_000)], ['name']).fault).toBe('name-too-long');
  expect(read(['\u202eevil\u200b name'], ['name']).row.displayName).toBe('\u202eevil\u200b name');
  expect(read(['\u200b\u200d '], ['name']).fault).toBe('nothing');
  expect(read(['=1+1', '__proto__'], ['name', 'tags']).row).toMatchObject({
    displayName: '=1+1',
    tags: ['__proto__'],
  });
});

test('rows about one account become one, the first row leading', async () => {
  const columns: ColumnMeaning['field'][] = ['name', 'profile', 'email', 'tags', 'notes'];
  const rows = [
    read(['Mara', 'https://www.instagram.com/mara', 'a@tea.example', 'tea', ''], columns, 1),
    read(['Ada', '', 'ada@tea.example', '', ''], columns, 2),
    read(['Mara Lin', 'https://www.instagram.com/MARA/', 'b@tea.example', 'pots', 'late'], columns, 3),
    read(['', '', 'ada@tea.example', 'mail', ''], columns, 4),
    read(['Other', '', 'ada@tea.example', '', ''], columns, 5),
  ];
  const { rows: kept, merged } = await mergeDoubles(rows);
  expect(merged).toBe(2);
  expect(kept.map(({ line }) => line)).toEqual([1, 2, 5]);
  expect(kept[0]?.row).toMatchObject({
    displayName: 'Mara',
    emails: ['a@tea.example', 'b@tea.example'],
    tags: ['tea', 'pots'],
    notes: 'late',
  });
  expect(kept[0]?.notes).toEqual([{ kind: 'merged', text: '3' }]);
  expect(kept[1]?.row.tags).toEqual(['mail']);
});

test('what a merged row adds is known to the rows after it; an account of two people stays with the first', async () => {
  const columns: ColumnMeaning['field'][] = ['name', 'profile', 'profile', 'tags'];
  const [ig, tt, yt] = [
    'https://www.instagram.com/mara',
    'https://www.tiktok.com/@mara',
    'https://www.youtube.com/@mara',
  ];
  const rows = [
    read(['Mara', ig ?? '', ''], columns, 1),
    read(['Mara', ig ?? '', tt ?? ''], columns, 2),
    read(['', tt ?? '', '', 'late'], columns, 3),
    read(['Yun', yt ?? '', ''], columns, 4),
    read(['Mara', ig ?? '', yt ?? ''], columns, 5),
  ];
  const { rows: kept, merged } = await mergeDoubles(rows);
  expect([merged, kept.map(({ line }) => line)]).toEqual([3, [1, 4]]);
  expect(kept[0]?.row.accounts.map(({ platform }) => platform)).toEqual(['instagram', 'tiktok']);
  expect(kept[0]?.row.tags).toEqual(['late']);
  expect(kept[0]?.notes.map(({ kind }) => kind)).toContain('other-account');
});
