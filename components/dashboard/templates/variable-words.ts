import { fieldWords, readPath } from '../../../utils/templates/variable-name.ts';
import type { TemplatesKey, useT } from './words.tsx';

type T = ReturnType<typeof useT>;

/** Whether the palette knows what to put there, or asks for it. */
export const isKnownPath = (path: string): boolean => readPath(path) !== null;

/** What people read for a variable; one that nobody knows by its path. */
export function variableWords(path: string, t: T): string {
  const named = readPath(path);
  if (named === null) return path;
  if ('ask' in named) return t('templates_ask', { name: fieldWords(named.ask) });
  return t(`template_variable_${named.variable.key}` as TemplatesKey);
}
