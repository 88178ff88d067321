import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { languageOf, pathOf, titleOf } from '../shared/page.ts';
import { cleanText, lineOf, sameHandle, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { counterLinks, plainInfo, unrunDesktop } from './profile-texts.ts';
import { configOf, creatorFrom, idOf, numbers, usersIn } from './state.ts';

const required = ['displayName', 'followers', 'following', 'posts', 'bio', 'avatarUrl'];

/**
 * Reads a profile of any of the four interfaces: embedded data of this user, the header whose own links carry this user's number
 * (weibo.com and m.weibo.cn), the plain mobile page, the older desktop page.
 */
export function readProfile(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const config = configOf(document);
  const byName = identity.id?.startsWith('n/') === true;
  const users = usersIn(document);
  const wanted = (uid: string | undefined) => uid !== undefined && uid === identity.id;
  const user = users.find(
    (each) =>
      wanted(idOf(each)) ||
      [each.domain, byName && each.screen_name].some((name) => sameHandle(name, identity.handle)),
  );
  const uid = idOf(user) ?? (/^\d+$/.test(identity.id ?? '') ? identity.id : undefined);
  const links = statLinks(document, url.href, uid);
  const dom =
    plainPage(facts, document, uid, url.href) ??
    plainInfo(facts, document, uid, url.href) ??
    olderDesktop(facts, document, config, identity) ??
    unrunDesktop(facts, document, config, identity) ??
    header(facts, document, links, identity) ??
    {};
  const state = creatorFrom(facts, user);
  const creator: CreatorReading = {
    handle: { value: identity.handle ?? '', source: 'url' },
    ...dom,
    ...state,
  };
  // A page that tells nothing may be a wall in new clothes: then only the address speaks, for the handle in it.
  if (!creator.stableId && uid && Object.keys(creator).length > 1)
    creator.stableId = { value: uid, source: 'url' };
  creator.emails = facts.emails(creator.bio);
  const empty = user?.description === '';
  const other =
    links.some((link) => uid !== undefined && link.uid !== uid) ||
    (config.oid !== undefined && uid !== undefined && config.oid !== uid);
  const stale = Object.keys(dom).length === 0 && !user && (other || users.length > 0);
  return {
    kind: 'profile',
    ...(creator.stableId ? { id: creator.stableId.value } : uid ? { id: uid } : {}),
    creator: facts.finish(
      creator,
      empty ? required.filter((field) => field !== 'bio') : required,
      stale ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

type StatLink = { uid: string; of: 'followers' | 'following'; element: Element };

/** Links to the lists of followers and followed people; each carries the number of the user whose lists they are. */
function statLinks(document: Document, base: string, uid: string | undefined): StatLink[] {
  const found: StatLink[] = [];
  for (const element of document.querySelectorAll(
    'a[href*="/u/page/follow/"], a[href*="_fans_"], a[href*="_followers_"]',
  )) {
    const href = element.getAttribute('href') ?? '';
    const desktop = /\/u\/page\/follow\/(\d+)(?:\?(?:.*&)?relate=(\w+))?/.exec(href);
    const mobile = /_-_(fans|followers)_-_(\d+)/.exec(decodeURIComponentSafely(href));
    const owner = desktop?.[1] ?? mobile?.[2];
    if (!owner || !URL.canParse(href, base)) continue;
    const isFans = desktop ? desktop[2] === 'fans' : mobile?.[1] === 'fans';
    found.push({ uid: owner, of: isFans ? 'followers' : 'following', element });
  }
  // Cards that pop up over the page bring the same links of other people.
  const own = found.filter((link) => link.uid === uid);
  return own.length > 0 ? own : found;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** weibo.com (Vue) and m.weibo.cn. */
function header(
  facts: Facts,
  document: Document,
  links: StatLink[],
  identity: PageIdentity,
): Partial<CreatorReading> | undefined {
  const fans = links.find((link) => link.of === 'followers');
  const follow = links.find((link) => link.of === 'following');
  const first = fans ?? follow;
  if (!first || new Set(links.map((link) => link.uid)).size > 1) return undefined;
  const block = blockAround(first.element);
  const name = lineOf(block?.querySelector(nameSelector));
  // A custom domain or a name in the address proves nothing about the number in the links; the name on screen must then agree.
  const numeric = /^\d+$/.test(identity.id ?? '');
  const title = /^@?(.+?)\s*的(?:个人主页|個人主頁|微博)/.exec(titleOf(document) ?? '')?.[1];
  if (
    numeric
      ? first.uid !== identity.id
      : !sameHandle(name, identity.handle) && (name === undefined || name !== title)
  )
    return undefined;
  const avatar = block?.querySelector('.woo-avatar-img[src], .woo-avatar-main img[src], .m-img-box img[src]');
  const shown = (link: StatLink | undefined) => lineOf(link?.element);
  return compact<CreatorReading>({
    stableId: facts.line('stableId', first.uid, 'dom'),
    displayName: facts.line('displayName', name ?? (numeric ? title : undefined), name ? 'dom' : 'meta'),
    followers: facts.count('followers', shown(fans), 'dom', numbers),
    following: facts.count('following', shown(follow), 'dom', numbers),
    bio: facts.text(
      'bio',
      textOf(block?.querySelector('[class*="ProfileHeader_descText"], [class*="_descText_"], .mod-fil-desc')),
      'dom',
    ),
    verifiedReason: facts.line(
      'verifiedReason',
      lineOf(block?.querySelector('[class*="ProfileHeader_verify"], [class*="_verifiedReason_"]')),
      'dom',
    ),
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom'),
  });
}

const nameSelector =
  '[class*="ProfileHeader_name"], [class^="_name_"], [class*=" _name_"], .mod-fil-name .txt-shadow, .mod-fil-n .txt-shadow';

function blockAround(element: Element): Element | undefined {
  let block = element.parentElement;
  for (let step = 0; block && step < 8; step++, block = block.parentElement) {
    if (block.querySelector(nameSelector)) return block;
  }
  return undefined;
}

/** weibo.cn: the block of the person, then the line of counters; every link in it carries the number of the person. */
function plainPage(
  facts: Facts,
  document: Document,
  uid: string | undefined,
  base: string,
): Partial<CreatorReading> | undefined {
  const line = document.querySelector('.u .tip2, .tip2');
  const block = document.querySelector('.u .ut, .ut');
  if (!line || !block) return undefined;
  const link = (tab: string) =>
    [...line.querySelectorAll('a[href]')].find((each) => pathOf(each.getAttribute('href'), base)[1] === tab);
  const owners = ['follow', 'fans'].map((tab) => pathOf(link(tab)?.getAttribute('href'), base)[0]);
  if (!owners[1] || owners.some((owner) => owner !== owners[0]) || (uid !== undefined && owners[0] !== uid))
    return undefined;
  const spans = [...block.children].filter((element) => element.classList.contains('ctt'));
  const head = spans[0];
  const own = [...(head?.childNodes ?? [])].find((node) => node.nodeType === 3 && cleanText(node.nodeValue));
  const place = [...(head?.childNodes ?? [])].map(
    (node) => /^\s*(?:男|女)\/(\S+)\s*$/.exec(cleanText(node.nodeValue ?? '') ?? '')?.[1],
  );
  // From the second page on the block says less; the title still has the name.
  const title = /^(.+?)的微博$/.exec(titleOf(document) ?? '')?.[1];
  const [name] = (cleanText(own?.nodeValue) ?? title ?? '').split(/[\s\u00a0]+(?=[男女]\/)/);
  const official = spans
    .map((span) => /^认证[:：]\s*(\S[\s\S]*)$/.exec(textOf(span) ?? '')?.[1])
    .find(Boolean);
  // The line of the verification is known by its word alone; a browser that translates the page changes that and `lang`.
  const isTranslated = /^(?!zh)./i.test(languageOf(document) ?? '');
  const bio = spans.slice(1).find((span) => !isTranslated && !/^认证[:：]/.test(textOf(span) ?? ''));
  const avatar = document.querySelector('.u img.por[src], img.por[src]');
  return compact<CreatorReading>({
    stableId: facts.line('stableId', owners[0], 'dom'),
    displayName: facts.line('displayName', name, 'dom'),
    followers: facts.count('followers', lineOf(link('fans')), 'dom', numbers),
    following: facts.count('following', lineOf(link('follow')), 'dom', numbers),
    posts: facts.count('posts', lineOf(line.querySelector('.tc') ?? link('profile')), 'dom', numbers),
    bio: facts.text('bio', textOf(bio), 'dom'),
    verified: official ? { value: true, source: 'dom' } : undefined,
    verifiedReason: facts.line('verifiedReason', official, 'dom'),
    location: facts.line('location', place.find(Boolean), 'dom'),
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom', base),
  });
}

/** The desktop pages of before 2020: `$CONFIG` names the owner, counters link to the owner's lists. */
function olderDesktop(
  facts: Facts,
  document: Document,
  config: Record<string, string | undefined>,
  identity: PageIdentity,
): Partial<CreatorReading> | undefined {
  const name = lineOf(document.querySelector('.pf_username .username'));
  const fits =
    config.oid !== undefined && (config.oid === identity.id || sameHandle(config.domain, identity.id));
  if (!fits || !name || (config.onick !== undefined && config.onick !== name)) return undefined;
  const counters = [...document.querySelectorAll('.tb_counter a[href]')];
  const counter = (pattern: RegExp) => {
    const link = counters.find((each) => pattern.test(each.getAttribute('href') ?? ''));
    return lineOf(link?.querySelector('strong'));
  };
  const intro = document.querySelector('.pf_intro');
  const official = document.querySelector(
    '.pf_photo .icon_pf_approve, .pf_photo .icon_pf_approve_co, .pf_photo .icon_approve',
  );
  const avatar = document.querySelector('.pf_photo img.photo[src], .pf_photo img[src]');
  return compact<CreatorReading>({
    stableId: facts.line('stableId', config.oid, 'state'),
    displayName: facts.line('displayName', name, 'dom'),
    followers: facts.count('followers', counter(counterLinks.followers), 'dom', numbers),
    following: facts.count('following', counter(counterLinks.following), 'dom', numbers),
    posts: facts.count('posts', counter(counterLinks.posts), 'dom', numbers),
    // On one's own page an empty one asks for words and links to where they are written.
    bio: facts.text('bio', intro?.querySelector('a[href*="/info"]') ? undefined : textOf(intro), 'dom'),
    verified: official ? { value: true, source: 'dom' } : undefined,
    avatarUrl: facts.address('avatarUrl', avatar?.getAttribute('src'), 'dom', 'https://weibo.com/'),
  });
}
