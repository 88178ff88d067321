import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openExtensionPage } from '../support/chromium.ts';
import { clickOverlay } from '../support/closed-roots.ts';
import { makeShop, type Shop } from '../support/generated-shops.ts';
import { round } from './measure.ts';
import { asked, startWatching, type Watching, watchStore } from './watch-look.ts';
import { changeStore, makeStore, storeAddress, storePage } from './watch-store.ts';
import { worldsOf } from './worlds.ts';

/** Of sorted values the one below which so large a part lies. */
const at = (values: number[], part: number) =>
  round(
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
      Number.NaN,
    0,
  );

/** The page notes when the press arrives, on the clock that all pages of the machine share. */
function notePresses(): void {
  window.addEventListener(
    'click',
    (event) => Object.assign(window, { pressed: performance.timeOrigin + event.timeStamp }),
    true,
  );
}

/** An extension page notes when the look is announced, which the background does only after the transaction is done. */
function noteCommits(inside: Page): Promise<void> {
  return inside.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { onChanged: { addListener(heard: (changes: object) => void): void } } };
    };
    chrome.storage.onChanged.addListener((changes) => {
      const now = performance.timeOrigin + performance.now();
      const shared = globalThis as unknown as { committed: number | undefined };
      // the layout may follow: the first is the answer
      if ('change:watchlist' in changes) shared.committed ??= now;
    });
  });
}

interface Press {
  answerMs: number;
  longestTaskMs: number;
}

/** Presses the button in the page. The longest time in which nothing but the extension ran in the page's thread comes from a profile. */
async function press({ shop }: Watching, inside: Page): Promise<Press> {
  await inside.evaluate(() => Object.assign(globalThis, { committed: undefined }));
  const cdp = await shop.context().newCDPSession(shop);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
  await clickOverlay(shop, ({ name }) => name.startsWith('Snapshot'));
  const heard = await inside.waitForFunction(
    () => (globalThis as unknown as { committed?: number }).committed,
    null,
    {
      polling: 50,
    },
  );
  // what follows the answer is the page's time as well
  await shop.waitForTimeout(700);
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();
  const pressed = await shop.evaluate(() => (window as unknown as { pressed: number }).pressed);
  return {
    answerMs: Number(await heard.jsonValue()) - pressed,
    longestTaskMs: worldsOf(profile).longestOfOurs,
  };
}

/** Script of ours that a page gets which nobody touches, in characters as the browser parses them. */
async function scriptsIn({ browsing, shop }: Watching, url: string): Promise<Record<string, number>> {
  const cdp = await browsing.context.newCDPSession(shop);
  const found: Record<string, number> = {};
  cdp.on('Debugger.scriptParsed', ({ url: from, length = 0 }) => {
    if (from.startsWith('chrome-extension:')) found[new URL(from).pathname.slice(1)] = length;
  });
  await cdp.send('Debugger.enable');
  await shop.goto(url, { waitUntil: 'load' });
  await shop.waitForTimeout(2_000);
  await cdp.detach();
  return found;
}

/** One look at a page on which 3,000 products have other prices: from the order to the durable answer. */
async function manyChanges(watching: Watching) {
  const { browsing, shop, orders, worker } = watching;
  const url = storeAddress(99);
  await watchStore(watching, url, 'Large');
  const large = makeShop(3_000, 'en', 3);
  const dearer: Shop = { ...large, goods: large.goods.map((good) => ({ ...good, price: good.price + 100 })) };
  const times: Record<string, number> = {};
  for (const [name, version] of [
    ['first look', large],
    ['3,000 changes', dearer],
    ['3,000 changes again', large],
  ] as const) {
    browsing.pages.put(url, storePage(version, { seed: 1 }).replace(/<img[^>]*>/g, ''));
    await shop.goto(url, { waitUntil: 'load' });
    const tabId = await worker.evaluate(async (address) => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
      };
      return (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id;
    }, url);
    const started = performance.now();
    await asked(orders, 'snapshot.take', { tabId }, true);
    times[name] = round(performance.now() - started, 0);
    await shop.waitForTimeout(3_000);
  }
  return times;
}

/**
 * From the press on the button in a page of 60 products to the durable record, with the longest task of ours in the page's thread; every other
 * look finds changes. And the bytes of script in such a page while nothing is asked of it.
 */
export async function watchClickTimes(runs: number) {
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-bench-'));
  const watching = await startWatching(profile);
  try {
    const { browsing, shop } = watching;
    await shop.setViewportSize({ width: 1280, height: 900 });
    const inside = await openExtensionPage(browsing, 'dashboard.html#/about');
    await noteCommits(inside);
    const url = storeAddress(1);
    await watchStore(watching, url, 'Clicked');
    await shop.addInitScript(notePresses);
    let version = makeStore(1);
    const presses: Press[] = [];
    for (let run = 0; run <= runs; run++) {
      if (run % 2 === 1) version = changeStore(version, run);
      browsing.pages.put(url, storePage(version, { seed: run }));
      await shop.goto(url, { waitUntil: 'load' });
      await shop.bringToFront();
      await shop.waitForTimeout(1_000);
      const pressed = await press(watching, inside);
      // the first starts everything
      if (run > 0) presses.push(pressed);
    }
    const answers = presses.map(({ answerMs }) => answerMs);
    const scripts = await scriptsIn(watching, url);
    return {
      answerMs: { p50: at(answers, 0.5), p95: at(answers, 0.95), runs: answers.length },
      longestTaskMs: {
        p50: at(
          presses.map((each) => each.longestTaskMs),
          0.5,
        ),
        most: at(
          presses.map((each) => each.longestTaskMs),
          1,
        ),
      },
      'script on an idle watched page': {
        characters: Object.values(scripts).reduce((sum, each) => sum + each, 0),
        ...scripts,
      },
      'script of SingleFile 1.22.98 on every page': {
        bytes: 94_000,
        source: 'manifest.json and lib/ of the repository SingleFile-MV3, not measured here',
      },
      'one look of 3,000 products, ms': await manyChanges(watching),
    };
  } finally {
    await watching.browsing.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await watchClickTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 11)), null, 2));
