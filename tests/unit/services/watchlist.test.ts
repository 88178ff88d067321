import { beforeEach, describe, expect, test } from 'vitest';
import type { Competitor } from '../../../utils/domain/competitor.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tier } from '../../../utils/domain/vocabulary.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { moveCompetitor, positionsAfterMove } from '../../../utils/services/move-competitor.ts';
import { removeCompetitor } from '../../../utils/services/remove-competitor.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCompetitor } from '../../../utils/services/update-competitor.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

async function add(
  name: string,
  more: { url?: string; key?: string; competitorId?: string; tier?: Tier } = {},
) {
  machine.later();
  const { url = `https://${name}.example/`, key, competitorId, tier = 'equal' } = more;
  const page = { url, title: name, platform: 'web' as const, kind: 'shop' as const, ...(key ? { key } : {}) };
  const operationId = newId();
  const input = { operationId, name, tier, page, ...(competitorId ? { competitorId } : {}) };
  return { operationId, result: await addToWatchlist(input, machine.call()) };
}
const added = async (...args: Parameters<typeof add>) => good((await add(...args)).result).competitorId;
const list = async () =>
  good(await getOverview({ day: '2026-03-10' }, machine.call())).watchlist.map(({ competitor, pages }) => ({
    name: competitor.name,
    tier: competitor.tier,
    pages: pages.map(({ url }) => url),
  }));
const names = async () => (await list()).map(({ name }) => name);
const undo = (operation: string) => undoOperation({ operationId: newId(), undo: operation }, machine.call());
const move = (competitorId: string, before: string | null, operationId = newId()) => {
  machine.later();
  return moveCompetitor({ operationId, competitorId, before }, machine.call());
};

describe('adding', () => {
  test('puts new competitors at the end, and pages to one of the list', async () => {
    const kiln = await added('kiln', { tier: 'better' });
    await added('glaze');
    await added('ignored name', { competitorId: kiln, url: 'https://kiln.example/sale' });
    expect(await list()).toEqual([
      { name: 'kiln', tier: 'better', pages: ['https://kiln.example/', 'https://kiln.example/sale'] },
      { name: 'glaze', tier: 'equal', pages: ['https://glaze.example/'] },
    ]);
  });

  test('a page already watched, by address or by key, is said and not doubled', async () => {
    const kiln = await added('kiln', { key: 'shopify:shop:kiln' });
    const before = await dump(machine, ['competitors', 'watchedPages', 'activities']);
    expect((await add('kiln again', { url: 'https://kiln.example/' })).result).toEqual({
      ok: true,
      value: { competitorId: kiln, alreadyWatched: true },
    });
    const byKey = await add('kiln', { url: 'https://www.kiln.example/', key: 'shopify:shop:kiln' });
    expect(good(byKey.result).alreadyWatched).toBe(true);
    expect(await dump(machine, ['competitors', 'watchedPages', 'activities'])).toEqual(before);
  });

  test('the same page added ten times at once is watched once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => add('kiln')));
    expect(results.filter(({ result }) => !good(result).alreadyWatched)).toHaveLength(1);
    expect(await names()).toEqual(['kiln']);
  });

  test('to a competitor that is gone is not found', async () => {
    expect(codeOf((await add('kiln', { competitorId: newId() })).result)).toBe('not-found');
  });

  test('is not taken back once the competitor has another page', async () => {
    const { operationId, result } = await add('kiln');
    await added('x', { competitorId: good(result).competitorId, url: 'https://kiln.example/sale' });
    expect(codeOf(await undo(operationId))).toBe('changed-since');
  });
});

describe('order', () => {
  test('moves before another, to the end, and back by undo', async () => {
    const [a, b, c] = [await added('a'), await added('b'), await added('c')];
    await move(c, a);
    expect(await names()).toEqual(['c', 'a', 'b']);
    await move(c, b);
    expect(await names()).toEqual(['a', 'c', 'b']);
    const operationId = newId();
    await move(a, null, operationId);
    expect(await names()).toEqual(['c', 'b', 'a']);
    expect(codeOf(await undo(operationId))).toBe('ok');
    expect(await names()).toEqual(['a', 'c', 'b']);
  });

  test('before itself stays, before a stranger is not found', async () => {
    const [a, b] = [await added('a'), await added('b')];
    expect(codeOf(await move(b, b))).toBe('ok');
    expect(await names()).toEqual(['a', 'b']);
    expect(codeOf(await move(a, newId()))).toBe('not-found');
    expect(codeOf(await move(newId(), a))).toBe('not-found');
  });

  test('holds through more moves than numbers can be halved', async () => {
    const [a, b, c] = [await added('a'), await added('b'), await added('c')];
    for (let turn = 0; turn < 60; turn++) await move(turn % 2 ? b : c, turn % 2 ? c : b);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(a).not.toBe(b);
  });

  test('competitors at one position are numbered anew', () => {
    const at = (id: string, position: number) => ({ id, position }) as Competitor;
    const moved = positionsAfterMove([at('a', 1), at('b', 1), at('c', 1)], 'c', 'b');
    expect([...moved].sort((x, y) => x[1] - y[1]).map(([id]) => id)).toEqual(['a', 'c', 'b']);
  });
});

test('removing takes the pages along, and undo brings all of it back to its place', async () => {
  const [a] = [await added('a'), await added('b')];
  await added('more', { competitorId: a, url: 'https://a.example/new' });
  const before = await list();
  const operationId = newId();
  machine.later();
  expect(codeOf(await removeCompetitor({ operationId, competitorId: a }, machine.call()))).toBe('ok');
  const left = await dump(machine, ['watchedPages', 'tombstones']);
  expect([await names(), left.watchedPages?.length]).toEqual([['b'], 1]);
  expect(left.tombstones).toHaveLength(3);
  expect(Object.keys(left.tombstones?.[0] ?? {}).sort()).toEqual([
    'createdAt',
    'deletedAt',
    'id',
    'store',
    'updatedAt',
  ]);
  expect(codeOf(await undo(operationId))).toBe('ok');
  expect(await list()).toEqual(before);
  expect((await dump(machine)).tombstones).toEqual([]);
});

test('a new name and tier are kept; what is gone is not found', async () => {
  const a = await added('a');
  const update = { operationId: newId(), competitorId: a, name: 'A & Sons', tier: 'inspiration' as const };
  good(await updateCompetitor(update, machine.call()));
  expect(await list()).toMatchObject([{ name: 'A & Sons', tier: 'inspiration' }]);
  const gone = newId();
  const call = machine.call();
  expect(codeOf(await updateCompetitor({ operationId: newId(), competitorId: gone }, call))).toBe(
    'not-found',
  );
  expect(codeOf(await removeCompetitor({ operationId: newId(), competitorId: gone }, call))).toBe(
    'not-found',
  );
  expect(codeOf(await markLookedAt({ operationId: newId(), watchedPageId: gone }, call))).toBe('not-found');
});

test('a look is noted with its time, and can be undone', async () => {
  await added('a');
  const page = async () => (await dump(machine)).watchedPages?.[0] as { id: string; lastLookedAt?: string };
  const operationId = newId();
  machine.later();
  const { id } = await page();
  good(await markLookedAt({ operationId, watchedPageId: id }, machine.call()));
  expect((await page()).lastLookedAt).toBe(machine.clock.now.toISOString());
  await undo(operationId);
  expect((await page()).lastLookedAt).toBeUndefined();
});
