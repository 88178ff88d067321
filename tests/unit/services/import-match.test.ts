import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { maintain } from '../../../utils/storage/unit-of-work.ts';
import { databaseOf, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { importing, instagram, row } from './import-samples.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { openBatch, put, match, all, only } = importing(() => machine);

test('rows whose state changed since the preview are left out with the reason', async () => {
  const database = await databaseOf(machine);
  good(await put([row({ displayName: 'Mara', accounts: [instagram('mara')] })]));
  const known = await only('creators');
  await database.put('brands', {
    id: newId(),
    createdAt: machine.clock.now.toISOString(),
    updatedAt: machine.clock.now.toISOString(),
    name: 'Tea House',
    accounts: [{ platform: 'instagram', handle: 'TeaHouse', url: 'https://www.instagram.com/teahouse/' }],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: [],
  } as never);
  good(
    await maintain(database, machine.clock.now, ['suppressions'], async (unit) => {
      await suppress(unit, { platform: 'instagram', handle: 'gone.away' });
    }),
  );
  const rows = [
    row({ accounts: [instagram('MARA')] }),
    row({ accounts: [instagram('teahouse')] }),
    row({ accounts: [instagram('Gone.Away')] }),
    row({ action: 'fill', creatorId: newId(), notes: 'x' }),
    row({ accounts: [instagram('twice')] }),
    row({ accounts: [instagram('Twice')] }),
    row({ action: 'fill', creatorId: known.id, accounts: [instagram('twice')] }),
  ];
  const { created, skipped } = good(await put(rows));
  expect(created).toBe(1);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'known-now',
    'ours',
    'suppressed',
    'gone',
    'known-now',
    'known-now',
  ]);
  expect(skipped[0]?.line).toBe(rows[0]?.line);
  const states = await match([
    { accounts: [instagram('teahouse')] },
    { accounts: [instagram('gone.away')] },
    { accounts: [instagram('nobody')] },
  ]);
  expect(states.map(({ state }) => state)).toEqual(['ours', 'suppressed', 'new']);
});

test('matching: an account decides, then an address of mail, then the very same name', async () => {
  good(
    await put([
      row({ displayName: 'Mara Lin', accounts: [instagram('mara')], emails: ['m@tea.example'] }),
      row({ displayName: 'Ada', accounts: [instagram('ada')], emails: ['office@agency.example'] }),
      row({ displayName: 'Bo', emails: ['office@agency.example'] }),
    ]),
  );
  const ids = Object.fromEntries((await all('creators')).map(({ displayName, id }) => [displayName, id]));
  const found = await match([
    { accounts: [instagram('MARA')], emails: ['office@agency.example'] },
    { accounts: [instagram('mara'), instagram('ada')] },
    { emails: ['M@tea.example'] },
    { emails: ['office@agency.example'] },
    { accounts: [{ platform: 'x', handle: 'mara', url: 'https://x.com/mara' }], emails: ['m@tea.example'] },
    { accounts: [instagram('mara.second')], emails: ['m@tea.example'] },
    { displayName: '  ｍａｒａ　LIN ' },
    { displayName: 'Mara' },
  ]);
  expect(found.map(({ state }) => state)).toEqual([
    'known',
    'conflict',
    'known',
    'conflict',
    'known',
    'similar',
    'similar',
    'new',
  ]);
  expect(found[0]).toEqual({ state: 'known', creatorId: ids['Mara Lin'], displayName: 'Mara Lin' });
  expect(found[6]?.creatorId).toBe(ids['Mara Lin']);
});

test('matching sees what was written since it was last asked', async () => {
  expect((await match([{ displayName: 'Ada' }]))[0]?.state).toBe('new');
  good(await put([row({ displayName: 'Ada' })]));
  expect((await match([{ displayName: 'ada' }]))[0]?.state).toBe('similar');
});

test('two imports at once do not mix: each can be taken back alone, and an account goes to the first', async () => {
  const [one, two] = [await openBatch(), await openBatch()];
  good(await put([row({ displayName: 'Mara', accounts: [instagram('mara')], tags: ['tea'] })], one));
  const second = [
    row({ displayName: 'Mara again', accounts: [instagram('mara')] }),
    row({ displayName: 'Ada', accounts: [instagram('ada')], tags: ['tea'] }),
  ];
  expect(good(await put(second, two)).skipped.map(({ reason }) => reason)).toEqual(['known-now']);
  good(await put([row({ displayName: 'Bo', emails: ['bo@tea.example'] })], one));
  machine.later();
  for (let left = 1; left > 0; )
    ({ left } = good(await undoOperation({ operationId: newId(), undo: one }, machine.call())));
  expect((await all('creators')).map(({ displayName }) => displayName)).toEqual(['Ada']);
  expect((await all('accounts')).map(({ handle }) => handle)).toEqual(['ada']);
  // Ada carries the tag that the other import had made
  expect((await all('tags')).map(({ name }) => name)).toEqual(['tea']);
  expect(await all('contacts')).toEqual([]);
});
