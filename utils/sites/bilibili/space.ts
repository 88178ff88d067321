import type { CreatorReading } from '../../domain/page-reading.ts';
import { type Facts, factsOf } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { titleOf } from '../shared/page.ts';
import { assigned, isData, objectsIn } from '../shared/state.ts';
import { lineOf, textOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { numbers } from './comments.ts';
import { midOf, personFrom, saysGone } from './state.ts';

const required = ['displayName', 'followers', 'following', 'likes', 'posts', 'bio', 'avatarUrl'];

/**
 * Reads a space: embedded data of this very person, then the header of either interface, whose counters link to this person's lists. The
 * site moves between spaces by loading a new page.
 */
export function readSpace(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const facts = factsOf(document);
  const mid = identity.id ?? '';
  const state = assigned(document, '__INITIAL_STATE__');
  const person = objectsIn(
    state,
    (each) => midOf(each) === mid && typeof each.name === 'string' && ('sign' in each || 'face' in each),
  ).sort((one, other) => Object.keys(other).length - Object.keys(one).length)[0];
  const dom = header(facts, document, mid);
  if (!person && !dom && (saysGone(state) || document.querySelector('.error-container, .error-panel'))) {
    return { kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] };
  }
  const creator: CreatorReading = {
    ...(dom ?? {}),
    ...personFrom(facts, (field) => field, person, url.href),
    handle: { value: mid, source: 'url' },
  };
  // A page that tells nothing may be a wall in new clothes: then only the address speaks, for the handle in it.
  if (Object.keys(creator).length > 1) creator.stableId = { value: mid, source: 'url' };
  const emails = facts.emails(creator.bio);
  if (emails) creator.emails = emails;
  const quiet = isData(person) && person.sign === '';
  const stale = !person && !dom && statLinks(document).length > 0;
  return {
    kind: 'profile',
    creator: facts.finish(
      creator,
      quiet ? required.filter((field) => field !== 'bio') : required,
      stale ? 'stale' : 'missing',
    ),
    problems: facts.problems,
  };
}

/** Links to the lists of followers and followed people; most carry the number of the person whose lists they are. */
function statLinks(document: Document): { of: 'followers' | 'following'; mid?: string; element: Element }[] {
  return [...document.querySelectorAll('a[href*="/relation/f"], a[href*="/fans/f"]')].flatMap((element) => {
    const match = /(?:^|\/)(\d+)?\/?(?:relation|fans)\/(follow|fans)\b/.exec(
      element.getAttribute('href') ?? '',
    );
    if (!match) return [];
    const of = match[2] === 'fans' ? ('followers' as const) : ('following' as const);
    return [{ of, element, ...(match[1] ? { mid: match[1] } : {}) }];
  });
}

function header(facts: Facts, document: Document, mid: string): Partial<CreatorReading> | undefined {
  const links = statLinks(document);
  const own = links.filter((link) => link.mid === mid);
  if (links.length > 0 && own.length === 0) return undefined;
  const first = document.querySelector('.upinfo-detail .nickname, .nickname, #h-name, .h-name');
  const name = lineOf(first);
  const title = titleOf(document) ?? '';
  const titled = /^(.+?)的个人空间/.exec(title)?.[1];
  if (name === undefined && titled === undefined) return undefined;
  // Without a link that carries the number, name and title must agree.
  if (
    own.length === 0 &&
    (titled === undefined || (name !== undefined && !title.startsWith(`${name}的个人空间`)))
  )
    return undefined;
  const shown = (field: string, of: 'followers' | 'following') => {
    const element = own.find((link) => link.of === of)?.element;
    return element && number(facts, field, element);
  };
  const plain = [...document.querySelectorAll('.nav-statistics__item, .n-statistics .n-bf')].filter(
    (item) => item.localName !== 'a',
  );
  const [likes, views] = plain.length === 2 ? plain : [];
  const bio = document.querySelector('.upinfo-detail .pure-text, .pure-text, .h-sign');
  const avatar = document.querySelector(
    '.upinfo-detail .avatar img[src], .upinfo-detail__top .avatar img[src], #h-avatar[src]',
  );
  const tab = document.querySelector('.nav-tab__item[href*="/upload"] .nav-tab__item-num, .n-video .n-num');
  return compact<Partial<CreatorReading>>({
    displayName: facts.line('displayName', name ?? titled, name ? 'dom' : 'meta'),
    followers: shown('followers', 'followers'),
    following: shown('following', 'following'),
    likes: likes && number(facts, 'likes', likes),
    views: views && number(facts, 'views', views),
    posts: facts.count('posts', lineOf(tab), 'dom', numbers),
    bio: facts.text('bio', bio?.getAttribute('title') || textOf(bio), 'dom'),
    avatarUrl: facts.address(
      'avatarUrl',
      avatar?.getAttribute('src')?.replace(/@.*$/, ''),
      'dom',
      'https://space.bilibili.com/',
    ),
  });
}

/** A counter: whole in `title` of itself or its number, shortened in the text. */
function number(facts: Facts, field: string, item: Element) {
  const part = item.querySelector('.nav-statistics__item-num, .n-data-v') ?? item;
  const told = [part, item].map((each) => each.getAttribute('title')).find((text) => text && /\d/.test(text));
  return facts.count(field, told ?? lineOf(part), 'dom', numbers);
}
