import { beforeEach, describe, expect, test } from 'vitest';
import type { CreatorChanges } from '../../../utils/domain/creator.ts';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { getCreator } from '../../../utils/services/get-creator.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { suggestTags } from '../../../utils/services/suggest-tags.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import {
  codeOf,
  dashboard,
  dump,
  frameIn,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
let creatorId: string;
let today: string;
const capture = async (handle: string) =>
  good(
    await captureCreator({ operationId: newId(), reading: profile(named(handle)) }, machine.call(pageIn(1))),
  ).creatorId;

beforeEach(async () => {
  machine = newMachine();
  today = localDay(machine.clock.now);
  creatorId = await capture('mira.bakes');
});

const update = (changes: CreatorChanges, id = creatorId, caller: Caller = dashboard) =>
  updateCreator(machine.contexts)({ operationId: newId(), creatorId: id, changes }, machine.call(caller));
const kinds = async () => {
  const { activities } = await dump(machine);
  return activities?.map((activity) => (activity as { kind: string }).kind);
};

test('changes what is named and leaves the rest', async () => {
  await update({ notes: 'Likes clay.', role: 'koc' });
  const view = good(await update({ status: 'contacted', lastContact: today }));
  expect(view.creator).toMatchObject({
    notes: 'Likes clay.',
    role: 'koc',
    status: 'contacted',
    lastContact: today,
  });
});

test('null takes a value away', async () => {
  await update({ lastContact: today, nextAction: { text: 'Ask for the address', due: today } });
  const { creator } = good(await update({ lastContact: null, nextAction: null }));
  expect([creator.lastContact, creator.nextAction, creator.due]).toEqual([undefined, undefined, undefined]);
});

test('a change that changes nothing writes nothing about the creator', async () => {
  await update({ notes: 'Same' });
  const before = await dump(machine, ['creators', 'activities']);
  machine.later();
  good(await update({ notes: 'Same' }));
  expect(await dump(machine, ['creators', 'activities'])).toEqual(before);
});

test('a creator that is gone is not found', async () => {
  expect(codeOf(await update({ notes: 'x' }, newId()))).toBe('not-found');
});

describe('tags', () => {
  test('a name becomes a tag once, however it is written', async () => {
    const other = await capture('noor.knits');
    const first = good(await update({ tags: ['Clay', ' clay ', '__proto__'] }));
    expect(first.tags.map(({ name }) => name)).toEqual(['Clay', '__proto__']);
    const second = good(await update({ tags: ['CLAY'] }, other));
    expect(second.tags[0]?.id).toBe(first.tags[0]?.id);
    expect(good(await suggestTags({}, machine.call())).names).toEqual(['Clay', '__proto__']);
  });

  test('the list given replaces the list there was', async () => {
    await update({ tags: ['Clay', 'Leeds'] });
    expect(good(await update({ tags: ['Leeds'] })).tags.map(({ name }) => name)).toEqual(['Leeds']);
    expect(good(await update({ tags: [] })).tags).toEqual([]);
  });
});

describe('a due follow-up', () => {
  const nextAction = (due: string) => ({ text: 'Ask for the address', due });
  const handled = async () => (await kinds())?.filter((kind) => kind === 'follow-up-handled').length;

  test.each<[string, (day: string) => CreatorChanges, number]>([
    ['done with', () => ({ nextAction: null }), 1],
    ['put off to a later day', (day) => ({ nextAction: nextAction(addDays(day, 3)) }), 1],
    ['answered by a contact today', (day) => ({ lastContact: day }), 1],
    ['put off to today', (day) => ({ nextAction: nextAction(day) }), 0],
    ['reworded', (day) => ({ nextAction: { text: 'Ask again', due: addDays(day, -1) } }), 0],
    ['noted with an older contact', (day) => ({ lastContact: addDays(day, -2) }), 0],
    ['left alone', () => ({ notes: 'x' }), 0],
  ])('that is %s', async (_name, changes, times) => {
    await update({ nextAction: nextAction(addDays(today, -1)) });
    await update(changes(today));
    expect(await handled()).toBe(times);
  });

  test('what is not due yet is not handled by being dropped', async () => {
    await update({ nextAction: nextAction(addDays(today, 1)) });
    await update({ nextAction: null });
    expect(await handled()).toBe(0);
  });

  test('who must not be contacted is never due, and is again once that is lifted', async () => {
    await update({ nextAction: nextAction(today), doNotContact: true });
    expect(good(await update({ notes: 'x' })).creator.due).toBeUndefined();
    expect(good(await update({ doNotContact: false })).creator.due).toBe(today);
  });
});

describe('a frame', () => {
  const show = (tabId: number, id: string) =>
    machine.contexts.set(tabId, {
      surface: 'creator-card',
      creatorId: id,
      outcome: 'opened',
      missing: [],
      account: { platform: 'instagram', handle: 'mira.bakes', main: false },
    });

  test('changes and reads only the creator whose card its own tab shows', async () => {
    const other = await capture('noor.knits');
    await show(5, creatorId);
    await show(6, other);
    expect(codeOf(await update({ notes: 'mine' }, creatorId, frameIn(5)))).toBe('ok');
    expect(codeOf(await update({ notes: 'not mine' }, other, frameIn(5)))).toBe('forbidden');
    const read = (id: string, caller: Caller) =>
      getCreator(machine.contexts)({ creatorId: id }, machine.call(caller));
    expect(codeOf(await read(creatorId, frameIn(5)))).toBe('ok');
    expect(codeOf(await read(other, frameIn(5)))).toBe('forbidden');
    expect(good(await read(other, dashboard)).creator.notes).toBe('');
  });

  test('without a card, or of no known tab, changes nothing', async () => {
    expect(codeOf(await update({ notes: 'x' }, creatorId, frameIn(9)))).toBe('forbidden');
    expect(codeOf(await update({ notes: 'x' }, creatorId, { kind: 'frame' }))).toBe('forbidden');
    await machine.contexts.set(9, { surface: 'problem', code: 'quota', url: 'https://a.example/' });
    expect(codeOf(await update({ notes: 'x' }, creatorId, frameIn(9)))).toBe('forbidden');
  });
});
