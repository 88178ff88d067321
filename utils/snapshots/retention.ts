/** What the plan needs to know of a snapshot. */
export interface Aging {
  id: string;
  /** ISO 8601 */
  takenAt: string;
  pinned: boolean;
  noted: boolean;
  readable: boolean;
  /** looks are compared with those that came about in the same way only */
  via?: string | undefined;
  hasReading?: boolean;
  /** the looks whose rows it carries: the next one is compared with them too */
  carriedFrom?: readonly string[] | undefined;
}

export interface RetentionPlan {
  keep: string[];
  /** their layers go; changes and series stay for ever */
  thin: string[];
}

const day = 86_400_000;
/** Days for which every snapshot is kept, then one a week, then one a month. */
export const retention = { all: 30, weekly: 180 } as const;

/** Monday, 5 January 1970: weeks begin on Mondays everywhere, so that the plan is the same in each time zone. */
const firstMonday = 4 * day;

function periodOf(takenAt: number, age: number): string | null {
  if (age <= retention.all * day) return null;
  if (age <= retention.weekly * day) return `week ${Math.floor((takenAt - firstMonday) / (7 * day))}`;
  return `month ${new Date(takenAt).toISOString().slice(0, 7)}`;
}

/**
 * What the next look is compared with: of each way in which looks came about the last readable one, the last readable one with a reading,
 * and those whose rows it carries.
 * @param ordered oldest first
 */
function basesOf(ordered: readonly Aging[]): Set<string> {
  const bases = new Set<string>();
  for (const way of new Set(ordered.map(({ via }) => via))) {
    const readable = ordered.filter((each) => each.readable && each.via === way);
    const withReading = readable.findLast(({ hasReading }) => hasReading);
    for (const base of [readable.at(-1), withReading]) if (base) bases.add(base.id);
    for (const id of withReading?.carriedFrom ?? []) bases.add(id);
  }
  return bases;
}

/**
 * Which snapshots of one watched page stay: all of the last 30 days, then the first readable of each week until 180 days, then the first
 * of each month (UTC). Pinned and noted ones stay for ever; so do the last one and those with which the next is compared. Asked again it
 * thins nothing more on the same day.
 * @param now ISO 8601; a snapshot from the future (the clock was set back) stays
 */
export function retentionPlan(snapshots: readonly Aging[], now: string): RetentionPlan {
  const at = Date.parse(now);
  const ordered = snapshots
    .map((snapshot) => ({ ...snapshot, time: Date.parse(snapshot.takenAt) }))
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const keep = new Set<string>();
  const periods = new Set<string>();
  for (const { id, time, pinned, noted, readable } of ordered) {
    const period = Number.isNaN(time) ? null : periodOf(time, at - time);
    if (period === null || pinned || noted) keep.add(id);
    else if (readable && !periods.has(period)) keep.add(id);
    // a pinned snapshot of a week is that week's
    if (period !== null && readable && keep.has(id)) periods.add(period);
  }
  const last = ordered.at(-1);
  if (last) keep.add(last.id);
  for (const id of basesOf(ordered)) keep.add(id);
  return {
    keep: ordered.filter(({ id }) => keep.has(id)).map(({ id }) => id),
    thin: ordered.filter(({ id }) => !keep.has(id)).map(({ id }) => id),
  };
}
