import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { ImportedTemplate } from '../../../utils/messaging/protocol/templates.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { endBatch } from '../../../utils/services/end-batch.ts';
import { listBatches } from '../../../utils/services/list-batches.ts';
import { importTemplates } from '../../../utils/services/templates/import-templates.ts';
import { listTemplates } from '../../../utils/services/templates/list-templates.ts';
import { removeTemplate } from '../../../utils/services/templates/remove-template.ts';
import { listVersions } from '../../../utils/services/templates/template-versions.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { keptAndCounted } from '../../support/recount.ts';
import { details, save } from '../../support/template-notebook.ts';
import { aborts, withFault } from '../../support/write-faults.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const all = async (): Promise<Template[]> => good(await listTemplates({}, machine.call())).templates;
const titles = async () => (await all()).map(({ title }) => title);
const versions = async (templateId: string) =>
  good(await listVersions({ templateId }, machine.call())).versions.map(({ details: was }) => was.title);
const begin = async (total: number, kind: 'templates' | 'import' = 'templates') =>
  good(await beginBatch({ operationId: newId(), kind, name: 'list.csv', total }, machine.call())).id;
const step = (batchId: string, templates: ImportedTemplate[], operationId = newId()) =>
  importTemplates({ operationId, batchId, templates }, machine.call());
const end = (batchId: string, state: 'done' | 'stopped' = 'done') =>
  endBatch({ operationId: newId(), batchId, state }, machine.call());
const batch = async () => good(await listBatches({}, machine.call())).batches[0];
/** Takes a whole batch back as the dashboard does. @returns what stayed because it was changed since */
async function takeBack(batchId: string): Promise<number> {
  let kept = 0;
  for (let left = 1; left > 0; ) {
    const undone = good(await undoOperation({ operationId: newId(), undo: batchId }, machine.call()));
    kept += undone.kept;
    left = undone.left;
  }
  return kept;
}
const named = (from: number, to: number): ImportedTemplate[] =>
  Array.from({ length: to - from }, (_, at) => ({ details: details({ title: `Reply ${from + at}` }) }));

describe('a step of an import', () => {
  test('adds, updates by id and keeps what was, leaves the same alone', async () => {
    const ours = await save(machine, { title: 'Ours' });
    const same = await save(machine, { title: 'Same' });
    machine.later();
    const { id: _id, createdAt: _made, updatedAt: _changed, ...unchanged } = same;
    const batchId = await begin(4);
    const templates = [
      { id: ours.id, details: details({ title: 'Better' }) },
      { id: same.id, details: unchanged },
      { id: newId(), details: details({ title: 'With an id' }) },
      { details: details({ title: 'Without' }) },
    ];
    expect(good(await step(batchId, templates))).toEqual({ added: 2, updated: 1, unchanged: 1 });
    expect((await titles()).sort()).toEqual(['Better', 'Same', 'With an id', 'Without']);
    expect(await versions(ours.id)).toEqual(['Ours']);
    expect((await all()).find(({ id }) => id === same.id)).toEqual(same);
    expect(await batch()).toMatchObject({ done: 4, created: 2, updated: 1, skipped: 0 });
  });

  test('never gives two templates one shortcut, within a step or across, and an id twice ends in the last one', async () => {
    await save(machine, { title: 'Ours', shortcut: 'hi' });
    const id = newId();
    const batchId = await begin(6);
    await step(batchId, [
      { details: details({ title: 'A', shortcut: 'HI' }) },
      { details: details({ title: 'B', shortcut: 'yo' }) },
      { details: details({ title: 'C', shortcut: 'ｙｏ' }) },
      { id, details: details({ title: 'D' }) },
      { id, details: details({ title: 'E' }) },
    ]);
    await step(batchId, [{ details: details({ title: 'F', shortcut: 'Yo' }) }]);
    const shortcuts = Object.fromEntries((await all()).map(({ title, shortcut }) => [title, shortcut]));
    expect(shortcuts).toEqual({
      Ours: 'hi',
      A: undefined,
      B: 'yo',
      C: undefined,
      E: undefined,
      F: undefined,
    });
    expect(await versions(id)).toEqual(['D']);
  });

  test('belongs to an open batch of its kind', async () => {
    expect(codeOf(await step(newId(), named(0, 1)))).toBe('not-found');
    expect(codeOf(await step(await begin(1, 'import'), named(0, 1)))).toBe('invalid');
    const batchId = await begin(1);
    good(await end(batchId));
    expect(codeOf(await step(batchId, named(0, 1)))).toBe('forbidden');
    expect(await all()).toEqual([]);
  });

  test('is told to the lists once, at the end: each is asked for as a whole', async () => {
    const batchId = await begin(4);
    machine.announced.length = 0;
    good(await step(batchId, named(0, 2)));
    good(await step(batchId, named(2, 4)));
    expect(machine.announced.flat()).not.toContain('templates');
    good(await end(batchId));
    expect(machine.announced.flat()).toContain('templates');
  });
});

