import type { PageKind, PlatformId } from './platform.ts';
import { storePlatforms } from './platform.ts';

/*
 * The refresh of store pages on a schedule, apart from the schemas: screens use these words and may not load the schema library.
 */

/** Where a refresh takes a page's products from: the public product data of two shop systems, else the page itself. */
export const refreshSources = ['shopify', 'woocommerce', 'page'] as const;
export type RefreshSource = (typeof refreshSources)[number];

/** Hours between two refreshes that are offered; any whole number of hours in between is kept as well. */
export const offeredHours = [1, 3, 6, 12, 24, 72, 168] as const;
export const leastHours = 1;
export const mostHours = 168;

/** Why a refresh brought nothing. */
export const refreshTroubles = [
  'refused', // 401, 403, 451
  'too-many', // 429
  'wall', // a captcha or a log-in stands there
  'moved', // the address sends visitors on; where to is not followed
  'gone', // 404, 410
  'too-large',
  'no-permission', // the browser does not let us reach the site (any more)
  'nothing-read', // an answer without any product: such a page is filled by scripts once it is opened
  'server', // 5xx
  'unreachable', // no answer, or none in time
  'disk-full',
] as const;
export type RefreshTrouble = (typeof refreshTroubles)[number];

/** After these nothing is asked any more until the person says so. */
export const stoppingTroubles: readonly RefreshTrouble[] = [
  'refused',
  'too-many',
  'wall',
  'moved',
  'gone',
  'too-large',
  'no-permission',
];

/** Why the schedule is not offered for a page; null where it is. */
export type NoRefresh = 'social' | 'insecure' | 'no-shop';

const shopKinds: readonly PageKind[] = ['product', 'listing', 'shop'];

/**
 * Whether a watched page can be refreshed on a schedule: pages of shops only. To a social platform Deckhand makes no request at all
 * (product.md, "Conduct"): accounts get limited for that.
 */
export function noRefreshFor(page: { url: string; platform: PlatformId; kind: PageKind }): NoRefresh | null {
  const isStore = storePlatforms.includes(page.platform);
  if (!isStore && page.platform !== 'web') return 'social';
  if (!isStore && !shopKinds.includes(page.kind)) return 'no-shop';
  return URL.canParse(page.url) && new URL(page.url).protocol === 'https:' ? null : 'insecure';
}

/** What the browser is asked for, so that a page can be refreshed: its host alone (Firefox knows no ports here). */
export function refreshOrigin(address: string): string {
  return `https://${new URL(address).hostname}/*`;
}

const hour = 3_600_000;
/** The rest of an interval that chance adds: a shop shall not be asked by the clock. Only ever later, never sooner. */
const jitter = 0.2;
const longestWait = 24;

/**
 * When a page is due again.
 * @param hours between two refreshes
 * @param failures in a row: the interval doubles with each, to a day at most, and is never shorter than `hours`
 * @param chance 0 to 1
 */
export function nextRefresh(now: Date, hours: number, failures: number, chance: number): Date {
  const waited = Math.max(hours, Math.min(hours * 2 ** Math.min(failures, 10), longestWait));
  return new Date(now.getTime() + waited * (1 + jitter * chance) * hour);
}
