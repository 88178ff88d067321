import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { rightsAlarm, tellEnding } from '../../../utils/services/rights/tell-ending.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { fakeNotifications } from '../../support/fake-notifications.ts';
import { good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { granted, grantsIn, photo, tagged, ugcTag } from '../../support/rights-notebook.ts';

let machine: Machine;
let tag: string;
let shown: string[];
beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  machine = newMachine();
  tag = await ugcTag(machine);
  const { api, shown: told } = fakeNotifications();
  shown = told;
  Object.assign(browser, { notifications: api });
  await set({ notifications: true });
});
const set = async (changes: Parameters<typeof saveSettings>[0]['changes']) =>
  good(await saveSettings({ operationId: newId(), changes }, machine.call()));
async function until(id: string, day: string) {
  const { itemId } = await tagged(machine, tag, photo({ id }));
  const grant = (await grantsIn(machine)).find((one) => one.itemId === itemId);
  good(await granted(machine, grant?.id ?? '', { until: day }));
}
const onDay = async (day: string, hour = '09') => {
  machine.clock.now = new Date(`${day}T${hour}:00:00`);
  await tellEnding(machine.call());
};

test('each permission is told of once, when its last two weeks begin', async () => {
  await until('P1', '2026-03-31');
  await until('P2', '2026-04-02');
  await onDay('2026-03-10');
  expect(shown).toEqual([]);
  await onDay('2026-03-17');
  expect(shown).toHaveLength(1);
  expect(shown[0]).toContain('1 permission');
  await onDay('2026-03-18');
  expect(shown).toHaveLength(1);
  await onDay('2026-03-19');
  expect(shown).toHaveLength(2);
  await onDay('2026-03-25');
  expect(shown).toHaveLength(2);
});

test('nobody is told who wants no notifications, and not of old news when they want them again', async () => {
  await until('P1', '2026-03-20');
  await set({ notifications: false });
  await onDay('2026-03-10');
  await set({ notifications: true });
  await onDay('2026-03-11');
  expect(shown).toEqual([]);
});

test('what comes up in quiet hours is told when they are over', async () => {
  await until('P1', '2026-03-20');
  await set({ quietHours: { from: '22:00', until: '07:00' } });
  const create = vi.spyOn(browser.alarms, 'create');
  await onDay('2026-03-10', '23');
  expect(shown).toEqual([]);
  expect(create).toHaveBeenCalledWith(rightsAlarm, { when: new Date('2026-03-11T07:00:00').getTime() });
  await onDay('2026-03-11', '07');
  expect(shown).toHaveLength(1);
});

test('a clock that went weeks ahead and was put right silences nothing; a day to the west tells nothing twice', async () => {
  await until('P1', '2026-03-20');
  await onDay('2026-06-01');
  await onDay('2026-03-10');
  expect(shown).toHaveLength(1);
  await onDay('2026-03-09');
  expect(shown).toHaveLength(1);
});
