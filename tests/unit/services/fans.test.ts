import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemAuthor } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Input } from '../../../utils/messaging/protocol.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { addPointsByHand, noteThanked } from '../../../utils/services/fans/edit-fan.ts';
import { addFanPoints, addReplyPoint, takeFanPoints } from '../../../utils/services/fans/fan-points.ts';
import { listFanPoints, listFans } from '../../../utils/services/fans/list-fans.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { commentOf, tagging, tagThat, within } from '../../support/tagged-fans.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const day = 24 * 60;
const noor: ItemAuthor = { platform: 'instagram', handle: 'noor.k', stableId: '77', displayName: 'Noor' };
const mira: ItemAuthor = { platform: 'instagram', handle: 'Mira.Holm' };
const praise = tagThat('fan', 'praise');

const list = async (input: Partial<Input<'fan.list'>> = {}) =>
  good(await listFans({ order: 'points', before: null, limit: 50, ...input }, machine.call()));
const summed = async (input?: Partial<Input<'fan.list'>>) =>
  (await list(input)).rows.map(({ fan, level }) => [fan.author.handle, fan.points, level]);
const only = async () => {
  const [row] = (await list()).rows;
  if (!row) throw new Error('no fan');
  return row;
};
const undo = (operationId: string) =>
  undoOperation({ operationId: newId(), undo: operationId }, machine.call());
const capture = async (handle: string, stableId?: string) =>
  good(
    await captureCreator(
      { operationId: newId(), reading: profile(named(handle, stableId)) },
      machine.call(pageIn(1)),
    ),
  ).creatorId;
const give = (author: ItemAuthor, points: number) =>
  within(machine, (unit) => addFanPoints(unit, { author, why: 'giveaway', points }));

describe('a tag that makes a fan', () => {
  test('gives the author a point, and taking it off takes it away', async () => {
    const comment = commentOf(noor);
    await tagging(machine, comment, praise);
    expect(await summed()).toEqual([['noor.k', 1, 'fan']]);
    await tagging(machine, comment, praise, false);
    expect(await summed()).toEqual([]);
    expect((await dump(machine, ['fanPoints'])).fanPoints).toEqual([]);
  });

  test('counts an item once, however many such tags it carries, until the last of them goes', async () => {
    const comment = commentOf(noor);
    const other = tagThat('fan', 'love');
    await tagging(machine, comment, praise);
    await tagging(machine, comment, other);
    expect(await summed()).toEqual([['noor.k', 1, 'fan']]);
    await tagging(machine, comment, praise, false);
    expect(await summed()).toEqual([['noor.k', 1, 'fan']]);
    await tagging(machine, comment, other, false);
    expect(await summed()).toEqual([]);
  });

  test('is taken back by undo with all that followed', async () => {
    const before = await dump(machine, ['fans', 'fanPoints', 'items']);
    const operation = await tagging(machine, commentOf(noor), praise);
    good(await undo(operation));
    expect(await dump(machine, ['fans', 'fanPoints', 'items'])).toEqual(before);
  });

  test('knows somebody renamed by their stable id, and takes a handle for another where the ids differ', async () => {
    await tagging(machine, commentOf(noor), praise);
    machine.later();
    await tagging(machine, commentOf({ ...noor, handle: 'noor.writes' }), praise);
    expect(await summed()).toEqual([['noor.writes', 2, 'fan']]);
    machine.later();
    await tagging(machine, commentOf({ ...noor, handle: 'noor.k', stableId: '88' }), praise);
    expect((await summed()).toSorted()).toEqual([
      ['noor.k', 1, 'fan'],
      ['noor.writes', 2, 'fan'],
    ]);
  });

  test('learns the stable id of who was known by the handle alone', async () => {
    await tagging(machine, commentOf(mira), praise);
    await tagging(machine, commentOf({ ...mira, handle: 'mira.holm', stableId: '5' }), praise);
    await tagging(machine, commentOf({ ...mira, handle: 'mira.new', stableId: '5' }), praise);
    expect(await summed()).toEqual([['mira.new', 3, 'fan']]);
  });

  test('whoever asked not to be stored becomes no fan, and an item of nobody makes none', async () => {
    await within(machine, (unit) => suppress(unit, noor));
    await tagging(machine, commentOf(noor), praise);
    await tagging(machine, commentOf(undefined), praise);
    const { fans, fanPoints } = await dump(machine, ['fans', 'fanPoints']);
    expect([fans, fanPoints]).toEqual([[], []]);
  });
});

