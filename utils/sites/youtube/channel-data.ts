import type { CreatorReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { asList, at, isData, objectsIn } from '../shared/state.ts';
import { handleIn, largest, linkOf, words } from './data.ts';

/** The channel's own address in the older header, where it has a handle. */
export function handleAddress(data: unknown): unknown {
  return at(
    data,
    'header',
    'c4TabbedHeaderRenderer',
    'navigationEndpoint',
    'browseEndpoint',
    'canonicalBaseUrl',
  );
}

/** What the data of a channel's page says, in all generations of its header and its "about". */
export function fromState(facts: Facts, data: unknown, metadata: unknown): Partial<CreatorReading> {
  const old = at(data, 'header', 'c4TabbedHeaderRenderer');
  const header = at(data, 'header', 'pageHeaderRenderer', 'content', 'pageHeaderViewModel');
  const id = at(metadata, 'externalId');
  const about = objectsIn(
    data,
    (object) => 'subscriberCountText' in object && 'joinedDateText' in object,
    5,
  ).find((object) => object.channelId === id);
  const olderAbout = objectsIn(data, (object) => isData(object.channelAboutFullMetadataRenderer), 1)[0]
    ?.channelAboutFullMetadataRenderer;
  const cells = asList(at(header, 'metadata', 'contentMetadataViewModel', 'metadataRows')).flatMap((row) =>
    asList(at(row, 'metadataParts')),
  );
  const parts = cells.map((cell) => words(at(cell, 'text')));
  // only the subscribers are spoken with a label of their own ("24.6 million subscribers")
  const spoken = cells.flatMap((cell) =>
    at(cell, 'accessibilityLabel') ? words(at(cell, 'text')) : undefined,
  );
  const shown = countsOf(parts, spoken.filter(Boolean));
  // the header of channels that the site itself keeps ("Music") has the number at its button
  const button = objectsIn(
    at(data, 'header', 'carouselHeaderRenderer'),
    (object) => 'subscriberCountText' in object && object.channelId === id,
    1,
  )[0];
  const subscribers = [
    words(at(old, 'subscriberCountText')),
    words(button?.subscriberCountText),
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
    views: facts.count(
      'views',
      words(about?.viewCountText) ?? words(at(olderAbout, 'viewCountText')),
      'state',
    ),
    bio: facts.text('bio', at(metadata, 'description'), 'state'),
    links: facts.list('links', linksOf(data, about, olderAbout), 'state'),
    avatarUrl: facts.address(
      'avatarUrl',
      largest(at(metadata, 'avatar', 'thumbnails')) ?? largest(at(old, 'avatar', 'thumbnails')),
      'state',
    ),
    verified: badge.length + icon.length > 0 ? { value: true, source: 'state' } : undefined,
    location: facts.line('location', words(about?.country) ?? words(at(olderAbout, 'country')), 'state'),
  });
}

interface Counts {
  followers?: string | undefined;
  posts?: string | undefined;
  hidden: boolean;
}

/**
 * Subscribers and videos of a header line, by position: a channel that hides its subscribers or has no videos shows one number, and only its
 * own label tells which.
 */
export function countsOf(parts: (string | undefined)[], spoken: (string | undefined)[] = []): Counts {
  const numbers = parts.filter((text) => text !== undefined && !text.startsWith('@') && /\p{Nd}/u.test(text));
  if (numbers.length === 2) return { followers: numbers[0], posts: numbers[1], hidden: false };
  return numbers.length === 1 && spoken.includes(numbers[0])
    ? { followers: numbers[0], hidden: false }
    : { hidden: numbers.length > 0 };
}

function linksOf(data: unknown, about: unknown, olderAbout: unknown): (string | undefined)[] {
  const listed = asList(at(about, 'links')).map((link) => {
    const model = at(link, 'channelExternalLinkViewModel', 'link');
    return linkOf(model, at(model, 'commandRuns', 0, 'onTap', 'innertubeCommand', 'urlEndpoint'));
  });
  if (listed.length > 0) return listed;
  const shelf = at(data, 'header', 'c4TabbedHeaderRenderer', 'headerLinks', 'channelHeaderLinksRenderer');
  const older = [
    ...asList(at(olderAbout, 'primaryLinks')),
    ...asList(at(shelf, 'primaryLinks')),
    ...asList(at(shelf, 'secondaryLinks')),
  ].map((link) => linkOf(undefined, at(link, 'navigationEndpoint', 'urlEndpoint')));
  if (older.length > 0) return older;
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
