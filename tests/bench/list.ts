import type { Page } from '@playwright/test';
import { bigNotebookScript } from '../support/big-notebook.ts';
import {
  type Browsing,
  extensionPage,
  type LaunchOptions,
  launchChromium,
  openExtensionPage,
  workerOf,
} from '../support/chromium.ts';
import { sendWrite } from '../support/messages.ts';
import { databaseName } from '../support/notebook.ts';
import { medians, round } from './measure.ts';

const size = { creators: 10_000, observationsEach: 10 };
/** Typed one key after the other: Latin, Chinese, a handle, a word that nobody has. */
const queries = ['mira holm', '陶艺 小满', '@invented.77', 'nobody'];

/** Notes when the first row is in the document, from the start of the page's load. */
function noteRows(): void {
  const seen: Record<string, number> = {};
  Object.assign(window, { seen });
  const look = () => {
    if (!seen.firstRowsMs && document.querySelector('[data-creator]')) seen.firstRowsMs = performance.now();
    const rows = Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'));
    if (rows > 10_000) seen.allRowsMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

async function openList(
  browsing: Browsing,
): Promise<{ page: Page; times: { firstRowsMs: number; allRowsMs: number } }> {
  const page = await browsing.context.newPage();
  await page.addInitScript(noteRows);
  await page.goto(extensionPage(browsing, 'dashboard.html#/creators'));
  const handle = await page.waitForFunction(() => {
    const { seen } = window as unknown as { seen: { firstRowsMs?: number; allRowsMs?: number } };
    return seen.firstRowsMs && seen.allRowsMs
      ? { firstRowsMs: seen.firstRowsMs, allRowsMs: seen.allRowsMs }
      : undefined;
  });
  const times = await handle.jsonValue();
  if (!times) throw new Error('the list never came');
  return { page, times };
}

/** Types each query key by key; the time of a key ends when its new list is laid out. */
async function keyTimes(page: Page): Promise<number[]> {
  return page.evaluate(async (texts) => {
    const field = document.querySelector<HTMLInputElement>('search input');
    if (!field) throw new Error('no search');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const times: number[] = [];
    for (const text of texts) {
      for (let length = 0; length <= text.length; length++) {
        await frame();
        const start = performance.now();
        set?.call(field, text.slice(0, length));
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // Preact draws in a microtask or the next task; after it the layout is asked for
        await new Promise((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(undefined);
          setTimeout(() => channel.port2.postMessage(0), 0);
        });
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
    }
    return times;
  }, queries);
}

/** Scrolls two hundred times and counts the frames that took longer than two of the display's. @param by CSS pixels a frame */
async function scroll(
  page: Page,
  by: number,
): Promise<{ frames: number; longFrames: number; longestMs: number }> {
  return page.evaluate(async (pixels) => {
    const grid = document.querySelector('[role="grid"]');
    if (!grid) throw new Error('no list');
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const gaps: number[] = [];
    let before = await frame();
    for (let step = 0; step < 200; step++) {
      grid.scrollTop += pixels;
      const now = await frame();
      gaps.push(now - before);
      before = now;
    }
    return {
      frames: gaps.length,
      longFrames: gaps.filter((gap) => gap > 34).length,
      longestMs: Math.round(Math.max(...gaps)),
    };
  }, by);
}

/** The creator list with 10,000 creators and 100,000 observations: first rows, search, scrolling, memory. */
export async function listTimes(runs: number, options: LaunchOptions = {}) {
  const browsing = await launchChromium({ viewport: { width: 1400, height: 900 }, ...options });
  try {
    await workerOf(browsing);
    const first = await openExtensionPage(browsing, 'dashboard.html#/about');
    await sendWrite(first, 'settings.save', { changes: { firstRunDone: true } });
    await first.evaluate(bigNotebookScript(databaseName, size));
    await first.close();
    const opened: { firstRowsMs: number; allRowsMs: number }[] = [];
    for (let run = 0; run <= runs; run++) {
      const { page, times } = await openList(browsing);
      // the first start compiles and warms the disk
      if (run > 0) opened.push(times);
      await page.close();
    }
    const { page } = await openList(browsing);
    await page.waitForTimeout(2_000);
    const keys = await keyTimes(page);
    const warm = keys.toSorted((a, b) => a - b);
    // the search goes into the address when the typing rests; then the plain list again
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      location.hash = '#/creators';
    });
    await page.locator('[data-creator]').first().waitFor();
    await page.waitForTimeout(500);
    // a wheel turned fast (a notch is about a hundred pixels), and the bar dragged
    const scrolled = await scroll(page, 120);
    const dragged = await scroll(page, 480);
    const cdp = await browsing.context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    return {
      ...size,
      ...medians(opened),
      keyMs: {
        median: round(warm[warm.length >> 1] ?? Number.NaN),
        of20one: round(warm[Math.floor(warm.length * 0.95)] ?? Number.NaN),
        longest: round(warm.at(-1) ?? Number.NaN),
      },
      scroll: scrolled,
      drag: dragged,
      heapMb: round(heap / 1_048_576, 1),
    };
  } finally {
    await browsing.close();
  }
}
