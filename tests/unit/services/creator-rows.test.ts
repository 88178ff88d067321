import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import { addAccount } from '../../../utils/services/add-account.ts';
import { addCreator } from '../../../utils/services/add-creator.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { creatorRowsSince } from '../../../utils/services/creator-rows-since.ts';
import { listCreatorRows } from '../../../utils/services/list-creator-rows.ts';
import { listTags } from '../../../utils/services/list-tags.ts';
import { removeContact } from '../../../utils/services/remove-contact.ts';
import { saveContact } from '../../../utils/services/save-contact.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { recordSchemas, type StoreName, storeNames } from '../../../utils/storage/schema.ts';
import { fillBigNotebook } from '../../support/big-notebook.ts';
import { inventedRows } from '../../support/invented-rows.ts';
import { databaseOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const at = () => machine.clock.now.toISOString();
async function add(displayName: string, operationId = newId()) {
  machine.later();
  return good(await addCreator({ operationId, displayName }, machine.call())).creatorId;
}
const rows = async (after: string | null = null, limit = 1_000) =>
  good(await listCreatorRows({ after, limit }, machine.call()));
const since = async (time: string) => good(await creatorRowsSince({ since: time }, machine.call()));

describe('the list', () => {
  test('of an empty notebook is empty', async () => {
    expect(await rows()).toEqual({ rows: [], next: null, total: 0, at: at() });
  });

  test('shows of a creator what a page and the operator said', async () => {
    const reading = profile({
      ...named('mira.bakes', '77'),
      followers: { value: 12_000, source: 'dom', raw: '1.2万', precision: 'rounded' },
      bio: { value: 'Clay and bread', source: 'dom' },
      links: { value: ['https://mira.example/'], source: 'dom' },
      emails: { value: ['mira@clay.example'], source: 'dom' },
    });
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    const seenAt = at();
    machine.later();
    const changes = {
      notes: 'Fridays',
      tags: ['clay'],
      lastContact: '2026-03-09',
      nextAction: { text: 'Ask', due: '2026-03-12' },
    };
    await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call());
    const { tags } = good(await listTags({}, machine.call()));
    expect((await rows()).rows).toEqual([
      {
        id: creatorId,
        createdAt: seenAt,
        updatedAt: at(),
        displayName: 'Mira Bakes',
        role: 'influencer',
        status: 'found',
        tagIds: [tags[0]?.id],
        notes: 'Fridays',
        doNotContact: false,
        lastContact: '2026-03-09',
        nextAction: { text: 'Ask', due: '2026-03-12' },
        accounts: [
          {
            platform: 'instagram',
            handle: 'mira.bakes',
            url: 'https://www.instagram.com/mira.bakes/',
            followers: 12_000,
            rounded: true,
            bio: 'Clay and bread',
            seenAt,
          },
        ],
        contacts: [
          { kind: 'email', value: 'mira@clay.example' },
          { kind: 'link', value: 'https://mira.example/' },
        ],
      },
    ]);
  });

  test('says nothing of numbers, words and times that were never read', async () => {
    const account = { platform: 'weibo' as const, handle: 'Lin', url: 'https://weibo.com/Lin' };
    good(await addCreator({ operationId: newId(), displayName: 'Lin', account }, machine.call()));
    expect((await rows()).rows[0]?.accounts).toEqual([account]);
  });

  test.each([1, 2, 3, 7, 8, 1_000])('in pages of %i gives each creator once, newest first', async (limit) => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.unshift(await add(`Invented ${i}`));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await rows(after, limit);
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      expect(page.total).toBe(7);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(ids);
  });

  test('hangs accounts on their own creator, also over the edge of a page', async () => {
    const database = await databaseOf(machine);
    await fillBigNotebook(database, { creators: 30, observationsEach: 1 }, inventedRows);
    const accounts = await database.getAll('accounts');
    let after: string | null = null;
    let count = 0;
    do {
      const page = await rows(after, 7);
      for (const row of page.rows) {
        const own = accounts.filter(({ creatorId }) => creatorId === row.id);
        expect(row.accounts.map(({ handle }) => handle)).toEqual(own.map(({ handle }) => handle));
        expect(row.contacts).toHaveLength(1);
        count += 1;
      }
      after = page.next;
    } while (after !== null);
    expect(count).toBe(30);
  });

  test('leaves out who is marked as deleted, and still goes on behind them', async () => {
    const oldest = await add('Oldest');
    const gone = await add('Gone');
    const database = await databaseOf(machine);
    const record = await database.get('creators', gone);
    if (record) await database.put('creators', { ...record, deletedAt: at() });
    const first = await rows(null, 1);
    expect([first.rows, first.next]).toEqual([[], gone]);
    expect((await rows(first.next, 1)).rows.map(({ id }) => id)).toEqual([oldest]);
  });
});

