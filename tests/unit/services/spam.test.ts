import { beforeEach, expect, test } from 'vitest';
import type { Item, ItemAuthor, SeenItem } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Input } from '../../../utils/messaging/protocol.ts';
import { listSpam, noteSpamDone } from '../../../utils/services/fans/list-spam.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { commentOf, tagging, tagThat } from '../../support/tagged-fans.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});

const seller: ItemAuthor = { platform: 'instagram', handle: 'cheap.followers', stableId: '9' };
const other: ItemAuthor = { platform: 'instagram', handle: 'win.now' };
const spam = tagThat('spam');

const list = async (
  which: Input<'spam.list'>['which'],
  before: Input<'spam.list'>['before'] = null,
  limit = 50,
) => good(await listSpam({ which, before, limit }, machine.call()));
const texts = async (which: Input<'spam.list'>['which']) =>
  (await list(which)).rows.map(({ item, ofAuthor }) => [item.text, ofAuthor]);
async function done(seen: SeenItem, isDone = true, operationId = newId()) {
  const { items = [] } = (await dump(machine, ['items'])) as { items: Item[] };
  const itemId = items.find(({ keys }) => keys[0] === seen.keys[0])?.id ?? newId();
  return noteSpamDone({ operationId, itemId, done: isDone }, machine.call());
}

test('spam waits with how much there is of its author, until it is done, and can wait again', async () => {
  const items = [
    commentOf(seller, { text: 'one' }),
    commentOf(seller, { text: 'two' }),
    commentOf(other, { text: 'three' }),
    commentOf(undefined, { text: 'of nobody' }),
  ];
  for (const item of items) {
    await tagging(machine, item, spam);
    machine.later();
  }
  const [one, two, three] = items as [SeenItem, SeenItem, SeenItem];
  expect(await texts({ done: false })).toEqual([
    ['of nobody', undefined],
    ['three', 1],
    ['two', 2],
    ['one', 2],
  ]);
  const operationId = newId();
  good(await done(two, true, operationId));
  machine.later();
  good(await done(three));
  expect(await texts({ done: false })).toEqual([
    ['of nobody', undefined],
    ['one', 2],
  ]);
  expect(await texts({ done: true })).toEqual([
    ['three', 1],
    ['two', 2],
  ]);
  expect((await texts({ authorKey: 'instagram:#9' })).map(([text]) => text).toSorted()).toEqual([
    'one',
    'two',
  ]);
  good(await done(three, false));
  good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call()));
  expect(await texts({ done: true })).toEqual([]);
  expect((await list({ done: false })).rows).toHaveLength(4);
  good(await done(one));
});

test('what is no spam after all is on neither list, whether or not it was done; another spam tag keeps it', async () => {
  const item = commentOf(seller, { text: 'one' });
  const scam = tagThat('spam', 'scam');
  await tagging(machine, item, spam);
  await tagging(machine, item, scam);
  await tagging(machine, item, spam, false);
  expect(await texts({ done: false })).toHaveLength(1);
  good(await done(item));
  await tagging(machine, item, scam, false);
  expect(await texts({ done: true })).toEqual([]);
  expect(await texts({ done: false })).toEqual([]);
  expect(codeOf(await done(item))).toBe('not-found');
  const plain = tagThat('plain');
  await tagging(machine, item, spam);
  await tagging(machine, item, plain);
  good(await done(item));
  await tagging(machine, item, spam, false);
  const { items = [] } = await dump(machine, ['items']);
  expect(items).toHaveLength(1);
  expect(items[0]).not.toHaveProperty('spamDone');
});

test('pages hold each item once', async () => {
  for (let number = 0; number < 12; number += 1) {
    await tagging(machine, commentOf(number % 2 ? seller : other, { text: String(number) }), spam);
    if (number % 3 === 0) machine.later();
  }
  for (const which of [{ done: false }, { authorKey: 'instagram:#9' }]) {
    const seen: string[] = [];
    let before: Input<'spam.list'>['before'] = null;
    for (let more = true; more; ) {
      const page = await list(which, before, 4);
      seen.push(...page.rows.map(({ item }) => item.text ?? ''));
      const last = page.rows.at(-1)?.item;
      before = last ? { at: ('done' in which ? last.spamOpen : last.taggedAt) ?? '', id: last.id } : null;
      more = page.more;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength('done' in which ? 12 : 6);
  }
});