describe('an import in steps', () => {
  test('is one thing to take back: all of it, in every store and number', async () => {
    const ours = await save(machine, { title: 'Ours' });
    machine.later();
    const before = await dump(machine, ['templates', 'templateVersions', 'tombstones']);
    const batchId = await begin(5);
    good(await step(batchId, [{ id: ours.id, details: details({ title: 'Better' }) }, ...named(0, 2)]));
    machine.later();
    good(await step(batchId, [{ id: ours.id, details: details({ title: 'Best' }) }, ...named(2, 3)]));
    good(await end(batchId));
    expect(await versions(ours.id)).toEqual(['Better', 'Ours']);
    machine.later();
    expect(await takeBack(batchId)).toBe(0);
    expect(await dump(machine, ['templates', 'templateVersions', 'tombstones'])).toEqual(before);
    expect(await batch()).toMatchObject({ state: 'taken-back' });
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
  });

  test('what was changed since stays when it is taken back, with what it was before', async () => {
    const ours = await save(machine, { title: 'Ours' });
    machine.later();
    const batchId = await begin(2);
    good(await step(batchId, [{ id: ours.id, details: details({ title: 'Theirs' }) }, ...named(0, 1)]));
    good(await end(batchId));
    machine.later();
    await save(machine, { title: 'Mine again' }, ours.id);
    machine.later();
    expect(await takeBack(batchId)).toBe(1);
    expect(await titles()).toEqual(['Mine again']);
    expect(await versions(ours.id)).toEqual(['Theirs', 'Ours']);
  });

  test('brings back a template that was removed, and taking it back removes it again', async () => {
    const ours = await save(machine, { title: 'Ours' });
    good(await removeTemplate({ operationId: newId(), templateId: ours.id }, machine.call()));
    const batchId = await begin(1);
    good(await step(batchId, [{ id: ours.id, details: details({ title: 'Ours' }) }]));
    expect((await dump(machine, ['tombstones'])).tombstones).toEqual([]);
    expect(await titles()).toEqual(['Ours']);
    await takeBack(batchId);
    expect(await titles()).toEqual([]);
  });

  test('killed between or in the middle of steps loses and doubles nothing', async () => {
    const rows = named(0, 12);
    const steps = [0, 4, 8].map((from) => ({ rows: rows.slice(from, from + 4), operationId: newId() }));
    const batchId = await begin(rows.length);
    for (const { rows: some, operationId } of steps) {
      // killed in the middle of the writing: nothing of the step is there
      const count = (await all()).length;
      const killed = await withFault(2, aborts, () => step(batchId, some, operationId));
      expect(killed).toMatchObject({ reached: true });
      machine.notebook.close();
      machine = { ...machine, ...machine.start() };
      expect(await all()).toHaveLength(count);
      good(await step(batchId, some, operationId));
      // killed after the writing and before the answer: the page sends the same step again
      machine.notebook.close();
      machine = { ...machine, ...machine.start() };
      expect(good(await step(batchId, some, operationId))).toEqual({ added: 4, updated: 0, unchanged: 0 });
    }
    good(await end(batchId));
    expect((await titles()).sort()).toEqual(rows.map(({ details: { title } }) => title).sort());
    expect(await batch()).toMatchObject({ state: 'done', done: 12, created: 12 });
    const { kept, counted } = await keptAndCounted(machine);
    expect(kept).toEqual(counted);
    await takeBack(batchId);
    expect(await all()).toEqual([]);
  });
});