describe('points', () => {
  test('come from a picture and from rights, each reason once for one item, and go with the reason', async () => {
    const sourceId = newId();
    for (const why of ['ugc', 'ugc', 'ugc-granted', 'ugc-granted'] as const)
      await within(machine, (unit) => addFanPoints(unit, { author: noor, why, sourceId }));
    expect(await summed()).toEqual([['noor.k', 5, 'loyal']]);
    await within(machine, (unit) => takeFanPoints(unit, { why: 'ugc-granted', sourceId }));
    expect(await summed()).toEqual([['noor.k', 2, 'fan']]);
  });

  test('for an answer come once a day, and only to who is known', async () => {
    const answer = () =>
      within(machine, (unit) =>
        addReplyPoint(unit, { author: noor, useId: newId(), now: machine.clock.now }),
      );
    await answer();
    expect(await summed()).toEqual([]);
    await tagging(machine, commentOf(noor), praise);
    await answer();
    await answer();
    expect(await summed()).toEqual([['noor.k', 2, 'fan']]);
    machine.later(day);
    await answer();
    expect(await summed()).toEqual([['noor.k', 3, 'fan']]);
    await capture('mira.holm');
    await within(machine, (unit) =>
      addReplyPoint(unit, { author: mira, useId: newId(), now: machine.clock.now }),
    );
    expect((await summed()).toSorted()).toEqual([
      ['Mira.Holm', 1, 'fan'],
      ['noor.k', 3, 'fan'],
    ]);
  });

  test('by hand are kept with their reason, and never fall below none', async () => {
    await tagging(machine, commentOf(noor), praise);
    const { fan } = await only();
    const byHand = (points: number, note?: string) =>
      addPointsByHand(
        { operationId: newId(), fanId: fan.id, points, ...(note ? { note } : {}) },
        machine.call(),
      );
    machine.later();
    good(await byHand(14, 'sent friends to the shop'));
    expect(await summed()).toEqual([['noor.k', 15, 'promoter']]);
    expect(codeOf(await byHand(-16))).toBe('invalid');
    good(await byHand(-15));
    expect(await summed()).toEqual([['noor.k', 0, 'none']]);
    const { rows } = good(await listFanPoints({ fanId: fan.id, before: null, limit: 50 }, machine.call()));
    expect(rows.map(({ point }) => [point.why, point.points, point.note]).toSorted()).toEqual([
      ['by-hand', -15, undefined],
      ['by-hand', 14, 'sent friends to the shop'],
      ['tagged', 1, undefined],
    ]);
    expect(rows.at(-1)?.source).toMatchObject({ kind: 'comment', text: 'love it' });
  });

  test('are paged by index in both orders, each fan once', async () => {
    for (let number = 0; number < 23; number += 1) {
      await give({ platform: 'instagram', handle: `fan${number}` }, 1 + (number % 3));
      if (number % 4 === 0) machine.later();
    }
    for (const order of ['points', 'last'] as const) {
      const seen: string[] = [];
      const sums: number[] = [];
      let before: Input<'fan.list'>['before'] = null;
      for (let more = true; more; ) {
        const page = await list({ order, before, limit: 5 });
        seen.push(...page.rows.map(({ fan }) => fan.author.handle));
        sums.push(...page.rows.map(({ fan }) => fan.points));
        const last = page.rows.at(-1)?.fan;
        before = last ? { points: last.points, at: last.lastAt, id: last.id } : null;
        more = page.more;
      }
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
      if (order === 'points') expect(sums).toEqual(sums.toSorted((a, b) => b - a));
    }
  });
});

