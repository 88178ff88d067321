import { Window } from 'happy-dom';
import { vi } from 'vitest';
import type { PageKind } from '../../utils/domain/platform.ts';
import { readItem } from '../../utils/page/items/read-item.ts';
import { findInside, pathsOf } from '../../utils/page/items/selectors.ts';
import type { Site } from '../../utils/sites/site.ts';
import { siteFixtures } from './site-fixtures.ts';

const window = new Window();

/** An item as a site's rules see it: its kind, whose it is, the words beside its name. */
export interface SeenItem {
  kind: string;
  of: string;
  name: string | undefined;
}

/** The items that a site's rules find in html, in order of the rules; the page stands at `url`. */
export function itemsOnPage(site: Site, html: string, url: string): SeenItem[] {
  // The rules' selectors are tried on a document first; there is one as in a page.
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('Element', window.Element);
  try {
    const based = html.replace(/<head>/, `<head><base href="${url}">`);
    const page = new window.DOMParser().parseFromString(based, 'text/html') as unknown as Document;
    openRoots(page);
    return seenIn(page, site, url);
  } finally {
    vi.unstubAllGlobals();
  }
}

function seenIn(document: Document, site: Site, url: string): SeenItem[] {
  const kind: PageKind | undefined = site.identify(new URL(url))?.kind;
  const rules = (site.items ?? []).filter(({ on }) => on === undefined || (kind && on.includes(kind)));
  const found = rules.flatMap((rule) => {
    const elements = new Set(findInside(document.documentElement, pathsOf(rule.root)));
    return [...elements].map((element) => ({ element, rule }));
  });
  const around = (element: Element): Element | null => {
    for (let here: Element | null = element; here; here = parentOf(here)) {
      if (found.some((each) => each.element === here)) return here;
    }
    return null;
  };
  return found.flatMap(({ element, rule }) => {
    const item = readItem(element, rule, site, around);
    return item ? [{ kind: rule.kind, of: item.person.id, name: item.displayName }] : [];
  });
}

/** Gives every element whose shadow root was written down as a template that root, as a browser does. */
function openRoots(scope: ParentNode): void {
  for (const template of scope.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const root = template.parentElement?.attachShadow({ mode: 'open' });
    if (!root) continue;
    root.append(...template.content.childNodes);
    template.remove();
    openRoots(root);
  }
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof Object && 'host' in root ? (root.host as Element) : null);
}

/** One of the project's own pages with its address. */
export function pageOf(platform: string, name: string): { html: string; url: string } {
  const page = siteFixtures().find((each) => each.platform === platform && each.name === name);
  if (!page) throw new Error(`no fixture ${platform}/${name}`);
  return { html: page.html, url: page.expected.url };
}
