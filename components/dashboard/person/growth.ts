import type { Observation } from '../../../utils/domain/creator.ts';

/** One look at a number: `value`, and whether the site had rounded it. */
export interface Look {
  /** milliseconds since the epoch */
  at: number;
  value: number;
  rounded: boolean;
}

/** The number that says how big an account is: members of a group, followers of anyone else. */
export type SizeName = 'followers' | 'members';

/** The looks of a series at which the number was read, oldest first. */
export function looksAt(observations: readonly Observation[], name: SizeName): Look[] {
  return observations.flatMap(({ at, counts }) => {
    const field = counts[name];
    return field ? [{ at: Date.parse(at), value: field.value, rounded: field.precision === 'rounded' }] : [];
  });
}

/** Members where only members were ever read, otherwise followers. */
export function sizeOf(observations: readonly Observation[]): SizeName {
  const has = (name: SizeName) => observations.some(({ counts }) => counts[name]);
  return has('members') && !has('followers') ? 'members' : 'followers';
}

/**
 * How far a rounded number can be from the true one: the last place that the site showed, at most. 12,300 (12.3K) → 100. A number
 * that happens to end in zeros is taken for rougher than it is, never for finer.
 */
function doubt({ value, rounded }: Look): number {
  if (!rounded || value === 0) return 0;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/**
 * What became of a number between two looks. `unclear`: it moved less than the site's rounding, so nothing can be said.
 * `about`: it moved further than that, but one of the two was rounded.
 */
export type Growth = { state: 'same' | 'unclear' } | { state: 'exact' | 'about'; by: number };

export function growthBetween(before: Look, after: Look): Growth {
  const by = after.value - before.value;
  const unit = Math.max(doubt(before), doubt(after));
  if (unit === 0) return by === 0 ? { state: 'same' } : { state: 'exact', by };
  if (Math.abs(by) <= doubt(before) + doubt(after)) return { state: 'unclear' };
  // no finer than what is known of the two
  return { state: 'about', by: Math.round(by / unit) * unit };
}
