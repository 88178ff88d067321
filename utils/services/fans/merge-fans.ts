import { localDay } from '../../domain/day.ts';
import type { Fan, FanPoint } from '../../domain/fan.ts';
import type { BatchStep } from '../../storage/batch-step.ts';
import type { Reader } from '../../storage/reader.ts';
import { sameValue } from '../../storage/same-value.ts';
import { dayBounds } from '../derived-items/progress.ts';
import { isGiven, isTheirs } from './fan-points.ts';
import { fanKeys } from './find-fan.ts';
import { loyaltyMoved } from './follow-loyalty.ts';

/*
 * Fans of two notebooks. The sum of a fan's points is that of their rows: a fan of a file comes without any, and each row that comes brings its
 * own, so that what both notebooks know of is never counted twice, whichever of them counted on.
 */

const latest = (...times: (string | undefined)[]) =>
  times.reduce((one, other) => (other !== undefined && (one === undefined || other > one) ? other : one));
const earliest = (one: string, other: string) => (other < one ? other : one);

/** What was given is owed thanks only while they were not thanked since. */
function owing({ gaveAt, thankedAt, ...fan }: Fan): Fan {
  const owed = gaveAt !== undefined && (thankedAt === undefined || gaveAt > thankedAt);
  return { ...fan, ...(owed ? { gaveAt } : {}), ...(thankedAt === undefined ? {} : { thankedAt }) };
}

/** A fan of a file who was not here. */
export const withoutPoints = (fan: Fan): Fan => ({ ...fan, points: 0 });

/** One person who is a fan in both notebooks: under our id, with the name under which they were met last, and with our points so far. */
export function joinFans(ours: Fan, theirs: Fan): Fan {
  const [before, after] = theirs.lastAt > ours.lastAt ? [ours, theirs] : [theirs, ours];
  const author = { ...before.author, ...after.author };
  const [surest, ...others] = fanKeys(author);
  const gaveAt = latest(ours.gaveAt, theirs.gaveAt);
  const thankedAt = latest(ours.thankedAt, theirs.thankedAt);
  return owing({
    ...ours,
    author,
    // a handle that somebody else has by now is no key of theirs
    keys: [...(surest === undefined ? [] : [surest]), ...others.filter((key) => after.keys.includes(key))],
    firstAt: earliest(ours.firstAt, theirs.firstAt),
    lastAt: after.lastAt,
    ...(gaveAt === undefined ? {} : { gaveAt }),
    ...(thankedAt === undefined ? {} : { thankedAt }),
    updatedAt: latest(ours.updatedAt, theirs.updatedAt) ?? ours.updatedAt,
  });
}

/** The same, or null where the file knows nothing more of them. */
export function joinedFan(ours: Fan, theirs: Fan): Fan | null {
  const one = joinFans(ours, theirs);
  return sameValue({ ...one, updatedAt: ours.updatedAt }, ours) ? null : one;
}

/** Whether what a row of a file counts has counted here: the same source for the same reason, or another answer of that day. */
export async function hasCounted(reader: Reader, { fanId, why, sourceId, at }: FanPoint): Promise<boolean> {
  const known = sourceId === undefined ? [] : await reader.list('fanPoints', 'sourceId', sourceId);
  if (known.some((point) => point.why === why)) return true;
  if (why !== 'replied') return false;
  const { from, until } = dayBounds(localDay(new Date(at)));
  const day = await reader.list(
    'fanPoints',
    'fanAt',
    IDBKeyRange.bound([fanId, from], [fanId, until], false, true),
  );
  return day.some((point) => point.why === why);
}

function withRow(fan: Fan, { row, by }: Arrived): Fan {
  const { at } = row;
  const gaveAt = latest(fan.gaveAt, isGiven(row) ? at : undefined);
  const thankedAt = latest(fan.thankedAt, row.why === 'thanked' ? at : undefined);
  return owing({
    ...fan,
    points: fan.points + by,
    firstAt: earliest(fan.firstAt, at),
    lastAt: (isTheirs(row) ? latest(fan.lastAt, at) : undefined) ?? fan.lastAt,
    ...(gaveAt === undefined ? {} : { gaveAt }),
    ...(thankedAt === undefined ? {} : { thankedAt }),
  });
}

/** A row that came in. */
export interface Arrived {
  row: FanPoint;
  /** by how much the fan's sum moves */
  by: number;
}

/** Moves the sums of fans, and the loyalty of the creators whom they are, by the rows that a step of a merge put. */
export async function followRows(step: BatchStep, arrived: readonly Arrived[]): Promise<void> {
  for (const [fanId, rows] of Map.groupBy(arrived, ({ row }) => row.fanId)) {
    const fan = await step.get('fans', fanId);
    if (!fan) continue;
    const next = rows.reduce(withRow, fan);
    if (sameValue(next, fan)) continue;
    const updatedAt = latest(fan.updatedAt, ...rows.map(({ row }) => row.updatedAt)) ?? fan.updatedAt;
    step.replace('fans', fan, { ...next, updatedAt });
    const moved = await loyaltyMoved(step, next, fan.points, step.now);
    if (moved) step.replace('creators', moved.before, moved.after);
  }
}
