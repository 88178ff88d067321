import type { Fan } from '../../domain/fan.ts';
import { type FanThresholds, fanLevels, loyaltyOf } from '../../domain/fan-points.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { StoreName } from '../../storage/schema.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Call } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';
import { fansOfCreator } from './find-fan.ts';
import { highestOf, withLoyalty } from './follow-loyalty.ts';

/** What new thresholds may touch beside the settings. */
export const thresholdStores: StoreName[] = ['fans', 'accounts', 'creators'];

/** Fans looked at in one reading: nobody else waits longer than for these. */
const chunk = 500;
/** Accounts asked for under one key: one, and a few that went by the handle before. */
const fewAccounts = 5;

const isSame = (one: FanThresholds, other: FanThresholds) =>
  fanLevels.every((level) => one[level] === other[level]);

/**
 * Creators who may be of another level by other thresholds. Most fans are no creators and are only looked through, in readings of their own, so
 * that the one transaction that writes holds nobody up, however many fans there are.
 * @returns their ids; none where the thresholds are those of now
 */
export async function creatorsToFollow(
  call: Call,
  thresholds: FanThresholds,
): Promise<Result<ReadonlySet<string>>> {
  const found = new Set<string>();
  let end: string | undefined;
  for (;;) {
    const range = end === undefined ? null : IDBKeyRange.upperBound(end, true);
    const read = await readOnce(call, [...thresholdStores, 'settings'], async (reader) => {
      const { fanThresholds } = await storedSettings(reader);
      if (isSame(fanThresholds, thresholds)) return ok(null);
      const fans = await reader.newest('fans', null, range, chunk);
      const moved = ({ points }: Fan) => loyaltyOf(points, fanThresholds) !== loyaltyOf(points, thresholds);
      const keys = fans.filter(moved).flatMap((fan) => fan.keys);
      const accounts = await reader.listEach('accounts', 'identityKeys', keys, fewAccounts);
      return ok({ last: fans.at(-1)?.id, creators: accounts.flat().map(({ creatorId }) => creatorId) });
    });
    if (!read.ok) return read;
    for (const id of read.value?.creators ?? []) found.add(id);
    end = read.value?.last;
    if (end === undefined) return ok(found);
  }
}

/** Lets the loyalty of creators follow new thresholds, as it follows points; undo of the change brings both back. */
export async function followThresholds(
  unit: Unit,
  creatorIds: ReadonlySet<string>,
  before: FanThresholds,
  after: FanThresholds,
): Promise<void> {
  for (const id of creatorIds) {
    const creator = await unit.get('creators', id);
    if (!creator || creator.deletedAt) continue;
    const fans = await fansOfCreator(unit, id);
    const next = withLoyalty(creator, highestOf(fans, before), highestOf(fans, after), unit.now);
    if (next && fans.length > 0) await unit.put('creators', next);
  }
}
