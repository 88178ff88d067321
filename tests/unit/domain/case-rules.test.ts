import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Case, caseSchema } from '../../../utils/domain/case.ts';
import { caseClocks } from '../../../utils/domain/case-clocks.ts';
import { dueOf } from '../../../utils/domain/case-deadline.ts';
import { canMove, logged, type Move, moved, reopened, unreplied } from '../../../utils/domain/case-moves.ts';
import { caseOrder, filed, holderOf } from '../../../utils/domain/case-order.ts';
import { caseStates } from '../../../utils/domain/case-state.ts';
import { customerWaits, departmentWaits, summary } from '../../../utils/domain/case-times.ts';
import { defaultSettings } from '../../../utils/domain/default-settings.ts';
import { newId } from '../../../utils/domain/new-id.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const { workHours } = defaultSettings;
const hour = 3_600_000;
const begin = Date.parse('2026-03-10T09:00:00.000Z');
const at = (hours: number) => new Date(begin + hours * hour).toISOString();

const fresh = (changes: Partial<Case> = {}): Case =>
  filed({
    id: newId(),
    createdAt: at(0),
    updatedAt: at(0),
    title: 'Broken vase',
    state: 'to-answer',
    source: 'none',
    authorKeys: [],
    urgent: false,
    waitsSince: at(0),
    due: at(24),
    clock: 'clock',
    hours: 24,
    reopened: 0,
    rounds: [],
    measuredAt: [],
    log: [{ at: at(0), step: 'opened' }],
    ...changes,
  });

function go(one: Case, steps: readonly (readonly [hours: number, move: Move])[]): Case {
  return steps.reduce((now, [hours, move]) => {
    const next = moved(now, move, at(hours), workHours);
    if (!next.ok) throw new Error(next.message);
    return next.value;
  }, one);
}
const pass = (department = 'Warehouse'): Move => ({ to: 'passed-on', department });

describe('the deadline', () => {
  // a Friday evening in Shanghai
  const friday = '2026-03-13T12:00:00.000Z';
  test.each([
    ['of a tag, by the clock', { hours: 2, clock: 'clock' }, false, '2026-03-13T14:00:00.000Z', 'clock'],
    [
      'of a tag, in working hours',
      { hours: 2, clock: 'working' },
      false,
      '2026-03-16T03:00:00.000Z',
      'working',
    ],
    [
      'of a complaint does not wait for Monday',
      { hours: 2, clock: 'working' },
      true,
      '2026-03-13T14:00:00.000Z',
      'clock',
    ],
    ['where the tag says none', undefined, false, '2026-03-14T12:00:00.000Z', 'clock'],
    ['of what is urgent where the tag says none', undefined, true, '2026-03-13T16:00:00.000Z', 'clock'],
  ] as const)('%s', (_words, deadline, urgent, due, clock) => {
    process.env.TZ = 'Asia/Shanghai';
    expect(dueOf(friday, deadline, urgent, workHours)).toMatchObject({ due, clock });
  });

  test('in working hours where nobody ever works runs by the clock, and says so', () => {
    const never = { ...workHours, from: '09:00', until: '09:00' };
    expect(dueOf(friday, { hours: 2, clock: 'working' }, false, never)).toEqual({
      due: '2026-03-13T14:00:00.000Z',
      clock: 'clock',
      hours: 2,
      noWorkingTime: true,
    });
  });
});

