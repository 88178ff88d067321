import type { CreatorReading } from '../../domain/page-reading.ts';
import { nameInTitle } from '../instagram/people.ts';
import { redirectTarget, typedAddress } from '../shared/contacts.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { asList, asText, at, type Data } from '../shared/state.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { joined, userOf, whole } from './data.ts';

const required = ['displayName', 'followers', 'bio', 'avatarUrl'];

/** Reads a profile: embedded data of this handle, then the head of the column that shows it, then the link preview of this handle. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const user = userOf(document, handle);
  const known: Partial<CreatorReading> = {
    ...fromMeta(facts, document, handle, url.href),
    ...fromColumn(facts, document, handle),
    ...(user ? fromState(facts, user) : {}),
  };
  const other = pathOf(statedAddress(document), url.href)[0];
  const stale = other?.startsWith('@') === true && !sameHandle(other, handle);
  // Nothing in the document speaks of this profile: a login page, a page that is gone, or an application that has loaded nothing yet.
  if (Object.keys(known).length === 0 && !stale)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  const creator: CreatorReading = { handle: { value: handle, source: 'url' }, ...known };
  creator.emails = facts.emails(creator.bio);
  const wanted = user?.biography === '' ? required.filter((field) => field !== 'bio') : required;
  return {
    kind: 'profile',
    creator: facts.finish(creator, wanted, stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

function fromState(facts: Facts, user: Data): Partial<CreatorReading> {
  const links = asList(user.bio_links).map((link) => typedAddress(at(link, 'url')));
  return compact<CreatorReading>({
    handle: facts.handle('handle', user.username, 'state'),
    stableId: facts.line('stableId', asText(user.pk) ?? asText(user.id), 'state'),
    displayName: facts.line('displayName', user.full_name, 'state'),
    followers: facts.count('followers', whole(user.follower_count), 'state'),
    bio: facts.text(
      'bio',
      user.biography ?? joined(at(user, 'text_app_biography', 'text_fragments')),
      'state',
    ),
    links: facts.list(
      'links',
      links.map((link) => link && redirectTarget(link)),
      'state',
    ),
    avatarUrl: facts.address(
      'avatarUrl',
      asList(user.hd_profile_pic_versions)
        .map((version) => at(version, 'url'))
        .at(-1) ?? user.profile_pic_url,
      'state',
    ),
    verified: facts.flag(user.is_verified, 'state'),
  });
}

/**
 * The column's head: the name is the heading that is no link, the handle stands in the block around it. The full number of followers is in
 * a `title`; a short one is not told from other numbers.
 */
function fromColumn(facts: Facts, document: Document, handle: string): Partial<CreatorReading> {
  for (const heading of document.querySelectorAll('h1[translate="no"]')) {
    const block = heading.parentElement;
    if (!block || heading.closest('a')) continue;
    const named = [...block.querySelectorAll('span[translate="no"]')].some((span) =>
      sameHandle(lineOf(span), handle),
    );
    if (!named) continue;
    const titled = block.parentElement?.parentElement?.parentElement?.querySelectorAll('a span[title]') ?? [];
    const counts = [...titled].filter((span) => /\p{Nd}/u.test(span.getAttribute('title') ?? ''));
    return compact<CreatorReading>({
      displayName: facts.line('displayName', lineOf(heading), 'dom'),
      followers:
        counts.length === 1 ? facts.count('followers', counts[0]?.getAttribute('title'), 'dom') : undefined,
    });
  }
  return {};
}

/** "5.4M Followers • 0 Threads • words of the profile. See the latest conversations with @handle."; the number of posts there is never right. */
function fromMeta(facts: Facts, document: Document, handle: string, base: string): Partial<CreatorReading> {
  const title = metaText(document, 'og:title') ?? titleOf(document);
  const named = nameInTitle(title);
  const stated = pathOf(metaText(document, 'og:url'), base)[0];
  const fits =
    (named || stated) &&
    [named?.handle, stated].every((name) => name === undefined || sameHandle(name, handle));
  if (!fits) return {};
  const [followers, posts, ...rest] = (metaText(document, 'og:description') ?? '').split(' • ');
  const words = rest.join(' • ');
  const sign = words.toLowerCase().lastIndexOf(`@${handle.toLowerCase()}`);
  const end = Math.max(words.lastIndexOf('.', sign - 1), words.lastIndexOf('。', sign - 1));
  return compact<CreatorReading>({
    displayName: facts.line('displayName', named?.name, 'meta'),
    followers: posts === undefined ? undefined : facts.count('followers', followers, 'meta'),
    bio: sign > 0 && end > 0 ? facts.text('bio', words.slice(0, end), 'meta') : undefined,
    avatarUrl: facts.address('avatarUrl', metaText(document, 'og:image'), 'meta'),
  });
}
