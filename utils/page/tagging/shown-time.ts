import type { ItemRule } from '../../sites/site.ts';

/** China's clock is ahead of UTC by so many minutes, without summer time since 1991. */
const ahead = 480;
/** How far this computer's clock and the site's may be apart, in milliseconds. */
const slack = 300_000;

/** `2020-06-05 11:13:30`, `2024-8-6 22:55`, `26-6-5 12:13 …`, `01月10日 12:43 …`, `今天 12:43`. How long ago something was says no moment. */
const forms = /^(?:(?:(?:20)?(\d\d)-|(?=\d+月))(\d+)[-月](\d+)日?|今天)\s*\b(\d+):(\d\d)(?::(\d\d))?(?!\S)/;

const two = (digits = '') => digits.padStart(2, '0');

/**
 * The day in China, `YYYY-MM-DD`, on which the site's server wrote the page. Undefined around midnight there, and where the browser had kept
 * the page: then nobody knows.
 */
function dayOfPage(): string | undefined {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const [day, next] = [-slack, slack].map((apart) =>
    new Date(performance.timeOrigin + ahead * 60_000 + apart).toISOString().slice(0, 10),
  );
  return load?.transferSize && day === next ? day : undefined;
}

/**
 * When something was written, as a Chinese site shows it, to the second or the minute, whichever is shown: a minute is its beginning, so
 * that nothing looks written after what it came before. A day without its year, or "today", counts from the day on which the site's server
 * wrote the page; what a script drew may be of yesterday.
 * @param said what the item shows, from its beginning
 * @param clock of the item's rule
 * @returns ISO; undefined where that is no moment, not for certain, or still to come
 */
export function shownTime(said: string, clock: NonNullable<ItemRule['clock']>): string | undefined {
  const match = forms.exec(said);
  if (!match) return undefined;
  const [, years, month, day, hours, minutes, seconds = '00'] = match;
  const from = years ? `20${years}` : clock === 'china' && dayOfPage();
  if (!from) return undefined;
  const date = month ? `${from.slice(0, 4)}-${two(month)}-${two(day)}` : from;
  const time = new Date(`${date}T${two(hours)}:${minutes}:${seconds}+08:00`);
  if (clock !== 'china' && time.getTimezoneOffset() !== -ahead) return undefined;
  return time.getTime() <= Date.now() + slack ? time.toISOString() : undefined;
}
