import type { Creator } from '../../domain/creator.ts';
import type { Fan } from '../../domain/fan.ts';
import { type FanThresholds, loyaltyOf } from '../../domain/fan-points.ts';
import { type Loyalty, loyalties } from '../../domain/vocabulary.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { findAccount } from '../find-account.ts';
import { storedSettings } from '../stored-settings.ts';
import { fansOfCreator } from './find-fan.ts';

const rank = (loyalty: Loyalty) => loyalties.indexOf(loyalty);
const higher = (one: Loyalty, other: Loyalty) => (rank(one) >= rank(other) ? one : other);

/** The highest level of some fans who are one person. */
export function highestOf(fans: readonly Fan[], thresholds: FanThresholds): Loyalty {
  return fans.reduce<Loyalty>((best, { points }) => higher(best, loyaltyOf(points, thresholds)), 'none');
}

/**
 * A creator as they are after what they are as a fan moved from one level to another. It rises whenever the points stand for more; it falls
 * only from what the points had stood for: a higher one was set otherwise (a file, an earlier decision) and stays.
 * @returns null: they stay as they are
 */
export function withLoyalty(creator: Creator, had: Loyalty, has: Loyalty, now: string): Creator | null {
  const own = rank(creator.loyalty);
  const follows = own <= rank(had) || own < rank(has);
  return !follows || creator.loyalty === has ? null : { ...creator, loyalty: has, updatedAt: now };
}

/**
 * What the points of a fan do to the loyalty of the creator whom they are.
 * @param before the points until now; `fan` holds those from now on
 * @returns the creator before and after; null: nothing, or they are none in the notebook
 */
export async function loyaltyMoved(
  reader: Reader,
  fan: Fan,
  before: number,
  now: string,
): Promise<{ before: Creator; after: Creator } | null> {
  const { account } = await findAccount(reader, fan.author);
  const creator = account && (await reader.get('creators', account.creatorId));
  if (!creator || creator.deletedAt) return null;
  const { fanThresholds } = await storedSettings(reader);
  const all = await fansOfCreator(reader, creator.id);
  const others = all.filter(({ id }) => id !== fan.id);
  const [had, has] = [before, fan.points].map((points) =>
    highestOf([...others, { ...fan, points }], fanThresholds),
  );
  const after = had && has && withLoyalty(creator, had, has, now);
  return after ? { before: creator, after } : null;
}

/** Lets the loyalty of a creator in the notebook follow the points of the fan that they are. */
export async function followLoyalty(unit: Unit, fan: Fan, before: number): Promise<void> {
  const moved = await loyaltyMoved(unit, fan, before, unit.now);
  if (moved) await unit.put('creators', moved.after);
}
