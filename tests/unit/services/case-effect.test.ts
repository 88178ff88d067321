import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { editCase, logCase } from '../../../utils/services/cases/change-case.ts';
import { cases, items, move, onlyCase, undo } from '../../support/cases.ts';
import { dump, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { comment, lena } from '../../support/tagged-comment.ts';
import { makeTag, put } from '../../support/tagging.ts';

let machine: Machine;
let parcel: Tag;
let complaint: Tag;
beforeEach(async () => {
  machine = newMachine();
  parcel = await makeTag(machine, {
    name: 'Parcel',
    effect: 'case',
    owner: 'Warehouse',
    deadline: { hours: 48, clock: 'clock' },
  });
  complaint = await makeTag(machine, {
    name: 'Complaint',
    effect: 'case',
    urgent: true,
    deadline: { hours: 2, clock: 'working' },
  });
});
const now = () => machine.clock.now.toISOString();
const inHours = (hours: number) => new Date(machine.clock.now.getTime() + hours * 3_600_000).toISOString();

describe('a tag that opens a case', () => {
  test('opens it with what the tag and the item say; the customer waits since they wrote', async () => {
    const written = inHours(-5);
    const answer = await put(machine, comment({ id: '17', time: written }), [parcel]);
    const one = await onlyCase(machine);
    expect(answer).toMatchObject({ caseId: one.id, effects: ['case'] });
    expect(one).toMatchObject({
      title: 'Parcel · lena.pots',
      state: 'to-answer',
      source: 'item',
      itemId: answer.itemId,
      tagId: parcel.id,
      platform: 'instagram',
      url: 'https://www.instagram.com/p/Cx1/c/17/',
      pageKey: 'instagram:post:Cx1',
      quote: 'Where is my parcel?',
      author: lena,
      authorKeys: ['instagram:#901', 'instagram:lena.pots'],
      owner: 'Warehouse',
      urgent: false,
      waitsSince: written,
      due: inHours(43),
    });
  });

  test.each([
    ['unknown', undefined],
    ['in the future, by a clock that goes wrong', '2030-01-01T00:00:00.000Z'],
  ])('where the time of writing is %s the customer waits from now', async (_words, time) => {
    await put(machine, comment({ id: '17', ...(time ? { time } : {}) }), [parcel]);
    expect((await onlyCase(machine)).waitsSince).toBe(now());
  });

  test('of a complaint runs by the clock although the tag says working hours', async () => {
    await put(machine, comment({ id: '17' }), [complaint]);
    expect(await onlyCase(machine)).toMatchObject({ urgent: true, clock: 'clock', due: inHours(2) });
  });

  test('without an author takes its title from the words', async () => {
    const { author: _nobody, ...item } = comment({ id: '17', text: 'Is this\nlegit?' });
    await put(machine, item, [parcel]);
    expect(await onlyCase(machine)).toMatchObject({ title: 'Parcel · Is this legit?', authorKeys: [] });
  });

  test('fifty thousand signs of a comment are no harm', async () => {
    const text = '😍'.repeat(2_500);
    await put(machine, comment({ id: '17', text }, { author: { ...lena, displayName: '😍'.repeat(200) } }), [
      parcel,
    ]);
    const one = await onlyCase(machine);
    expect(one.quote).toBe(text);
    expect(one.title.length).toBeLessThanOrEqual(300);
    expect(one.title.isWellFormed()).toBe(true);
  });

  test('is taken back as a whole', async () => {
    const operationId = newId();
    await put(machine, comment({ id: '17' }), [parcel], { operationId });
    await undo(machine, operationId);
    expect(await cases(machine)).toEqual([]);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });
});

describe('a second tag on the same item', () => {
  test('joins the open case; the stricter of both holds', async () => {
    const first = await put(machine, comment({ id: '17' }), [parcel]);
    machine.later(60);
    const second = await put(machine, comment({ id: '17' }), [complaint]);
    expect(second.caseId).toBe(first.caseId);
    expect(await onlyCase(machine)).toMatchObject({ owner: 'Warehouse', urgent: true, due: inHours(1) });
  });

  test('with a later deadline makes nothing later', async () => {
    await put(machine, comment({ id: '17' }), [complaint]);
    const before = await onlyCase(machine);
    await put(machine, comment({ id: '17' }), [parcel]);
    expect(await onlyCase(machine)).toMatchObject({ due: before.due, urgent: true, owner: 'Warehouse' });
  });

  test('both at once open one case', async () => {
    await put(machine, comment({ id: '17' }), [parcel, complaint]);
    expect(await onlyCase(machine)).toMatchObject({ urgent: true });
  });

  test('another comment has a case of its own', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    await put(machine, comment({ id: '18', text: 'And the second parcel?' }), [parcel]);
    expect(await cases(machine)).toHaveLength(2);
  });
});

