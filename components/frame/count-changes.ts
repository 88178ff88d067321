import type { CreatorView } from '../../utils/domain/creator.ts';

export const observedCounts = ['followers', 'members', 'posts', 'likes', 'views', 'following'] as const;

export interface CountChange {
  name: (typeof observedCounts)[number];
  /** last minus the time before */
  by: number;
  /** one of the two numbers was rounded by the site: the change is as rough as they are */
  rough: boolean;
}

/**
 * How the numbers of an account moved between the last time they were noted and the time before.
 * @returns null while there is nothing to compare: one observation of the account
 */
export function changesSinceLast({
  observations,
}: Pick<CreatorView, 'observations'>): { since: string; changes: CountChange[] } | null {
  const { previous, last } = observations;
  if (!previous || !last) return null;
  const changes = observedCounts.flatMap((name) => {
    const before = previous.counts[name];
    const after = last.counts[name];
    // a number that one of the two lacks is unknown, not a change
    if (!before || !after || before.value === after.value) return [];
    const rough = before.precision === 'rounded' || after.precision === 'rounded';
    return [{ name, by: after.value - before.value, rough }];
  });
  return { since: previous.at, changes };
}
