import { site as instagram } from './instagram.ts';
import { hostMatches, type PageIdentity, type Site } from './site.ts';
import { site as tiktok } from './tiktok.ts';
import { site as weibo } from './weibo.ts';
import { site as x } from './x.ts';
import { site as youtube } from './youtube.ts';

/** The platforms that have a reader of their own. Host permissions, the page script and the README's table derive from this list. */
export const sites: Site[] = [instagram, x, youtube, tiktok, weibo];

/** The platform of an address, by its exact host: "netflix.com" is not "x.com". Web addresses only. */
export function siteOf(url: URL): Site | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, '');
  return sites.find((site) => hostMatches([...site.hosts, ...(site.passingHosts ?? [])], host)) ?? null;
}

/** What the address alone tells; null on hosts without a reader and on pages of a platform that nothing is known about. */
export function identify(url: URL): PageIdentity | null {
  return siteOf(url)?.identify(url) ?? null;
}
