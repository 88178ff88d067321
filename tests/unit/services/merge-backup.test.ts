import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { backupStores } from '../../../utils/storage/schema.ts';
import {
  backup,
  capture,
  check,
  counted,
  day,
  edit,
  fill,
  kept,
  merge,
  otherMachine,
  restore,
} from '../../support/backup-machine.ts';
import { databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  machine = otherMachine();
});

describe('a merge', () => {
  test('of the same notebook changes nothing', async () => {
    await fill();
    const file = await backup();
    const before = await dump(machine, backupStores);
    const { counts } = await check(file, 'merge');
    expect(counts).toMatchObject({ added: 0, newer: 0, suppressed: 0 });
    await merge(file);
    expect(await dump(machine, backupStores)).toEqual(before);
  });

  test('the newer state wins, what is new comes, what is newer here stays; one undo takes all of it back', async () => {
    const mira = await capture('mira.bakes');
    const noor = await capture('noor.knits');
    await edit(mira, { notes: 'old words' });
    const older = await backup();
    await edit(mira, { notes: 'new words' });
    await edit(noor, { notes: 'hers' });
    const third = await capture('third.one');
    const newer = await backup();

    machine = otherMachine();
    await restore(older);
    await edit(noor, { notes: 'changed here, later than in the file' });
    machine.later(600);
    await edit(noor, { notes: 'and again' });
    const before = await dump(machine, ['creators', 'accounts', 'contacts', 'observations', 'tags']);
    const { counts } = await check(newer, 'merge');
    const { batchId, counts: done } = await merge(newer);
    expect(done).toEqual(counts);
    const notes = Object.fromEntries(
      ((await dump(machine, ['creators'])).creators as { id: string; notes: string }[]).map((one) => [
        one.id,
        one.notes,
      ]),
    );
    expect(notes).toEqual({ [mira]: 'new words', [noor]: 'and again', [third]: '' });
    expect(await kept()).toEqual(await counted());

    for (let left = 1; left > 0; )
      left = good(await undoOperation({ operationId: newId(), undo: batchId }, machine.call())).left;
    expect(await dump(machine, ['creators', 'accounts', 'contacts', 'observations', 'tags'])).toEqual(before);
    expect(await kept()).toEqual(await counted());
  });

  test('one person saved in both notebooks is one person', async () => {
    const theirs = await capture('mira.bakes', '101');
    await edit(theirs, { tags: ['Ceramics'], notes: 'theirs' });
    const database = await databaseOf(machine);
    const [account] = await database.getAll('accounts');
    const friend = await capture('noor.knits');
    const noor = await database.get('creators', friend);
    if (!account || !noor) throw new Error('nothing was captured');
    const second = {
      ...account,
      id: newId(),
      platform: 'tiktok' as const,
      stableId: undefined,
      identityKeys: ['tiktok:mira.bakes'],
    };
    await database.put('accounts', second);
    await database.put('creators', {
      ...noor,
      introducedBy: theirs,
      tagIds: (await database.getAll('tags')).map(({ id }) => id),
    });
    const file = await backup();

    machine = otherMachine();
    const ours = await capture('mira.bakes.old', '101');
    await edit(ours, { tags: ['ceramics'], notes: 'ours' });
    await merge(file);
    const stores = await dump(machine);
    expect(stores.creators).toMatchObject([
      { id: ours, notes: 'ours' },
      { id: friend, introducedBy: ours },
    ]);
    expect(
      (stores.accounts as { creatorId: string; platform: string }[]).map(({ creatorId, platform }) => [
        creatorId === ours,
        platform,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [true, 'instagram'],
        [true, 'tiktok'],
        [false, 'instagram'],
      ]),
    );
    expect(stores.accounts).toHaveLength(3);
    expect(stores.tags).toHaveLength(1);
    expect((stores.creators as { tagIds: string[] }[])[1]?.tagIds).toEqual([
      (stores.tags as { id: string }[])[0]?.id,
    ]);
    const mine = (stores.accounts as { id: string; creatorId: string; platform: string }[]).find(
      (one) => one.creatorId === ours && one.platform === 'instagram',
    );
    expect(
      (stores.observations as { accountId: string }[]).filter(({ accountId }) => accountId === mine?.id),
    ).toHaveLength(2);
    expect(stores.contacts).toHaveLength(3);
    const again = await check(file, 'merge');
    expect(again.counts).toMatchObject({ added: 0, newer: 0 });
    expect(await kept()).toEqual(await counted());
  });

  test('who was removed here stays removed, with all that hangs on them', async () => {
    const mira = await capture('mira.bakes');
    await capture('noor.knits');
    const file = await backup();
    const database = await databaseOf(machine);
    machine.later();
    const at = machine.clock.now.toISOString();
    await database.delete('creators', mira);
    await database.put('tombstones', {
      id: mira,
      store: 'creators',
      createdAt: at,
      updatedAt: at,
      deletedAt: at,
    });
    for (const store of ['accounts', 'contacts', 'observations'] as const) {
      for (const { id, ...row } of await database.getAll(store))
        if (('creatorId' in row && row.creatorId === mira) || store === 'observations')
          await database.delete(store, id);
    }
    await merge(file);
    const stores = await dump(machine);
    expect(JSON.stringify({ ...stores, operations: [] })).not.toContain('mira.bakes');
    expect(stores.creators).toHaveLength(1);
    expect(stores.observations).toHaveLength(1);
  });

  test('who was erased and asked not to be stored stays out, wherever the file comes from', async () => {
    // the other notebook knows them by an account more
    const theirs = await capture('mira.bakes', '101');
    const database = await databaseOf(machine);
    const [account] = await database.getAll('accounts');
    if (!account) throw new Error('nothing was captured');
    const second = {
      ...account,
      id: newId(),
      platform: 'tiktok' as const,
      stableId: '900',
      handle: 'mira.elsewhere',
    };
    await database.put('accounts', { ...second, identityKeys: ['tiktok:#900', 'tiktok:mira.elsewhere'] });
    const [look] = await database.getAll('observations');
    if (!look) throw new Error('nothing was looked at');
    await database.put('observations', { ...look, id: newId(), accountId: second.id });
    const noor = await capture('noor.knits');
    const file = await backup();

    machine = otherMachine();
    const ours = await capture('mira.bakes', '101');
    machine.later();
    const erase = erasePerson(machine.notebook);
    good(await erase({ operationId: newId(), creatorId: ours, suppress: true }, machine.call()));
    const { counts } = await merge(file);
    expect(counts.suppressed).toBeGreaterThanOrEqual(5);
    const stores = await dump(machine);
    expect(stores.creators).toMatchObject([{ id: noor }]);
    expect([stores.accounts?.length, stores.observations?.length, stores.contacts?.length]).toEqual([
      1, 1, 1,
    ]);
    expect(JSON.stringify(stores)).not.toMatch(/mira\.(bakes|elsewhere)/);
    expect(theirs).not.toBe(ours);
    expect(await kept()).toEqual(await counted());
  });

  test('keeps our settings, our routine and our ticks', async () => {
    await fill();
    const file = await backup();
    machine = otherMachine();
    good(await getOverview({ day }, machine.call()));
    await capture('someone.else');
    good(await saveSettings({ operationId: newId(), changes: { theme: 'light' } }, machine.call()));
    const before = await dump(machine, ['settings', 'routines', 'dayEntries']);
    await merge(file);
    expect(await dump(machine, ['settings', 'routines', 'dayEntries'])).toEqual(before);
  });
});
