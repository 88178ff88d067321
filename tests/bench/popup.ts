import type { Page } from '@playwright/test';
import { cardIn } from '../support/card.ts';
import { type Browsing, extensionPage, launchChromium, whenRegistered } from '../support/chromium.ts';
import { clickOverlay } from '../support/closed-roots.ts';
import { databaseName } from '../support/notebook.ts';
import { samplePages } from '../support/sample-pages.ts';
import { medians } from './measure.ts';

type Row = Record<string, unknown> & { id: string };

/** Runs in the extension's origin: multiplies what one capture stored, counters included. */
async function multiply({ name, total }: { name: string; total: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const stores = ['creators', 'accounts', 'observations', 'counters'];
  const transaction = database.transaction(stores, 'readwrite');
  const all = (store: string) =>
    new Promise<Row[]>((done) => {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => done(request.result as Row[]);
    });
  const [creators = [], accounts = [], observations = []] = await Promise.all(stores.slice(0, 3).map(all));
  const [creator, account, observation] = [creators[0], accounts[0], observations[0]];
  if (!creator || !account || !observation) throw new Error('there is no capture to multiply');
  const put = (store: string, row: object) => transaction.objectStore(store).put(row);
  for (let i = creators.length; i < total; i++) {
    const ids = { creator: crypto.randomUUID(), account: crypto.randomUUID() };
    const handle = `invented.${i}`;
    put('creators', { ...creator, id: ids.creator, displayName: `Invented ${i}` });
    put('accounts', {
      ...account,
      id: ids.account,
      creatorId: ids.creator,
      handle,
      stableId: String(i),
      identityKeys: [`instagram:#${i}`, `instagram:${handle}`],
    });
    put('observations', { ...observation, id: crypto.randomUUID(), accountId: ids.account });
  }
  put('counters', { id: 'creators', value: total });
  put('counters', { id: 'records', value: total * 2 });
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
  database.close();
}

/** Notes when the checklist can be ticked and when the page in front is shown, from the start of the popup's load. */
function noteUsable(): void {
  const usable: Record<string, number> = {};
  Object.assign(window, { usable });
  const look = () => {
    if (!usable.todayMs && document.querySelector('input[type="checkbox"]'))
      usable.todayMs = performance.now();
    if (!usable.thisPageMs && document.querySelector('.page-facts')) usable.thisPageMs = performance.now();
    if (!usable.todayMs || !usable.thisPageMs) requestAnimationFrame(look);
  };
  look();
}

async function openOnce(browsing: Browsing): Promise<{ todayMs: number; thisPageMs: number }> {
  const popup: Page = await browsing.context.newPage();
  await popup.addInitScript(noteUsable);
  await popup.goto(extensionPage(browsing, 'popup.html'));
  const times = await popup.waitForFunction(() => {
    const { usable } = window as unknown as { usable: { todayMs?: number; thisPageMs?: number } };
    return usable.todayMs && usable.thisPageMs
      ? { todayMs: usable.todayMs, thisPageMs: usable.thisPageMs }
      : undefined;
  });
  const value = await times.jsonValue();
  await popup.close();
  if (!value) throw new Error('the popup was never usable');
  return value;
}

/** Time from the popup's start to its use, with few and with many creators stored. */
export async function popupTimes(runs: number) {
  const browsing = await launchChromium();
  try {
    const worker = await whenRegistered(browsing);
    const page = await browsing.context.newPage();
    await page.goto(samplePages.instagram.url);
    await clickOverlay(page);
    await cardIn(page);
    const figures: Record<string, unknown> = {};
    for (const total of [10, 10_000]) {
      await worker.evaluate(multiply, { name: databaseName, total });
      await openOnce(browsing);
      const times: { todayMs: number; thisPageMs: number }[] = [];
      for (let run = 0; run < runs; run++) times.push(await openOnce(browsing));
      figures[`${total} creators`] = medians(times);
    }
    return figures;
  } finally {
    await browsing.close();
  }
}
