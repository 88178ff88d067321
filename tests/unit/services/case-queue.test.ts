import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { CaseFilter } from '../../../utils/messaging/protocol/cases.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { caseStatistics } from '../../../utils/services/cases/case-statistics.ts';
import { logCase } from '../../../utils/services/cases/change-case.ts';
import { listByDepartment, listClosed } from '../../../utils/services/cases/queue-cases.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { move, open, queue } from '../../support/cases.ts';
import { codeOf, good, type Machine, newMachine } from '../../support/memory-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const now = () => machine.clock.now.toISOString();
const inHours = (hours: number) => new Date(machine.clock.now.getTime() + hours * 3_600_000).toISOString();
const titles = ({ rows }: { rows: { title: string }[] }) => rows.map(({ title }) => title);
const due = (hours: number) => ({ due: inHours(hours) });

/** Cases of every sort, named after where they stand in the queue. */
async function someCases(): Promise<void> {
  await open(machine, { title: '4 tomorrow', deadline: due(20) });
  await open(machine, { title: '2 urgent', urgent: true, deadline: due(30) });
  await open(machine, { title: '3 soon', deadline: due(2), owner: 'Design' });
  await open(machine, { title: '1 first', urgent: true, deadline: due(1) });
  const answered = await open(machine, { title: '5 answered', deadline: due(1), urgent: true });
  await move(machine, answered, { to: 'replied' });
  const over = await open(machine, { title: '6 over' });
  await move(machine, over, { to: 'closed', note: 'Nothing to do' });
}

describe('the queue', () => {
  test('urgent ones first, then by deadline, the answered last; what is over is not in it', async () => {
    await someCases();
    const { rows, counts, next } = await queue(machine);
    expect(titles({ rows })).toEqual(['1 first', '2 urgent', '3 soon', '4 tomorrow', '5 answered']);
    expect(next).toBeNull();
    expect(counts).toEqual({
      open: 4,
      overdue: 0,
      urgent: 2,
      replied: 1,
      byOwner: [
        { owner: null, count: 3 },
        { owner: 'Design', count: 1 },
      ],
    });
  });

  test('comes in pages that miss nothing and repeat nothing, however many share a deadline', async () => {
    const deadline = due(5);
    for (let at = 0; at < 13; at++) {
      await open(machine, { title: `${at}`, urgent: at % 3 === 0, deadline });
      machine.later();
    }
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 20; pages++) {
      const page = await queue(machine, {}, after, 3);
      seen.push(...titles(page));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toEqual(['0', '3', '6', '9', '12', '1', '2', '4', '5', '7', '8', '10', '11']);
  });

  test.each<[string, CaseFilter, string[]]>([
    ['what should have been answered', { overdue: true }, ['1 first', '3 soon']],
    ['of that only what is urgent', { overdue: true, urgent: true }, ['1 first']],
    ['of that only what is not', { overdue: true, urgent: false }, ['3 soon']],
    ['what is urgent', { urgent: true }, ['1 first', '2 urgent', '5 answered']],
    ['what a department has', { owner: 'Design' }, ['3 soon']],
    ['what we have', { owner: null, states: ['to-answer'] }, ['1 first', '2 urgent', '4 tomorrow']],
    ['what is only to be closed', { states: ['replied'] }, ['5 answered']],
    ['what has time', { overdue: false, states: ['to-answer'] }, ['2 urgent', '4 tomorrow']],
    ['nothing', { owner: 'Nobody' }, []],
  ])('shows %s', async (_words, filter, expected) => {
    await someCases();
    machine.later(3 * 60);
    const all: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await queue(machine, filter, after, 1);
      all.push(...titles(page));
      after = page.next;
      if (after === null) break;
    }
    expect(all).toEqual(expected);
    expect((await queue(machine)).counts.overdue).toBe(2);
  });

  test('a row tells what happened since, without the log; a long quote is cut', async () => {
    const one = await open(machine, { quote: `${'x'.repeat(498)}😍${'x'.repeat(100)}` });
    await move(machine, one, { to: 'passed-on', department: 'Warehouse', departmentDue: inHours(1) });
    for (const step of ['nudged', 'held', 'nudged'] as const) {
      machine.later();
      good(await logCase({ operationId: newId(), caseId: one.id, step }, machine.call()));
    }
    const [row] = (await queue(machine)).rows;
    expect(row).toMatchObject({ department: 'Warehouse', nudges: 2, nudgedAt: now() });
    expect(row?.heldAt).toBe(new Date(machine.clock.now.getTime() - 60_000).toISOString());
    expect(row?.quote).toBe(`${'x'.repeat(498)}…`);
    expect(row).not.toHaveProperty('log');
    machine.later();
    await move(machine, one, { to: 'passed-on', department: 'Design' });
    expect((await queue(machine)).rows[0]).toMatchObject({ nudges: 0 });
  });

  test('counts what is overdue to the millisecond, in this hour and in those before', async () => {
    for (const minutes of [-61, -60, -1, 0, 1, 59, 60]) await open(machine, { deadline: due(minutes / 60) });
    const overdue = async () => (await queue(machine)).counts.overdue;
    expect(await overdue()).toBe(4);
    machine.clock.now = new Date(machine.clock.now.getTime() + 59_999);
    expect(await overdue()).toBe(4);
    machine.clock.now = new Date(machine.clock.now.getTime() + 1);
    expect(await overdue()).toBe(5);
    machine.later(59);
    expect(await overdue()).toBe(7);
  });

  test('the popup knows how many wait, how many too long, and the first of them', async () => {
    const overview = async () => good(await getOverview({ day: '2026-03-10' }, machine.call())).cases;
    expect(await overview()).toBeUndefined();
    await someCases();
    machine.later(90);
    expect(await overview()).toMatchObject({ open: 4, overdue: 1, next: { title: '1 first', urgent: true } });
  });
});

