import type { WatchedPage } from '../../domain/competitor.ts';
import { newId } from '../../domain/new-id.ts';
import { nextRefresh, noRefreshFor, stoppingTroubles } from '../../domain/refresh.ts';
import type { RefreshJob, RefreshRun } from '../../domain/refresh-job.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Input } from '../../messaging/protocol.ts';
import { siteOf } from '../../sites/registry.ts';
import { maintain, type Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { recordLook } from '../snapshots/record-snapshot.ts';
import { announce, readOnce } from '../write-once.ts';
import { firstSource, type Outcome, type RefreshTools, readShop, type Trouble } from './read-shop.ts';

export interface Due {
  page: WatchedPage;
  job: RefreshJob;
}

/** A page whose switch is on has a job; one that came with a backup or was brought back by undo gets one here. */
export function newJob(id: string, now: string, dueAt = now): RefreshJob {
  return { id, createdAt: now, updatedAt: now, dueAt, failures: 0, stopped: false };
}

/** Whether a page may be asked for at all: whatever the switch says, no request goes to a platform that is no shop. */
export function mayRefresh(page: WatchedPage): boolean {
  const site = URL.canParse(page.url) ? siteOf(new URL(page.url)) : null;
  return noRefreshFor({ ...page, ...(site ? { platform: site.id } : {}) }) === null;
}

/** All pages whose switch is on, each with its job, the one that is due first in front. */
export async function waitingJobs(call: Call): Promise<Result<Due[]>> {
  return readOnce(call, ['watchedPages', 'refreshJobs'], async (reader) => {
    const jobs = new Map((await reader.all('refreshJobs')).map((job) => [job.id, job]));
    const now = call.now.toISOString();
    const due = (await reader.all('watchedPages'))
      .filter((page) => page.refresh && mayRefresh(page))
      .map((page) => ({ page, job: jobs.get(page.id) ?? newJob(page.id, now) }))
      .filter(({ job }) => !job.stopped);
    return ok(due.sort((a, b) => a.job.dueAt.localeCompare(b.job.dueAt)));
  });
}

/** Lets go of the jobs of pages that are on no watchlist any more. */
export async function forgetJobs(call: Call): Promise<void> {
  const lost = await readOnce(call, ['watchedPages', 'refreshJobs'], async (reader) => {
    const ids = new Set((await reader.all('watchedPages')).map(({ id }) => id));
    return ok((await reader.all('refreshJobs')).map(({ id }) => id).filter((id) => !ids.has(id)));
  });
  const database = await call.database();
  if (!lost.ok || lost.value.length === 0 || !database.ok) return;
  await maintain(database.value, call.now, ['watchedPages', 'refreshJobs'], async (unit) => {
    for (const id of lost.value)
      if (!(await unit.get('watchedPages', id))) await unit.remove('refreshJobs', id, 'derived');
  });
}

/** Changes a page's job in a transaction of its own; a page that was removed meanwhile takes its job with it. */
async function changeJob(
  call: Call,
  { id }: WatchedPage,
  now: Date,
  change: (job: RefreshJob, page: WatchedPage) => RefreshJob,
): Promise<Result<RefreshJob | null>> {
  const database = await call.database();
  if (!database.ok) return database;
  return maintain(database.value, now, ['watchedPages', 'refreshJobs'], async (unit: Unit) => {
    const page = await unit.get('watchedPages', id);
    const old = await unit.get('refreshJobs', id);
    if (!page) {
      if (old) await unit.remove('refreshJobs', id, 'derived');
      return null;
    }
    const job = { ...change(old ?? newJob(id, unit.now), page), updatedAt: unit.now };
    await unit.put('refreshJobs', job, 'derived');
    return job;
  });
}

/** In a row; a page that shows nothing to a program three times never will. */
const mostEmpty = 3;

function withTrouble(
  job: RefreshJob,
  hours: number,
  { reason, status, notBefore }: Trouble,
  tools: RefreshTools,
) {
  const now = tools.now();
  const failures = job.failures + 1;
  const empty = reason === 'nothing-read' && (!job.source || failures >= mostEmpty);
  const due = nextRefresh(now, hours, failures, tools.chance());
  const { run: _run, ...rest } = job;
  return {
    ...rest,
    triedAt: now.toISOString(),
    failures,
    stopped: empty || stoppingTroubles.includes(reason),
    dueAt: (notBefore && notBefore > due ? notBefore : due).toISOString(),
    trouble: {
      reason,
      at: now.toISOString(),
      ...(status === undefined ? {} : { status }),
      ...(notBefore ? { notBefore: notBefore.toISOString() } : {}),
    },
  };
}

function withSuccess(job: RefreshJob, hours: number, { source }: Outcome, tools: RefreshTools): RefreshJob {
  const now = tools.now();
  const { run: _run, trouble: _trouble, ...rest } = job;
  const at = now.toISOString();
  const dueAt = nextRefresh(now, hours, 0, tools.chance()).toISOString();
  return { ...rest, source, triedAt: at, doneAt: at, failures: 0, stopped: false, dueAt };
}

/** Milliseconds after which the parts of a list are not of one moment any more. */
const partsKeep = 30 * 60_000;

/** The run to go on with, or a new one. One that was interrupted long ago asks anew, and is still the same look. */
function runOf(page: WatchedPage, { run, source }: RefreshJob, now: Date): RefreshRun {
  if (run && now.getTime() - Date.parse(run.startedAt) < partsKeep) return run;
  return {
    operationId: run?.operationId ?? newId(now.getTime()),
    startedAt: now.toISOString(),
    source: firstSource(page, source),
    part: 1,
    products: [],
  };
}

/** Keeps what was read as a look at the page. @returns what stood in the way; null where it is kept */
async function keepLook(
  page: WatchedPage,
  run: RefreshRun,
  { reading, source }: Outcome,
  call: Call,
): Promise<Trouble | null> {
  if (!reading) return null;
  const given: Input<'snapshot.record'> = {
    operationId: run.operationId,
    cause: 'refresh',
    url: page.url,
    reading,
    text: { missing: 'fetched' },
    layout: { missing: 'fetched' },
  };
  const kept = await recordLook(given, call, source);
  if (kept.ok || kept.code === 'not-watched') return null;
  if (kept.code === 'quota') return { reason: 'disk-full' };
  throw new Error(`the refresh of ${page.id} was not kept: ${kept.code} ${kept.message}`);
}

/**
 * Refreshes one page: asks, keeps the look, says when it is due again; each of these is a transaction of its own. A background that is stopped in
 * between goes on: the look has the id that the run was given at its beginning, and recorded twice it is one.
 */
export async function refreshPage(
  { page, job }: Due,
  callNow: () => Call,
  tools: RefreshTools,
): Promise<void> {
  const save = (change: (job: RefreshJob, page: WatchedPage) => RefreshJob) =>
    changeJob(callNow(), page, tools.now(), change);
  const hours = (now: WatchedPage) => now.refresh?.hours ?? page.refresh?.hours ?? 24;
  if (!(await tools.mayReach(page.url))) {
    await save((old, now) => withTrouble(old, hours(now), { reason: 'no-permission' }, tools));
    return announce(callNow(), ['watchlist']);
  }
  const run = runOf(page, job, tools.now());
  if (run !== job.run) await save((old) => ({ ...old, run }));
  const outcome = await readShop(page, run, tools, async (next) => {
    await save((old) => ({ ...old, run: next }));
  });
  // a wall is told where the looks are that it interrupts
  const look = outcome.trouble ? { ...outcome, source: job.source ?? outcome.source } : outcome;
  const trouble = (await keepLook(page, run, look, callNow())) ?? outcome.trouble;
  await save((old, now) =>
    trouble ? withTrouble(old, hours(now), trouble, tools) : withSuccess(old, hours(now), outcome, tools),
  );
  await announce(callNow(), ['watchlist']);
}
