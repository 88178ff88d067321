import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemAuthor } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { addPointsByHand, noteThanked } from '../../../utils/services/fans/edit-fan.ts';
import { addFanPoints } from '../../../utils/services/fans/fan-points.ts';
import { fansOf, listFans } from '../../../utils/services/fans/list-fans.ts';
import { noteSpamDone } from '../../../utils/services/fans/list-spam.ts';
import { testEveryWrite } from '../../support/every-write.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { peopleOn, stableId } from '../../support/people.ts';
import { named, profile } from '../../support/readings.ts';
import { commentOf, tagging, tagThat, within } from '../../support/tagged-fans.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const noor: ItemAuthor = { platform: 'instagram', handle: 'noor.k', stableId: '77', displayName: 'Noor' };
const praise = tagThat('fan', 'praise');

const list = async () => good(await listFans({ order: 'points', before: null, limit: 50 }, machine.call()));
const capture = async (handle: string, id?: string) =>
  good(
    await captureCreator(
      { operationId: newId(), reading: profile(named(handle, id)) },
      machine.call(pageIn(1)),
    ),
  ).creatorId;
const loyalty = async (creatorId: string) =>
  (await (await databaseOf(machine)).get('creators', creatorId))?.loyalty;
const give = (author: ItemAuthor, points: number, on = machine) =>
  within(on, (unit) => addFanPoints(unit, { author, why: 'giveaway', points }));

describe('a creator in the notebook', () => {
  test('becomes as loyal as the points say, and falls again with them', async () => {
    const creatorId = await capture('noor.k', '77');
    const comment = commentOf(noor);
    await give(noor, 4);
    expect(await loyalty(creatorId)).toBe('fan');
    await tagging(machine, comment, praise);
    expect(await loyalty(creatorId)).toBe('loyal');
    await tagging(machine, comment, praise, false);
    expect(await loyalty(creatorId)).toBe('fan');
    expect(good(await fansOf({ creatorId }, machine.call())).rows).toMatchObject([
      { level: 'fan', creatorId, fan: { points: 4 } },
    ]);
  });

  test('keeps a higher loyalty that was set otherwise', async () => {
    const creatorId = await capture('noor.k', '77');
    const database = await databaseOf(machine);
    const creator = await database.get('creators', creatorId);
    if (creator) await database.put('creators', { ...creator, loyalty: 'promoter' });
    const comment = commentOf(noor);
    await tagging(machine, comment, praise);
    await tagging(machine, comment, praise, false);
    expect(await loyalty(creatorId)).toBe('promoter');
    await give(noor, 40);
    expect(await loyalty(creatorId)).toBe('ambassador');
  });
});

describe('erasing a person', () => {
  const people = peopleOn(() => machine);

  test('takes the fan that they are, what counted, and what undo knew of both', async () => {
    const { mira, noor: other } = await people.miraAndNoor();
    const her: ItemAuthor = {
      platform: 'instagram',
      handle: 'mira.bakes',
      stableId,
      displayName: 'Mira of the fjord',
    };
    const knits: ItemAuthor = { platform: 'instagram', handle: 'noor.knits' };
    const comment = commentOf(her, { text: 'by mira' });
    // a fan who is none any more: only undo knows of her
    const before = commentOf(her);
    await tagging(machine, before, praise);
    const was = (await list()).rows.find(({ fan }) => fan.author.handle === 'mira.bakes')?.fan.id ?? '';
    await tagging(machine, before, praise, false);
    await give(her, 3);
    await tagging(machine, comment, praise);
    await give(knits, 2);
    const [row] = (await list()).rows;
    const input = { operationId: newId(), fanId: row?.fan.id ?? '', points: 1, note: 'met mira' };
    good(await addPointsByHand(input, machine.call()));
    const { stores } = good(await exportPerson({ creatorId: mira }, machine.call()));
    expect(stores.fans).toMatchObject([{ author: { handle: 'mira.bakes' }, points: 5 }]);
    expect(stores.fanPoints).toHaveLength(3);
    await tagging(machine, comment, praise, false);

    good(await people.erase(mira));
    const {
      fans = [],
      fanPoints = [],
      operations,
    } = await dump(machine, ['fans', 'fanPoints', 'operations']);
    expect(fans).toMatchObject([{ author: { handle: 'noor.knits' }, points: 2 }]);
    expect(fanPoints).toHaveLength(1);
    expect(was).not.toBe('');
    expect(JSON.stringify(operations)).not.toMatch(new RegExp(`met mira|instagram:#5812043|${was}`));
    expect(good(await fansOf({ creatorId: other }, machine.call())).rows).toHaveLength(1);
  });
});

describe('every write about fans and spam', () => {
  const setUp = async () => {
    const used = newMachine();
    await give(noor, 3, used);
    await tagging(used, commentOf(noor), tagThat('spam'));
    used.later();
    const { fans = [], items = [] } = (await dump(used, ['fans', 'items'])) as Record<
      string,
      { id: string }[]
    >;
    return { machine: used, fanId: fans[0]?.id ?? '', itemId: items[0]?.id ?? '' };
  };
  testEveryWrite<Awaited<ReturnType<typeof setUp>>>(
    setUp,
    [
      [
        'fan.thanked',
        ({ machine: used, fanId }, operationId) => noteThanked({ operationId, fanId }, used.call()),
      ],
      [
        'fan.add-points',
        ({ machine: used, fanId }, operationId) =>
          addPointsByHand({ operationId, fanId, points: 2 }, used.call()),
      ],
      [
        'spam.done',
        ({ machine: used, itemId }, operationId) =>
          noteSpamDone({ operationId, itemId, done: true }, used.call()),
      ],
    ],
    3,
  );
});
