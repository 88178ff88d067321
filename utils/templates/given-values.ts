import type { ContextValue, ReplyContext } from './context-values.ts';
import { readPath } from './variable-name.ts';
import type { VariableGroup } from './variables.ts';

/** Names that are never looked up in the page or the notebook. */
const own = new Set(['ask', 'cursor', 'tabstop', 'forloop', 'today', 'now']);
const plain = /^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*){0,4}$/u;
/** Names that every object has, and the one that Liquid answers by itself. */
const reserved = /(^|\.)(__proto__|constructor|prototype|size)(\.|$)/;

/** Whether a person can write by hand what a missing variable stands for: a plain path does, an expression does not. */
export function canBeGiven(path: string): boolean {
  return plain.test(path) && !reserved.test(path) && !own.has(path.split('.')[0] ?? '');
}

/** The same values with those that were given by hand, as text, in the places of their paths. */
export function withGiven(context: ReplyContext, given: Readonly<Record<string, string>>): ReplyContext {
  const copy: Record<string, ContextValue> = { ...context };
  for (const [path, value] of Object.entries(given)) {
    if (!canBeGiven(path)) continue;
    const names = path.split('.');
    const last = names.pop() ?? '';
    let inside = copy;
    for (const name of names) {
      const old = Object.hasOwn(inside, name) ? inside[name] : undefined;
      const isNames = typeof old === 'object' && old !== null && !Array.isArray(old);
      const next: Record<string, ContextValue> = isNames ? { ...(old as ReplyContext) } : {};
      inside[name] = next;
      inside = next;
    }
    inside[last] = value;
  }
  return copy;
}

/** What is the same for many people. A name or a comment is one person's: kept as an answer, it would outlive that person's erasure. */
const shared: readonly VariableGroup[] = ['order', 'product', 'brand', 'campaign'];

/** Whether what was written for a variable is offered again the next time. */
export function isRemembered(path: string): boolean {
  const named = readPath(path);
  return named !== null && 'variable' in named && shared.includes(named.variable.group);
}
