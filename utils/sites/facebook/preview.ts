import type { CreatorReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, statedAddress, titleOf } from '../shared/page.ts';
import type { PageIdentity } from '../site.ts';
import { appId, leadsTo, targetOf } from './data.ts';

const invisible = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Whether the head of the document is of this page: after a move inside the application it is still the last page's. */
export function headFits(document: Document, identity: PageIdentity, base: string): boolean {
  // An address with a number and one with a name may be the same page: the address for the site's own app has the number.
  return (
    isByNumber(document, identity) ||
    [metaText(document, 'og:url'), statedAddress(document)].some((address) =>
      leadsTo(identity, address, base),
    )
  );
}

/** Whether the head of the document is of another page of the same kind. */
export function headIsStale(document: Document, identity: PageIdentity, base: string): boolean {
  const stated = targetOf(statedAddress(document), base);
  return (
    stated !== null &&
    !isByNumber(document, identity) &&
    stated.kind === identity.kind &&
    stated.id !== identity.id
  );
}

const apps: Record<string, string[]> = {
  profile: ['page', 'profile'],
  group: ['group'],
  post: ['photo', 'video'],
};

function isByNumber(document: Document, identity: PageIdentity): boolean {
  return /^\d+$/.test(identity.id ?? '') && appId(document, ...(apps[identity.kind] ?? [])) === identity.id;
}

/** Words for "follow" of the languages in which the site may count followers where it otherwise counts likes. */
const follow =
  /follow|abonn|seguid|подпис|підпис|粉|フォロ|팔로|takip|pengikut|theo dõi|متابع|obserw|följ|følg|segui|volg|ติดตาม/i;

interface Counted {
  name: string;
  likes?: string;
  followers?: string;
  bio?: string;
}

/**
 * "Name, Town. 5,411,563 likes · 25,177 talking about this. Words of the page": the first count behind the name is the likes, in every
 * language; a person's preview has no counts and no words of theirs.
 */
export function describedPage(title: string, description: string | undefined, language?: string): Counted {
  const text = (description ?? '').replace(invisible, '').trim();
  const whole = title.replace(invisible, '').trim();
  // The title of a place ends with its town, which is no part of the name: the description knows the name alone.
  const short = whole.slice(0, Math.max(0, whole.lastIndexOf(' | '))).trim();
  const name = !text.startsWith(whole) && short && text.startsWith(short) ? short : whole;
  if (!text.startsWith(name)) return { name };
  const rest = /^(?:[,，、][^.。·\d]{1,80})?(?:[.。]|\s[-–—])\s*([\s\S]*)$/.exec(
    text.slice(name.length),
  )?.[1];
  const end = rest === undefined ? -1 : rest.search(/[.](?=\s|$)|。/);
  const counted = rest?.slice(0, end < 0 ? undefined : end) ?? '';
  const first = counted.split('·')[0] ?? '';
  if (counted.length > 300 || countsIn(first, language).length !== 1) return { name };
  const bio = end < 0 ? '' : (rest ?? '').slice(end + 1).trim();
  return {
    name,
    ...(follow.test(first) ? { followers: first } : { likes: first }),
    ...(bio ? { bio } : {}),
  };
}

/** Without a preview the page's title is "Name - Posts": the name is as much of it as the description begins with. */
function ownTitle(document: Document): string | undefined {
  const description = metaText(document, 'description') ?? '';
  const parts = (titleOf(document) ?? '').replace(/\s\|\sFacebook$/, '').split(' - ');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(' - ');
    if (name && description.startsWith(name) && /^[.,，。、]/.test(description.slice(name.length)))
      return name;
  }
  return undefined;
}

/** What a page or person tells link previews, where the head is of this page. */
export function fromPreview(facts: Facts, document: Document): Partial<CreatorReading> {
  const title = metaText(document, 'og:title') ?? ownTitle(document);
  if (!title) return {};
  const described = [metaText(document, 'og:description'), metaText(document, 'description')].map((text) =>
    describedPage(title.replace(/\s\|\sFacebook$/, ''), text, facts.language),
  );
  const said =
    described.find((each) => each.likes !== undefined || each.followers !== undefined) ?? described[0];
  return compact<CreatorReading>({
    displayName: facts.line('displayName', said?.name, 'meta'),
    likes: facts.count('likes', said?.likes, 'meta'),
    followers: facts.count('followers', said?.followers, 'meta'),
    bio: facts.text('bio', said?.bio, 'meta'),
    avatarUrl: facts.address('avatarUrl', metaText(document, 'og:image'), 'meta'),
  });
}
