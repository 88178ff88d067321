import { ok } from '../../domain/result.ts';
import type { Template, TemplateDetails } from '../../domain/template.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Service } from '../service.ts';
import { writeOnce } from '../write-once.ts';
import { newTemplate, putTemplate } from './put-template.ts';

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

/** Takes over the templates of a file, all or none, as one operation: one of a known id takes its place, and what was there is a version. */
export const importTemplates: Service<'template.import'> = ({ operationId, templates }, call) =>
  writeOnce(
    call,
    { type: 'template.import', operationId, stores, collections: ['templates'] },
    async (unit) => {
      const there = await known(unit);
      const names = shortcuts(there.values());
      const counts = { added: 0, updated: 0, unchanged: 0 };
      // new ones are put all at once: one request after the other takes ten thousand of them several times as long
      let puts: Promise<unknown>[] = [];
      for (const { id, details } of templates) {
        const before = id === undefined ? undefined : there.get(id);
        if (!before) {
          const made = newTemplate(unit, names.free(details, undefined), id);
          puts.push(unit.put('templates', made));
          there.set(made.id, made);
          names.take(made);
          counts.added++;
          continue;
        }
        // it may be one of those that are under way
        await Promise.all(puts);
        puts = [];
        const put = await putTemplate(unit, names.free(details, before.id), before);
        there.set(put.id, put);
        names.take(put);
        if (put === before) counts.unchanged++;
        else counts.updated++;
      }
      await Promise.all(puts);
      if (counts.added + counts.updated > 0) await unit.log('templates-imported');
      return ok(counts);
    },
  );

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
