import { decodeEntities } from './entities.ts';

/** All meta elements by `property`, `name` and `itemprop` in lower case; the first non-empty content of each, trimmed, entities decoded. */
export function readMetas(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = decodeEntities(element.getAttribute('content') ?? '').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

/**
 * The first non-empty content among meta elements named by `property`, `name` or `itemprop`, trimmed, entities decoded.
 * @param names in order of preference, e.g. `og:title`, `twitter:title`; compared without regard to case
 */
export function meta(document: Document, ...names: string[]): string | undefined {
  const found = readMetas(document);
  for (const name of names) {
    const content = found.get(name.toLowerCase());
    if (content) return content;
  }
  return undefined;
}
