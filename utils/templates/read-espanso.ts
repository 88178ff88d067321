import { parse } from 'yaml';
import { templateLimits } from '../domain/template-limits.ts';
import { guessLanguage } from './detect-language.ts';
import { type ReadProblem, type ReadTemplates, take } from './read-result.ts';
import { askFor } from './variables.ts';

interface Variable {
  name: string;
  type: string;
  params: Record<string, unknown>;
}
type Note = (code: ReadProblem['code'], detail: string) => void;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown) => list(value).filter((each) => typeof each === 'string');
const quoted = (value: string) => (value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`);

function variablesIn(value: unknown): Variable[] {
  return list(value).flatMap((each) =>
    isObject(each) && typeof each.name === 'string'
      ? [{ name: each.name, type: String(each.type), params: isObject(each.params) ? each.params : {} }]
      : [],
  );
}

/** Seconds from now as days, the way its dates are moved. */
function offset(params: Record<string, unknown>): string {
  const days = typeof params.offset === 'number' ? Math.round(params.offset / 86_400) : 0;
  return days === 0 ? '' : ` | add_days: ${days}`;
}

/** What stands for one of its variables in Liquid. */
function liquidOf({ name, type, params }: Variable, note: Note): string {
  switch (type) {
    case 'date': {
      const format = typeof params.format === 'string' ? ` | date: ${quoted(params.format)}` : '';
      return `{{ today${offset(params)}${format} }}`;
    }
    case 'echo':
      return typeof params.echo === 'string' ? params.echo : askFor(name);
    case 'choice': {
      const values = list(params.values).flatMap((each) =>
        typeof each === 'string'
          ? [each]
          : isObject(each) && typeof each.label === 'string'
            ? [each.label]
            : [],
      );
      return values.length > 0
        ? askFor(name).replace(/ \}\}$/, ` | options: ${values.map(quoted).join(', ')} }}`)
        : askFor(name);
    }
    case 'shell':
    case 'script':
      note('program', name);
      return askFor(name);
    default:
      if (type !== 'clipboard') note('unknown-command', `${name}: ${type}`);
      return askFor(name);
  }
}

/** `{{name}}`, `{{form.field}}`, `[[field]]` and `$|$` as Liquid. */
function liquidText(text: string, variables: readonly Variable[], note: Note): string {
  return text
    .replace(/\{\{\s*([\w-]+)(?:\.([\w-]+))?\s*\}\}/g, (_found, name: string, field?: string) => {
      if (field) return askFor(field);
      const variable = variables.find((each) => each.name === name);
      return variable ? liquidOf(variable, note) : askFor(name);
    })
    .replace(/\[\[\s*([\w -]+?)\s*\]\]/g, (_found, name: string) => askFor(name))
    .replace(/\$\|\$/g, '{{ cursor }}');
}

/** A reply that only picks one of several texts at random is one with several wordings. */
function wordingsOf(text: string, variables: readonly Variable[], note: Note): string[] {
  const alone = /^\s*\{\{\s*([\w-]+)\s*\}\}\s*$/.exec(text)?.[1];
  const random = variables.find(({ name, type }) => name === alone && type === 'random');
  const choices = random ? texts(random.params.choices) : [];
  return (choices.length > 0 ? choices : [text]).map((each) => liquidText(each, variables, note));
}

/**
 * Templates out of a match file of espanso. Aliases of YAML are bounded by its reader; what runs a program becomes a fill-in field, what
 * is a picture is left out.
 */
export function readEspanso(text: string, { fallback }: { fallback: string }): ReadTemplates {
  const result: ReadTemplates = { templates: [], problems: [] };
  let file: unknown;
  try {
    // plain data only: no tags of its own, no merging of prototypes
    file = parse(text.replace(/^\uFEFF/, ''), { maxAliasCount: 100, schema: 'core', logLevel: 'silent' });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { templates: [], problems: [{ line: 1, code: 'not-the-format', detail }] };
  }
  if (!isObject(file) || !Array.isArray(file.matches))
    return { templates: [], problems: [{ line: 1, code: 'not-the-format' }] };
  const global = variablesIn(file.global_vars);
  for (const [index, match] of file.matches.entries()) {
    const line = index + 1;
    if (line > templateLimits.templates) {
      result.problems.push({ line, code: 'too-many' });
      break;
    }
    if (!isObject(match)) {
      result.problems.push({ line, code: 'empty' });
      continue;
    }
    const note: Note = (code, detail) => result.problems.push({ line, code, detail });
    const body = [match.replace, match.form, match.markdown, match.html].find(
      (each) => typeof each === 'string',
    );
    if (typeof body !== 'string') {
      note(match.image_path === undefined ? 'empty' : 'picture', String(match.trigger ?? ''));
      continue;
    }
    const wordings = wordingsOf(body, [...variablesIn(match.vars), ...global], note);
    const plain = wordings.join(' ').replace(/\{[{%].*?[}%]\}/gs, ' ');
    const language = guessLanguage(plain).language ?? fallback;
    const trigger = match.trigger ?? texts(match.triggers)[0];
    take(
      result,
      {
        title: match.label,
        shortcut: trigger,
        tags: texts(match.search_terms),
        variants: [{ language, wordings }],
      },
      line,
    );
  }
  return result;
}
