import { beforeEach, describe, expect, test } from 'vitest';
import type { CreatorChanges } from '../../../utils/domain/creator.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { saveSettings } from '../../../utils/services/save-settings.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import type { StoreName } from '../../../utils/storage/schema.ts';
import { uiKey } from '../../../utils/storage/ui-mirror.ts';
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
beforeEach(() => {
  machine = newMachine();
});

/** What an undo restores; logs grow and counters of commits go on. */
const restored: StoreName[] = [
  'creators',
  'accounts',
  'observations',
  'contacts',
  'tags',
  'brands',
  'settings',
];
const state = () => dump(machine, restored);
function undo(operation: string, caller: Caller = dashboard, operationId = newId()) {
  machine.later();
  return undoOperation({ operationId, undo: operation }, machine.call(caller));
}
async function capture(handle = 'mira.bakes', tabId = 1, stableId?: string) {
  machine.later();
  const operationId = newId();
  const reading = profile(named(handle, stableId));
  const answer = good(await captureCreator({ operationId, reading }, machine.call(pageIn(tabId))));
  return { operationId, creatorId: answer.creatorId };
}
async function update(creatorId: string, changes: CreatorChanges) {
  machine.later();
  const operationId = newId();
  good(await updateCreator(machine.contexts)({ operationId, creatorId, changes }, machine.call()));
  return operationId;
}
const creatorCount = async () => good(await getOverview({ day: '2026-03-10' }, machine.call())).creators;

test('a first capture leaves nothing but its log', async () => {
  const before = await state();
  const { operationId } = await capture();
  expect(await creatorCount()).toBe(1);
  expect(codeOf(await undo(operationId))).toBe('ok');
  expect(await state()).toEqual(before);
  expect(await creatorCount()).toBe(0);
  const { activities } = await dump(machine);
  expect(activities?.map((row) => (row as { kind: string }).kind)).toEqual(['creator-captured', 'undone']);
  expect(activities?.[1]).toMatchObject({ subjectId: operationId });
});

test('one more look goes back to the look before', async () => {
  await capture('mira.bakes', 1, '77');
  const before = await state();
  const { operationId } = await capture('mira.bakes.two', 1, '77');
  expect(await state()).not.toEqual(before);
  await undo(operationId);
  expect(await state()).toEqual(before);
});

test('a handle taken over goes back to who had it', async () => {
  await capture('nice.name', 1, '77');
  const before = await state();
  const { operationId } = await capture('nice.name', 1, '88');
  await undo(operationId);
  expect(await state()).toEqual(before);
});

test('twice is harmless', async () => {
  const { operationId } = await capture();
  const undoId = newId();
  await undo(operationId, dashboard, undoId);
  const after = await dump(machine, [...restored, 'activities']);
  expect(codeOf(await undo(operationId, dashboard, undoId))).toBe('ok');
  expect(codeOf(await undo(operationId))).toBe('ok');
  expect(await dump(machine, [...restored, 'activities'])).toEqual(after);
});

describe('something newer', () => {
  test('is not overwritten: the capture of a creator with notes stays', async () => {
    const { operationId, creatorId } = await capture();
    await update(creatorId, { notes: 'Call on Friday' });
    const before = await dump(machine);
    expect(codeOf(await undo(operationId))).toBe('changed-since');
    expect(await dump(machine)).toEqual(before);
  });

  test('is taken back first, then the older can be', async () => {
    const before = await state();
    const { operationId, creatorId } = await capture();
    const noted = await update(creatorId, { notes: 'Call on Friday' });
    expect(codeOf(await undo(noted))).toBe('ok');
    expect(codeOf(await undo(operationId))).toBe('ok');
    expect(await state()).toEqual(before);
  });

  test('of someone else does not matter', async () => {
    const { operationId } = await capture();
    await capture('noor.knits');
    expect(codeOf(await undo(operationId))).toBe('ok');
  });
});

test('a tag goes with the change that made it, unless others carry it by now', async () => {
  const { creatorId } = await capture();
  const other = (await capture('noor.knits')).creatorId;
  const tagged = await update(creatorId, { tags: ['clay', 'leeds'] });
  await update(other, { tags: ['clay'] });
  expect(codeOf(await undo(tagged))).toBe('ok');
  const { tags } = await dump(machine);
  expect(tags?.map((tag) => (tag as { name: string }).name)).toEqual(['clay']);
});

