/*
 * The closed lists of keyword alerts, apart from the schema: the page's file uses them and may not load the schema library.
 */

/** What a group of keywords listens for. */
export const keywordKinds = ['trust', 'buying', 'brand', 'competitor', 'other'] as const;
export type KeywordKind = (typeof keywordKinds)[number];

/** Most words of one group, and of all that are switched on. */
export const keywordLimits = { word: 100, group: 500, groups: 60, all: 2_000 } as const;

/** Days for which it is kept in what a group's words were seen. */
export const daysOfHits = 90;

/** Names under which a page's marks are registered with the browser; what they look like is one style sheet for all sites. */
export const markNames = { low: 'word-low', medium: 'word-medium', high: 'word-high' } as const;
