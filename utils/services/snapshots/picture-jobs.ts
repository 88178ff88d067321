import { browser } from '#imports';
import type { SnapshotCause } from '../../domain/change-kind.ts';
import type { WatchedPage } from '../../domain/competitor.ts';
import { storePlatforms } from '../../domain/platform.ts';
import { fail, ok } from '../../domain/result.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import { siteOf } from '../../sites/registry.ts';
import type { Call, Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { pictureParts, widePermission } from './picture-browser.ts';
import { showProgress } from './picture-progress.ts';
import { beginPicture, keepPicture, missPicture } from './picture-records.ts';
import { takePicture } from './take-picture.ts';

/** Pictures that are being taken or wait for it, by their snapshot. */
const running = new Map<string, { stop: AbortController; tabId: number }>();
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
  running.set(snapshotId, { stop, tabId });
  try {
    if (status.state === 'unreadable') return void (await missPicture(call, snapshotId, 'unreadable'));
    if (!withAccess.includes(cause) && !(await browser.permissions.contains(widePermission)))
      return void (await missPicture(call, snapshotId, 'no-permission'));
    const page = await readOnce(call, ['watchedPages'], async (reader) =>
      ok(await reader.get('watchedPages', watchedPageId)),
    );
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!page.ok || !page.value) return;
    const whole = cause !== 'visit' && isStorePage(tab?.url ?? page.value.url, page.value);
    const turn = queue.then(() => run(call, { snapshotId, tabId, whole }, stop.signal));
    queue = turn.catch(() => undefined);
    await turn;
  } catch (error) {
    console.error('Deckhand: picture of a page', error);
    await missPicture(call, snapshotId, 'failed');
  } finally {
    running.delete(snapshotId);
    if (running.size === 0) await browser.storage.session.remove(leftKey);
  }
}

async function run(
  call: Call,
  { snapshotId, tabId, whole }: { snapshotId: string; tabId: number; whole: boolean },
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return void (await missPicture(call, snapshotId, 'cancelled'));
  await browser.storage.session.set({ [leftKey]: true });
  const begun = await beginPicture(call, { snapshotId, tabId, visibleOnly: !whole });
  if (!begun.ok) return;
  try {
    const parts = await pictureParts(tabId, snapshotId, (share) => void showProgress(tabId, share));
    const outcome = await takePicture(parts, whole, signal);
    if (outcome.state === 'missing') return void (await missPicture(call, snapshotId, outcome.reason));
    const kept = signal.aborted
      ? fail('not-found', 'cancelled')
      : await keepPicture(call, snapshotId, outcome);
    if (kept.ok) return;
    const reason = signal.aborted ? 'cancelled' : kept.code === 'quota' ? 'disk-full' : 'failed';
    await missPicture(call, snapshotId, reason);
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

/** What a killed worker left: the page has put itself back, and the snapshot says that its picture failed. */
export async function giveUpPictures(call: Call, { anyway }: { anyway: boolean }): Promise<void> {
  const left = await browser.storage.session.get(leftKey);
  if (!anyway && !left[leftKey]) return;
  const jobs = await readOnce(call, ['pictureJobs'], async (reader) => ok(await reader.all('pictureJobs')));
  if (!jobs.ok) return;
  for (const { id, tabId } of jobs.value) {
    if (running.has(id)) continue;
    await missPicture(call, id, 'failed');
    await showProgress(tabId, null);
  }
  if (running.size === 0) await browser.storage.session.remove(leftKey);
}
