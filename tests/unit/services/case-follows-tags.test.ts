import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { cases, move, onlyCase, undo } from '../../support/cases.ts';
import { dump, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { comment } from '../../support/tagged-comment.ts';
import { makeTag, put } from '../../support/tagging.ts';

/*
 * What becomes of a case when the tags of its comment are changed, and when more or other words of the comment are seen. The clock of the
 * notebook begins at 09:00 UTC on 10 March 2026.
 */

let machine: Machine;
let parcel: Tag;
let complaint: Tag;
let praise: Tag;
beforeEach(async () => {
  machine = newMachine();
  const deadline = { hours: 48, clock: 'clock' } as const;
  parcel = await makeTag(machine, { name: 'Parcel', effect: 'case', owner: 'Warehouse', deadline });
  complaint = await makeTag(machine, { name: 'Complaint', effect: 'case', urgent: true });
  praise = await makeTag(machine, { name: 'Praise' });
});
const now = () => machine.clock.now.toISOString();
const inHours = (hours: number) => new Date(machine.clock.now.getTime() + hours * 3_600_000).toISOString();
const saying = (text: string) => comment({ id: '17', text });

describe('a tag put by mistake', () => {
  const asParcel = () => ({
    title: 'Parcel · lena.pots',
    tagId: parcel.id,
    owner: 'Warehouse',
    urgent: false,
    due: inHours(48),
    hours: 48,
  });

  test('and changed for the right one makes the case what that one says; undo makes it what it was', async () => {
    await put(machine, comment({ id: '17' }), [complaint]);
    const before = await dump(machine, ['cases']);
    const operationId = newId();
    const { caseId } = await put(machine, comment({ id: '17' }), [parcel], {
      remove: [complaint],
      operationId,
    });
    expect(await onlyCase(machine)).toMatchObject({ ...asParcel(), id: caseId });
    await undo(machine, operationId);
    expect(await dump(machine, ['cases'])).toEqual(before);
  });

  test('beside the right one takes along what it made of the case, whichever came first', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    await put(machine, comment({ id: '17' }), [complaint]);
    expect(await onlyCase(machine)).toMatchObject({ urgent: true, due: inHours(4) });
    await put(machine, comment({ id: '17' }), [], { remove: [complaint] });
    expect(await onlyCase(machine)).toMatchObject(asParcel());
  });

  test('changes nothing any more in a case on which somebody worked', async () => {
    await put(machine, comment({ id: '17' }), [complaint]);
    await move(machine, await onlyCase(machine), { to: 'passed-on', department: 'Service' });
    await put(machine, comment({ id: '17' }), [parcel], { remove: [complaint] });
    expect(await onlyCase(machine)).toMatchObject({ title: 'Complaint · lena.pots', urgent: true });
  });
});

describe('of an answered comment', () => {
  async function answered(text: string): Promise<void> {
    await put(machine, saying(text), [parcel]);
    await move(machine, await onlyCase(machine), { to: 'replied' });
    machine.later();
  }

  test.each([
    ['a plain tag', () => praise],
    ['another tag for cases', () => complaint],
  ])('the rest of the text is no new text, when %s is put', async (_words, tag) => {
    await answered('Where is my parcel? I have been waiting for it…');
    await put(machine, saying('Where is my parcel? I have been waiting for it since May.'), [tag()]);
    expect(await onlyCase(machine)).toMatchObject({
      state: 'replied',
      reopened: 0,
      quote: 'Where is my parcel? I have been waiting for it since May.',
    });
  });

  test('what is added to the whole text is new, also where the beginning was seen first', async () => {
    await put(machine, { ...saying('Where is my'), cut: true }, [parcel]);
    await answered('Where is my parcel?');
    await put(machine, saying('Where is my parcel? It has been two weeks!'), [praise]);
    expect(await onlyCase(machine)).toMatchObject({ state: 'to-answer', reopened: 1 });
  });
});

test('a comment answered long ago that is tagged once more waits from now, not from when it was written', async () => {
  const time = now();
  await put(machine, comment({ id: '17', time }), [parcel]);
  await move(machine, await onlyCase(machine), { to: 'replied' });
  await move(machine, await onlyCase(machine), { to: 'closed' });
  machine.later(40 * 24 * 60);
  await put(machine, comment({ id: '17', time }), [complaint]);
  expect((await cases(machine)).at(-1)).toMatchObject({ state: 'to-answer', waitsSince: now() });
});
