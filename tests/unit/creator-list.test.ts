import { expect, test } from 'vitest';
import { listHash, readList } from '../../components/dashboard/creators/list-address.ts';
import type { CreatorFilter, CreatorRow, SortKey } from '../../utils/domain/creator-list.ts';
import { mainAccount, sortRows } from '../../utils/domain/creator-order.ts';
import {
  dueChoice,
  facetCounts,
  filterRows,
  foldText,
  isEmptyFilter,
  isNarrower,
} from '../../utils/domain/creator-search.ts';

const today = '2026-03-02';
const tag = (n: number, name: string) => ({ id: `01900000-0000-7000-8000-00000000007${n}`, name });
const tags = [tag(1, 'Lighting'), tag(2, '露营')];
let made = 0;
function row(over: Partial<CreatorRow> = {}): CreatorRow {
  made += 1;
  return {
    id: `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    createdAt: `2026-03-01T00:00:${String(made % 60).padStart(2, '0')}.000Z`,
    updatedAt: '2026-03-01T00:00:00.000Z',
    displayName: `Row ${made}`,
    role: 'koc',
    status: 'found',
    tagIds: [],
    notes: '',
    doNotContact: false,
    accounts: [],
    contacts: [],
    ...over,
  };
}
const account = (over: Partial<CreatorRow['accounts'][number]> = {}) => ({
  platform: 'instagram' as const,
  handle: 'h',
  url: 'https://www.instagram.com/h/',
  ...over,
});
const names = (rows: readonly CreatorRow[]) => rows.map(({ displayName }) => displayName);
const found = (rows: CreatorRow[], filter: CreatorFilter) => names(filterRows(rows, filter, { today, tags }));

const mara = row({
  displayName: 'Mara Lindström',
  notes: 'likes warm light',
  tagIds: [tag(1, '').id],
  accounts: [account({ handle: 'mara.lind', bio: 'Keramik und Öfen' })],
  contacts: [{ kind: 'email', value: 'mara@lind.example' }],
});
const lin = row({ displayName: '林小满', accounts: [account({ handle: 'xiaoman', bio: '陶艺 · 露营' })] });
const wide = row({ displayName: 'ＡＢＣ​Shop', tagIds: [tag(2, '').id] });
const all = [mara, lin, wide];

test.each([
  ['mara', ['Mara Lindström']],
  ['MARA lind', ['Mara Lindström']],
  ['lindstrom', ['Mara Lindström']],
  ['ofen', ['Mara Lindström']],
  ['@mara.lind', ['Mara Lindström']],
  ['mara.lind', ['Mara Lindström']],
  ['warm', ['Mara Lindström']],
  ['lind.example', ['Mara Lindström']],
  ['lighting mara', ['Mara Lindström']],
  ['小满', ['林小满']],
  ['陶艺', ['林小满']],
  ['露营', ['林小满', 'ＡＢＣ​Shop']],
  ['abcshop', ['ＡＢＣ​Shop']],
  ['mara 陶艺', []],
  ['   ', names(all)],
])('the search %j finds %j', (text, expected) => {
  expect(found(all, { text })).toEqual(expected);
});

test('folding keeps marks that are letters of their own in other scripts', () => {
  expect(foldText('が')).not.toBe(foldText('か'));
  expect(foldText('Ｅ́lan​')).toBe('elan');
});

test('choices of one kind are "or", kinds among each other "and"', () => {
  const rows = [
    row({ displayName: 'a', status: 'found', role: 'koc' }),
    row({ displayName: 'b', status: 'contacted', role: 'koc' }),
    row({ displayName: 'c', status: 'contacted', role: 'agency', doNotContact: true }),
    row({ displayName: 'd', accounts: [account(), account({ platform: 'x' })] }),
  ];
  expect(found(rows, { statuses: ['contacted', 'declined'] })).toEqual(['b', 'c']);
  expect(found(rows, { statuses: ['contacted'], roles: ['koc'] })).toEqual(['b']);
  expect(found(rows, { platforms: ['x', 'weibo'] })).toEqual(['d']);
  expect(found(rows, { doNotContact: true })).toEqual(['c']);
  expect(found(rows, { statuses: [] })).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['2026-03-01', 'overdue'],
  ['2026-03-02', 'today'],
  ['2026-03-03', 'week'],
  ['2026-03-09', 'week'],
  ['2026-03-10', 'later'],
])('due on %s is %s', (due, choice) => {
  expect(dueChoice(row({ nextAction: { text: 'ask', due } }), today)).toBe(choice);
});

test('nothing is due of somebody who must not be contacted', () => {
  const action = { nextAction: { text: 'ask', due: '2026-03-01' } };
  expect(dueChoice(row(), today)).toBe('none');
  expect(dueChoice(row({ ...action, doNotContact: true }), today)).toBe('none');
});

test('counts say what a choice would show, with the rest of the filter as it is', () => {
  const rows = [
    row({ status: 'found', accounts: [account(), account()] }),
    row({ status: 'contacted', accounts: [account({ platform: 'x' })] }),
    row({ status: 'contacted', accounts: [account()] }),
  ];
  const counts = (filter: CreatorFilter, facet: 'statuses' | 'platforms') =>
    Object.fromEntries(facetCounts(rows, filter, facet, { today, tags }));
  expect(counts({ statuses: ['found'] }, 'statuses')).toEqual({ found: 1, contacted: 2 });
  expect(counts({ statuses: ['contacted'] }, 'platforms')).toEqual({ x: 1, instagram: 1 });
  expect(counts({}, 'platforms')).toEqual({ x: 1, instagram: 2 });
});

test('only a search that grows is narrower', () => {
  expect(isNarrower({ text: 'mara l' }, { text: 'mara' })).toBe(true);
  expect(isNarrower({ text: 'amara' }, { text: 'mara' })).toBe(true);
  expect(isNarrower({ text: 'mar' }, { text: 'mara' })).toBe(false);
  expect(isNarrower({ text: 'mara', roles: ['koc'] }, { text: 'mara' })).toBe(false);
  expect(isEmptyFilter({ text: '  ', roles: [] })).toBe(true);
  expect(isEmptyFilter({ doNotContact: true })).toBe(false);
});

test.each([
  ['name', false, ['Åsa', 'Row 2', 'Row 10', '']],
  ['name', true, ['Row 10', 'Row 2', 'Åsa', '']],
  ['followers', true, ['Row 2', '', 'Åsa', 'Row 10']],
  ['followers', false, ['', 'Row 2', 'Åsa', 'Row 10']],
  ['due', false, ['Row 10', 'Åsa', '', 'Row 2']],
  ['due', true, ['Åsa', 'Row 10', '', 'Row 2']],
  ['added', true, ['', 'Åsa', 'Row 10', 'Row 2']],
] as const)('order by %s, descending %s: the unknown stands last', (by: SortKey, descending, expected) => {
  const rows = [
    row({ displayName: 'Row 2', accounts: [account({ followers: 1 }), account({ followers: 90 })] }),
    row({ displayName: 'Row 10', nextAction: { text: 'ask', due: '2026-03-01' } }),
    row({ displayName: 'Åsa', nextAction: { text: 'ask', due: '2026-04-01' } }),
    row({
      displayName: '',
      accounts: [account({ followers: 5 })],
      doNotContact: true,
      nextAction: { text: 'ask', due: '2026-02-01' },
    }),
  ].map((one, i) => ({ ...one, createdAt: `2026-03-01T00:0${i}:00.000Z` }));
  expect(names(sortRows(rows, { by, descending }, 'en'))).toEqual(expected);
});

test('the main account has most followers; a known number beats an unknown one', () => {
  expect(mainAccount({ accounts: [] })).toBeUndefined();
  const unread = account({ handle: 'unread' });
  expect(mainAccount({ accounts: [unread] })).toBe(unread);
  expect(mainAccount({ accounts: [unread, account({ handle: 'zero', followers: 0 })] })?.handle).toBe('zero');
});

test('a list has an address that leads back to it', () => {
  const state = {
    filter: {
      text: '陶艺 & mara',
      platforms: ['instagram' as const, 'x' as const],
      statuses: ['contacted' as const],
      tagIds: [tags[0]?.id ?? ''],
      due: ['overdue' as const],
      doNotContact: true,
    },
    sort: { by: 'followers' as const, descending: true },
  };
  const hash = listHash(state);
  expect(hash).toMatch(/^#\/creators\?/);
  expect(readList(new URLSearchParams(hash.split('?')[1]))).toEqual({
    ...state,
    filter: { ...state.filter, roles: undefined },
    viewId: undefined,
  });
  expect(listHash({ filter: {}, sort: { by: 'added', descending: true } })).toBe('#/creators');
});

test('what an address says and nobody knows is left out', () => {
  const { filter, sort, viewId } = readList(
    new URLSearchParams('platform=myspace,x,x&status=__proto__&tag=../&due=&sort=constructor&view=1&dnc=2'),
  );
  expect(filter).toEqual({ platforms: ['x'] });
  expect(sort).toEqual({ by: 'added', descending: true });
  expect(viewId).toBeUndefined();
});
