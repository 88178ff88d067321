import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium, openExtensionPage, whenRegistered } from '../support/chromium.ts';
import { median, round } from './measure.ts';

/** A table of invented people: one account, one e-mail address, two tags and a number of followers each. */
export function inventedTable(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `Invented ${at},https://www.instagram.com/invented.${at}/,invented${at}@mail.example,${1_000 + at},"${at % 2 ? 'tea' : 'pots'}, group ${at % 20}",Contacted,met at the fair number ${at}`,
  );
  return `Name,Profile address,Email,Followers,Tags,Status,Notes\n${lines.join('\n')}\n`;
}

/** The longest time, from now on, for which the page could not answer; read it at the end. */
function watchStalls(): void {
  const stalls = { longest: 0 };
  Object.assign(window, { stalls });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) stalls.longest = Math.max(stalls.longest, duration);
  }).observe({ type: 'longtask' });
}
const longestStall = (page: Page) =>
  page.evaluate(() => {
    const { stalls } = window as unknown as { stalls: { longest: number } };
    const { longest } = stalls;
    stalls.longest = 0;
    return longest;
  });

async function timed(page: Page, work: () => Promise<unknown>) {
  await longestStall(page);
  const start = performance.now();
  await work();
  return { ms: performance.now() - start, longestTaskMs: await longestStall(page) };
}

const press = (page: Page, panel: string) =>
  page.locator(`.panel[aria-label^="${panel}"] .button.primary`).click();

/** Reads a table, checks it, imports it and takes it back, as a person does; then the check again, where everyone is known. */
async function importOnce(rows: number) {
  const browsing = await launchChromium();
  // a file on the disk: handed over as bytes, it would be decoded inside the page and measured with it
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-table-'));
  const file = join(folder, 'invented.csv');
  writeFileSync(file, inventedTable(rows));
  try {
    await whenRegistered(browsing);
    const page = await openExtensionPage(browsing, 'dashboard.html#/import');
    await page.evaluate(watchStalls);
    const choose = async () => {
      await page.setInputFiles('input[type=file]', file);
      await page.waitForSelector('.importing-columns');
    };
    const check = async () => {
      await press(page, '2');
      await page.waitForSelector('.importing-pills');
    };
    await page.waitForSelector('.importing-choose');
    const read = await timed(page, choose);
    const checkNew = await timed(page, check);
    const put = await timed(page, async () => {
      await press(page, '3');
      await page.waitForSelector('.importing .note.good', { timeout: 120_000 });
    });
    await page.getByRole('button', { name: 'Import another table' }).click();
    await choose();
    const checkKnown = await timed(page, check);
    const back = await timed(page, async () => {
      await page.locator('.importing .rows .button.danger').click();
      await page.getByText('Taken back.').first().waitFor({ timeout: 120_000 });
    });
    return { read, checkNew, put, checkKnown, back };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await browsing.close();
  }
}

/** Medians of importing a table of that many rows, milliseconds; beside each the longest task that held the page meanwhile. */
export async function importTimes(runs: number, rows = 10_000) {
  const all: Awaited<ReturnType<typeof importOnce>>[] = [];
  for (let run = 0; run < runs; run++) all.push(await importOnce(rows));
  const [first] = all;
  const steps = Object.keys(first ?? {}) as (keyof NonNullable<typeof first>)[];
  return Object.fromEntries(
    steps.map((step) => [
      step,
      {
        ms: round(median(all.map((one) => one[step].ms)), 0),
        longestTaskMs: round(median(all.map((one) => one[step].longestTaskMs)), 0),
      },
    ]),
  );
}
