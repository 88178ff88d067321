import type { WatchedPage } from '../../domain/competitor.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import { type Failure, fail } from '../../domain/result.ts';
import { siteOf } from '../../sites/registry.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Caller } from '../service.ts';

const bareHost = (url: URL) => url.hostname.replace(/^www\./, '');

/** Whether two addresses are of one place: the same platform, or the same host where no platform is known. */
function samePlace(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  const [site, otherSite] = [siteOf(a)?.id, siteOf(b)?.id];
  return site || otherSite ? site === otherSite : bareHost(a) === bareHost(b);
}

/**
 * What a page's script says of another place than the one on which it stands comes from a page that has taken it over.
 * @returns null where it may speak
 */
export function elsewhere({ kind, url }: Caller, said: string): Failure | null {
  if (kind !== 'page' || url === undefined || new URL(url).origin === new URL(said).origin) return null;
  return fail('invalid', 'a snapshot of another site than that of the page');
}

/**
 * The watched page that stands in a tab: by the key or an address of the reading, and only at the place where it is watched (a page's own
 * word for its key is not enough).
 * @param url of the tab
 */
export async function watchedHere(
  reader: Reader,
  url: string,
  reading?: Pick<PageReading, 'key' | 'url'>,
): Promise<WatchedPage | undefined> {
  const found = [
    ...(reading?.key ? await reader.list('watchedPages', 'key', reading.key, 50) : []),
    ...(await reader.list('watchedPages', 'url', url, 1)),
    ...(reading ? await reader.list('watchedPages', 'url', reading.url, 1) : []),
  ];
  return found.find((page) => samePlace(page.url, url));
}
