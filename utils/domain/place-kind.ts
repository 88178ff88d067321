/*
 * What kind of place an address is; apart from the schema, because screens use it.
 */

/** The kinds of places that are looked at every day. */
export const placeKinds = ['tagged', 'hashtag', 'notifications', 'search', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Most places that are kept: more are no list to go through each morning. */
export const placeLimit = 100;

const notifications = /\/(notifications?|activity|inbox|at\/weibo|mentions?|message|messages)(\/|$)/i;
const tagged = /\/(tagged|photos_of|mentions_timeline)(\/|$)/i;
const hashtag =
  /\/(hashtag|hashtags|tags?|topics?|challenge|super-topic|explore\/tags|page_detail\/topic)\/[^/]/i;
const search = /\/(search|results|explore\/search|search_result)(\/|$)/i;
const queries = ['q', 'query', 'search_query', 'keyword', 'keywords', 'kw', 'wd', 'k'];

/**
 * Guesses from an address what is looked at there: who tagged us, a hashtag, what concerns us, what was searched for. The operator can
 * say otherwise.
 * @param address of a web page
 */
export function guessPlaceKind(address: string): PlaceKind {
  if (!URL.canParse(address)) return 'other';
  const url = new URL(address);
  const path = url.pathname;
  const asked = queries
    .map((name) => url.searchParams.get(name))
    .find((value) => value !== null && value !== '');
  // the Chinese networks write a topic between two signs
  if (hashtag.test(path) || (asked && /^[#＃]/u.test(asked))) return 'hashtag';
  if (tagged.test(path)) return 'tagged';
  if (notifications.test(path)) return 'notifications';
  if (search.test(path) || asked) return 'search';
  return 'other';
}
