import { absolute, cleanAddress } from './address.ts';
import { emailsIn } from './contacts.ts';
import { listOf, text } from './json-ld.ts';
import type { Page } from './opened-page.ts';

/** Hosts on which people and brands have profiles; any subdomain counts. */
const socialHosts =
  /(?:^|\.)(?:instagram\.com|facebook\.com|fb\.com|twitter\.com|x\.com|youtube\.com|youtu\.be|tiktok\.com|pinterest\.(?:com|[a-z]{2}|co\.uk|com\.au|com\.mx)|linkedin\.com|threads\.(?:net|com)|snapchat\.com|bsky\.app|weibo\.(?:com|cn)|xiaohongshu\.com|xhslink\.com|douyin\.com|bilibili\.com|zhihu\.com|t\.me|telegram\.me|wa\.me|discord\.(?:gg|com)|twitch\.tv|vimeo\.com|tumblr\.com|reddit\.com|vk\.com|ok\.ru|line\.me|lin\.ee|spotify\.com|soundcloud\.com|patreon\.com|ko-fi\.com|medium\.com|behance\.net|dribbble\.com)$/;

/** Share buttons, single posts and log-ins: on a social host, but nobody's profile. */
const notAProfile =
  /^\/(?:$|sharer|share|sharing|intent|dialog|plugins|tr\b|login|signup|home|hashtag|search|explore|pin\/|p\/|reel\/|reels\/|stories\/|watch|embed|shorts\/|playlist|status\/|photo|video|privacy|policies|terms|legal|help|about|business|settings|cgi-bin|shareArticle|submit|offsite|hc\/|l\.php)|\/(?:status|posts|videos|photos|permalink|pins?)\/|\/share\b/i;

function isProfileLink(url: URL): boolean {
  if (!socialHosts.test(url.hostname)) return false;
  if (url.searchParams.has('url') || url.searchParams.has('u') || url.searchParams.has('text')) return false;
  return /^(?:youtu\.be)$/.test(url.hostname) ? false : !notAProfile.test(url.pathname);
}

/** Two writings of one link: scheme, "www.", case and a closing slash do not part them. */
function linkKey(url: URL): string {
  return `${url.hostname.replace(/^(?:www|m)\./, '')}${url.pathname.replace(/\/+$/, '').toLowerCase()}`;
}

class LinkSet {
  readonly links = new Map<string, string>();
  add(address: string | undefined): void {
    if (!address || this.links.size >= 200) return;
    const url = new URL(address);
    const key = linkKey(url);
    if (!this.links.has(key)) this.links.set(key, cleanAddress(url));
  }
}

/** Profiles that a page links to on social platforms, `sameAs` of its own organisation first, in page order, each once. */
export function socialLinks(page: Page, sameAs: unknown): string[] {
  const found = new LinkSet();
  const consider = (href: string | undefined | null) => {
    const address = absolute(href, page.base);
    if (address && isProfileLink(new URL(address))) found.add(address);
  };
  for (const link of listOf(sameAs)) consider(text(link));
  for (const anchor of page.document.querySelectorAll('a[href]')) consider(anchor.getAttribute('href'));
  return [...found.links.values()];
}

/** The part of a host that a site owns: "example.com" of "shop.example.com", "example.co.uk" of "www.example.co.uk". */
function siteOf(host: string): string {
  const labels = host.split('.');
  const two = (labels.at(-1) ?? '').length === 2 && (labels.at(-2) ?? '').length <= 3;
  return labels.slice(two ? -3 : -2).join('.');
}

/** Links that a person lists as being also them: `sameAs` of their node and `rel="me"`, any host but the page's own. */
export function ownLinks(page: Page, ...values: unknown[]): string[] {
  const found = new LinkSet();
  const consider = (href: string | undefined | null) => {
    const address = absolute(href, page.base);
    if (address && siteOf(new URL(address).hostname) !== siteOf(page.url.hostname)) found.add(address);
  };
  for (const value of values) for (const link of listOf(value)) consider(text(link));
  for (const anchor of page.document.querySelectorAll('a[rel~="me"][href], link[rel~="me"][href]')) {
    consider(anchor.getAttribute('href'));
  }
  return [...found.links.values()];
}

/** All links of a page to other hosts: what a link-in-bio page is made of. The service's own addresses are left out. */
export function externalLinks(page: Page): string[] {
  const found = new LinkSet();
  const own = siteOf(page.url.hostname);
  for (const anchor of page.document.querySelectorAll('a[href]')) {
    const address = absolute(anchor.getAttribute('href'), page.base);
    if (!address || anchor.closest('footer, nav')) continue;
    if (siteOf(new URL(address).hostname) !== own) found.add(address);
  }
  return [...found.links.values()];
}

/** Of some addresses those on other sites than the page's, without tracking, each once. */
export function outgoing(addresses: string[], page: Page): string[] {
  const found = new LinkSet();
  for (const address of addresses) {
    if (siteOf(new URL(address).hostname) !== siteOf(page.url.hostname)) found.add(address);
  }
  return [...found.links.values()];
}

/** Addresses of `mailto:` links, lower-cased, each once. */
export function mailAddresses(document: Document): string[] {
  const found = new Set<string>();
  for (const anchor of document.querySelectorAll('a[href^="mailto:" i]')) {
    const [address = ''] = (anchor.getAttribute('href') ?? '').slice('mailto:'.length).split('?');
    let decoded = address;
    try {
      decoded = decodeURIComponent(address);
    } catch {
      // a stray "%": taken as written
    }
    for (const email of emailsIn(decoded).emails) found.add(email);
    if (found.size >= 50) break;
  }
  return [...found];
}
