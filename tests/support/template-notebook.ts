import { newId } from '../../utils/domain/new-id.ts';
import type { Template, TemplateDetails } from '../../utils/domain/template.ts';
import { saveTemplate } from '../../utils/services/templates/save-template.ts';
import { noteUse } from '../../utils/services/templates/use-template.ts';
import { good, type Machine } from './memory-notebook.ts';

const frame = { kind: 'frame', tabId: 5 } as const;

/** What the operator writes of an invented template. */
export function details(changes: Partial<TemplateDetails> = {}): TemplateDetails {
  return {
    title: 'Where is my parcel',
    folder: 'Service',
    tags: ['parcel'],
    platforms: [],
    variants: [
      {
        language: 'en',
        wordings: [{ id: newId(), text: 'Hi {{ person.first_name }}, see {{ order.link }}' }],
      },
      {
        language: 'zh-CN',
        wordings: [{ id: newId(), text: '{{ person.name }}您好，请看 {{ order.link }}' }],
      },
    ],
    actions: [],
    ...changes,
  };
}

/** Saves a template. */
export async function save(
  machine: Machine,
  changes: Partial<TemplateDetails> = {},
  templateId?: string,
): Promise<Template> {
  const input = { operationId: newId(), details: details(changes), ...(templateId ? { templateId } : {}) };
  return good(await saveTemplate(input, machine.call()));
}

/** Puts a template's first wording into an editor of an invented page. */
export async function insert(
  machine: Machine,
  template: Template,
  {
    creatorId,
    postKey,
    threadKey,
    answers = [],
    platform = 'instagram' as const,
  }: {
    creatorId?: string;
    postKey?: string;
    threadKey?: string;
    answers?: { name: string; value: string }[];
    platform?: 'instagram' | 'weibo';
  } = {},
  operationId = newId(),
) {
  const [variant] = template.variants;
  const input = {
    operationId,
    templateId: template.id,
    wordingId: variant?.wordings[0]?.id ?? '',
    language: variant?.language ?? 'en',
    place: { platform, ...(postKey ? { postKey } : {}), ...(threadKey ? { threadKey } : {}) },
    ...(creatorId ? { creatorId } : {}),
    answers,
  };
  return noteUse(input, machine.call(frame));
}

/** Something in every store of the reply templates. */
export async function fillTemplates(machine: Machine, creatorId?: string): Promise<Template> {
  const template = await save(machine);
  machine.later();
  const changed = await save(machine, { title: 'Parcel' }, template.id);
  const answers = [{ name: 'order_number', value: 'A-1024' }];
  good(
    await insert(machine, changed, {
      postKey: 'instagram:post:1',
      threadKey: 'c9',
      answers,
      ...(creatorId ? { creatorId } : {}),
    }),
  );
  return changed;
}