describe('the two clocks', () => {
  test('run from the question to the reply, and from passing on to the answer', () => {
    const passed = go(fresh(), [[1, pass()]]);
    expect(caseClocks(passed, begin + 5 * hour)).toEqual({
      customer: { past: 5 * hour, running: true },
      department: { past: 4 * hour, running: true },
      dueIn: 19 * hour,
    });
    const replied = go(passed, [
      [5, { to: 'answer-received', answer: 'Sent anew' }],
      [6, { to: 'replied' }],
    ]);
    expect(caseClocks(replied, begin + 90 * hour)).toEqual({
      customer: { past: 6 * hour, running: false },
      department: { past: 4 * hour, running: false },
    });
  });

  test('say by how much somebody is late, and only of those who are waited for', () => {
    const late = go(fresh(), [[1, { to: 'passed-on', department: 'Warehouse', departmentDue: at(3) }]]);
    expect(caseClocks(late, begin + 26 * hour)).toMatchObject({
      overdueBy: 2 * hour,
      departmentOverdueBy: 23 * hour,
    });
    const closed = go(late, [[2, { to: 'closed' }]]);
    expect(caseClocks(closed, begin + 99 * hour)).toEqual({
      customer: { past: 2 * hour, running: false },
      department: { past: hour, running: false },
    });
  });

  test('say nothing where the clock was set back, and never a negative time', () => {
    const passed = go(fresh(), [[1, pass()]]);
    const clocks = caseClocks(passed, begin - hour);
    expect(clocks.customer).toEqual({ running: true });
    expect(clocks.department).toEqual({ running: true });
    expect(caseClocks(fresh({ repliedAt: at(-2), state: 'replied' }), begin).customer).toEqual({
      running: false,
    });
  });

  test('count the working time beside the time', () => {
    process.env.TZ = 'UTC';
    expect(caseClocks(fresh(), begin + 24 * hour, workHours).customer).toEqual({
      past: 24 * hour,
      working: 9 * hour,
      running: true,
    });
  });
});

describe('a step', () => {
  test('that is impossible is refused with its reason', () => {
    const one = fresh();
    expect(moved(one, { to: 'answer-received' }, at(1), workHours)).toMatchObject({
      ok: false,
      code: 'invalid',
      message: 'a case that is to-answer cannot become answer-received',
    });
    expect(moved(go(one, [[1, { to: 'replied' }]]), pass(), at(2), workHours).ok).toBe(false);
    expect(moved(go(one, [[1, { to: 'closed' }]]), { to: 'closed' }, at(2), workHours).ok).toBe(false);
  });

  test('to another department begins its clock anew and forgets the answer of the first', () => {
    const one = go(fresh(), [
      [1, { to: 'passed-on', department: 'Warehouse', departmentDue: at(2) }],
      [3, { to: 'answer-received', answer: 'Not ours' }],
      [4, pass('Design')],
    ]);
    expect(one).toMatchObject({ state: 'passed-on', department: 'Design', passedOnAt: at(4) });
    expect(one).not.toHaveProperty('answer');
    expect(one).not.toHaveProperty('departmentDue');
    expect(holderOf(one)).toBe('Design');
    expect(holderOf(go(one, [[5, { to: 'answer-received' }]]))).toBeUndefined();
  });

  test('back to the beginning keeps how long the customer waited for the first reply', () => {
    const one = go(fresh(), [
      [1, pass()],
      [3, { to: 'answer-received', answer: 'Sent' }],
      [4, { to: 'replied' }],
      [5, { to: 'closed' }],
    ]);
    const again = reopened(one, at(30), workHours, { since: at(29) });
    expect(again).toMatchObject({
      state: 'to-answer',
      reopened: 1,
      waitsSince: at(29),
      due: at(53),
      rounds: [{ waitsSince: at(0), repliedAt: at(4) }],
    });
    for (const gone of ['repliedAt', 'closedAt', 'passedOnAt', 'answer', 'answeredAt', 'department'])
      expect(again).not.toHaveProperty(gone);
    const second = go(again, [[31, { to: 'replied' }]]);
    expect(customerWaits(second).map(({ took }) => took)).toEqual([4 * hour, 2 * hour]);
    expect(departmentWaits(second)).toEqual([{ endedAt: at(3), took: 2 * hour, department: 'Warehouse' }]);
  });

  test('back from closing without a reply goes on with the wait that there was', () => {
    const again = go(fresh(), [
      [1, { to: 'closed' }],
      [30, { to: 'to-answer' }],
    ]);
    expect(again).toMatchObject({ waitsSince: at(0), due: at(24), rounds: [] });
  });

  test('of a reply that was taken out again never was', () => {
    const one = go(fresh(), [
      [1, pass()],
      [2, { to: 'answer-received' }],
    ]);
    const replied = go(one, [[3, { to: 'replied' }]]);
    expect(unreplied(replied, at(3))).toEqual(one);
    expect(unreplied(replied, at(4))).toBeNull();
    expect(unreplied(go(replied, [[4, { to: 'closed' }]]), at(3))).toBeNull();
  });

  test('a log that is full keeps its beginning and its end', () => {
    let one = fresh();
    for (let line = 0; line < 600; line++) one = logged(one, 'noted', at(line), { note: `${line}` });
    expect(one.log).toHaveLength(500);
    expect([one.log[0]?.step, one.log.at(-1)?.note]).toEqual(['opened', '599']);
    expect(caseSchema.safeParse(one).success).toBe(true);
  });

  test('whatever the steps: what comes out can be stored, stands where it belongs, and waits nowhere when it is over', () => {
    const anyMove: fc.Arbitrary<Move> = fc.oneof(
      fc.record({
        to: fc.constant('passed-on' as const),
        department: fc.constantFrom('Warehouse', 'Design'),
      }),
      fc.record({ to: fc.constant('answer-received' as const), answer: fc.constantFrom('Yes', undefined) }),
      fc.record({ to: fc.constantFrom('replied' as const, 'closed' as const, 'to-answer' as const) }),
    );
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(anyMove, fc.integer({ min: -50, max: 50 })), { maxLength: 40 }),
        (urgent, steps) => {
          let one = fresh({ urgent });
          let hours = 0;
          for (const [move, by] of steps) {
            hours += by;
            const next = moved(one, move, at(hours), workHours);
            expect(next.ok).toBe(canMove(one.state, move.to));
            if (next.ok) one = next.value;
          }
          expect(caseSchema.safeParse(one).success).toBe(true);
          const waits = one.state !== 'replied' && one.state !== 'closed';
          expect(one.openDue).toBe(waits ? one.due : undefined);
          expect(one.openOrder).toBe(one.state === 'closed' ? undefined : caseOrder(one));
          const { customer, department, overdueBy, dueIn } = caseClocks(one, begin);
          for (const value of [customer.past, department?.past, overdueBy, dueIn])
            expect(value ?? 0).toBeGreaterThanOrEqual(0);
          expect([overdueBy, dueIn].filter((value) => value !== undefined)).toHaveLength(waits ? 1 : 0);
        },
      ),
    );
  });
});

