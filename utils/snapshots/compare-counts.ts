import type { Field } from '../domain/page-reading.ts';
import type { ChangeList } from './change-list.ts';

type Count = Field<number> | undefined;

/** How coarse a shortened number is: "1.2万" is known to 1,000. */
function stepOf({ value, precision }: Field<number>): number {
  if (precision !== 'rounded' || value === 0) return 0;
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  // a shortened number shows at least two digits where it can: "120万" is known to 10,000, not to 100,000
  return Math.min(step, 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1));
}

/** Whether two counts differ by more than the roundings of both; one step of one rounding may be a single follower. */
function differs(before: Field<number>, after: Field<number>): boolean {
  return Math.abs(after.value - before.value) > Math.max(stepOf(before), stepOf(after));
}

/** An audience moves every day: below one percent, and below ten people, it is no news. */
const jump = { percent: 1, people: 10 };

/** @param key the field's name */
export function compareFollowers(before: Count, after: Count, key: string, list: ChangeList): void {
  if (!before || !after || !differs(before, after)) return;
  const gap = Math.abs(after.value - before.value);
  if (gap >= jump.people && gap * 100 >= before.value * jump.percent)
    list.addNumber('followers', key, before.value, after.value);
}

/** Every post more or fewer counts, as exactly as the page says it. */
export function comparePosts(before: Count, after: Count, list: ChangeList): void {
  if (before && after && differs(before, after)) list.addNumber('posts', 'posts', before.value, after.value);
}
