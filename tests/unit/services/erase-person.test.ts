import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addAccount } from '../../../utils/services/add-account.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { claimAccount } from '../../../utils/services/claim-account.ts';
import { countSuppressions } from '../../../utils/services/count-suppressions.ts';
import { editCreators } from '../../../utils/services/edit-creators.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { creatorsCounter, recordsCounter } from '../../../utils/storage/counters.ts';
import { newestCopy } from '../../../utils/storage/second-copy.ts';
import { decodeCopy, encodeCopy } from '../../../utils/storage/second-copy-format.ts';
import { codeOf, databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { bio, peopleOn, traces } from '../../support/people.ts';
import { named } from '../../support/readings.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const { capture, captureMira, update, erase, undo, miraAndNoor, everything } = peopleOn(() => machine);

describe('erasing a person', () => {
  test('leaves nothing of them anywhere, and the others as they were', async () => {
    const { mira, noor } = await miraAndNoor();
    expect(await machine.notebook.writeSecondCopy()).toBe('written');
    machine.later();
    await update(mira, { displayName: 'Mira B.' });
    expect(await machine.notebook.writeSecondCopy()).toBe('written');
    const before = good(await exportPerson({ creatorId: noor }, machine.call()));
    expect(await everything()).toMatch(traces);

    expect(good(await erase(mira)).records).toBe(6);
    expect(await everything()).not.toMatch(traces);
    expect(machine.files.contents.size).toBe(2);
    expect(good(await exportPerson({ creatorId: noor }, machine.call()))).toEqual(before);
    expect((await newestCopy(machine.files))?.header).toMatchObject({ creators: 1 });
  });

  test('keeps the numbers right', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira));
    const { counters = [], creators, accounts, contacts, tags, observations = [] } = await dump(machine);
    const by = Object.fromEntries(
      (counters as { id: string; value: number }[]).map((row) => [row.id, row.value]),
    );
    expect(by[creatorsCounter]).toBe(1);
    const own = [creators, accounts, contacts, tags].map((rows) => rows?.length ?? 0);
    expect(own).toEqual([1, 1, 0, 2]);
    const { routines = [], dayEntries = [] } = await dump(machine);
    expect(by[recordsCounter]).toBe(1 + 1 + 0 + 2 + routines.length + dayEntries.length);
    expect(observations).toHaveLength(1);
    expect(good(await getOverview({ day: '2026-03-10' }, machine.call())).creators).toBe(1);
  });

  test('leaves tombstones without fields, and a log that names an id only', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira));
    const { tombstones = [], activities = [] } = await dump(machine);
    expect(tombstones).toHaveLength(6);
    for (const row of tombstones)
      expect(Object.keys(row as object).sort()).toEqual([
        'createdAt',
        'deletedAt',
        'id',
        'store',
        'updatedAt',
      ]);
    const log = activities as { kind: string; subjectId?: string }[];
    expect(log.filter(({ subjectId }) => subjectId === mira).map(({ kind }) => kind)).toEqual([
      'creator-captured',
      'creator-observed',
      'creator-updated',
      'creator-erased',
    ]);
  });

  test('a tag stays while somebody else carries it', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira));
    const { tags = [] } = await dump(machine);
    expect((tags as { name: string }[]).map(({ name }) => name).sort()).toEqual(['knits', 'shared']);
  });

  test('a tag that they carried once and nobody carries now goes too', async () => {
    const { mira } = await miraAndNoor();
    await update(mira, { tags: [] });
    good(await erase(mira));
    expect(await everything()).not.toMatch(traces);
  });

  test('nobody was introduced by them any more', async () => {
    const { mira, noor } = await miraAndNoor();
    const database = await databaseOf(machine);
    const row = await database.get('creators', noor);
    if (row) await database.put('creators', { ...row, introducedBy: mira });
    good(await erase(mira));
    expect(await database.get('creators', noor)).not.toHaveProperty('introducedBy');
  });

  test('is done once: a repeat gets the same answer, another one finds nobody', async () => {
    const { mira } = await miraAndNoor();
    const operationId = newId();
    const answer = await erase(mira, true, operationId);
    expect(await erase(mira, true, operationId)).toEqual(answer);
    expect(await machine.notebook.scrub()).toBe('done');
    expect(codeOf(await erase(mira))).toBe('not-found');
    expect(await machine.notebook.scrubPending()).toBe(false);
    expect(good(await countSuppressions({}, machine.call())).count).toBe(1);
  });

  test('is announced to every screen that may show them', async () => {
    const { mira } = await miraAndNoor();
    machine.announced.length = 0;
    good(await erase(mira));
    expect(machine.announced.flat()).toEqual(
      expect.arrayContaining([
        'creators',
        'checklist',
        'storage',
        'batches',
        'watchlist',
        'items',
        'cases',
        'rights',
        'fans',
        'frame',
      ]),
    );
  });

  test('is remembered until the files are scrubbed, also by the next start', async () => {
    const { mira } = await miraAndNoor();
    good(await erase(mira));
    machine.notebook.close();
    machine = { ...machine, ...machine.start() };
    expect(await machine.notebook.scrubPending()).toBe(true);
    expect(JSON.stringify([...machine.local.values])).not.toMatch(traces);
    expect(await machine.notebook.scrub()).toBe('done');
    expect(await machine.notebook.scrubPending()).toBe(false);
    expect((await dump(machine)).creators).toHaveLength(1);
  });
});

