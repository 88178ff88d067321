import * as z from 'zod/mini';
import { browser } from '#imports';
import { type PageReading, pageReadingSchema } from '../domain/page-reading.ts';
import { fail, ok, type Result } from '../domain/result.ts';

const readersFile = '/readers.js';

/** Puts the readers into a page's isolated world, where the overlay and `readTab` find them. */
export async function injectReaders(tabId: number): Promise<Result<Record<string, never>>> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [readersFile] });
    return ok({});
  } catch (error) {
    return fail('no-access', String(error));
  }
}

/**
 * The tab that the person means: the active one of the window used last. Where that is a page of ours (the popup opened as a
 * tab, the dashboard), the one looked at before it.
 */
export async function currentTab(): Promise<{ id: number } | null> {
  const ownPages = browser.runtime.getURL('/');
  const tabs = await browser.tabs.query({ lastFocusedWindow: true });
  const byUse = tabs.sort(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  const tab = byUse.find((candidate) => !candidate.url?.startsWith(ownPages));
  return tab?.id === undefined ? null : { id: tab.id };
}

/** Runs in the page's isolated world: a closure would not come along, so it says everything itself. */
function readHere(): unknown {
  const shared = globalThis as unknown as Record<
    symbol,
    { readPage(document: Document, url: string): unknown } | undefined
  >;
  const readers = shared[Symbol.for('deckhand.readers')];
  return readers
    ? { title: document.title, url: location.href, reading: readers.readPage(document, location.href) }
    : null;
}

const tabAnswerSchema = z.object({ title: z.string(), url: z.string(), reading: pageReadingSchema });

/**
 * Reads the page in a tab once. Needs `activeTab` (popup, command, context menu) or the site's permission.
 * @returns fails with `no-access` where the browser refuses (browser pages, stores, withheld sites)
 */
export async function readTab(
  tabId: number,
): Promise<Result<{ title: string; url: string; reading: PageReading }>> {
  const injected = await injectReaders(tabId);
  if (!injected.ok) return injected;
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: readHere });
  const parsed = z.safeParse(tabAnswerSchema, frame?.result);
  return parsed.success
    ? ok(parsed.data)
    : fail('internal', `the reading of tab ${tabId} does not fit: ${z.prettifyError(parsed.error)}`);
}
