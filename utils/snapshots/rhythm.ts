import type { Change } from '../domain/change-kind.ts';
import { ChangeList, type CompareOptions } from './change-list.ts';

/** A count at a time: of a profile's posts or followers. */
export interface Counted {
  /** ISO 8601 */
  at: string;
  count: number;
}

const day = 86_400_000;
const recentDays = 7;
const formerDays = 28;

/** Points in the order of time, without those whose time or count is none. */
function inOrder(points: readonly Counted[]): { at: number; count: number }[] {
  return points
    .map(({ at, count }) => ({ at: Date.parse(at), count }))
    .filter(({ at, count }) => Number.isFinite(at) && Number.isFinite(count))
    .sort((a, b) => a.at - b.at);
}

/** The last point that is at least so old, or none. */
function before(points: { at: number; count: number }[], time: number) {
  return points.findLast(({ at }) => at <= time);
}

/** Growth in counts a week between two points; undefined where less than half a week lies between or the count fell (posts were deleted). */
function weekly(from: { at: number; count: number }, to: { at: number; count: number }): number | undefined {
  const days = (to.at - from.at) / day;
  if (days < 3.5 || to.count < from.count) return undefined;
  return Math.round(((to.count - from.count) / days) * 70) / 10;
}

/**
 * Whether a profile posts in another rhythm: posts a week in the last seven days against the four weeks before them. Told when it doubled or
 * halved and by at least two posts a week.
 * @returns a change of kind `posts` with key `rhythm`, from and to in posts a week; null when there is too little to compare
 */
export function rhythmChange(points: readonly Counted[], options: CompareOptions = {}): Change | null {
  const ordered = inOrder(points);
  const last = ordered.at(-1);
  const recent = last && before(ordered, last.at - recentDays * day);
  const former = recent && (before(ordered, recent.at - formerDays * day) ?? ordered[0]);
  if (!last || !recent || !former || recent.at - former.at < 2 * recentDays * day) return null;
  const [was, is] = [weekly(former, recent), weekly(recent, last)];
  if (was === undefined || is === undefined || Math.abs(is - was) < 2) return null;
  if (is < was * 2 && was < is * 2) return null;
  const list = new ChangeList(options);
  list.addNumber('posts', 'rhythm', was, is);
  return list.changes[0] ?? null;
}

/**
 * A growth that no two looks show, because each is below the threshold: followers now against a week ago.
 * @param leastPercent below it is no news
 * @returns a change of kind `followers` with key `week`; null when there is too little to compare
 */
export function weeklyFollowers(
  points: readonly Counted[],
  leastPercent = 3,
  options: CompareOptions = {},
): Change | null {
  const ordered = inOrder(points);
  const last = ordered.at(-1);
  const week = last && before(ordered, last.at - recentDays * day);
  // after a pause of weeks the difference is not a week's
  if (!last || !week || last.at - week.at > 3 * recentDays * day || week.count <= 0) return null;
  if (Math.abs(last.count - week.count) * 100 < week.count * leastPercent) return null;
  const list = new ChangeList(options);
  list.addNumber('followers', 'week', week.count, last.count);
  return list.changes[0] ?? null;
}
