import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { ok } from '../../../utils/domain/result.ts';
import { tagOneItem } from '../../../utils/services/items/handlers.ts';
import { dotStores, dotsOf, spamAuthors } from '../../../utils/services/items/item-dots.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { readNotebook } from '../../../utils/storage/reader.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { runOperation } from '../../../utils/storage/unit-of-work.ts';
import { codeOf, databaseOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { comment, lena } from '../../support/tagged-comment.ts';
import { makeTag, put, starter } from '../../support/tagging.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const items = async () => (await dump(machine, ['items'])).items as Item[];
const kinds = async () =>
  ((await dump(machine, ['activities'])).activities as { kind: string }[]).map(({ kind }) => kind);
const undo = (operation: string) => undoOperation({ operationId: newId(), undo: operation }, machine.call());
const dots = async (...seen: { keys: string[] }[]) =>
  readNotebook(await databaseOf(machine), dotStores, (reader) => dotsOf(reader, 'instagram', seen));
const noon = '2026-03-09T12:00:00.000Z';

/** Never to be stored again. */
async function suppressed(author: typeof lena): Promise<void> {
  const request = { id: newId(), type: 'person.erase', now: machine.clock.now };
  await runOperation(await databaseOf(machine), request, ['suppressions'], async (unit) => {
    await suppress(unit, author);
    return ok({});
  });
}

describe('finding again', () => {
  test('by its id, whatever its text is by now, and the text that it had is kept', async () => {
    const tag = await makeTag(machine);
    const { itemId } = await put(machine, comment({ id: '17' }), [tag]);
    machine.later();
    const edited = comment({ id: '17', text: 'It came, thank you!' });
    expect((await put(machine, edited, [await starter(machine, 'praise')])).itemId).toBe(itemId);
    const [item] = await items();
    expect(item).toMatchObject({ text: 'It came, thank you!', textBefore: 'Where is my parcel?' });
    expect(item?.tagIds).toHaveLength(2);
    expect(await dots(comment({ id: '17', text: 'something else' }))).toEqual([['blue', 'green']]);
  });

  test('without an id by author, text and time; another time is another comment', async () => {
    const tag = await makeTag(machine);
    const { itemId } = await put(machine, comment({ time: noon }), [tag]);
    expect((await put(machine, comment({ time: noon }), [tag])).itemId).toBe(itemId);
    expect((await put(machine, comment({ time: '2026-03-09T13:00:00.000Z' }), [tag])).itemId).not.toBe(
      itemId,
    );
    expect(await items()).toHaveLength(2);
  });

  test('by author and text alone only where that names one', async () => {
    const tag = await makeTag(machine);
    await put(machine, comment({ text: '😍' }), [tag]);
    expect(await dots(comment({ text: '😍' }), comment({ text: '😍', id: '5' }))).toEqual([
      ['blue'],
      ['blue'],
    ]);
    await put(machine, comment({ text: '😍', time: noon }), [tag]);
    await put(machine, comment({ text: '😍', time: '2026-03-09T13:00:00.000Z' }), [tag]);
    expect(await dots(comment({ text: '😍' }))).toEqual([[]]);
  });

  test('a comment with another id is another one, though its author wrote the same', async () => {
    const tag = await makeTag(machine);
    await put(machine, comment({ id: '17' }), [tag]);
    expect(await dots(comment({ id: '18' }))).toEqual([[]]);
    await put(machine, comment({ id: '18' }), [tag]);
    expect(await items()).toHaveLength(2);
  });

  test('first seen without its id it takes the id over', async () => {
    const tag = await makeTag(machine);
    const { itemId } = await put(machine, comment(), [tag]);
    expect((await put(machine, comment({ id: '17' }), [await starter(machine, 'idea')])).itemId).toBe(itemId);
    expect((await items())[0]?.keys[0]).toBe('instagram:comment:#17');
    expect(await dots(comment({ id: '18' }))).toEqual([[]]);
  });

  test('a renamed author stays the author, under both names', async () => {
    const tag = await makeTag(machine);
    await put(machine, comment({ id: '17' }), [tag]);
    const renamed = { ...lena, handle: 'lena.kiln' };
    await put(machine, comment({ id: '17', author: renamed }), [await starter(machine, 'idea')]);
    const [item] = await items();
    expect(item?.author?.handle).toBe('lena.kiln');
    expect(item?.authorKeys.sort()).toEqual(['instagram:#901', 'instagram:lena.kiln', 'instagram:lena.pots']);
  });

  test('what a page shows of a long text is no edited text', async () => {
    const tag = await makeTag(machine);
    await put(machine, comment({ id: '17', text: 'My parcel is late and the box is …' }), [tag]);
    await put(machine, comment({ id: '17', text: 'My parcel is late and the box is wet.' }), [
      await starter(machine, 'idea'),
    ]);
    await put(machine, comment({ id: '17', text: 'My parcel is late…' }), [await starter(machine, 'praise')]);
    const [item] = await items();
    expect(item).toMatchObject({ text: 'My parcel is late and the box is wet.' });
    expect(item?.textBefore).toBeUndefined();
  });
});

describe('tagging', () => {
  test('the same tag twice does nothing twice', async () => {
    const tag = await starter(machine, 'idea');
    await put(machine, comment({ id: '17' }), [tag]);
    const before = await dump(machine, ['items', 'activities']);
    machine.later();
    expect(await put(machine, comment({ id: '17' }), [tag])).toMatchObject({ effects: [] });
    expect(await dump(machine, ['items', 'activities'])).toEqual(before);
  });

  test('several at once, with names that become plain tags, as one operation that undo takes back', async () => {
    const idea = await starter(machine, 'idea');
    const before = await dump(machine, ['items', 'tags', 'counters']);
    const operationId = newId();
    const input = { operationId, item: comment(), add: [idea.id], remove: [], addNames: ['Window shop'] };
    expect(good(await tagOneItem(input, machine.call())).effects).toEqual(['idea', 'plain']);
    expect((await items())[0]?.tagIds).toHaveLength(2);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    expect(kept[`tagged:${idea.id}`]).toBe(1);
    good(await undo(operationId));
    const commits = (counters: unknown) =>
      (counters as { id: string }[]).filter(({ id }) => id !== 'commits');
    const after = await dump(machine, ['items', 'tags', 'counters']);
    expect({ ...after, counters: commits(after.counters) }).toEqual({
      ...before,
      counters: commits(before.counters),
    });
  });

  test('an item goes with its last tag, and comes back by undo', async () => {
    const idea = await starter(machine, 'idea');
    const { itemId = '' } = await put(machine, comment(), [idea]);
    const operationId = newId();
    expect(await put(machine, { itemId }, [], { remove: [idea], operationId })).toEqual({
      tagIds: [],
      effects: [],
    });
    expect(await items()).toEqual([]);
    expect(await kinds()).toEqual(expect.arrayContaining(['item-tagged', 'item-untagged']));
    good(await undo(operationId));
    expect((await items())[0]?.id).toBe(itemId);
  });

  test('an item without tags stays while a case refers to it', async () => {
    const idea = await starter(machine, 'idea');
    const { itemId = '' } = await put(machine, comment(), [idea]);
    const database = await databaseOf(machine);
    // as far as this is concerned a case is a row that names the item
    await database.put('cases', { id: newId(), itemId } as never);
    expect(await put(machine, { itemId }, [], { remove: [idea] })).toMatchObject({ itemId, tagIds: [] });
    expect((await items())[0]).toMatchObject({ id: itemId, tagIds: [], taggedWith: [] });
  });

  test('an entry of a giveaway leaves with the last of the tags that make one', async () => {
    const tags = [
      await makeTag(machine, { name: 'Entry', effect: 'giveaway' }),
      await makeTag(machine, { name: 'Spring entry', effect: 'giveaway' }),
    ];
    const left = async () => (await dump(machine, ['entries'])).entries?.length;
    await put(machine, comment({ id: '17' }), tags);
    const counts = [await left()];
    for (const tag of tags) {
      await put(machine, comment({ id: '17' }), [], { remove: [tag] });
      counts.push(await left());
    }
    expect(counts).toEqual([1, 1, 0]);
  });

  test('taking off what is not on it writes nothing', async () => {
    const idea = await starter(machine, 'idea');
    expect(await put(machine, comment(), [], { remove: [idea] })).toEqual({ tagIds: [], effects: [] });
    expect(await items()).toEqual([]);
  });

  test('a tag or an item that is not there is refused, and nothing stays behind', async () => {
    const idea = await starter(machine, 'idea');
    const tag = (item: Parameters<typeof put>[1], add: string[]) =>
      tagOneItem({ operationId: newId(), item, add, remove: [], addNames: ['New'] }, machine.call());
    expect(codeOf(await tag(comment(), [newId()]))).toBe('not-found');
    expect(codeOf(await tag({ itemId: newId() }, [idea.id]))).toBe('not-found');
    expect(
      ((await dump(machine, ['tags'])).tags as { name: string }[]).some(({ name }) => name === 'New'),
    ).toBe(false);
  });

  test('a page finds nothing of another platform by its keys', async () => {
    await put(machine, comment({ id: '17' }), [await starter(machine, 'idea')]);
    const found = await readNotebook(await databaseOf(machine), dotStores, (reader) =>
      dotsOf(reader, 'tiktok', [comment({ id: '17' })]),
    );
    expect(found).toEqual([[]]);
  });
});

describe('spam', () => {
  const marked = async (...authors: { handle: string; stableId?: string }[]) =>
    readNotebook(await databaseOf(machine), ['items'], (reader) =>
      spamAuthors(
        reader,
        authors.map((author) => ({ platform: 'instagram', ...author })),
      ),
    );

  test('its author is remembered by id, and by name where the name is not somebody else’s', async () => {
    const spam = await starter(machine, 'spam');
    const { itemId = '' } = await put(machine, comment({ id: '17' }), [spam]);
    expect(
      await marked(
        { handle: 'lena.kiln', stableId: '901' },
        { handle: 'lena.pots' },
        { handle: 'lena.pots', stableId: '7' },
        { handle: 'mira' },
      ),
    ).toEqual([true, true, false, false]);
    await put(machine, { itemId }, [await starter(machine, 'idea')], { remove: [spam] });
    expect(await marked({ handle: 'lena.pots', stableId: '901' })).toEqual([false]);
  });
});

describe('somebody who asked not to be stored', () => {
  beforeEach(() => suppressed(lena));
  const tag = async (item: ReturnType<typeof comment>, name: 'complaint' | 'praise' | 'ugc' | 'spam') =>
    tagOneItem(
      { operationId: newId(), item, add: [(await starter(machine, name)).id], remove: [] },
      machine.call(),
    );

  test.each(['praise', 'ugc', 'spam'] as const)('is not tagged with what is about them: %s', async (name) => {
    expect(codeOf(await tag(comment({ id: '17' }), name))).toBe('suppressed');
    expect(await items()).toEqual([]);
  });

  test('their question is stored without them', async () => {
    good(await tag(comment({ id: '17' }), 'complaint'));
    const [item] = await items();
    expect(item).toMatchObject({ text: 'Where is my parcel?', authorKeys: [] });
    expect(JSON.stringify(item)).not.toMatch(/lena|901/);
  });

  test('nor are they themselves, nor what names them in its address', async () => {
    const profile = comment({ id: '901' }, { kind: 'creator' });
    expect(codeOf(await tag(profile, 'complaint'))).toBe('suppressed');
    const post = comment({ id: '17' }, { url: 'https://x.example/Lena.Pots/status/17' });
    expect(codeOf(await tag(post, 'complaint'))).toBe('suppressed');
  });
});
