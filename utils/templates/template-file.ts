import type { Template } from '../domain/template.ts';
import { templateLimits } from '../domain/template-limits.ts';
import { type ReadTemplates, take } from './read-result.ts';

const format = 'deckhand-templates';
const version = 1;

/** Own keys that would reach an object's prototype; no record of ours has them. */
const forbidden: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Templates as a file to share or keep: nothing of it is about people, brands or uses. The same templates give the same text.
 * @returns JSON, indented so that people can read it
 */
export function writeTemplateFile(templates: readonly Template[]): string {
  const rows = templates.map(({ createdAt: _made, updatedAt: _changed, ...template }) => template);
  return `${JSON.stringify({ format, version, templates: rows }, null, 2)}\n`;
}

/** Reads a file of `writeTemplateFile`, whoever wrote it: what is not a template is left out and named. */
export function readTemplateFile(text: string): ReadTemplates {
  const result: ReadTemplates = { templates: [], problems: [] };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value) => {
      if (forbidden.includes(key)) throw new SyntaxError(`forbidden key ${key}`);
      return value;
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { templates: [], problems: [{ line: 1, code: 'not-the-format', detail }] };
  }
  const { format: named, version: written, templates } = (file ?? {}) as Record<string, unknown>;
  if (named !== format || typeof written !== 'number' || written > version || !Array.isArray(templates))
    return {
      templates: [],
      problems: [{ line: 1, code: 'not-the-format', detail: `version ${String(written)}` }],
    };
  for (const [index, loose] of templates.entries()) {
    if (index >= templateLimits.templates) {
      result.problems.push({ line: index + 1, code: 'too-many' });
      break;
    }
    take(result, typeof loose === 'object' && loose !== null ? loose : {}, index + 1);
  }
  return result;
}

/** Heads of the table that `templateRows` writes; `guessColumns` understands them again. */
export const tableHead = [
  'id',
  'title',
  'shortcut',
  'folder',
  'tags',
  'platforms',
  'language',
  'text',
  'review',
  'note',
];

/** Templates as a table, a row for each wording, for spreadsheets. */
export function templateRows(templates: readonly Template[]): string[][] {
  return templates.flatMap((template) =>
    template.variants.flatMap(({ language, wordings }) =>
      wordings.map(({ text }) => [
        template.id,
        template.title,
        template.shortcut ?? '',
        template.folder,
        template.tags.join(', '),
        template.platforms.join(', '),
        language,
        text,
        template.reviewOn ?? '',
        template.reviewNote ?? '',
      ]),
    ),
  );
}
