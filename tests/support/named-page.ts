import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage } from './parse-page.ts';

/** The page of a watchlist as the popup names it after reading it. @param title what the person calls it */
export function namedPage(title: string, html: string, url: string) {
  const { url: address, key, platform, kind } = readPage(parsePage(html), url);
  return { url: address, ...(key ? { key } : {}), title, platform, kind };
}