describe('what changed since', () => {
  test('is nothing when nothing did', async () => {
    await add('Mira');
    machine.later();
    expect(await since(at())).toEqual({ rows: [], gone: [], all: false, at: at() });
  });

  test('is the rows of whom something changed about, and nobody else', async () => {
    const [first, second, third] = [await add('Mira'), await add('Noor'), await add('Lin')];
    machine.later();
    const before = at();
    const saved = await saveContact(
      { operationId: newId(), creatorId: first, kind: 'phone', value: '123' },
      machine.call(),
    );
    const contactId = good(saved).contacts[0]?.id ?? '';
    const account = { platform: 'x' as const, handle: 'noor', url: 'https://x.com/noor' };
    await addAccount({ operationId: newId(), creatorId: second, account }, machine.call());
    const told = await since(before);
    expect(told.rows.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(told.rows.find(({ id }) => id === second)?.accounts).toEqual([account]);
    machine.later();
    const later = at();
    await removeContact({ operationId: newId(), contactId }, machine.call());
    expect((await since(later)).rows).toMatchObject([{ id: first, contacts: [] }]);
    expect(JSON.stringify(told)).not.toContain(third);
  });

  test('names who is gone: the undo of a new creator', async () => {
    const operationId = newId();
    const id = await add('Mira', operationId);
    machine.later();
    const before = at();
    await undoOperation({ operationId: newId(), undo: operationId }, machine.call());
    expect(await since(before)).toMatchObject({ rows: [], gone: [id], all: false });
  });

  test('includes what was asked for a little earlier and written later', async () => {
    const id = await add('Mira');
    const tenSecondsLater = new Date(machine.clock.now.getTime() + 9_000).toISOString();
    machine.later();
    expect((await since(tenSecondsLater)).rows.map((row) => row.id)).toEqual([id]);
    const later = new Date(machine.clock.now.getTime() - 30_000).toISOString();
    expect((await since(later)).rows).toEqual([]);
  });

  test('is everything after more than fifty operations', async () => {
    machine.later();
    const before = at();
    for (let i = 0; i < 50; i++) await add(`Invented ${i}`);
    expect(await since(before)).toMatchObject({ all: false });
    await add('One more');
    expect(await since(before)).toMatchObject({ rows: [], all: true });
  });

  test.each(['import.rows', 'restore.lines', 'person.erase', 'notebook.wipe', 'recovery.restore'])(
    'is everything after %s',
    async (type) => {
      const before = at();
      const database = await databaseOf(machine);
      const row = { id: newId(), createdAt: at(), updatedAt: at(), at: at(), type, images: [] };
      await database.put('operations', row);
      machine.later();
      expect(await since(before)).toMatchObject({ rows: [], gone: [], all: true });
    },
  );

  test('is everything when the answer is too old, or from a time to come', async () => {
    const then = at();
    machine.later(6 * 24 * 60 - 1);
    expect(await since(then)).toMatchObject({ all: false });
    machine.later(2);
    expect(await since(then)).toMatchObject({ all: true });
    expect(await since(new Date(machine.clock.now.getTime() + 1).toISOString())).toMatchObject({ all: true });
  });
});

test('the big notebook of the tests is one that the product could have written', async () => {
  const database = await databaseOf(machine);
  await fillBigNotebook(database, { creators: 120, observationsEach: 4 }, inventedRows);
  const { kept, counted } = await keptAndCounted(machine);
  expect(kept).toEqual(counted);
  expect(kept).toMatchObject({ creators: 120 });
  const stores = await dump(machine);
  expect(stores.observations).toHaveLength(480);
  for (const store of storeNames) {
    for (const record of stores[store] ?? [])
      expect(recordSchemas[store as StoreName].safeParse(record).error, store).toBeUndefined();
  }
  expect((await rows(null, 50)).rows).toHaveLength(50);
});
