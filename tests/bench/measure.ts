import type { CDPSession, Page } from '@playwright/test';

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Medians of every figure of several runs. */
export function medians<K extends string>(runs: Record<K, number>[]): Record<K, number> {
  const [first] = runs;
  if (!first) throw new Error('nothing was measured');
  const keys = Object.keys(first) as K[];
  return Object.fromEntries(keys.map((key) => [key, round(median(runs.map((run) => run[key])))])) as Record<
    K,
    number
  >;
}

export interface PageCost {
  /** time in scripts, the extension's included, milliseconds */
  scriptMs: number;
  /** time of all tasks of the page's process, milliseconds */
  taskMs: number;
  longTasks: number;
  /** sum of all layout shifts */
  layoutShift: number;
  heapKb: number;
}

interface Watched {
  longTasks: number;
  layoutShift: number;
}

/** What must be in the page before anything else. */
export function watchPage(): void {
  const watched: Watched = { longTasks: 0, layoutShift: 0 };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    watched.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.layoutShift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Loads a page and lets it rest, with the protocol's counters running since before the load (later they start at zero). */
export async function loadCost(
  page: Page,
  cdp: CDPSession,
  url: string,
  rest: () => Promise<void>,
): Promise<PageCost> {
  await cdp.send('Performance.enable');
  await page.goto(url);
  await rest();
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const watched = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  return {
    scriptMs: metric('ScriptDuration') * 1000,
    taskMs: metric('TaskDuration') * 1000,
    heapKb: metric('JSHeapUsedSize') / 1024,
    ...watched,
  };
}
