import { guessLanguage } from './detect-language.ts';
import { htmlText } from './html-text.ts';
import { type ReadProblem, type ReadTemplates, take } from './read-result.ts';
import { askFor } from './variables.ts';

/** Its variables that have one of ours. `from` and `account` are whoever writes. */
const known: Readonly<Record<string, string>> = {
  'to.first_name': 'person.first_name',
  'to.name': 'person.name',
  'from.name': 'brand.name',
  'account.name': 'brand.name',
  subject: 'post.title',
};

type Note = (code: ReadProblem['code'], detail: string) => void;

/** A text with its Handlebars-like commands as Liquid; what has no counterpart is asked for. */
export function liquidFromBriskine(text: string, note: Note): string {
  return text.replace(/\{\{\{?\s*([#/]?)([^{}]*?)\s*\}\}\}?/g, (_found, mark: string, body: string) => {
    const [name = '', ...words] = body.trim().split(/\s+/);
    const path = (given: string | undefined) =>
      known[given ?? ''] ?? `ask.${(given ?? 'value').replace(/[^\p{L}\p{N}_]+/gu, '_')}`;
    if (mark === '#' && name === 'if') return `{% if ${path(words[0])} %}`;
    if (mark === '#' && name === 'unless') return `{% unless ${path(words[0])} %}`;
    if (mark === '/' && (name === 'if' || name === 'unless')) return `{% end${name} %}`;
    if (mark === '' && name === 'else') return '{% else %}';
    if (name === 'cursor') return '{{ cursor }}';
    if (name === 'date' && mark === '') return '{{ today }}';
    if (mark === '' && words.length === 0)
      return known[name] ? `{{ ${known[name]} }}` : askFor(name || 'value');
    note('unknown-command', body.trim());
    return mark === '/' ? '' : askFor(name || 'value');
  });
}

/**
 * Templates out of the table that Briskine exports (`id, title, shortcut, subject, tags, … body`), read with `readTable`. Its ids are
 * its own and not kept.
 */
export function readBriskine(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { fallback }: { fallback: string },
): ReadTemplates {
  const names = head.map((cell) => cell.trim().toLowerCase());
  const column = (name: string) => names.indexOf(name);
  const body = [column('body'), column('content')].find((at) => at >= 0);
  if (body === undefined || column('title') < 0)
    return { templates: [], problems: [{ line: 1, code: 'not-the-format' }] };
  const result: ReadTemplates = { templates: [], problems: [] };
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const cell = (name: string) => row[column(name)]?.trim() ?? '';
    const note: Note = (code, detail) => result.problems.push({ line, code, detail });
    const text = liquidFromBriskine(htmlText(row[body] ?? ''), note);
    const language = guessLanguage(text.replace(/\{[{%].*?[}%]\}/gs, ' ')).language ?? fallback;
    const tags = cell('tags').split(/[,;]/);
    take(
      result,
      { title: cell('title'), shortcut: cell('shortcut'), tags, variants: [{ language, wordings: [text] }] },
      line,
    );
  }
  return result;
}
