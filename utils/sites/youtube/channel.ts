import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress } from '../shared/page.ts';
import { asList, assigned, at, objectsIn } from '../shared/state.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { handleIn, largest, linkOf, loadedPath, words } from './data.ts';

const required = ['handle', 'displayName', 'followers', 'posts', 'bio', 'avatarUrl'];

/** Reads a channel: `ytInitialData` of this channel, or the header on screen after a move inside the app. */
export function readChannel(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const data = assigned(document, 'ytInitialData');
  const metadata = at(data, 'metadata', 'channelMetadataRenderer');
  const alert =
    asList(at(data, 'alerts')).length > 0 && metadata === undefined && at(data, 'header') === undefined;
  const fits = isOf(data, metadata, identity, loadedPath(document));
  const dom = fromHeader(facts, document, identity, url.href);
  if (alert && !fits && Object.keys(dom).length === 0) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const state = fits ? fromState(facts, data, metadata) : {};
  const meta = fromMeta(facts, document, identity);
  const creator: CreatorReading = { ...meta, ...dom, ...state };
  if (!creator.handle && identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  creator.emails = facts.emails(creator.bio);
  const empty = fits && at(metadata, 'description') === '';
  const stale = !fits && metadata !== undefined;
  const channelId = state.stableId?.value ?? (identity.id?.startsWith('UC') ? identity.id : undefined);
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

function handleAddress(data: unknown): unknown {
  return at(
    data,
    'header',
    'c4TabbedHeaderRenderer',
    'navigationEndpoint',
    'browseEndpoint',
    'canonicalBaseUrl',
  );
}

function fromState(facts: Facts, data: unknown, metadata: unknown): Partial<CreatorReading> {
  const old = at(data, 'header', 'c4TabbedHeaderRenderer');
  const header = at(data, 'header', 'pageHeaderRenderer', 'content', 'pageHeaderViewModel');
  const id = at(metadata, 'externalId');
  const about = objectsIn(
    data,
    (object) => 'subscriberCountText' in object && 'joinedDateText' in object,
    5,
  ).find((object) => object.channelId === id);
  const parts = asList(at(header, 'metadata', 'contentMetadataViewModel', 'metadataRows')).flatMap((row) =>
    asList(at(row, 'metadataParts')).map((part) => words(at(part, 'text'))),
  );
  const shown = countsOf(parts);
  const subscribers = [
    words(at(old, 'subscriberCountText')),
    words(about?.subscriberCountText),
    shown.followers,
  ].find((text) => text !== undefined && !text.startsWith('@'));
  const shownHandle = [words(at(old, 'channelHandleText')), ...parts].find((text) => text?.startsWith('@'));
  const addresses = [
    at(metadata, 'vanityChannelUrl'),
    handleAddress(data),
    ...asList(at(metadata, 'ownerUrls')),
  ];
  const badge = objectsIn(
    at(old, 'badges'),
    (object) => /^BADGE_STYLE_TYPE_VERIFIED/.test(String(object.style)),
    1,
  );
  const icon = objectsIn(
    at(header, 'title'),
    (object) => /^(?:CHECK_CIRCLE|AUDIO_BADGE|MUSIC_FILLED)/.test(String(object.imageName)),
    1,
  );
  if (shown.hidden && !subscribers) facts.problem('followers', 'ambiguous');
  return compact<CreatorReading>({
    handle: facts.handle('handle', shownHandle ?? addresses.map(handleIn).find(Boolean), 'state'),
    stableId: facts.line('stableId', id, 'state'),
    displayName: facts.line('displayName', at(metadata, 'title') ?? at(old, 'title'), 'state'),
    followers: facts.count('followers', subscribers, 'state'),
    posts: facts.count(
      'posts',
      words(at(old, 'videosCountText')) ?? words(about?.videoCountText) ?? shown.posts,
      'state',
    ),
    views: facts.count('views', words(about?.viewCountText), 'state'),
    bio: facts.text('bio', at(metadata, 'description'), 'state'),
    links: facts.list('links', linksOf(data, about), 'state'),
    avatarUrl: facts.address(
      'avatarUrl',
      largest(at(metadata, 'avatar', 'thumbnails')) ?? largest(at(old, 'avatar', 'thumbnails')),
      'state',
    ),
    verified: badge.length + icon.length > 0 ? { value: true, source: 'state' } : undefined,
    location: facts.line('location', words(about?.country), 'state'),
  });
}

/** Subscribers and videos of a header line, by position: a channel that hides its subscribers shows one number, and nobody knows which. */
function countsOf(parts: (string | undefined)[]): {
  followers?: string | undefined;
  posts?: string | undefined;
  hidden: boolean;
} {
  const numbers = parts.filter((text) => text !== undefined && !text.startsWith('@') && /\p{Nd}/u.test(text));
  return numbers.length === 2
    ? { followers: numbers[0], posts: numbers[1], hidden: false }
    : { hidden: numbers.length > 0 };
}

function linksOf(data: unknown, about: unknown): (string | undefined)[] {
  const listed = asList(at(about, 'links')).map((link) => {
    const model = at(link, 'channelExternalLinkViewModel', 'link');
    return linkOf(model, at(model, 'commandRuns', 0, 'onTap', 'innertubeCommand', 'urlEndpoint'));
  });
  if (listed.length > 0) return listed;
  const models = [
    at(data, 'header', 'c4TabbedHeaderRenderer', 'headerLinks', 'channelHeaderLinksViewModel', 'firstLink'),
    at(
      data,
      'header',
      'pageHeaderRenderer',
      'content',
      'pageHeaderViewModel',
      'attribution',
      'attributionViewModel',
      'text',
    ),
  ];
  return models.map((model) =>
    linkOf(model, at(model, 'commandRuns', 0, 'onTap', 'innertubeCommand', 'urlEndpoint')),
  );
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
