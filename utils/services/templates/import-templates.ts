import { fail, ok } from '../../domain/result.ts';
import type { Template, TemplateDetails } from '../../domain/template.ts';
import type { ImportedTemplate } from '../../messaging/protocol/templates.ts';
import type { Output } from '../../messaging/protocol.ts';
import { type BatchStep, runBatchStep } from '../../storage/batch-step.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Service } from '../service.ts';
import { announce, writeOnce } from '../write-once.ts';
import { changedTemplate, keepVersionInStep, newTemplate, putTemplate } from './put-template.ts';

const stores = ['templates', 'templateVersions'] as const;
const folded = (shortcut: string) => shortcut.normalize('NFKC').toLowerCase();

/** Who has which shortcut, while templates come in: the first one keeps it. */
function shortcuts(templates: Iterable<Template>) {
  const owners = new Map<string, string>();
  for (const { id, shortcut } of templates) if (shortcut !== undefined) owners.set(folded(shortcut), id);
  return {
    /** the details, without a shortcut that somebody else has */
    free(details: TemplateDetails, id: string | undefined): TemplateDetails {
      const { shortcut, ...rest } = details;
      const owner = shortcut === undefined ? undefined : owners.get(folded(shortcut));
      return owner === undefined || owner === id ? details : rest;
    },
    take({ id, shortcut }: Template) {
      if (shortcut !== undefined) owners.set(folded(shortcut), id);
    },
  };
}

async function known(unit: Unit): Promise<Map<string, Template>> {
  return new Map((await unit.all('templates')).map((template) => [template.id, template]));
}

type Answer = Output<'template.import'>;

/** The templates that a step is about, as they stand now and as it leaves them. */
async function pendingOf(step: BatchStep, rows: readonly ImportedTemplate[]) {
  const ids = [...new Set(rows.flatMap(({ id }) => id ?? []))];
  // asked all at once: the browser answers them in one go, where one after the other each would wait
  const found = await Promise.all(ids.map((id) => step.get('templates', id)));
  const there = new Map(found.flatMap((template) => (template ? [[template.id, template] as const] : [])));
  const named = rows.some(({ details }) => details.shortcut !== undefined);
  return { there, names: shortcuts(named ? await step.all('templates') : []) };
}

async function putAll(step: BatchStep, rows: readonly ImportedTemplate[]): Promise<Answer> {
  const { there, names } = await pendingOf(step, rows);
  const counts: Answer = { added: 0, updated: 0, unchanged: 0 };
  for (const { id, details } of rows) {
    const before = id === undefined ? undefined : there.get(id);
    const free = names.free(details, before?.id);
    const after = before ? changedTemplate(step, free, before) : newTemplate(step, free, id);
    if (!before) {
      step.add('templates', after, id === undefined ? undefined : 'again');
      counts.added++;
    } else if (after === before) {
      counts.unchanged++;
      continue;
    } else {
      await keepVersionInStep(step, before);
      step.replace('templates', before, after);
      counts.updated++;
    }
    there.set(after.id, after);
    names.take(after);
  }
  return counts;
}

/**
 * Takes templates of a file over: one step of an open batch. What the preview found may have changed since, so everything is looked up
 * again: one of a known id takes its place, and what was there is a version; a shortcut that somebody else has by now is left out.
 */
export const importTemplates: Service<'template.import'> = async (
  { operationId, batchId, templates },
  call,
) => {
  const database = await call.database();
  if (!database.ok) return database;
  const request = { id: operationId, type: 'template.import', batchId, now: call.now };
  const result = await runBatchStep<Answer>(database.value, request, stores, async (step) => {
    if (step.batch.kind !== 'templates') return fail('invalid', `the batch is of kind ${step.batch.kind}`);
    const answer = await putAll(step, templates);
    const { added, updated } = answer;
    if (added + updated > 0) step.log('templates-imported');
    step.count({ done: templates.length, created: added, updated });
    return ok(answer);
  });
  // the lists hear of it at the end: each is asked for as a whole
  if (result.ok) await announce(call, ['batches']);
  return result;
};

/** Adds the starter set. What was made from it before is left as the operator has it by now. */
export const addStarterSet: Service<'template.starter'> = ({ operationId, templates }, call) =>
  writeOnce(
    call,
    { type: 'template.starter', operationId, stores, collections: ['templates'] },
    async (unit) => {
      const there = await known(unit);
      const names = shortcuts(there.values());
      const made = new Set([...there.values()].flatMap(({ starter }) => starter ?? []));
      const wanted = templates.filter(({ starter }) => starter === undefined || !made.has(starter));
      for (const details of wanted)
        names.take(await putTemplate(unit, names.free(details, undefined), undefined));
      if (wanted.length > 0) await unit.log('templates-imported');
      return ok({ added: wanted.length, there: templates.length - wanted.length });
    },
  );
