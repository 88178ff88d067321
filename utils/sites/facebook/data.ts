import { metaText, segments } from '../shared/page.ts';
import { asText, at, type Data, jsonAt, objectsIn } from '../shared/state.ts';
import type { PageIdentity } from '../site.ts';
import { identify } from './address.ts';

/** The data in the page's scripts; each script is parsed once for a reading, however often it is asked for. */
export interface PageData {
  /** the values of the scripts that contain a word, in whatever capitals: an address may be typed in others than the page writes */
  holding(word: string): unknown[];
}

/** How the pages of 2020 to 2023 hand their data to their own scripts. */
const handed = 'handleWithCustomApplyEach(ScheduledApplyEach,';

function parsed(text: string, isJson: boolean): unknown[] {
  if (isJson) {
    try {
      return [JSON.parse(text)];
    } catch {
      // cut off or no JSON: this script says nothing
      return [];
    }
  }
  const values: unknown[] = [];
  // A page hands over one object in each of its scripts; more than a few are no page's.
  for (let at = text.indexOf(handed); at >= 0 && values.length < 10; at = text.indexOf(handed, at + 1)) {
    const value = jsonAt(text, at + handed.length);
    if (value === undefined) break;
    values.push(value);
  }
  return values;
}

/** Finds the data of a document; nothing is parsed before it is asked for. */
export function openData(document: Document): PageData {
  const scripts: { text: string; lower: string; isJson: boolean; values?: unknown[] }[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const isJson = script.getAttribute('type') === 'application/json';
    if (isJson || text.includes(handed)) scripts.push({ text, lower: text.toLowerCase(), isJson });
  }
  return {
    holding: (word) =>
      scripts.flatMap((script) => {
        if (!script.lower.includes(word.toLowerCase())) return [];
        script.values ??= parsed(script.text, script.isJson);
        return script.values;
      }),
  };
}

/** What an address of the site leads to; other sites' addresses and no addresses lead nowhere. */
export function targetOf(address: unknown, base?: string): PageIdentity | null {
  if (typeof address !== 'string' || address.length > 4_000 || !URL.canParse(address, base)) return null;
  return identify(new URL(address, base));
}

/** Whether an address is of the same profile, group or post as the page's own. */
export function leadsTo(identity: PageIdentity, address: unknown, base?: string): boolean {
  const target = targetOf(address, base);
  return target !== null && target.kind === identity.kind && target.id === identity.id;
}

const addresses = ['url', 'profile_url', 'wwwURL', 'permalink_url', 'shareable_url', 'comet_url'] as const;

/**
 * All objects of the page's data that are about its subject: those that carry its address or its id, and those with the same inner id. Only
 * what stands in these objects themselves is the subject's; what they contain may be anybody's.
 */
export function subjectsIn(page: PageData, identity: PageIdentity): Data[] {
  const id = identity.id ?? '';
  const word = identity.handle ?? id;
  const data = [...new Set([word, id])].flatMap((each) => (each.length < 3 ? [] : page.holding(each)));
  const named = data.flatMap((value) => objectsIn(value, (object) => isSubject(identity, object), 2_000));
  const ids = new Set(named.map((object) => asText(object.id)).filter((each) => each !== undefined));
  if (ids.size === 0) return [];
  const all = [...new Set([...data, ...[...ids].flatMap((each) => page.holding(`"${each}"`))])];
  const found = all.flatMap((value) =>
    objectsIn(value, (object) => ids.has(asText(object.id) ?? '') || isSubject(identity, object), 2_000),
  );
  return [...new Set(found)];
}

function isSubject(identity: PageIdentity, object: Data): boolean {
  if (identity.kind === 'post' && asText(object.post_id) === identity.id && 'id' in object) return true;
  if (/^\d/.test(identity.id ?? '') && asText(object.id) === identity.id) return true;
  return addresses.some((name) => isOwnAddress(identity, object[name]));
}

/** The subject's own address: not one of its tabs, which have names of their own, and not a comment below it. */
function isOwnAddress(identity: PageIdentity, address: unknown): boolean {
  // Most addresses of a page are others': this is asked of every one of them.
  if (typeof address !== 'string' || !address.toLowerCase().includes((identity.id ?? '').toLowerCase()))
    return false;
  const target = targetOf(address);
  if (target?.kind !== identity.kind || target.id !== identity.id) return false;
  const url = new URL(address);
  if (url.searchParams.has('comment_id') || url.searchParams.has('sk')) return false;
  return identity.kind === 'post' || segments(url).length === segments(new URL(target.url)).length;
}

/** The first value that one of several objects has at a path. */
export function firstAt(objects: readonly Data[], ...path: (string | number)[]): unknown {
  for (const object of objects) {
    const value = at(object, ...path);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** The number that the address for the site's own app ends with: `fb://page/?id=1`, `fb://profile/1`, `fb://group/1`. */
export function appId(document: Document, ...kinds: string[]): string | undefined {
  for (const name of ['al:android:url', 'al:ios:url']) {
    const match = /^fb:\/\/(\w+)\/(?:\?id=)?(\d{5,25})(?:[?&]|$)/.exec(metaText(document, name) ?? '');
    if (match?.[1] && match[2] && kinds.includes(match[1])) return match[2];
  }
  return undefined;
}

/** The inner form of the site's ids: "feedback:1", "comment:1_2". */
export function decodedId(value: unknown): string | undefined {
  const text = asText(value);
  if (!text || text.length > 400 || !/^[\w+/]+=*$/.test(text)) return undefined;
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

/** The text of a heading without the titles of its badges. */
export function headingText(heading: Element): string | undefined {
  let said = '';
  for (const node of heading.childNodes) {
    if (node.nodeType === 3) said += node.nodeValue ?? '';
    else if (said.trim()) break;
    else if (node.nodeType === 1 && (node as Element).localName !== 'svg')
      said = headingText(node as Element) ?? '';
  }
  return said.replace(/\s+/g, ' ').trim() || undefined;
}
