import { beforeEach, describe, expect, test } from 'vitest';
import { localDay } from '../../../utils/domain/day.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { ReplyAction } from '../../../utils/domain/template.ts';
import { captureCreator } from '../../../utils/services/capture-creator.ts';
import { erasePerson } from '../../../utils/services/erase-person.ts';
import { exportPerson } from '../../../utils/services/export-person.ts';
import { getOverview } from '../../../utils/services/get-overview.ts';
import { saveBrand } from '../../../utils/services/save-brand.ts';
import { listTemplates } from '../../../utils/services/templates/list-templates.ts';
import { templateStatistics } from '../../../utils/services/templates/template-statistics.ts';
import { noteUseChange } from '../../../utils/services/templates/use-template.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { testEveryWrite, type Write } from '../../support/every-write.ts';
import {
  codeOf,
  databaseOf,
  dump,
  frameIn,
  good,
  type Machine,
  newMachine,
  pageIn,
} from '../../support/memory-notebook.ts';
import { named, profile } from '../../support/readings.ts';
import { insert, save } from '../../support/template-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const today = () => localDay(machine.clock.now);

async function mira(of = machine): Promise<string> {
  const input = { operationId: newId(), reading: profile(named('mira.bakes', '77')) };
  return good(await captureCreator(input, of.call(pageIn(1)))).creatorId;
}
type Place = { platform: 'instagram' | 'weibo'; postKey?: string; threadKey?: string };
const list = async (place?: Place) =>
  good(await listTemplates(place ? { place } : {}, machine.call(frameIn(5))));
async function creatorOf(id: string) {
  const creator = await (await databaseOf(machine)).get('creators', id);
  if (!creator) throw new Error('no creator');
  return creator;
}

describe('a use', () => {
  test('keeps no text, and of post and thread only what cannot be read back', async () => {
    const template = await save(machine);
    const answers = [{ name: 'order_number', value: 'A-1024' }];
    good(
      await insert(machine, template, {
        postKey: 'instagram:post:C9secret',
        threadKey: 'thread-secret',
        answers,
      }),
    );
    const stored = await dump(machine);
    expect(JSON.stringify(stored)).not.toContain('secret');
    expect(JSON.stringify({ ...stored, fillInAnswers: [] })).not.toContain('A-1024');
    expect(stored.templateUses).toHaveLength(1);
  });

  test('is recognised on its post and in its thread, and nowhere else', async () => {
    const template = await save(machine);
    good(await insert(machine, template, { postKey: 'p1', threadKey: 't1' }));
    const seen = async (place?: Place) =>
      (await list(place)).recent.map(({ samePost, sameThread }) => [samePost, sameThread]);
    expect(await seen({ platform: 'instagram', postKey: 'p1', threadKey: 't1' })).toEqual([[true, true]]);
    expect(await seen({ platform: 'instagram', postKey: 'p1', threadKey: 't2' })).toEqual([[true, false]]);
    expect(await seen({ platform: 'instagram', postKey: 'p2' })).toEqual([[false, false]]);
    machine.later(25 * 60);
    expect(await seen({ platform: 'instagram', postKey: 'p2' })).toEqual([]);
    expect(await seen({ platform: 'instagram', postKey: 'p1' })).toEqual([[true, false]]);
  });

  test('that was taken out again no longer counts as used', async () => {
    const template = await save(machine);
    const { useId } = good(await insert(machine, template, { postKey: 'p1' }));
    good(await noteUseChange({ operationId: newId(), useId, undone: true }, machine.call(frameIn(5))));
    expect((await list({ platform: 'instagram', postKey: 'p1' })).recent).toEqual([]);
    expect(
      codeOf(await noteUseChange({ operationId: newId(), useId: newId() }, machine.call(frameIn(5)))),
    ).toBe('not-found');
  });

  test('of a template or for a creator that is gone is refused', async () => {
    const template = await save(machine);
    expect(codeOf(await insert(machine, { ...template, id: newId() }))).toBe('not-found');
    expect(codeOf(await insert(machine, template, { creatorId: newId() }))).toBe('not-found');
  });
});

