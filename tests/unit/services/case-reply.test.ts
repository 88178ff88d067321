import { beforeEach, describe, expect, test } from 'vitest';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import type { ReplyAction, Template } from '../../../utils/domain/template.ts';
import type { Output } from '../../../utils/messaging/protocol.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { noteUseChange, noteUseOf } from '../../../utils/services/templates/use-template.ts';
import { cases, move, onlyCase, open, undo } from '../../support/cases.ts';
import { frameIn, good, type Machine, newMachine, pageIn } from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { comment, lena } from '../../support/tagged-comment.ts';
import { makeTag, put } from '../../support/tagging.ts';
import { save } from '../../support/template-notebook.ts';

let machine: Machine;
let parcel: Tag;
beforeEach(async () => {
  machine = newMachine();
  parcel = await makeTag(machine, { name: 'Parcel', effect: 'case' });
});

interface Given {
  creatorId?: string;
  postKey?: string;
  actions?: ReplyAction[];
  template?: Template;
  operationId?: string;
}

/** A reply of a template stands in the editor. */
async function reply(
  answered: SeenItem | undefined,
  { creatorId, postKey, actions = [], template, operationId = newId() }: Given = {},
): Promise<Output<'template.used'>> {
  const used = template ?? (await save(machine, { actions }));
  const [variant] = used.variants;
  const input = {
    operationId,
    templateId: used.id,
    wordingId: variant?.wordings[0]?.id ?? '',
    language: 'en',
    place: { platform: 'instagram' as const, ...(postKey ? { postKey } : {}) },
    ...(creatorId ? { creatorId } : {}),
    answers: [],
  };
  return good(await noteUseOf(async () => answered)(input, machine.call(frameIn(5))));
}
const states = async () => (await cases(machine)).map(({ state }) => state);

describe('a reply to a tagged comment', () => {
  test('is the answer in its case; undo takes it back', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    const before = await onlyCase(machine);
    machine.later(30);
    const operationId = newId();
    const { done } = await reply(comment({ id: '17' }), { operationId });
    expect(done).toEqual(['case-replied']);
    expect(await onlyCase(machine)).toMatchObject({
      state: 'replied',
      repliedAt: machine.clock.now.toISOString(),
    });
    expect(machine.announced.at(-1)).toContain('cases');
    await undo(machine, operationId);
    expect(await onlyCase(machine)).toEqual(before);
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('that is taken out of the editor again was none', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    await move(machine, await onlyCase(machine), { to: 'passed-on', department: 'Warehouse' });
    const before = await onlyCase(machine);
    machine.later(30);
    const { useId } = await reply(comment({ id: '17' }));
    machine.later();
    const change = { operationId: newId(), useId, undone: true };
    good(await noteUseChange(change, machine.call(frameIn(5))));
    expect(await onlyCase(machine)).toEqual({ ...before, updatedAt: machine.clock.now.toISOString() });
  });

  test('that was edited, or taken out after the case went on, leaves the case alone', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    const { useId } = await reply(comment({ id: '17' }));
    const change = (what: object) =>
      noteUseChange({ operationId: newId(), useId, ...what }, machine.call(frameIn(5)));
    good(await change({ edited: true }));
    expect(await states()).toEqual(['replied']);
    await move(machine, await onlyCase(machine), { to: 'closed' });
    good(await change({ undone: true }));
    expect(await states()).toEqual(['closed']);
  });

  test('that only asks to wait leaves it open and is in its log', async () => {
    await put(machine, comment({ id: '17' }), [parcel]);
    const { done } = await reply(comment({ id: '17' }), { actions: [{ kind: 'case-held' }] });
    expect(done).toEqual(['case-held']);
    expect(await onlyCase(machine)).toMatchObject({
      state: 'to-answer',
      log: [{ step: 'opened' }, { step: 'held' }],
    });
  });

  test('that opens a case by its own tag does not answer that case', async () => {
    const { done } = await reply(comment({ id: '17' }), { actions: [{ kind: 'tag-item', tag: 'Parcel' }] });
    expect(done).toEqual(['tag-item']);
    expect(await states()).toEqual(['to-answer']);
  });
});

describe('which case a reply answers', () => {
  const byHand = (quote: string) => {
    // ids of one moment have no order
    machine.later();
    return open(machine, { author: lena, quote });
  };
  const said = (text: string) => comment({ text });

  test('the one with the same words, however the page draws them', async () => {
    await byHand('Where is my parcel? 😍');
    await byHand('And the other one?');
    await reply(said('Where is  my parcel?'));
    expect(await states()).toEqual(['replied', 'to-answer']);
  });

  test('a long one also where the page shows its beginning only', async () => {
    const long = 'I ordered three bowls in January and only two of them came, both broken.';
    await byHand(long);
    await reply(said(`${long.slice(0, 50)}…`));
    expect(await states()).toEqual(['replied']);
  });

  test.each([
    ['other words of the same person', 'Love your new glaze!'],
    ['a beginning that is too short to tell', 'Where'],
    ['no words at all', '😍'],
  ])('not one that %s could be about', async (_words, text) => {
    await byHand('Where is my parcel?');
    await reply(said(text));
    expect(await states()).toEqual(['to-answer']);
  });

  test('none where two could be meant', async () => {
    await byHand('Where is my parcel?');
    await byHand('Where is my parcel?');
    await reply(said('Where is my parcel?'));
    expect(await states()).toEqual(['to-answer', 'to-answer']);
  });

  test('none below another post, and none of somebody else', async () => {
    await put(machine, comment({ id: '17', text: 'Hello?' }), [parcel]);
    await reply({ ...comment({ id: '18', text: 'Hello?' }), pageKey: 'instagram:post:Cx2' });
    await reply(comment({ id: '19', text: 'Hello?', author: { platform: 'instagram', handle: 'mira' } }));
    expect(await states()).toEqual(['to-answer']);
  });

  test('one of a person who has another name by now', async () => {
    await byHand('Hello, anybody there?');
    await reply(comment({ text: 'Hello, anybody there?', author: { ...lena, handle: 'lena.clay' } }));
    expect(await states()).toEqual(['replied']);
  });

  test('of a message the only one of the person; a comment on a post as such answers nobody', async () => {
    const reading = profile(named('lena.pots', '901'));
    const { creatorId } = good(
      await captureCreator({ operationId: newId(), reading }, machine.call(pageIn(1))),
    );
    await byHand('Where is my parcel?');
    await reply(undefined, { creatorId, postKey: 'instagram:post:Cx1' });
    expect(await states()).toEqual(['to-answer']);
    await reply(undefined, { creatorId });
    expect(await states()).toEqual(['replied']);
    await byHand('One');
    await byHand('Two');
    await reply(undefined, { creatorId });
    expect(await states()).toEqual(['replied', 'to-answer', 'to-answer']);
  });

  test('a comment without an author or a case is answered without one', async () => {
    const { author: _nobody, ...item } = comment({ id: '17' });
    expect((await reply(item)).done).toEqual([]);
    expect((await reply(undefined)).done).toEqual([]);
  });
});
