import { paintDots } from '../../../components/overlay/button-dots.ts';
import { creatorKeys } from '../../domain/item-keys.ts';
import { pageItem } from '../../domain/page-item.ts';
import { keyOf } from '../../domain/page-key.ts';
import type { PageKind, PlatformId } from '../../domain/platform.ts';
import { otherSite } from '../../sites/other-site.ts';
import type { PageIdentity, Site } from '../../sites/site.ts';
import { readHere } from '../features/capture.ts';
import type { Page } from '../page.ts';
import { makeKnownDots } from './known-dots.ts';
import type { Somebody } from './tagged-slot.ts';

/** As what a page may have been tagged: keys of each, as the background makes them (`itemOfPage`). */
interface Taggable {
  platform: PlatformId;
  items: string[][];
}

const ofPeople = (kind: PageKind) => kind === 'profile' || kind === 'group';

/**
 * As what a page of a known site is tagged, by its address: the same as by a reading of it.
 * @param who whose profile it is. Where their name could not be read, their page was tagged; and of the address nobody knows whether it names
 * them by a number or by a name, so each is looked for by itself
 * @returns null for people's pages without `who`: they are left to the button that saves them
 */
export function taggableAt(
  site: Pick<Site, 'id'>,
  identity: PageIdentity | null,
  address: string,
  who: Somebody | null,
): Taggable | null {
  // a page of the site that nothing is known about
  const known = identity ?? otherSite.identify(new URL(address));
  if (!known || (!who && ofPeople(known.kind))) return null;
  const { kind, id, url } = known;
  const { keys } = pageItem({ platform: site.id, kind, key: keyOf(site.id, kind, id), url });
  return { platform: site.id, items: [...(who ? creatorKeys(who).map((key) => [key]) : []), keys] };
}

/** As what the page is tagged. On a site that the person added only the page itself can say. */
async function taggableHere(page: Page, who: Somebody | null, signal: AbortSignal): Promise<Taggable | null> {
  const { site, identity, document } = page;
  if (site.id !== 'web') return taggableAt(site, identity, document.location.href, who);
  if (who) return { platform: who.platform, items: [creatorKeys(who)] };
  const looked = await readHere(page, signal);
  if (looked.state !== 'read' || ofPeople(looked.reading.kind)) return null;
  return { platform: looked.reading.platform, items: [pageItem(looked.reading).keys] };
}

/**
 * Shows on a button the colours of the tags on whom or what the page is of, and again when they change.
 * @param who whose profile it is; null: the page is of no person
 * @param said for a screen reader, where there are some
 */
export async function showPageDots(
  page: Page,
  button: HTMLElement,
  { who, said }: { who: Somebody | null; said: string },
  signal: AbortSignal,
): Promise<void> {
  const here = await taggableHere(page, who, signal);
  if (!here || signal.aborted) return;
  const asked = here.items.map((keys) => ({ key: keys.join(), keys }));
  const known = makeKnownDots(
    page,
    {
      answered() {
        // the same creator stands under several keys
        const first = asked.map((one) => known.of(one)).find((colours) => colours && colours.length > 0);
        paintDots(button, first ?? [], said);
      },
      forgotten: () => known.want(asked),
    },
    signal,
    here.platform,
  );
  known.want(asked);
}
