import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { checkStorage } from '../../../utils/services/check-storage.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { getStorageHealth } from '../../../utils/services/get-storage-health.ts';
import { noteBackup } from '../../../utils/services/note-backup.ts';
import { saveRoutine } from '../../../utils/services/save-routine.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
const day = '2026-03-10';
const week = 7 * 24 * 60;

beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const capture = async (handle: string) =>
  good(
    await captureCreator({ operationId: newId(), reading: profile(named(handle)) }, machine.call(pageIn(1))),
  ).creatorId;
const health = async () => good(await getStorageHealth(machine.notebook)({}, machine.call()));
const overview = async () => good(await getOverview({ day }, machine.call()));
const backedUp = async () =>
  good(await noteBackup(machine.notebook)({ operationId: newId() }, machine.call()));

type Place = { store: string; id: string } | null;

/** The whole look, step by step. */
async function look() {
  const faults: { store: string; id: string; reason: string }[] = [];
  let checked = 0;
  for (let after: Place = null; ; ) {
    const step: { checked: number; faults: typeof faults; next: Place } = good(
      await checkStorage({ after }, machine.call()),
    );
    checked += step.checked;
    faults.push(...step.faults);
    after = step.next;
    if (!after) return { checked, faults };
  }
}

test('settings, the default routine and its ticks leave a notebook empty; a person or a routine of one’s own does not', async () => {
  expect(await health()).toMatchObject({ empty: true, creators: 0, scrubPending: false });
  await overview();
  good(await saveSettings({ operationId: newId(), changes: { theme: 'dark' } }, machine.call()));
  expect((await health()).empty).toBe(true);
  await capture('mira.bakes');
  expect(await health()).toMatchObject({ empty: false, creators: 1 });

  machine = newMachine();
  await overview();
  machine.later();
  const items = [{ text: 'Water the plants', part: 'any' as const, weekdays: [1] }];
  good(await saveRoutine({ operationId: newId(), day, items }, machine.call()));
  expect((await health()).empty).toBe(false);
});

test('says when the last backup and the second copy were made', async () => {
  await capture('mira.bakes');
  expect(await health()).not.toHaveProperty('lastBackup');
  await machine.notebook.writeSecondCopy();
  await backedUp();
  const at = machine.clock.now.toISOString();
  expect(await health()).toMatchObject({ lastBackup: at, secondCopy: at });
  // a backup of another notebook is none of this one
  const local = machine.local.values;
  machine = newMachine();
  for (const [key, value] of local) if (key !== 'sentinel') machine.local.values.set(key, value);
  expect(await health()).not.toHaveProperty('lastBackup');
});

test('a backup is due after a week, where there is something to lose', async () => {
  expect((await overview()).backupDue).toBe(false);
  machine.later(week + 1);
  expect((await overview()).backupDue).toBe(false);
  await capture('mira.bakes');
  expect((await overview()).backupDue).toBe(true);
  await backedUp();
  expect((await overview()).backupDue).toBe(false);
  machine.later(week - 1);
  expect((await overview()).backupDue).toBe(false);
  machine.later(2);
  expect((await overview()).backupDue).toBe(true);
});

test('noting a backup changes nothing in the notebook, so that the next one is the same', async () => {
  await capture('mira.bakes');
  const before = await dump(machine);
  await backedUp();
  expect(await dump(machine)).toEqual(before);
});

test('a notebook in order is found in order, every record read once', async () => {
  await overview();
  await capture('mira.bakes');
  await capture('noor.knits');
  await capture('mira.bakes');
  const stores = await dump(machine);
  const records = Object.values(stores).reduce((total, rows) => total + rows.length, 0);
  expect(await look()).toEqual({ checked: records, faults: [] });
  expect(await dump(machine)).toEqual(stores);
});

test('a record that does not fit, one without its owner and a wrong number are found', async () => {
  const mira = await capture('mira.bakes');
  const noor = await capture('noor.knits');
  const database = await databaseOf(machine);
  const creator = await database.get('creators', mira);
  if (!creator) throw new Error('nothing was captured');
  await database.put('creators', { ...creator, role: 'king' as never });
  await database.delete('creators', noor);
  await database.put('counters', { id: 'records', value: 7 });
  const { faults } = await look();
  expect(faults).toContainEqual({ store: 'creators', id: mira, reason: 'record' });
  expect(faults.filter(({ reason }) => reason === 'no-owner').map(({ store }) => store)).toContain(
    'accounts',
  );
  expect(faults).toContainEqual({ store: 'counters', id: 'records', reason: 'counter' });
  expect(faults).toContainEqual({ store: 'counters', id: 'creators', reason: 'counter' });
});

test('more records than one step reads are read in several', async () => {
  await capture('mira.bakes');
  const database = await databaseOf(machine);
  const [row] = await database.getAll('activities');
  if (!row) throw new Error('nothing was logged');
  for (let i = 0; i < 2_050; i++) await database.put('activities', { ...row, id: newId() });
  const stores = await dump(machine);
  const records = Object.values(stores).reduce((total, rows) => total + rows.length, 0);
  expect(await look()).toEqual({ checked: records, faults: [] });
});