test('answers are remembered by the name of their field, the last five, each once', async () => {
  const template = await save(machine);
  for (const value of ['1', '2', '3', '4', '5', '6', '3']) {
    machine.later();
    good(
      await insert(machine, template, {
        answers: [
          { name: 'order_number', value },
          { name: '折扣码', value: 'X' },
        ],
      }),
    );
  }
  expect((await list()).answers.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))).toEqual([
    { name: 'order_number', values: ['3', '6', '5', '4', '2'] },
    { name: '折扣码', values: ['X'] },
  ]);
});

test('the most used of a site are its own, drafts and archived ones stay out', async () => {
  const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((title) => save(machine, { title })));
  if (!a || !b || !c || !d) throw new Error('no templates');
  for (const template of [a, b, b]) good(await insert(machine, template));
  for (let turn = 0; turn < 3; turn++) good(await insert(machine, c, { platform: 'weibo' }));
  for (let turn = 0; turn < 9; turn++) good(await insert(machine, d));
  await save(machine, { title: 'd', archived: true }, d.id);
  expect((await list({ platform: 'instagram' })).mostUsed).toEqual([b.id, a.id]);
  expect((await list()).mostUsed).toEqual([c.id, b.id, a.id]);
});

test('the list carries brands and which is current', async () => {
  const own = {
    name: 'Ours',
    accounts: [],
    shops: [],
    officialLinks: [],
    hashtags: [],
    countries: [],
    languages: ['en'],
  };
  const brand = good(await saveBrand({ operationId: newId(), details: own }, machine.call()));
  expect(await list()).toMatchObject({ brands: [brand], currentBrandId: brand.id });
});

test('statistics tell used, changed and taken out, in all and by site', async () => {
  const template = await save(machine);
  const { useId } = good(await insert(machine, template));
  machine.later();
  good(await insert(machine, template, { platform: 'weibo' }));
  good(await noteUseChange({ operationId: newId(), useId, edited: true }, machine.call(frameIn(5))));
  good(
    await noteUseChange(
      { operationId: newId(), useId, edited: true, undone: true },
      machine.call(frameIn(5)),
    ),
  );
  expect(good(await templateStatistics({}, machine.call())).templates).toEqual([
    {
      templateId: template.id,
      used: 2,
      edited: 1,
      undone: 1,
      lastUsed: machine.clock.now.toISOString(),
      platforms: [
        { platform: 'instagram', used: 1, edited: 1, undone: 1 },
        { platform: 'weibo', used: 1, edited: 0, undone: 0 },
      ],
    },
  ]);
});

describe('what a reply does besides', () => {
  const everything: ReplyAction[] = [
    { kind: 'note-touch' },
    { kind: 'mark-contacted' },
    { kind: 'tag-creator', tag: 'Asked about price' },
    { kind: 'tick-item', item: 'comments-answered' },
  ];
  const ticked = async () => {
    const { checklist } = good(await getOverview({ day: today() }, machine.call()));
    return checklist.rows.find(({ key }) => key === 'comments-answered')?.done;
  };

  test('is done with it, taken back with it, and done once for a repeat', async () => {
    good(await getOverview({ day: today() }, machine.call()));
    const creatorId = await mira();
    const before = await creatorOf(creatorId);
    const template = await save(machine, { actions: everything });
    machine.later();
    const operationId = newId();
    const first = good(await insert(machine, template, { creatorId }, operationId));
    expect(first.done).toEqual(['note-touch', 'mark-contacted', 'tag-creator', 'tick-item']);
    expect(await creatorOf(creatorId)).toMatchObject({ status: 'contacted', lastContact: today() });
    expect((await creatorOf(creatorId)).tagIds).toHaveLength(1);
    expect(await ticked()).toBe(true);
    expect(good(await insert(machine, template, { creatorId }, operationId))).toEqual(first);

    // what became of the text does not stand in the way
    good(
      await noteUseChange(
        { operationId: newId(), useId: first.useId, undone: true },
        machine.call(frameIn(5)),
      ),
    );
    good(await undoOperation({ operationId: newId(), undo: operationId }, machine.call(frameIn(5))));
    expect(await creatorOf(creatorId)).toEqual(before);
    expect(await ticked()).toBe(false);
    expect((await dump(machine, ['tags'])).tags).toEqual([]);
    expect((await dump(machine, ['templateUses'])).templateUses).toHaveLength(1);
  });

  test('says what changed nothing by leaving it out', async () => {
    good(await getOverview({ day: today() }, machine.call()));
    const creatorId = await mira();
    const template = await save(machine, { actions: everything });
    good(await insert(machine, template, { creatorId }));
    machine.later();
    expect(good(await insert(machine, template, { creatorId })).done).toEqual([]);
    expect(good(await insert(machine, template)).done).toEqual([]);
  });

  test('a follow-up that was due is handled by it', async () => {
    const creatorId = await mira();
    const creator = await creatorOf(creatorId);
    const due = today();
    await (await databaseOf(machine)).put('creators', { ...creator, nextAction: { text: 'ask', due }, due });
    good(await insert(machine, await save(machine, { actions: [{ kind: 'note-touch' }] }), { creatorId }));
    const { activities = [] } = await dump(machine, ['activities']);
    const kinds = (activities as { kind: string; subjectId?: string }[]).filter(
      ({ subjectId }) => subjectId === creatorId,
    );
    expect(kinds.map(({ kind }) => kind)).toContain('follow-up-handled');
    expect(kinds.map(({ kind }) => kind)).toContain('reply-inserted');
  });
});

