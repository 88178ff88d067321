/*
 * The closed lists of campaigns, apart from the schema: screens, the frame and the page's files use them and may not load the schema library.
 */

export const campaignPhases = ['planned', 'teaser', 'live', 'result', 'over'] as const;
export type CampaignPhase = (typeof campaignPhases)[number];

/** Where an entry was seen. */
export const entryKinds = ['comment', 'repost', 'post'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a giveaway may ask of an entry. `like`, `follow`: no page shows who did, so they are never passed. */
export const entryConditions = [
  'text',
  'hashtag',
  'mentions',
  'in-time',
  'like',
  'follow',
  'country',
] as const;
export type EntryCondition = (typeof entryConditions)[number];

/** What became of one condition for one entry. */
export const conditionResults = ['passed', 'failed', 'not-checkable'] as const;
export type ConditionResult = (typeof conditionResults)[number];

/** In the place of a campaign's id: an entry that was tagged and belongs to none yet. */
export const nowhere = '';

/** Most entries of one campaign: all of them are judged together, because one decides about another. */
export const mostEntries = 10_000;
/** Most entries of one step of collecting, of one page of a list, of one choice for those that belong nowhere. */
export const entryStep = 200;
