import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { asList, assigned, at } from '../shared/state.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, PageState, SiteReader } from '../site.ts';
import { countsOf, fromState, handleAddress } from './channel-data.ts';
import { handleIn, loadedPath } from './data.ts';

const required = ['handle', 'displayName', 'followers', 'posts', 'bio', 'avatarUrl'];

/** Reads a channel: `ytInitialData` of this channel, or the header on screen after a move inside the app. */
export function readChannel(
  document: Document,
  identity: PageIdentity,
  url: URL,
  state: PageState,
): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const embedded = assigned(document, 'ytInitialData');
  const first = at(embedded, 'metadata', 'channelMetadataRenderer');
  // of a removed channel the header is there, without a name
  const alert = asList(at(embedded, 'alerts')).length > 0 && first === undefined && !namedHeader(embedded);
  const isFirst = isOf(embedded, first, identity, loadedPath(document));
  // after a move inside the app: what the page's own scripts hold, see `Site.pageState`
  const live = { header: state.header };
  const isLive = !isFirst && isOf(live, state.metadata, identity, undefined);
  const fits = isFirst || isLive;
  const data = isLive ? live : embedded;
  const metadata = isLive ? state.metadata : first;
  const dom = fromHeader(facts, document, identity, url.href);
  if (alert && !fits && Object.keys(dom).length === 0) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const known = fits ? fromState(facts, data, metadata) : {};
  const meta = fromMeta(facts, document, identity);
  const creator: CreatorReading = { ...meta, ...dom, ...known };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  creator.emails = facts.emails(creator.bio);
  const empty = fits && at(metadata, 'description') === '';
  const stale = !fits && first !== undefined;
  const channelId = known.stableId?.value ?? (identity.id?.startsWith('UC') ? identity.id : undefined);
  return {
    kind: 'profile',
    ...(channelId ? { id: channelId } : {}),
    creator: facts.finish(
      creator,
      empty ? required.filter((field) => field !== 'bio') : required,
      stale ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

function namedHeader(data: unknown): boolean {
  return (
    at(data, 'header', 'c4TabbedHeaderRenderer', 'title') !== undefined ||
    at(data, 'header', 'pageHeaderRenderer') !== undefined
  );
}

/** Whether the embedded data is of the channel in the address: by id, by one of its own addresses, or by the address it was loaded for. */
function isOf(data: unknown, metadata: unknown, identity: PageIdentity, loaded: string | undefined): boolean {
  if (metadata === undefined) return false;
  if (identity.id?.startsWith('UC')) return at(metadata, 'externalId') === identity.id;
  const own = [at(metadata, 'vanityChannelUrl'), ...asList(at(metadata, 'ownerUrls')), handleAddress(data)];
  if (identity.handle) return own.some((address) => sameHandle(handleIn(address), identity.handle));
  const path = `/${identity.id}`;
  const ends = (address: unknown) => {
    const text = typeof address === 'string' ? address.toLowerCase().split(/[?#]/)[0] : undefined;
    return text !== undefined && (text.endsWith(path) || text.includes(`${path}/`));
  };
  return ends(loaded) || own.some(ends);
}

/** The header on screen shows the handle itself; a channel under another form of address cannot be proven by it. */
function fromHeader(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  base: string,
): Partial<CreatorReading> {
  const header = document.querySelector(
    'yt-page-header-view-model, yt-page-header-renderer, ytm-page-header-renderer, ytd-c4-tabbed-header-renderer',
  );
  if (!header || !identity.handle) return {};
  const rows = [
    ...header.querySelectorAll(
      'yt-content-metadata-view-model [role="text"], yt-content-metadata-view-model span',
    ),
  ];
  const old = ['#channel-handle', '#subscriber-count', '#videos-count'].map((id) => header.querySelector(id));
  const leaves = rows.filter((element) => element.querySelector('span') === null);
  const parts = [...(leaves.length > 0 ? leaves : old)].map((element) => lineOf(element));
  if (!parts.some((text) => text?.startsWith('@') && sameHandle(text, identity.handle))) return {};
  const shown = countsOf(parts);
  const title = header.querySelector('h1') ?? header.querySelector('ytd-channel-name #text');
  const avatar = header.querySelector(
    'yt-decorated-avatar-view-model img[src], yt-avatar-shape img[src], #avatar img[src]',
  );
  return compact<CreatorReading>({
    handle: facts.handle(
      'handle',
      parts.find((text) => text?.startsWith('@')),
      'dom',
    ),
    displayName: facts.line('displayName', lineOf(title), 'dom'),
    followers: facts.count('followers', shown.followers, 'dom'),
    posts: facts.count('posts', shown.posts, 'dom'),
    bio: facts.text(
      'bio',
      textOf(header.querySelector('yt-description-preview-view-model [role="text"]')),
      'dom',
    ),
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom', base),
  });
}

/** Link preview of the channel, when its address is the one of this page. */
function fromMeta(facts: Facts, document: Document, identity: PageIdentity): Partial<CreatorReading> {
  const stated = statedAddress(document);
  const fits = identity.handle
    ? sameHandle(handleIn(stated), identity.handle)
    : identity.id?.startsWith('UC') && stated?.endsWith(`/channel/${identity.id}`);
  if (!fits) return {};
  return compact<CreatorReading>({
    stableId: identity.id?.startsWith('UC') ? facts.line('stableId', identity.id, 'url') : undefined,
    displayName: facts.line('displayName', metaText(document, 'og:title'), 'meta'),
    bio: facts.text('bio', metaText(document, 'og:description'), 'meta'),
    avatarUrl: facts.address('avatarUrl', metaText(document, 'og:image'), 'meta'),
  });
}
