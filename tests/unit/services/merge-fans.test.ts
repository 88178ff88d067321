import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draw, Entry } from '../../../utils/domain/campaign.ts';
import type { Fan, FanPoint } from '../../../utils/domain/fan.ts';
import type { ItemAuthor } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { editEntry } from '../../../utils/services/campaigns/edit-campaign.ts';
import { addPointsByHand, noteThanked } from '../../../utils/services/fans/edit-fan.ts';
import { addFanPoints, addReplyPoint } from '../../../utils/services/fans/fan-points.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import {
  backup,
  capture,
  check,
  counted,
  kept,
  merge,
  otherMachine,
  restore,
} from '../../support/backup-machine.ts';
import { collectStep, drawFrom, saveIt, seen, tabShows } from '../../support/campaign-notebook.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';
import { commentOf, tagging, tagThat, within } from '../../support/tagged-fans.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  machine = otherMachine();
});

const praise = tagThat('fan', 'praise');
const noor: ItemAuthor = { platform: 'instagram', handle: 'noor.k', stableId: '77', displayName: 'Noor' };
const renamed: ItemAuthor = { ...noor, handle: 'noor.writes' };
/** The same comment, whoever looks at it. */
const seenByBoth = { keys: ['instagram:comment:#c1'], url: 'https://www.instagram.com/p/C9/c/c1/' };

const praised = async (author: ItemAuthor, same = {}) => {
  machine.later();
  const database = await databaseOf(machine);
  if (!(await database.get('tags', praise.id))) await within(machine, (unit) => unit.put('tags', praise));
  await tagging(machine, commentOf(author, same), praise);
};
const give = async (author: ItemAuthor, points: number) => {
  machine.later();
  await within(machine, (unit) => addFanPoints(unit, { author, why: 'giveaway', points }));
};
const stored = async () => {
  const { fans = [], fanPoints = [] } = await dump(machine, ['fans', 'fanPoints']);
  return { fans: fans as Fan[], rows: fanPoints as FanPoint[] };
};
/** Each fan's sum, which must be that of their rows. */
async function sums(): Promise<Record<string, number>> {
  const { fans, rows } = await stored();
  const sumOf = (id: string) =>
    rows.reduce((sum, { fanId, points }) => (fanId === id ? sum + points : sum), 0);
  expect(fans.map(({ points }) => points)).toEqual(fans.map(({ id }) => sumOf(id)));
  expect(rows.filter(({ fanId }) => !fans.some(({ id }) => id === fanId))).toEqual([]);
  return Object.fromEntries(fans.map(({ author, points }) => [author.handle, points]));
}
const loyalty = async (creatorId: string) =>
  (await (await databaseOf(machine)).get('creators', creatorId))?.loyalty;
async function takeBack(batchId: string): Promise<void> {
  for (let left = 1; left > 0; )
    left = good(await undoOperation({ operationId: newId(), undo: batchId }, machine.call())).left;
}

