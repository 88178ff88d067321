import { beforeEach, describe, expect, test, vi } from 'vitest';
import { putBackup } from '../../../components/hooks/put-backup.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { backupStores } from '../../../utils/storage/schema.ts';
import { bytesOf, linesOf, sealed } from '../../support/backup-files.ts';
import {
  backup,
  capture,
  check,
  counted,
  day,
  expectSame,
  faultOf,
  fill,
  inFile,
  kept,
  never,
  otherMachine,
  quiet,
  restore,
  withoutBytes,
} from '../../support/backup-machine.ts';
import { databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';
import { loseAnswers } from '../../support/wired-client.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  machine = otherMachine();
});

describe('a restore into an empty notebook', () => {
  test('gives the same backup byte for byte, with every counter right', async () => {
    await fill();
    const file = await backup();
    const before = await dump(machine, backupStores);
    const numbers = await kept();
    machine = otherMachine();
    // the popup was open before: a default routine, settings and ticks of its own
    good(await getOverview({ day }, machine.call()));
    good(await saveSettings({ operationId: newId(), changes: { theme: 'light' } }, machine.call()));
    await restore(file);
    expect(await dump(machine, backupStores)).toEqual(inFile(before));
    await expectSame(await backup(), file);
    expect(await kept()).toEqual(withoutBytes(numbers));
    expect(await kept()).toEqual(await counted());
    expect(machine.local.values.get('sentinel')).toMatchObject({ creators: 3 });
    expect(machine.local.values.get('ui')).toMatchObject({ theme: 'dark' });
  });

  test('answers that are lost on the way double nothing', async () => {
    await fill();
    const file = await backup();
    machine = otherMachine();
    loseAnswers((type) => type === 'restore.lines' || type === 'batch.begin');
    await restore(file);
    await expectSame(await backup(), file);
    expect(await kept()).toEqual(await counted());
  });

  test('interrupted anywhere, the same file goes on', async () => {
    await fill();
    const database = await databaseOf(machine);
    const [creator] = await database.getAll('creators');
    if (!creator) throw new Error('no creator');
    // long notes make many steps
    for (let i = 0; i < 250; i++)
      await database.put('creators', { ...creator, id: newId(), notes: `${i} `.repeat(9_000) });
    const file = await backup();
    machine = otherMachine();
    const backupOf = await check(file);
    const stop = new AbortController();
    const first = good(
      await putBackup(backupOf, 'restore', undefined, stop.signal, (done) => done > 20 && stop.abort()),
    );
    expect(first.stopped).toBe(true);
    const open = (await dump(machine, ['batches'])).batches as never[];
    expect(open).toMatchObject([{ state: 'open', kind: 'restore' }]);
    // meanwhile the popup is opened
    good(await getOverview({ day }, machine.call()));
    good(await putBackup(backupOf, 'restore', open[0], never, quiet));
    await expectSame(await backup(), file);
    const { records, creators } = await counted();
    expect(await kept()).toMatchObject({ records, creators });
    expect((await dump(machine, ['batches'])).batches).toMatchObject([{ state: 'done' }]);
  });

  test('is refused where there is somebody already', async () => {
    await fill();
    const file = await backup();
    machine = otherMachine();
    await capture('someone.else');
    const before = await dump(machine, backupStores);
    const backupOf = await check(file);
    expect(await putBackup(backupOf, 'restore', undefined, never, quiet)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    expect(await dump(machine, backupStores)).toEqual(before);
  });

  test('a routine that was emptied stays empty, one that was never made is made', async () => {
    await capture('mira.bakes');
    const never1 = await backup();
    good(await getOverview({ day }, machine.call()));
    good(await saveRoutine({ operationId: newId(), day, items: [] }, machine.call()));
    const emptied = await backup();
    machine = otherMachine();
    await restore(emptied);
    expect(good(await getOverview({ day }, machine.call())).checklist.rows).toEqual([]);
    machine = otherMachine();
    await restore(never1);
    expect(good(await getOverview({ day }, machine.call())).checklist.rows.length).toBeGreaterThan(5);
  });
});

describe('is refused with the reason, and nothing is changed:', () => {
  const alter = async (change: (line: string, at: number) => string) => {
    await fill();
    const file = await backup();
    const lines = await linesOf(file);
    const changed = sealed(lines.map(change));
    expect(await linesOf(changed)).not.toEqual(lines);
    return changed;
  };
  const inFirst = (from: string, to: string) => (line: string) =>
    line.includes('"notes":""') || line.startsWith('{"format"') ? line.replace(from, to) : line;

  test.each<[string, (line: string, at: number) => string, string]>([
    ['a newer schema', (line) => line.replace(/"schemaVersion":\d+/, '"schemaVersion":99'), 'newer'],
    ['an unknown store', (line, at) => (at === 1 ? line.replace('"creators"', '"secrets"') : line), 'store'],
    [
      'a store that no backup holds',
      (line, at) => (at === 1 ? line.replace('"creators"', '"meta"') : line),
      'store',
    ],
    ['a field too many', inFirst('"notes":""', '"notes":"","admin":true'), 'record'],
    ['a value that is none of ours', inFirst('"loyalty":"none"', '"loyalty":"enormous"'), 'record'],
    ['a key that reaches the prototype', inFirst('"notes":""', '"notes":"","__proto__":{"x":1}'), 'unsafe'],
    [
      'one deep inside',
      (line) => line.replace('"readAt":{', '"readAt":{"__proto__":"2026-03-10T09:00:00.000Z",'),
      'unsafe',
    ],
    ['one as an escape', inFirst('"notes":""', '"notes":"","\\u0063onstructor":1'), 'unsafe'],
    ['an invalid date', (line) => line.replace('"due":"2026-03-10"', '"due":"2026-13-10"'), 'record'],
    ['no JSON', (line, at) => (at === 2 ? line.slice(0, -1) : line), 'altered'],
  ])('%s', async (_name, change, reason) => {
    const file = await alter(change);
    const before = await dump(machine);
    const fault = await faultOf(file);
    expect(fault?.reason).toBe(reason);
    if (reason !== 'newer') expect(fault?.line).toBeGreaterThan(1);
    expect(await dump(machine)).toEqual(before);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    // and whoever sends such lines past the check gets no further
    machine = otherMachine();
    const lines = (await linesOf(file))
      .slice(1)
      .map((line) => `${line}\n`)
      .join('');
    const { ask, write } = await import('../../support/wired-client.ts');
    const batch = good((await write('batch.begin', { kind: 'restore', name: 'x', total: 1 })) as never) as {
      id: string;
    };
    const schemaVersion = reason === 'newer' ? 99 : 2;
    expect(await write('restore.lines', { batchId: batch.id, schemaVersion, lines })).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect((await dump(machine, ['creators'])).creators).toEqual([]);
    expect(ask).toBeTruthy();
  });

  test('a file of the first schema is taken', async () => {
    await fill();
    const file = await backup();
    const old = sealed(
      (await linesOf(file)).map((line) => line.replace('"schemaVersion":2', '"schemaVersion":1')),
    );
    const before = await bytesOf(file);
    machine = otherMachine();
    await restore(old);
    expect(await bytesOf(await backup())).toBe(before);
  });
});
