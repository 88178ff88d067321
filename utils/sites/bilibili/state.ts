import type { CreatorReading, Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { statedAddress } from '../shared/page.ts';
import { asText, at, isData } from '../shared/state.ts';
import { cleanText } from '../shared/text.ts';

/** A number of the site's data: an integer, or "--" where the first answer does not have it yet. */
export function tally(facts: Facts, field: string, value: unknown): Field<number> | undefined {
  return typeof value === 'number' ? facts.count(field, value, 'state') : undefined;
}

/** The number of a person (mid), written as a number or a string. */
export function midOf(person: unknown): string | undefined {
  const mid = asText(at(person, 'mid')) ?? asText(at(person, 'uid'));
  return mid && /^\d{1,20}$/.test(mid) && mid !== '0' ? mid : undefined;
}

/** A person of the site's data: the short form at a post, or the full one of a space or beside a video. */
export function personFrom(
  facts: Facts,
  field: (name: string) => string,
  person: unknown,
  base: string,
): CreatorReading {
  if (!isData(person)) return {};
  const mid = midOf(person);
  const kind = at(person, 'official_verify', 'type') ?? at(person, 'official', 'type');
  const words = [
    at(person, 'official', 'title'),
    at(person, 'Official', 'title'),
    at(person, 'official_verify', 'desc'),
  ];
  return compact<CreatorReading>({
    handle: facts.handle(field('handle'), mid, 'state'),
    stableId: facts.line(field('stableId'), mid, 'state'),
    displayName: facts.line(field('displayName'), person.name ?? person.uname, 'state'),
    avatarUrl: facts.address(field('avatarUrl'), person.face, 'state', base),
    bio: facts.text(field('bio'), person.sign, 'state'),
    followers: tally(facts, field('followers'), person.fans ?? person.follower),
    following: tally(facts, field('following'), person.friend ?? person.following),
    posts: tally(facts, field('posts'), person.archiveCount ?? person.archive_count),
    verified: typeof kind === 'number' ? { value: kind >= 0, source: 'state' } : undefined,
    verifiedReason: facts.line(
      field('verifiedReason'),
      words.find((each) => cleanText(each) !== undefined),
      'state',
    ),
  });
}

/** Bilibili writes "-" where a video has no description. */
export function saidText(value: unknown): string | undefined {
  const text = cleanText(value);
  return text === '-' ? undefined : text;
}

/** Whether the page's own statement of its address names an id; undefined where it states none. */
export function statesId(document: Document, id: string): boolean | undefined {
  const stated =
    statedAddress(document) ?? document.querySelector('meta[itemprop="url"]')?.getAttribute('content');
  if (!stated || !/\/(?:video|opus|read|dynamic)\//.test(stated)) return undefined;
  const parts = stated.split(/[/?#]/);
  return parts.includes(id) || parts.includes(id.replace(/^cv/, ''));
}

/** Whether the site's data says that what was asked for is not there. */
export function saysGone(state: unknown): boolean {
  const error = at(state, 'error');
  const code: unknown = isData(error) ? (error.trueCode ?? error.code) : undefined;
  return typeof code === 'number' && code !== 0;
}
