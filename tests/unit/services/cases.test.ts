import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { editCase, logCase, moveCase } from '../../../utils/services/cases/change-case.ts';
import { getCase } from '../../../utils/services/cases/get-case.ts';
import { openByHand } from '../../../utils/services/cases/open-by-hand.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { cases, move, onlyCase, open, queue, undo } from '../../support/cases.ts';
import { inUse, testEveryWrite, type Write } from '../../support/every-write.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const now = () => machine.clock.now.toISOString();
const inHours = (hours: number) => new Date(machine.clock.now.getTime() + hours * 3_600_000).toISOString();
const titles = ({ rows }: { rows: { title: string }[] }) => rows.map(({ title }) => title);
const mira = { platform: 'instagram', handle: 'mira.bakes', stableId: '77' } as const;
const due = (hours: number) => ({ due: inHours(hours) });

describe('a case opened by hand', () => {
  test('waits from now and has a deadline; the log begins', async () => {
    const one = await open(machine, { note: 'She called' });
    expect(one).toMatchObject({
      state: 'to-answer',
      source: 'none',
      waitsSince: now(),
      due: inHours(24),
      clock: 'clock',
      log: [{ at: now(), step: 'opened', note: 'She called' }],
    });
    expect(machine.announced.at(-1)).toEqual(['cases']);
  });

  test('has the hours of the team where that was chosen, and those of the clock where it is urgent', async () => {
    const deadline = { hours: 100, clock: 'working' as const };
    expect((await open(machine, { deadline })).clock).toBe('working');
    expect(await open(machine, { deadline, urgent: true })).toMatchObject({
      clock: 'clock',
      due: inHours(100),
    });
  });

  test('nobody waits since tomorrow', async () => {
    expect((await open(machine, { waitsSince: inHours(5) })).waitsSince).toBe(now());
    expect((await open(machine, { waitsSince: inHours(-5) })).waitsSince).toBe(inHours(-5));
  });

  test('from a competitor names one that there is', async () => {
    const used = await inUse();
    const input = { operationId: newId(), title: 'Their sale', source: 'change' as const, urgent: false };
    const call = used.machine.call();
    const one = good(await openByHand({ ...input, competitorId: used.first }, call));
    const view = good(await getCase({ caseId: one.id }, call));
    expect(view).toMatchObject({ case: { source: 'change' }, competitorName: 'kiln', others: [] });
    for (const wrong of [{ competitorId: newId() }, { changeId: newId() }])
      expect(codeOf(await openByHand({ ...input, operationId: newId(), ...wrong }, call))).toBe('not-found');
  });

  test('a title that was put together is cut, never in the middle of a sign', async () => {
    const one = await open(machine, { title: `${'a'.repeat(299)}😍` });
    expect(one.title).toBe('a'.repeat(299));
  });
});

describe('a step', () => {
  test('is stored with its clocks, and taken back', async () => {
    const one = await open(machine);
    machine.later();
    const passed = await move(machine, one, {
      to: 'passed-on',
      department: 'Warehouse',
      note: 'Please look',
    });
    expect(passed).toMatchObject({ state: 'passed-on', passedOnAt: now(), updatedAt: now() });
    machine.later();
    const operationId = newId();
    await move(machine, one, { to: 'answer-received', answer: 'Sent anew' }, operationId);
    expect(await onlyCase(machine)).toMatchObject({ state: 'answer-received', answer: 'Sent anew' });
    await undo(machine, operationId);
    expect(await onlyCase(machine)).toEqual(passed);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    expect(counted).toMatchObject({ 'cases:of:Warehouse': 1, 'cases:open': 1 });
  });

  test('that is impossible is refused and changes nothing', async () => {
    const one = await open(machine);
    const before = await dump(machine, ['cases', 'activities']);
    const input = { operationId: newId(), caseId: one.id, move: { to: 'answer-received' as const } };
    expect(await moveCase(input, machine.call())).toEqual({
      ok: false,
      code: 'invalid',
      message: 'a case that is to-answer cannot become answer-received',
    });
    const step = { operationId: newId(), caseId: one.id, step: 'nudged' as const };
    expect(codeOf(await logCase(step, machine.call()))).toBe('invalid');
    expect(codeOf(await moveCase({ ...input, caseId: newId() }, machine.call()))).toBe('not-found');
    expect(await dump(machine, ['cases', 'activities'])).toEqual(before);
  });
});

