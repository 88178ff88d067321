import { cleanText } from './text.ts';

/** The language a page says it is in (BCP 47), from `html[lang]`. */
export function languageOf(document: Document): string | undefined {
  return document.documentElement?.getAttribute('lang')?.trim().replace(/_/g, '-') || undefined;
}

/** The content of the first meta element of a name (`property` or `name`), cleaned but otherwise as the page wrote it. */
export function metaText(document: Document, name: string): string | undefined {
  for (const attribute of ['property', 'name']) {
    for (const element of document.querySelectorAll(`meta[${attribute}="${name}"]`)) {
      const content = cleanText(element.getAttribute('content'));
      if (content) return content;
    }
  }
  return undefined;
}

/** The page's title without a counter of unread things in front: "(3) Name". */
export function titleOf(document: Document): string | undefined {
  return cleanText(document.querySelector('title')?.textContent)?.replace(/^\(\d{1,3}\+?\)\s+/, '');
}

/** The address a page gives itself: canonical link or `og:url`. Both can be left over from before an in-app move. */
export function statedAddress(document: Document): string | undefined {
  return (
    cleanText(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
    metaText(document, 'og:url')
  );
}

/** An address split at slashes, decoded: `/@name/videos/` is `['@name', 'videos']`. Relative addresses are read against `base`. */
export function pathOf(address: string | null | undefined, base: string): string[] {
  if (!address || !URL.canParse(address, base)) return [];
  return segments(new URL(address, base));
}

/** The parts of an address's path, decoded where that is possible. */
export function segments(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter(Boolean)
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid?|igsh|mc_[ce]id|_hs\w+|mkt_tok|spm|scm|si|feature|ref_src|ref_url|wt_mc|srsltid|_gl|_ga|pp|_branch_\w+|share_\w+|from_wecom|wfr|wvr)$/i;

/** An address without fragment and tracking parameters; the order of the others stays. */
export function withoutTracking(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const query = new URLSearchParams(kept).toString();
  return `${url.origin}${url.pathname}${query ? `?${query}` : ''}`;
}
