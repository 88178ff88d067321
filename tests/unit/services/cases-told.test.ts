import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { followChanges, onCasesAlarm } from '../../../utils/services/alerts/follow-changes.ts';
import { casesNoticeId, noticeRoute } from '../../../utils/services/alerts/notify.ts';
import { casesAlarm } from '../../../utils/services/cases/tell-overdue.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { move, open } from '../../support/cases.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { fakeNotifications } from '../../support/fake-notifications.ts';
import { good, type Machine, newMachine } from '../../support/memory-notebook.ts';

let machine: Machine;
let notices: ReturnType<typeof fakeNotifications>;
let alarms: Map<string, number>;
let letters: string;
let title: string;

const inHours = (hours: number) => machine.clock.now.getTime() + hours * 3_600_000;
const due = (hours: number) => ({ deadline: { due: new Date(inHours(hours)).toISOString() } });
const save = async (changes: Partial<Settings>) =>
  good(await saveSettings({ operationId: newId(), changes }, machine.call()));
const follow = () => followChanges(machine.call(), ['cases']);
const ring = () => onCasesAlarm(machine.call());

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  notices = fakeNotifications();
  Object.assign(browser, { notifications: notices.api });
  alarms = new Map();
  vi.spyOn(browser.alarms, 'create').mockImplementation(async (name, info) => {
    alarms.set(String(name), (info as { when: number }).when);
  });
  vi.spyOn(browser.alarms, 'get').mockImplementation(async (name) => {
    const scheduledTime = alarms.get(String(name));
    return (scheduledTime === undefined ? undefined : { name, scheduledTime }) as undefined;
  });
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async (details) => {
    letters = (details as { text: string }).text;
  });
  vi.spyOn(browser.action, 'setTitle').mockImplementation(async (details) => {
    title = (details as { title: string }).title;
  });
  machine = newMachine();
  await save({ notifications: true, quietHours: null });
});

describe('the toolbar button', () => {
  test('counts what should have been answered, and no more when it is', async () => {
    const one = await open(machine, due(1));
    await open(machine, due(2));
    await follow();
    expect(letters).toBe('');
    machine.later(3 * 60);
    await follow();
    expect([letters, title]).toEqual(['2', 'Deckhand: 2 cases are overdue']);
    await move(machine, one, { to: 'replied' });
    await follow();
    expect([letters, title]).toEqual(['1', 'Deckhand: 1 case is overdue']);
  });

  test('is looked after when the next case becomes overdue, or an earlier one comes', async () => {
    await open(machine, due(5));
    await follow();
    expect(alarms.get(casesAlarm)).toBe(inHours(5));
    await open(machine, due(2));
    await follow();
    expect(alarms.get(casesAlarm)).toBe(inHours(2));
  });
});

describe('a notification', () => {
  test('tells once how many have become overdue, and leads to the queue', async () => {
    await open(machine, due(1));
    await open(machine, due(1));
    await follow();
    machine.later(60);
    await ring();
    await ring();
    expect(notices.shown).toEqual(['2 cases should have been answered by now.']);
    expect(noticeRoute(casesNoticeId)).toBe('#/queue');
    await open(machine, due(1));
    machine.later(60);
    await ring();
    expect(notices.shown.at(-1)).toBe('1 case should have been answered by now.');
  });

  test('tells what became overdue while the computer slept', async () => {
    await open(machine, due(1));
    await follow();
    machine.later(9 * 60);
    await ring();
    expect(notices.shown).toEqual(['1 case should have been answered by now.']);
  });

  test('names nobody', async () => {
    await open(machine, { ...due(1), title: 'Complaint · Mira', author: { platform: 'x', handle: 'mira' } });
    machine.later(60);
    await ring();
    expect(notices.shown).toHaveLength(1);
    expect(notices.shown.join()).not.toMatch(/mira/i);
  });

  test('is not shown where the person wants none, and not of what was late before the browser began', async () => {
    await open(machine, due(1));
    machine.later(60);
    await save({ notifications: false });
    await ring();
    machine.later(60);
    await save({ notifications: true });
    await ring();
    expect(notices.shown).toEqual([]);
  });

  test('is shown although the clock went a day ahead and was put right', async () => {
    await open(machine, due(1));
    const right = machine.clock.now;
    machine.clock.now = new Date(inHours(24));
    await follow();
    machine.clock.now = right;
    machine.later(60);
    await ring();
    await ring();
    expect(notices.shown).toEqual(['1 case should have been answered by now.']);
  });

  test('waits until the quiet hours are over', async () => {
    const minutes = machine.clock.now.getHours() * 60 + machine.clock.now.getMinutes();
    const clock = (more: number) => {
      const two = (value: number) => String(value).padStart(2, '0');
      const at = (minutes + more) % (24 * 60);
      return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
    };
    await save({ quietHours: { from: clock(0), until: clock(180) } });
    await open(machine, due(1));
    machine.later(60);
    await ring();
    expect(notices.shown).toEqual([]);
    expect(alarms.get(casesAlarm)).toBe(inHours(2));
    // a change meanwhile does not put it off
    await open(machine, due(9));
    await follow();
    expect(alarms.get(casesAlarm)).toBe(inHours(2));
    machine.later(120);
    await ring();
    expect(notices.shown).toEqual(['1 case should have been answered by now.']);
  });
});
