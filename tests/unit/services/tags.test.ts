import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { starterSet } from '../../../utils/domain/starter-tags.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { starterTags } from '../../../utils/domain/tag-effect.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { addStarterTags } from '../../../utils/services/items/add-starter-tags.ts';
import { listItems } from '../../../utils/services/items/list-items.ts';
import { removeTag } from '../../../utils/services/items/remove-tag.ts';
import { saveTag } from '../../../utils/services/items/save-tag.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { updateCreator } from '../../../utils/services/update-creator.ts';
import { backup, capture, merge, otherMachine, restore } from '../../support/backup-machine.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { codeOf, dump, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { comment } from '../../support/tagged-comment.ts';
import { choices, makeTag, put, starter } from '../../support/tagging.ts';
import { save as saveReply } from '../../support/template-notebook.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('../../support/wired-client.ts'));

let machine: Machine;
beforeEach(() => {
  fakeBrowser.reset();
  machine = newMachine();
});
const names = async () => (await choices(machine)).map(({ tag }) => tag.name);
const items = async () => (await dump(machine, ['items'])).items as Item[];
const remove = (tag: Tag, operationId = newId()) => removeTag({ operationId, tagId: tag.id }, machine.call());
const undo = (operation: string) => undoOperation({ operationId: newId(), undo: operation }, machine.call());

