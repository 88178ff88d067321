import type { CreatorReading, Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { assigned, asText, type Data, dataWith, objectsIn } from '../shared/state.ts';
import { cleanText } from '../shared/text.ts';

/** The site's numbers are Chinese on every page and in every interface language. */
export const numbers = 'zh-CN';

/** `$CONFIG['name']='value'` of the older desktop pages: `oid` and `onick` are the page's owner, `uid` and `nick` the viewer. */
export function configOf(document: Document): Record<string, string | undefined> {
  const config: Record<string, string | undefined> = {};
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes("$CONFIG['")) continue;
    for (const match of text.matchAll(/\$CONFIG\['(oid|onick|location|domain)'\]\s*=\s*'([^'\\]{0,200})'/g)) {
      if (match[1]) config[match[1]] ??= match[2];
    }
  }
  return config;
}

/** The users in embedded data: `$render_data` of m.weibo.cn, an answer of `/ajax/profile/info` left in the page. */
export function usersIn(document: Document): Data[] {
  const data = [assigned(document, '$render_data'), ...dataWith(document, '"screen_name"')];
  return data.flatMap((value) =>
    objectsIn(value, (object) => typeof object.screen_name === 'string' && idOf(object) !== undefined),
  );
}

export function idOf(object: Data | undefined): string | undefined {
  return asText(object?.idstr) ?? asText(object?.id);
}

/** The posts in embedded data, found by number (mid) or short id (bid). */
export function statusIn(document: Document, id: string): Data | undefined {
  const data = [assigned(document, '$render_data'), ...dataWith(document, '"reposts_count"')];
  return data
    .flatMap((value) => objectsIn(value, (object) => 'reposts_count' in object && 'text' in object))
    .find((object) =>
      [idOf(object), asText(object.mid), asText(object.bid), asText(object.mblogid)].includes(id),
    );
}

export function creatorFrom(facts: Facts, user: Data | undefined): Partial<CreatorReading> {
  if (!user) return {};
  const count = (field: string, name: string): Field<number> | undefined => {
    const value = user[`${name}_str`] ?? user[name];
    return typeof user[name] === 'number'
      ? facts.count(field, user[name], 'state')
      : facts.count(field, value, 'state', numbers);
  };
  const fields: Partial<CreatorReading> = {
    stableId: facts.line('stableId', idOf(user), 'state'),
    displayName: facts.line('displayName', user.screen_name, 'state'),
    followers: count('followers', 'followers_count'),
    following: count('following', 'friends_count') ?? count('following', 'follow_count'),
    posts: count('posts', 'statuses_count'),
    bio: facts.text('bio', user.description, 'state'),
    avatarUrl: facts.address(
      'avatarUrl',
      user.avatar_hd ?? user.avatar_large ?? user.profile_image_url,
      'state',
    ),
    verified: facts.flag(user.verified, 'state'),
    verifiedReason: facts.line('verifiedReason', user.verified_reason, 'state'),
    location: facts.line('location', user.location, 'state'),
  };
  return compact(fields);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Fri Jun 05 11:11:05 +0800 2020" as ISO 8601 with its own offset. */
export function statusTime(value: unknown): string | undefined {
  const match = /^\w{3} (\w{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2}) (\d{4})$/.exec(
    cleanText(value) ?? '',
  );
  const month = months.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return undefined;
  return `${match[6]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}T${match[3]}${match[4]}:${match[5]}`;
}

/** `#topic#`: Weibo closes its hashtags. */
export function topicsIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/[#＃]([^#＃\n]{1,60})[#＃]/g)].flatMap((match) => match[1]?.trim() || []);
}
