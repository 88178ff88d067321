import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { wipeNotebook } from '../../../utils/services/wipe-notebook.ts';
import { sentinelKey } from '../../../utils/storage/sentinel.ts';
import { sweepsOf } from '../../../utils/storage/sweeps.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { peopleOn } from '../../support/people.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { captureMira, erase, miraAndNoor, everything } = peopleOn(() => machine);

describe('the export of a person', () => {
  test('has everything about them, as stored, and nothing of others', async () => {
    const { mira } = await miraAndNoor();
    const { stores } = good(await exportPerson({ creatorId: mira }, machine.call()));
    const counts = Object.fromEntries(Object.entries(stores).map(([name, rows]) => [name, rows.length]));
    expect(counts).toEqual({
      creators: 1,
      accounts: 1,
      contacts: 1,
      observations: 2,
      tags: 2,
      activities: 3,
      operations: 3,
    });
    const all = await dump(machine);
    for (const store of ['creators', 'accounts', 'contacts', 'observations', 'activities'])
      for (const row of stores[store] ?? []) expect(all[store]).toContainEqual(row);
    expect(JSON.stringify(stores)).not.toMatch(/noor|knits|samples/i);
  });

  test('of nobody is not found', async () => {
    expect(codeOf(await exportPerson({ creatorId: newId() }, machine.call()))).toBe('not-found');
  });
});

describe('wiping the notebook', () => {
  const wipe = () =>
    wipeNotebook(machine.notebook, machine.contexts)({ operationId: newId() }, machine.call());

  test('leaves it as on the first day, and well', async () => {
    await miraAndNoor();
    await machine.notebook.writeSecondCopy();
    machine.files.contents.set(`second-copy-${newId()}-b.json.gz`, new Uint8Array([1]));
    good(await wipe());
    expect(await everything()).not.toMatch(/mira|noor/i);
    expect(machine.files.contents.size).toBe(0);
    expect(good(await machine.notebook.status()).state).toBe('healthy');
    machine.notebook.close();
    machine = { ...machine, ...machine.start() };
    expect(good(await machine.notebook.status()).state).toBe('healthy');
    const { meta: _own, ...wiped } = await dump(machine);
    const { meta: _other, ...firstDay } = await dump(newMachine());
    expect(wiped).toEqual(firstDay);
  });

  test('holds also after a scrub, in the other database', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira, true));
    expect(await machine.notebook.scrub()).toBe('done');
    good(await wipe());
    const { creators, suppressions, activities, operations } = await dump(machine);
    expect([creators, suppressions, activities, operations]).toEqual([[], [], [], []]);
    expect(await machine.notebook.scrubPending()).toBe(false);
    // the sweeps of its tidying go later
    while ((await sweepsOf('deckhand')).length > 0) await machine.notebook.tidyAgain();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['deckhand']);
  });

  test('twice is as good as once, and one can begin again', async () => {
    await miraAndNoor();
    good(await wipe());
    good(await wipe());
    expect(good(await captureMira()).outcome).toBe('created');
    expect(machine.local.values.get(sentinelKey)).toMatchObject({ creators: 1 });
  });

  test('is announced to everybody', async () => {
    await miraAndNoor();
    machine.announced.length = 0;
    good(await wipe());
    expect(machine.announced.flat()).toEqual(
      expect.arrayContaining(['creators', 'views', 'settings', 'recovery', 'frame']),
    );
  });
});