describe('who may', () => {
  test('a page or frame takes back only what its own tab did', async () => {
    const { operationId } = await capture('mira.bakes', 7);
    expect(codeOf(await undo(operationId, pageIn(8)))).toBe('forbidden');
    expect(codeOf(await undo(operationId, frameIn(8)))).toBe('forbidden');
    expect(codeOf(await undo(operationId, { kind: 'page' }))).toBe('forbidden');
    expect(await creatorCount()).toBe(1);
    expect(codeOf(await undo(operationId, frameIn(7)))).toBe('ok');
  });

  test('a page takes back nothing that was done outside of tabs', async () => {
    const { creatorId } = await capture();
    const noted = await update(creatorId, { notes: 'x' });
    expect(codeOf(await undo(noted, pageIn(1)))).toBe('forbidden');
    expect(codeOf(await undo(noted, { kind: 'frame' }))).toBe('forbidden');
  });
});

test('what is not there cannot be taken back, and neither can an undo', async () => {
  expect(codeOf(await undo(newId()))).toBe('not-found');
  const { operationId } = await capture();
  const undoId = newId();
  await undo(operationId, dashboard, undoId);
  expect(codeOf(await undo(undoId))).toBe('invalid');
});

test('settings go back, and so does what content scripts read of them', async () => {
  const operationId = newId();
  await saveSettings({ operationId, changes: { theme: 'dark' } }, machine.call());
  expect(machine.local.values.get(uiKey)).toMatchObject({ theme: 'dark' });
  await undo(operationId);
  expect(machine.local.values.get(uiKey)).toMatchObject({ theme: 'auto' });
});

describe('"this is us"', () => {
  const account = { platform: 'instagram' as const, handle: 'mira.bakes', main: true };
  const claim = (undone?: string, caller: Caller = dashboard, operationId = newId()) =>
    claimAccount(machine.contexts)(
      { operationId, account, ...(undone ? { undo: undone } : {}) },
      machine.call(caller),
    );

  test('makes the account ours, in a first brand, and takes the capture back', async () => {
    const { operationId } = await capture();
    expect(codeOf(await claim(operationId))).toBe('ok');
    const { creators, accounts, brands } = await state();
    expect([creators, accounts]).toEqual([[], []]);
    expect(brands).toMatchObject([{ name: 'mira.bakes', accounts: [account] }]);
    const overview = good(await getOverview({ day: '2026-03-10' }, machine.call()));
    expect([overview.brand?.name, overview.creators]).toEqual(['mira.bakes', 0]);
  });

  test('a second time adds nothing', async () => {
    await claim();
    await claim();
    expect((await state()).brands).toMatchObject([{ accounts: [account] }]);
  });

  test('claims nothing where the capture cannot be taken back', async () => {
    const { operationId, creatorId } = await capture();
    await update(creatorId, { notes: 'x' });
    expect(codeOf(await claim(operationId))).toBe('changed-since');
    expect((await state()).brands).toEqual([]);
  });

  test('taken back brings the creator back, who can then be taken back too', async () => {
    const before = await state();
    const { operationId } = await capture();
    const captured = await state();
    const claimed = newId();
    await claim(operationId, dashboard, claimed);
    expect(codeOf(await undo(claimed))).toBe('ok');
    expect(await state()).toEqual(captured);
    expect(codeOf(await undo(operationId))).toBe('ok');
    expect(await state()).toEqual(before);
  });

  test('a frame claims only the account of its card', async () => {
    const { creatorId } = await capture('mira.bakes', 3);
    const card = { surface: 'creator-card' as const, creatorId, outcome: 'opened' as const, missing: [] };
    await machine.contexts.set(3, { ...card, account: { ...account, handle: 'someone.else' } });
    expect(codeOf(await claim(undefined, frameIn(3)))).toBe('forbidden');
    await machine.contexts.set(3, { ...card, account });
    expect(codeOf(await claim(undefined, frameIn(3)))).toBe('ok');
  });
});
