import type { Page, Worker } from '@playwright/test';
import {
  type Browsing,
  launchChromium,
  openExtensionPage,
  pressToolbarButton,
  whenRegistered,
} from '../support/chromium.ts';
import { send, sendWrite } from '../support/messages.ts';
import { emptyPage, makePhotos, serveStore } from './watch-store.ts';

/** A browser with the extension, the store's photos, and a page of the extension that gives orders. */
export interface Watching {
  browsing: Browsing;
  worker: Worker;
  /** the shop's tab */
  shop: Page;
  /** `popup.html` in a tab: orders from there are the person's */
  orders: Page;
  photos: readonly Buffer[];
}

/** Half of the store's page: a person's screen is lower, and gives the same picture from more parts in more time. */
const tallWindow = { width: 1280, height: 3500 };

export async function startWatching(profile: string, photos?: readonly Buffer[]): Promise<Watching> {
  const browsing = await launchChromium({ profile, viewport: tallWindow });
  const worker = await whenRegistered(browsing);
  const orders = await openExtensionPage(browsing, 'popup.html');
  await sendWrite(orders, 'settings.save', { changes: { firstRunDone: true, snapshotOnVisit: false } });
  const shop = await browsing.context.newPage();
  const made = photos ?? (await makePhotos(shop));
  await serveStore(browsing.context, made);
  return { browsing, worker, shop, orders, photos: made };
}

interface Answer<T> {
  ok: boolean;
  value?: T;
  code?: string;
  message?: string;
}

export async function asked<T>(page: Page, type: string, input: object, writes = false): Promise<T> {
  const answer = (await (writes ? sendWrite : send)(page, type, input)) as Answer<T>;
  if (!answer.ok || answer.value === undefined)
    throw new Error(`${type}: ${answer.code ?? 'no answer'} ${answer.message ?? ''}`);
  return answer.value;
}

/** Puts a page on the watchlist and gives the extension access to its tab, as a person does who presses the toolbar's button there. */
export async function watchStore(
  { browsing, shop, orders }: Watching,
  url: string,
  name: string,
): Promise<void> {
  const page = { url, title: name, platform: 'shopify', kind: 'listing' };
  await asked(orders, 'watchlist.add', { name, tier: 'better', page }, true);
  browsing.pages.put(url, emptyPage);
  await shop.goto(url);
  await pressToolbarButton(browsing, shop);
}

/** Resolves when the picture that is taken next is in the notebook, or was given up. */
async function pictureDone(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    interface Area {
      onChanged: {
        addListener(heard: (changes: Record<string, { newValue?: unknown }>) => void): void;
      };
    }
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area } } };
    const shared = globalThis as unknown as { pictureDone: Promise<void> };
    shared.pictureDone = new Promise((done) => {
      chrome.storage.session.onChanged.addListener((changes) => {
        const job = changes['picture-jobs'];
        if (job && job.newValue === undefined) done();
      });
    });
  });
}

export interface Taken {
  unchanged: boolean;
  first: boolean;
  changes: { low: number; medium: number; high: number };
}

/** Opens the page as it is today, takes a snapshot as from the popup, and waits for its picture. */
export async function takeLook(
  watching: Watching,
  url: string,
  html: string,
): Promise<Taken & { ms: number; answerMs: number }> {
  const { browsing, worker, shop, orders } = watching;
  browsing.pages.put(url, html);
  await shop.goto(url, { waitUntil: 'load' });
  await shop.bringToFront();
  const tabId = await worker.evaluate(async (address) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string; active: boolean }[]> } };
    };
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === address)?.id;
  }, url);
  await pictureDone(worker);
  const started = performance.now();
  const taken = await asked<Taken>(orders, 'snapshot.take', { tabId }, true);
  const answerMs = performance.now() - started;
  await worker.evaluate(() => (globalThis as unknown as { pictureDone: Promise<void> }).pictureDone);
  return { ...taken, answerMs, ms: performance.now() - started };
}