describe('an edit', () => {
  const edit = async (id: string, changes: Parameters<typeof editCase>[0]['changes']) =>
    editCase({ operationId: newId(), caseId: id, changes }, machine.call());

  test('changes what is given, takes away what is null, and leaves the rest', async () => {
    const one = await open(machine, { owner: 'Design' });
    expect(good(await edit(one.id, { title: 'Broken bowl', note: 'Not a vase' }))).toMatchObject({
      title: 'Broken bowl',
      owner: 'Design',
      due: one.due,
      log: [{ step: 'opened' }, { step: 'changed' }, { step: 'noted', note: 'Not a vase' }],
    });
    expect(good(await edit(one.id, { owner: null }))).not.toHaveProperty('owner');
    expect((await queue(machine)).counts.byOwner).toEqual([{ owner: null, count: 1 }]);
  });

  test('what becomes urgent runs by the clock and stands first', async () => {
    await open(machine, { title: 'first by date', deadline: due(1) });
    const one = await open(machine, { title: 'urgent', deadline: { hours: 40, clock: 'working' } });
    expect(good(await edit(one.id, { urgent: true }))).toMatchObject({ clock: 'clock', due: inHours(40) });
    expect(titles(await queue(machine))).toEqual(['urgent', 'first by date']);
  });

  test('a moment that was chosen stays where the case becomes urgent', async () => {
    const one = await open(machine, { deadline: due(7) });
    expect(good(await edit(one.id, { urgent: true }))).toMatchObject({ due: one.due });
    const moved = good(await edit(one.id, { deadline: { hours: 3, clock: 'clock' } }));
    expect(moved).toMatchObject({ due: inHours(3), openDue: inHours(3) });
  });

  test('what is over takes a title and a note only; nobody has a deadline who does not have the case', async () => {
    const one = await open(machine);
    expect(codeOf(await edit(one.id, { departmentDue: inHours(1) }))).toBe('invalid');
    await move(machine, one, { to: 'closed' });
    for (const changes of [{ urgent: true }, { owner: null }, { deadline: due(1) }, { answer: 'Yes' }])
      expect(codeOf(await edit(one.id, changes))).toBe('invalid');
    expect(good(await edit(one.id, { title: 'Over', note: 'Refunded' }))).toMatchObject({
      title: 'Over',
      state: 'closed',
    });
  });
});

describe('a person', () => {
  test('who is erased takes their cases along, out of undo too; the export has them before', async () => {
    const reading = profile(named('mira.bakes', '77'));
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    const one = await open(machine, { author: mira, quote: 'It came in pieces' });
    await move(machine, one, { to: 'passed-on', department: 'Warehouse', note: 'Mira again' });
    await open(machine, { title: 'of somebody else' });
    expect(good(await getCase({ caseId: one.id }, machine.call())).creatorId).toBe(creatorId);
    const exported = good(await exportPerson({ creatorId }, machine.call()));
    expect(exported.stores.cases).toMatchObject([{ id: one.id }]);
    const input = { operationId: newId(), creatorId, suppress: true };
    good(await erasePerson(machine.notebook, machine.contexts)(input, machine.call()));
    expect(JSON.stringify(await dump(machine))).not.toMatch(/in pieces|Mira again|mira\.bakes/);
    expect((await cases(machine)).map(({ title }) => title)).toEqual(['of somebody else']);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    // whoever asked not to be stored is not named by a new case
    const again = await open(machine, { author: mira, quote: 'Hello?' });
    expect(again).toMatchObject({ authorKeys: [], quote: 'Hello?' });
    expect(again).not.toHaveProperty('author');
  });
});

test('holidays that are entered later count for the next deadline', async () => {
  const deadline = { hours: 9, clock: 'working' as const };
  const zone = process.env.TZ;
  process.env.TZ = 'UTC';
  const { workHours } = (await import('../../../utils/domain/default-settings.ts')).defaultSettings;
  expect((await open(machine, { deadline })).due).toBe('2026-03-10T18:00:00.000Z');
  const changes = { workHours: { ...workHours, holidays: ['2026-03-10'] } };
  good(await saveSettings({ operationId: newId(), changes }, machine.call()));
  expect((await open(machine, { deadline })).due).toBe('2026-03-11T18:00:00.000Z');
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function withCase() {
  const used = newMachine();
  const one = await open(used, { author: mira, owner: 'Design' });
  return { machine: used, one };
}
type Used = Awaited<ReturnType<typeof withCase>>;
const writes: Write<Used>[] = [
  [
    'case.open',
    (used, operationId) =>
      openByHand({ operationId, title: 'Bowl', source: 'none', urgent: true }, used.machine.call()),
  ],
  [
    'case.move',
    (used, operationId) =>
      moveCase(
        { operationId, caseId: used.one.id, move: { to: 'passed-on', department: 'Warehouse' } },
        used.machine.call(),
      ),
  ],
  [
    'case.edit',
    (used, operationId) =>
      editCase({ operationId, caseId: used.one.id, changes: { urgent: true } }, used.machine.call()),
  ],
  [
    'case.log',
    (used, operationId) => logCase({ operationId, caseId: used.one.id, step: 'held' }, used.machine.call()),
  ],
];
testEveryWrite(withCase, writes, 3);
