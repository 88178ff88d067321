import { browser } from '#imports';
import { type Hint, type HintRule, hintPlace } from '../domain/hint.ts';
import { namesItsHost } from '../domain/hint-fields.ts';
import { ok } from '../domain/result.ts';
import { siteOf } from '../sites/registry.ts';
import type { Call } from './service.ts';
import { readOnce } from './write-once.ts';

/** Whether a hint is for pages of the site that an address belongs to. */
export function isHintFor({ platform, host }: Pick<HintRule, 'platform' | 'host'>, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const site = siteOf(url)?.id;
  if (!namesItsHost({ platform, host })) return false;
  return site === undefined ? host === url.hostname : site === platform && host === undefined;
}

/** A hint without what makes it a record. */
export function ruleOf({ platform, host, kind, field, selector, attribute }: HintRule): HintRule {
  return {
    platform,
    ...(host === undefined ? {} : { host }),
    kind,
    field,
    selector,
    ...(attribute === undefined ? {} : { attribute }),
  };
}

/** Of several for one place, as a merge of two notebooks leaves them, the newest. */
function newestOfEach(hints: readonly Hint[]): Hint[] {
  const newest = new Map<string, Hint>();
  for (const hint of hints) {
    const place = hintPlace(hint);
    const known = newest.get(place);
    if (!known || known.updatedAt <= hint.updatedAt) newest.set(place, hint);
  }
  return [...newest.values()];
}

/** Where the person pointed at fields of the site that an address belongs to. Reading goes on without where the notebook cannot be read. */
export async function hintsFor(call: Call, url: string): Promise<HintRule[]> {
  const stored = await readOnce(call, ['hints'], async (reader) => ok(await reader.all('hints')));
  if (!stored.ok) return [];
  return newestOfEach(stored.value.filter((hint) => isHintFor(hint, url))).map(ruleOf);
}

/** The same for the page in a tab, where the browser tells its address. */
export async function hintsOfTab(call: Call, tabId: number): Promise<HintRule[]> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url === undefined ? [] : hintsFor(call, tab.url);
}
