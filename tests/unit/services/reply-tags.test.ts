import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemAuthor, SeenItem } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { PaletteSight } from '../../../utils/domain/palette-sight.ts';
import type { TagEffect } from '../../../utils/domain/tag-effect.ts';
import { listFans } from '../../../utils/services/fans/list-fans.ts';
import { makeHandlers } from '../../../utils/services/handlers.ts';
import type { Caller } from '../../../utils/services/service.ts';
import { suppress } from '../../../utils/storage/suppressions.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { dashboard, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { commentOf, tagging, tagThat, within } from '../../support/tagged-fans.ts';
import { save } from '../../support/template-notebook.ts';

const url = 'https://www.instagram.com/p/C9x/';
const page: Caller = { kind: 'page', tabId: 4, url };
const frame: Caller = { kind: 'frame', tabId: 4 };
const noor: ItemAuthor = { platform: 'instagram', handle: 'noor.k', stableId: '77' };

let machine: Machine;
let handlers: ReturnType<typeof makeHandlers>;
beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.answerFromTab = () => ({ ok: true, value: { state: 'inserted' } });
  machine = newMachine();
  handlers = makeHandlers(machine.notebook);
});
const as = (caller: Caller) => machine.call(caller);

const sightOf = (item: SeenItem | undefined, opening = 'one'): PaletteSight => ({
  opening,
  platform: 'instagram',
  mode: 'comment',
  editor: 'ready',
  author: { handle: 'noor.k', stableId: '77' },
  text: 'love it',
  ...(item ? { item } : {}),
});

/** A reply with one action, put beside a comment and noted. */
async function reply(
  item: SeenItem | undefined,
  { tag = 'Praise', opening = 'one', noted = 'one', by = frame, operationId = newId() } = {},
) {
  const template = await save(machine, { actions: [{ kind: 'tag-item', tag }] });
  const [variant] = template.variants;
  good(await handlers['palette.ready']({ fresh: true }, as(page)));
  good(await handlers['palette.open']({ sight: sightOf(item, opening) }, as(page)));
  const use = {
    templateId: template.id,
    wordingId: variant?.wordings[0]?.id ?? '',
    language: 'en',
    place: { platform: 'instagram' as const },
    answers: [],
  };
  good(await handlers['palette.insert']({ opening, text: 'Thank you!', tabStops: [] }, as(frame)));
  return good(await handlers['template.used']({ operationId, ...use, opening: noted }, as(by)));
}
async function tagged() {
  const { items = [], tags = [] } = (await dump(machine, ['items', 'tags'])) as {
    items: { text?: string; tagIds: string[] }[];
    tags: { id: string; name: string; effect?: TagEffect }[];
  };
  return items.map(({ text, tagIds }) => [text, tagIds.map((id) => tags.find((tag) => tag.id === id)?.name)]);
}
const points = async () =>
  good(await listFans({ order: 'points', before: null, limit: 9 }, as(dashboard))).rows.map(({ fan }) => [
    fan.author.handle,
    fan.points,
  ]);
/** The tag as the operator has it. */
const praise = async () => {
  const aside = commentOf({ platform: 'x', handle: 'aside' });
  const tag = tagThat('fan', 'Praise');
  await tagging(machine, aside, tag);
  await tagging(machine, aside, tag, false);
};

describe('a reply that tags what it answers', () => {
  test('has what the tag does follow, with the use as one operation that undo takes back', async () => {
    await praise();
    const operationId = newId();
    const { done } = await reply(commentOf(noor), { tag: 'praise', operationId });
    expect(done).toEqual(['tag-item']);
    expect(await tagged()).toEqual([['love it', ['Praise']]]);
    expect(await points()).toEqual([['noor.k', 1]]);
    // the page says it in fixed words, with the way back
    expect(fakeBrowser.sentToTabs.at(-1)).toMatchObject({
      tabId: 4,
      message: { type: 'tag.done', operationId, effects: ['fan'], tagged: true },
    });
    machine.later();
    good(await handlers['operation.undo']({ operationId: newId(), undo: operationId }, as(page)));
    expect(await tagged()).toEqual([]);
    expect(await points()).toEqual([]);
  });

  test('takes tag and points back when it is taken out of the editor before it is sent', async () => {
    await praise();
    const other = commentOf(noor);
    await tagging(machine, other, tagThat('fan', 'kind'));
    machine.later();
    const { useId } = await reply(commentOf(noor));
    expect(await points()).toEqual([['noor.k', 3]]);
    machine.later();
    good(await handlers['template.use-changed']({ operationId: newId(), useId, undone: true }, as(frame)));
    expect(await tagged()).toEqual([['love it', ['kind']]]);
    expect(await points()).toEqual([['noor.k', 1]]);
  });

  test('leaves it to be seen that the site cut the text: that is what the person must read', async () => {
    fakeBrowser.answerFromTab = () => ({ ok: true, value: { state: 'inserted', exact: true, cut: 9 } });
    expect((await reply(commentOf(noor))).effects).toEqual(['plain']);
    expect(fakeBrowser.sentToTabs.map(({ message }) => (message as { type: string }).type)).not.toContain(
      'tag.done',
    );
  });

  test('makes a plain tag of a name that is none yet', async () => {
    await reply(commentOf(noor), { tag: 'asked price' });
    expect(await tagged()).toEqual([['love it', ['asked price']]]);
    expect(await points()).toEqual([]);
  });

  test('does nothing beside a comment of somebody who asked not to be stored', async () => {
    await praise();
    await within(machine, (unit) => suppress(unit, noor));
    expect((await reply(commentOf(noor))).done).toEqual([]);
    expect(await tagged()).toEqual([]);
  });

  test('tags nothing where the page does not say what is answered', async () => {
    expect((await reply(undefined)).done).toEqual([]);
    expect(await tagged()).toEqual([]);
  });

  test('a frame tags only what its own palette was opened for', async () => {
    await reply(commentOf(noor, { text: 'of tab 4' }), { opening: 'four', noted: 'four' });
    expect(await tagged()).toHaveLength(1);
    expect(
      (await reply(commentOf(noor, { text: 'unnoted' }), { opening: 'five', noted: 'six' })).done,
    ).toEqual([]);
    // the frame of another tab where a reply was handed out as well
    const elsewhere: Caller = { kind: 'frame', tabId: 9 };
    const template = await save(machine, { actions: [{ kind: 'tag-item', tag: 'taken' }] });
    good(await handlers['palette.ready']({ fresh: true }, as({ ...page, tabId: 9 })));
    good(await handlers['palette.open']({ sight: sightOf(undefined, 'nine') }, as({ ...page, tabId: 9 })));
    good(
      await handlers['palette.insert']({ opening: 'nine', text: 'Thank you!', tabStops: [] }, as(elsewhere)),
    );
    const use = {
      operationId: newId(),
      templateId: template.id,
      wordingId: template.variants[0]?.wordings[0]?.id ?? '',
      language: 'en',
      place: { platform: 'instagram' as const },
      answers: [],
      opening: 'four',
    };
    expect(good(await handlers['template.used'](use, as(elsewhere))).done).toEqual([]);
    expect((await tagged()).map(([text]) => text)).toEqual(['of tab 4']);
  });
});
