import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../components/hooks/make-backup.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { recordLine } from '../../../utils/files/backup-file.ts';
import { backupStores } from '../../../utils/storage/schema.ts';
import { linesOf, textOf } from '../../support/backup-files.ts';
import {
  backup,
  capture,
  expectSame,
  fill,
  inFile,
  never,
  otherMachine,
  quiet,
} from '../../support/backup-machine.ts';
import { databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';
import { beforeEachMessage } from '../../support/wired-client.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  machine = otherMachine();
});

describe('a backup', () => {
  test('holds every record of every store, and the same notebook gives the same bytes', async () => {
    await fill();
    const file = await backup();
    const stores = inFile(await dump(machine, backupStores));
    expect(JSON.stringify(await dump(machine, ['snapshots']))).toContain('"kept"');
    const lines = Object.entries(stores).flatMap(([store, records]) =>
      records.map((record) => recordLine(store, JSON.stringify(record)).trimEnd()),
    );
    expect((await linesOf(file)).slice(1)).toEqual(lines);
    for (const store of backupStores) expect(stores[store]?.length, store).toBeGreaterThan(0);
    machine.later(60);
    await expectSame(await backup(), file);
  });

  test('begins anew when the notebook is changed while it is read, and gives up in the end', async () => {
    await fill();
    let changes = 2;
    beforeEachMessage(async (type, input) => {
      if (type === 'backup.page' && input.store === 'observations' && changes-- > 0)
        await capture(`late.${changes}`);
    });
    const file = await backup();
    expect(await textOf(file)).toContain('late.0');
    changes = 99;
    expect(await makeBackup(never, quiet)).toMatchObject({ ok: false, code: 'busy' });
  });

  test('ends when it is asked to', async () => {
    await fill();
    const stop = new AbortController();
    expect(await makeBackup(stop.signal, () => stop.abort())).toBeNull();
  });

  test('a long store comes in pages', async () => {
    await capture('mira.bakes');
    const database = await databaseOf(machine);
    const [look] = await database.getAll('observations');
    if (!look) throw new Error('no look');
    for (let i = 0; i < 2_100; i++)
      await database.put('observations', { ...look, id: newId(Date.parse(look.at) + i) });
    const seen: number[] = [];
    const made = await makeBackup(never, (done) => seen.push(done));
    expect(seen.filter((done) => done > 1_000).length).toBeGreaterThanOrEqual(2);
    const lines = await linesOf(good(made as never));
    expect(lines.filter((line) => line.includes('"store":"observations"'))).toHaveLength(2_101);
  });
});