describe('the order of the queue', () => {
  test('is: who must not wait, who waits, who has an answer; each by deadline, of one moment the first opened', () => {
    const anyCase = fc.record({
      state: fc.constantFrom(...caseStates.slice(0, 4)),
      urgent: fc.boolean(),
      due: fc.integer({ min: 0, max: 5 }).map(at),
    });
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 20 }), (drawn) => {
        const cases = drawn.map(fresh);
        const key = (one: Case) =>
          [one.state === 'replied' ? 2 : one.urgent ? 0 : 1, one.due, one.id].join(' ');
        const expected = cases.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
        const sorted = cases.toSorted((a, b) => (caseOrder(a) < caseOrder(b) ? -1 : 1));
        expect(sorted.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test('does not care how a time was written', () => {
    const id = newId();
    const [one, other] = ['2026-03-10T09:00:00Z', '2026-03-10T09:00:00.000Z'].map((due) =>
      caseOrder(fresh({ id, due })),
    );
    expect(one).toBe(other);
  });
});

describe('times', () => {
  test.each([
    [[], { n: 0 }],
    [[7], { n: 1, median: 7, ninetieth: 7 }],
    [[4, 1, 3, 2], { n: 4, median: 2, ninetieth: 4 }],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { n: 10, median: 5, ninetieth: 9 }],
  ])('%j', (times, expected) => {
    expect(summary(times)).toEqual(expected);
  });

  test('of a wait that ended before it began are unknown', () => {
    expect(customerWaits(fresh({ state: 'replied', repliedAt: at(-1) }))).toEqual([{ endedAt: at(-1) }]);
  });
});
