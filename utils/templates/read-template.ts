import { type Liquid, LiquidError, type Template as Piece, type Token, toValueSync } from 'liquidjs';
import { fillLimits } from './fill-limits.ts';
import { NothingThere } from './liquid-engine.ts';
import { type Place, type ProblemCode, placeAt, type TemplateProblem } from './template-problem.ts';

export type { Piece };

/** A snippet's name without what the look-up puts before it. */
const snippetOf = (file: string | undefined) => file?.replace(/^\.\//, '');

/** Where a token stands; of a token that a variable was read from, the variable. */
export function placeOf(token: Token): Place {
  return placeAt(token.input, token.begin, token.end, snippetOf(token.file));
}

/** Several errors in one, singly. */
export function errorsIn(error: unknown): LiquidError[] {
  if (!LiquidError.is(error)) return [];
  const { errors } = error as LiquidError & { errors?: unknown[] };
  if (Array.isArray(errors)) return errors.flatMap(errorsIn);
  const inner = error.originalError;
  return LiquidError.is(inner) && error.name !== 'UndefinedVariableError' ? errorsIn(inner) : [error];
}

/** What the parser says, as a code: its messages are English and meant for developers. */
const meanings: [RegExp, ProblemCode][] = [
  [/not closed/, 'not-closed'],
  [/^tag "?(.+?)"? not found/, 'unknown-tag'],
  [/undefined filter: (\S+)/, 'unknown-filter'],
  [/parse length limit/, 'too-long'],
  [/ENOENT: (.+)/, 'missing-snippet'],
  [
    /(memory alloc|template render) limit|too much work|Invalid (string|array) length|call stack/i,
    'too-much-work',
  ],
];

/** An error of the parser or of a filling as a problem. */
export function problemOf(error: LiquidError): TemplateProblem {
  const message = (error.originalError?.message ?? error.message).split(/, (?:line|file):/)[0] ?? '';
  for (const [pattern, code] of meanings) {
    const match = pattern.exec(message);
    if (match) return { code, detail: match[1] ?? message, place: placeOf(error.token) };
  }
  return { code: 'syntax', detail: message, place: placeOf(error.token) };
}

/** Whether an error says that a variable is missing, and not that something is wrong. */
export function isMissing(error: LiquidError): boolean {
  return error.name === 'UndefinedVariableError' || error.originalError instanceof NothingThere;
}

/** Parses a text. @returns what can be filled, or every problem that the parser found */
export function readPieces(
  engine: Liquid,
  text: string,
): { pieces: Piece[]; problems: [] } | { pieces: null; problems: TemplateProblem[] } {
  if (text.length > fillLimits.source)
    return {
      pieces: null,
      problems: [{ code: 'too-long', detail: String(text.length), place: placeAt(text, 0, 0) }],
    };
  try {
    return { pieces: engine.parse(text), problems: [] };
  } catch (error) {
    const found = errorsIn(error).map(problemOf);
    if (found.length > 0) return { pieces: null, problems: found };
    const detail = error instanceof Error ? error.message : String(error);
    return { pieces: null, problems: [{ code: 'syntax', detail, place: placeAt(text, 0, text.length) }] };
  }
}

/** Every piece of a template, those inside of tags too, in the order of the text; not those of snippets. */
export function* everyPiece(pieces: readonly Piece[]): Generator<Piece> {
  for (const piece of pieces) {
    yield piece;
    if (piece.children) yield* everyPiece(toValueSync(piece.children(false, true)) as Piece[]);
  }
}

/** What a piece puts in: the name of a snippet, `null` where only a variable would say it, undefined for any other piece. */
export function putsIn(piece: Piece): string | null | undefined {
  const { name, file } = piece as Piece & { name?: unknown; file?: unknown };
  if (name !== 'render' && name !== 'include') return undefined;
  return typeof file === 'string' ? file : null;
}
