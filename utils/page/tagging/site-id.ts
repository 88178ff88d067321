import type { ItemKind } from '../../domain/tag-effect.ts';
import { hostMatches, type PageIdentity, type Site } from '../../sites/site.ts';
import type { ReadItem } from '../items/read-item.ts';

/** How the site itself names an item. */
export interface SiteId {
  /** what it is by its address: an answer that is a post of its own is one wherever it stands */
  kind: ItemKind;
  id: string;
}

/** What in an address names one comment, on whatever page it is shown. */
const inQuery = /^(?:lc|(?:reply_)?comment_?id)$/i;
const inPath = /\/(?:c|comment|reply)\/([^/]+)/;
const longest = 1_000;
/** What a link carries for counting who came by it. */
const forCounting = /^(?:__.*|utm_.*|fbclid|igsh\w*|ref\w*|notif_.*|spm.*|xsec_.*|share_.*)$/i;

/** An item's own address as its link names it; null where it leads elsewhere. */
export function ownAddress({ permalink }: ReadItem, site: Site): URL | null {
  const href = permalink?.getAttribute('href');
  if (!permalink || !href || !URL.canParse(href, permalink.baseURI)) return null;
  const url = new URL(href, permalink.baseURI);
  if (!/^https?:$/.test(url.protocol)) return null;
  if (site.hosts.length > 0 && !hostMatches(site.hosts, url.hostname)) return null;
  for (const [name] of [...url.searchParams]) if (forCounting.test(name)) url.searchParams.delete(name);
  return url;
}

/** Of a comment, only where the address says more than on which page it stands: all comments of that page would be one. */
function idOfComment(url: URL, about: PageIdentity | null, here: PageIdentity | null): string | undefined {
  const named = [...url.searchParams].flatMap(([name, value]) =>
    inQuery.test(name) && value ? [value] : [],
  );
  if (named.length > 0) return named.join(' ');
  const inside = inPath.exec(url.pathname)?.[1];
  if (inside) return inside;
  if (!about) return undefined;
  const page = new URL(about.url).pathname.replace(/\/$/, '');
  const own = url.pathname.replace(/\/$/, '');
  return own.startsWith(`${page}/`) && about.id !== here?.id ? own : undefined;
}

/** An answer on a post's page whose address is a post of its own is one wherever it stands. */
function namesPost(kind: ItemKind, url: URL, about: PageIdentity, here: PageIdentity | null): boolean {
  if (kind === 'post') return true;
  const plain = new URL(about.url).pathname.replace(/\/$/, '') === url.pathname.replace(/\/$/, '');
  const ofComment = [...url.searchParams].some(([name]) => inQuery.test(name));
  return plain && !ofComment && here?.kind === 'post' && about.id !== here.id;
}

/**
 * What names an item on every visit: the number that the site gives its element, or its own address.
 * @param page on which it stands
 */
export function siteId(item: ReadItem, page: { site: Site; identity: PageIdentity | null }): SiteId | null {
  const { kind, id: attribute } = item.rule;
  if (kind === 'creator') return null;
  const url = ownAddress(item, page.site);
  const about = url && page.site.identify(url);
  if (url && about?.kind === 'post' && about.id && namesPost(kind, url, about, page.identity))
    return { kind: 'post', id: about.id.slice(0, longest) };
  const given = attribute === undefined ? null : item.element.getAttribute(attribute);
  if (given) return { kind, id: given.slice(0, longest) };
  const own =
    kind === 'comment' ? url && idOfComment(url, about, page.identity) : url && url.host + url.pathname;
  return own ? { kind, id: own.slice(0, longest) } : null;
}