test('what is kept about a person holds the replies to them and their answers, nobody else’s', async () => {
  const creatorId = await mira();
  const template = await save(machine);
  good(await insert(machine, template, { answers: [{ name: 'note', value: 'for anyone' }] }));
  good(await insert(machine, template, { creatorId, answers: [{ name: 'note', value: 'only for Mira' }] }));
  const { stores } = good(await exportPerson({ creatorId }, machine.call()));
  expect(stores.templateUses).toMatchObject([{ creatorId }]);
  expect(stores.fillInAnswers).toMatchObject([{ name: 'note', values: [{ value: 'only for Mira' }] }]);
});

test('erasing a person leaves that a reply was used, not for whom, where and with which answers', async () => {
  const creatorId = await mira();
  const template = await save(machine);
  good(
    await insert(machine, template, {
      creatorId,
      postKey: 'p1',
      threadKey: 't1',
      answers: [{ name: 'note', value: 'only for Mira' }],
    }),
  );
  good(await insert(machine, template, { answers: [{ name: 'note', value: 'for anyone' }] }));
  good(
    await erasePerson(machine.notebook, machine.contexts)(
      { operationId: newId(), creatorId, suppress: false },
      machine.call(),
    ),
  );
  const stored = await dump(machine);
  const text = JSON.stringify({ ...stored, activities: [], tombstones: [], operations: [] });
  expect(text).not.toContain(creatorId);
  expect(JSON.stringify(stored)).not.toContain('only for Mira');
  expect(text).toContain('for anyone');
  expect(stored.templateUses).toHaveLength(2);
  expect(
    (await list({ platform: 'instagram', postKey: 'p1' })).recent.filter(({ samePost }) => samePost),
  ).toEqual([]);
  expect(good(await templateStatistics({}, machine.call())).templates).toMatchObject([{ used: 2 }]);
});

async function setUp() {
  const notebook = newMachine();
  good(await getOverview({ day: localDay(notebook.clock.now) }, notebook.call()));
  const creatorId = await mira(notebook);
  const template = await save(notebook, {
    actions: [{ kind: 'note-touch' }, { kind: 'tag-creator', tag: 'asked' }],
  });
  const { useId } = good(await insert(notebook, template, { creatorId }));
  await save(notebook, { actions: [{ kind: 'tag-creator', tag: 'again' }] }, template.id);
  notebook.later();
  return { machine: notebook, creatorId, template, useId };
}
type Used = Awaited<ReturnType<typeof setUp>>;
const writes: Write<Used>[] = [
  [
    'template.used',
    (used, operationId) =>
      insert(
        used.machine,
        used.template,
        { creatorId: used.creatorId, answers: [{ name: 'a', value: 'b' }] },
        operationId,
      ),
  ],
  [
    'template.use-changed',
    (used, operationId) =>
      noteUseChange({ operationId, useId: used.useId, edited: true }, used.machine.call(frameIn(5))),
  ],
];
testEveryWrite(setUp, writes, 3);
