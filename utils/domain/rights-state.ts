/*
 * The closed lists of rights, apart from the schema: screens and the frame use them and may not load the schema library.
 */

/** How far a permission is, as it is stored. */
export const rightsStates = ['candidate', 'asked', 'granted', 'declined', 'revoked'] as const;
export type RightsState = (typeof rightsStates)[number];

/** How it stands today: that one has run out follows from its last day and is not stored. */
export const rightsStands = ['candidate', 'asked', 'granted', 'expired', 'declined', 'revoked'] as const;
export type RightsStand = (typeof rightsStands)[number];

/** What a permission may allow. */
export const rightsScopes = ['repost', 'ads', 'shop-page', 'edit'] as const;
export type RightsScope = (typeof rightsScopes)[number];

/** Why a scope may or may not be used. `until`, `not-yet`, `expired`, `waiting`, `declined` and `revoked` come with a day. */
export const useReasons = [
  'granted',
  'until',
  'not-yet',
  'expired',
  'waiting',
  'not-included',
  'not-asked',
  'declined',
  'revoked',
] as const;
export type UseReason = (typeof useReasons)[number];

/** What happened to a permission, in its history. */
export const rightsEvents = ['candidate', 'asked', 'granted', 'declined', 'revoked', 'edited'] as const;
export type RightsEvent = (typeof rightsEvents)[number];

/** Lists that a person asks for: a stand, what runs out soon, and what is in use without a right. */
export const rightsViews = ['all', ...rightsStands, 'expiring', 'overdue'] as const;
export type RightsView = (typeof rightsViews)[number];

/** So many days before the last one a permission is said to run out soon: time to ask again, or to take it down. */
export const expiringDays = 14;

/** Most events of one permission that are kept: the first one, and the last ones. */
export const mostRightsEvents = 200;
