import type { Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { assigned, at, type Data, dataWith, isData, objectsIn } from '../shared/state.ts';
import { sameHandle } from '../shared/text.ts';

/** The scope of the page's first load: `__UNIVERSAL_DATA_FOR_REHYDRATION__`. Undefined on shells and after the site changed. */
export function scopeOf(document: Document): unknown {
  const script = document.querySelector('script#__UNIVERSAL_DATA_FOR_REHYDRATION__')?.textContent;
  if (!script) return undefined;
  try {
    return at(JSON.parse(script), '__DEFAULT_SCOPE__');
  } catch {
    return undefined;
  }
}

/** The state of 2021 to 2023 (`#SIGI_STATE`): `UserModule` and `ItemModule`, on the mobile page with other names. */
export function oldState(document: Document): unknown {
  for (const name of ['UserModule', 'ItemModule', 'MobileUserModule', 'MobileItemModule']) {
    const state = dataWith(document, `"${name}"`)[0];
    if (state !== undefined) return state;
  }
  return undefined;
}

/** The state of 2019 and 2020 (`__INIT_PROPS__`, then `#__NEXT_DATA__`) with other names for everything, told in today's names. */
export function firstGeneration(document: Document, name: string): { owner?: Data; item?: Data } | undefined {
  const state = assigned(document, '__INIT_PROPS__') ?? dataWith(document, '"itemInfos"', `"${name}"`)[0];
  if (state === undefined) return undefined;
  const user = objectsIn(state, (object) => 'fans' in object && sameHandle(object.uniqueId, name), 1)[0];
  const video = objectsIn(state, (object) => at(object, 'itemInfos', 'id') === name, 1)[0];
  if (user) return { owner: { user: person(user), stats: personStats(user) } };
  if (!video) return undefined;
  const item = video.itemInfos;
  const author = video.authorInfos;
  return {
    item: {
      id: name,
      desc: at(item, 'text'),
      createTime: at(item, 'createTime'),
      author: isData(author) ? person(author) : undefined,
      stats: item,
      authorStats: video.authorStats,
      textExtra: video.textExtra,
      video: { cover: at(item, 'covers', 0) },
    },
  };
}

function person(user: Data): Data {
  return {
    id: user.userId,
    uniqueId: user.uniqueId,
    nickname: user.nickName,
    signature: user.signature,
    verified: user.verified,
    avatarLarger: at(user.coversMedium, 0) ?? at(user.covers, 0),
  };
}

function personStats(user: Data): Data {
  return {
    followerCount: user.fans,
    followingCount: user.following,
    heartCount: user.heart,
    videoCount: user.video,
  };
}

/** Data of other generations (`#__NEXT_DATA__`, embedded lists): the objects of a handle or video id wherever they stand. */
export function elsewhere(
  document: Document,
  name: string,
  wanted: (object: Data) => boolean,
): Data | undefined {
  return dataWith(document, '"uniqueId"', `"${name}"`).flatMap((data) => objectsIn(data, wanted))[0];
}

/** A page of TikTok has data or marked elements; the challenge shell has neither. */
export function isShell(document: Document): boolean {
  if (
    document.querySelector(
      '[data-e2e^="user-"], [data-e2e^="video-"], [data-e2e*="-video"], [data-e2e^="browse-"], [data-e2e^="comment-level"]',
    )
  )
    return false;
  const scope = scopeOf(document);
  const detail =
    at(scope, 'webapp.user-detail') ??
    at(scope, 'webapp.video-detail') ??
    at(scope, 'webapp.reflow.video.detail');
  return (
    detail === undefined && oldState(document) === undefined && dataWith(document, '"uniqueId"').length === 0
  );
}

/**
 * A count of `statsV2` (exact, digits in a string) or `stats`. The site rounds both for some viewers: a number from ten thousand up that
 * ends in two zeros counts as rounded.
 */
export function statistic(
  facts: Facts,
  field: string,
  owner: unknown,
  name: string,
): Field<number> | undefined {
  const exact = at(owner, 'statsV2', name);
  const value = typeof exact === 'string' && /^\d+$/.test(exact) ? Number(exact) : at(owner, 'stats', name);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const count = facts.count(field, number, 'state');
  if (count && count.value >= 10_000 && count.value % 100 === 0) count.precision = 'rounded';
  return count;
}
