import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { recordSchemas, type StoreName } from '../../../utils/storage/schema.ts';
import { codeOf, databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { importing, instagram, row } from './import-samples.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { openBatch, put, all, only } = importing(() => machine);

test('a row becomes a creator with account, followers, contacts and tags, each as the store wants it', async () => {
  const batchId = await openBatch();
  const answer = good(
    await put(
      [
        row({
          displayName: 'Mara',
          accounts: [instagram('Mara', 1_200)],
          emails: ['Mara@Tea.example'],
          phones: ['+49 30 1234567'],
          role: 'koc',
          status: 'contacted',
          tags: ['Tea', 'Pots'],
          notes: 'met at the fair',
          lastContact: '2026-03-01',
          nextAction: { text: 'send a cup', due: '2026-03-20' },
          doNotContact: false,
        }),
      ],
      batchId,
    ),
  );
  expect(answer).toEqual({ created: 1, updated: 0, skipped: [] });
  const creator = await only('creators');
  expect(creator).toMatchObject({
    displayName: 'Mara',
    role: 'koc',
    status: 'contacted',
    loyalty: 'none',
    notes: 'met at the fair',
    lastContact: '2026-03-01',
    due: '2026-03-20',
    doNotContact: false,
  });
  expect((await all('tags')).map(({ name }) => name).sort()).toEqual(['Pots', 'Tea']);
  expect(creator.tagIds).toHaveLength(2);
  const followers = { value: 1_200, source: 'user', precision: 'exact' };
  expect(await only('accounts')).toMatchObject({
    creatorId: creator.id,
    identityKeys: ['instagram:mara'],
    facts: { followers },
    readAt: { followers: machine.clock.now.toISOString() },
  });
  expect(await only('observations')).toMatchObject({ counts: { followers } });
  expect((await all('contacts')).map(({ kind, value, source }) => [kind, value, source]).sort()).toEqual([
    ['email', 'mara@tea.example', 'user'],
    ['phone', '+49 30 1234567', 'user'],
  ]);
  expect(await only('activities')).toMatchObject({ kind: 'creator-imported' });
  expect(await only('batches')).toMatchObject({ done: 1, created: 1, updated: 0, skipped: 0, state: 'open' });
  for (const [store, records] of Object.entries(await dump(machine)))
    for (const record of records)
      expect(recordSchemas[store as StoreName].safeParse(record).success, store).toBe(true);
  const counters = new Map((await all('counters')).map(({ id, value }) => [id, value]));
  expect([counters.get('creators'), counters.get('due:2026-03-20')]).toEqual([1, 1]);
});

test('a rounded number keeps how the table wrote it', async () => {
  good(await put([row({ accounts: [{ ...instagram('mara', 12_000), followersRaw: '1.2万' }] })]));
  const followers = { value: 12_000, source: 'user', precision: 'rounded', raw: '1.2万' };
  expect((await only('accounts')).facts).toEqual({ followers });
});

test('who must not be contacted is never due, whatever the table plans', async () => {
  const nextAction = { text: 'Write', due: '2026-03-20' };
  good(await put([row({ displayName: 'Ada', doNotContact: true, nextAction })]));
  expect(await only('creators')).toMatchObject({ doNotContact: true, nextAction });
  expect('due' in (await only('creators'))).toBe(false);
  good(await put([row({ displayName: 'Lin', nextAction })]));
  const { id } = (await all('creators')).find(({ displayName }) => displayName === 'Lin') ?? { id: '' };
  machine.later();
  good(await put([row({ action: 'fill', creatorId: id, doNotContact: true })]));
  expect((await all('creators')).filter((creator) => 'due' in creator)).toEqual([]);
  expect((await all('counters')).filter(({ id: name }) => name.startsWith('due:'))).toEqual([]);
});

test('an account that a row names twice is one account', async () => {
  good(await put([row({ accounts: [instagram('mara', 5), instagram('MARA')] })]));
  expect((await only('accounts')).handle).toBe('mara');
});

test('a row without a name goes by its handle, or by what stands before the @', async () => {
  good(await put([row({ accounts: [instagram('mara')] }), row({ emails: ['ada@tea.example'] })]));
  expect((await all('creators')).map(({ displayName }) => displayName).sort()).toEqual(['ada', 'mara']);
});

test('a repeat of a step, as after a killed worker, gets the stored answer and writes nothing twice', async () => {
  const batchId = await openBatch();
  const operationId = newId();
  const rows = [row({ accounts: [instagram('mara', 5)], emails: ['m@tea.example'], tags: ['tea'] })];
  const first = good(await put(rows, batchId, operationId));
  const before = await dump(machine);
  machine = { ...machine, ...machine.start() };
  expect(good(await put(rows, batchId, operationId))).toEqual(first);
  expect(await dump(machine)).toEqual(before);
});

test('nothing is written into a batch that is ended, missing or of another kind', async () => {
  const rows = [row({ displayName: 'Ada' })];
  expect(codeOf(await put(rows, await openBatch('import', 'stopped')))).toBe('forbidden');
  expect(codeOf(await put(rows, await openBatch('import', 'taken-back')))).toBe('forbidden');
  expect(codeOf(await put(rows, newId()))).toBe('not-found');
  expect(codeOf(await put(rows, await openBatch('restore')))).toBe('invalid');
  expect(await all('creators')).toEqual([]);
});

test('filling leaves what is there and adds what is missing; tags, contacts and accounts are added', async () => {
  good(
    await put([
      row({
        displayName: 'Mara',
        accounts: [instagram('mara', 100)],
        tags: ['tea'],
        notes: 'mine',
        role: 'koc',
      }),
    ]),
  );
  const { id } = await only('creators');
  machine.later();
  const filled = row({
    action: 'fill',
    creatorId: id,
    displayName: 'Someone',
    accounts: [instagram('MARA', 999), { platform: 'x', handle: 'mara', url: 'https://x.com/mara' }],
    emails: ['m@tea.example'],
    tags: ['Tea', 'cups'],
    notes: 'theirs',
    role: 'agency',
    lastContact: '2026-02-02',
  });
  expect(good(await put([filled]))).toEqual({ created: 0, updated: 1, skipped: [] });
  expect(await only('creators')).toMatchObject({
    displayName: 'Mara',
    notes: 'mine',
    role: 'koc',
    lastContact: '2026-02-02',
  });
  expect((await only('creators')).tagIds).toHaveLength(2);
  const accounts = await all('accounts');
  expect(accounts.map(({ platform }) => platform).sort()).toEqual(['instagram', 'x']);
  expect(accounts.find(({ platform }) => platform === 'instagram')?.facts.followers?.value).toBe(100);
  expect(await all('observations')).toHaveLength(1);
  // a second time there is nothing left to do
  expect(good(await put([{ ...filled }]))).toEqual({ created: 0, updated: 0, skipped: [] });
});

test('overwriting takes what the row has and nothing that it lacks; "do not contact" is never taken away', async () => {
  good(
    await put([
      row({ displayName: 'Mara', accounts: [instagram('mara', 100)], notes: 'mine', doNotContact: true }),
    ]),
  );
  const { id } = await only('creators');
  machine.later();
  good(
    await put([
      row({
        action: 'overwrite',
        creatorId: id,
        displayName: 'Mara Lin',
        accounts: [instagram('mara', 150)],
        status: 'declined',
        doNotContact: false,
      }),
    ]),
  );
  expect(await only('creators')).toMatchObject({
    displayName: 'Mara Lin',
    notes: 'mine',
    status: 'declined',
    doNotContact: true,
    updatedAt: machine.clock.now.toISOString(),
  });
  expect((await only('accounts')).facts.followers?.value).toBe(150);
  expect(await all('observations')).toHaveLength(2);
});

test('two rows about one creator in one step end in one record, whose way back leads to the state before both', async () => {
  good(await put([row({ displayName: 'Mara', accounts: [instagram('mara')] })]));
  const before = await only('creators');
  machine.later();
  const operationId = newId();
  const batchId = await openBatch();
  good(
    await put(
      [
        row({ action: 'fill', creatorId: before.id, notes: 'one', tags: ['a'] }),
        row({ action: 'fill', creatorId: before.id, notes: 'two', tags: ['b'], emails: ['m@tea.example'] }),
        row({ action: 'fill', creatorId: before.id, emails: ['m@tea.example'] }),
      ],
      batchId,
      operationId,
    ),
  );
  expect(await only('creators')).toMatchObject({ notes: 'one' });
  expect((await only('creators')).tagIds).toHaveLength(2);
  expect(await all('contacts')).toHaveLength(1);
  const operation = await (await databaseOf(machine)).get('operations', operationId);
  const images = operation?.images.filter(({ store }) => store === 'creators');
  expect(images?.map((image) => image.before)).toEqual([before]);
});
