import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { bigNotebookScript } from '../support/big-notebook.ts';
import { type Browsing, launchChromium, openExtensionPage, workerOf } from '../support/chromium.ts';
import { databaseName } from '../support/notebook.ts';
import { round } from './measure.ts';

/** The largest heap of the page and of the worker, each looked at every quarter of a second, bytes. */
async function watchHeaps({ context, extensionId }: Browsing, page: Page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const most = { page: 0, worker: 0 };
  const browser = await context.browser()?.newBrowserCDPSession();
  const ofWorker = browser && (await workerHeap(browser, extensionId));
  let going = true;
  const watching = (async () => {
    while (going) {
      const { metrics } = await cdp.send('Performance.getMetrics');
      most.page = Math.max(most.page, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
      most.worker = Math.max(most.worker, (await ofWorker?.()) ?? 0);
      await new Promise((done) => setTimeout(done, 250));
    }
  })();
  return async () => {
    going = false;
    await watching;
    await cdp.detach();
    await browser?.detach();
    return { pageMb: round(most.page / 1e6, 1), workerMb: round(most.worker / 1e6, 1) };
  };
}

/** Asks the worker for its heap: it is no page, so it is spoken to through the browser. */
async function workerHeap(browser: CDPSession, extensionId: string) {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const worker = targetInfos.find(({ url }) => url.includes(extensionId));
  if (!worker) return undefined;
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: false,
  });
  const waiting = new Map<number, (size: number) => void>();
  let asked = 0;
  browser.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
    if (id !== undefined) waiting.get(id)?.(result?.usedSize ?? 0);
  });
  return () =>
    new Promise<number>((done) => {
      asked += 1;
      waiting.set(asked, done);
      const message = JSON.stringify({ id: asked, method: 'Runtime.getHeapUsage', params: {} });
      void browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => done(0));
      setTimeout(() => done(0), 2_000);
    });
}

async function backUp(page: Page, path: string): Promise<void> {
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: 'Back up now' }).click();
  await (await download).saveAs(path);
}

/** Processor time of all the browser's processes so far, seconds: the same on a busy computer. */
async function processorTime({ context }: Browsing): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) return Number.NaN;
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
}

async function timed(browsing: Browsing, page: Page, work: () => Promise<unknown>) {
  const heaps = await watchHeaps(browsing, page);
  const [start, used] = [performance.now(), await processorTime(browsing)];
  await work();
  const seconds = round((performance.now() - start) / 1_000);
  const processorSeconds = round((await processorTime(browsing)) - used);
  return { seconds, processorSeconds, ...(await heaps()) };
}

async function inBrowser<T>(work: (browsing: Browsing, page: Page) => Promise<T>): Promise<T> {
  const browsing = await launchChromium();
  try {
    await workerOf(browsing);
    const page = await openExtensionPage(browsing, 'dashboard.html#/storage');
    await page.getByRole('button', { name: 'Back up now' }).waitFor();
    return await work(browsing, page);
  } finally {
    await browsing.close();
  }
}

/** A whole notebook to one file and into another computer's empty one: seconds, and the largest heaps on the way. */
export async function backupTimes(creators = 10_000, observationsEach = 10) {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-backup-'));
  const [first, second] = [join(folder, 'first.deckhand.gz'), join(folder, 'second.deckhand.gz')];
  try {
    const backup = await inBrowser(async (browsing, page) => {
      await page.evaluate(bigNotebookScript(databaseName, { creators, observationsEach }));
      await page.reload();
      return timed(browsing, page, () => backUp(page, first));
    });
    const back = await inBrowser(async (browsing, page) => {
      const button = page.getByRole('button', { name: 'Restore', exact: true });
      const check = await timed(browsing, page, async () => {
        await page.locator('input[type=file]').setInputFiles(first);
        await button.waitFor({ timeout: 120_000 });
      });
      const restore = await timed(browsing, page, async () => {
        await button.click();
        await page.getByText('You can go on working.').waitFor({ timeout: 240_000 });
      });
      await backUp(page, second);
      return { check, restore };
    });
    const same = readFileSync(first).equals(readFileSync(second));
    const fileKb = round(statSync(first).size / 1024);
    return { creators, observations: creators * observationsEach, fileKb, backup, ...back, same };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
