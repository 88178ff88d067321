import { browser } from '#imports';
import { guessPlaceKind } from '../../domain/place-kind.ts';
import { ok } from '../../domain/result.ts';
import { siteOf } from '../../sites/registry.ts';
import { withoutTracking } from '../../sites/shared/page.ts';
import type { Service } from '../service.ts';
import { currentTab } from '../tab-reading.ts';
import { readOnce } from '../write-once.ts';
import { sameAddress } from './edit-places.ts';

const longestTitle = 200;

/** Without the number of news that sites put before it. */
const plainTitle = (title: string) =>
  title
    .replace(/^\(\d{1,4}\+?\)\s*/, '')
    .trim()
    .slice(0, longestTitle);

/**
 * The page below the popup as it would be saved: under its real address, because a reading names whose page it is and not what is looked at there
 * ("tagged" is part of a profile). Null where it is no web page, or the browser does not say.
 */
export const placeHere: Service<'place.here'> = async (_input, call) => {
  const current = await currentTab();
  const tab = current ? await browser.tabs.get(current.id).catch(() => undefined) : undefined;
  const address = tab?.url ?? '';
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return ok(null);
  const url = withoutTracking(new URL(address));
  const plain = new URL(url);
  return readOnce(call, ['places'], async (reader) => {
    const there = (await reader.all('places')).find((place) => sameAddress(place.url, url));
    return ok({
      title: plainTitle(tab?.title ?? '') || plain.hostname,
      url,
      platform: siteOf(plain)?.id ?? ('web' as const),
      kind: guessPlaceKind(url),
      ...(there ? { placeId: there.id } : {}),
    });
  });
};
