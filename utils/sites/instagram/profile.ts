import type { CreatorReading } from '../../domain/page-reading.ts';
import { redirectTarget, typedAddress } from '../shared/contacts.ts';
import { type Count, countsIn } from '../shared/count.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { metaText, pathOf, statedAddress, titleOf } from '../shared/page.ts';
import { asList, asText, at, type Data } from '../shared/state.ts';
import { lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { nameInTitle, quotation, userIn } from './people.ts';
import { structuredProfile } from './structured.ts';

const required = ['displayName', 'followers', 'following', 'posts', 'bio', 'avatarUrl'];

/** Reads a profile: embedded data, then the header's own elements, then what the page tells link previews. */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const handle = identity.handle ?? '';
  const user = userIn(document, handle);
  const state = user ? fromState(facts, user) : {};
  const dom = fromHeader(facts, document, handle, url.href);
  const meta = fromMeta(facts, document, handle, url.href);
  const creator: CreatorReading = {
    handle: { value: handle, source: 'url' },
    ...meta.creator,
    ...structuredProfile(facts, document, handle),
    ...dom,
    ...state,
  };
  creator.emails = facts.emails(creator.bio);
  const knownEmpty = user !== undefined && user.biography === '';
  const wanted = knownEmpty ? required.filter((field) => field !== 'bio') : required;
  return {
    kind: 'profile',
    creator: facts.finish(creator, wanted, meta.stale ? 'stale' : 'missing'),
    problems: facts.problems,
  };
}

function fromState(facts: Facts, user: Data): Partial<CreatorReading> {
  const links = [
    ...asList(user.bio_links).map((link) => at(link, 'url') ?? at(link, 'lynx_url')),
    user.external_url,
  ].map((link) => typedAddress(link));
  const posts = at(user, 'edge_owner_to_timeline_media', 'count') ?? user.media_count;
  return compact<CreatorReading>({
    handle: facts.handle('handle', user.username, 'state'),
    stableId: facts.line('stableId', asText(user.pk) ?? asText(user.id), 'state'),
    displayName: facts.line('displayName', user.full_name, 'state'),
    followers: facts.count(
      'followers',
      at(user, 'edge_followed_by', 'count') ?? user.follower_count,
      'state',
    ),
    following: facts.count('following', at(user, 'edge_follow', 'count') ?? user.following_count, 'state'),
    posts: facts.count('posts', posts, 'state'),
    bio: facts.text('bio', user.biography, 'state'),
    links: facts.list(
      'links',
      links.map((link) => link && redirectTarget(link)),
      'state',
    ),
    avatarUrl: facts.address(
      'avatarUrl',
      at(user, 'hd_profile_pic_url_info', 'url') ?? user.profile_pic_url_hd ?? user.profile_pic_url,
      'state',
    ),
    verified: facts.flag(user.is_verified, 'state'),
    category: facts.line(
      'category',
      user.category_name ?? user.category ?? user.business_category_name,
      'state',
    ),
  });
}

/** The header names its owner in the address of the followers link; without that proof nothing in it is used. */
function fromHeader(facts: Facts, document: Document, handle: string, base: string): Partial<CreatorReading> {
  for (const header of document.querySelectorAll('main header, header')) {
    const linkTo = (tab: string) =>
      [...header.querySelectorAll(`a[href*="/${tab}"]`)].find((link) => {
        const path = pathOf(link.getAttribute('href'), base);
        return path[1] === tab && path.length === 2 && sameHandle(path[0], handle);
      });
    const named = sameHandle(lineOf(header.querySelector('h2')), handle);
    // Some viewers get links that lead nowhere: then there are two with a number, in the same order.
    const bare = [...header.querySelectorAll('a[href="#"]')].filter(
      (link) => !link.querySelector('h2') && countsIn(lineOf(link) ?? '', facts.language).length === 1,
    );
    const pair = named && bare.length === 2 ? bare : [];
    const followers = linkTo('followers') ?? pair[0];
    const following = linkTo('following') ?? pair[1];
    if (!followers && !following && !named) continue;
    const links = [...header.querySelectorAll('a[href]')].flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      const isOut =
        /^https?:\/\/l\.instagram\.com\/\?/.test(href) || /\bme\b/.test(link.getAttribute('rel') ?? '');
      return isOut ? [typedAddress(redirectTarget(href))] : [];
    });
    const avatar = [...header.querySelectorAll('img[alt][src]')].find((image) =>
      (image.getAttribute('alt') ?? '')
        .toLowerCase()
        .split(/[^a-z0-9._]+/)
        .includes(handle.toLowerCase()),
    );
    const heading = textOf(header.querySelector('h1'));
    const words = wordsOf(header);
    return compact<CreatorReading>({
      followers: facts.count('followers', shownCount(followers), 'dom'),
      following: facts.count('following', shownCount(following), 'dom'),
      posts: postsBeside(facts, followers, following),
      displayName: facts.line('displayName', words.name, 'dom'),
      bio: facts.text(
        'bio',
        words.bio ?? (named && heading !== undefined && !sameHandle(heading, handle) ? heading : undefined),
        'dom',
      ),
      links: facts.list('links', links, 'dom'),
      avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom', base),
    });
  }
  return {};
}

