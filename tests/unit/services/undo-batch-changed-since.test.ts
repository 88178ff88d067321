import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { newAccount, newCreator } from '../../../utils/services/new-creator.ts';
import { saveContact } from '../../../utils/services/save-contact.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { batchesIn } from '../../support/batches.ts';
import { databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';

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

describe('what was changed since stays', () => {
  test('and with a creator stays what hangs on them, their tags too', async () => {
    const batchId = await batches.begin();
    const { ids } = await batches.bringIn(batchId, ['noor', 'lin']);
    good(await batches.update(ids[1] ?? '', 'Call on Friday'));
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 1 });
    const { creators, accounts, contacts, observations, tags } = await people();
    expect(creators).toMatchObject([{ id: ids[1], notes: 'Call on Friday' }]);
    expect([accounts, contacts]).toMatchObject([[{ creatorId: ids[1] }], [{ creatorId: ids[1] }]]);
    expect([observations?.length, tags?.length]).toEqual([1, 2]);
    expect(await batches.newest()).toMatchObject({ state: 'taken-back' });
    await countersAreRight();
  });

  test('as the person left it, not as it was before the batch', async () => {
    const ids = [await batches.capture('mira'), await batches.capture('noor')];
    const batchId = await batches.begin('edit');
    const edit = { operationId: newId(), batchId, creatorIds: ids, changes: { role: 'koc' as const } };
    good(await editCreators(edit, machine.call()));
    good(await batches.update(ids[0] ?? '', 'Call on Friday'));
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 1 });
    expect((await people()).creators).toMatchObject([
      { id: ids[0], role: 'koc', notes: 'Call on Friday' },
      { id: ids[1], role: 'influencer', notes: '' },
    ]);
  });

  test('also when it was only looked at again: nobody loses their account', async () => {
    const batchId = await batches.begin();
    const { ids } = await batches.bringIn(batchId, ['noor', 'lin']);
    await batches.capture('noor');
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 1 });
    const { creators, accounts, observations, contacts } = await people();
    expect([creators, accounts, contacts]).toMatchObject([
      [{ id: ids[0] }],
      [{ creatorId: ids[0] }],
      [{ creatorId: ids[0] }],
    ]);
    expect(observations).toHaveLength(2);
    await countersAreRight();
  });

  test('also when something came to them since', async () => {
    const batchId = await batches.begin();
    const [creatorId = ''] = (await batches.bringIn(batchId, ['noor'])).ids;
    await saveContact({ operationId: newId(), creatorId, kind: 'phone', value: '123' }, machine.call());
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    const { creators, accounts, contacts } = await people();
    expect([creators?.length, accounts?.length, contacts?.length]).toEqual([1, 1, 2]);
  });

  test('in a merge, where accounts come steps after their creators', async () => {
    const batchId = await batches.begin('merge');
    const old = '2024-05-05T05:05:05.000Z';
    const [changed, untouched] = [newId(), newId()];
    const name = (handle: string) => ({ platform: 'x' as const, handle });
    await batches.step(batchId, async (writing) => {
      writing.add('creators', newCreator(changed, 'Noor', old));
      writing.add('creators', newCreator(untouched, 'Lin', old));
    });
    const accountIds = [newId(), newId()];
    await batches.step(batchId, async (writing) => {
      writing.add('accounts', newAccount(accountIds[0] ?? '', changed, name('noor'), '', old));
      writing.add('accounts', newAccount(accountIds[1] ?? '', untouched, name('lin'), '', old));
    });
    await batches.step(batchId, async (writing) => {
      for (const accountId of accountIds) {
        const row = { id: newId(), createdAt: old, updatedAt: old, at: old };
        writing.add('observations', { ...row, accountId, url: '', counts: {} });
      }
    });
    good(await batches.update(changed, 'Call on Friday'));
    const kept = [];
    for (let i = 0; i < 3; i++) kept.push(good(await batches.undo(batchId)));
    expect(kept).toEqual([
      { left: 2, kept: 0 },
      { left: 1, kept: 0 },
      { left: 0, kept: 1 },
    ]);
    const { creators, accounts, observations } = await people();
    expect(creators).toMatchObject([{ id: changed }]);
    expect(accounts).toMatchObject([{ id: accountIds[0] }]);
    expect(observations).toMatchObject([{ accountId: accountIds[0] }]);
    await countersAreRight();
  });

  test('and what somebody removed since does not come back', async () => {
    const creatorId = await batches.capture('mira.bakes');
    const batchId = await batches.begin('edit');
    const edit = {
      operationId: newId(),
      batchId,
      creatorIds: [creatorId],
      changes: { role: 'koc' as const },
    };
    good(await editCreators(edit, machine.call()));
    const database = await databaseOf(machine);
    await database.delete('creators', creatorId);
    expect(good(await batches.undo(batchId))).toEqual({ left: 0, kept: 0 });
    expect((await people()).creators).toEqual([]);
  });

  test('a tag that others carry by now stays', async () => {
    const other = await batches.capture('mira.bakes');
    const batchId = await batches.begin();
    await batches.bringIn(batchId, ['noor']);
    const changes = { tags: ['clay'] };
    await updateCreator(machine.contexts)(
      { operationId: newId(), creatorId: other, changes },
      machine.call(),
    );
    good(await batches.undo(batchId));
    expect((await people()).tags).toMatchObject([{ name: 'clay' }]);
  });
});
