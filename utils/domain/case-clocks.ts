import type { Case } from './case.ts';
import type { CaseState } from './case-state.ts';
import { type WorkHours, workingTimeBetween } from './working-time.ts';

/** How long somebody has been waited for. */
export interface Wait {
  /** milliseconds by the clock; absent: unknown, because the end lies before the beginning (the computer's clock was set back) */
  past?: number;
  /** of them milliseconds in which the team works; absent: unknown, or the working hours were not given */
  working?: number;
  /** it goes on */
  running: boolean;
}

/** The two clocks of a case and what stands on them at a moment; no words. */
export interface CaseClocks {
  /** from when they began to wait to the first reply, or to the closing without one */
  customer: Wait;
  /** from passing on to the department's answer; absent: it was not passed on */
  department?: Wait;
  /** milliseconds since the customer should have had an answer; absent: not overdue, or nobody waits any more */
  overdueBy?: number;
  /** milliseconds until then; absent: overdue, or nobody waits any more */
  dueIn?: number;
  /** milliseconds since the department should have answered; absent: it is not late, has no deadline, or has answered */
  departmentOverdueBy?: number;
}

type Clocked = Pick<
  Case,
  'state' | 'waitsSince' | 'due' | 'repliedAt' | 'closedAt' | 'passedOnAt' | 'answeredAt' | 'departmentDue'
>;

const waitingStates: readonly CaseState[] = ['to-answer', 'passed-on', 'answer-received'];

/** Whether the customer has no answer yet and somebody means to give one. */
export function isWaiting({ state }: Pick<Case, 'state'>): boolean {
  return waitingStates.includes(state);
}

/**
 * A wait from one moment to another.
 * @param end ISO; absent: it runs until `now`
 */
function waitOf(begin: string, end: string | undefined, now: number, workHours: WorkHours | undefined): Wait {
  const from = Date.parse(begin);
  const until = end === undefined ? now : Date.parse(end);
  const running = end === undefined;
  // also where one of them is no time
  if (!(until >= from)) return { running };
  const working = workHours && workingTimeBetween(from, until, workHours);
  return { past: until - from, ...(typeof working === 'number' ? { working } : {}), running };
}

/** When the department's part ended: with its answer, else with the reply or the closing that did without. */
function endOfDepartment({ state, answeredAt, repliedAt, closedAt }: Clocked): string | undefined {
  return state === 'passed-on' ? undefined : (answeredAt ?? repliedAt ?? closedAt);
}

/**
 * What the clocks of a case say at a moment.
 * @param now milliseconds since the epoch
 * @param workHours for the working time beside the clock's
 */
export function caseClocks(one: Clocked, now: number, workHours?: WorkHours): CaseClocks {
  const waiting = isWaiting(one);
  const customerEnd = one.repliedAt ?? (waiting ? undefined : one.closedAt);
  const left = Date.parse(one.due) - now;
  const late = now - Date.parse(one.departmentDue ?? '');
  return {
    customer: waitOf(one.waitsSince, customerEnd, now, workHours),
    ...(one.passedOnAt === undefined
      ? {}
      : { department: waitOf(one.passedOnAt, endOfDepartment(one), now, workHours) }),
    ...(waiting && left <= 0 ? { overdueBy: -left } : {}),
    ...(waiting && left > 0 ? { dueIn: left } : {}),
    ...(one.state === 'passed-on' && late >= 0 ? { departmentOverdueBy: late } : {}),
  };
}