describe('taking the tag off', () => {
  const off = () => put(machine, comment({ id: '17' }), [], { remove: [parcel] });

  test('takes the case along on which nobody worked, and the item with it', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    const operationId = newId();
    await put(machine, comment({ id: '17' }), [], { remove: [parcel], operationId });
    expect([await cases(machine), await items(machine)]).toEqual([[], []]);
    await undo(machine, operationId);
    expect([await cases(machine), await items(machine)]).toMatchObject([
      [{ title: 'Parcel · lena.pots' }],
      [{}],
    ]);
  });

  test.each([
    ['passed on', (id: string) => move(machine, { id }, { to: 'passed-on', department: 'Warehouse' })],
    [
      'noted',
      (id: string) => logCase({ operationId: newId(), caseId: id, step: 'noted', note: 'x' }, machine.call()),
    ],
    [
      'edited',
      (id: string) => editCase({ operationId: newId(), caseId: id, changes: { title: 'x' } }, machine.call()),
    ],
    ['closed', (id: string) => move(machine, { id }, { to: 'closed' })],
  ])('keeps one that was %s', async (_words, work) => {
    await put(machine, comment({ id: '17' }), [parcel]);
    await work((await onlyCase(machine)).id);
    await off();
    const one = await onlyCase(machine);
    expect((await items(machine)).map(({ id }) => id)).toEqual([one.itemId]);
  });

  test('keeps it while another tag asks for one, and takes it with the last', async () => {
    await put(machine, comment({ id: '17' }), [parcel, complaint]);
    await off();
    expect(await cases(machine)).toHaveLength(1);
    await put(machine, comment({ id: '17' }), [], { remove: [complaint] });
    expect(await cases(machine)).toEqual([]);
  });
});

describe('a customer who writes again', () => {
  /** A case that was answered an hour after the comment. */
  async function answered(): Promise<string> {
    await put(machine, comment({ id: '17' }), [parcel]);
    const one = await onlyCase(machine);
    machine.later(60);
    await move(machine, one, { to: 'replied' });
    machine.later(60);
    return one.id;
  }

  test('below the same post brings the case back, with the new words and the new wait', async () => {
    const id = await answered();
    const written = inHours(-0.5);
    const answer = await put(machine, comment({ id: '18', text: 'Still nothing!', time: written }), [parcel]);
    expect(answer.caseId).toBe(id);
    expect(await onlyCase(machine)).toMatchObject({
      id,
      state: 'to-answer',
      reopened: 1,
      quote: 'Still nothing!',
      itemId: answer.itemId,
      waitsSince: written,
      due: inHours(47.5),
    });
    expect((await onlyCase(machine)).log.at(-1)).toMatchObject({
      step: 'reopened',
      note: 'Where is my parcel?',
    });
  });

  test('under a new name they are still the same customer', async () => {
    const id = await answered();
    const author = { ...lena, handle: 'lena.clay', displayName: 'Lena Clay' };
    const answer = await put(machine, comment({ id: '18', text: 'Hello?', author }), [parcel]);
    expect(answer.caseId).toBe(id);
  });

  test('what they wrote before the reply does not make the reply late', async () => {
    await answered();
    await put(machine, comment({ id: '18', text: 'Same', time: inHours(-1.5) }), [parcel]);
    expect(await onlyCase(machine)).toMatchObject({ reopened: 1, waitsSince: now() });
  });

  test('an edited comment brings the case back although its tags are the same', async () => {
    const id = await answered();
    await put(machine, comment({ id: '17', text: 'Where is my parcel?  ' }), [parcel]);
    expect(await onlyCase(machine)).toMatchObject({ state: 'replied' });
    const edited = await put(machine, comment({ id: '17', text: 'It came, and is broken' }), [parcel]);
    expect(edited.caseId).toBe(id);
    expect(await onlyCase(machine)).toMatchObject({ state: 'to-answer', quote: 'It came, and is broken' });
  });

  test('elsewhere, or somebody else, or after a month opens a case of its own', async () => {
    await answered();
    const other = comment({ id: '18', text: 'Hi' });
    await put(machine, { ...other, pageKey: 'instagram:post:Cx2' }, [parcel]);
    const mira = { platform: 'instagram', handle: 'mira.bakes' } as const;
    await put(machine, comment({ id: '19', text: 'Hi', author: mira }), [parcel]);
    machine.later(31 * 24 * 60);
    await put(machine, comment({ id: '20', text: 'Hi there' }), [parcel]);
    expect((await cases(machine)).map(({ reopened }) => reopened)).toEqual([0, 0, 0, 0]);
  });

  test('is taken back as a whole', async () => {
    await answered();
    const before = await dump(machine, ['cases', 'items', 'counters']);
    const operationId = newId();
    await put(machine, comment({ id: '18', text: 'Still nothing!' }), [parcel], { operationId });
    await undo(machine, operationId);
    const after = await dump(machine, ['cases', 'items', 'counters']);
    expect({ ...after, counters: [] }).toEqual({ ...before, counters: [] });
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('the tag of a comment that was answered and closed opens nothing beside it', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    const one = await onlyCase(machine);
    await move(machine, one, { to: 'closed' });
    await put(machine, comment({ id: '17' }), [complaint]);
    expect(await onlyCase(machine)).toMatchObject({ id: one.id, state: 'to-answer', reopened: 1 });
  });
});
