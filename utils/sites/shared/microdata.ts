import { fold } from './fields.ts';
import type { JsonLdNode } from './json-ld.ts';
import { amountsIn } from './money.ts';
import { priceText } from './shown-price.ts';

const mostProperties = 20_000;

/** Where a node of microdata stands in the page. */
export interface Microdata {
  /** items that are no property of another item, in page order; shaped like JSON-LD */
  items: JsonLdNode[];
  /** properties outside any item (`itemprop` without an `itemscope` around it) */
  orphans: JsonLdNode;
}

/** The value of a property as the HTML standard has it; a non-empty `content` wins on any element, as shops and search engines use it. */
function valueOfProperty(element: Element): string {
  const attribute = (name: string) => element.getAttribute(name)?.trim() || undefined;
  const tag = element.tagName.toLowerCase();
  const own =
    tag === 'a' || tag === 'area' || tag === 'link'
      ? attribute('href')
      : /^(?:img|audio|video|source|embed|iframe|track)$/.test(tag)
        ? (attribute('src') ?? attribute('data-src'))
        : tag === 'time'
          ? attribute('datetime')
          : tag === 'data' || tag === 'meter'
            ? attribute('value')
            : tag === 'object'
              ? attribute('data')
              : undefined;
  return (
    attribute('content') ?? own ?? (tag === 'meta' || tag === 'link' ? '' : fold(element.textContent ?? ''))
  );
}

/** A price marked on a whole block ("71,91 € 79,90 €"): what is left without struck parts, one amount said twice counting once. */
function priceIn(element: Element, whole: string): string {
  if (amountsIn(whole).length < 2) return whole;
  const shown = priceText(element);
  const [first, second] = amountsIn(shown);
  if (!first || new Set(amountsIn(shown)).size > 1) return shown || whole;
  const start = shown.indexOf(first) + first.length;
  return second ? shown.slice(0, shown.indexOf(second, start)).trim() : shown;
}

/**
 * Reads schema.org microdata in one pass. Values are strings as the page has them (for links the address, never resolved), nested items
 * are nodes; a property that occurs again becomes an array.
 */
export function readMicrodata(document: Document): Microdata {
  const nodes = new Map<Element, JsonLdNode>();
  const nodeOf = (scope: Element): JsonLdNode => {
    const known = nodes.get(scope);
    if (known) return known;
    const types = (scope.getAttribute('itemtype') ?? '').split(/\s+/).filter(Boolean);
    const node: JsonLdNode = Object.assign(Object.create(null) as JsonLdNode, { '@type': types });
    const id = scope.getAttribute('itemid');
    if (id) node['@id'] = id;
    nodes.set(scope, node);
    return node;
  };
  const items: JsonLdNode[] = [];
  for (const scope of document.querySelectorAll('[itemscope]:not([itemprop])')) items.push(nodeOf(scope));

  const orphans = Object.create(null) as JsonLdNode;
  let left = mostProperties;
  for (const element of document.querySelectorAll('[itemprop]')) {
    if (left-- <= 0) break;
    const scope = element.parentElement?.closest('[itemscope]');
    const owner = scope ? nodeOf(scope) : orphans;
    const plain = element.hasAttribute('itemscope') ? nodeOf(element) : valueOfProperty(element);
    if (plain === '') continue;
    for (const name of (element.getAttribute('itemprop') ?? '').split(/\s+/)) {
      if (!name || name.startsWith('@')) continue;
      const value =
        typeof plain === 'string' && /^(?:p|lowP|highP)rice$/.test(name) ? priceIn(element, plain) : plain;
      const before = owner[name];
      if (before === undefined) owner[name] = value;
      else if (Array.isArray(before)) before.push(value);
      else owner[name] = [before, value];
    }
  }
  return { items, orphans };
}
