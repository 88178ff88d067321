import type { PlatformId } from '../../domain/platform.ts';
import { hostMatches, type ItemRule, type Site } from '../../sites/site.ts';
import { findInside, pathsOf, type SelectorPath } from './selectors.ts';

/** Somebody as the address of a profile names them. */
export interface Person {
  platform: PlatformId;
  handle: string;
  stableId?: string;
  /** canonical address of the profile */
  url: string;
  /** of the profile's identity, as in a reading's key */
  id: string;
  /** tells one from another */
  key: string;
}

/** What an item's element shows now. A recycled row shows another item later: then it is read anew. */
export interface ShownItem {
  element: Element;
  rule: ItemRule;
  /** of the item, never of the element */
  key: string;
  /** the shown name, after which ours stands */
  name: Element;
  /** the links that the item and whose it is were read from, with their address then */
  from: { link: Element; href: string | null }[];
}

/** An item of somebody: themselves, their comment, their post. */
export interface ReadItem extends ShownItem {
  person: Person;
  displayName?: string;
  /** the link that the rule names as the item's own address */
  permalink?: Element;
}

/** Longest handle that is one. */
const longestHandle = 200;
const longestName = 200;

/** The rules' selectors are understood once. */
const understood = new Map<string, SelectorPath[]>();
/**
 * Sites give every row's parts the same ids. For `#name` browsers ask their list of all elements of that id, thousands of them, even below one row;
 * in a pseudo-class it is looked for below the row (Chromium 156).
 */
const belowOnly = (step: string) => (step.includes('#') ? `:is(${step})` : step);
function waysOf(selector: string): SelectorPath[] {
  const ways = understood.get(selector) ?? pathsOf(selector).map((path) => path.map(belowOnly));
  understood.set(selector, ways);
  return ways;
}

const shownText = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Whose profile a link leads to; null where it leads elsewhere. Never by what the link shows. */
export function personBehind(link: Element, site: Site): Person | null {
  const href = link.getAttribute('href');
  if (!href || !URL.canParse(href, link.baseURI)) return null;
  const url = new URL(href, link.baseURI);
  // an address elsewhere may have the same path
  if (!/^https?:$/.test(url.protocol) || !hostMatches(site.hosts, url.hostname)) return null;
  const identity = site.identify(url);
  const handle = identity?.handle ?? identity?.id;
  if (identity?.kind !== 'profile' || !handle || handle.length > longestHandle) return null;
  const stableId = identity.handle === undefined ? identity.id : undefined;
  return {
    platform: site.id,
    handle,
    ...(stableId === undefined ? {} : { stableId }),
    url: identity.url,
    id: identity.id ?? handle,
    key: `${stableId ?? ''} ${handle.toLowerCase()}`,
  };
}

function* links(elements: Iterable<Element>): Generator<Element> {
  for (const element of elements) {
    const link = element.closest('a[href]') ?? element.querySelector('a[href]');
    if (link) yield link;
  }
}

/** What an item's links lead to. */
interface Linked<T> {
  to: T;
  /** the first link that leads there */
  first: Element;
  /** the first of them that has text */
  worded?: Element;
}

/**
 * What the first of an item's links that leads anywhere leads to.
 * @param behind what a link leads to; null: nothing that counts
 */
export function followLinks<T extends { key: string }>(
  elements: Iterable<Element>,
  behind: (link: Element) => T | null,
): Linked<T> | null {
  let found: Linked<T> | null = null;
  for (const link of links(elements)) {
    const to = behind(link);
    if (!to) continue;
    found ??= { to, first: link };
    if (to.key === found.to.key && shownText(link) !== '') return { ...found, worded: link };
  }
  return found;
}

/** The links with the addresses that they have now. */
export const addressesOf = (all: readonly (Element | undefined)[]): ShownItem['from'] =>
  all.flatMap((link) => (link ? [{ link, href: link.getAttribute('href') }] : []));

/** Small and the same for the same text: FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}

/** What tells one item of the same author from the next. */
function itself(element: Element, rule: ItemRule, permalink: Element | undefined): string {
  if (rule.kind === 'creator') return '';
  const id = rule.id === undefined ? null : element.getAttribute(rule.id);
  if (id) return id.slice(0, 200);
  const href = permalink?.getAttribute('href');
  if (href) return href.slice(0, 500);
  const text = rule.text === undefined ? element : own(element, rule.text, () => element).next().value;
  return hash(shownText(text ?? element).slice(0, 500));
}

/** What a selector of a rule finds in an item, outside of items inside it. */
export function* own(
  element: Element,
  selector: string,
  itemAround: (element: Element) => Element | null,
): Generator<Element> {
  for (const found of findInside(element, waysOf(selector))) if (itemAround(found) === element) yield found;
}

/**
 * Reads who an item is of.
 * @param itemAround tells what belongs to an item inside this one
 * @returns null where no link leads to a profile of this site; products are of nobody (`readPageItem` reads them too)
 */
export function readItem(
  element: Element,
  rule: ItemRule,
  site: Site,
  itemAround: (element: Element) => Element | null,
): ReadItem | null {
  if (rule.kind === 'product') return null;
  const linked = followLinks(own(element, rule.author, itemAround), (link) => personBehind(link, site));
  if (!linked) return null;
  const { to: person, first, worded } = linked;
  const named = rule.name === undefined ? undefined : own(element, rule.name, itemAround).next().value;
  const name = named ?? worded ?? first;
  const permalink =
    rule.permalink === undefined
      ? undefined
      : links(own(element, rule.permalink, itemAround)).next().value || undefined;
  const shown = shownText(name).slice(0, longestName);
  const telling = shown !== '' && shown.replace(/^@/, '').toLowerCase() !== person.handle.toLowerCase();
  return {
    element,
    rule,
    key: `${rule.kind} ${person.key} ${itself(element, rule, permalink)}`,
    person,
    name,
    ...(telling ? { displayName: shown } : {}),
    ...(permalink ? { permalink } : {}),
    from: addressesOf([first, worded, permalink]),
  };
}

/** Whether an item surely still shows what was read: its links and its name are where they were, with the same addresses. */
export function stillShows({ element, name, from }: ShownItem): boolean {
  const inside = (part: Element) => part.isConnected && (element.contains(part) || !element.contains(name));
  return inside(name) && from.every(({ link, href }) => inside(link) && link.getAttribute('href') === href);
}
