import { browser } from '#imports';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { ok } from '../../domain/result.ts';
import type { Collection } from '../../messaging/changes.ts';
import { countOverdue, nextOverdue } from '../cases/case-counts.ts';
import { keepCasesAlarm, tellOverdue } from '../cases/tell-overdue.ts';
import { isRefreshing } from '../refresh/run-refreshes.ts';
import type { Call } from '../service.ts';
import { watchDigest } from '../snapshots/watch-digest.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';
import { tellAlerts } from './tell-alerts.ts';
import { showUnread } from './toolbar-button.ts';

/** The alarm on which what was found is told. */
export const alertsAlarm = 'alerts';

/** From the first find of a run to its notification, milliseconds: what else is found until then is told with it. Chromium's shortest alarm. */
const gather = 30_000;

/** Has what waits told when the run is over, or when the quiet hours are. */
async function tellLater(now: Date, quietHours: Parameters<typeof quietUntil>[1]): Promise<void> {
  const soon = new Date(now.getTime() + gather);
  const when = quietUntil(soon, quietHours).getTime();
  const waiting = await browser.alarms.get(alertsAlarm);
  // one that waits is left alone, or busy minutes would put it off for ever; one that the person's new quiet hours moved is not
  if (waiting && waiting.scheduledTime > now.getTime() && waiting.scheduledTime <= when) return;
  await browser.alarms.create(alertsAlarm, { when });
}

const heard: readonly Collection[] = ['watchlist', 'cases', 'settings', 'recovery'];

/**
 * After each committed change, and at each start: puts the numbers of overdue cases and unread changes on the toolbar button and has the
 * alerts told. It asks
 * the notebook every time, so that nothing is lost with a worker.
 */
export async function followChanges(call: Call, collections: readonly Collection[] = heard): Promise<void> {
  if (!collections.some((collection) => heard.includes(collection))) return;
  try {
    const digest = await watchDigest({}, call);
    const read = await readOnce(call, ['alerts', 'settings', 'cases', 'counters'], async (reader) => {
      const [[first], settings, overdue, nextDue] = await Promise.all([
        reader.all('alerts'),
        storedSettings(reader),
        countOverdue(reader, call.now),
        nextOverdue(reader, call.now),
      ]);
      return ok({ waiting: first !== undefined, settings, overdue, nextDue });
    });
    if (!digest.ok || !read.ok) return;
    const { waiting, settings, overdue, nextDue } = read.value;
    const { unread } = digest.value;
    await showUnread(
      settings.badgeSeverities.reduce((sum, severity) => sum + unread[severity], 0),
      overdue,
    );
    await keepCasesAlarm(call.now, nextDue);
    if (waiting) await tellLater(call.now, settings.quietHours);
  } catch (error) {
    console.error('Deckhand: after changes', error);
  }
}

/** On the alarm: tells, and looks again, because it may be quiet or something may have come meanwhile. */
export async function onAlertsAlarm(call: Call): Promise<void> {
  // set before: a worker that dies while it tells is woken again
  await browser.alarms.create(alertsAlarm, { when: call.now.getTime() + gather });
  // one notification for a run
  if (isRefreshing()) return;
  await tellAlerts(call);
  await browser.alarms.clear(alertsAlarm);
  await followChanges(call);
}

/** On the alarm of the cases: one of them has become overdue. */
export async function onCasesAlarm(call: Call): Promise<void> {
  await tellOverdue(call);
  await followChanges(call);
}
