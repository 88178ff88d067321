import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Alert } from '../../../utils/domain/alert.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import { alertsAlarm, followChanges, onAlertsAlarm } from '../../../utils/services/alerts/follow-changes.ts';
import { listenToNotices, noticeRoute } from '../../../utils/services/alerts/notify.ts';
import { tellAlerts } from '../../../utils/services/alerts/tell-alerts.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { readChanges } from '../../../utils/services/snapshots/edit-changes.ts';
import { recordSnapshot } from '../../../utils/services/snapshots/record-snapshot.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';
import { fakeNotifications } from '../../support/fake-notifications.ts';
import { databaseOf, dump, good } from '../../support/memory-notebook.ts';
import {
  given,
  goods,
  listing,
  shopPage,
  type WatchedShop,
  watch,
  watchedShop,
} from '../../support/watched-shop.ts';

let shop: WatchedShop;
let notices: ReturnType<typeof fakeNotifications>;
let alarmAt: number | null;

const save = (changes: Partial<Settings>) =>
  saveSettings({ operationId: newId(), changes }, shop.machine.call());
const visit = (price: string, more = 3) =>
  shop.see([{ id: 'c1', price }, ...goods(more).slice(1)], { cause: 'visit' });
const waiting = async () => (await dump(shop.machine, ['alerts'])).alerts ?? [];
const tell = () => tellAlerts(shop.machine.call());

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  notices = fakeNotifications();
  Object.assign(browser, { notifications: notices.api });
  alarmAt = null;
  vi.spyOn(browser.alarms, 'create').mockImplementation(async (_name, info) => {
    alarmAt = (info as { when: number }).when;
  });
  vi.spyOn(browser.alarms, 'get').mockImplementation(
    async () => (alarmAt === null ? undefined : { name: alertsAlarm, scheduledTime: alarmAt }) as undefined,
  );
  vi.spyOn(browser.alarms, 'clear').mockImplementation(async () => {
    alarmAt = null;
    return true;
  });
  shop = await watchedShop();
  good(await save({ notifications: true, notifySeverities: ['high'], quietHours: null }));
  await visit('24.00');
});

