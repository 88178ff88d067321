import { type Variable, variables } from './variables.ts';

const byPath: ReadonlyMap<string, Variable> = new Map(variables.map((variable) => [variable.path, variable]));
const asked = /^ask(?:\.([^.[\]]+)|\["([^"]+)"\]|\['([^']+)'\])$/;

/** What a path in a text stands for. */
export type NamedPath = { ask: string } | { variable: Variable };

/**
 * What a path in a text stands for: a fill-in field (`ask.size`), or a variable of the menu.
 * @returns null for what nobody knows
 */
export function readPath(path: string): NamedPath | null {
  const [, plain, double, single] = asked.exec(path) ?? [];
  const ask = plain ?? double ?? single;
  if (ask !== undefined) return { ask };
  const variable = byPath.get(path === 'now' ? 'today' : path);
  return variable ? { variable } : null;
}

/** A fill-in field as people read its name. */
export const fieldWords = (name: string): string => name.replaceAll('_', ' ');
