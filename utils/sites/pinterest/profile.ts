import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { at, objectsIn } from '../shared/state.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { creatorOf, dataOf, either, handleIn, nameBefore, usersIn } from './data.ts';

const required = ['displayName', 'followers', 'bio', 'avatarUrl'];

/** Reads a profile: its state, the ProfilePage data, the marked header, the head. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const data = dataOf(document);
  const users = usersIn(data, handle);
  const state = creatorOf(facts, users);
  const ld = fromJsonLd(facts, document, handle, url.href);
  const dom = fromHeader(facts, document, handle, url.href);
  const meta = fromHead(facts, document, data, handle, url.href);
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...meta,
    ...dom,
    ...ld,
    ...state,
  };
  creator.bio ??= dom.bio ?? ld.bio ?? meta.bio;
  creator.emails = facts.emails(creator.bio);
  const stated = pathOf(statedAddress(document), url.href)[0];
  const stale = users.length === 0 && stated !== undefined && !sameHandle(stated, handle);
  const silent = users.some((user) => typeof either(user, 'about') === 'string') && !creator.bio;
  return {
    kind: 'profile',
    creator: facts.finish(
      creator,
      silent ? required.filter((field) => field !== 'bio') : required,
      stale ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

function fromJsonLd(facts: Facts, document: Document, handle: string, base: string): Partial<CreatorReading> {
  const person = readJsonLd(document)
    .filter((node) => typesOf(node).includes('ProfilePage'))
    .flatMap((node) => nodesOf(node.mainEntity))
    .find((node) => sameHandle(node.alternateName, handle) || sameHandle(handleIn(node.url, base), handle));
  if (!person) return {};
  const follows = nodesOf(person.interactionStatistic).find((counter) => {
    const type = at(counter.interactionType, '@type') ?? counter.interactionType;
    return typeof type === 'string' && type.endsWith('/FollowAction');
  });
  return compact<CreatorReading>({
    displayName: facts.line('displayName', person.name, 'json-ld'),
    followers: facts.count('followers', follows?.userInteractionCount, 'json-ld'),
    bio: facts.text('bio', person.description, 'json-ld'),
    avatarUrl: facts.address('avatarUrl', at(person.image, 'contentUrl') ?? person.image, 'json-ld'),
  });
}

/** The marked header; it shows the handle, or below it are this person's boards, which proves whose it is. */
function fromHeader(facts: Facts, document: Document, handle: string, base: string): Partial<CreatorReading> {
  const marked = (...names: string[]) =>
    names
      .map((name) => document.querySelector(`[data-test-id="${name}"]`))
      .find((element) => element !== null);
  const header = marked('profile-header', 'header-profile');
  const shown = header ?? marked('profile-username')?.parentElement;
  const words = (textOf(shown) ?? '').split(/[\s·@]+/);
  const owns = [...document.querySelectorAll('[data-test-id="board-card"] a[href]')].some((link) =>
    sameHandle(handleIn(link.getAttribute('href'), base), handle),
  );
  if (!shown || !(owns || words.some((word) => sameHandle(word, handle)))) return {};
  const followers = marked('profile-followers-link', 'profile-followers-count');
  const following =
    marked('profile-following-link', 'profile-following-count') ??
    (followers ? header?.querySelector('[data-test-id="follower-count"]') : undefined);
  return compact<CreatorReading>({
    displayName: facts.line(
      'displayName',
      lineOf(marked('profile-name') ?? header?.querySelector('h1')),
      'dom',
    ),
    followers: facts.count('followers', lineOf(followers), 'dom'),
    following: facts.count('following', lineOf(following), 'dom'),
    bio: facts.text('bio', textOf(marked('main-user-description-text', 'profileAboutText')), 'dom'),
    avatarUrl: facts.address(
      'avatarUrl',
      header?.querySelector('[data-test-id="gestalt-avatar-svg"] img[src]')?.getAttribute('src'),
      'dom',
    ),
  });
}

/** "Name (handle) - …" and "Name | bio", in the head or, on the pages of people who are not to be indexed, in the state only. */
function fromHead(
  facts: Facts,
  document: Document,
  data: unknown[],
  handle: string,
  base: string,
): Partial<CreatorReading> {
  const indexed = data.flatMap((each) =>
    objectsIn(each, (object) => nameBefore(object.seo_title, handle) !== undefined),
  )[0];
  const title = indexed?.seo_title ?? metaText(document, 'og:title') ?? titleOf(document);
  const name = nameBefore(title, handle);
  if (!name) return {};
  const said = indexed?.seo_description ?? metaText(document, 'og:description');
  const front = `${name} | `;
  const image = metaText(document, 'og:image');
  const stated = pathOf(statedAddress(document), base)[0];
  // Counts stood in the head until about 2020.
  const older = (field: string, key: string) =>
    sameHandle(stated, handle)
      ? facts.count(field, metaText(document, `pinterestapp:${key}`), 'meta', 'en')
      : undefined;
  return compact<CreatorReading>({
    followers: older('followers', 'followers'),
    following: older('following', 'following'),
    posts: older('posts', 'pins'),
    displayName: facts.line('displayName', name, indexed ? 'state' : 'meta'),
    bio:
      typeof said === 'string' && said.startsWith(front)
        ? facts.text('bio', said.slice(front.length), indexed ? 'state' : 'meta')
        : undefined,
    avatarUrl:
      image && /_RS\//.test(image) && sameHandle(stated, handle)
        ? facts.address('avatarUrl', image, 'meta')
        : undefined,
  });
}
