import type { ItemRule } from '../../sites/site.ts';
import { shownTime } from './shown-time.ts';

/** Elements that begin a line of their own in what somebody wrote. */
const lines = /^(?:br|p|div|li|blockquote)$/;
/** More parts than any text has that somebody wrote. */
const mostParts = 20_000;
/** What shows a time, with where it was written from and by what. */
const longestTime = 100;

/**
 * What an element shows to be read, pictures of emoji by what they stand for. Sites draw emoji as pictures, so that a comment of nothing
 * else would have no text at all. Without what stands in other shadow roots than its own.
 * @param longest reading ends when so many UTF-16 units are there
 */
export function writtenIn(element: Element, longest: number): string {
  const document = element.ownerDocument;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  for (let parts = 0; parts < mostParts && text.length <= longest; parts++) {
    const node = walker.nextNode();
    if (!node) break;
    if (node instanceof Element) {
      if (lines.test(node.localName) && text !== '') text += '\n';
      else if (node.localName === 'img') text += node.getAttribute('alt') ?? '';
      continue;
    }
    const holder = node.parentElement?.localName;
    if (holder !== 'style' && holder !== 'script') text += node.nodeValue ?? '';
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/**
 * When something was written, where the page says it exactly: with a zone, as a number of seconds, or in the site's words by a clock that is
 * known. "3 h" is another time tomorrow.
 * @param clock of the item's rule
 */
export function exactTime(elements: Iterable<Element>, clock?: ItemRule['clock']): string | undefined {
  for (const element of elements) {
    for (const at of [element, ...element.querySelectorAll('[datetime], [data-utime]')]) {
      const said = at.getAttribute('datetime');
      if (said && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(said)) {
        const time = new Date(said);
        if (!Number.isNaN(time.getTime())) return time.toISOString();
      }
      const seconds = at.getAttribute('data-utime');
      if (seconds && /^\d{9,10}$/.test(seconds)) return new Date(Number(seconds) * 1_000).toISOString();
    }
    const shown = clock && shownTime(writtenIn(element, longestTime), clock);
    if (shown) return shown;
  }
  return undefined;
}
