import type { Page } from '@playwright/test';
import {
  type Browsing,
  extensionPage,
  launchChromium,
  openExtensionPage,
  workerOf,
} from '../support/chromium.ts';
import { sendWrite } from '../support/messages.ts';
import { databaseName } from '../support/notebook.ts';
import { watchedNotebookScript } from '../support/watched-notebook.ts';
import { medians, round } from './measure.ts';

const size = { competitors: 50, days: 90 };

/** Notes when the first of some elements is in the document, from the start of the page's load. */
function noteFirst(selector: string): void {
  const seen: { firstMs?: number } = {};
  Object.assign(window, { seen });
  const look = () => {
    if (document.querySelector(selector)) seen.firstMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** Opens a page of the extension and waits for the first of some elements. */
export async function openOnce(
  browsing: Browsing,
  path: string,
  selector: string,
): Promise<{ page: Page; firstMs: number; taskMs: number }> {
  const page = await browsing.context.newPage();
  await page.addInitScript(noteFirst, selector);
  const cdp = await browsing.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(extensionPage(browsing, path));
  const found = await page.waitForFunction(
    () => (window as unknown as { seen: { firstMs?: number } }).seen.firstMs,
  );
  const { metrics } = await cdp.send('Performance.getMetrics');
  const task = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { page, firstMs: Number(await found.jsonValue()), taskMs: task * 1_000 };
}

async function heapOf(browsing: Browsing, page: Page): Promise<number> {
  const cdp = await browsing.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1_048_576;
}

/**
 * The popup and the dashboard with 50 competitors looked at on 90 days: from the start of the page to the first row with news, the time of
 * all tasks in it until then (which other work on the machine lengthens less), and the memory once it rests.
 */
export async function watchListTimes(runs: number) {
  const browsing = await launchChromium({ viewport: { width: 1400, height: 900 } });
  try {
    await workerOf(browsing);
    const first = await openExtensionPage(browsing, 'dashboard.html#/about');
    await sendWrite(first, 'settings.save', { changes: { firstRunDone: true } });
    await first.evaluate(watchedNotebookScript(databaseName, { ...size, now: new Date().toISOString() }));
    await first.close();
    const figures: Record<string, unknown> = {};
    for (const [name, path, selector] of [
      ['popup', 'popup.html', '.watch-row .watch-news'],
      ['dashboard, what changed', 'dashboard.html#/watch', '.watch-change'],
    ] as const) {
      const times: { firstMs: number; taskMs: number }[] = [];
      let heapMb = Number.NaN;
      for (let run = 0; run <= runs; run++) {
        const { page, ...time } = await openOnce(browsing, path, selector);
        // the first start compiles and warms the disk
        if (run > 0) times.push(time);
        if (run === runs) {
          await page.waitForTimeout(1_000);
          heapMb = await heapOf(browsing, page);
        }
        await page.close();
      }
      figures[name] = { ...medians(times), heapMb: round(heapMb, 1) };
    }
    return { ...size, ...figures };
  } finally {
    await browsing.close();
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await watchListTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 7)), null, 2));
