import { pathOf, sameHost, samePage } from './address.ts';
import { fold } from './fields.ts';
import { type JsonLdNode, readJsonLd } from './json-ld.ts';
import { readMetas } from './meta.ts';
import { type Microdata, readMicrodata } from './microdata.ts';
import { sameName } from './names.ts';

/** Everything the generic reader takes from a document, looked up once. */
export interface Page {
  document: Document;
  url: URL;
  /** what relative addresses in the document are relative to */
  base: string;
  /** BCP 47 as the page says, unchecked */
  language?: string;
  /** top JSON-LD nodes, flattened */
  nodes: JsonLdNode[];
  microdata: Microdata;
  metas: Map<string, string>;
  /** texts of the h1 elements, folded, in page order */
  headings: string[];
  title: string;
}

/**
 * Takes out what OpenGraph says of another page: after a move inside an app the head stays. It is another page's when its address is and the
 * headline does not know its title.
 */
function withoutStaleHead(metas: Map<string, string>, headings: string[], url: URL): Map<string, string> {
  const [address, title] = [metas.get('og:url'), metas.get('og:title')];
  if (!address || !title || !URL.canParse(address, url.href)) return metas;
  const other = new URL(address, url.href);
  if (!sameHost(other, url) || samePage(url, address, url.href) || pathOf(address, url.href) === '')
    return metas;
  const shown = headings.filter((heading) => heading.length > 2);
  if (shown.length === 0 || shown.some((heading) => sameName(heading, title))) return metas;
  return new Map(
    [...metas].filter(
      ([name]) => !/^(?:og|product|profile|article|twitter):/.test(name) || name === 'og:site_name',
    ),
  );
}

/** Looks up one of the page's meta values; names in lower case, in order of preference. */
export function metaOf(page: Page, ...names: string[]): string | undefined {
  for (const name of names) {
    const content = page.metas.get(name);
    if (content) return content;
  }
  return undefined;
}

export function openPage(document: Document, url: URL): Page {
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const metas = readMetas(document);
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 50)
    .map((heading) => fold((heading.textContent ?? '').slice(0, 5_000)));
  const said = document.documentElement?.getAttribute('lang')?.trim() || metas.get('og:locale');
  return {
    document,
    url,
    base: URL.canParse(base, url.href) ? new URL(base, url.href).href : url.href,
    ...(said ? { language: said.replace(/_/g, '-') } : {}),
    nodes: readJsonLd(document),
    microdata: readMicrodata(document),
    metas: withoutStaleHead(metas, headings, url),
    headings,
    title: fold(document.querySelector('title')?.textContent ?? ''),
  };
}
