import { beforeEach, describe, expect, test } from 'vitest';
import type { ActivityKind } from '../../../utils/domain/activity.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { addToWatchlist } from '../../../utils/services/add-to-watchlist.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { getCreatorHistory } from '../../../utils/services/get-creator-history.ts';
import { listActivities } from '../../../utils/services/list-activities.ts';
import { markLookedAt } from '../../../utils/services/mark-looked-at.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { saveView } from '../../../utils/services/save-view.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { pruneOperations } from '../../../utils/storage/operations.ts';
import {
  codeOf,
  databaseOf,
  dump,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

type Before = { at: string; id: string } | null;
const list = async (limit = 200, before: Before = null, kind?: ActivityKind) =>
  good(await listActivities({ before, limit, ...(kind ? { kind } : {}) }, machine.call()));
async function add(displayName: string, operationId = newId()) {
  machine.later();
  return good(await addCreator({ operationId, displayName }, machine.call())).creatorId;
}
async function edit(creatorIds: string[], operationId = newId(), batchId?: string) {
  machine.later();
  const changes = { nextAction: { text: 'Ask', due: '2026-03-01' } };
  const batch = batchId ? { batchId } : {};
  good(await editCreators({ operationId, ...batch, creatorIds, changes }, machine.call()));
  machine.later();
  const handled = { operationId: newId(), ...batch, creatorIds, changes: { nextAction: null } };
  good(await editCreators(handled, machine.call()));
}
/** Every row, read in pages. */
async function inPages(limit: number, kind?: ActivityKind) {
  const rows = [];
  let before: Before = null;
  for (;;) {
    const page = await list(limit, before, kind);
    expect(page.rows.length).toBe(page.more ? limit : page.rows.length);
    rows.push(...page.rows);
    const last = page.rows.at(-1)?.activity;
    if (!page.more || !last) return rows;
    before = { at: last.at, id: last.id };
  }
}

describe('the log', () => {
  test('is empty at first', async () => {
    expect(await list()).toEqual({ rows: [], more: false });
  });

  test.each([1, 2, 3, 4, 5, 200])('in pages of %i loses and doubles no row of one moment', async (limit) => {
    const ids = [await add('Mira'), await add('Noor'), await add('Lin')];
    await edit(ids);
    const { activities } = await dump(machine, ['activities']);
    const rows = await inPages(limit);
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ activity }) => activity.id)).size).toBe(activities?.length);
    const times = rows.map(({ activity }) => activity.at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(rows.filter(({ undoable }) => undoable)).toHaveLength(5);
    const handled = await inPages(limit, 'follow-up-handled');
    expect(handled.map(({ activity }) => activity.subjectId).sort()).toEqual(ids.toSorted());
  });

  test('names whom it was about, where they are still there', async () => {
    const operationId = newId();
    const gone = await add('Mira', operationId);
    const creatorId = await add('Noor');
    machine.later();
    await undoOperation({ operationId: newId(), undo: operationId }, machine.call());
    const page = {
      url: 'https://kiln.example/',
      title: 'Kiln shop',
      platform: 'web' as const,
      kind: 'shop' as const,
    };
    const watched = { operationId: newId(), name: 'Kiln', tier: 'better' as const, page };
    const { competitorId } = good(await addToWatchlist(watched, machine.call()));
    const [watchedPage] = await (await databaseOf(machine)).getAll('watchedPages');
    machine.later();
    await markLookedAt({ operationId: newId(), watchedPageId: watchedPage?.id ?? '' }, machine.call());
    machine.later();
    const lists = { accounts: [], shops: [], officialLinks: [], hashtags: [], countries: [], languages: [] };
    const brand = { operationId: newId(), details: { name: 'Glaze', ...lists } };
    const brandId = good(await saveBrand(brand, machine.call())).id;
    const { rows } = await list();
    expect(rows.map(({ activity, subject }) => [activity.kind, subject])).toEqual([
      ['brand-saved', { kind: 'brand', id: brandId, name: 'Glaze' }],
      ['page-looked-at', { kind: 'competitor', id: competitorId, name: 'Kiln' }],
      expect.anything(),
      expect.anything(),
      ['creator-added', { kind: 'creator', id: creatorId, name: 'Noor' }],
      ['creator-added', undefined],
    ]);
    expect(rows.at(-1)?.activity.subjectId).toBe(gone);
  });

  test('offers to take back what still can be, once, and nothing else', async () => {
    const added = newId();
    const id = await add('Mira', added);
    const undone = newId();
    await add('Noor', undone);
    machine.later();
    await undoOperation({ operationId: newId(), undo: undone }, machine.call());
    const sort = { by: 'name' as const, descending: false };
    machine.later();
    await saveView({ operationId: newId(), name: 'All', filter: {}, sort }, machine.call());
    const batch = { operationId: newId(), kind: 'edit' as const, name: '', total: 1 };
    await edit([id], newId(), good(await beginBatch(batch, machine.call())).id);
    await edit([id]);
    const offered = (await list()).rows.map(({ activity, undoable }) => [activity.kind, undoable]);
    // the two rows of the last edit share a moment: which of them comes first is not told
    expect(offered.slice(0, 2).map(([, undoable]) => undoable)).toEqual([true, false]);
    expect(offered.slice(2)).toEqual([
      ['creator-updated', true],
      [expect.anything(), false],
      [expect.anything(), false],
      ['creator-updated', false],
      ['view-changed', true],
      ['undone', false],
      ['creator-added', false],
      ['creator-added', true],
    ]);
    machine.later(8 * 24 * 60);
    await pruneOperations(await databaseOf(machine), machine.clock.now);
    expect((await list()).rows.some(({ undoable }) => undoable)).toBe(false);
  });
});

