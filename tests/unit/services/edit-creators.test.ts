import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { BulkChanges } from '../../../utils/messaging/protocol/creator-list.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { endBatch } from '../../../utils/services/end-batch.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { listBatches } from '../../../utils/services/list-batches.ts';
import { listCreatorRows } from '../../../utils/services/list-creator-rows.ts';
import { listTags } from '../../../utils/services/list-tags.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
let today: string;
let ids: string[];
beforeEach(async () => {
  machine = newMachine();
  today = localDay(machine.clock.now);
  ids = [];
  for (const displayName of ['Mira', 'Noor', 'Lin']) {
    const added = await addCreator({ operationId: newId(), displayName }, machine.call());
    ids.push(good(added).creatorId);
  }
  machine.later();
});

async function begin(kind: 'edit' | 'import' = 'edit') {
  const batch = await beginBatch({ operationId: newId(), kind, name: '', total: 3 }, machine.call());
  return good(batch).id;
}
const rowsById = async () => {
  const { rows } = good(await listCreatorRows({ after: null, limit: 100 }, machine.call()));
  return ids.map((id) => rows.find((row) => row.id === id));
};
const tagsOf = async () => {
  const { tags } = good(await listTags({}, machine.call()));
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return (await rowsById()).map((row) => row?.tagIds.map((id) => names.get(id)));
};
const logged = async (kind: string) => {
  const { activities } = await dump(machine, ['activities']);
  return activities?.filter((row) => (row as { kind: string }).kind === kind).length;
};

describe.each(['as one operation', 'as a step of a batch'])('an edit of many %s', (how) => {
  const inBatch = how === 'as a step of a batch';
  async function edit(changes: BulkChanges, creatorIds = ids, operationId = newId()) {
    machine.later();
    const batch = inBatch ? { batchId: await begin() } : {};
    return editCreators({ operationId, ...batch, creatorIds, changes }, machine.call());
  }

  test('changes what is named about those who are named', async () => {
    const changes = { status: 'contacted' as const, role: 'koc' as const, lastContact: today };
    expect(good(await edit(changes, ids.slice(0, 2)))).toEqual({ changed: 2, missing: 0 });
    expect(await rowsById()).toMatchObject([changes, changes, { status: 'found', role: 'influencer' }]);
    expect(await logged('creator-updated')).toBe(2);
  });

  test('does not write those that it changes nothing about', async () => {
    await edit({ status: 'contacted' }, ids.slice(0, 1));
    const [before] = await rowsById();
    expect(good(await edit({ status: 'contacted' }))).toEqual({ changed: 2, missing: 0 });
    expect((await rowsById())[0]).toEqual(before);
    expect(await logged('creator-updated')).toBe(3);
  });

  test('counts who is not there, and each once', async () => {
    const answer = await edit({ status: 'declined' }, [ids[0] ?? '', newId(), ids[0] ?? '']);
    expect(good(answer)).toEqual({ changed: 1, missing: 1 });
  });

  test('adds and removes tags by name beside those that are there', async () => {
    await edit({ addTags: ['Clay', 'Leeds'] });
    await edit({ addTags: ['spring'], removeTags: [' clay '] }, ids.slice(1));
    expect(await tagsOf()).toEqual([
      ['Clay', 'Leeds'],
      ['Leeds', 'spring'],
      ['Leeds', 'spring'],
    ]);
    expect(good(await edit({ removeTags: ['no such tag'] }))).toEqual({ changed: 0, missing: 0 });
  });

  test('makes no tag for nobody', async () => {
    expect(good(await edit({ addTags: ['Clay'] }, [newId()]))).toEqual({ changed: 0, missing: 1 });
    expect(good(await listTags({}, machine.call())).tags).toEqual([]);
  });

  test('follows the rules of what is due, down to the counters and the checklist', async () => {
    await getOverview({ day: today }, machine.call());
    const due = async () => good(await getOverview({ day: today }, machine.call())).dueTotal;
    const nextAction = { text: 'Ask', due: addDays(today, -1) };
    await edit({ nextAction });
    expect(await due()).toBe(3);
    await edit({ doNotContact: true }, ids.slice(0, 1));
    expect(await due()).toBe(2);
    expect(await logged('follow-up-handled')).toBe(0);
    await edit({ nextAction: null }, ids.slice(1, 2));
    await edit({ nextAction: { ...nextAction, due: addDays(today, 4) } }, ids.slice(2));
    expect(await due()).toBe(0);
    expect(await logged('follow-up-handled')).toBe(2);
    await edit({ doNotContact: false });
    expect(await due()).toBe(1);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    const { checklist } = good(await getOverview({ day: today }, machine.call()));
    expect(checklist.rows.find(({ derived }) => derived === 'due-follow-ups')).toMatchObject({
      handled: 2,
      total: 3,
      done: false,
    });
  });

  test('answers a repeat from the store and writes nothing', async () => {
    const operationId = newId();
    const batch = inBatch ? { batchId: await begin() } : {};
    const input = { operationId, ...batch, creatorIds: ids, changes: { addTags: ['Clay'] } };
    const first = await editCreators(input, machine.call());
    const after = await dump(machine);
    machine.later();
    const restarted = machine.start();
    expect(await editCreators(input, restarted.call())).toEqual(first);
    expect(await dump(restarted)).toEqual(after);
  });
});

test('an operation of many is taken back like any other', async () => {
  const before = await dump(machine, ['creators', 'tags']);
  const operationId = newId();
  const changes = { addTags: ['Clay'], status: 'declined' as const };
  good(await editCreators({ operationId, creatorIds: ids, changes }, machine.call()));
  good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
  expect(await dump(machine, ['creators', 'tags'])).toEqual(before);
});

describe('steps of a batch', () => {
  const step = (batchId: string, creatorIds: string[]) =>
    editCreators(
      { operationId: newId(), batchId, creatorIds, changes: { status: 'declined' } },
      machine.call(),
    );

  test('move its numbers', async () => {
    const batchId = await begin();
    await step(batchId, ids.slice(0, 1));
    await step(batchId, [...ids, newId()]);
    const [batch] = good(await listBatches({}, machine.call())).batches;
    expect(batch).toMatchObject({ id: batchId, state: 'open', done: 5, updated: 3, skipped: 2, created: 0 });
  });

  test('are refused without a batch that is open and for edits', async () => {
    const before = await dump(machine, ['creators', 'operations']);
    expect(codeOf(await step(newId(), ids))).toBe('not-found');
    expect(await dump(machine, ['creators', 'operations'])).toEqual(before);
    expect(codeOf(await step(await begin('import'), ids))).toBe('invalid');
    const batchId = await begin();
    good(await endBatch({ operationId: newId(), batchId, state: 'done' }, machine.call()));
    expect(codeOf(await step(batchId, ids))).toBe('forbidden');
    expect((await dump(machine, ['creators'])).creators).toEqual(before.creators);
  });
});
