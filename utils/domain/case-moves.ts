import type { Case } from './case.ts';
import { isWaiting } from './case-clocks.ts';
import { type Deadline, dueOf } from './case-deadline.ts';
import { filed } from './case-order.ts';
import type { CaseState, CaseStep } from './case-state.ts';
import { fail, ok, type Result } from './result.ts';
import type { WorkHours } from './working-time.ts';

/*
 * What can become of a case. Every function takes a case as it is and gives it as it shall be stored; none writes.
 */

/** One step, as `case.move` takes it. */
export type Move =
  | {
      to: 'passed-on';
      department: string;
      departmentDue?: string | undefined;
      note?: string | undefined;
    }
  | { to: 'answer-received'; answer?: string | undefined }
  | { to: 'replied' | 'closed' | 'to-answer'; note?: string | undefined };

/** From where each state can be reached; `to-answer` is reached by reopening. */
const reachedFrom: Record<CaseState, readonly CaseState[]> = {
  'to-answer': ['replied', 'closed'],
  'passed-on': ['to-answer', 'passed-on', 'answer-received'],
  'answer-received': ['passed-on'],
  replied: ['to-answer', 'passed-on', 'answer-received'],
  closed: ['to-answer', 'passed-on', 'answer-received', 'replied'],
};

/** Whether a case in this state can go there: what screens offer. */
export function canMove(from: CaseState, to: CaseState): boolean {
  return reachedFrom[to].includes(from);
}

type Entry = Case['log'][number];

/** Lines of a log, measured moments and earlier waits that are kept. */
const mostLines = 500;
const mostMeasured = 600;
const mostRounds = 100;

/** Appends to the log. Of one that is full the first line stays, with which it began, and the oldest behind it go. */
export function logged(
  one: Case,
  step: CaseStep,
  at: string,
  { department, note }: { department?: string | undefined; note?: string | undefined } = {},
): Case {
  const line: Entry = { at, step, ...(department ? { department } : {}), ...(note ? { note } : {}) };
  const log = [...one.log, line];
  const over = log.length - mostLines;
  return { ...one, log: over > 0 ? [...log.slice(0, 1), ...log.slice(1 + over)] : log };
}

const measured = (one: Case, at: string): string[] => [...one.measuredAt, at].slice(-mostMeasured);

/** A deadline of the case's own; undefined where the moment was chosen by hand. */
function deadlineOf({ hours, clock }: Case): Deadline | undefined {
  return hours === undefined ? undefined : { hours, clock };
}

/** Gives a case a deadline: so many hours from when the customer began to wait, or the moment itself. */
export function withDeadline(
  one: Case,
  deadline: Deadline | { due: string } | undefined,
  workHours: WorkHours,
): Case {
  const { hours: _hours, ...rest } = one;
  if (deadline && 'due' in deadline)
    return { ...rest, due: new Date(deadline.due).toISOString(), clock: 'clock' };
  const { due, clock, hours } = dueOf(one.waitsSince, deadline, one.urgent, workHours);
  return { ...rest, due, clock, hours };
}

/** Without what was done for the wait that is over. */
function fresh(one: Case): Case {
  const {
    repliedAt: _replied,
    closedAt: _closed,
    passedOnAt: _passed,
    department: _department,
    departmentDue: _departmentDue,
    answeredAt: _answered,
    answer: _answer,
    ...rest
  } = one;
  return rest;
}

/**
 * Brings a case back that was replied to or closed.
 * @param since ISO; from then on the customer waits again. Absent: as before, where nobody replied; else from now
 */
export function reopened(
  one: Case,
  at: string,
  workHours: WorkHours,
  { since, note }: { since?: string | undefined; note?: string | undefined } = {},
): Case {
  const { repliedAt, waitsSince } = one;
  const again = since ?? (repliedAt === undefined ? undefined : at);
  const rounds = repliedAt === undefined ? one.rounds : [...one.rounds, { waitsSince, repliedAt }];
  const next: Case = {
    ...fresh(one),
    state: 'to-answer',
    reopened: one.reopened + 1,
    rounds: rounds.slice(-mostRounds),
    waitsSince: again ?? waitsSince,
  };
  const due = again === undefined ? next : withDeadline(next, deadlineOf(one), workHours);
  return filed(logged(due, 'reopened', at, { note }));
}

function passedOn(one: Case, { department, departmentDue, note }: Move & { to: 'passed-on' }, at: string) {
  const { answeredAt: _answered, answer: _answer, departmentDue: _due, ...rest } = one;
  const due = departmentDue && { departmentDue: new Date(departmentDue).toISOString() };
  const next: Case = { ...rest, state: 'passed-on', department, passedOnAt: at, ...due };
  return logged(next, 'passed-on', at, { department, note });
}

function answered(one: Case, { answer }: Move & { to: 'answer-received' }, at: string): Case {
  const next: Case = {
    ...one,
    state: 'answer-received',
    answeredAt: at,
    measuredAt: measured(one, at),
    ...(answer ? { answer } : {}),
  };
  return logged(next, 'answer-received', at, { department: one.department });
}

function replied(one: Case, note: string | undefined, at: string): Case {
  const next: Case = { ...one, state: 'replied', repliedAt: at, measuredAt: measured(one, at) };
  return logged(next, 'replied', at, { note });
}

/**
 * Takes a case one step further.
 * @param at ISO
 * @returns `invalid` with the reason where that step is impossible from where it stands
 */
export function moved(one: Case, move: Move, at: string, workHours: WorkHours): Result<Case> {
  if (!canMove(one.state, move.to))
    return fail('invalid', `a case that is ${one.state} cannot become ${move.to}`);
  switch (move.to) {
    case 'passed-on':
      return ok(filed(passedOn(one, move, at)));
    case 'answer-received':
      return ok(filed(answered(one, move, at)));
    case 'replied':
      return ok(filed(replied(one, move.note, at)));
    case 'closed':
      return ok(filed(logged({ ...one, state: 'closed', closedAt: at }, 'closed', at, { note: move.note })));
    case 'to-answer':
      return ok(reopened(one, at, workHours, { note: move.note }));
  }
}

/**
 * Takes a reply back that was taken out of the editor again: as if it had never been.
 * @param at when it was noted
 * @returns null where the case is not as that reply left it
 */
export function unreplied(one: Case, at: string): Case | null {
  const last = one.log.at(-1);
  if (one.state !== 'replied' || one.repliedAt !== at || last?.step !== 'replied') return null;
  const { repliedAt: _replied, ...rest } = one;
  const asked = one.passedOnAt === undefined ? 'to-answer' : 'passed-on';
  const state: CaseState = one.answeredAt === undefined ? asked : 'answer-received';
  return filed({ ...rest, state, measuredAt: one.measuredAt.slice(0, -1), log: one.log.slice(0, -1) });
}

/** Whether something was done about a case beside opening it: then it is not removed with its tag. */
export function isWorkedOn(one: Case): boolean {
  return one.state !== 'to-answer' || one.reopened > 0 || one.log.length > 1;
}

/** Whether a customer who writes again brings this case back: answered or closed within the last 30 days. */
export function comesBack(one: Case, now: number): boolean {
  const ended = one.closedAt ?? one.repliedAt;
  if (isWaiting(one) || ended === undefined) return false;
  return now - Date.parse(ended) <= 30 * 24 * 3_600_000;
}
