import type { Page } from '@playwright/test';
import { databaseName } from './notebook.ts';

/*
 * The refresh of shop pages in a real browser: an invented shop that the test builds may reach, and the passing of hours.
 */

export const shopOrigin = 'https://lin-ceramics.example';
export const shopPage = `${shopOrigin}/bowls`;

/** A shop's page of bowls, each with its price in euros. */
export function bowls(prices: readonly string[]): string {
  const items = prices.map((price, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    item: {
      '@type': 'Product',
      name: `Bowl No. ${n + 1} 碗`,
      url: `${shopOrigin}/bowls/${n + 1}`,
      offers: { '@type': 'Offer', price, priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    },
  }));
  const data = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bowls</title><script type="application/ld+json">${JSON.stringify(
    data,
  )}</script></head><body><h1>Bowls</h1></body></html>`;
}

export const captcha =
  '<!doctype html><html lang="en"><head><title>Just a moment...</title></head><body><div id="challenge-running"></div><form id="challenge-form" action="/cdn-cgi/challenge-platform" method="POST"></form></body></html>';

/** The page of an extension, of either driver. */
type Inside = Pick<Page, 'evaluate'>;

/** Lets the hours go by until the next refresh, and its alarm come. @param inside an extension page */
export async function letHoursPass(inside: Inside): Promise<void> {
  await inside.evaluate(
    async ([name]) => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const transaction = database.transaction('refreshJobs', 'readwrite');
      const store = transaction.objectStore('refreshJobs');
      const request = store.getAll();
      request.onsuccess = () => {
        for (const job of request.result) store.put({ ...job, dueAt: '2026-01-01T00:00:00.000Z' });
      };
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
    },
    [databaseName],
  );
  await ringSoon(inside);
}

/** Has the alarm come in a moment where it would come later: a background that has just refreshed something sets it anew. */
export async function ringSoon(inside: Inside): Promise<void> {
  await inside.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        alarms: {
          get(name: string): Promise<{ scheduledTime: number } | undefined>;
          create(name: string, how: { when: number }): Promise<void>;
        };
      };
    };
    const set = await chrome.alarms.get('refresh');
    if (set && set.scheduledTime < Date.now() + 2_000) return;
    await chrome.alarms.create('refresh', { when: Date.now() + 200 });
  });
}
