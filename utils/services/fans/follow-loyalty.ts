import type { Fan } from '../../domain/fan.ts';
import { type FanThresholds, loyaltyOf } from '../../domain/fan-points.ts';
import { type Loyalty, loyalties } from '../../domain/vocabulary.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import { findAccount } from '../find-account.ts';
import { storedSettings } from '../stored-settings.ts';

const rank = (loyalty: Loyalty) => loyalties.indexOf(loyalty);
const higher = (one: Loyalty, other: Loyalty) => (rank(one) >= rank(other) ? one : other);

/** The highest level that somebody has under other accounts of theirs. */
async function elsewhere(
  reader: Reader,
  creatorId: string,
  fanId: string,
  thresholds: FanThresholds,
): Promise<Loyalty> {
  let best: Loyalty = 'none';
  const seen = new Set([fanId]);
  for (const { identityKeys } of await reader.list('accounts', 'creatorId', creatorId))
    for (const key of identityKeys)
      for (const other of await reader.list('fans', 'keys', key)) {
        if (seen.has(other.id)) continue;
        seen.add(other.id);
        best = higher(best, loyaltyOf(other.points, thresholds));
      }
  return best;
}

/**
 * Lets the loyalty of a creator in the notebook follow the points of the fan that they are. It rises whenever the points stand for more; it
 * falls only from what the points had stood for: a higher one was set otherwise (a file, an earlier decision) and stays.
 * @param before the points until now; `fan` holds those from now on
 */
export async function followLoyalty(unit: Unit, fan: Fan, before: number): Promise<void> {
  const { account } = await findAccount(unit, fan.author);
  const creator = account && (await unit.get('creators', account.creatorId));
  if (!creator || creator.deletedAt) return;
  const { fanThresholds } = await storedSettings(unit);
  const others = await elsewhere(unit, creator.id, fan.id, fanThresholds);
  const had = higher(loyaltyOf(before, fanThresholds), others);
  const has = higher(loyaltyOf(fan.points, fanThresholds), others);
  const own = rank(creator.loyalty);
  const follows = own <= rank(had) || own < rank(has);
  if (!follows || creator.loyalty === has) return;
  await unit.put('creators', { ...creator, loyalty: has, updatedAt: unit.now });
}
