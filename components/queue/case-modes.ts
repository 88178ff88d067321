import { isWaiting } from '../../utils/domain/case-clocks.ts';
import type { CaseRow } from '../../utils/domain/case-row.ts';
import type { CaseState } from '../../utils/domain/case-state.ts';

/** What an opened case shows first. */
export type CaseMode = 'details' | 'reply' | 'pass-on' | 'received' | 'edit';

/** What can be done with a case by one key or one button each. */
export const caseDeeds = {
  reply: 'a',
  'pass-on': 'p',
  nudge: 'n',
  hold: 'h',
  received: 'r',
  replied: 's',
  close: 'c',
  edit: 'e',
} as const;
export type CaseDeed = keyof typeof caseDeeds;
export type DoKey = (deed: CaseDeed, one: CaseRow) => void;

/** Whether a deed makes sense where the case stands; the background refuses the others. */
export function canDo(deed: CaseDeed, { state }: { state: CaseState }): boolean {
  const waits = isWaiting({ state });
  switch (deed) {
    case 'nudge':
    case 'received':
      return state === 'passed-on';
    case 'pass-on':
    case 'hold':
    case 'replied':
      return waits;
    case 'close':
      return state !== 'closed';
    default:
      return true;
  }
}

/** The deed that mostly comes next: the one that the closed row offers. */
export function firstStepOf({ state }: CaseRow): CaseDeed | null {
  if (state === 'passed-on') return 'nudge';
  if (state === 'answer-received') return 'reply';
  if (state === 'replied') return 'close';
  return state === 'to-answer' ? 'pass-on' : null;
}

/** The deed that brings an opened case on: what the department says, then what the customer is told. */
export function mainDeedOf({ state }: CaseRow): CaseDeed {
  return state === 'passed-on' ? 'received' : 'replied';
}

/** The deed that a pressed key stands for. */
export function deedOf(key: string): CaseDeed | undefined {
  return (Object.keys(caseDeeds) as CaseDeed[]).find((deed) => caseDeeds[deed] === key);
}
