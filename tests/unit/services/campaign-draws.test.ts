import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Draw, drawSchema } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { checkDraw, erasedLine } from '../../../utils/files/draw.ts';
import { drawListOf, getDraw } from '../../../utils/services/campaigns/draw-campaign.ts';
import { savePlatformResult } from '../../../utils/services/campaigns/edit-campaign.ts';
import { reportCampaign } from '../../../utils/services/campaigns/report-campaign.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { collectStep, drawFrom, saveIt, seen, tabShows, watchPage } from '../../support/campaign-notebook.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
const stored = async <T>(store: 'entries' | 'draws' | 'campaigns' | 'operations') =>
  ((await dump(machine, [store]))[store] ?? []) as T[];
const crowd = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => seen(`visitor_${from + at}`, `count me in ${from + at}`));
describe('a draw', () => {
  test('is computed again to the same winners, and the next one stands beside it', async () => {
    const id = await saveIt(machine);
    tabShows(crowd(40));
    good(await collectStep(machine, id));
    const { drawId } = good(await drawFrom(machine, id));
    machine.later();
    good(await drawFrom(machine, id, { seed: 'another number' }));
    const { draw: kept, drawn } = good(await getDraw({ drawId }, machine.call()));
    expect(checkDraw(kept)).toBe('same');
    expect(kept.list).toHaveLength(40);
    const names = [...kept.winners, ...kept.alternates].map((place) => kept.list[place]?.split('\t')[1]);
    expect(drawn.map(({ entry }) => entry.author.handle)).toEqual(names);
    expect(new Set(names).size).toBe(3);
    expect((await stored<Draw>('draws')).map(({ seed }) => seed)).toEqual([
      'the number of Friday',
      'another number',
    ]);
  });

  test('is refused without anybody, from another list, and early or short unless that is meant', async () => {
    const id = await saveIt(machine);
    expect(codeOf(await drawFrom(machine, id))).toBe('invalid');
    tabShows(crowd(1));
    good(await collectStep(machine, id));
    expect(codeOf(await drawFrom(machine, id, { listHash: 'a1'.repeat(32) }))).toBe('changed-since');
    machine.clock.now = new Date('2026-03-11T00:00:00.000Z');
    expect(codeOf(await drawFrom(machine, id, { anyway: false }))).toBe('invalid');
    machine.clock.now = new Date('2026-03-13T00:00:00.000Z');
    expect(codeOf(await drawFrom(machine, id, { anyway: false }))).toBe('invalid');
    good(await drawFrom(machine, id));
    tabShows(crowd(9, 5));
    expect(await stored('draws')).toHaveLength(1);
  });

  test('from a list with very long addresses can be read, and restored from a backup', async () => {
    const id = await saveIt(machine);
    const url = `${watchPage}&lc=${'x'.repeat(7_000)}`;
    const twice = ['one', 'two'].map((text) =>
      seen('mira', text, { url, id: `${text}${'y'.repeat(1_900)}` }),
    );
    tabShows([...twice, seen('noor', 'me', { url })]);
    await saveIt(machine, { oneEach: false }, id);
    good(await collectStep(machine, id));
    const { drawId } = good(await drawFrom(machine, id));
    const { draw } = good(await getDraw({ drawId }, machine.call()));
    expect(draw.list).toHaveLength(3);
    expect(z.safeParse(drawSchema, draw).error).toBeUndefined();
  });

  test('leaves out what nobody could check, unless that is meant, and says how many there were', async () => {
    const id = await saveIt(machine, { conditions: [{ kind: 'like' }] });
    tabShows(crowd(4));
    good(await collectStep(machine, id));
    expect(good(await drawListOf({ campaignId: id, unchecked: false }, machine.call())).lines).toEqual([]);
    const list = good(await drawListOf({ campaignId: id, unchecked: true }, machine.call()));
    expect(list).toMatchObject({ unchecked: 4 });
    good(await drawFrom(machine, id, { unchecked: true, listHash: list.listHash }));
    expect(await stored<Draw>('draws')).toMatchObject([{ unchecked: 4 }]);
  });
});

test('the report counts people, reasons and days', async () => {
  const id = await saveIt(machine, { conditions: [{ kind: 'in-time' }, { kind: 'follow' }] });
  tabShows([
    seen('mira', 'one', { publishedAt: '2026-03-10T12:00:00.000Z', id: 'c1' }),
    seen('mira', 'two', { publishedAt: '2026-03-11T12:00:00.000Z', id: 'c2' }),
    seen('noor', 'late', { publishedAt: '2026-03-20T12:00:00.000Z' }),
    seen('lin', 'sometime'),
  ]);
  good(await collectStep(machine, id));
  expect(good(await reportCampaign({ campaignId: id }, machine.call()))).toEqual({
    counts: { all: 4, eligible: 0, open: 2, out: 2 },
    people: 3,
    peopleIn: 2,
    out: [
      { reason: 'condition', entries: 1 },
      { reason: 'same-person', entries: 1 },
    ],
    unchecked: [
      { condition: 'in-time', entries: 1 },
      { condition: 'follow', entries: 2 },
    ],
    platforms: [{ platform: 'youtube', entries: 4 }],
    days: [
      { day: '2026-03-10', entries: 1 },
      { day: '2026-03-11', entries: 1 },
      { day: '2026-03-20', entries: 1 },
    ],
    daysUnknown: 1,
    copied: 0,
    draws: [],
  });
});

describe('erasing an entrant', () => {
  test('leaves nothing that tells who it was, and who won stays', async () => {
    const reading = { ...profile(named('visitor_3', '77')), platform: 'youtube' as const };
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    const id = await saveIt(machine);
    tabShows(crowd(6));
    good(await collectStep(machine, id));
    await saveIt(machine, { winners: 5, alternates: 1 }, id);
    const result = { at: '2026-03-12T10:00:00.000Z', words: '', winners: ['@visitor_3', 'lin'] };
    const { drawId } = good(await drawFrom(machine, id));
    await saveIt(machine, { staff: ['@Visitor_3', 'noor'], winners: 5, alternates: 1 }, id);
    good(await savePlatformResult({ operationId: newId(), campaignId: id, result }, machine.call()));
    const before = good(await getDraw({ drawId }, machine.call())).draw;
    const told = good(await exportPerson({ creatorId }, machine.call())).stores;
    expect(told.entries).toHaveLength(1);
    expect(told.draws).toMatchObject([{ lines: [{ line: expect.stringContaining('visitor_3') }] }]);
    expect(JSON.stringify(told)).not.toContain('visitor_4');

    good(
      await erasePerson(machine.notebook, machine.contexts)(
        { operationId: newId(), creatorId, suppress: false },
        machine.call(),
      ),
    );
    expect(JSON.stringify(await dump(machine))).not.toMatch(/visitor_3/i);
    const after = good(await getDraw({ drawId }, machine.call())).draw;
    expect(after).toMatchObject({
      winners: before.winners,
      alternates: before.alternates,
      listHash: before.listHash,
    });
    expect(after.list.filter((line) => line === erasedLine)).toHaveLength(1);
    expect(checkDraw(after)).toBe('erased');
    const [campaign] = await stored<{ staff: string[]; platformResult: unknown }>('campaigns');
    expect(campaign).toMatchObject({ staff: ['noor'], platformResult: { winners: [erasedLine, 'lin'] } });
  });
});
