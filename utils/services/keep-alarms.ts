import { browser } from '#imports';

export const alarms = {
  secondCopy: 'second-copy',
  daily: 'daily',
  scrub: 'scrub',
  refresh: 'refresh',
} as const;

/** Minutes from a change to the second copy (Chromium's shortest alarm), and from a start to the first clean-up. */
const secondCopyDelay = 0.5;
const dailyDelay = 5;
/** Minutes from an erasing, or from a start after one, to the scrub where none came sooner. */
const scrubDelay = 1;

/** Has the second copy written soon. One that waits already is left alone: busy minutes must not put it off for ever. */
export async function copySoon(): Promise<void> {
  if (await browser.alarms.get(alarms.secondCopy)) return;
  await browser.alarms.create(alarms.secondCopy, { delayInMinutes: secondCopyDelay });
}

/** Has the browser's files scrubbed in a minute: one scrub for all that is erased until then. */
export async function scrubLater(): Promise<void> {
  if (await browser.alarms.get(alarms.scrub)) return;
  await browser.alarms.create(alarms.scrub, { delayInMinutes: scrubDelay });
}

/**
 * Sets the alarms that must be there after every install and start of the browser: Firefox forgets all of them when it closes,
 * and a copy that was due at that moment would be missing until the next change.
 */
export async function keepAlarms(): Promise<void> {
  await copySoon();
  if (await browser.alarms.get(alarms.daily)) return;
  await browser.alarms.create(alarms.daily, { delayInMinutes: dailyDelay, periodInMinutes: 24 * 60 });
}
