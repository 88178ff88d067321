import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf, titleOf } from '../shared/page.ts';
import { asList, asText, at, type Data, isData, objectsIn } from '../shared/state.ts';
import { cleanLine, cleanText, lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { numbers, stateOf, statesId, tally, unwrapped } from './state.ts';

const required = ['displayName', 'followers', 'following', 'likes', 'bio', 'avatarUrl'];

/**
 * Reads a profile. Its data do not name the person's id, so they count only where something else in them does (the query for the notes, the
 * notes' author), or where the header on the screen shows the same name.
 */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const uid = identity.id ?? '';
  const user = unwrapped(at(stateOf(document), 'user'));
  const page = unwrapped(at(user, 'userPageData'));
  const data = isData(page) && isData(page.basicInfo) ? page : undefined;
  const dom = header(facts, document, uid, url.href);
  const name = cleanLine(at(data, 'basicInfo', 'nickname'));
  const fits = data !== undefined && belongs(document, user, data, uid, name, dom?.displayName?.value);
  const former = data !== undefined && !fits;
  // The header still shows the person of the data, and those are of another id: the page has not moved yet.
  const lagging = former && name !== undefined && dom?.displayName?.value === name;
  const screen = lagging ? undefined : dom;
  const banned =
    at(user, 'bannedInfo', 'serverBanned') === true && asText(at(user, 'bannedInfo', 'userId')) === uid;
  if (banned && !screen) return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const creator: CreatorReading = {
    ...(screen ?? {}),
    ...(fits && data ? fromData(facts, data, url.href) : {}),
    handle: { value: uid, source: 'url' },
  };
  // A page that tells nothing may be a wall in new clothes: then only the address speaks, for the handle in it.
  if (Object.keys(creator).length > 1) creator.stableId = { value: uid, source: 'url' };
  const emails = facts.emails(creator.bio);
  if (emails) creator.emails = emails;
  const quiet = fits && cleanText(at(data, 'basicInfo', 'desc')) === undefined;
  return {
    kind: 'profile',
    creator: facts.finish(
      creator,
      quiet ? required.filter((field) => field !== 'bio') : required,
      former && !screen ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

function belongs(
  document: Document,
  user: unknown,
  data: Data,
  uid: string,
  name: string | undefined,
  shown: string | undefined,
): boolean {
  const own = [at(data, 'basicInfo', 'userId'), at(data, 'userId')].map(asText).filter(Boolean);
  if (own.length > 0) return own.includes(uid);
  const asked = asList(unwrapped(at(user, 'noteQueries'))).map((query) => asText(at(query, 'userId')));
  const authors = objectsIn(
    asList(unwrapped(at(user, 'notes')))[0],
    (each) => typeof each.userId === 'string' && ('nickname' in each || 'nickName' in each),
    20,
  ).map((each) => asText(each.userId));
  const ids = [...asked, ...authors].filter(Boolean);
  if (ids.length > 0) return ids.includes(uid);
  if (shown !== undefined) return shown === name;
  return (
    statesId(document, uid) ?? (name !== undefined && titleOf(document)?.startsWith(`${name} - `) === true)
  );
}

function fromData(facts: Facts, data: Data, base: string): Partial<CreatorReading> {
  const basic = at(data, 'basicInfo');
  const count = (field: string, type: string) => {
    const item = asList(data.interactions).find((each) => at(each, 'type') === type);
    return tally(facts, field, at(item, 'count'));
  };
  const tag = (type: string) =>
    asList(data.tags).find(
      (each) => at(each, 'tagType') === type && cleanLine(at(each, 'name')) !== undefined,
    );
  const kind = at(data, 'verifyInfo', 'redOfficialVerifyType');
  return compact<Partial<CreatorReading>>({
    displayName: facts.line('displayName', at(basic, 'nickname'), 'state'),
    followers: count('followers', 'fans'),
    following: count('following', 'follows'),
    // The site counts likes and saves together.
    likes: count('likes', 'interaction'),
    bio: facts.text('bio', at(basic, 'desc'), 'state'),
    avatarUrl: facts.address(
      'avatarUrl',
      asText(at(basic, 'imageb')) ?? asText(at(basic, 'images')),
      'state',
      base,
    ),
    verified: typeof kind === 'number' && kind > 0 ? { value: true, source: 'state' } : undefined,
    category: facts.line('category', at(tag('profession'), 'name'), 'state'),
    location: facts.line('location', at(tag('location'), 'name') ?? at(basic, 'ipLocation'), 'state'),
  });
}

/** The header. The notes below it link to themselves through their author's address, which tells whose page this is. */
function header(
  facts: Facts,
  document: Document,
  uid: string,
  base: string,
): Partial<CreatorReading> | undefined {
  const box = document.querySelector('.user-info');
  const name = lineOf(box?.querySelector('.user-name'));
  if (!box || !name) return undefined;
  const owners = [...document.querySelectorAll('a[href*="/user/profile/"]')]
    .map((link) => pathOf(link.getAttribute('href'), base))
    .flatMap(([, , owner, note]) => (owner && note ? [owner.toLowerCase()] : []));
  if (owners.length > 0 && !owners.includes(uid)) return undefined;
  const counts = [...box.querySelectorAll('.user-interactions .count')].map(lineOf);
  const [following, followers, likes] = counts.length === 3 ? counts : [];
  const place = /[:：]\s*(\S.*)$/.exec(lineOf(box.querySelector('.user-IP')) ?? '')?.[1];
  const avatar = box.querySelector('.user-image[src], .avatar img[src], img.user-image[src]');
  return compact<Partial<CreatorReading>>({
    displayName: facts.line('displayName', name, 'dom'),
    followers: facts.count('followers', followers, 'dom', numbers),
    following: facts.count('following', following, 'dom', numbers),
    likes: facts.count('likes', likes, 'dom', numbers),
    bio: facts.text('bio', textOf(box.querySelector('.user-desc')), 'dom'),
    location: facts.line('location', place, 'dom'),
    avatarUrl: facts.address(
      'avatarUrl',
      avatar?.getAttribute('src')?.replace(/\?imageView2.*$/, ''),
      'dom',
      base,
    ),
  });
}
