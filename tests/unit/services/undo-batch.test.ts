import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { creatorRowsSince } from '../../../utils/services/creator-rows-since.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { endBatch } from '../../../utils/services/end-batch.ts';
import { saveContact } from '../../../utils/services/save-contact.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { batchesIn, changedByBatches } from '../../support/batches.ts';
import {
  codeOf,
  databaseOf,
  dump,
  frameIn,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { aborts, withFault } from '../../support/write-faults.ts';

let machine: Machine;
let batches: ReturnType<typeof batchesIn>;
beforeEach(() => {
  machine = newMachine();
  batches = batchesIn(machine);
});

const people = () => dump(machine, ['creators', 'accounts', 'contacts', 'observations', 'tags']);
async function countersAreRight() {
  const { kept, counted } = await keptAndCounted(machine);
  expect(kept).toEqual(counted);
}

const state = () => dump(machine, changedByBatches);

describe('a batch that is taken back', () => {
  test('goes step by step, the newest first, and leaves nothing but its log', async () => {
    await batches.capture('mira.bakes');
    const before = await state();
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor', 'lin']);
    await batches.bringIn(batchId, ['jun']);
    await countersAreRight();
    await endBatch({ operationId: newId(), batchId, state: 'done' }, machine.call());
    expect(good(await batches.undo(batchId))).toEqual({ left: 1, kept: 0 });
    const names = (await people()).creators?.map((row) => (row as { displayName: string }).displayName);
    expect(names?.sort()).toEqual(['Mira Bakes', 'lin', 'noor']);
    expect(await batches.newest()).toMatchObject({ state: 'done' });
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    expect(await state()).toEqual(before);
    expect(await batches.newest()).toMatchObject({ state: 'taken-back' });
    await countersAreRight();
    const { activities } = await dump(machine, ['activities']);
    expect(activities?.filter((row) => (row as { kind: string }).kind === 'undone')).toHaveLength(2);
  });

  test('a further time is harmless', async () => {
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor']);
    good(await batches.undo(batchId));
    const after = await dump(machine, [...changedByBatches, 'activities', 'batches']);
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    expect(await dump(machine, [...changedByBatches, 'activities', 'batches'])).toEqual(after);
  });

  test('without a step only ends', async () => {
    const batchId = await batches.begin();
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    expect(await batches.newest()).toMatchObject({ state: 'taken-back' });
  });

  test('while it is open is closed, so that no step can follow', async () => {
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor']);
    await batches.bringIn(batchId, ['lin']);
    good(await batches.undo(batchId));
    expect(await batches.newest()).toMatchObject({ state: 'stopped' });
    await expect(batches.bringIn(batchId, ['jun'])).rejects.toThrow('forbidden');
  });

  test('restores what it had changed and removed', async () => {
    const creatorId = await batches.capture('mira.bakes');
    const [contact] = good(
      await saveContact({ operationId: newId(), creatorId, kind: 'phone', value: '123' }, machine.call()),
    ).contacts;
    const before = await state();
    const batchId = await batches.begin('merge');
    await batches.step(batchId, async (writing) => {
      const creator = await writing.get('creators', creatorId);
      if (!creator || !contact) throw new Error('nobody there');
      const once = { ...creator, notes: 'once', updatedAt: '2020-01-01T00:00:00.000Z' };
      writing.replace('creators', creator, once);
      writing.replace('creators', once, { ...once, notes: 'twice', updatedAt: '2020-01-02T00:00:00.000Z' });
      writing.remove('contacts', contact);
    });
    expect(await state()).not.toEqual(before);
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    expect(await state()).toEqual(before);
    await countersAreRight();
  });

  test.each([
    ['removed again when it is untouched', false],
    ['kept when it was changed since', true],
  ])('that had brought back a removed record: it is %s', async (_how, changed) => {
    const captured = newId();
    const creatorId = await batches.capture('mira.bakes', captured);
    const creator = await (await databaseOf(machine)).get('creators', creatorId);
    good(await batches.undo(captured));
    const before = await state();
    const batchId = await batches.begin('merge');
    await batches.step(batchId, async (writing) => {
      const tombstone = await writing.get('tombstones', creatorId);
      if (!creator || !tombstone) throw new Error('nothing was removed');
      writing.remove('tombstones', tombstone);
      writing.add('creators', creator);
    });
    const tombstones = async () =>
      ((await state()).tombstones as { id: string }[]).filter(({ id }) => id === creatorId).length;
    expect(await tombstones()).toBe(0);
    if (changed) good(await batches.update(creatorId, 'Call on Friday'));
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: changed ? 1 : 0 });
    if (!changed) expect(await state()).toEqual(before);
    expect([(await people()).creators?.length, await tombstones()]).toEqual(changed ? [1, 0] : [0, 1]);
  });

  test('of edits gives every creator what they had', async () => {
    const ids = [await batches.capture('mira'), await batches.capture('noor')];
    const before = await people();
    const batchId = await batches.begin('edit');
    for (const creatorIds of ids.map((id) => [id])) {
      machine.later();
      const changes = { addTags: ['spring'], nextAction: { text: 'Ask', due: '2026-03-01' } };
      good(await editCreators({ operationId: newId(), batchId, creatorIds, changes }, machine.call()));
    }
    await countersAreRight();
    await batches.undo(batchId);
    await batches.undo(batchId);
    expect(await people()).toEqual(before);
    await countersAreRight();
  });
});

