import type { HintRule } from '../domain/hint.ts';
import { keyOf } from '../domain/page-key.ts';
import type { PageReading } from '../domain/page-reading.ts';
import type { PlatformId } from '../domain/platform.ts';
import { textLimits } from '../domain/text-limits.ts';
import { applyHints } from './hints.ts';
import { addressOnly } from './shared/address-only.ts';
import { withoutTracking } from './shared/page.ts';
import { asksForProof, asksToLogIn, isWall } from './shared/walls.ts';
import { hostMatches, type PageIdentity, type PageState, type Site, type SiteReader } from './site.ts';

/** What a reading may use beside the document. */
export interface ReadExtras {
  /** of the page's own scripts, see `Site.pageState`; untrusted */
  state?: PageState;
  /** where the person pointed at fields that are not found otherwise */
  hints?: readonly HintRule[];
}

export type ReadPage = (document: Document, url: string, extras?: ReadExtras) => PageReading;

/** The reader for an address: a site's own, or with `site: null` the one for every other address, which tells the family by the document. */
export interface ChosenReader {
  site: Site | null;
  read: SiteReader;
  familyOf?(document: Document): PlatformId;
}

/**
 * Makes a `readPage` of the readers it is given: of one site for the script that is injected there, of all for whoever has any page.
 * @param choose null: no reader for that address
 */
export function makeReadPage(choose: (url: URL) => ChosenReader | null): ReadPage {
  return (document, url, extras = {}) => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      return {
        platform: 'web',
        kind: 'other',
        key: null,
        url: url.slice(0, textLimits.address) || 'about:blank',
        problems: [],
      };
    }
    const address = new URL(url);
    const plain = withoutTracking(address).slice(0, textLimits.address);
    const chosen = choose(address);
    const site = chosen?.site ?? null;
    const identity: PageIdentity | null = site ? site.identify(address) : { kind: 'other', url: plain };
    if (!chosen || !identity)
      return { platform: site?.id ?? 'web', kind: 'other', key: null, url: plain, problems: [] };
    try {
      return read(document, address, chosen, identity, extras);
    } catch (error) {
      // A reader's bug on a page nobody has seen: the address still stands, and the person is told that the page was not understood.
      console.error('Deckhand: reading a page', site?.id ?? 'web', identity.kind, error);
      const known = identity.kind === 'blocked' ? null : keyOf(site?.id ?? 'web', identity.kind, identity.id);
      return {
        platform: site?.id ?? 'web',
        kind: identity.kind,
        key: known,
        url: identity.url,
        problems: [{ field: 'page', reason: 'ambiguous' }],
      };
    }
  };
}

function read(
  document: Document,
  url: URL,
  chosen: ChosenReader,
  identity: PageIdentity,
  { state = {}, hints = [] }: ReadExtras,
): PageReading {
  const platform = chosen.site?.id ?? chosen.familyOf?.(document) ?? 'web';
  if (identity.kind === 'blocked' || isWall(document)) return blocked(platform, identity);
  const { id, url: better, ...reading } = chosen.read(document, identity, url, state);
  const { creator, post, product, shop, products, comments } = reading;
  const isEmpty = !products?.length && !comments?.length && addressOnly(creator, post, product, shop);
  const asks = isEmpty && (asksToLogIn(document) || asksForProof(document));
  if (reading.kind === 'blocked' || asks) return blocked(platform, identity);
  const address = better ?? identity.url;
  if (reading.creator && Object.keys(reading.creator).length === 0) delete reading.creator;
  const result: PageReading = {
    ...reading,
    platform,
    key: keyOf(platform, reading.kind, id ?? identity.id),
    url: address.length <= textLimits.address ? address : identity.url,
  };
  return applyHints(document, result, hints, url, keyOf(platform, identity.kind, identity.id));
}

/** A wall is not its page: nothing on it is claimed. The address still says whose page it would have been. */
function blocked(platform: PlatformId, identity: PageIdentity): PageReading {
  const key = keyOf(platform, identity.kind, identity.id);
  return {
    platform,
    kind: 'blocked',
    key,
    url: identity.url,
    problems: [{ field: 'page', reason: 'blocked' }],
  };
}

/** A `readPage` for the pages of one site alone. */
export function readerOfSite(site: Site, read: SiteReader): ReadPage {
  const hosts = [...site.hosts, ...(site.passingHosts ?? [])];
  return makeReadPage((url) => (hostMatches(hosts, url.hostname.replace(/\.$/, '')) ? { site, read } : null));
}
