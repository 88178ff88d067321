import { analyzeSync, type Liquid, Output } from 'liquidjs';
import { parseEngine, type Snippets } from './liquid-engine.ts';
import { everyPiece, type Piece, putsIn, readPieces } from './read-template.ts';
import { fieldWords, readPath } from './variable-name.ts';

/** A variable as the text names it. */
export interface NamedVariable {
  /** `comment.author` */
  path: string;
  /** where it first stands; in a snippet, in that */
  line: number;
  column: number;
}

/** One field of the small form that asks before the insert: `{{ ask.size | options: "S", "M" | default: "M" }}`. */
export interface FillInField {
  /** `size` */
  name: string;
  /** the name as people read it: `_` are spaces */
  label: string;
  /** what can be chosen; absent: anything can be written */
  options?: string[];
  /** what holds when nothing is written */
  fallback?: string;
}

/** Names that are not asked for from the page or the notebook. */
const own = new Set(['cursor', 'tabstop', 'forloop']);

/** Every piece, those of snippets too, each snippet once. */
function* withSnippets(
  engine: Liquid,
  pieces: readonly Piece[],
  snippets: Snippets,
  seen = new Set<string>(),
): Generator<Piece> {
  for (const piece of everyPiece(pieces)) {
    yield piece;
    const name = putsIn(piece);
    if (typeof name !== 'string' || seen.has(name) || !Object.hasOwn(snippets, name)) continue;
    seen.add(name);
    const { pieces: inner } = readPieces(engine, snippets[name] ?? '');
    if (inner) yield* withSnippets(engine, inner, snippets, seen);
  }
}

/** The variables that a text needs from outside, in the order of the text; of a broken text none. */
export function variablesOf(text: string, snippets: Snippets = {}): NamedVariable[] {
  const engine = parseEngine();
  const { pieces } = readPieces(engine, text);
  if (!pieces) return [];
  const found = new Map<string, NamedVariable>();
  const take = (list: readonly Piece[]) => {
    const { globals } = analyzeSync([...list], { partials: false });
    for (const variable of Object.values(globals).flat()) {
      const path = String(variable);
      if (own.has(path.split('.')[0] ?? '') || found.has(path)) continue;
      found.set(path, { path, line: variable.location.row, column: variable.location.col });
    }
  };
  take(pieces);
  const ownFirst = [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  for (const name of snippetNames(engine, pieces, snippets)) {
    const inner = readPieces(engine, snippets[name] ?? '').pieces;
    if (inner) take(inner);
  }
  return [...ownFirst, ...[...found.values()].slice(ownFirst.length)];
}

function snippetNames(engine: Liquid, pieces: readonly Piece[], snippets: Snippets): Set<string> {
  const names = new Set<string>();
  for (const piece of withSnippets(engine, pieces, snippets)) {
    const name = putsIn(piece);
    if (typeof name === 'string' && Object.hasOwn(snippets, name)) names.add(name);
  }
  return names;
}

interface FilterOf {
  name: string;
  args: unknown[];
}

/** Literal texts and numbers among a filter's arguments. */
function literals({ args }: FilterOf): string[] {
  return args.flatMap((argument) => {
    const content = (argument as { content?: unknown } | null)?.content;
    return typeof content === 'string' || typeof content === 'number' ? [String(content)] : [];
  });
}

/** The fields that have to be asked before a text can be filled, in its order, with what their filters say about them. */
export function fillInFields(text: string, snippets: Snippets = {}): FillInField[] {
  const fields = new Map<string, FillInField>();
  for (const { path } of variablesOf(text, snippets)) {
    const name = fieldName(path);
    if (name !== null && !fields.has(name)) fields.set(name, { name, label: fieldWords(name) });
  }
  const engine = parseEngine();
  const { pieces } = readPieces(engine, text);
  for (const piece of withSnippets(engine, pieces ?? [], snippets)) {
    if (!(piece instanceof Output)) continue;
    const field = fields.get(fieldName(nameIn(piece)) ?? '');
    if (!field) continue;
    for (const filter of piece.value.filters as unknown as FilterOf[]) {
      const values = literals(filter);
      if (filter.name === 'options' && values.length > 0) field.options ??= values;
      if (filter.name === 'default' && values[0] !== undefined) field.fallback ??= values[0];
    }
  }
  return [...fields.values()];
}

/** `size` of `ask.size`. */
function fieldName(path: string): string | null {
  const named = readPath(path);
  return named && 'ask' in named ? named.ask : null;
}

/** The variable of `{{ variable | … }}` as it is written. */
function nameIn(piece: Output): string {
  const { initial } = piece.value as unknown as { initial: { postfix: { getText(): string }[] } };
  return initial.postfix[0]?.getText() ?? '';
}