describe('a fan in two notebooks', () => {
  /** Theirs: 1 for the comment that both know, 3 by hand, 2 given. Ours: the same comment, and another. */
  async function twoNotebooks() {
    await praised(noor, seenByBoth);
    await give(noor, 2);
    const [{ id: fanId } = { id: '' }] = (await stored()).fans;
    const input = { operationId: newId(), fanId, points: 3, note: 'sent friends' };
    good(await addPointsByHand(input, machine.call()));
    const theirs = (await stored()).fans[0];
    const file = await backup();
    machine = otherMachine();
    const creatorId = await capture('noor.writes', '77');
    machine.later(60);
    await praised(renamed, seenByBoth);
    await praised(renamed);
    return { file, theirs, creatorId, ours: (await stored()).fans[0] };
  }

  test('is one, with what both counted, and what both know of counted once', async () => {
    const { file, theirs, ours, creatorId } = await twoNotebooks();
    expect(await loyalty(creatorId)).toBe('fan');
    const { counts } = await check(file, 'merge');
    expect((await merge(file)).counts).toEqual(counts);
    expect(await sums()).toEqual({ 'noor.writes': 7 });
    const { fans } = await stored();
    expect(fans).toMatchObject([
      {
        id: ours?.id,
        author: renamed,
        keys: ['instagram:#77', 'instagram:noor.writes'],
        firstAt: theirs?.firstAt,
        lastAt: ours?.lastAt,
        gaveAt: ours?.gaveAt,
      },
    ]);
    expect(await loyalty(creatorId)).toBe('loyal');
    expect(await kept()).toEqual(await counted());
  });

  test('stays as they are when the file comes again, and undo parts them again', async () => {
    const { file, creatorId } = await twoNotebooks();
    const stores = ['fans', 'fanPoints', 'creators', 'items'] as const;
    const before = await dump(machine, stores);
    const { batchId } = await merge(file);
    const after = await dump(machine, stores);
    machine.later();
    expect((await check(file, 'merge')).counts).toMatchObject({ added: 0, newer: 0 });
    await merge(file);
    expect(await dump(machine, stores)).toEqual(after);
    await takeBack(batchId);
    expect(await dump(machine, stores)).toEqual(before);
    expect(await loyalty(creatorId)).toBe('fan');
  });

  test('keeps what was merged when something of theirs came since', async () => {
    const { file } = await twoNotebooks();
    const { batchId } = await merge(file);
    await give(renamed, 1);
    await takeBack(batchId);
    expect(await sums()).toEqual({ 'noor.writes': 8 });
  });

  test('that began as one notebook counts what each went on to count', async () => {
    await praised(noor, seenByBoth);
    const older = await backup();
    await give(noor, 2);
    await give({ platform: 'instagram', handle: 'mira' }, 4);
    const newer = await backup();
    machine = otherMachine();
    await restore(older);
    machine.later(600);
    await give(noor, 5);
    const before = (await stored()).fans[0];
    await merge(newer);
    expect(await sums()).toEqual({ 'noor.k': 8, mira: 4 });
    expect((await stored()).fans.find(({ id }) => id === before?.id)).toMatchObject({
      firstAt: before?.firstAt,
      lastAt: before?.lastAt,
    });
  });

  test('is owed thanks only for what came after the last thanks in either', async () => {
    await give(noor, 1);
    machine.later(60);
    const [{ id: fanId } = { id: '' }] = (await stored()).fans;
    good(await noteThanked({ operationId: newId(), fanId }, machine.call()));
    const thankedAt = machine.clock.now.toISOString();
    const file = await backup();
    machine = otherMachine();
    await give(noor, 1);
    await merge(file);
    const [fan] = (await stored()).fans;
    expect([fan?.points, fan?.thankedAt, fan?.gaveAt]).toEqual([2, thankedAt, undefined]);
    machine.later(120);
    await give(noor, 1);
    const gaveAt = machine.clock.now.toISOString();
    await merge(file);
    expect((await stored()).fans[0]?.gaveAt).toBe(gaveAt);
  });

  test('answers of one day count once', async () => {
    const answer = () =>
      within(machine, (unit) =>
        addReplyPoint(unit, { author: noor, useId: newId(), now: machine.clock.now }),
      );
    await give(noor, 1);
    await answer();
    machine.later(24 * 60);
    await answer();
    const file = await backup();
    machine = otherMachine();
    await give(noor, 1);
    await answer();
    await merge(file);
    expect(await sums()).toEqual({ 'noor.k': 4 });
  });

  test('of another stable id under the same handle is somebody else', async () => {
    await give({ ...noor, stableId: '88' }, 2);
    const file = await backup();
    machine = otherMachine();
    await give(noor, 1);
    await merge(file);
    expect((await stored()).fans.map(({ author, points }) => [author.stableId, points]).toSorted()).toEqual([
      ['77', 1],
      ['88', 2],
    ]);
  });
});

describe('a giveaway that two notebooks collected', () => {
  beforeEach(() => fakeBrowser.reset());
  const entries = async () => ((await dump(machine, ['entries'])).entries ?? []) as Entry[];
  const collect = async (handles: readonly string[], campaignId: string) => {
    machine.later();
    tabShows(handles.map((handle) => seen(handle)));
    good(await collectStep(machine, campaignId));
  };

  test('has each entry once, each counted once, with what either decided, and its draws lead to them', async () => {
    const campaignId = await saveIt(machine);
    const begun = await backup();
    await collect(['mira', 'noor'], campaignId);
    const [mira] = (await entries()).filter(({ author }) => author.handle === 'mira');
    const changes = { byHand: { follow: 'passed' as const }, country: 'NO' };
    good(await editEntry({ operationId: newId(), entryId: mira?.id ?? '', changes }, machine.call()));
    good(await drawFrom(machine, campaignId));
    const file = await backup();

    machine = otherMachine();
    await restore(begun);
    await collect(['mira', 'late'], campaignId);
    const before = await dump(machine, ['entries', 'fans', 'fanPoints', 'draws']);
    const { counts } = await check(file, 'merge');
    const { batchId, counts: done } = await merge(file);
    expect(done).toEqual(counts);
    expect((await entries()).map(({ author }) => author.handle).toSorted()).toEqual(['late', 'mira', 'noor']);
    expect(await sums()).toEqual({ late: 1, mira: 1, noor: 1 });
    const known = await entries();
    expect(known.find(({ author }) => author.handle === 'mira')).toMatchObject(changes);
    const [draw] = ((await dump(machine, ['draws'])).draws ?? []) as Draw[];
    const drawn = draw?.entryIds.map((id) => known.find((entry) => entry.id === id)?.author.handle);
    expect(drawn?.toSorted()).toEqual(['mira', 'noor']);
    expect((await check(file, 'merge')).counts).toMatchObject({ added: 0, newer: 0 });
    await takeBack(batchId);
    expect(await dump(machine, ['entries', 'fans', 'fanPoints', 'draws'])).toEqual(before);
  });
});
