import { withoutTracking } from './page.ts';

/** Query names of shop systems and shop advertising that say where a visitor came from, beside those known everywhere. */
const fromWhere =
  /^(?:_pos|_sid|_ss|_fid|_psq|_kx|pr_prod_strat|pr_rec_id|pr_rec_pid|pr_ref_pid|pr_seq|ref|ref_|referrer|gclsrc|irclickid|irgwc|cjevent|awc|aff_\w+|vero_id|wickedid|oly_anon_id|oly_enc_id|epik|pk_\w+|mtm_\w+)$/i;

/** A page's address without tracking parameters and fragment; order of the rest kept. */
export function cleanAddress(url: URL): string {
  const clean = new URL(withoutTracking(url));
  // not `keys()`: what it returns cannot be walked through in a content script of Firefox (bug 1023984; look again in 2027)
  for (const [name] of [...clean.searchParams]) {
    if (fromWhere.test(name)) clean.searchParams.delete(name);
  }
  return clean.href;
}

/** Resolves an address found in a page; only web addresses come back. */
export function absolute(href: string | undefined | null, base: string): string | undefined {
  const trimmed = href?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Path for comparison: decoded, lower case, without closing slash and a static copy's "index.html" or ".html". */
export function pathOf(href: string, base: string): string | undefined {
  const resolved = absolute(href, base);
  if (!resolved) return undefined;
  const { pathname } = new URL(resolved);
  let decoded = pathname;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    // a stray "%" in a slug: compared as written
  }
  return decoded
    .toLowerCase()
    .replace(/\/index\.html?$/, '/')
    .replace(/\.html?$/, '')
    .replace(/\/+$/, '');
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}

/** Whether two addresses are on the same host, "www." aside. */
export function sameHost(a: URL, b: URL): boolean {
  return bareHost(a.hostname) === bareHost(b.hostname);
}

/** Last parts of a path that say nothing about what is shown. */
const generic = /^(?:index|product|products|item|detail|details|view|show|shop|page|home|p|dp)?$/;
/** Query names that choose a variant or a way of showing it, not a page. */
const choice = /^(?:variant|size|colou?r|currency|lang|locale|country|sku|qty|quantity)$/i;

/**
 * Whether an address in a page's data is the page's own: same path, or the same last part of it (a shop shows one product under several
 * categories and languages), and no parameter that says otherwise.
 */
export function samePage(url: URL, address: string, base: string): boolean {
  const [mine, theirs] = [pathOf(url.href, url.href), pathOf(address, base)];
  if (!mine || !theirs) return false;
  const last = lastSegment(mine);
  const isSame = mine === theirs || (last.length >= 5 && !generic.test(last) && last === lastSegment(theirs));
  if (!isSame) return false;
  const other = new URL(address, base).searchParams;
  const ours = new URL(cleanAddress(url)).searchParams;
  return [...other].every(
    ([name, value]) => choice.test(name) || !ours.has(name) || ours.get(name) === value,
  );
}

const lastSegment = (path: string) => path.split('/').at(-1) ?? '';

/**
 * The address that stands for the page: the canonical link where it surely speaks of this page, else the address without tracking. After
 * a move inside an app the link may still be the last page's, and templates often point every page at the home page.
 */
export function canonicalAddress(document: Document, url: URL): string {
  const clean = cleanAddress(url);
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? undefined;
  if (!href || !/^(?:https?:)?\/\//i.test(href)) return clean;
  const resolved = absolute(href, url.href);
  if (!resolved) return clean;
  const canonical = new URL(resolved);
  const [mine = '', theirs = ''] = [pathOf(clean, clean), pathOf(resolved, resolved)];
  const asksByQuery =
    new URL(clean).search !== '' &&
    canonical.search === '' &&
    /\.(?:php|aspx?|jsp|htm)$/.test(canonical.pathname);
  if (!sameHost(canonical, url) || lastSegment(mine) !== lastSegment(theirs) || asksByQuery) return clean;
  return cleanAddress(canonical);
}
