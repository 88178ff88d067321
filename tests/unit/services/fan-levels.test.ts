import { beforeEach, describe, expect, test } from 'vitest';
import type { FanThresholds } from '../../../utils/domain/fan-points.ts';
import type { ItemAuthor } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { addFanPoints } from '../../../utils/services/fans/fan-points.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { testEveryWrite } from '../../support/every-write.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { within } from '../../support/tagged-fans.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const strict: FanThresholds = { fan: 2, loyal: 8, promoter: 20, ambassador: 50 };
const mild: FanThresholds = { fan: 1, loyal: 2, promoter: 4, ambassador: 6 };

const person = (handle: string, stableId?: string): ItemAuthor => ({
  platform: 'instagram',
  handle,
  ...(stableId === undefined ? {} : { stableId }),
});
const capture = async (handle: string, id?: string, used = machine) =>
  good(
    await captureCreator({ operationId: newId(), reading: profile(named(handle, id)) }, used.call(pageIn(1))),
  ).creatorId;
const give = (author: ItemAuthor, points: number, used = machine) =>
  within(used, (unit) => addFanPoints(unit, { author, why: 'giveaway', points }));
const levels = (fanThresholds: FanThresholds, operationId = newId()) =>
  saveSettings({ operationId, changes: { fanThresholds, quietDays: 40 } }, machine.call());
const loyalty = async (creatorId: string) =>
  (await (await databaseOf(machine)).get('creators', creatorId))?.loyalty;
const undo = (operationId: string) =>
  undoOperation({ operationId: newId(), undo: operationId }, machine.call());

describe('new levels of fans', () => {
  test('hold for creators at once, up and down, and undo brings back what was', async () => {
    const creatorId = await capture('noor.k', '77');
    await give(person('noor.k', '77'), 6);
    expect(await loyalty(creatorId)).toBe('loyal');
    machine.later();
    good(await levels(mild));
    expect(await loyalty(creatorId)).toBe('ambassador');
    expect(machine.announced.at(-1)).toContain('creators');
    machine.later();
    const operationId = newId();
    good(await levels(strict, operationId));
    expect(await loyalty(creatorId)).toBe('fan');
    // a repeat of the same message changes nothing more
    const before = await dump(machine);
    good(await levels(strict, operationId));
    expect(await dump(machine)).toEqual(before);
    good(await undo(operationId));
    expect(await loyalty(creatorId)).toBe('ambassador');
    await give(person('noor.k', '77'), 1);
    expect(await loyalty(creatorId)).toBe('ambassador');
  });

  test('leave a higher loyalty that was set otherwise, and who was removed, and undo is exact there too', async () => {
    const creatorId = await capture('noor.k', '77');
    const gone = await capture('gone.k');
    await give(person('noor.k', '77'), 6);
    await give(person('gone.k'), 6);
    const database = await databaseOf(machine);
    const put = async (id: string, changes: object) => {
      const creator = await database.get('creators', id);
      if (creator) await database.put('creators', { ...creator, ...changes });
    };
    await put(creatorId, { loyalty: 'promoter' });
    await put(gone, { deletedAt: machine.clock.now.toISOString() });
    good(await levels(strict));
    expect([await loyalty(creatorId), await loyalty(gone)]).toEqual(['promoter', 'loyal']);
    const operationId = newId();
    good(await levels(mild, operationId));
    expect(await loyalty(creatorId)).toBe('ambassador');
    good(await undo(operationId));
    expect(await loyalty(creatorId)).toBe('promoter');
  });

  test.each([
    [16, 3],
    [3, 16],
  ])('count the highest of the accounts that somebody has: %i and %i', async (first, second) => {
    const creatorId = await capture('noor.k', '77');
    const database = await databaseOf(machine);
    const [account] = await database.getAll('accounts');
    if (account)
      await database.put('accounts', {
        ...account,
        id: newId(),
        platform: 'tiktok',
        identityKeys: ['tiktok:noor.k'],
      });
    await give(person('noor.k', '77'), first);
    await give({ platform: 'tiktok', handle: 'noor.k' }, second);
    expect(await loyalty(creatorId)).toBe('promoter');
    good(await levels(strict));
    expect(await loyalty(creatorId)).toBe('loyal');
    good(await levels({ ...strict, loyal: 17 }));
    expect(await loyalty(creatorId)).toBe('fan');
  });

  test('find the few creators among thousands of fans, and write nothing about the others', async () => {
    const at = machine.clock.now.toISOString();
    const database = await databaseOf(machine);
    const writing = database.transaction('fans', 'readwrite');
    for (let number = 0; number < 1_700; number += 1) {
      const author = person(`fan${number}`);
      const keys = [`instagram:fan${number}`];
      const fan = { id: newId(), createdAt: at, updatedAt: at, author, keys, points: 6 };
      await writing.store.put({ ...fan, firstAt: at, lastAt: at });
    }
    await writing.done;
    const creators = await Promise.all(['fan3', 'fan800', 'fan1699'].map((handle) => capture(handle)));
    const fans = await dump(machine, ['fans']);
    machine.later();
    const operationId = newId();
    good(await levels(mild, operationId));
    expect(await Promise.all(creators.map(loyalty))).toEqual(['ambassador', 'ambassador', 'ambassador']);
    expect(await dump(machine, ['fans'])).toEqual(fans);
    const { images } = (await database.get('operations', operationId)) ?? { images: [] };
    expect(images.map(({ store }) => store).toSorted()).toEqual([
      ...creators.map(() => 'creators'),
      'settings',
    ]);
  });

  test('that are those of now ask and write nothing about fans', async () => {
    await capture('noor.k', '77');
    await give(person('noor.k', '77'), 6);
    good(await levels(mild));
    const before = await dump(machine, ['creators']);
    machine.later();
    good(await levels(mild));
    expect(await dump(machine, ['creators'])).toEqual(before);
    expect(machine.announced.at(-1)).toEqual(['settings']);
  });
});

describe('every write of new levels', () => {
  const setUp = async () => {
    const used = newMachine();
    await capture('noor.k', '77', used);
    await give(person('noor.k', '77'), 6, used);
    used.later();
    return { machine: used };
  };
  testEveryWrite<Awaited<ReturnType<typeof setUp>>>(
    setUp,
    [
      [
        'settings.save',
        ({ machine: used }, operationId) =>
          saveSettings({ operationId, changes: { fanThresholds: mild } }, used.call()),
      ],
    ],
    4,
  );
});
