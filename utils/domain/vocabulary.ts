/*
 * The closed lists of words that records hold, apart from the schemas: popup, frame and page scripts use them and may not load
 * the schema library. The words people read for each stand in the locales.
 */

export const creatorRoles = ['influencer', 'koc', 'customer', 'partner-brand', 'agency'] as const;
export const loyalties = ['none', 'fan', 'loyal', 'promoter', 'ambassador'] as const;
export const creatorStatuses = ['found', 'contacted', 'negotiating', 'working-together', 'declined'] as const;

export type Loyalty = (typeof loyalties)[number];
export type CreatorRole = (typeof creatorRoles)[number];
export type CreatorStatus = (typeof creatorStatuses)[number];

export const tiers = ['better', 'equal', 'inspiration', 'own'] as const;
export type Tier = (typeof tiers)[number];

/** How many competitors of the tiers `better` and `equal` together a person can really look at each morning; more is said, not forbidden. */
export const softCap = 5;

/** Names of the items whose state follows from what was recorded. Each has one file in `services/derived-items/`. */
export const derivedItems = ['due-follow-ups', 'watchlist-looked', 'ideas-looked'] as const;
export type DerivedItem = (typeof derivedItems)[number];

/** Items of the default routine; their words stand in the locales under `routine_<key>`. */
export const defaultItems = [
  'figures-checked',
  'watchlist-looked',
  'due-follow-ups',
  'comments-answered',
  'mentions-seen',
  'mood-checked',
  'three-posts',
  'problems-passed-on',
  'tomorrow-planned',
] as const;

/** Items that belong to the day of some people only: whoever plays the designer puts them into the routine, with their words and counts. */
export const chosenItems = ['ideas-looked'] as const;
export type ChosenItem = (typeof chosenItems)[number];

/** Shops looked at each day for what can be borrowed. */
export const ideasADay = 10;

export const dayParts = ['morning', 'any', 'afternoon'] as const;

export const languages = ['en', 'zh_CN', 'zh_TW'] as const;
export type Language = (typeof languages)[number];
export const themes = ['auto', 'light', 'dark'] as const;
