import { browser } from '#imports';
import { refreshOrigin } from '../../domain/refresh.ts';
import { alarms } from '../keep-alarms.ts';
import type { Call } from '../service.ts';
import { fetchText } from './fetch-text.ts';
import { closeReader, readHtml } from './read-html.ts';
import type { RefreshTools } from './read-shop.ts';
import { forgetJobs, refreshPage, waitingJobs } from './refresh-jobs.ts';

/** Milliseconds between two requests: nobody is asked twice in a breath, and pages of one site not at the same time. */
const between = 3_000;
/** The soonest an alarm may come (Chromium), and after how long a stopped background is woken to go on with what it was at. */
const soonest = 30_000;
const wakeAfter = 120_000;

export const browserTools: RefreshTools = {
  fetchText,
  readHtml,
  mayReach: (address) => browser.permissions.contains({ origins: [refreshOrigin(address)] }),
  pause: () => new Promise((done) => setTimeout(done, between)),
  now: () => new Date(),
  chance: Math.random,
};

/** Sets the alarm to the refresh that is due first; none waits, no alarm. */
export async function keepRefreshAlarm(call: Call): Promise<void> {
  await forgetJobs(call);
  const waiting = await waitingJobs(call);
  if (!waiting.ok) return;
  const [first] = waiting.value;
  if (!first) return void (await browser.alarms.clear(alarms.refresh));
  const when = Math.max(Date.parse(first.job.dueAt), Date.now() + soonest);
  await browser.alarms.create(alarms.refresh, { when });
}

let running: Promise<void> | null = null;

/** Whether a run is under way: what it finds is told when it is over. */
export const isRefreshing = (): boolean => running !== null;

/** Refreshes what is due, one page after the other. A second call while one is at it waits for that. */
export function runRefreshes(callNow: () => Call, tools: RefreshTools = browserTools): Promise<void> {
  running ??= runDue(callNow, tools).finally(() => {
    running = null;
  });
  return running;
}

async function runDue(callNow: () => Call, tools: RefreshTools): Promise<void> {
  const tried = new Set<string>();
  try {
    for (;;) {
      const waiting = await waitingJobs(callNow());
      if (!waiting.ok) return;
      const now = tools.now().toISOString();
      const due = waiting.value.find(({ page, job }) => job.dueAt <= now && !tried.has(page.id));
      if (!due) return;
      if (tried.size > 0) await tools.pause();
      tried.add(due.page.id);
      // the browser may stop the background at any moment: this wakes it again
      await browser.alarms.create(alarms.refresh, { when: Date.now() + wakeAfter });
      try {
        await refreshPage(due, callNow, tools);
      } catch (error) {
        // the others are refreshed all the same; this one goes on at the next alarm
        console.error('Deckhand: refresh of a page', error);
      }
    }
  } finally {
    await closeReader();
    await keepRefreshAlarm(callNow());
  }
}
