import { siteOf } from '../../sites/registry.ts';
import { otherScripts, readerScript } from '../../sites/site-scripts.ts';

/** Told to the document that parses for the worker; everybody else has no word for it. */
export const readOrder = 'deckhand.read-html';

type Readers = { readPage(document: Document, url: string): unknown };

const slot = () =>
  (globalThis as unknown as Record<symbol, Readers | undefined>)[Symbol.for('deckhand.readers')];
/** Readers that were loaded into this document, by their script. */
const loaded = new Map<string, Readers>();

/** Each reader's script leaves it in the same place: taken from there before the next one comes. */
async function readerOf(url: string): Promise<Readers | undefined> {
  const name = readerScript(siteOf(new URL(url))?.id ?? otherScripts);
  const known = loaded.get(name);
  if (known) return known;
  const script = document.createElement('script');
  // the very file that lies on the site's own pages: the background carries no reader
  script.src = `/${name}.js`;
  await new Promise((done, failed) => {
    script.onload = done;
    script.onerror = () => failed(new Error(`no ${name}`));
    document.head.append(script);
  });
  script.remove();
  const readers = slot();
  if (readers) loaded.set(name, readers);
  return readers;
}

/**
 * Reads the HTML of a page in a document of the extension: Firefox's background, or the document that Chromium's worker opens for it.
 * Parsed only: nothing in it runs or loads.
 * @returns what its reader says; to be checked by whoever asked
 */
export async function readHere(html: string, url: string): Promise<unknown> {
  const readers = await readerOf(url);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return readers?.readPage(parsed, url);
}
