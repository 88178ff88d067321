import type { CreatorReading } from '../../domain/page-reading.ts';
import { redirectTarget, typedAddress } from '../shared/contacts.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { type JsonLdNode, listOf, nodesOf, readJsonLd, typesOf } from '../shared/json-ld.ts';
import { metaText, titleOf } from '../shared/page.ts';
import { at, isData, objectsIn } from '../shared/state.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';
import { writtenText } from '../shared/written-text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { elsewhere, firstGeneration, oldState, scopeOf, statistic } from './state.ts';

const required = ['displayName', 'followers', 'following', 'likes', 'posts', 'bio', 'avatarUrl'];

/** Reads a profile: the state of this very user, the ProfilePage data, the elements marked `data-e2e`. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const detail = at(scopeOf(document), 'webapp.user-detail');
  const info = at(detail, 'userInfo');
  const dom = fromElements(facts, document, handle, url.href);
  const status = at(detail, 'statusCode');
  const removed =
    typeof status === 'number' && status !== 0 && !isData(at(info, 'user')) && Object.keys(dom).length === 0;
  if (removed) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const fits = sameHandle(at(info, 'user', 'uniqueId'), handle);
  const owner = fits ? info : oldUser(document, handle);
  const state = owner ? fromState(facts, owner) : {};
  const ld = fromJsonLd(facts, document, handle);
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...fromTitle(facts, document, handle),
    ...ld,
    ...dom,
    ...state,
  };
  creator.emails = facts.emails(creator.bio);
  const empty = owner !== undefined && at(owner, 'user', 'signature') === '';
  const stale = !owner && typeof at(info, 'user', 'uniqueId') === 'string';
  return {
    kind: 'profile',
    creator: facts.finish(
      creator,
      empty ? required.filter((field) => field !== 'bio') : required,
      stale ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

function oldUser(document: Document, handle: string): unknown {
  const old = oldState(document);
  const users = at(old, 'UserModule') ?? at(old, 'MobileUserModule');
  const user = objectsIn(at(users, 'users'), (object) => sameHandle(object.uniqueId, handle))[0];
  const stats = Object.entries(isData(at(users, 'stats')) ? (at(users, 'stats') as object) : {}).find(
    ([name]) => sameHandle(name, handle),
  )?.[1];
  if (user) return { user, stats };
  const owner = elsewhere(
    document,
    handle,
    (object) => sameHandle(at(object, 'user', 'uniqueId'), handle) && isData(object.stats),
  );
  return owner ?? firstGeneration(document, handle)?.owner;
}

/** "Name (@handle) | TikTok" in the page's title or link preview, each only if it names this handle. */
function fromTitle(facts: Facts, document: Document, handle: string): Partial<CreatorReading> {
  for (const title of [metaText(document, 'og:title'), titleOf(document)]) {
    const match = /^([\s\S]{1,300}?)\s*[(（]@([\p{L}\p{N}_.]{1,60})[)）]/u.exec(title ?? '');
    if (match && sameHandle(match[2], handle)) {
      return compact<CreatorReading>({ displayName: facts.line('displayName', match[1], 'meta') });
    }
  }
  return {};
}

function fromState(facts: Facts, owner: unknown): Partial<CreatorReading> {
  const user = at(owner, 'user');
  const said = at(user, 'bioLink', 'link');
  const commerce =
    at(user, 'commerceUserInfo', 'commerceUser') === true
      ? at(user, 'commerceUserInfo', 'category')
      : undefined;
  return compact<CreatorReading>({
    handle: facts.handle('handle', at(user, 'uniqueId'), 'state'),
    stableId: facts.line('stableId', at(user, 'id'), 'state'),
    displayName: facts.line('displayName', at(user, 'nickname'), 'state'),
    followers: statistic(facts, 'followers', owner, 'followerCount'),
    following: statistic(facts, 'following', owner, 'followingCount'),
    likes: statistic(facts, 'likes', owner, 'heartCount') ?? statistic(facts, 'likes', owner, 'heart'),
    posts: statistic(facts, 'posts', owner, 'videoCount'),
    bio: facts.text('bio', at(user, 'signature'), 'state'),
    links: facts.list('links', [typedAddress(said)], 'state', typeof said === 'string' ? said : undefined),
    avatarUrl: facts.address('avatarUrl', at(user, 'avatarLarger') ?? at(user, 'avatarMedium'), 'state'),
    verified: facts.flag(at(user, 'verified'), 'state'),
    category: facts.line('category', commerce, 'state'),
    joinedAt: facts.line('joinedAt', isoTime(at(user, 'createTime')), 'state'),
  });
}

function fromJsonLd(facts: Facts, document: Document, handle: string): Partial<CreatorReading> {
  const person = readJsonLd(document)
    .filter((node) => typesOf(node).includes('ProfilePage'))
    .flatMap((node) => nodesOf(node.mainEntity))
    .find((node) => sameHandle(node.alternateName, handle));
  if (!person) return {};
  const links = listOf(person.sameAs).map(typedAddress);
  return compact<CreatorReading>({
    displayName: facts.line('displayName', person.name, 'json-ld'),
    followers: facts.count('followers', interactions(person, 'FollowAction'), 'json-ld'),
    likes: facts.count('likes', interactions(person, 'LikeAction'), 'json-ld'),
    bio: facts.text('bio', person.description, 'json-ld'),
    links: facts.list('links', links, 'json-ld'),
    verified:
      person.disambiguatingDescription === 'verified' ? { value: true, source: 'json-ld' } : undefined,
  });
}

function interactions(person: JsonLdNode, action: string): unknown {
  for (const counter of nodesOf(person.interactionStatistic)) {
    const type = at(counter.interactionType, '@type') ?? counter.interactionType;
    if (typeof type === 'string' && type.endsWith(`/${action}`)) return counter.userInteractionCount;
  }
  return undefined;
}

/** The marked elements of the header; the title shows the handle and proves whose header it is. Numbers are English in every language. */
function fromElements(
  facts: Facts,
  document: Document,
  handle: string,
  base: string,
): Partial<CreatorReading> {
  const marked = (name: string) => document.querySelector(`[data-e2e="${name}"]`);
  if (!sameHandle(lineOf(marked('user-title')), handle)) return {};
  const link = marked('user-link');
  const target = link?.getAttribute('href') ?? link?.querySelector('a[href]')?.getAttribute('href');
  const said = lineOf(link);
  const avatar = marked('user-avatar');
  const image = avatar?.localName === 'img' ? avatar : avatar?.querySelector('img[src]');
  return compact<CreatorReading>({
    displayName: facts.line('displayName', lineOf(marked('user-subtitle')), 'dom'),
    followers: facts.count('followers', lineOf(marked('followers-count')), 'dom', 'en'),
    following: facts.count('following', lineOf(marked('following-count')), 'dom', 'en'),
    likes: facts.count('likes', lineOf(marked('likes-count')), 'dom', 'en'),
    bio: facts.text('bio', writtenText(marked('user-bio')), 'dom'),
    links: facts.list(
      'links',
      [typedAddress(said) ?? typedAddress(target && redirectTarget(new URL(target, base).href))],
      'dom',
      said,
    ),
    avatarUrl: facts.address('avatarUrl', image?.getAttribute('src'), 'dom', base),
  });
}
