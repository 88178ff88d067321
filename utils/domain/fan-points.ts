import type { Loyalty } from './vocabulary.ts';

/*
 * The closed lists of fans, apart from the schema: screens use them and may not load the schema library.
 */

/** What somebody did, or what was done with them, that counts. */
export const fanReasons = [
  'tagged',
  'ugc',
  'ugc-granted',
  'replied',
  'giveaway',
  'thanked',
  'by-hand',
] as const;
export type FanReason = (typeof fanReasons)[number];

/** What each reason counts; by hand the operator says how many. To be thanked is kept in the history and counts nothing. */
export const pointsFor: Readonly<Record<Exclude<FanReason, 'by-hand'>, number>> = {
  tagged: 1,
  ugc: 2,
  'ugc-granted': 3,
  replied: 1,
  giveaway: 1,
  thanked: 0,
};

/** What is something given, for which to thank; an answer to a comment of theirs was thanks enough. */
export const givenReasons: readonly FanReason[] = ['tagged', 'ugc', 'ugc-granted', 'giveaway', 'by-hand'];

/** Most points at once by hand, up or down. */
export const mostByHand = 1_000;
/** Longest note beside points by hand. */
export const fanNoteLimit = 300;
/** Who gave something in the last days and was not thanked since is thanked this week. */
export const thankDays = 7;

/** Points from which on somebody has that loyalty; the operator's own, in ascending order. */
export interface FanThresholds {
  fan: number;
  loyal: number;
  promoter: number;
  ambassador: number;
}
export const defaultThresholds: FanThresholds = { fan: 1, loyal: 5, promoter: 15, ambassador: 40 };

/** The loyalty that a sum of points stands for. */
export function loyaltyOf(points: number, thresholds: FanThresholds): Loyalty {
  for (const level of ['ambassador', 'promoter', 'loyal', 'fan'] as const)
    if (points >= thresholds[level]) return level;
  return 'none';
}

/** The levels that are somebody's, the lowest first. */
export const fanLevels = ['fan', 'loyal', 'promoter', 'ambassador'] as const;

/** Whether each level takes more points than the one below: two that begin at one sum would leave one of them empty. */
export function areAscending(thresholds: FanThresholds): boolean {
  return fanLevels.every((level, at) => {
    const below = fanLevels[at - 1];
    return below === undefined || thresholds[level] > thresholds[below];
  });
}

/** The sums of points that are one level; absent `to`: without end. */
export function pointsOf(level: Loyalty, thresholds: FanThresholds): { from: number; to?: number } {
  const at = level === 'none' ? -1 : fanLevels.indexOf(level);
  const next = fanLevels[at + 1];
  const from = level === 'none' ? 0 : thresholds[level];
  return next === undefined ? { from } : { from, to: thresholds[next] - 1 };
}