describe('telling', () => {
  test('one notification for all that was found, by name; what was told is not told again', async () => {
    await visit('12.00');
    await visit('24.00');
    await tell();
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 2 changes']);
    expect(await waiting()).toEqual([]);
  });

  test('of several competitors in one', async () => {
    const url = 'https://fjord.example/collections/soap';
    await watch(shop.machine, 'Fjord', url, 'shopify:listing:fjord');
    const other = async (price: string) => {
      shop.machine.later(60);
      const reading = { ...listing([{ id: 's', price }], url), key: 'shopify:listing:fjord' };
      const input = given(reading, { url, cause: 'visit' });
      good(await recordSnapshot(input, shop.machine.call({ ...shopPage, url })));
    };
    await other('24.00');
    await other('12.00');
    await visit('12.00');
    await tell();
    expect(notices.shown).toEqual(['Fjord: 1 change\nNordlys: 1 change']);
    const [id = ''] = notices.standing.keys();
    expect(noticeRoute(id)).toBe('#/watch?show=unread');
  });

  test.each<[string, Partial<Settings>, string]>([
    ['while they are off', { notifications: false }, '12.00'],
    ['of a smaller change than wanted', {}, '23.50'],
    ['where no grade is wanted', { notifySeverities: [] }, '12.00'],
  ])('is not done %s', async (_words, settings, price) => {
    good(await save(settings));
    await visit(price);
    expect(await waiting()).toEqual([]);
    await tell();
    expect(notices.shown).toEqual([]);
  });

  test('is not done of a snapshot that the person took: she was told there and then', async () => {
    await shop.see([{ id: 'c1', price: '12.00' }, ...goods(3).slice(1)], { cause: 'key' });
    await tell();
    expect(notices.shown).toEqual([]);
  });

  test('leaves out what was read meanwhile', async () => {
    await visit('12.00');
    const which = { competitorId: null, until: shop.machine.call().now.toISOString() };
    good(await readChanges({ operationId: newId(), which }, shop.machine.call()));
    await tell();
    expect(notices.shown).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test('ends with the switch, also of what was found before it', async () => {
    await visit('12.00');
    good(await save({ notifications: false }));
    await tell();
    good(await save({ notifications: true }));
    await tell();
    expect(notices.shown).toEqual([]);
  });

  test('begins with the switch: what was found before it is no news', async () => {
    good(await save({ notifications: false }));
    await visit('12.00');
    good(await save({ notifications: true }));
    await tell();
    expect(notices.shown).toEqual([]);
  });

  test('without the permission nothing is kept for later', async () => {
    await visit('12.00');
    Object.assign(browser, { notifications: undefined });
    await tell();
    expect(await waiting()).toEqual([]);
  });

  test('by the person’s own table', async () => {
    good(await save({ severityRules: { 'price-down': { base: 'low', highFrom: 60 } } }));
    await visit('12.00');
    await tell();
    expect(notices.shown).toEqual([]);
    expect((await dump(shop.machine, ['changes'])).changes).toMatchObject([
      { kind: 'price-down', percent: -50, severity: 'low' },
    ]);
  });
});

describe('a worker that dies while it tells', () => {
  /** Stops the world at a step, as a killed worker does, and begins anew on what is left. */
  async function killedAt(step: 'before' | 'after') {
    await visit('12.00');
    const { create } = notices.api;
    notices.api.create = async (id, options) => {
      if (step === 'after') await create(id, options);
      throw new Error('killed');
    };
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    await tell();
    logged.mockRestore();
    notices.api.create = create;
    expect(await waiting()).toHaveLength(1);
    shop.machine.later(1);
  }

  test('before it stands there: it is told by the next one', async () => {
    await killedAt('before');
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 1 change']);
    expect(await waiting()).toEqual([]);
  });

  test('after it stands there: not again', async () => {
    await killedAt('after');
    await tell();
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 1 change']);
    expect(await waiting()).toEqual([]);
  });

  test('long ago: it may have been seen and closed, so it is not told', async () => {
    await killedAt('after');
    notices.standing.clear();
    shop.machine.later(60);
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 1 change']);
    expect(await waiting()).toEqual([]);
  });

  test('leaves alone what came after it', async () => {
    await killedAt('after');
    const [left] = (await waiting()) as Alert[];
    if (!left) throw new Error('no alert');
    await visit('24.00');
    const database = await databaseOf(shop.machine);
    const now = shop.machine.call().now.toISOString();
    await database.put('alerts', { ...left, updatedAt: now });
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 1 change']);
    expect(await waiting()).toHaveLength(1);
    await tell();
    expect(notices.shown).toEqual(['Nordlys: 1 change', 'Nordlys: 1 change']);
  });

  test('is woken again: the alarm is set before anything is shown', async () => {
    await visit('12.00');
    const { create } = notices.api;
    let alarmThen: number | null = null;
    notices.api.create = (id, options) => {
      alarmThen = alarmAt;
      return create(id, options);
    };
    await onAlertsAlarm(shop.machine.call());
    expect(alarmThen).not.toBeNull();
    expect(alarmAt).toBeNull();
  });
});

test('in quiet hours nothing is told; afterwards once, all of it', async () => {
  const now = shop.machine.call().now;
  const clock = (at: Date) =>
    `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  const hours = {
    from: clock(new Date(now.getTime() - 3_600_000)),
    until: clock(new Date(now.getTime() + 4 * 3_600_000)),
  };
  good(await save({ quietHours: hours }));
  await visit('12.00');
  await visit('24.00');
  await followChanges(shop.machine.call());
  await onAlertsAlarm(shop.machine.call());
  expect(notices.shown).toEqual([]);
  const end = new Date(alarmAt ?? 0);
  expect(clock(end)).toBe(hours.until);
  shop.machine.later((end.getTime() - shop.machine.call().now.getTime()) / 60_000);
  await onAlertsAlarm(shop.machine.call());
  await onAlertsAlarm(shop.machine.call());
  expect(notices.shown).toEqual(['Nordlys: 2 changes']);
  expect(alarmAt).toBeNull();
});

test('a press opens the history of the competitor and takes the notification away', async () => {
  listenToNotices();
  listenToNotices();
  const opened = vi.spyOn(browser.tabs, 'create');
  await visit('12.00');
  await tell();
  const [id = ''] = notices.standing.keys();
  notices.api.onClicked.emit(id);
  notices.api.onClicked.emit('of-somebody-else');
  await vi.waitFor(() => expect(notices.standing.size).toBe(0));
  expect(opened.mock.calls.map(([{ url }]) => url)).toEqual([
    expect.stringMatching(`/dashboard.html#/watch/${shop.competitorId}$`),
  ]);
});

describe('after a change', () => {
  test('the button counts the unread of the grades chosen, and nothing once they are read', async () => {
    const badge = vi.spyOn(browser.action, 'setBadgeText');
    await visit('12.00', 5);
    const said = async () => {
      await followChanges(shop.machine.call(), ['watchlist']);
      return badge.mock.lastCall?.[0];
    };
    expect(await said()).toEqual({ text: '3' });
    good(await save({ badgeSeverities: ['high'] }));
    expect(await said()).toEqual({ text: '1' });
    good(await save({ badgeSeverities: [] }));
    expect(await said()).toEqual({ text: '' });
  });

  test('of something else nothing is asked', async () => {
    const badge = vi.spyOn(browser.action, 'setBadgeText');
    await followChanges(shop.machine.call(), ['templates', 'frame']);
    expect(badge).not.toHaveBeenCalled();
  });

  test('the alarm waits for the rest of the run, and one that waits is not put off', async () => {
    await visit('12.00');
    const { now } = shop.machine.call();
    await followChanges(shop.machine.call());
    expect(alarmAt).toBe(now.getTime() + 30_000);
    const first = alarmAt;
    await followChanges({ ...shop.machine.call(), now: new Date(now.getTime() + 10_000) });
    expect(alarmAt).toBe(first);
  });

  test('nothing to tell, no alarm', async () => {
    await followChanges(shop.machine.call());
    expect(alarmAt).toBeNull();
  });
});
