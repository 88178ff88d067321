import * as z from 'zod/mini';
import { browser } from '#imports';
import type { HintRule } from '../domain/hint.ts';
import { type PageReading, pageReadingSchema } from '../domain/page-reading.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ReadExtras, ReadPage } from '../sites/page-reader.ts';
import { siteOf } from '../sites/registry.ts';
import { otherScripts, readerScript } from '../sites/site-scripts.ts';
import { ownFile } from './own-file.ts';
import { pageStateOf } from './page-state.ts';

/** Puts the reader for an address into the page's isolated world, where the overlay and `readTab` find it. */
export async function injectReader(tabId: number, url: string): Promise<Result<Record<string, never>>> {
  const id = (URL.canParse(url) && siteOf(new URL(url))?.id) || otherScripts;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [ownFile(`${readerScript(id)}.js`)] });
    return ok({});
  } catch (error) {
    return fail('no-access', String(error));
  }
}

/** Runs in the page's isolated world: the address that a reading will be of. */
const addressHere = () => location.href;

/** The address of a tab's page now; the tab's own word may be of a move that is not done yet. */
async function addressOf(tabId: number): Promise<Result<string>> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: addressHere });
    return typeof frame?.result === 'string' ? ok(frame.result) : fail('no-access', 'no address');
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
function readHere(extras: ReadExtras): unknown {
  const shared = globalThis as unknown as Record<symbol, { readPage: ReadPage } | undefined>;
  const readers = shared[Symbol.for('deckhand.readers')];
  return readers
    ? {
        title: document.title,
        url: location.href,
        reading: readers.readPage(document, location.href, extras),
      }
    : null;
}

const tabAnswerSchema = z.object({ title: z.string(), url: z.string(), reading: pageReadingSchema });

/**
 * Reads the page in a tab once, with what its own scripts hold and where the person pointed at fields. Needs `activeTab` (popup, command, context menu) or the site's permission.
 * @returns fails with `no-access` where the browser refuses (browser pages, stores, withheld sites)
 */
export async function readTab(
  tabId: number,
  hints: readonly HintRule[],
): Promise<Result<{ title: string; url: string; reading: PageReading }>> {
  const address = await addressOf(tabId);
  if (!address.ok) return address;
  const injected = await injectReader(tabId, address.value);
  if (!injected.ok) return injected;
  const extras: ReadExtras = { state: await pageStateOf(tabId, address.value), hints };
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: readHere,
    args: [extras],
  });
  const parsed = z.safeParse(tabAnswerSchema, frame?.result);
  return parsed.success
    ? ok(parsed.data)
    : fail('internal', `the reading of tab ${tabId} does not fit: ${z.prettifyError(parsed.error)}`);
}
