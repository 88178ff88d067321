import { type Variable, variables } from '../../../utils/templates/variables.ts';
import type { TemplatesKey, useT } from './words.tsx';

type T = ReturnType<typeof useT>;

const byPath: ReadonlyMap<string, Variable> = new Map(variables.map((variable) => [variable.path, variable]));
const asked = /^ask(?:\.([^.[\]]+)|\["([^"]+)"\]|\['([^']+)'\])$/;

/** Whether the palette knows what to put there, or asks for it. */
export const isKnownPath = (path: string): boolean => byPath.has(path) || path === 'now' || asked.test(path);

/** What people read for a variable; one that nobody knows by its path. */
export function variableWords(path: string, t: T): string {
  const [, plain, double, single] = asked.exec(path) ?? [];
  const field = plain ?? double ?? single;
  if (field) return t('templates_ask', { name: field.replaceAll('_', ' ') });
  const variable = byPath.get(path === 'now' ? 'today' : path);
  return variable ? t(`template_variable_${variable.key}` as TemplatesKey) : path;
}
