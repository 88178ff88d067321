// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useAllSeries } from '../../../components/hooks/use-all-series.ts';
import { useChanges } from '../../../components/hooks/use-changes.ts';
import { readPages, usePages } from '../../../components/hooks/use-pages.ts';
import { useWeek } from '../../../components/hooks/use-week.ts';
import { fail, ok, type Result } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
afterEach(() => {
  cleanup();
  client.resetClient();
});

type Found = Result<{ rows: readonly string[]; more: boolean }>;
const found = (rows: string[], more = false): Found => ok({ rows, more });

/** A list whose every reading stays open until the test answers it. */
function heldList() {
  const turns: { asked: string; pages: number; overtaken: AbortSignal; answer: (found: Found) => void }[] =
    [];
  /** what stood on the screen at each drawing of it */
  const drawn: [asked: string, rows: readonly string[] | null][] = [];
  const hook = renderHook(
    ({ asked }) => {
      const pages = usePages<string>(
        asked,
        ['watchlist'],
        (pages, overtaken) => new Promise((answer) => turns.push({ asked, pages, overtaken, answer })),
      );
      drawn.push([asked, pages.rows]);
      return pages;
    },
    { initialProps: { asked: 'first' } },
  );
  const turn = async (n: number) => {
    await waitFor(() => expect(turns.length).toBeGreaterThan(n));
    return turns[n] as (typeof turns)[number];
  };
  const answer = async (n: number, found: Found) => {
    const one = await turn(n);
    await act(async () => one.answer(found));
  };
  return { ...hook, turns, turn, answer, drawn };
}

test('what an earlier turn read late never stands over what a later one read', async () => {
  const list = heldList();
  await list.turn(0);
  await act(async () => list.result.current.again());
  expect((await list.turn(0)).overtaken.aborted).toBe(true);
  await list.answer(1, found(['new']));
  expect(list.result.current).toMatchObject({ rows: ['new'], pending: false });
  await list.answer(0, found(['old'], true));
  expect(list.result.current).toMatchObject({ rows: ['new'], more: false, pending: false, failed: null });
});

test('a refusal that comes late is none of the later turn', async () => {
  const list = heldList();
  await list.turn(0);
  await act(async () => list.result.current.again());
  await list.answer(0, fail('unreachable', 'in a test'));
  expect(list.result.current).toMatchObject({ rows: null, pending: true, failed: null });
  await list.answer(1, found(['new']));
  expect(list.result.current).toMatchObject({ rows: ['new'], failed: null });
});

test('another list starts over: nothing of the one before, and one page', async () => {
  const list = heldList();
  await list.answer(0, found(['a'], true));
  await act(async () => list.result.current.showMore());
  expect((await list.turn(1)).pages).toBe(2);
  list.rerender({ asked: 'second' });
  expect(list.result.current).toMatchObject({ rows: null, more: false, pending: true, failed: null });
  expect(await list.turn(2)).toMatchObject({ asked: 'second', pages: 1 });
  await list.answer(1, found(['a', 'b']));
  expect(list.result.current.rows).toBeNull();
  await list.answer(2, found(['x']));
  expect(list.result.current.rows).toEqual(['x']);
  // not for one drawing do rows of the one list stand under the name of the other
  expect(list.drawn.filter(([asked, rows]) => asked === 'second' && rows?.includes('a'))).toEqual([]);
});

test('a refusal is shown beside what was there, and goes when it is tried again', async () => {
  const list = heldList();
  await list.answer(0, fail('unreachable', 'in a test'));
  expect(list.result.current).toMatchObject({ rows: null, pending: false, failed: 'unreachable' });
  await act(async () => list.result.current.again());
  expect(list.result.current).toMatchObject({ pending: true, failed: null });
  await list.answer(1, found(['a'], true));
  await act(async () => list.result.current.showMore());
  await list.answer(2, fail('busy', 'in a test'));
  expect(list.result.current).toMatchObject({ rows: ['a'], more: true, pending: false, failed: 'busy' });
  await act(async () => list.result.current.again());
  // the page that failed is still wanted
  expect((await list.turn(3)).pages).toBe(2);
});

test('more pages are shown with those before; a change has all of them read again, until the screen is gone', async () => {
  const list = heldList();
  await list.answer(0, found(['a'], true));
  await act(async () => list.result.current.showMore());
  expect(list.result.current).toMatchObject({ rows: ['a'], pending: true });
  await list.answer(1, found(['a', 'b'], true));
  expect(list.result.current).toMatchObject({ rows: ['a', 'b'], more: true, pending: false });
  await act(async () => client.announce('creators'));
  expect(list.turns).toHaveLength(2);
  await act(async () => client.announce('watchlist'));
  expect((await list.turn(2)).pages).toBe(2);
  list.unmount();
  await waitFor(() => expect(client.listening()).toBe(0));
  expect((await list.turn(2)).overtaken.aborted).toBe(true);
});

