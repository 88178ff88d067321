import type { CreatorReading, Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf, titleOf } from '../shared/page.ts';
import { assigned, asText, at, type Data, isData, jsonAt } from '../shared/state.ts';

/** The site's numbers are Chinese in every interface language. */
export const numbers = 'zh-CN';

/** Larger than any page of the site. */
const longest = 12_000_000;

/**
 * Everything the first answer holds, likeliest first: the shares' `_ROUTER_DATA`, `RENDER_DATA` (JSON in percent signs), streamed JSON,
 * and the pieces pushed to `__pace_f`. Most are configuration; only scripts that contain one of the words are looked at.
 */
export function dataOf(document: Document, ...words: string[]): unknown[] {
  const found: unknown[] = [assigned(document, '_ROUTER_DATA'), assigned(document, '_SSR_DATA')];
  for (const script of document.querySelectorAll('script#RENDER_DATA, script.STREAM_RENDER_DATA')) {
    const text = script.textContent ?? '';
    if (text.length <= longest && words.some((word) => text.includes(word))) found.push(parsed(text));
  }
  const streamed = pushed(document);
  if (streamed && words.some((word) => streamed.includes(word))) found.push(...flightData(streamed));
  return found.filter((each) => each !== undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('%') ? decodeURIComponent(text) : text);
  } catch {
    return undefined;
  }
}

/** The pieces of `self.__pace_f.push([1,"…"])` put together. */
function pushed(document: Document): string {
  const pieces: string[] = [];
  let length = 0;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.search(/__pace_f\.push\(\s*\[1,/);
    if (start < 0 || length > longest) continue;
    const piece = at(jsonAt(text, text.indexOf('[', start)), 1);
    if (typeof piece !== 'string') continue;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
}

/** The objects of a stream that describe posts and people, by the names they are handed over with. */
function flightData(text: string): unknown[] {
  const found: unknown[] = [];
  for (const match of text.matchAll(
    /"(?:videoDetail|awemeDetail|recommendAwemeList|awemeList|userInfo|user)":(?=[{[])/g,
  )) {
    found.push(jsonAt(text, match.index + match[0].length));
    if (found.length > 50) break;
  }
  return found;
}

/** A value under the first of several names: the shares' data use snake_case, the site's camelCase. */
export function either(value: unknown, ...names: string[]): unknown {
  for (const name of names) {
    const found = at(value, name);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
}

/** A count of the data. Some answers hold minus one, or a rounded text, where the number is not told. */
export function tally(facts: Facts, field: string, value: unknown): Field<number> | undefined {
  return facts.count(field, value, 'state', numbers);
}

/** The first address of a picture. */
export function pictureOf(value: unknown): string | undefined {
  const list = either(value, 'urlList', 'url_list');
  if (Array.isArray(list)) return list.map(asText).find((each) => each !== undefined);
  return asText(value) ?? asText(either(value, 'url', 'uri'));
}

/**
 * A person of the data. The site's own name for someone ("抖音号") is the handle where it is told; addresses have `sec_uid`, which stays.
 * @param whole whether this is the person's own record; beside a post the counters are often nulled, not counted
 */
export function personFrom(
  facts: Facts,
  field: (name: string) => string,
  person: unknown,
  whole: boolean,
): CreatorReading {
  if (!isData(person)) return {};
  const sec = asText(either(person, 'secUid', 'sec_uid'));
  const named = either(person, 'uniqueId', 'unique_id') ?? either(person, 'shortId', 'short_id');
  const handle = named === '0' || named === 0 ? sec : (asText(named) ?? sec);
  const avatar = either(person, 'avatarThumb', 'avatar_thumb', 'avatarMedium', 'avatar_medium', 'avatarUrl');
  const reason = either(person, 'customVerify', 'custom_verify', 'enterpriseVerifyReason');
  const count = (name: string, ...names: string[]) => {
    const value = either(person, ...names);
    return value === 0 && !whole ? undefined : tally(facts, field(name), value);
  };
  // Some answers null one of two counters of followers.
  const fans = ['followerCount', 'follower_count', 'mplatformFollowersCount', 'mplatform_followers_count']
    .map((name) => at(person, name))
    .find((value) => typeof value === 'number' && value > 0);
  return compact<CreatorReading>({
    handle: facts.handle(field('handle'), handle, 'state'),
    stableId: facts.line(field('stableId'), sec, 'state'),
    displayName: facts.line(field('displayName'), either(person, 'nickname'), 'state'),
    bio: facts.text(field('bio'), either(person, 'signature', 'desc'), 'state'),
    avatarUrl: facts.address(field('avatarUrl'), pictureOf(avatar), 'state', 'https://www.douyin.com/'),
    followers:
      fans === undefined
        ? count('followers', 'followerCount', 'follower_count')
        : tally(facts, field('followers'), fans),
    following: count('following', 'followingCount', 'following_count'),
    likes: count('likes', 'totalFavorited', 'total_favorited'),
    posts: count('posts', 'awemeCount', 'aweme_count'),
    verified: asText(reason) ? { value: true, source: 'state' } : undefined,
    verifiedReason: facts.line(field('verifiedReason'), reason, 'state'),
  });
}

export function isPerson(value: Data): boolean {
  return 'nickname' in value && ('secUid' in value || 'sec_uid' in value);
}

/** Verification, error and login pages. */
export function isRefused(document: Document): boolean {
  if (/^(?:验证码中间页|验证码)/.test(titleOf(document) ?? '')) return true;
  if (document.querySelector('[data-e2e="detail-video-info"], [data-e2e="user-info"]')) return false;
  if (document.querySelector('[data-e2e="error-page"]')) return true;
  // Nothing on the page at all, or the script challenge of a first visit: nothing in the body, one script that sets a cookie and loads again.
  const elements = document.querySelectorAll('body *').length;
  if (elements === 0) return true;
  if (elements > 20) return false;
  return [...document.querySelectorAll('script:not([src])')].some((script) =>
    /byted_acrawler|__ac_signature|__ac_nonce/.test(script.textContent ?? ''),
  );
}

/** The lasting id in an address of a profile. */
export function secUidOf(link: Element, base: string): string | undefined {
  const [first, id] = pathOf(link.getAttribute('href'), base);
  return first === 'user' && id?.startsWith('MS4wLjABAAAA') ? id : undefined;
}
