import { localDay } from '../../domain/day.ts';
import type { Fan, FanPoint } from '../../domain/fan.ts';
import { type FanReason, givenReasons, pointsFor } from '../../domain/fan-points.ts';
import type { ItemAuthor } from '../../domain/item.ts';
import { newId } from '../../domain/new-id.ts';
import type { StoreName } from '../../storage/schema.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { dayBounds } from '../derived-items/progress.ts';
import { findAccount } from '../find-account.ts';
import { fanKeys, findFan } from './find-fan.ts';
import { followLoyalty } from './follow-loyalty.ts';

/** What giving or taking points may touch. */
export const fanStores: StoreName[] = [
  'fans',
  'fanPoints',
  'accounts',
  'creators',
  'settings',
  'suppressions',
];

/** Newest rows among which the last thing from somebody is looked for after one was taken back. */
const lookedThrough = 200;

/** What they did; to be thanked is none of theirs. */
export const isTheirs = ({ why, points }: FanPoint) => why !== 'thanked' && points > 0;
/** What they gave, for which thanks are owed. */
export const isGiven = (point: FanPoint) =>
  isTheirs(point) && givenReasons.includes(point.why) && !point.collected;
/** All of a fan's points, in the order of time. */
const historyOf = (fanId: string) => IDBKeyRange.bound([fanId], [fanId, []]);

/** Adds one row and keeps the sum with it. */
async function count(unit: Unit, before: Fan | undefined, fan: Fan, row: Partial<FanPoint>): Promise<Fan> {
  const point: FanPoint = {
    why: 'tagged',
    points: 0,
    ...row,
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    at: unit.now,
    fanId: fan.id,
  };
  const next: Fan = {
    ...fan,
    points: fan.points + point.points,
    updatedAt: unit.now,
    ...(isTheirs(point) ? { lastAt: unit.now } : {}),
    ...(isGiven(point) ? { gaveAt: unit.now } : {}),
  };
  await unit.put('fanPoints', point);
  await unit.put('fans', next);
  await followLoyalty(unit, next, before?.points ?? 0);
  return next;
}

/** The fan under the name of today; a new one where there is none. */
async function asNow(unit: Unit, author: ItemAuthor): Promise<{ before: Fan | undefined; fan: Fan }> {
  const { fan: before, former } = await findFan(unit, author);
  for (const other of former) {
    const keys = other.keys.filter((key) => !fanKeys({ ...author, stableId: undefined }).includes(key));
    await unit.put('fans', { ...other, keys, updatedAt: unit.now });
  }
  const named = { ...before?.author, ...author };
  const base: Fan = before ?? {
    id: newId(Date.parse(unit.now)),
    createdAt: unit.now,
    updatedAt: unit.now,
    author: named,
    keys: [],
    points: 0,
    firstAt: unit.now,
    lastAt: unit.now,
  };
  return { before, fan: { ...base, author: named, keys: fanKeys(named) } };
}

/**
 * Gives somebody points for what they did; who is no fan yet becomes one. The same item or entry counts once for each reason, whoever is said
 * to have made it.
 * @param from.sourceId the item or giveaway entry it came from
 * @param from.points instead of what the reason counts
 * @param from.collected it came in with all others on a page: it counts, and no thanks are owed for it
 * @returns the fan; null where nothing was counted: it had been, or the author must not be stored
 */
export async function addFanPoints(
  unit: Unit,
  from: {
    author: ItemAuthor;
    why: Exclude<FanReason, 'by-hand' | 'thanked'>;
    sourceId?: string | undefined;
    points?: number | undefined;
    collected?: true | undefined;
  },
): Promise<Fan | null> {
  const { author, why, sourceId, collected } = from;
  if (await isSuppressed(unit, author)) return null;
  const counted = sourceId === undefined ? [] : await unit.list('fanPoints', 'sourceId', sourceId);
  if (counted.some((point) => point.why === why)) return null;
  const { before, fan } = await asNow(unit, author);
  const points = from.points ?? pointsFor[why];
  return count(unit, before, fan, {
    why,
    points,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(collected ? { collected } : {}),
  });
}

/**
 * Counts that a comment of somebody was answered: once a day, and only for who is known already as a fan or in the notebook. A customer who
 * asks for a parcel is no fan.
 * @param useId the noted use of the reply, with which the point is taken back
 */
export async function addReplyPoint(
  unit: Unit,
  { author, useId, now }: { author: ItemAuthor; useId: string; now: Date },
): Promise<Fan | null> {
  const { fan } = await findFan(unit, author);
  if (!fan && !(await findAccount(unit, author)).account) return null;
  if (fan) {
    const { from, until } = dayBounds(localDay(now));
    const today = IDBKeyRange.bound([fan.id, from], [fan.id, until], false, true);
    const points = await unit.list('fanPoints', 'fanAt', today);
    if (points.some(({ why }) => why === 'replied')) return null;
  }
  return addFanPoints(unit, { author, why: 'replied', sourceId: useId });
}

/** A row by hand: points with the operator's reason, or that somebody was thanked. */
export function countByHand(
  unit: Unit,
  fan: Fan,
  row: { why: 'by-hand' | 'thanked'; points: number; note?: string | undefined },
): Promise<Fan> {
  const { note, ...rest } = row;
  return count(unit, fan, fan, { ...rest, ...(note === undefined ? {} : { note }) });
}

/** The fan as their remaining rows say; null: none is left. */
async function withoutTaken(unit: Unit, fan: Fan): Promise<Fan | null> {
  const rows = await unit.newest('fanPoints', 'fanAt', historyOf(fan.id), lookedThrough);
  const first = await unit.edge('fanPoints', 'fanAt', 'first', historyOf(fan.id));
  if (!first) return null;
  const { gaveAt: _before, ...rest } = fan;
  const given = rows.find(isGiven);
  const owed = given && (fan.thankedAt === undefined || given.at > fan.thankedAt);
  return {
    ...rest,
    firstAt: first.at,
    lastAt: rows.find(isTheirs)?.at ?? first.at,
    ...(owed ? { gaveAt: given.at } : {}),
    updatedAt: unit.now,
  };
}

/** Takes back what an item or entry had counted for one reason. Who has nothing left is no fan any more. */
export async function takeFanPoints(
  unit: Unit,
  { why, sourceId }: { why: FanReason; sourceId: string },
): Promise<void> {
  for (const point of await unit.list('fanPoints', 'sourceId', sourceId)) {
    if (point.why !== why) continue;
    await unit.remove('fanPoints', point.id);
    const fan = await unit.get('fans', point.fanId);
    if (!fan) continue;
    const points = fan.points - point.points;
    const left = await withoutTaken(unit, { ...fan, points });
    if (left) await unit.put('fans', left);
    else await unit.remove('fans', fan.id);
    await followLoyalty(unit, left ?? { ...fan, points: 0 }, fan.points);
  }
}

/** Leaves what one source had counted for a reason with another one, which is the same thing and stays; once, as ever. */
export async function moveFanPoints(
  unit: Unit,
  { why, from, to }: { why: FanReason; from: string; to: string },
): Promise<void> {
  const there = await unit.list('fanPoints', 'sourceId', to);
  if (there.some((point) => point.why === why)) return takeFanPoints(unit, { why, sourceId: from });
  for (const point of await unit.list('fanPoints', 'sourceId', from))
    if (point.why === why) await unit.put('fanPoints', { ...point, sourceId: to, updatedAt: unit.now });
}
