import type { CreatorReading, Field, Problem, Source } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { absolute, pathOf } from './address.ts';
import { emailsIn } from './contacts.ts';
import { addProblem, compact, fact, fold, textFact } from './fields.ts';
import { isNode, type JsonLdNode, listOf, nodesOf, text, typesOf } from './json-ld.ts';
import { statedLinks } from './link-page.ts';
import { sameName } from './names.ts';
import { metaOf, type Page } from './opened-page.ts';
import { externalLinks, mailAddresses, outgoing, ownLinks } from './outgoing.ts';
import { cleanHandle, sameHandle } from './text.ts';

const organisation =
  /^(?:NGO|MusicGroup|PerformingGroup|SportsTeam|Restaurant|Hotel)$|(?:Organization|Corporation|Store|Business)$/;

export function isOrganisation(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => organisation.test(type));
}

function isSubject(node: JsonLdNode): boolean {
  return isOrganisation(node) || typesOf(node).includes('Person');
}

/** Services whose pages are one person's list of links. */
const linkPages =
  /^(?:www\.)?(?:linktr\.ee|beacons\.ai|bio\.link|bio\.site|lnk\.bio|campsite\.bio|allmylinks\.com|solo\.to|hoo\.be|flow\.page|snipfeed\.co|stan\.store|komi\.io|linkfly\.to|tap\.bio|lit\.link|linkpop\.com|milkshake\.app|msha\.ke|taplink\.cc|many\.link|biolinky\.co|linkr\.bio|potofu\.me|zaap\.bio|pillar\.io)$/;

function segmentsOf(url: URL): string[] {
  return (pathOf(url.href, url.href) ?? '').split('/').filter(Boolean);
}

