import type { Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { at, type Data, dataWith, objectsIn } from '../shared/state.ts';

/** The scope of the page's first load: `__UNIVERSAL_DATA_FOR_REHYDRATION__`. Undefined on shells and after the site changed. */
export function scopeOf(document: Document): unknown {
  const script = document.querySelector('script#__UNIVERSAL_DATA_FOR_REHYDRATION__')?.textContent;
  if (!script) return undefined;
  try {
    return at(JSON.parse(script), '__DEFAULT_SCOPE__');
  } catch {
    return undefined;
  }
}

/** The older state (`#SIGI_STATE`), still met on some pages: `UserModule` and `ItemModule`. */
export function oldState(document: Document): unknown {
  return dataWith(document, '"UserModule"')[0] ?? dataWith(document, '"ItemModule"')[0];
}

/** Data of other generations (`#__NEXT_DATA__`, embedded lists): the objects of a handle or video id wherever they stand. */
export function elsewhere(
  document: Document,
  name: string,
  wanted: (object: Data) => boolean,
): Data | undefined {
  return dataWith(document, '"uniqueId"', `"${name}"`).flatMap((data) => objectsIn(data, wanted))[0];
}

/** A page of TikTok has data or marked elements; the challenge shell has neither. */
export function isShell(document: Document): boolean {
  if (
    document.querySelector(
      '[data-e2e^="user-"], [data-e2e^="video-"], [data-e2e*="-video"], [data-e2e^="browse-"]',
    )
  )
    return false;
  const scope = scopeOf(document);
  const detail =
    at(scope, 'webapp.user-detail') ??
    at(scope, 'webapp.video-detail') ??
    at(scope, 'webapp.reflow.video.detail');
  return (
    detail === undefined && oldState(document) === undefined && dataWith(document, '"uniqueId"').length === 0
  );
}

/**
 * A count of `statsV2` (exact, digits in a string) or `stats`. The site rounds both for some viewers: a number from ten thousand up that
 * ends in two zeros counts as rounded.
 */
export function statistic(
  facts: Facts,
  field: string,
  owner: unknown,
  name: string,
): Field<number> | undefined {
  const exact = at(owner, 'statsV2', name);
  const value = typeof exact === 'string' && /^\d+$/.test(exact) ? Number(exact) : at(owner, 'stats', name);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const count = facts.count(field, number, 'state');
  if (count && count.value >= 10_000 && count.value % 100 === 0) count.precision = 'rounded';
  return count;
}
