import { browser } from '#imports';
import { addDays, localDay } from '../../domain/day.ts';
import { isQuiet, quietUntil } from '../../domain/quiet-hours.ts';
import { ok } from '../../domain/result.ts';
import { expiringDays } from '../../domain/rights-state.ts';
import { rightsUntilCounter } from '../../storage/counters.ts';
import { canNotify, notify, rightsNoticeId } from '../alerts/notify.ts';
import { backgroundWords } from '../background-words.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';

/** The alarm on which it is told after quiet hours. */
export const rightsAlarm = 'rights-ending';

/** The last day up to which permissions that end were told: a day, and nothing about anybody. */
const toldKey = 'rights:told';

async function toldUntil(): Promise<string | undefined> {
  const value = (await browser.storage.local.get(toldKey))[toldKey];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Tells once, by one of the browser's notifications, which permissions come to their last two weeks; nothing where the person wants none. The
 * popup and the library say it as long as it is so.
 */
export async function tellEnding(call: Call): Promise<void> {
  try {
    const today = localDay(call.now);
    const until = addDays(today, expiringDays);
    const told = await toldUntil();
    // more than a flight to the west ahead, it was told by a clock that has been put right since
    const isKnown = told !== undefined && told >= today && told <= addDays(until, 1);
    const from = isKnown ? addDays(told, 1) : today;
    if (from > until) return;
    const read = await readOnce(call, ['settings', 'counters'], async (reader) => {
      const count = await reader.sum(rightsUntilCounter(from), rightsUntilCounter(until));
      return ok({ count, settings: await storedSettings(reader) });
    });
    if (!read.ok) return;
    const { count, settings } = read.value;
    const wanted = count > 0 && settings.notifications && canNotify();
    if (wanted && isQuiet(call.now, settings.quietHours))
      return await browser.alarms.create(rightsAlarm, {
        when: quietUntil(call.now, settings.quietHours).getTime(),
      });
    if (wanted) {
      const t = await backgroundWords();
      const message = t('rights_notice', { count });
      await notify({ id: rightsNoticeId, title: t('rights_notice_title'), message });
    }
    await browser.storage.local.set({ [toldKey]: until });
  } catch (error) {
    console.error('Deckhand: telling which permissions end', error);
  }
}