/** How the site counts something: Google's ProfilePage vocabulary. */
function interactions(value: unknown, action: string): number | undefined {
  for (const counter of nodesOf(value)) {
    const type = isNode(counter.interactionType)
      ? typesOf(counter.interactionType).join()
      : (text(counter.interactionType) ?? text(counter.name) ?? '');
    if (!type.replace(/^.*[/#:]/, '').startsWith(action)) continue;
    const count = text(counter.userInteractionCount);
    if (count && /^\d{1,15}$/.test(count)) return Number(count);
  }
  return undefined;
}

function placeOf(node: JsonLdNode): string | undefined {
  for (const value of [node.address, node.homeLocation, node.location]) {
    for (const place of listOf(value)) {
      if (!isNode(place)) {
        const line = text(place);
        if (line) return line;
        continue;
      }
      const address = isNode(place.address) ? place.address : place;
      const parts = [text(address.addressLocality), text(address.addressRegion)].filter(Boolean);
      if (parts.length > 0) return parts.join(', ');
      const name = text(place.name);
      if (name) return name;
    }
  }
  return undefined;
}

function imageOf(node: JsonLdNode, base: string): string | undefined {
  for (const value of [node.image, node.logo]) {
    for (const image of listOf(value)) {
      const address = isNode(image) ? (text(image.contentUrl) ?? text(image.url)) : text(image);
      const resolved = absolute(address, base);
      if (resolved) return resolved;
    }
  }
  return undefined;
}

function listFact(values: string[], source: Source): Field<string[]> | undefined {
  const kept = values.filter((value) => value.length <= textLimits.address).slice(0, 200);
  return kept.length > 0 ? { value: kept, source } : undefined;
}

/** The facts of a Person or Organization node. */
export function creatorOf(page: Page, node: JsonLdNode, source: Source, problems: Problem[]): CreatorReading {
  const bio = textFact(text(node.description), source, 'long', 'bio', problems);
  const count = (value: unknown, action: string) => {
    const number = interactions(value, action);
    return number === undefined ? undefined : fact(number, source);
  };
  const emails = [
    ...listOf(node.email).flatMap((email) => emailsIn((text(email) ?? '').replace(/^mailto:/i, '')).emails),
    ...(bio ? emailsIn(bio.value).emails : []),
  ];
  return compact<CreatorReading>({
    displayName: textFact(fold(text(node.name) ?? ''), source, 'short', 'displayName', problems),
    followers: count(node.interactionStatistic, 'Follow') ?? count(node.interactionStatistic, 'Subscribe'),
    following: count(node.agentInteractionStatistic, 'Follow'),
    posts: count(node.agentInteractionStatistic, 'Write'),
    likes: count(node.interactionStatistic, 'Like'),
    bio,
    links: listFact(ownLinks(page, node.sameAs, node.url), source),
    emails: listFact([...new Set(emails)], source),
    avatarUrl: textFact(imageOf(node, page.base), source, 'address', 'avatarUrl', problems),
    location: textFact(placeOf(node), source, 'short', 'location', problems),
  });
}

/** Whether the node gives the page's address as its own; `other` when it gives another one. */
function addressOf(page: Page, node: JsonLdNode): 'here' | 'other' | 'none' {
  const here = pathOf(page.url.href, page.url.href);
  const own = [text(node.url), text(node['@id']), text(node.mainEntityOfPage)].filter(
    (value): value is string => value !== undefined && /^(?:https?:)?\/\/?[^#]/.test(value),
  );
  if (own.length === 0) return 'none';
  const isHere = own.some((value) => {
    const address = absolute(value, page.base);
    const host = address && new URL(address).hostname.replace(/^www\./, '');
    return host === page.url.hostname.replace(/^www\./, '') && pathOf(value, page.base) === here;
  });
  return isHere ? 'here' : 'other';
}

/** A node's own handle ("@name" as alternate name), when the address has it; written as there. */
function handleOf(page: Page, node: JsonLdNode): string | undefined {
  const segments = page.url.pathname.split('/').flatMap((segment) => cleanHandle(segment) ?? []);
  for (const value of [...listOf(node.alternateName), ...listOf(node.identifier)]) {
    const handle = segments.find((segment) => sameHandle(segment, text(value)));
    if (handle) return handle;
  }
  return undefined;
}

export interface Profile {
  creator: CreatorReading;
  problems: Problem[];
}

function withIdentity(
  page: Page,
  creator: CreatorReading,
  handle: Field<string> | undefined,
): CreatorReading {
  const stable = `${page.url.hostname.replace(/^www\./, '')}${page.url.pathname.replace(/\/+$/, '')}`;
  // a handle alone says nothing on the open web: "anna" is somebody else on every site
  return compact<CreatorReading>({ ...creator, handle, stableId: fact(stable, 'url') });
}

function lastSegment(page: Page): Field<string> | undefined {
  const handle = cleanHandle(page.url.pathname.split('/').filter(Boolean).at(-1));
  return handle && /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(handle) ? fact(handle, 'url') : undefined;
}

/** ProfilePage, or a person or organisation that has exactly this address (not the site's home, which is the shop reader's). */
function profileNode(page: Page): { node: JsonLdNode; around?: JsonLdNode; stale: boolean } | undefined {
  for (const around of page.nodes) {
    if (!typesOf(around).includes('ProfilePage')) continue;
    const [node] = [...nodesOf(around.mainEntity), ...nodesOf(around.about)];
    if (!node) continue;
    const places = [addressOf(page, node), addressOf(page, around)];
    const name = text(node.name) ?? '';
    const named = [...page.headings, page.title, metaOf(page, 'og:title') ?? ''].some((line) =>
      sameName(line, name),
    );
    const ours =
      places.includes('here') || handleOf(page, node) !== undefined || (!places.includes('other') && named);
    return { node, around, stale: !ours };
  }
  if (segmentsOf(page.url).length === 0) return undefined;
  const node = page.nodes.find((candidate) => isSubject(candidate) && addressOf(page, candidate) === 'here');
  return node && { node, stale: false };
}

/** A link-in-bio page: whose it is stands in the address, what it is made of are the links. */
function linkPage(page: Page): Profile | undefined {
  if (!linkPages.test(page.url.hostname) || segmentsOf(page.url).length !== 1) return undefined;
  const problems: Problem[] = [];
  const handle = lastSegment(page);
  const stated = statedLinks(page.document, handle?.value);
  const [heading] = page.headings;
  const title = heading && page.headings.length === 1 ? heading.replace(/^@/, '') : undefined;
  const picture = stated?.picture ?? absolute(metaOf(page, 'og:image'), page.base);
  const bio = textFact(stated?.bio, 'state', 'long', 'bio', problems);
  const shown = externalLinks(page);
  const links = shown.length > 0 ? shown : outgoing(stated?.links ?? [], page);
  const emails = [
    ...new Set([
      ...mailAddresses(page.document),
      ...(stated?.emails ?? []),
      ...(bio ? emailsIn(bio.value).emails : []),
    ]),
  ];
  const creator = compact<CreatorReading>({
    displayName: stated?.name
      ? textFact(stated.name, 'state', 'short', 'displayName', problems)
      : textFact(title, 'dom', 'short', 'displayName', problems),
    bio,
    avatarUrl: textFact(picture, stated?.picture ? 'state' : 'meta', 'address', 'avatarUrl', problems),
    links: listFact(links, shown.length > 0 ? 'dom' : 'state'),
    emails: listFact(emails, 'dom'),
  });
  if (!creator.displayName) addProblem(problems, 'displayName', 'missing');
  if (!creator.links) addProblem(problems, 'links', 'missing');
  return { creator: withIdentity(page, creator, handle), problems };
}

/** OpenGraph's profile: only with a user name that the address has. */
function headProfile(page: Page): Profile | undefined {
  const username = cleanHandle(metaOf(page, 'profile:username'));
  if (metaOf(page, 'og:type') !== 'profile' || !username) return undefined;
  const segments = segmentsOf(page.url).map((segment) => segment.replace(/^@/, ''));
  if (!segments.includes(username.toLowerCase())) return undefined;
  const problems: Problem[] = [];
  const names = [metaOf(page, 'profile:first_name'), metaOf(page, 'profile:last_name')]
    .filter(Boolean)
    .join(' ');
  const title = metaOf(page, 'og:title') ?? '';
  const cut = title.toLowerCase().indexOf(`(@${username.toLowerCase()})`);
  const name = names || (cut > 0 ? title.slice(0, cut) : '');
  const creator = compact<CreatorReading>({
    displayName: textFact(fold(name), 'meta', 'short', 'displayName', problems),
    avatarUrl: textFact(
      absolute(metaOf(page, 'og:image'), page.base),
      'meta',
      'address',
      'avatarUrl',
      problems,
    ),
    links: listFact(ownLinks(page), 'dom'),
  });
  return { creator: withIdentity(page, creator, fact(username, 'meta')), problems };
}

/**
 * Reads the person or organisation whose profile a page is: schema.org ProfilePage, Person or Organization at this very address,
 * OpenGraph's profile, link-in-bio services.
 * @returns `'stale'` when the page's profile data describe another address
 */
export function readProfile(page: Page): Profile | 'stale' | undefined {
  const found = profileNode(page);
  if (found?.stale) return 'stale';
  if (!found) return headProfile(page) ?? linkPage(page);
  const problems: Problem[] = [];
  const read = creatorOf(page, found.node, 'json-ld', problems);
  const handle = handleOf(page, found.node);
  const joined = found.around && text(found.around.dateCreated);
  const links = linkPages.test(page.url.hostname) ? listFact(externalLinks(page), 'dom') : undefined;
  const creator = compact<CreatorReading>({
    ...read,
    links: read.links ?? links,
    joinedAt: joined && /^\d{4}-\d\d-\d\d/.test(joined) ? fact(joined, 'json-ld') : undefined,
  });
  const named = handle ? fact(handle, 'json-ld') : lastSegment(page);
  if (!creator.displayName) addProblem(problems, 'displayName', 'missing');
  return { creator: withIdentity(page, creator, named), problems };
}
