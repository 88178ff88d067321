import type { CreatorReading } from '../../domain/page-reading.ts';
import { typedAddress } from '../shared/contacts.ts';
import { countsIn } from '../shared/count.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { asList, asText, at, type Data, objectsIn } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { appId, firstAt, headingText, openData, subjectsIn, targetOf } from './data.ts';
import { fromOldPage } from './old-page.ts';
import { fromPreview, headFits, headIsStale } from './preview.ts';
import { websites } from './websites.ts';

/** Reads a page or a person: embedded data, the header on the screen (of both generations), the link preview. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const objects = subjectsIn(openData(document), identity);
  const fits = headFits(document, identity, url.href);
  const meta = fits ? fromPreview(facts, document) : {};
  const numeric = fits ? appId(document, 'page', 'profile') : undefined;
  const known: Partial<CreatorReading> = {
    ...meta,
    ...(numeric ? { stableId: { value: numeric, source: 'meta' as const } } : {}),
    ...fromHeader(facts, document, identity, url.href),
    ...fromState(facts, objects),
  };
  // The preview counts exactly where the application rounds; both must mean the same number.
  if (known.likes?.precision === 'rounded' && isRoundOf(known.likes.value, meta.likes))
    known.likes = meta.likes;
  const old = fits ? fromOldPage(facts, document, identity, known, url.href) : {};
  const creator: CreatorReading = { ...old, ...known };
  const stale = headIsStale(document, identity, url.href);
  if (Object.keys(creator).length === 0 && !stale)
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  if (identity.handle) creator.handle = { value: identity.handle, source: 'url' };
  if (!creator.stableId && /^\d+$/.test(identity.id ?? ''))
    creator.stableId = { value: identity.id ?? '', source: 'url' };
  const mails = facts.emails(creator.bio);
  if (mails && creator.emails) creator.emails.value = [...new Set([...creator.emails.value, ...mails.value])];
  else if (mails) creator.emails = mails;
  // A person shows neither likes nor words on most pages; only what every profile has is missed.
  const wanted = ['displayName', 'followers', 'bio', 'avatarUrl'];
  return {
    kind: 'profile',
    creator: facts.finish(creator, wanted, stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

function isRoundOf(rounded: number, exact: CreatorReading['likes']): boolean {
  return exact?.precision === 'exact' && Math.abs(exact.value - rounded) <= rounded * 0.06;
}

/** Which count of a header a link is: its own address says so, in every language. `ids` are all that the profile is known by. */
function countOf(address: unknown, ids: ReadonlySet<string>, base: string): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address, base)) return undefined;
  const path = pathOf(address, base);
  const byNumber = path[0] === 'profile.php';
  const { searchParams } = new URL(address, base);
  const tab = byNumber ? searchParams.get('sk') : path.length === 2 ? path[1] : undefined;
  const whose = targetOf(byNumber ? address : `https://www.facebook.com/${path[0] ?? ''}`, base);
  if (whose?.kind !== 'profile' || !ids.has(whose.id ?? '')) return undefined;
  return { followers: 'followers', following: 'following', friends_likes: 'likes' }[tab ?? ''];
}

function isTab(address: string | null, identity: PageIdentity, base: string): boolean {
  const target = targetOf(address, base);
  return target?.kind === 'profile' && target.id === identity.id;
}