describe('the lists', () => {
  test('of what is over: the last closed first, in pages, also of one moment', async () => {
    for (let at = 0; at < 5; at++) {
      await move(machine, await open(machine, { title: `${at}` }), { to: 'closed' });
      if (at % 2 === 0) machine.later();
    }
    const seen: string[] = [];
    let before: { at: string; id: string } | null = null;
    for (let pages = 0; pages < 10; pages++) {
      const page: Output<'case.closed-list'> = good(await listClosed({ before, limit: 2 }, machine.call()));
      seen.push(...titles(page));
      const last = page.rows.at(-1);
      if (!page.more || !last) break;
      before = { at: last.closedAt ?? '', id: last.id };
    }
    // of one moment any may be the first
    expect(seen.map((title) => Math.ceil(Number(title) / 2))).toEqual([2, 2, 1, 1, 0]);
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4']);
  });

  test('for the meeting: by who has it now, whose customer waits longest first', async () => {
    await open(machine, { title: 'ours' });
    await open(machine, { title: 'theirs later', owner: 'Warehouse', waitsSince: inHours(-1) });
    const passed = await open(machine, { title: 'theirs', owner: 'Design', waitsSince: inHours(-50) });
    await move(machine, passed, { to: 'passed-on', department: 'Warehouse' });
    await move(machine, await open(machine, { title: 'answered' }), { to: 'replied' });
    const { groups, more } = good(await listByDepartment({}, machine.call()));
    expect(groups.map(({ owner, rows }) => [owner, ...titles({ rows })])).toEqual([
      [null, 'ours'],
      ['Warehouse', 'theirs', 'theirs later'],
    ]);
    expect(more).toBe(false);
  });
});

describe('response times', () => {
  const statistics = (from: number, until: number) =>
    caseStatistics({ from: inHours(from), until: inHours(until) }, machine.call());

  test('are unknown where nothing was answered', async () => {
    await open(machine);
    expect(good(await statistics(-1, 1))).toEqual({
      customer: { n: 0 },
      departments: { n: 0 },
      byDepartment: [],
      unknown: 0,
    });
    expect(codeOf(await statistics(1, -1))).toBe('invalid');
  });

  test('count every wait that ended in the period, that of a case which came back as well', async () => {
    const one = await open(machine);
    machine.later(30);
    await move(machine, one, { to: 'passed-on', department: 'Warehouse' });
    machine.later(60);
    await move(machine, one, { to: 'answer-received' });
    machine.later(30);
    await move(machine, one, { to: 'replied' });
    machine.later(600);
    await move(machine, one, { to: 'to-answer' });
    machine.later(10);
    await move(machine, one, { to: 'replied' });
    const minute = 60_000;
    expect(good(await statistics(-24, 1))).toEqual({
      customer: { n: 2, median: 10 * minute, ninetieth: 120 * minute },
      departments: { n: 1, median: 60 * minute, ninetieth: 60 * minute },
      byDepartment: [{ department: 'Warehouse', n: 1, median: 60 * minute, ninetieth: 60 * minute }],
      unknown: 0,
    });
    expect(good(await statistics(-1, 1)).customer).toMatchObject({ n: 1, median: 10 * minute });
  });

  test('a clock that was set back gives no time, and says so', async () => {
    const one = await open(machine);
    machine.later(-120);
    await move(machine, one, { to: 'replied' });
    expect(good(await statistics(-1, 1))).toMatchObject({ customer: { n: 0 }, unknown: 1 });
    machine.later(600);
    expect(titles(await queue(machine))).toEqual(['Broken vase']);
  });
});