describe('the history of a creator', () => {
  const capture = async (followers: number, handle = 'mira.bakes') => {
    machine.later();
    const reading = profile({ ...named(handle), followers: { value: followers, source: 'dom' } });
    const captured = await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1)));
    return good(captured).creatorId;
  };
  const history = (creatorId: string) => getCreatorHistory({ creatorId }, machine.call());

  test('has the numbers of each account from the oldest on, and the log from the newest', async () => {
    const creatorId = await capture(10);
    await capture(11);
    await capture(500, 'noor.knits');
    await capture(12);
    const { series, activities, introducedBy } = good(await history(creatorId));
    expect(series).toHaveLength(1);
    expect(series[0]?.observations.map(({ counts }) => counts.followers?.value)).toEqual([10, 11, 12]);
    expect(activities.map(({ activity }) => activity.kind)).toEqual([
      'creator-observed',
      'creator-observed',
      'creator-captured',
    ]);
    expect(introducedBy).toBeUndefined();
  });

  test('keeps to the newest five hundred looks and two hundred rows', async () => {
    const creatorId = await capture(0);
    const database = await databaseOf(machine);
    const [look] = await database.getAll('observations');
    const [row] = await database.getAll('activities');
    if (!look || !row) throw new Error('nothing was captured');
    for (let i = 1; i <= 520; i++) {
      const at = new Date(Date.parse(look.at) + i * 60_000).toISOString();
      const counts = { followers: { value: i, source: 'dom' as const } };
      await database.put('observations', { ...look, id: newId(), at, counts });
      await database.put('activities', { ...row, id: newId(), at });
    }
    const { series, activities } = good(await history(creatorId));
    const values = series[0]?.observations.map(({ counts }) => counts.followers?.value);
    expect([values?.length, values?.[0], values?.at(-1)]).toEqual([500, 21, 520]);
    expect(activities).toHaveLength(200);
    expect(activities[0]?.activity.at).toBe(series[0]?.observations.at(-1)?.at);
  });

  test('says who introduced them, and offers no undo that would reach others', async () => {
    const [creatorId, other] = [await capture(1), await capture(1, 'noor.knits')];
    const database = await databaseOf(machine);
    const creator = await database.get('creators', creatorId);
    if (creator) await database.put('creators', { ...creator, introducedBy: other });
    await edit([creatorId, other]);
    const { activities, introducedBy } = good(await history(creatorId));
    expect(introducedBy).toEqual({ id: other, name: 'Mira Bakes' });
    expect(activities.map(({ undoable }) => undoable)).toEqual([false, false, false, true]);
    expect(codeOf(await history(newId()))).toBe('not-found');
  });
});
