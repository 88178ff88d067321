import type { ActivityKind } from '../../domain/activity.ts';
import type { Case } from '../../domain/case.ts';
import { isWaiting } from '../../domain/case-clocks.ts';
import { logged, moved, withDeadline } from '../../domain/case-moves.ts';
import { filed } from '../../domain/case-order.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Input } from '../../messaging/protocol.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Call, Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { writeOnce } from '../write-once.ts';

type Changing = 'case.move' | 'case.edit' | 'case.log';

/** What the activity log says of a step. */
const stepKinds: Record<CaseState, ActivityKind> = {
  'to-answer': 'case-reopened',
  'passed-on': 'case-passed-on',
  'answer-received': 'case-answered',
  replied: 'case-replied',
  closed: 'case-closed',
};

/** Puts a changed case and logs what was done. */
export async function putCase(unit: Unit, changed: Case, kind: ActivityKind): Promise<Case> {
  const stored = filed({ ...changed, updatedAt: unit.now });
  await unit.put('cases', stored);
  await unit.log(kind, stored.id);
  return stored;
}

/** One change of one case as an operation of its own. */
function changeCase(
  call: Call,
  type: Changing,
  { operationId, caseId }: { operationId: string; caseId: string },
  change: (one: Case, now: string, settings: Settings) => Result<Case>,
  kindOf: (changed: Case) => ActivityKind,
): Promise<Result<Case>> {
  return writeOnce(
    call,
    { type, operationId, stores: ['cases', 'settings'], collections: ['cases'] },
    async (unit) => {
      const one = await unit.get('cases', caseId);
      if (!one) return fail('not-found', 'no case of that id');
      const changed = change(one, unit.now, await storedSettings(unit));
      return changed.ok ? ok(await putCase(unit, changed.value, kindOf(changed.value))) : changed;
    },
  );
}

/** Takes a case one step further, or refuses and says why. */
export const moveCase: Service<'case.move'> = (input, call) =>
  changeCase(
    call,
    'case.move',
    input,
    (one, now, { workHours }) => moved(one, input.move, now, workHours),
    ({ state }) => stepKinds[state],
  );

type Changes = Input<'case.edit'>['changes'];

/** What of the changes a case that is over no longer takes. */
const ofOpenCases = ['owner', 'urgent', 'deadline', 'departmentDue', 'answer'] as const;

function edited(one: Case, changes: Changes, now: string, { workHours }: Settings): Result<Case> {
  const { title, owner, urgent, deadline, departmentDue, answer, note } = changes;
  const about = ofOpenCases.some((key) => changes[key] !== undefined);
  if (one.state === 'closed' && about)
    return fail('invalid', 'a closed case takes only a title and a note: reopen it first');
  if (departmentDue && one.state !== 'passed-on')
    return fail('invalid', 'nobody has a deadline in a case that is not passed on');
  let next: Case = title === undefined ? one : { ...one, title };
  next = changed(next, 'owner', owner);
  next = changed(next, 'departmentDue', departmentDue && new Date(departmentDue).toISOString());
  next = changed(next, 'answer', answer);
  if (urgent !== undefined) next = { ...next, urgent };
  // what has become urgent runs by the clock from now on; a moment chosen by hand stays
  const kept = next.hours === undefined ? { due: next.due } : { hours: next.hours, clock: next.clock };
  if (deadline || (urgent !== undefined && isWaiting(next)))
    next = withDeadline(next, deadline ?? kept, workHours);
  if (about || title !== undefined) next = logged(next, 'changed', now);
  return ok(note === undefined ? next : logged(next, 'noted', now, { note }));
}

/** Null takes a value away, undefined leaves it. */
function changed<K extends 'owner' | 'departmentDue' | 'answer'>(
  one: Case,
  key: K,
  value: Case[K] | null,
): Case {
  if (value === undefined) return one;
  const { [key]: _before, ...rest } = one;
  return (value === null ? rest : { ...rest, [key]: value }) as Case;
}

/** Changes what is known about a case: what is left out stays, null takes away. */
export const editCase: Service<'case.edit'> = (input, call) =>
  changeCase(
    call,
    'case.edit',
    input,
    (one, now, settings) => edited(one, input.changes, now, settings),
    () => 'case-changed',
  );

/** Adds a line to a case: the department was reminded, the customer was told that it takes longer, something was noted. */
export const logCase: Service<'case.log'> = (input, call) =>
  changeCase(
    call,
    'case.log',
    input,
    (one, now) => {
      const { step, note } = input;
      if (step === 'nudged' && one.state !== 'passed-on')
        return fail('invalid', 'only a department that has the case can be reminded');
      if (step === 'held' && !isWaiting(one))
        return fail('invalid', 'nobody waits for an answer in this case');
      const department = step === 'nudged' ? one.department : undefined;
      return ok(logged(one, step, now, { note, department }));
    },
    () => 'case-changed',
  );
