import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { markHandles } from '../../../utils/services/mark-handles.ts';
import { framePeek, peekOf } from '../../../utils/services/peek-at-handle.ts';
import { tabFrames } from '../../../utils/services/show-in-frame.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { dump, frameIn, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const capture = async (handle: string, stableId?: string) =>
  good(
    await captureCreator(
      { operationId: newId(), reading: profile(named(handle, stableId)) },
      machine.call(pageIn(1)),
    ),
  ).creatorId;
const update = async (creatorId: string, changes: object) =>
  good(await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call()));
const marks = async (...handles: string[]) =>
  good(
    await markHandles(
      { platform: 'instagram', names: handles.map((handle) => ({ handle })) },
      machine.call(pageIn(1)),
    ),
  ).marks;

test('one question gets a mark for every name, in its order, from the gravest to the plainest', async () => {
  const [fan, partner, contacted, stop] = await Promise.all(
    ['fan', 'partner', 'contacted', 'stop'].map((handle) => capture(handle)),
  );
  await capture('plain');
  const { creators = [] } = await dump(machine);
  expect(creators).toHaveLength(5);
  await update(partner ?? '', { status: 'working-together' });
  await update(contacted ?? '', { status: 'negotiating' });
  await update(stop ?? '', { status: 'working-together', doNotContact: true });
  const database = await machine.notebook.database();
  if (!database.ok) throw new Error(database.code);
  const row = await database.value.get('creators', fan ?? '');
  if (row) await database.value.put('creators', { ...row, loyalty: 'promoter', status: 'contacted' });
  expect(await marks('nobody', 'FAN', 'partner', 'contacted', 'stop', 'plain', 'fan')).toEqual([
    'new',
    'fan',
    'partner',
    'in-contact',
    'do-not-contact',
    'known',
    'fan',
  ]);
});

test('on hover the frame of that tab hears whose name it is, and what the notebook has of her', async () => {
  const id = await capture('mira.bakes');
  await update(id, {
    status: 'contacted',
    notes: 'a'.repeat(500),
    tags: ['spring'],
    nextAction: { text: 'send clay', due: '2026-03-12' },
  });
  const person = { platform: 'instagram' as const, handle: 'mira.bakes' };
  good(await peekOf({ person }, machine.call(pageIn(7))));
  const peek = good(await framePeek({}, machine.call(frameIn(7))));
  expect(peek).toMatchObject({
    mark: 'in-contact',
    status: 'contacted',
    tags: ['spring'],
    nextAction: { text: 'send clay', due: '2026-03-12' },
  });
  expect(peek?.notes.length).toBeLessThan(300);
  expect(good(await framePeek({}, machine.call(frameIn(8))))).toBeNull();
  good(await peekOf({ person: { ...person, handle: 'nobody' } }, machine.call(pageIn(7))));
  expect(good(await framePeek({}, machine.call(frameIn(7))))).toBeNull();
  good(await peekOf({ person: null }, machine.call(pageIn(7))));
  expect(await tabFrames.peek(7)).toBeNull();
});
