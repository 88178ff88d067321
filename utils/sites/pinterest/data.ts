import type { CreatorReading, Field } from '../../domain/page-reading.ts';
import { typedAddress } from '../shared/contacts.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asText, at, type Data, isData, jsonAt, objectsIn } from '../shared/state.ts';
import { cleanText, sameHandle } from '../shared/text.ts';

/**
 * Everything that the page carries of its own data: the state of the older format (`__PWS_INITIAL_PROPS__`, `__PWS_DATA__`; snake case) and the
 * answers of the newer one (`data-relay-response`, `__PWS_RELAY_REGISTER_COMPLETED_REQUEST__`; camel case). Which one a page has is chance.
 */
export function dataOf(document: Document): unknown[] {
  const found: unknown[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent;
    if (!text) continue;
    const id = script.getAttribute('id') ?? '';
    const isState = /^(?:__PWS_INITIAL_PROPS__|__PWS_DATA__|initial-state|jsInit1)$/.test(id);
    const isAnswer =
      script.hasAttribute('data-relay-response') ||
      text.includes('__PWS_RELAY_REGISTER_COMPLETED_REQUEST__(');
    if (!isState && !isAnswer) continue;
    // The first argument of the call is an encoded string; the first brace begins the answer.
    const value = jsonAt(text, text.indexOf('{'));
    if (isData(value)) found.push(value);
  }
  return found;
}

/** The value under either of the two spellings: `full_name`, `fullName`. */
export function either(object: unknown, snake: string): unknown {
  const camel = snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return at(object, snake) ?? at(object, camel);
}

/** The id a site's object is known by in addresses; in the newer format `id` is another one. */
export function idOf(object: unknown): string | undefined {
  return asText(at(object, 'entityId')) ?? asText(at(object, 'id'));
}

/** All objects of one user, the one with the most numbers first: many places of the page name people in passing. */
export function usersIn(data: unknown[], handle: string): Data[] {
  const found = data.flatMap((each) => objectsIn(each, (object) => sameHandle(object.username, handle)));
  const rank = (user: Data) =>
    Number(either(user, 'follower_count') !== undefined) + Number(either(user, 'about') !== undefined) * 2;
  return found.sort((a, b) => rank(b) - rank(a));
}

/** "Name (handle) - Profile | Pinterest": the name, when the handle in brackets is this one. Language-neutral. */
export function nameBefore(title: unknown, handle: string): string | undefined {
  const text = cleanText(title);
  if (!text || !handle) return undefined;
  const end = text.toLowerCase().indexOf(`(${handle.toLowerCase()})`);
  return end > 0 ? text.slice(0, end).trim() || undefined : undefined;
}

/** The site's own words where someone wrote nothing: "This Pin was discovered by …", with the day in front or not. */
const filler =
  /\b(?:This Pin was (?:discovered|created) by |Discover \(and save!\) your own Pins)|\s\([^()]{1,25}\)[^()]{0,60}\bPinterest\.?$/iu;

/** A day in front, as the site writes it in its languages: "Aug 29, 2025 - ", "29 авг. 2025 г. - ", "27-ott-2017 - ", "2025年8月29日 - ". */
const dayInFront =
  /^(?:\p{Lu}\p{Ll}{2} \d{1,2}, \d{4}|\d{1,2}[-./ ](?:de )?(?:\p{L}{2,12}\.?|\d{1,2})[-./ ](?:de )?\d{4}(?: г\.)?|\d{4}(?:\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)) - /u;

/** A description as its author wrote it: without the day that search engines get in front; undefined for the site's filler. */
export function written(text: unknown): string | undefined {
  const clean = cleanText(text);
  if (!clean || filler.test(clean)) return undefined;
  return clean.replace(dayInFront, '');
}

/** The site's dates are those of mail ("Thu, 19 Sep 2024 19:41:32 +0000"). */
export function mailTime(value: unknown): string | undefined {
  if (
    typeof value !== 'string' ||
    !/^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(value)
  )
    return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** A fact of the first of several objects that has it. */
export function firstOf<T>(
  objects: Data[],
  pick: (object: Data) => Field<T> | undefined,
): Field<T> | undefined {
  for (const object of objects) {
    const found = pick(object);
    if (found) return found;
  }
  return undefined;
}

/** The facts of a person in the page's data; several objects fill each other's gaps. */
export function creatorOf(facts: Facts, users: Data[]): Partial<CreatorReading> {
  const field = 'author';
  const isVerified = (user: Data): Field<boolean> | undefined => {
    const identity = either(user, 'verified_identity');
    const merchant = either(user, 'is_verified_merchant');
    if (at(identity, 'verified') === true || merchant === true) return { value: true, source: 'state' };
    return isData(identity) && merchant === false ? { value: false, source: 'state' } : undefined;
  };
  return compact<CreatorReading>({
    handle: firstOf(users, (user) => facts.handle(field, user.username, 'state')),
    stableId: firstOf(users, (user) => {
      const id = idOf(user);
      return id && /^\d+$/.test(id) ? facts.line(field, id, 'state') : undefined;
    }),
    displayName: firstOf(users, (user) => facts.line(field, either(user, 'full_name'), 'state')),
    followers: firstOf(users, (user) => facts.count(field, either(user, 'follower_count'), 'state')),
    following: firstOf(users, (user) => facts.count(field, either(user, 'following_count'), 'state')),
    posts: firstOf(users, (user) => facts.count(field, either(user, 'pin_count'), 'state')),
    views: firstOf(users, (user) => facts.count(field, either(user, 'profile_views'), 'state')),
    bio: firstOf(users, (user) => facts.text(field, either(user, 'about'), 'state')),
    location: firstOf(users, (user) => facts.line(field, either(user, 'location'), 'state')),
    links: firstOf(users, (user) =>
      facts.list(
        field,
        [typedAddress(either(user, 'website_url')) ?? typedAddress(either(user, 'domain_url'))],
        'state',
      ),
    ),
    avatarUrl: firstOf(users, (user) =>
      facts.address(
        field,
        either(user, 'image_xlarge_url') ??
          either(user, 'image_large_url') ??
          either(user, 'image_medium_url'),
        'state',
      ),
    ),
    verified: firstOf(users, isVerified),
  });
}

/** The handle in a person's or board's address, relative or of any of the site's hosts. */
export function handleIn(address: unknown, base: string): string | undefined {
  return typeof address === 'string' ? pathOf(address, base)[0] : undefined;
}

/**
 * Whether the state says that the server had no such person, board or pin: a request that names it with an error and no data. Weak: the form is
 * known from the site's answers to its own requests, not from a saved page.
 */
export function isRefused(document: Document, name: string): boolean {
  const wanted = `"${name.toLowerCase()}"`;
  for (const script of document.querySelectorAll('script#__PWS_INITIAL_PROPS__, script#__PWS_DATA__')) {
    const text = script.textContent ?? '';
    if (!text.includes('"error"') || !text.toLowerCase().includes(name.toLowerCase())) continue;
    const data = jsonAt(text, text.indexOf('{'));
    const state =
      at(data, 'initialReduxState', 'resources') ?? at(data, 'props', 'initialReduxState', 'resources');
    for (const requests of Object.values(isData(state) ? state : {})) {
      for (const [request, answer] of Object.entries(isData(requests) ? requests : {})) {
        const failed = isData(at(answer, 'error')) && !at(answer, 'data');
        if (failed && request.toLowerCase().includes(wanted)) return true;
      }
    }
  }
  return false;
}
