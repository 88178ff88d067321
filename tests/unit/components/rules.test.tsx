// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { coversEverySite, isGranted, otherOrigins } from '../../../components/dashboard/sites.ts';
import { routeOf } from '../../../components/dashboard/use-route.ts';
import { useAction } from '../../../components/hooks/use-action.ts';
import { useQuery } from '../../../components/hooks/use-query.ts';
import { fittingAction, subjectName } from '../../../components/popup/fitting-action.ts';
import { fail, ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { id, tabOf, today } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
afterEach(() => {
  cleanup();
  client.resetClient();
});

test.each([
  ['save', tabOf()],
  ['save', tabOf({}, { kind: 'post' })],
  ['known', tabOf({ mark: 'known', creatorId: id(60) })],
  ['known', tabOf({ mark: 'do-not-contact', creatorId: id(60) })],
  ['ours', tabOf({ mark: 'ours' })],
  ['blocked', tabOf({}, { kind: 'blocked' })],
  ['blocked', tabOf({ mark: 'known', creatorId: id(60) }, { kind: 'blocked' })],
  ['no-creator', tabOf({}, { creator: { displayName: { value: 'Mara', source: 'meta' } } })],
  ['watch', tabOf({}, { kind: 'product', creator: undefined })],
  ['watch', tabOf({}, { kind: 'shop', creator: undefined })],
  ['nothing', tabOf({}, { kind: 'other', creator: undefined })],
] as const)('the fitting action is %s', (fitting, tab) => {
  expect(fittingAction(tab)).toBe(fitting);
});

test('a subject has a name that fits the store', () => {
  expect(subjectName(tabOf())).toBe('Mara Lind');
  expect(subjectName(tabOf({}, { creator: { handle: { value: 'mara', source: 'url' } } }))).toBe('mara');
  expect(subjectName(tabOf({ title: ' ' }, { creator: undefined }))).toBe('https://www.instagram.com/mara/');
  const long = tabOf({ title: '灯'.repeat(300) }, { creator: undefined });
  expect(subjectName(long)).toHaveLength(200);
});

test('access: hosts exactly, or everything', () => {
  const weibo = { id: 'weibo' as const, hosts: ['*.weibo.com', 'm.weibo.cn'] };
  expect(isGranted(['https://*.weibo.com/*'], weibo)).toBe(false);
  expect(isGranted(['https://*.weibo.com/*', 'https://m.weibo.cn/*'], weibo)).toBe(true);
  expect(isGranted(['<all_urls>'], weibo)).toBe(true);
  expect(coversEverySite(['https://*.weibo.com/*'])).toBe(false);
  expect(otherOrigins(['https://*/*', 'https://m.weibo.cn/*', 'https://a.example/*'], [weibo])).toEqual([
    'https://a.example/*',
  ]);
});

test.each([
  ['#/welcome', 'welcome'],
  ['#/recovery/now', 'recovery'],
  ['', 'creators'],
  ['#/constructor', 'creators'],
  ['#/creators?view=1', 'creators'],
])('%s is the page %s', (hash, page) => {
  expect(routeOf(hash)).toMatchObject({ page, id: '' });
});

test('a creator has an address of its own', () => {
  expect(routeOf('#/creator/0192f0c1')).toMatchObject({ page: 'creator', id: '0192f0c1' });
  expect(routeOf('#/creators?view=abc').query.get('view')).toBe('abc');
});

test('an answer that a later question overtook is dropped', async () => {
  const done = client.hold('checklist.get');
  const { result, rerender } = renderHook(({ day }) => useQuery('checklist.get', { day }, []), {
    initialProps: { day: '2026-03-01' },
  });
  rerender({ day: today });
  await waitFor(() => expect(client.sentOf('checklist.get')).toHaveLength(2));
  expect(result.current.state).toBe('loading');
  await act(async () => done(ok({ day: today, rows: [] }), 1));
  expect(result.current.value).toEqual({ day: today, rows: [] });
  await act(async () => done(ok({ day: '2026-03-01', rows: [] })));
  expect(result.current.value).toEqual({ day: today, rows: [] });
});

test('of two answers to the same question the later question wins', async () => {
  const done = client.hold('tag.suggest');
  const { result } = renderHook(() => useQuery('tag.suggest', {}, ['creators']));
  await waitFor(() => expect(client.listening()).toBe(1));
  client.announce('creators');
  await waitFor(() => expect(client.sentOf('tag.suggest')).toHaveLength(2));
  await act(async () => done(ok({ names: ['new'] }), 1));
  await act(async () => done(ok({ names: ['old'] })));
  expect(result.current.value).toEqual({ names: ['new'] });
});

test('a change of its collection asks again, another does not, and nobody listens after unmounting', async () => {
  client.answer('brand.list', { brands: [] });
  const { result, unmount } = renderHook(() => useQuery('brand.list', {}, ['brands']));
  await waitFor(() => expect(result.current.state).toBe('ready'));
  client.announce('creators');
  expect(client.sentOf('brand.list')).toHaveLength(1);
  await act(async () => client.announce('brands'));
  expect(client.sentOf('brand.list')).toHaveLength(2);
  expect(client.listening()).toBe(1);
  unmount();
  await waitFor(() => expect(client.listening()).toBe(0));
});

test('a failure among overlapping writes stays visible, and nothing is done before the last answer', async () => {
  const done = client.hold('watchlist.remove');
  const { result } = renderHook(() => useAction('watchlist.remove'));
  await act(async () => {
    void result.current.run({ competitorId: id(1) });
    void result.current.run({ competitorId: id(2) });
  });
  await act(async () => done(fail('quota', 'in a test')));
  expect(result.current).toMatchObject({ pending: true, failed: 'quota', done: false });
  await act(async () => done(ok({})));
  expect(result.current).toMatchObject({ pending: false, failed: 'quota', done: false });
});