describe('a worker killed between steps', () => {
  test('answers the repeated step from the store: nothing is lost or doubled', async () => {
    const before = await people();
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor']);
    await batches.bringIn(batchId, ['lin']);
    const operationId = newId();
    const first = good(await batches.undo(batchId, operationId));
    const after = await dump(machine);
    const restarted = machine.start();
    const again = await undoOperation({ operationId, undo: batchId }, restarted.call());
    expect(good(again)).toEqual(first);
    expect(await dump(restarted)).toEqual(after);
    expect(good(await undoOperation({ operationId: newId(), undo: batchId }, restarted.call())).left).toBe(0);
    expect(await people()).toEqual(before);
  });

  test('in the middle of a step leaves no trace of it', async () => {
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor', 'lin']);
    for (const at of [0, 3, 9]) {
      const before = await dump(machine);
      const outcome = await withFault(at, aborts, () => batches.undo(batchId));
      expect(outcome).toMatchObject({ reached: true });
      expect(await dump(machine)).toEqual(before);
    }
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
  });

  test('and an id that was used for something else is refused', async () => {
    const batchId = await batches.begin();
    const { stepId } = await batches.bringIn(batchId, ['noor']);
    const before = await people();
    expect(codeOf(await batches.undo(batchId, stepId))).toBe('invalid');
    expect(await people()).toEqual(before);
  });
});

describe('refused', () => {
  test('is a page, and a single step without its batch', async () => {
    const batchId = await batches.begin();
    const { stepId } = await batches.bringIn(batchId, ['noor']);
    const before = await dump(machine);
    expect(codeOf(await batches.undo(batchId, newId(), pageIn(1)))).toBe('forbidden');
    expect(codeOf(await batches.undo(batchId, newId(), frameIn(1)))).toBe('forbidden');
    expect(codeOf(await batches.undo(stepId))).toBe('invalid');
    expect(await dump(machine)).toEqual(before);
  });

  test('is the restore of a whole notebook: it kept no way back', async () => {
    const batchId = await batches.begin('restore');
    const before = await dump(machine);
    expect(codeOf(await batches.undo(batchId))).toBe('invalid');
    expect(await dump(machine)).toEqual(before);
  });
});

test('the list is asked for anew after a batch was taken back', async () => {
  const batchId = await batches.begin('edit');
  const creatorId = await batches.capture('mira.bakes');
  const edit = { operationId: newId(), batchId, creatorIds: [creatorId], changes: { role: 'koc' as const } };
  good(await editCreators(edit, machine.call()));
  const before = machine.clock.now.toISOString();
  const since = async () => good(await creatorRowsSince({ since: before }, machine.call()));
  expect(await since()).toMatchObject({ all: false, rows: [{ role: 'koc' }] });
  good(await batches.undo(batchId));
  expect(await since()).toMatchObject({ all: true });
});
