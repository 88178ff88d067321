import { keyOf } from '../../domain/page-key.ts';
import { storePlatforms } from '../../domain/platform.ts';
import { fail, ok } from '../../domain/result.ts';
import { siteOf } from '../../sites/registry.ts';
import { withoutTracking } from '../../sites/shared/page.ts';
import type { Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';
import { pageSays } from './page-says.ts';
import { watchedHere } from './watched-here.ts';

/** A watched page is looked at by itself at most so often, milliseconds. */
const atMostEvery = 60 * 60 * 1_000;

/** What the address alone says of the page, as readings say it. */
function subjectOf(address: string): { url: string; key: string | null; shop: boolean | null } {
  const url = new URL(address);
  const site = siteOf(url);
  const identity = site?.identify(url);
  return {
    url: identity?.url ?? withoutTracking(url),
    key: site && identity ? keyOf(site.id, identity.kind, identity.id) : null,
    // the systems that shops of unknown hosts run on are told by the page alone
    shop: site && storePlatforms.includes(site.id),
  };
}

/**
 * Whether a page that the person came to is watched, under its own address or the one that it gives itself, and was not looked at within the
 * hour, by whatever cause; and whether it is a shop's.
 */
export const snapshotsHere: Service<'snapshot.here'> = async (_input, call) => {
  const { url } = call.caller;
  if (url === undefined) return fail('not-found', 'a page outside a tab');
  const { shop: known, ...subject } = subjectOf(url);
  const { shop, stated } = known === null ? await pageSays(call.caller.tabId) : { shop: known };
  return readOnce(call, ['settings', 'watchedPages', 'watchStates'], async (reader) => {
    if (!(await storedSettings(reader)).snapshotOnVisit) return ok({ due: false, shop });
    const own = stated && URL.canParse(stated, url) ? withoutTracking(new URL(stated, url)) : undefined;
    const page =
      (await watchedHere(reader, url, subject)) ??
      (own ? await watchedHere(reader, url, { key: null, url: own }) : undefined);
    if (!page) return ok({ due: false, shop });
    const state = await reader.get('watchStates', page.id);
    const age = state?.visitedAt
      ? call.now.getTime() - Date.parse(state.visitedAt)
      : Number.POSITIVE_INFINITY;
    return ok({ due: age >= atMostEvery, shop });
  });
};
