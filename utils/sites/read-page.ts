import type { PageReading } from '../domain/page-reading.ts';
import type { PageKind, PlatformId } from '../domain/platform.ts';
import { textLimits } from '../domain/text-limits.ts';
import { detectFamily } from './generic.ts';
import { readerOf } from './readers.ts';
import { siteOf } from './registry.ts';
import { withoutTracking } from './shared/page.ts';
import { isWall } from './shared/walls.ts';
import type { PageIdentity } from './site.ts';

/** Kinds of page that have no subject to be told apart by. */
const withoutKey = new Set<PageKind>(['other', 'blocked', 'inbox']);

/**
 * Reads what a page says about its subject, exactly as records.md ("Reading a page") fixes it. Pure over the document: nothing is changed,
 * fetched or run, layout is not needed. Never throws.
 * @param document the page, rendered or only parsed
 * @param url its address at this moment; sources in the document that describe another page are not used
 * @returns facts with their sources; what is not on the page is absent and named in `problems`
 */
export function readPage(document: Document, url: string): PageReading {
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
  const site = siteOf(address);
  const plain = withoutTracking(address).slice(0, textLimits.address);
  const identity: PageIdentity | null = site ? site.identify(address) : { kind: 'other', url: plain };
  if (!identity) return { platform: site?.id ?? 'web', kind: 'other', key: null, url: plain, problems: [] };
  try {
    return read(document, address, site?.id, identity);
  } catch {
    // A reader's bug on a page nobody has seen: the address still stands, and the person is told that the page was not understood.
    const known = identity.kind === 'blocked' ? null : keyOf(site?.id ?? 'web', identity.kind, identity.id);
    return {
      platform: site?.id ?? 'web',
      kind: identity.kind,
      key: known,
      url: identity.url,
      problems: [{ field: 'page', reason: 'ambiguous' }],
    };
  }
}

function read(
  document: Document,
  url: URL,
  known: PlatformId | undefined,
  identity: PageIdentity,
): PageReading {
  const platform = known ?? detectFamily(document);
  if (identity.kind === 'blocked' || isWall(document)) return blocked(platform, identity);
  const { id, url: better, ...reading } = readerOf(platform)(document, identity, url);
  if (reading.kind === 'blocked') return blocked(platform, identity);
  const address = better ?? identity.url;
  if (reading.creator && Object.keys(reading.creator).length === 0) delete reading.creator;
  return {
    ...reading,
    platform,
    key: keyOf(platform, reading.kind, id ?? identity.id),
    url: address.length <= textLimits.address ? address : identity.url,
  };
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

function keyOf(platform: PlatformId, kind: PageKind, id: string | undefined): string | null {
  const key = id && !withoutKey.has(kind) ? `${platform}:${kind}:${id}` : null;
  return key !== null && key.length <= textLimits.address ? key : null;
}
