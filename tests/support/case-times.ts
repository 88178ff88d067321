import type { Case } from '../../utils/domain/case.ts';

const hour = 3_600_000;

/** When a case's steps were, in whole hours after it was opened: both clocks run between these. Missing is missing. */
export function stepsOf(
  one: Pick<Case, 'createdAt' | 'passedOnAt' | 'answeredAt' | 'repliedAt' | 'closedAt'>,
) {
  const after = (time: string | undefined) =>
    time === undefined ? undefined : Math.floor((Date.parse(time) - Date.parse(one.createdAt)) / hour);
  return {
    passedOn: after(one.passedOnAt),
    answered: after(one.answeredAt),
    replied: after(one.repliedAt),
    closed: after(one.closedAt),
  };
}

/** Hours from the begin of the wait until the answer is due. */
export const hoursToAnswer = ({ waitsSince, due }: Pick<Case, 'waitsSince' | 'due'>) =>
  (Date.parse(due) - Date.parse(waitsSince)) / hour;