describe('lists', () => {
  test('of one level hold that level by the thresholds of now', async () => {
    await give(noor, 6);
    await give(mira, 2);
    expect(await summed({ level: 'loyal' })).toEqual([['noor.k', 6, 'loyal']]);
    expect(await summed({ level: 'fan' })).toEqual([['Mira.Holm', 2, 'fan']]);
    const changes = { fanThresholds: { fan: 1, loyal: 2, promoter: 6, ambassador: 7 } };
    good(await saveSettings({ operationId: newId(), changes }, machine.call()));
    expect(await summed({ level: 'loyal' })).toEqual([['Mira.Holm', 2, 'loyal']]);
    expect(await summed({ level: 'promoter' })).toEqual([['noor.k', 6, 'promoter']]);
    expect(await summed({ level: 'ambassador' })).toEqual([]);
  });

  test('whom to thank: who gave something these seven days and was not thanked since', async () => {
    await give(mira, 1);
    machine.later(8 * day);
    await give(noor, 1);
    expect(await summed({ order: 'thank' })).toEqual([['noor.k', 1, 'fan']]);
    const { fan } = await only();
    machine.later();
    const operationId = newId();
    good(
      await noteThanked(
        { operationId, fanId: (await list({ order: 'thank' })).rows[0]?.fan.id ?? fan.id },
        machine.call(),
      ),
    );
    expect(await summed({ order: 'thank' })).toEqual([]);
    good(await undo(operationId));
    expect(await summed({ order: 'thank' })).toEqual([['noor.k', 1, 'fan']]);
    good(
      await noteThanked(
        { operationId: newId(), fanId: (await list({ order: 'thank' })).rows[0]?.fan.id ?? '' },
        machine.call(),
      ),
    );
    machine.later();
    await give(noor, 1);
    expect(await summed({ order: 'thank' })).toEqual([['noor.k', 2, 'fan']]);
  });

  test('whom to thank leaves out who must not be contacted', async () => {
    const creatorId = await capture('noor.k', '77');
    await give(noor, 1);
    const input = { operationId: newId(), creatorId, changes: { doNotContact: true } };
    good(await updateCreator(machine.contexts)(input, machine.call()));
    expect(await summed({ order: 'thank' })).toEqual([]);
    expect((await list()).rows[0]).toMatchObject({ creatorId, doNotContact: true });
  });

  test('a point taken back owes no thanks', async () => {
    const comment = commentOf(noor);
    await give(noor, 3);
    machine.later(8 * day);
    await tagging(machine, comment, praise);
    expect(await summed({ order: 'thank' })).toEqual([['noor.k', 4, 'fan']]);
    await tagging(machine, comment, praise, false);
    expect(await summed({ order: 'thank' })).toEqual([]);
    expect((await only()).fan.lastAt).toBe('2026-03-10T09:00:00.000Z');
  });

  test('who went quiet: loyal or more, and nothing for so many days', async () => {
    await give(noor, 6);
    await give(mira, 2);
    machine.later(30 * day);
    expect(await summed({ order: 'quiet' })).toEqual([]);
    machine.later();
    expect(await summed({ order: 'quiet' })).toEqual([['noor.k', 6, 'loyal']]);
    // being thanked is nothing of theirs
    good(await noteThanked({ operationId: newId(), fanId: (await only()).fan.id }, machine.call()));
    expect(await summed({ order: 'quiet' })).toEqual([['noor.k', 6, 'loyal']]);
    await give(noor, 1);
    expect(await summed({ order: 'quiet' })).toEqual([]);
  });

  test('thresholds that do not ascend are refused', async () => {
    const changes = { fanThresholds: { fan: 1, loyal: 5, promoter: 5, ambassador: 40 } };
    expect(codeOf(await saveSettings({ operationId: newId(), changes }, machine.call()))).toBe('invalid');
  });
});