describe('no undo brings an erased person back', () => {
  test('not of the erasing, the capture or an edit', async () => {
    const { mira, first, noted } = await miraAndNoor();
    const operationId = newId();
    good(await erase(mira, false, operationId));
    const before = await dump(machine, ['creators', 'accounts', 'observations', 'contacts', 'tags']);
    for (const operation of [operationId, first, noted]) await undo(operation);
    expect(await dump(machine, ['creators', 'accounts', 'observations', 'contacts', 'tags'])).toEqual(before);
    expect(await everything()).not.toMatch(traces);
  });

  test('a repeat of the capture saves nobody', async () => {
    const { mira, first } = await miraAndNoor();
    good(await erase(mira));
    good(await captureMira(first));
    expect((await dump(machine)).creators).toHaveLength(1);
  });

  test('one edit of many: the others are taken back, they are not', async () => {
    const { mira, noor } = await miraAndNoor();
    machine.later();
    const operationId = newId();
    const input = { operationId, creatorIds: [mira, noor], changes: { status: 'contacted' as const } };
    good(await editCreators(input, machine.call()));
    good(await erase(mira));
    expect(codeOf(await undo(operationId))).toBe('ok');
    const { creators = [] } = await dump(machine);
    expect(creators).toMatchObject([{ id: noor, status: 'found' }]);
  });

  test('a step of a batch: the others are taken back, they are not', async () => {
    const { mira, noor } = await miraAndNoor();
    machine.later();
    const begin = { operationId: newId(), kind: 'edit' as const, name: '', total: 2 };
    const { id: batchId } = good(await beginBatch(begin, machine.call()));
    const changes = { addTags: ['mira-again'], status: 'contacted' as const };
    const step = { operationId: newId(), batchId, creatorIds: [mira, noor], changes };
    good(await editCreators(step, machine.call()));
    await update(noor, { tags: ['shared', 'knits'] });
    good(await erase(mira));
    expect(await everything()).not.toMatch(traces);
    expect(codeOf(await undo(batchId))).toBe('ok');
    expect((await dump(machine)).creators).toHaveLength(1);
    expect(await everything()).not.toMatch(traces);
  });

  test('who was saved before under another id goes from what undo keeps as well', async () => {
    const operationId = newId();
    good(await captureMira(operationId));
    good(await undo(operationId));
    const { creatorId } = good(await captureMira());
    good(await erase(creatorId));
    expect(await everything()).not.toMatch(traces);
  });

  test('who was taken for one of ours first', async () => {
    const operationId = newId();
    good(await capture('mira.bakes', { ...bio }, operationId));
    machine.later();
    const account = { platform: 'instagram' as const, handle: 'noor.knits', main: false };
    const claim = { operationId: newId(), account, undo: operationId };
    good(await claimAccount(machine.contexts)(claim, machine.call()));
    const { creatorId } = good(await captureMira());
    good(await erase(creatorId));
    expect(await everything()).not.toMatch(traces);
  });

  test('somebody else who had the handle before keeps what can be undone', async () => {
    const { creatorId: former } = good(await capture('mira.bakes', named('mira.bakes', '111')));
    const noted = await update(former, { notes: 'the former one' });
    const { creatorId: mira } = good(await capture('mira.bakes', named('mira.bakes', '222')));
    expect(mira).not.toBe(former);
    good(await erase(mira));
    expect(codeOf(await undo(noted))).toBe('ok');
    const { creators = [] } = await dump(machine);
    expect(creators).toMatchObject([{ id: former, notes: '' }]);
  });

  test('an answer that told of them is not given again', async () => {
    const { mira } = await miraAndNoor();
    machine.later();
    const account = {
      platform: 'tiktok' as const,
      handle: 'mira.moves',
      url: 'https://www.tiktok.com/@mira.moves',
    };
    const input = { operationId: newId(), creatorId: mira, account };
    good(await addAccount(input, machine.call()));
    good(await erase(mira));
    expect(await everything()).not.toMatch(traces);
    expect(codeOf(await addAccount(input, machine.call()))).toBe('not-found');
  });
});

describe('copies set aside of another notebook', () => {
  const aside = `second-copy-${newId()}-a.json.gz`;

  test('lose the person by the profile, whatever id they have there', async () => {
    await miraAndNoor();
    await machine.notebook.writeSecondCopy();
    const copy = await newestCopy(machine.files);
    if (!copy) throw new Error('no copy');
    const other = { ...copy, header: { ...copy.header, databaseId: newId() } };
    // here Mira came to be anew, under another id
    machine = newMachine();
    const { mira } = await miraAndNoor();
    machine.files.contents.set(aside, await encodeCopy(other));
    good(await erase(mira));
    const left = await decodeCopy(machine.files.contents.get(aside) ?? new Uint8Array());
    expect(JSON.stringify(left)).not.toMatch(traces);
    expect(left?.stores.creators).toMatchObject([{ displayName: 'Name of noor.knits' }]);
    expect(left?.header).toMatchObject({ creators: 1, records: other.header.records - 4 });
  });

  test('one that cannot be read may hold them and goes', async () => {
    const { mira } = await miraAndNoor();
    machine.files.contents.set(aside, new TextEncoder().encode('mira, torn'));
    good(await erase(mira));
    expect(machine.files.contents.has(aside)).toBe(false);
  });
});

test('frames in pages show nothing of them any more; those of others stay', async () => {
  const { mira } = await miraAndNoor();
  expect(await machine.contexts.of('mira.bakes'.length)).not.toBeNull();
  await machine.contexts.set(99, {
    surface: 'problem',
    code: 'suppressed',
    url: 'https://x.example/',
    handle: 'Mira.Bakes',
  });
  const { creatorId } = good(await capture('a.third.person'));
  good(await erase(mira));
  expect(await machine.contexts.of(99)).toBeNull();
  expect(await machine.contexts.of('a.third.person'.length)).toMatchObject({ creatorId });
  expect(JSON.stringify([...machine.frames.values])).not.toMatch(traces);
});