describe('the default set', () => {
  test('is made once, in the language of the browser, each with a key of its own', async () => {
    fakeBrowser.language = 'zh-TW';
    const made = await choices(machine);
    expect(made.map(({ tag }) => tag.starter)).toEqual([...starterTags]);
    expect(made.map(({ tag }) => tag.name)).toContain('客訴');
    expect(new Set(made.map(({ tag }) => tag.key)).size).toBe(starterTags.length);
    const before = await dump(machine);
    await choices(machine);
    expect(await dump(machine)).toEqual(before);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('does not come back after she removed all of it', async () => {
    for (const { tag } of await choices(machine)) good(await remove(tag));
    expect(await choices(machine)).toEqual([]);
    machine = { ...machine, ...machine.start() };
    expect(await choices(machine)).toEqual([]);
  });

  test('takes a tag that has such a name for its own and leaves it as it is', async () => {
    const own = await makeTag(machine, { name: 'spam', colour: 'pink' });
    const made = await choices(machine);
    expect(made.filter(({ tag }) => tag.name.toLowerCase() === 'spam')).toHaveLength(1);
    expect(made.find(({ tag }) => tag.id === own.id)?.tag).toEqual({ ...own, starter: 'spam' });
    good(await remove(own));
    expect(await names()).not.toContain('Spam');
  });

  test('can be added again, without doubles and without taking another tag’s key', async () => {
    for (const name of ['complaint', 'spam'] as const) good(await remove(await starter(machine, name)));
    await makeTag(machine, { key: 'c' });
    const tags = starterTags.map((name) => ({ starter: name, details: { ...starterSet[name], name } }));
    const operationId = newId();
    expect(good(await addStarterTags({ operationId, tags }, machine.call()))).toEqual({ added: 2, there: 8 });
    expect((await starter(machine, 'complaint')).key).toBeUndefined();
    expect((await starter(machine, 'spam')).key).toBe('x');
    good(await undo(operationId));
    expect(await names()).not.toContain('spam');
  });

  test('of a notebook that has nothing else a backup is still put in as into an empty one', async () => {
    machine = otherMachine();
    await capture('mira.bakes', '101');
    const spam = await starter(machine, 'spam');
    good(
      await saveTag(
        { operationId: newId(), tagId: spam.id, details: { ...starterSet.spam, name: 'Junk' } },
        machine.call(),
      ),
    );
    const file = await backup();
    machine = otherMachine();
    await choices(machine);
    await restore(file);
    expect((await starter(machine, 'spam')).name).toBe('Junk');
    expect(await choices(machine)).toHaveLength(starterTags.length);
  });
});

describe('saving a tag', () => {
  const save = (tag: Tag | undefined, changes: Partial<Tag>, retired?: boolean) => {
    const { name = 'New', colour = 'blue', effect, key, owner, deadline, urgent } = { ...tag, ...changes };
    const details = { name, colour, effect, key, owner, deadline, urgent };
    const input = { operationId: newId(), details, ...(tag ? { tagId: tag.id } : {}) };
    return saveTag({ ...input, ...(retired === undefined ? {} : { retired }) }, machine.call());
  };

  test('keeps what only cases have for cases', async () => {
    const tag = await makeTag(machine, {
      effect: 'case',
      owner: 'Warehouse',
      deadline: { hours: 8, clock: 'working' },
      urgent: true,
    });
    expect(tag).toMatchObject({ owner: 'Warehouse', urgent: true });
    const changed = good(await save(tag, { effect: 'idea' }));
    expect(Object.keys(changed)).not.toEqual(expect.arrayContaining(['owner']));
    expect(changed).toMatchObject({ effect: 'idea', id: tag.id });
  });

  test('under a new name has the replies that put it say so; undo takes both back', async () => {
    const tag = await makeTag(machine, { name: 'Broken', effect: 'case' });
    const note = { kind: 'note-touch' } as const;
    const { id } = await saveReply(machine, { actions: [note, { kind: 'tag-item', tag: 'broken' }] });
    machine.later();
    const other = await saveReply(machine, { actions: [{ kind: 'tag-item', tag: 'Broken pot' }] });
    const templates = async () => (await dump(machine, ['templates'])).templates;
    const before = await templates();
    machine.later();
    const operationId = newId();
    const details = { name: 'Damaged', colour: tag.colour, effect: 'case' as const };
    good(await saveTag({ operationId, tagId: tag.id, details }, machine.call()));
    expect(machine.announced.at(-1)).toEqual(['templates']);
    expect(await templates()).toMatchObject([
      { id, actions: [note, { kind: 'tag-item', tag: 'Damaged' }] },
      { id: other.id, updatedAt: other.updatedAt },
    ]);
    good(await undo(operationId));
    expect(await templates()).toEqual(before);
  });

  test('refuses a name or a key that another tag has; a retired one gives its key back', async () => {
    const complaint = await starter(machine, 'complaint');
    expect(codeOf(await save(undefined, { name: ' complaint ' }))).toBe('invalid');
    expect(codeOf(await save(undefined, { name: 'Other', key: 'c' }))).toBe('invalid');
    good(await save(complaint, {}, true));
    good(await save(undefined, { name: 'Other', key: 'c' }));
    expect(codeOf(await save(complaint, {}, false))).toBe('invalid');
    expect((await starter(machine, 'complaint')).retired).toBe(true);
  });

  test('as it is writes nothing', async () => {
    const tag = await makeTag(machine);
    machine.later();
    expect(good(await save(tag, {}))).toEqual(tag);
  });
});

describe('removing a tag', () => {
  test('takes it off creators and items, and undo puts it back on all of them', async () => {
    const reading = profile(named('mira.bakes', '77'));
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    const changes = { tags: ['Spam'] };
    await choices(machine);
    good(await updateCreator(machine.contexts)({ operationId: newId(), creatorId, changes }, machine.call()));
    const [spam, idea] = [await starter(machine, 'spam'), await starter(machine, 'idea')];
    await put(machine, comment({ id: '1' }), [spam]);
    await put(machine, comment({ id: '2' }), [spam, idea]);
    const before = await dump(machine, ['items', 'creators', 'tags']);
    const operationId = newId();
    good(await remove(spam, operationId));
    expect((await items()).map(({ tagIds, spamKeys }) => [tagIds, spamKeys])).toEqual([[[idea.id], []]]);
    expect((await dump(machine, ['creators'])).creators).toMatchObject([{ tagIds: [] }]);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    good(await undo(operationId));
    expect(await dump(machine, ['items', 'creators', 'tags'])).toEqual(before);
  });
});

describe('choices and lists', () => {
  test('those used last come first, with how many items carry each', async () => {
    const [idea, praise] = [await starter(machine, 'idea'), await starter(machine, 'praise')];
    await put(machine, comment({ id: '1' }), [idea]);
    machine.later();
    await put(machine, comment({ id: '2' }), [praise]);
    machine.later();
    await put(machine, comment({ id: '3' }), [idea]);
    const [first, second, third] = await choices(machine);
    expect(first).toMatchObject({ tag: { id: idea.id }, used: 2, lastUsed: machine.clock.now.toISOString() });
    expect(second).toMatchObject({ tag: { id: praise.id }, used: 1 });
    expect(third).toMatchObject({ tag: { starter: 'complaint' }, used: 0 });
    expect(third).not.toHaveProperty('lastUsed');
  });

  test.each([true, false])(
    'page by page, the last tagged first, none lost or doubled (of one tag: %s)',
    async (ofOne) => {
      const [idea, praise] = [await starter(machine, 'idea'), await starter(machine, 'praise')];
      for (const id of ['1', '2', '3', '4', '5', '6', '7']) {
        await put(machine, comment({ id }), [idea]);
        // several at one moment
        if (Number(id) % 3 === 0) machine.later();
      }
      machine.later();
      await put(machine, comment({ id: '2' }), [praise]);
      const seen: string[] = [];
      for (let before: { at: string; id: string } | null = null, more = true; more; ) {
        const page: Output<'item.list'> = good(
          await listItems({ ...(ofOne ? { tagId: idea.id } : {}), before, limit: 2 }, machine.call()),
        );
        seen.push(...page.rows.map(({ item }) => item.keys[0]?.split('#')[1] ?? ''));
        const last = page.rows.at(-1);
        before = last ? { at: last.at, id: last.item.id } : null;
        more = page.more;
      }
      // those of one moment stand in the order of their ids
      const moments = ofOne
        ? [['7'], ['6', '5', '4'], ['3', '2', '1']]
        : [['2'], ['7'], ['6', '5', '4'], ['3', '1']];
      for (const moment of moments) expect(seen.splice(0, moment.length).sort()).toEqual(moment.sort());
      expect(seen).toEqual([]);
    },
  );
});

test('erasing somebody takes what they wrote, here and out of what could be undone; the export has it', async () => {
  const reading = profile(named('lena.pots', '901'));
  const { creatorId } = good(
    await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
  );
  const [idea, window] = [await starter(machine, 'idea'), await makeTag(machine, { name: 'Lena' })];
  await put(machine, comment({ id: '1', text: 'Hello from Lena' }), [idea, window]);
  const gone = await put(machine, comment({ id: '2', text: 'Lena again' }), [idea]);
  await put(machine, { itemId: gone.itemId ?? '' }, [], { remove: [idea] });
  const theirs = comment({ id: '3', author: { platform: 'instagram', handle: 'sam' }, text: 'Hi' });
  await put(machine, theirs, [idea]);
  const { stores } = good(await exportPerson({ creatorId }, machine.call()));
  expect(stores.items).toMatchObject([{ text: 'Hello from Lena' }]);
  expect(JSON.stringify(stores.operations)).toContain('Lena again');
  good(
    await erasePerson(machine.notebook, machine.contexts)(
      { operationId: newId(), creatorId, suppress: false },
      machine.call(),
    ),
  );
  expect((await items()).map(({ text }) => text)).toEqual(['Hi']);
  expect(JSON.stringify(await dump(machine))).not.toMatch(/lena/i);
  expect(await names()).toContain('Idea');
});

describe('a merge of two notebooks', () => {
  test('one comment tagged in both is one item with the tags of both; default tags are one each', async () => {
    machine = otherMachine();
    await capture('mira.bakes', '101');
    const praise = await starter(machine, 'praise');
    machine.later();
    good(
      await saveTag(
        { operationId: newId(), tagId: praise.id, details: { ...starterSet.praise, name: 'Kind words' } },
        machine.call(),
      ),
    );
    machine.later();
    await put(machine, comment({ id: '1' }), [praise]);
    await put(machine, comment({ id: '2' }), [praise]);
    const file = await backup();
    machine = otherMachine();
    await capture('noor.knits');
    const idea = await starter(machine, 'idea');
    await put(machine, comment({ id: '1' }), [idea]);
    await merge(file);
    const here = await starter(machine, 'praise');
    expect(here.name).toBe('Kind words');
    expect((await items()).map(({ tagIds }) => tagIds).sort((a, b) => b.length - a.length)).toEqual([
      [idea.id, here.id],
      [here.id],
    ]);
    expect(await choices(machine)).toHaveLength(starterTags.length);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('what was tagged as spam there waits to be hidden here', async () => {
    machine = otherMachine();
    await put(machine, comment({ id: '1' }), [await starter(machine, 'spam')]);
    const file = await backup();
    machine = otherMachine();
    await put(machine, comment({ id: '1' }), [await starter(machine, 'idea')]);
    await merge(file);
    const [item] = await items();
    expect(item?.spamKeys).not.toEqual([]);
    expect(item?.spamOpen).toBeDefined();
  });
});
