import { browser } from '#imports';
import type { MissingReason, SnapshotCause } from '../../domain/change-kind.ts';
import type { WatchedPage } from '../../domain/competitor.ts';
import { storePlatforms } from '../../domain/platform.ts';
import { fail, ok } from '../../domain/result.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import { siteOf } from '../../sites/registry.ts';
import type { Call, Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { comparePicture } from './compare-pictures-job.ts';
import { pictureRow } from './list-snapshots.ts';
import { letGo, pictureParts, widePermission } from './picture-browser.ts';
import { showProgress } from './picture-progress.ts';
import { beginPicture, keepPicture, missPicture } from './picture-records.ts';
import { takePicture } from './take-picture.ts';

/** `share` of it that is there, 0 to 1; null: it is done, and only what it shows is still looked at */
interface Running {
  stop: AbortController;
  tabId: number;
  share: number | null;
}
/** Pictures that are being taken or wait for it, by their snapshot. */
const running = new Map<string, Running>();
/** One after another: two would take each other's turns, and both would be half as fast. */
let queue: Promise<unknown> = Promise.resolve();

/** Says in `storage.session` that a job may have been left behind: looking into the notebook at every start would cost each of them. */
const leftKey = 'picture-jobs';

/** With these the browser gives the tab to us for a moment; the side panel's button and the page's own do not. */
const withAccess: readonly SnapshotCause[] = ['popup', 'key', 'menu'];
const shopKinds: readonly string[] = ['product', 'listing', 'shop'];

/** Whether a page may be scrolled for its picture: a shop's, as its address says, or a page of no known site that reads as one. */
export function isStorePage(address: string, page: Pick<WatchedPage, 'platform' | 'kind'>): boolean {
  const site = URL.canParse(address) ? siteOf(new URL(address)) : undefined;
  if (site) return storePlatforms.includes(site.id);
  return storePlatforms.includes(page.platform) || (page.platform === 'web' && shopKinds.includes(page.kind));
}

/**
 * Takes the picture of a page that was just recorded, after whatever is being taken now. Says what came of it in the snapshot.
 * @param cause decided by the background, not by the page: an automatic visit moves nothing
 */
export async function startPicture(
  call: Call,
  tabId: number,
  cause: SnapshotCause,
  { snapshotId, watchedPageId, status }: SnapshotAnswer,
): Promise<void> {
  if (running.has(snapshotId)) return;
  const stop = new AbortController();
  // before the first wait: nobody takes it for one left behind, and it can be cancelled
  // a visit takes none in most browsers, and nobody waits for it: until that is known the tab is not busy
  const job: Running = { stop, tabId, share: cause === 'visit' ? null : 0 };
  running.set(snapshotId, job);
  try {
    if (status.state === 'unreadable') return void (await missPicture(call, snapshotId, 'unreadable'));
    if (!withAccess.includes(cause) && !(await browser.permissions.contains(widePermission)))
      return void (await missPicture(call, snapshotId, 'no-permission', cause !== 'visit'));
    const page = await readOnce(call, ['watchedPages'], async (reader) =>
      ok(await reader.get('watchedPages', watchedPageId)),
    );
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!page.ok || !page.value) return;
    const whole = cause !== 'visit' && isStorePage(tab?.url ?? page.value.url, page.value);
    // before it waits for its turn: one that never got it is found after a stop as well
    await browser.storage.session.set({ [leftKey]: true });
    const begun = await beginPicture(call, { snapshotId, tabId, visibleOnly: !whole });
    if (!begun.ok) return;
    job.share = 0;
    const turn = queue.then(() => run(call, { snapshotId, whole }, job));
    queue = turn.catch(() => undefined);
    const kept = await turn;
    job.share = null;
    // the next picture does not wait for it
    if (kept) await comparePicture(call, kept);
  } catch (error) {
    console.error('Deckhand: picture of a page', error);
    await missPicture(call, snapshotId, 'failed');
  } finally {
    running.delete(snapshotId);
    if (running.size === 0) await browser.storage.session.remove(leftKey);
  }
}

/** @returns the snapshot that has the picture; null where there is none */
async function run(
  call: Call,
  { snapshotId, whole }: { snapshotId: string; whole: boolean },
  job: Running,
): Promise<string | null> {
  const { tabId } = job;
  const { signal } = job.stop;
  const miss = async (reason: MissingReason) => {
    await missPicture(call, snapshotId, reason);
    return null;
  };
  if (signal.aborted) return miss('cancelled');
  const progress = (share: number) => {
    job.share = share;
    void showProgress(tabId, share);
  };
  try {
    const parts = await pictureParts(tabId, snapshotId, progress);
    const outcome = await takePicture(parts, whole, signal);
    if (outcome.state === 'missing') return miss(outcome.reason);
    const kept = signal.aborted
      ? fail('not-found', 'cancelled')
      : await keepPicture(call, snapshotId, outcome);
    if (kept.ok) return kept.value.snapshotId;
    return miss(signal.aborted ? 'cancelled' : kept.code === 'quota' ? 'disk-full' : 'failed');
  } finally {
    await showProgress(tabId, null);
  }
}

/** The picture is not wanted any more. A page may say so of its own tab's only. */
export const cancelPicture: Service<'snapshot.cancel-picture'> = async ({ snapshotId }, call) => {
  const job = running.get(snapshotId);
  const { kind, tabId } = call.caller;
  if (kind === 'page' && job?.tabId !== tabId) return fail('not-found', 'no picture of this tab');
  job?.stop.abort();
  return ok({});
};

/** Whether a picture of a tab is being taken: what a page looks like meanwhile is partly ours. */
export const isTaking = (tabId: number): boolean =>
  [...running.values()].some((job) => job.tabId === tabId && job.share !== null);

/** How far the picture of a tab is, and what came of that of a snapshot. */
export const pictureNow: Service<'snapshot.picture'> = async ({ tabId, snapshotId }, call) => {
  const [found] = [...running].filter(([, job]) => job.tabId === tabId && job.share !== null);
  const now = found ? { snapshotId: found[0], share: found[1].share ?? 0 } : null;
  if (snapshotId === undefined) return ok({ running: now });
  return readOnce(call, ['snapshots'], async (reader) => {
    const snapshot = await reader.get('snapshots', snapshotId);
    return ok({ running: now, ...(snapshot ? { picture: pictureRow(snapshot.layers.picture) } : {}) });
  });
};

/**
 * What a killed worker left: the page has put itself back, and the snapshot says that its picture failed. One that was kept already is
 * compared.
 */
export async function giveUpPictures(call: Call, { anyway }: { anyway: boolean }): Promise<void> {
  const left = await browser.storage.session.get(leftKey);
  if (!anyway && !left[leftKey]) return;
  const jobs = await readOnce(call, ['pictureJobs'], async (reader) => ok(await reader.all('pictureJobs')));
  if (!jobs.ok) return;
  for (const { id, tabId, compareTries } of jobs.value) {
    if (running.has(id)) continue;
    if (compareTries !== undefined) {
      await comparePicture(call, id);
      continue;
    }
    await letGo(tabId, id);
    await missPicture(call, id, 'failed');
    await showProgress(tabId, null);
  }
  if (running.size === 0) await browser.storage.session.remove(leftKey);
}
