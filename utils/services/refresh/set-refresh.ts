import { browser } from '#imports';
import { refreshOrigin } from '../../domain/refresh.ts';
import type { RefreshJob } from '../../domain/refresh-job.ts';
import { fail, ok } from '../../domain/result.ts';
import type { RefreshState } from '../../messaging/protocol/refresh.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { mayRefresh, newJob } from './refresh-jobs.ts';
import { keepRefreshAlarm } from './run-refreshes.ts';

const hour = 3_600_000;

/** Begins again: at once, but never sooner than the server asked for or, where it is not the person's own wish, within the hour. */
function begunAnew(job: RefreshJob, now: Date, again: boolean): RefreshJob {
  const { trouble, run: _run, ...rest } = job;
  const sinceLast = job.triedAt && !again ? Date.parse(job.triedAt) + hour : 0;
  const due = Math.max(now.getTime(), sinceLast, trouble?.notBefore ? Date.parse(trouble.notBefore) : 0);
  const at = now.toISOString();
  return { ...rest, dueAt: new Date(due).toISOString(), failures: 0, stopped: false, updatedAt: at };
}

/** Another interval for one that is on: counted from the last one, and one that has stopped stays stopped. */
function withHours(job: RefreshJob, hours: number, now: Date): RefreshJob {
  const due = job.triedAt ? Date.parse(job.triedAt) + hours * hour : now.getTime();
  const notBefore = job.trouble?.notBefore ? Date.parse(job.trouble.notBefore) : 0;
  const dueAt = new Date(Math.max(due, notBefore, now.getTime())).toISOString();
  return { ...job, dueAt, updatedAt: now.toISOString() };
}

/** Switches the refresh of a shop's page on or off. Without the site's permission it is not switched on. */
export const setRefresh: Service<'refresh.set'> = async ({ operationId, watchedPageId, hours }, call) => {
  const read = await readOnce(call, ['watchedPages'], async (reader) =>
    ok(await reader.get('watchedPages', watchedPageId)),
  );
  if (!read.ok) return read;
  if (!read.value) return fail('not-found', 'no watched page of that id');
  if (hours !== null) {
    if (!mayRefresh(read.value)) return fail('invalid', 'this page is not refreshed on a schedule');
    if (!(await browser.permissions.contains({ origins: [refreshOrigin(read.value.url)] })))
      return fail('no-access', 'the browser does not let us reach the site');
  }
  const result = await writeOnce(
    call,
    {
      type: 'refresh.set',
      operationId,
      stores: ['watchedPages', 'refreshJobs'],
      collections: ['watchlist'],
    },
    async (unit) => {
      const page = await unit.get('watchedPages', watchedPageId);
      if (!page) return fail('not-found', 'no watched page of that id');
      const { refresh: _old, ...rest } = page;
      const next = hours === null ? rest : { ...rest, refresh: { hours } };
      await unit.put('watchedPages', { ...next, updatedAt: unit.now });
      await unit.log('competitor-changed', page.competitorId);
      if (hours === null) return ok({});
      const job = (await unit.get('refreshJobs', watchedPageId)) ?? newJob(watchedPageId, unit.now);
      const begun = page.refresh ? withHours(job, hours, call.now) : begunAnew(job, call.now, false);
      await unit.put('refreshJobs', begun, 'derived');
      return ok({});
    },
  );
  await keepRefreshAlarm(call);
  return result;
};

/** One that has stopped goes on, because the person says so. */
export const goOnRefreshing: Service<'refresh.go-on'> = async ({ operationId, watchedPageId }, call) => {
  const result = await writeOnce(
    call,
    { type: 'refresh.go-on', operationId, stores: ['refreshJobs'], collections: ['watchlist'] },
    async (unit) => {
      const job = await unit.get('refreshJobs', watchedPageId);
      if (!job) return fail('not-found', 'this page is not refreshed on a schedule');
      await unit.put('refreshJobs', begunAnew(job, call.now, true), 'derived');
      return ok({});
    },
  );
  await keepRefreshAlarm(call);
  return result;
};

/** How it stands with the pages whose refresh is switched on. */
export const listRefreshes: Service<'refresh.list'> = ({ competitorId }, call) =>
  readOnce(call, ['watchedPages', 'refreshJobs'], async (reader) => {
    const pages = competitorId
      ? await reader.list('watchedPages', 'competitorId', competitorId)
      : await reader.all('watchedPages');
    const jobs = new Map((await reader.all('refreshJobs')).map((job) => [job.id, job]));
    const rows = pages.flatMap(({ id, refresh }): RefreshState[] => {
      if (!refresh) return [];
      const { dueAt, doneAt, source, run, trouble, stopped } =
        jobs.get(id) ?? newJob(id, call.now.toISOString());
      return [
        {
          watchedPageId: id,
          hours: refresh.hours,
          ...(stopped ? {} : { nextAt: dueAt }),
          ...(doneAt ? { doneAt } : {}),
          ...(source ? { source } : {}),
          running: run !== undefined,
          ...(trouble ? { trouble } : {}),
        },
      ];
    });
    return ok({ rows });
  });