test('pages are read one after the other, each after the last row of the one before', async () => {
  const pages = [found(['a', 'b'], true), found(['c'], true), found(['d']), found(['e'])];
  const page = vi.fn(async (last: string | null) => pages[['b', 'c', 'd'].indexOf(last ?? '') + 1] as Found);
  const { signal } = new AbortController();
  expect(await readPages(2, signal, page)).toEqual(found(['a', 'b', 'c'], true));
  expect(page.mock.calls).toEqual([[null], ['b']]);
  // the list ends sooner than the pages that are wanted
  expect(await readPages(9, signal, page)).toEqual(found(['a', 'b', 'c', 'd']));
  expect(page).toHaveBeenCalledTimes(5);
});

test('a refusal in the middle is the answer; a turn that was overtaken asks no further', async () => {
  const stop = new AbortController();
  const page = vi.fn(async (last: string | null) => (last ? fail('busy', 'in a test') : found(['a'], true)));
  expect(await readPages(3, stop.signal, page)).toMatchObject({ ok: false, code: 'busy' });
  expect(page).toHaveBeenCalledTimes(2);
  const slow = vi.fn(async () => {
    stop.abort();
    return found(['a'], true);
  });
  await readPages(3, stop.signal, slow);
  expect(slow).toHaveBeenCalledTimes(1);
});

const change = (n: number) => ({ id: `change ${n}` });
const next = { foundAt: '2026-03-02T08:00:00.000Z', id: 'any' };

test('changes that a rare filter finds in steps are one page; an endless search is left to the person', async () => {
  let step = 0;
  client.answer('change.list', () => ({ changes: [change(++step)], next: step === 3 ? null : next }));
  const { result, unmount } = renderHook(() => useChanges({ muted: false }, 5));
  await waitFor(() => expect(result.current.changes).toHaveLength(3));
  expect(result.current).toMatchObject({ more: false, pending: false });
  unmount();
  client.resetClient();
  client.answer('change.list', { changes: [], next });
  const endless = renderHook(() => useChanges({ muted: false }, 5));
  await waitFor(() => expect(endless.result.current.changes).toEqual([]));
  expect(endless.result.current.more).toBe(true);
  expect(client.sentOf('change.list')).toHaveLength(21);
});

test('the figures of pages that are known stay while one page goes; a new page is waited for', async () => {
  client.answer('watch.series', ({ watchedPageId }: Record<string, unknown>) => ({ of: watchedPageId }));
  const { result, rerender } = renderHook(({ ids }) => useAllSeries(ids), {
    initialProps: { ids: ['a', 'b'] },
  });
  await waitFor(() => expect(result.current.series?.size).toBe(2));
  const answer = client.hold('watch.series');
  rerender({ ids: ['b'] });
  expect(result.current.series?.get('b')).toEqual({ of: 'b' });
  rerender({ ids: ['b', 'c'] });
  expect(result.current.series).toBeNull();
  // all at once: two, then one, then two
  expect(client.sentOf('watch.series').slice(2)).toEqual(
    ['b', 'b', 'c'].map((watchedPageId) => ({ watchedPageId })),
  );
  await act(async () => answer(fail('unreachable', 'in a test'), 2));
  await act(async () => answer(ok({ of: 'b' }), 1));
  await waitFor(() => expect(result.current).toMatchObject({ series: null, failed: 'unreachable' }));
});

test('a week is its changes and notes; a refusal of either leaves it standing, another week does not', async () => {
  const noted = { takenAt: '2026-03-03T08:00:00.000Z', note: { changed: 'price' } };
  client.answer('change.list', { changes: [change(1)], next: null });
  client.answer('snapshot.list', { rows: [noted, { ...noted, note: null }], more: false });
  const { result, rerender } = renderHook(({ until }) => useWeek('2026-03-02', until, ['a']), {
    initialProps: { until: '2026-03-09' },
  });
  await waitFor(() =>
    expect(result.current.week).toEqual({ changes: [change(1)], noted: [noted], cut: false }),
  );
  client.refuse('snapshot.list', 'unreachable');
  await act(async () => client.announce('watchlist'));
  await waitFor(() => expect(result.current).toMatchObject({ week: { cut: false }, failed: 'unreachable' }));
  rerender({ until: '2026-03-10' });
  expect(result.current.week).toBeNull();
});
