import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { endBatch } from '../../../utils/services/end-batch.ts';
import { listBatches } from '../../../utils/services/list-batches.ts';
import { listViews } from '../../../utils/services/list-views.ts';
import { removeView } from '../../../utils/services/remove-view.ts';
import { saveView } from '../../../utils/services/save-view.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

describe('a saved view', () => {
  const sort = { by: 'due' as const, descending: false };
  function save(name: string, viewId?: string, operationId = newId()) {
    machine.later();
    const input = { operationId, name, filter: { text: 'clay' }, sort, ...(viewId ? { viewId } : {}) };
    return saveView(input, machine.call());
  }
  const views = async () => good(await listViews({}, machine.call())).views;
  const undo = async (operationId: string) =>
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));

  test('is kept under its name, renamed under its id, and told to the screens', async () => {
    const { id } = good(await save('Spring'));
    good(await save('Summer', id));
    good(await save('Autumn'));
    expect((await views()).map(({ name, filter }) => [name, filter])).toEqual([
      ['Summer', { text: 'clay' }],
      ['Autumn', { text: 'clay' }],
    ]);
    expect(machine.announced).toEqual([['views'], ['views'], ['views']]);
    expect((await dump(machine, ['activities'])).activities).toHaveLength(3);
  });

  test('is refused under a name that another has, whatever its letters', async () => {
    const { id } = good(await save('Spring'));
    const other = good(await save('Summer'));
    expect(codeOf(await save(' SPRING '))).toBe('invalid');
    expect(codeOf(await save('spring', other.id))).toBe('invalid');
    expect(codeOf(await save('spring', id))).toBe('ok');
    expect(codeOf(await save('Winter', newId()))).toBe('not-found');
    expect((await views()).map(({ name }) => name)).toEqual(['spring', 'Summer']);
  });

  test('saved as it is writes nothing', async () => {
    const { id } = good(await save('Spring'));
    const before = await dump(machine, ['savedViews', 'activities']);
    good(await save('Spring', id));
    expect(await dump(machine, ['savedViews', 'activities'])).toEqual(before);
  });

  test('that is removed comes back with the undo', async () => {
    const { id } = good(await save('Spring'));
    const before = await views();
    const operationId = newId();
    good(await removeView({ operationId, viewId: id }, machine.call()));
    expect(await views()).toEqual([]);
    expect(codeOf(await removeView({ operationId: newId(), viewId: id }, machine.call()))).toBe('not-found');
    await undo(operationId);
    expect(await views()).toEqual(before);
    expect(machine.announced.at(-1)).toContain('views');
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });
});

describe('a batch', () => {
  const begin = (name: string, operationId = newId()) =>
    beginBatch({ operationId, kind: 'import', name, total: 12 }, machine.call());
  const end = (batchId: string, state: 'done' | 'stopped') =>
    endBatch({ operationId: newId(), batchId, state }, machine.call());
  const batches = async () => good(await listBatches({}, machine.call())).batches;

  test('is open until it is ended, and then stays as it ended', async () => {
    const { id, state } = good(await begin('creators.csv'));
    expect(state).toBe('open');
    machine.later();
    expect(good(await end(id, 'stopped'))).toMatchObject({ id, state: 'stopped' });
    const ended = await batches();
    expect(good(await end(id, 'stopped'))).toEqual(ended[0]);
    expect(codeOf(await end(id, 'done'))).toBe('forbidden');
    expect(codeOf(await end(newId(), 'done'))).toBe('not-found');
    expect(await batches()).toEqual(ended);
    expect(new Set(machine.announced.flat())).toEqual(new Set(['batches']));
  });

  test('begun twice by one operation is one', async () => {
    const operationId = newId();
    const first = await begin('creators.csv', operationId);
    expect(await begin('creators.csv', operationId)).toEqual(first);
    expect(await batches()).toHaveLength(1);
  });

  test('is listed for a week, newest first, and cleared away by a later one', async () => {
    const first = good(await begin('first.csv')).id;
    machine.later(24 * 60);
    const second = good(await begin('second.csv')).id;
    expect((await batches()).map(({ id }) => id)).toEqual([second, first]);
    machine.later(6 * 24 * 60 + 1);
    expect((await batches()).map(({ id }) => id)).toEqual([second]);
    await begin('third.csv');
    expect((await dump(machine, ['batches'])).batches).toHaveLength(2);
    expect((await dump(machine, ['tombstones'])).tombstones).toEqual([]);
  });

  test('has changed nothing by its beginning: to take that back means nothing', async () => {
    const operationId = newId();
    await begin('creators.csv', operationId);
    const before = await batches();
    expect(good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()))).toEqual({
      left: 0,
      kept: 0,
    });
    expect(await batches()).toEqual(before);
  });
});
