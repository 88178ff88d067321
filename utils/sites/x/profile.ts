import type { CreatorReading } from '../../domain/page-reading.ts';
import { typedAddress } from '../shared/contacts.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, listOf, nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { asText, at, type Data, dataWith, objectsIn } from '../shared/state.ts';
import { cleanText, lineOf, sameHandle, textOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { oldProfile } from './old-pages.ts';
import { interactions } from './structured.ts';
import { postText } from './text.ts';

const required = ['displayName', 'followers', 'following', 'posts', 'bio', 'avatarUrl'];

/** "Name (@handle)" at the start of a title; what follows is in the page's language. */
export function nameInTitle(title: string | undefined): { name: string; handle: string } | undefined {
  const match = /^([\s\S]{1,300}?)\s*[(（]@(\w{1,20})[)）]/.exec(title ?? '');
  const name = cleanText(match?.[1]);
  return match?.[2] && name ? { name, handle: match[2] } : undefined;
}

/** Reads a profile: the page's ProfilePage data, the header by its test ids, the link preview. Each only if it names this handle. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const pages = readJsonLd(document).filter((node) => typesOf(node).includes('ProfilePage'));
  const page = pages.find((node) => sameHandle(personOf(node).additionalName, handle));
  const ld = page ? fromJsonLd(facts, page) : {};
  const old = oldProfile(facts, document, handle);
  const user = userIn(document, handle);
  const state = user ? fromState(facts, user) : {};
  const dom = fromHeader(facts, document, handle, url.href);
  const meta = fromPreview(facts, document, handle, url.href);
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...meta,
    ...old.fields,
    ...dom,
    ...state,
    ...ld,
  };
  const emptyBio = old.emptyBio || user?.description === '' || (page && personOf(page).description === '');
  const wanted = emptyBio ? required.filter((field) => field !== 'bio') : required;
  creator.emails = facts.emails(creator.bio);
  const previewOf =
    nameInTitle(metaText(document, 'og:title'))?.handle ?? pathOf(statedAddress(document), url.href)[0];
  const stale = (!page && pages.length > 0) || (previewOf !== undefined && !sameHandle(previewOf, handle));
  return {
    kind: 'profile',
    creator: facts.finish(creator, wanted, stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

/** The user of this handle in the page's own state (`__INITIAL_STATE__`), which is empty on most pages. */
function userIn(document: Document, handle: string): Data | undefined {
  return dataWith(document, '"screen_name"', '"followers_count"')
    .flatMap((data) => objectsIn(data, (object) => 'followers_count' in object))
    .find((object) => sameHandle(object.screen_name, handle));
}

function fromState(facts: Facts, user: Data): Partial<CreatorReading> {
  const urls = at(user, 'entities', 'url', 'urls');
  const links = Array.isArray(urls) ? urls.map((url) => typedAddress(at(url, 'expanded_url'))) : [];
  return compact<CreatorReading>({
    handle: facts.handle('handle', user.screen_name, 'state'),
    stableId: facts.line('stableId', asText(user.id_str), 'state'),
    displayName: facts.line('displayName', user.name, 'state'),
    followers: facts.count('followers', user.followers_count, 'state'),
    following: facts.count('following', user.friends_count, 'state'),
    posts: facts.count('posts', user.statuses_count, 'state'),
    bio: facts.text('bio', user.description, 'state'),
    location: facts.line('location', user.location, 'state'),
    links: facts.list('links', links, 'state'),
    avatarUrl: facts.address('avatarUrl', user.profile_image_url_https, 'state'),
    verified:
      user.verified === true || user.is_blue_verified === true ? { value: true, source: 'state' } : undefined,
  });
}

/** The person of a ProfilePage: `mainEntity`, until 2024 `author`. */
function personOf(page: JsonLdNode): JsonLdNode {
  return nodesOf(page.mainEntity)[0] ?? nodesOf(page.author)[0] ?? {};
}

function fromJsonLd(facts: Facts, page: JsonLdNode): Partial<CreatorReading> {
  const person = personOf(page);
  const links = [...listOf(page.relatedLink), ...listOf(person.sameAs)]
    .filter((link) => typeof link === 'string' && !/^https?:\/\/t\.co\//.test(link))
    .map(typedAddress);
  return compact<CreatorReading>({
    handle: facts.handle('handle', person.additionalName, 'json-ld'),
    stableId: facts.line('stableId', asText(person.identifier), 'json-ld'),
    displayName: facts.line('displayName', person.name ?? person.givenName, 'json-ld'),
    followers: facts.count('followers', interactions(person, 'FollowAction'), 'json-ld'),
    following: facts.count('following', interactions(person, 'SubscribeAction'), 'json-ld'),
    posts: facts.count('posts', interactions(person, 'WriteAction'), 'json-ld'),
    bio: facts.text('bio', person.description, 'json-ld'),
    links: facts.list('links', links, 'json-ld'),
    avatarUrl: facts.address('avatarUrl', at(person.image, 'contentUrl'), 'json-ld'),
    location: facts.line('location', at(person.homeLocation, 'name'), 'json-ld'),
    joinedAt: facts.line('joinedAt', isoTime(page.dateCreated), 'json-ld'),
  });
}

/** The block under the banner: it shows the handle itself, which proves whose block it is. */
function fromHeader(facts: Facts, document: Document, handle: string, base: string): Partial<CreatorReading> {
  const block = [...document.querySelectorAll('[data-testid="UserName"]')].find((element) =>
    (textOf(element) ?? '').split(/\s+/).some((word) => word.startsWith('@') && sameHandle(word, handle)),
  );
  if (!block) return {};
  const name = lineOf(block.querySelector('[dir] > span, [dir]'));
  const column = block.closest('[data-testid="primaryColumn"]') ?? document;
  const linkTo = (...lists: string[]) =>
    [...column.querySelectorAll('a[href]')].find((link) => {
      const path = pathOf(link.getAttribute('href'), base);
      return path.length === 2 && sameHandle(path[0], handle) && lists.includes(path[1] ?? '');
    });
  const avatar = [...column.querySelectorAll('[data-testid^="UserAvatar-Container-"]')]
    .find((box) => sameHandle(box.getAttribute('data-testid')?.slice('UserAvatar-Container-'.length), handle))
    ?.querySelector('img[src*="/profile_images/"]');
  const site = column.querySelector('[data-testid="UserUrl"]');
  const shown = lineOf(site);
  const link = shown && !shown.includes('…') ? typedAddress(shown) : typedAddress(site?.getAttribute('href'));
  return compact<CreatorReading>({
    displayName: sameHandle(name, `@${handle}`) ? undefined : facts.line('displayName', name, 'dom'),
    followers: facts.count('followers', lineOf(linkTo('verified_followers', 'followers')), 'dom'),
    following: facts.count('following', lineOf(linkTo('following')), 'dom'),
    posts: postsUnderTitle(facts, column, name),
    bio: facts.text('bio', postText(column.querySelector('[data-testid="UserDescription"]')), 'dom'),
    links: facts.list('links', [link], 'dom', shown),
    location: facts.line('location', lineOf(column.querySelector('[data-testid="UserLocation"]')), 'dom'),
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom'),
    verified: block.querySelector('[data-testid="icon-verified"]')
      ? { value: true, source: 'dom' }
      : undefined,
  });
}

/** The bar above the banner repeats the name as a heading, and right under it the number of posts. */
function postsUnderTitle(facts: Facts, column: ParentNode, name: string | undefined) {
  const heading = [...column.querySelectorAll('h2')].find(
    (element) => name !== undefined && lineOf(element) === name,
  );
  return facts.count('posts', lineOf(heading?.nextElementSibling), 'dom');
}

function fromPreview(
  facts: Facts,
  document: Document,
  handle: string,
  base: string,
): Partial<CreatorReading> {
  const title = nameInTitle(metaText(document, 'og:title'));
  if (!title || !sameHandle(title.handle, handle)) {
    const shown = nameInTitle(titleOf(document));
    return shown && sameHandle(shown.handle, handle)
      ? compact({ displayName: facts.line('displayName', shown.name, 'meta') })
      : {};
  }
  const stated = pathOf(statedAddress(document), base);
  const isProfile = stated.length <= 1 && (stated[0] === undefined || sameHandle(stated[0], handle));
  const image = metaText(document, 'og:image');
  return compact<CreatorReading>({
    handle: facts.handle('handle', title.handle, 'meta'),
    displayName: facts.line('displayName', title.name, 'meta'),
    bio: isProfile ? facts.text('bio', metaText(document, 'og:description'), 'meta') : undefined,
    avatarUrl: image?.includes('/profile_images/') ? facts.address('avatarUrl', image, 'meta') : undefined,
  });
}
