import { browser } from '#imports';
import { isQuiet, quietUntil } from '../../domain/quiet-hours.ts';
import { ok } from '../../domain/result.ts';
import { canNotify, casesNoticeId, notify } from '../alerts/notify.ts';
import { backgroundWords } from '../background-words.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';

/** The alarm on which the next case becomes overdue. */
export const casesAlarm = 'cases-due';

/** Until which deadline was told; begins anew with the browser, because nobody wants yesterday's news at the start. */
const toldKey = 'cases:told';
/** What became overdue longer ago than this, milliseconds, is no news any more where nobody knows what was told. */
const recent = 10 * 60_000;
/** So many are counted for a notification; of more it says as many. */
const mostCounted = 99;

async function stored(): Promise<string | undefined> {
  const value = (await browser.storage.session.get(toldKey))[toldKey];
  return typeof value === 'string' ? value : undefined;
}
const remember = (until: string) => browser.storage.session.set({ [toldKey]: until });

/**
 * Sets the alarm to when the next case becomes overdue.
 * @param nextDue ISO; undefined: none will
 */
export async function keepCasesAlarm(now: Date, nextDue: string | undefined): Promise<void> {
  if ((await stored()) === undefined) await remember(now.toISOString());
  const waiting = await browser.alarms.get(casesAlarm);
  const when = nextDue === undefined ? Number.POSITIVE_INFINITY : Date.parse(nextDue);
  // an earlier one is for what is told when the quiet hours are over
  if (waiting && waiting.scheduledTime > now.getTime() && waiting.scheduledTime <= when) return;
  if (nextDue === undefined) return;
  await browser.alarms.create(casesAlarm, { when });
}

/** Tells by one of the browser's notifications what has become overdue since the last one; nothing where the person wants none. */
export async function tellOverdue(call: Call): Promise<void> {
  try {
    const [told, until] = [await stored(), call.now.toISOString()];
    // of a time to come it was told by a clock that has been put right since
    const isKnown = told !== undefined && told <= until;
    const since = isKnown ? told : new Date(call.now.getTime() - recent).toISOString();
    if (since === until) return;
    const read = await readOnce(call, ['cases', 'settings'], async (reader) => {
      const range = IDBKeyRange.bound(since, until, true);
      const [settings, late] = await Promise.all([
        storedSettings(reader),
        reader.list('cases', 'openDue', range, mostCounted),
      ]);
      return ok({ settings, count: late.length });
    });
    if (!read.ok || read.value.count === 0) return;
    const { settings, count } = read.value;
    if (!settings.notifications || !canNotify()) return await remember(until);
    if (isQuiet(call.now, settings.quietHours)) {
      await browser.alarms.create(casesAlarm, {
        when: quietUntil(call.now, settings.quietHours).getTime(),
      });
      return await remember(since);
    }
    const t = await backgroundWords();
    await notify({ id: casesNoticeId, title: t('case_notice_title'), message: t('case_notice', { count }) });
    await remember(until);
  } catch (error) {
    console.error('Deckhand: telling what is overdue', error);
  }
}
