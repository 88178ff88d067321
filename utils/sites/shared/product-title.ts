import { fold } from './fields.ts';
import { comparable } from './names.ts';
import { metaOf, type Page } from './opened-page.ts';

/** Cuts what a shop adds to its titles for search engines: " | Shop", " – Shop". Only the site's own name is cut, never a guess. */
export function withoutSiteName(title: string, site: string | undefined): string {
  const folded = fold(title);
  if (!site) return folded;
  const parts = folded.split(/\s+[|–—·•:-]\s+/);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || comparable(last) !== comparable(site)) return folded;
  return folded
    .slice(0, folded.lastIndexOf(last))
    .replace(/\s*[|–—·•:-]\s*$/, '')
    .trim();
}

/** The page's title in its head, without the shop's name. */
export function headTitle(page: Page): string | undefined {
  const site = metaOf(page, 'og:site_name', 'application-name');
  const title = metaOf(page, 'og:title', 'twitter:title') ?? page.title;
  return title ? withoutSiteName(title, site) || undefined : undefined;
}

/**
 * The product's title as the page's visitors know it. Structured names often carry more or less than the headline: the headline wins when
 * it is the beginning of the structured name (the rest is size, colour, "Men's Shoes") or when the head's title agrees with it.
 * @param name from structured data
 */
export function chooseTitle(
  page: Page,
  name: string,
): { value: string; source: 'structured' | 'dom' | 'meta' } {
  const wanted = comparable(name);
  const head = headTitle(page);
  // "Details about <title>": words for screen readers in front of the name that the head does not have
  if (head) {
    const [base = ''] = head.split(' | ');
    if (comparable(base).length >= 10 && wanted !== comparable(base) && wanted.endsWith(comparable(base))) {
      return { value: base, source: 'meta' };
    }
  }
  for (const heading of page.headings) {
    if (comparable(heading) === wanted) return { value: name, source: 'structured' };
  }
  for (const heading of page.headings) {
    const shown = comparable(heading);
    const words = heading.split(' ').length;
    if (shown.length >= 10 && words >= 3 && wanted.startsWith(shown) && shown.length * 2 > wanted.length) {
      return { value: heading, source: 'dom' };
    }
    if (head && shown === comparable(head) && shown.startsWith(wanted))
      return { value: heading, source: 'dom' };
  }
  return { value: name, source: 'structured' };
}
