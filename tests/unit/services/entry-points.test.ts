import { beforeEach, describe, expect, test } from 'vitest';
import type { SeenEntry } from '../../../utils/domain/campaign.ts';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { assignEntries } from '../../../utils/services/campaigns/edit-campaign.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { addFanPoints } from '../../../utils/services/fans/fan-points.ts';
import { listFanPoints, listFans } from '../../../utils/services/fans/list-fans.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { collectStep, saveIt, seen, tabShows } from '../../support/campaign-notebook.ts';
import { testEveryWrite } from '../../support/every-write.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { tagging, tagThat, within } from '../../support/tagged-fans.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});

const takesPart = tagThat('giveaway', 'entry');
const asItem = (entry: SeenEntry): SeenItem => ({ ...entry, platform: 'youtube' });
const collect = async (entries: readonly SeenEntry[], campaignId: string, operationId = newId()) => {
  tabShows(entries);
  return good(await collectStep(machine, campaignId, operationId));
};
const list = async (order: 'points' | 'thank' = 'points') =>
  good(await listFans({ order, before: null, limit: 50 }, machine.call())).rows;
const summed = async () => (await list()).map(({ fan }) => [fan.author.handle, fan.points]).toSorted();
const rowsOf = async () =>
  ((await dump(machine, ['fanPoints'])).fanPoints ?? []) as { sourceId: string; points: number }[];

describe('an entry that was collected', () => {
  test('counts for its author as a tagged one does, once however often it is collected', async () => {
    const id = await saveIt(machine);
    await collect([seen('mira'), seen('noor')], id);
    machine.later();
    await collect([seen('mira'), seen('noor'), seen('late')], id);
    expect(await summed()).toEqual([
      ['late', 1],
      ['mira', 1],
      ['noor', 1],
    ]);
    const [row] = await list();
    const { rows } = good(
      await listFanPoints({ fanId: row?.fan.id ?? '', before: null, limit: 5 }, machine.call()),
    );
    expect(rows).toMatchObject([
      { point: { why: 'giveaway' }, source: { kind: 'comment', text: 'count me in' } },
    ]);
  });

  test('makes a creator in the notebook as loyal as the points say, and undo takes all of it back', async () => {
    const reading = { ...profile(named('mira')), platform: 'youtube' as const };
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    const loyalty = async () => (await (await databaseOf(machine)).get('creators', creatorId))?.loyalty;
    const id = await saveIt(machine);
    const stores = ['entries', 'fans', 'fanPoints', 'creators'] as const;
    const before = await dump(machine, stores);
    machine.later();
    const operationId = newId();
    await collect([seen('mira'), seen('noor')], id, operationId);
    expect(await loyalty()).toBe('fan');
    expect(machine.announced.at(-1)).toEqual(expect.arrayContaining(['campaigns', 'fans', 'creators']));
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
    expect(await dump(machine, stores)).toEqual(before);
  });

  test('is not among what to thank for, and what was given by hand stays there', async () => {
    const id = await saveIt(machine);
    await within(machine, (unit) => addFanPoints(unit, { author: seen('noor').author, why: 'ugc' }));
    machine.later();
    await collect([seen('mira'), seen('noor')], id);
    expect((await list('thank')).map(({ fan }) => [fan.author.handle, fan.points])).toEqual([['noor', 3]]);
  });

  test('counts the first of a person where each has one entry, and each where they do not', async () => {
    const often = [1, 2, 3].map((at) => seen('mira', `me ${at}`, { id: `m${at}` }));
    const once = await saveIt(machine);
    await collect(often, once);
    expect(await summed()).toEqual([['mira', 1]]);
    machine = newMachine();
    const each = await saveIt(machine, { oneEach: false });
    await collect(often, each);
    expect(await summed()).toEqual([['mira', 3]]);
  });

  test('counts once though two campaigns collect it', async () => {
    const first = await saveIt(machine);
    const second = await saveIt(machine, { name: 'Another' });
    expect((await collect([seen('mira')], first)).added).toBe(1);
    expect((await collect([seen('mira')], second)).added).toBe(1);
    expect(await summed()).toEqual([['mira', 1]]);
  });

  test('gives none to who asked not to be stored', async () => {
    const id = await saveIt(machine);
    await within(machine, (unit) => suppress(unit, seen('gone').author));
    await collect([seen('gone'), seen('mira')], id);
    expect(await summed()).toEqual([['mira', 1]]);
  });
});

describe('what is collected and tagged', () => {
  test('counts once when the tag comes later, and goes on counting without it', async () => {
    const id = await saveIt(machine);
    await collect([seen('mira')], id);
    machine.later();
    await tagging(machine, asItem(seen('mira')), takesPart);
    expect(await summed()).toEqual([['mira', 1]]);
    await tagging(machine, asItem(seen('mira')), takesPart, false);
    expect(await summed()).toEqual([['mira', 1]]);
  });

  test('counts once when the tag came first, and not at all without the tag that made the entry', async () => {
    const id = await saveIt(machine);
    await tagging(machine, asItem(seen('mira')), takesPart);
    machine.later();
    expect((await collect([seen('mira')], id)).known).toBe(1);
    expect(await summed()).toEqual([['mira', 1]]);
    await tagging(machine, asItem(seen('mira')), takesPart, false);
    expect(await summed()).toEqual([]);
  });

  test('counts once when it was tagged as an entry of nowhere, and the point stays with what was collected', async () => {
    const id = await saveIt(machine);
    await saveIt(machine, { name: 'Another' });
    await tagging(machine, asItem(seen('mira')), takesPart);
    machine.later();
    expect((await collect([seen('mira')], id)).added).toBe(1);
    expect(await summed()).toEqual([['mira', 1]]);
    const entries = (await dump(machine, ['entries'])).entries as { id: string; campaignId: string }[];
    const collected = entries.find(({ campaignId }) => campaignId === id)?.id;
    const entryIds = entries.filter(({ campaignId }) => campaignId !== id).map((entry) => entry.id);
    good(await assignEntries({ operationId: newId(), campaignId: id, entryIds }, machine.call()));
    machine.later();
    await tagging(machine, asItem(seen('mira')), takesPart, false);
    expect(await summed()).toEqual([['mira', 1]]);
    expect(await rowsOf()).toMatchObject([{ sourceId: collected, points: 1 }]);
  });
});

describe('every write of collecting', () => {
  const setUp = async () => {
    const used = newMachine();
    const campaignId = await saveIt(used);
    tabShows([seen('mira'), seen('noor')]);
    used.later();
    return { machine: used, campaignId };
  };
  testEveryWrite<Awaited<ReturnType<typeof setUp>>>(
    setUp,
    [
      [
        'campaign.collect',
        ({ machine: used, campaignId }, operationId) => collectStep(used, campaignId, operationId),
      ],
    ],
    6,
  );
});
