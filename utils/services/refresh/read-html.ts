import * as z from 'zod/mini';
import { browser } from '#imports';
import { type PageReading, pageReadingSchema } from '../../domain/page-reading.ts';
import { readHere, readOrder } from './read-here.ts';

/** What of Chromium's own interface is used; the shared one does not know it. */
interface Offscreen {
  createDocument(how: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument(): Promise<boolean>;
}
const offscreen = () => (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen;

/**
 * Reads the HTML of a page with the same readers as its open tab. A worker has no DOMParser: Chromium gives it a document without
 * a window; Firefox's background is a document itself.
 * @returns null where the reader says nothing that fits
 */
export async function readHtml(html: string, url: string): Promise<PageReading | null> {
  let said: unknown;
  if (typeof document === 'undefined') {
    const host = offscreen();
    if (host && !(await host.hasDocument()))
      await host.createDocument({
        url: 'offscreen.html',
        reasons: ['DOM_PARSER'],
        justification: 'Reads the page of a shop whose refresh was switched on',
      });
    said = await browser.runtime.sendMessage({ type: readOrder, html, url });
  } else said = await readHere(html, url);
  const parsed = z.safeParse(pageReadingSchema, said);
  if (!parsed.success) console.error('Deckhand: the reading of a fetched page does not fit', parsed.error);
  return parsed.success ? parsed.data : null;
}

/** The document is needed no more; the next refresh opens another. */
export async function closeReader(): Promise<void> {
  const host = offscreen();
  if (typeof document === 'undefined' && host && (await host.hasDocument())) await host.closeDocument();
}