/**
 * Name and words in the header since 2024: blocks of text that are neither links, buttons nor counts. The words stand in a block inside a
 * block; the name is the block before them. Words cut short have more text around them than inside.
 */
function wordsOf(header: Element): { name?: string | undefined; bio?: string | undefined } {
  const blocks = [...header.querySelectorAll('span[dir="auto"]')].filter(
    (block) => !block.closest('a, button, li, ul, h1, h2') && !block.parentElement?.closest('[dir="auto"]'),
  );
  const outer = blocks.find((block) => block.querySelector('div span[dir="auto"]'));
  const inner = outer?.querySelector('div span[dir="auto"]');
  const bio = textOf(inner);
  const first = blocks[0];
  // A count is a number in a block of its own with its word behind it.
  const isCount = (block: Element) => /^\p{Nd}/u.test(lineOf(block.querySelector('span > span')) ?? '');
  const named =
    first && first !== outer && !first.querySelector('[dir="auto"]') && !isCount(first)
      ? lineOf(first)
      : undefined;
  return { name: named, bio: bio !== undefined && bio === textOf(outer) ? bio : undefined };
}

/** The full number stands in a `title`; a short number has none. */
function shownCount(link: Element | undefined): string | undefined {
  if (!link) return undefined;
  const titled = link.querySelector('span[title]')?.getAttribute('title') ?? '';
  return /\d|\p{Nd}/u.test(titled) ? titled : lineOf(link);
}

/** The number of posts is no link: it is what stands right before the followers in the row that also holds the following. */
function postsBeside(facts: Facts, followers: Element | undefined, following: Element | undefined) {
  if (!followers || !following) return undefined;
  let item: Element = followers;
  while (item.parentElement && !item.parentElement.contains(following)) item = item.parentElement;
  return facts.count('posts', lineOf(item.previousElementSibling), 'dom');
}

/** Three counts in the fixed order followers, following, posts. Only when exactly three stand before the dash: then the order is sure. */
function threeCounts(text: string | undefined, language: string | undefined): Count[] {
  const counts = countsIn((text ?? '').split(/\s[-–—―]\s/)[0] ?? '', language);
  return counts.length === 3 ? counts : [];
}

function fromMeta(facts: Facts, document: Document, handle: string, base: string) {
  const titles = [metaText(document, 'og:title'), titleOf(document)];
  const named = titles.map((title) => nameInTitle(title, handle)).find(Boolean);
  const preview = nameInTitle(titles[0]);
  const stated = pathOf(metaText(document, 'og:url'), base)[0];
  // The preview's own handle and address must both be this profile's: all of it is from one moment.
  const fits =
    (preview || stated) &&
    [preview?.handle, stated].every((name) => name === undefined || sameHandle(name, handle));
  const other = pathOf(statedAddress(document), base)[0];
  const stale = !fits && other !== undefined && !sameHandle(other, handle);
  if (!fits)
    return { creator: compact({ displayName: facts.line('displayName', named?.name, 'meta') }), stale };
  const [long, short] = [metaText(document, 'description'), metaText(document, 'og:description')];
  const [followers, following, posts] =
    [long, short].map((text) => threeCounts(text, facts.language)).sort((a, b) => b.length - a.length)[0] ??
    [];
  const field = (name: string, count: Count | undefined) => {
    if (count && count.value === null) facts.problem(name, 'ambiguous');
    return count && count.value !== null
      ? { value: count.value, source: 'meta' as const, raw: count.raw, precision: count.precision }
      : undefined;
  };
  // The name before the handle may hold a quotation of its own.
  const bio = [long, short]
    .map((text) =>
      quotation(
        text
          ?.split(`@${preview?.handle ?? handle}`)
          .slice(1)
          .join('@'),
      ),
    )
    .find(Boolean);
  return {
    creator: compact({
      displayName: facts.line('displayName', named?.name, 'meta'),
      followers: field('followers', followers),
      following: field('following', following),
      posts: field('posts', posts),
      bio: facts.text('bio', bio, 'meta'),
      avatarUrl: facts.address('avatarUrl', metaText(document, 'og:image'), 'meta'),
    }),
    stale,
  };
}
