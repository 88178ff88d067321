import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Template } from '../../../utils/domain/template.ts';
import { templateLimits } from '../../../utils/domain/template-limits.ts';
import { beginBatch } from '../../../utils/services/begin-batch.ts';
import { addStarterSet, importTemplates } from '../../../utils/services/templates/import-templates.ts';
import { listTemplates } from '../../../utils/services/templates/list-templates.ts';
import { removeTemplate } from '../../../utils/services/templates/remove-template.ts';
import { saveTemplate } from '../../../utils/services/templates/save-template.ts';
import { listVersions, restoreVersion } from '../../../utils/services/templates/template-versions.ts';
import { undoOperation } from '../../../utils/services/undo-operation.ts';
import { testEveryWrite, type Write } from '../../support/every-write.ts';
import { codeOf, dump, good, type Machine, newMachine } from '../../support/memory-notebook.ts';
import { details, fillTemplates, save } from '../../support/template-notebook.ts';

let machine: Machine;
beforeEach(() => {
  machine = newMachine();
});
const all = async (): Promise<Template[]> => good(await listTemplates({}, machine.call())).templates;
const titles = async () => (await all()).map(({ title }) => title);
const versions = async (templateId: string) =>
  good(await listVersions({ templateId }, machine.call())).versions;
const undo = (operation: string) => undoOperation({ operationId: newId(), undo: operation }, machine.call());

describe('saving', () => {
  test('keeps what a template was, the last twenty of it, and nothing where nothing differs', async () => {
    const made = details();
    const first = good(await saveTemplate({ operationId: newId(), details: made }, machine.call()));
    expect(await versions(first.id)).toEqual([]);
    good(await saveTemplate({ operationId: newId(), templateId: first.id, details: made }, machine.call()));
    expect(await versions(first.id)).toEqual([]);
    for (let turn = 1; turn <= templateLimits.versions + 3; turn++) {
      machine.later();
      await save(machine, { title: `Title ${turn}` }, first.id);
    }
    const kept = await versions(first.id);
    expect(kept).toHaveLength(templateLimits.versions);
    expect(kept[0]?.details.title).toBe('Title 22');
    expect(kept.at(-1)?.details.title).toBe('Title 3');
    expect(await titles()).toEqual(['Title 23']);
  });

  test('of a template that was changed elsewhere meanwhile is refused', async () => {
    const first = await save(machine);
    machine.later();
    await save(machine, { title: 'Elsewhere' }, first.id);
    const input = {
      operationId: newId(),
      templateId: first.id,
      seen: first.updatedAt,
      details: details({ title: 'Mine' }),
    };
    expect(codeOf(await saveTemplate(input, machine.call()))).toBe('changed-since');
    expect(await titles()).toEqual(['Elsewhere']);
  });

  test('a shortcut belongs to one, in whatever case it is written', async () => {
    const first = await save(machine, { shortcut: 'Parcel' });
    const other = { operationId: newId(), details: details({ shortcut: 'ｐarcel' }) };
    expect(codeOf(await saveTemplate(other, machine.call()))).toBe('invalid');
    await save(machine, { shortcut: 'parcel' }, first.id);
    expect(
      codeOf(
        await saveTemplate({ operationId: newId(), templateId: newId(), details: details() }, machine.call()),
      ),
    ).toBe('not-found');
  });

  test('a broken text is kept as a draft', async () => {
    const broken = await save(machine, {
      draft: true,
      variants: [{ language: 'en', wordings: [{ id: newId(), text: '{{ a' }] }],
    });
    expect(await all()).toEqual([broken]);
  });

  test('an older version can be the one in use again, and back', async () => {
    const first = await save(machine, { title: 'One', shortcut: 'one' });
    machine.later();
    await save(machine, { title: 'Two' }, first.id);
    await save(machine, { title: 'Other', shortcut: 'one' });
    const [version] = await versions(first.id);
    machine.later();
    const restored = good(
      await restoreVersion({ operationId: newId(), versionId: version?.id ?? '' }, machine.call()),
    );
    expect(restored).toMatchObject({ id: first.id, title: 'One' });
    // somebody else has it by now
    expect(restored.shortcut).toBeUndefined();
    expect((await versions(first.id)).map(({ details: was }) => was.title)).toEqual(['Two', 'One']);
  });
});

test('removing takes the versions along, and undo brings everything back', async () => {
  await fillTemplates(machine);
  const [template] = await all();
  const before = await dump(machine, ['templates', 'templateVersions', 'templateUses']);
  const operationId = newId();
  good(await removeTemplate({ operationId, templateId: template?.id ?? '' }, machine.call()));
  expect(await dump(machine, ['templates', 'templateVersions'])).toEqual({
    templates: [],
    templateVersions: [],
  });
  expect((await dump(machine, ['templateUses'])).templateUses).toHaveLength(1);
  good(await undo(operationId));
  expect(await dump(machine, ['templates', 'templateVersions', 'templateUses'])).toEqual(before);
});

test('the starter set comes once, and what was made of it stays', async () => {
  const templates = [
    details({ title: 'Legit', starter: 'legit' }),
    details({ title: 'Buy', starter: 'where_to_buy' }),
  ];
  const add = async () => good(await addStarterSet({ operationId: newId(), templates }, machine.call()));
  expect(await add()).toEqual({ added: 2, there: 0 });
  const [legit] = await all();
  await save(machine, { title: 'Is it real?', starter: 'legit' }, legit?.id);
  expect(await add()).toEqual({ added: 0, there: 2 });
  expect((await titles()).sort()).toEqual(['Buy', 'Is it real?']);
});

async function setUp() {
  const notebook = newMachine();
  const template = await save(notebook, { title: 'One' });
  notebook.later();
  const changed = await save(notebook, { title: 'Two' }, template.id);
  const [version] = good(await listVersions({ templateId: template.id }, notebook.call())).versions;
  const begun = { operationId: newId(), kind: 'templates' as const, name: 'list.csv', total: 2 };
  const batch = good(await beginBatch(begun, notebook.call()));
  notebook.later();
  return {
    machine: notebook,
    template: changed,
    versionId: version?.id ?? '',
    batchId: batch.id,
    other: details({ title: 'Three' }),
  };
}
type Used = Awaited<ReturnType<typeof setUp>>;
const writes: Write<Used>[] = [
  [
    'template.save',
    (used, operationId) =>
      saveTemplate({ operationId, templateId: used.template.id, details: used.other }, used.machine.call()),
  ],
  [
    'template.remove',
    (used, operationId) => removeTemplate({ operationId, templateId: used.template.id }, used.machine.call()),
  ],
  [
    'template.restore-version',
    (used, operationId) => restoreVersion({ operationId, versionId: used.versionId }, used.machine.call()),
  ],
  [
    'template.import',
    (used, operationId) =>
      importTemplates(
        {
          operationId,
          batchId: used.batchId,
          templates: [{ id: used.template.id, details: used.other }, { details: used.other }],
        },
        used.machine.call(),
      ),
  ],
  [
    'template.starter',
    (used, operationId) => addStarterSet({ operationId, templates: [used.other] }, used.machine.call()),
  ],
];
testEveryWrite(setUp, writes, 3);
