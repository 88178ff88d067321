import type { Page } from '@playwright/test';
import { cardIn, closeCard } from '../support/card.ts';
import { launchChromium, openExtensionPage, whenRegistered } from '../support/chromium.ts';
import { clickOverlay } from '../support/closed-roots.ts';
import { readCaptured } from '../support/notebook.ts';
import { changedSample } from '../support/sample-pages.ts';
import { median, round } from './measure.ts';

/** The page notes when the press arrives, on the clock that all pages of the machine share. */
function notePresses(): void {
  const pressed: number[] = [];
  Object.assign(window, { pressed });
  window.addEventListener('click', (event) => pressed.push(performance.timeOrigin + event.timeStamp), true);
}

/** An extension page notes when the change is announced, which the background does only after the transaction is done. */
function noteCommits(inside: Page): Promise<void> {
  return inside.evaluate(() => {
    const committed: number[] = [];
    Object.assign(window, { committed });
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { onChanged: { addListener(heard: (changes: object) => void): void } } };
    };
    chrome.storage.onChanged.addListener((changes) => {
      if ('change:creators' in changes) committed.push(performance.timeOrigin + performance.now());
    });
  });
}

const last = (page: Page, name: 'pressed' | 'committed') =>
  page.evaluate((list) => (window as unknown as Record<string, number[]>)[list]?.at(-1), name);

/**
 * From the press on the button to the durable record. `workerStopped`: the worker has to start first; `firstInPage`: the readers
 * have to be injected; `againInPage`: everything is there.
 */
export async function captureTimes(runs: number) {
  const browsing = await launchChromium();
  try {
    const worker = await whenRegistered(browsing);
    const inside = await openExtensionPage(browsing, 'dashboard.html#/settings');
    await noteCommits(inside);
    const cdp = await browsing.context.newCDPSession(inside);
    await cdp.send('ServiceWorker.enable');
    const page = await browsing.context.newPage();
    await page.addInitScript(notePresses);

    const press = async () => {
      const before = await last(inside, 'committed');
      await clickOverlay(page);
      await cardIn(page);
      await page.waitForTimeout(200);
      const [pressed, committed] = [await last(page, 'pressed'), await last(inside, 'committed')];
      if (pressed === undefined || committed === undefined || committed === before)
        throw new Error('a press saved nothing');
      await closeCard(page);
      // the tick on the button has gone by then
      await page.waitForTimeout(3_000);
      return committed - pressed;
    };
    const open = async (number: number) => {
      const handle = `mira.bench.${number}`;
      const url = `https://www.instagram.com/${handle}/`;
      const person = { 'mira.holm.ceramics': handle, '58120437719': `5812043${7_000 + number}` };
      browsing.pages.put(url, changedSample('instagram', person));
      await page.goto(url);
    };

    const times = { workerStopped: [] as number[], firstInPage: [] as number[], againInPage: [] as number[] };
    for (let run = 0; run < runs; run++) {
      await open(run * 2);
      times.firstInPage.push(await press());
      times.againInPage.push(await press());
      await open(run * 2 + 1);
      await page.waitForTimeout(500);
      await cdp.send('ServiceWorker.stopAllWorkers');
      times.workerStopped.push(await press());
    }
    const { creators, observations } = await readCaptured(worker).catch(() => readCaptured(inside));
    return {
      firstInPageMs: round(median(times.firstInPage)),
      againInPageMs: round(median(times.againInPage)),
      workerStoppedMs: round(median(times.workerStopped)),
      stored: { creators: creators.length, observations: observations.length },
    };
  } finally {
    await browsing.close();
  }
}
