import type { PageReading } from '../domain/page-reading.ts';
import { detectFamily, read as readOther } from './generic.ts';
import { makeReadPage, type ReadExtras } from './page-reader.ts';
import { readers } from './readers.ts';
import { siteOf } from './registry.ts';

const readAny = makeReadPage((url) => {
  const site = siteOf(url);
  const own = site && readers[site.id];
  return own ? { site, read: own } : { site, read: readOther, familyOf: detectFamily };
});

/**
 * Reads what a page says about its subject, exactly as records.md ("Reading a page") fixes it. Pure over the document: nothing is changed,
 * fetched or run, layout is not needed. Never throws.
 * @param document the page, rendered or only parsed
 * @param url its address at this moment; sources in the document that describe another page are not used
 * @returns facts with their sources; what is not on the page is absent and named in `problems`
 */
export function readPage(document: Document, url: string, extras?: ReadExtras): PageReading {
  return readAny(document, url, extras);
}
