import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { titleOf } from '../shared/page.ts';
import { asText, at, objectsIn } from '../shared/state.ts';
import { cleanText, lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { dataOf, either, isPerson, numbers, personFrom } from './state.ts';

const required = ['displayName', 'followers', 'following', 'likes', 'posts', 'bio', 'avatarUrl'];

/**
 * Reads a profile: data of this very person, then the marked header. The header names nobody's id, so it does not count where data of
 * another person show the same name: the page has not moved yet.
 */
export function readProfile(document: Document, identity: PageIdentity, _url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const id = identity.id ?? '';
  const people = dataOf(document, id, 'sec_uid', 'secUid').flatMap((each) =>
    objectsIn(
      each,
      (one) =>
        isPerson(one) &&
        either(one, 'followerCount', 'follower_count', 'mplatform_followers_count') !== undefined,
      50,
    ),
  );
  const sec = (person: unknown) => asText(either(person, 'secUid', 'sec_uid'));
  const person = people.find((each) => sec(each) === id);
  const dom = header(facts, document);
  const name = dom?.displayName?.value;
  const former = !person && people.some((each) => cleanText(each.nickname) === name);
  // Shared pages null counters; only the site's own record has real noughts.
  const told = person ? personFrom(facts, (field) => field, person, 'secUid' in person) : {};
  const creator: CreatorReading = {
    ...(former ? {} : (dom ?? {})),
    ...told,
    stableId: { value: id, source: 'url' },
  };
  creator.handle ??= { value: id, source: 'url' };
  const emails = facts.emails(creator.bio);
  if (emails) creator.emails = emails;
  const quiet = person !== undefined && at(person, 'signature') === '';
  return {
    kind: 'profile',
    creator: facts.finish(
      creator,
      quiet ? required.filter((field) => field !== 'bio') : required,
      former || (!person && !dom && people.length > 0) ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

/** The header's marked elements; each counter is a word and a number. */
function header(facts: Facts, document: Document): Partial<CreatorReading> | undefined {
  const box =
    document.querySelector('[data-e2e="user-detail"]') ?? document.querySelector('[data-e2e="user-info"]');
  const info = document.querySelector('[data-e2e="user-info"]') ?? box;
  const name = lineOf(box?.querySelector('h1'));
  if (!box || !info || !name) return undefined;
  const title = titleOf(document);
  if (title?.includes('的抖音') && !title.startsWith(`${name}的抖音`)) return undefined;
  const count = (field: string, mark: string) =>
    facts.count(field, lineOf(document.querySelector(`[data-e2e="${mark}"]`)), 'dom', numbers);
  const row = [...info.querySelectorAll('p')].find((each) => /抖音号[:：]/.test(each.textContent ?? ''));
  // Number and place stand in one line, each in an element of its own or run together.
  const said = lineOf(row)?.replace(/(?=IP属地)/, ' ') ?? '';
  const handle = /抖音号[:：]\s*([\w.-]{2,40})/.exec(said)?.[1];
  const place = /IP属地[:：]\s*(\S{1,20})/.exec(said)?.[1];
  const signature = document.querySelector('[data-e2e="user-signature"]') ?? signatureAfter(row);
  const avatar = box.querySelector(
    'img[data-e2e="user-avatar"][src], [data-e2e="live-avatar"] img[src], img[src*="avatar"]',
  );
  return compact<Partial<CreatorReading>>({
    handle: facts.handle('handle', handle, 'dom'),
    displayName: facts.line('displayName', name, 'dom'),
    followers: count('followers', 'user-info-fans'),
    following: count('following', 'user-info-follow'),
    likes: count('likes', 'user-info-like'),
    posts: count('posts', 'user-tab-count'),
    bio: facts.text('bio', textOf(signature), 'dom'),
    location: facts.line('location', place, 'dom'),
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom', 'https://www.douyin.com/'),
  });
}

/** The own words stand right after the line with the number, in one block without buttons. */
function signatureAfter(row: Element | undefined): Element | undefined {
  const next = row?.nextElementSibling;
  return next?.localName === 'div' && !next.querySelector('button, a[href*="/user/"]') ? next : undefined;
}
