import { beforeEach, expect, test, vi } from 'vitest';
import type { Campaign, Draw } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { checkDraw, erasedLine } from '../../../utils/files/draw.ts';
import { savePlatformResult } from '../../../utils/services/campaigns/edit-campaign.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { runOperation } from '../../../utils/storage/unit-of-work.ts';
import { backup, capture, merge, otherMachine } from '../../support/backup-machine.ts';
import { collectStep, drawFrom, saveIt, seen, tabShows } from '../../support/campaign-notebook.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { databaseOf, dump, good, type Machine } from '../../support/memory-notebook.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = otherMachine();
});

/** A notebook in which these people must not be stored. */
async function refusing(...handles: string[]): Promise<void> {
  machine = otherMachine();
  await capture('somebody.here');
  const request = { id: newId(), type: 'person.erase', now: machine.clock.now };
  await runOperation(await databaseOf(machine), request, ['suppressions'], async (unit) => {
    for (const handle of handles) await suppress(unit, { platform: 'youtube', handle });
    return { ok: true, value: {} };
  });
}

test('whoever must not be stored here comes in by no draw and no list of names of another notebook', async () => {
  const drawn = { winners: 3, alternates: 1 };
  const id = await saveIt(machine, drawn);
  tabShows(['gone', 'lin', 'mira', 'noor'].map((handle) => seen(handle)));
  good(await collectStep(machine, id));
  good(await drawFrom(machine, id));
  await saveIt(machine, { ...drawn, staff: ['@Gone', 'office.cat'] }, id);
  const result = { at: '2026-03-12T10:00:00.000Z', words: '', winners: ['@gone', 'lin'] };
  good(await savePlatformResult({ operationId: newId(), campaignId: id, result }, machine.call()));
  const [before] = (await dump(machine, ['draws'])).draws as [Draw];
  const file = await backup();

  await refusing('gone');
  await merge(file);
  expect(JSON.stringify(await dump(machine))).not.toMatch(/gone/i);
  const [draw] = (await dump(machine, ['draws'])).draws as [Draw];
  expect(draw.list.filter((line) => line === erasedLine)).toHaveLength(1);
  expect([draw.winners, draw.updatedAt]).toEqual([before.winners, before.updatedAt]);
  expect(checkDraw(draw)).toBe('erased');
  const [campaign] = (await dump(machine, ['campaigns'])).campaigns as [Campaign];
  expect(campaign).toMatchObject({ staff: ['office.cat'], platformResult: { winners: [erasedLine, 'lin'] } });
});

test('where it concerns nobody a draw comes in as it was', async () => {
  const id = await saveIt(machine);
  tabShows([seen('lin'), seen('mira')]);
  good(await collectStep(machine, id));
  good(await drawFrom(machine, id));
  const { draws } = await dump(machine, ['draws']);
  const file = await backup();
  await refusing('gone');
  await merge(file);
  expect((await dump(machine, ['draws'])).draws).toEqual(draws);
});