function fromState(facts: Facts, objects: Data[]): Partial<CreatorReading> {
  if (objects.length === 0) return {};
  const counts: Record<string, unknown> = {};
  const contents = asList(firstAt(objects, 'profile_social_context', 'content'));
  const own = objects.map((object) => targetOf(object.url)).find((target) => target?.kind === 'profile');
  const ids = new Set(
    [
      own?.id,
      ...objects.flatMap((object) => [asText(object.id), asText(at(object, 'delegate_page', 'id'))]),
    ].filter((each) => each !== undefined),
  );
  for (const content of contents) {
    const name = countOf(at(content, 'uri'), ids, 'https://www.facebook.com/');
    if (name) counts[name] ??= at(content, 'text', 'text');
  }
  const cards = introOf(objects);
  const card = (type: string) => cards.find((each) => each.type === type)?.title;
  const id = objects.map((object) => asText(object.id)).find((each) => /^\d{5,25}$/.test(each ?? ''));
  const name = firstAt(objects, 'name');
  const mail = card('INTRO_CARD_PROFILE_EMAIL');
  const verified = firstAt(objects, 'show_verified_badge_on_profile') ?? firstAt(objects, 'is_verified');
  return compact<CreatorReading>({
    handle: own?.handle ? facts.handle('handle', own.handle, 'state') : undefined,
    stableId: facts.line('stableId', id, 'state'),
    displayName: facts.line('displayName', name, 'state'),
    followers: facts.count('followers', firstAt(objects, 'follower_count') ?? counts.followers, 'state'),
    following: facts.count('following', counts.following, 'state'),
    likes: facts.count(
      'likes',
      firstAt(objects, 'page_likers', 'global_likers_count') ?? counts.likes,
      'state',
    ),
    bio: facts.text(
      'bio',
      firstAt(objects, 'best_description', 'text') ?? cards.find((each) => each.type === 'words')?.title,
      'state',
    ),
    links: facts.list('links', [typedAddress(card('INTRO_CARD_WEBSITE'))], 'state'),
    emails: typeof mail === 'string' ? facts.emails({ value: mail, source: 'state' }) : undefined,
    avatarUrl: facts.address(
      'avatarUrl',
      firstAt(objects, 'profilePicLarge', 'uri') ?? firstAt(objects, 'profilePicMedium', 'uri'),
      'state',
    ),
    verified: facts.flag(verified, 'state'),
    category: facts.line(
      'category',
      firstAt(objects, 'delegate_page', 'category_name') ?? firstAt(objects, 'category_name'),
      'state',
    ),
    location: facts.line('location', card('INTRO_CARD_ADDRESS'), 'state'),
  });
}

/** The cards of the introduction: their types are the site's own words, their titles the page's. */
function introOf(objects: Data[]): { type: string; title: unknown }[] {
  return objects.flatMap((object) =>
    'profile_tile_sections' in object
      ? objectsIn(
          object.profile_tile_sections,
          (each) => 'timeline_context_list_item_type' in each || 'profile_status_text' in each,
          100,
        ).map((each) => ({
          type: asText(each.timeline_context_list_item_type) ?? 'words',
          title:
            at(each, 'renderer', 'context_item', 'title', 'text') ??
            at(each, 'renderer', 'context_item', 'plaintext_title', 'text') ??
            at(each, 'profile_status_text', 'text'),
        }))
      : [],
  );
}

/** The header of the application: its counts are links that name their owner; the heading above them is the name. */
function fromHeader(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  base: string,
): Partial<CreatorReading> {
  const counts: Record<string, string | undefined> = {};
  let header: Element | null = null;
  for (const link of document.querySelectorAll('a[href*="follow"], a[href*="friends_likes"]')) {
    const name = countOf(link.getAttribute('href'), new Set([identity.id ?? '']), base);
    const text = name && lineOf(link);
    if (!name || !text || countsIn(text, facts.language).length !== 1) continue;
    counts[name] ??= text;
    header ??= link;
  }
  // A person may show no counts: then the tabs below the name lead to parts of this profile.
  header ??=
    [...document.querySelectorAll('[role="main"] a[role="tab"][href]')].find((link) =>
      isTab(link.getAttribute('href'), identity, base),
    ) ?? null;
  for (let step = 0; header && step < 15 && !header.querySelector('h1'); step++)
    header = header.parentElement;
  const heading = header?.querySelector('h1');
  const outer = heading?.closest('[role="main"]') ?? undefined;
  const links = outer ? websites(outer) : [];
  return compact<CreatorReading>({
    displayName: heading ? facts.line('displayName', headingText(heading), 'dom') : undefined,
    followers: facts.count('followers', counts.followers, 'dom'),
    following: facts.count('following', counts.following, 'dom'),
    likes: facts.count('likes', counts.likes, 'dom'),
    links: facts.list('links', links, 'dom'),
    verified: heading?.querySelector('svg[aria-label]') ? { value: true, source: 'dom' } : undefined,
  });
}
