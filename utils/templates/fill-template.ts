import { analyzeSync, Context, type Liquid, type LiquidError, toValueSync } from 'liquidjs';
import { type ContextValue, liquidValue, type ReplyContext } from './context-values.ts';
import { fillLimits } from './fill-limits.ts';
import { makeEngine, type Snippets } from './liquid-engine.ts';
import { cursorMark, missingEnd, missingStart, plainText, stopEnd, stopStart } from './liquid-marks.ts';
import { parseTemplate } from './parse-template.ts';
import { errorsIn, isMissing, type Piece, placeOf, problemOf, readPieces } from './read-template.ts';
import { Moment } from './reply-dates.ts';
import type { Place, TemplateProblem } from './template-problem.ts';

export interface FillOptions {
  /** of the reply, BCP 47: dates and sums are written in it */
  language: string;
  now: Date;
  snippets?: Snippets;
  /** what was written into the fill-in fields, by their names */
  answers?: Readonly<Record<string, string>>;
}

/** A variable of which nothing is known. `ask`: a fill-in field that was not answered yet. */
export interface Unresolved {
  /** `order.link` */
  name: string;
  kind: 'variable' | 'ask';
  /** of the variable; where a whole `{{ … }}` came to nothing, of that */
  place: Place;
}

/** Pieces of a preview: a text, or the name of something that is missing there. */
export type PreviewPart = { text: string } | { missing: string };

export type Filled =
  | {
      state: 'filled';
      text: string;
      /** where the caret shall stand, in UTF-16 units from the start; absent: at the end */
      caret?: number;
      /** ranges to jump through, in their order; an empty one is a place */
      tabStops: [start: number, end: number][];
    }
  /** nothing may be inserted: a blank would stand there */
  | { state: 'unresolved'; unresolved: Unresolved[]; preview: PreviewPart[] }
  | { state: 'broken'; problems: TemplateProblem[] };

/** Counts what is carried out, loops each time round, and stops what goes on too long or grows too large. */
function bounded(engine: Liquid): { engine: Liquid; begin(): void } {
  const { renderer } = engine;
  const carryOut = renderer.renderTemplates.bind(renderer);
  let steps = 0;
  renderer.renderTemplates = function* (pieces, context, emitter) {
    steps += pieces.length + 1;
    const grown = (emitter as { buffer?: unknown } | undefined)?.buffer;
    if (steps > fillLimits.steps || (typeof grown === 'string' && grown.length > fillLimits.output))
      throw new Error('too much work');
    return yield* carryOut(pieces, context, emitter);
  };
  const begin = () => {
    steps = 0;
  };
  return { engine, begin };
}
type Bounded = ReturnType<typeof bounded>;

function variables(
  context: ReplyContext,
  { language, now, answers = {} }: FillOptions,
): Record<string, unknown> {
  const given = Object.entries(context).map(
    ([name, value]) => [name, liquidValue(value, language, now)] as const,
  );
  const known: Record<string, unknown> = Object.assign(
    Object.create(null),
    Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  );
  return Object.assign(known, {
    // see `liquidValue`
    size: undefined,
    today: new Moment(now, language),
    now: new Moment(now, language),
    ask: liquidValue(answers as ContextValue, language, now),
    cursor: cursorMark,
    tabstop: stopStart + stopEnd,
  });
}

type Rendered = { text: string } | { missing: LiquidError[] } | { problems: TemplateProblem[] };

function render({ engine, begin }: Bounded, pieces: Piece[], known: Record<string, unknown>): Rendered {
  begin();
  try {
    // as globals, so that snippets see them too
    const around = new Context(
      Object.create(null),
      engine.options,
      { sync: true, globals: known },
      { liquid: engine },
    );
    const text = String(toValueSync(engine.renderer.renderTemplates(pieces, around)));
    if (text.length > fillLimits.output) return { problems: [tooLarge(text)] };
    return { text };
  } catch (error) {
    const errors = errorsIn(error);
    const wrong = errors.filter((each) => !isMissing(each));
    if (wrong.length > 0) return { problems: wrong.map(problemOf) };
    if (errors.length > 0) return { missing: errors };
    const detail = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'too-much-work', detail, place: { line: 1, column: 1, start: 0, end: 0 } }] };
  }
}

const tooLarge = (text: string): TemplateProblem => ({
  code: 'too-much-work',
  detail: String(text.length),
  place: { line: 1, column: 1, start: 0, end: 0 },
});

/** The name of what is missing: `{{ order.link | upcase }}` → `order.link`. */
function missingName({ token }: LiquidError): string {
  return token
    .getText()
    .replace(/^\{\{-?\s*|\s*-?\}\}$/g, '')
    .split('|', 1)
    .join('')
    .trim();
}

/** What is known of a template beside its pieces. */
interface Known {
  /** names that it sets itself */
  locals: ReadonlySet<string>;
  /** which snippet a text is: liquidjs does not tell it of a variable */
  snippetOf(input: string): { snippet?: string };
}

function knownOf(source: string, pieces: Piece[], snippets: Snippets): Known {
  const names = new Map(Object.entries(snippets).map(([name, text]) => [text, name]));
  return {
    locals: new Set(Object.keys(analyzeSync(pieces, { partials: false }).locals)),
    snippetOf: (input) => {
      const snippet = input === source ? undefined : names.get(input);
      return snippet === undefined ? {} : { snippet };
    },
  };
}

function unresolvedOf(errors: readonly LiquidError[], { locals, snippetOf }: Known): Unresolved[] {
  const found = new Map<string, Unresolved>();
  for (const error of errors) {
    const name = missingName(error);
    // what the template sets itself is missing only because something else is
    if (locals.has(name.split('.')[0] ?? '') && errors.some((each) => each !== error)) continue;
    const place = { ...placeOf(error.token), ...snippetOf(error.token.input) };
    const key = `${place.snippet ?? ''} ${place.start} ${name}`;
    if (!found.has(key)) found.set(key, { name, kind: /^ask[.[]/.test(name) ? 'ask' : 'variable', place });
  }
  return [...found.values()];
}

/** Puts a mark where something is missing, so that the rest can be shown. */
function withMarks(known: Record<string, unknown>, names: Iterable<string>): Record<string, unknown> {
  const copy: Record<string, unknown> = Object.assign(Object.create(null), known);
  for (const name of names) {
    const path = name.split('.');
    const last = path.pop();
    if (last === undefined || !/^[\p{L}\p{N}_.-]+$/u.test(name)) continue;
    let inside = copy;
    for (const part of path) {
      const old = Object.hasOwn(inside, part) ? inside[part] : undefined;
      const next: Record<string, unknown> =
        typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old } : {};
      inside[part] = next;
      inside = next;
    }
    inside[last] = `${missingStart}${name}${missingEnd}`;
  }
  return copy;
}

/** Ends and gaps that tags on lines of their own leave behind. */
function tidy(text: string, hasTags: boolean): string {
  const closed = hasTags ? text.replace(/\n[^\S\n]*(?=\n)/g, '\n').replace(/\n{3,}/g, '\n\n') : text;
  return closed.replace(/^\n+|\s+$/g, '');
}

function previewOf(text: string): PreviewPart[] {
  const plain = text.replaceAll(cursorMark, '').replaceAll(stopStart, '').replaceAll(stopEnd, '');
  return plain.split(missingStart).flatMap((part, index): PreviewPart[] => {
    if (index === 0) return part ? [{ text: part }] : [];
    const [missing = '', rest = ''] = part.split(missingEnd);
    return rest ? [{ missing }, { text: rest }] : [{ missing }];
  });
}

/** Takes the marks out and says where they stood. */
function settle(marked: string): Filled {
  let text = '';
  let caret: number | undefined;
  const tabStops: [number, number][] = [];
  const open: [number, number][] = [];
  for (const sign of marked) {
    if (sign === cursorMark) caret ??= text.length;
    else if (sign === stopStart) {
      const stop: [number, number] = [text.length, text.length];
      tabStops.push(stop);
      open.push(stop);
    } else if (sign === stopEnd) {
      const stop = open.pop();
      if (stop) stop[1] = text.length;
    } else text += sign;
  }
  return {
    state: 'filled',
    text,
    ...(caret === undefined ? {} : { caret }),
    tabStops: tabStops.slice(0, fillLimits.tabStops),
  };
}

/** All that is missing: after each try what was missing gets a mark, until nothing new turns up. */
function collectMissing(
  bound: Bounded,
  pieces: Piece[],
  values: Record<string, unknown>,
  first: LiquidError[],
  known: Known,
) {
  const errors = [...first];
  let rendered: Rendered = { missing: first };
  for (let round = 0; round < 20 && 'missing' in rendered; round++) {
    const size = unresolvedOf(errors, known).length;
    rendered = render(bound, pieces, withMarks(values, new Set(errors.map(missingName))));
    if ('missing' in rendered) errors.push(...rendered.missing);
    if (unresolvedOf(errors, known).length === size) break;
  }
  return { unresolved: unresolvedOf(errors, known), marked: 'text' in rendered ? rendered.text : '' };
}

/**
 * Fills a template. What comes from a page is put in as text and never read as Liquid; nothing that is missing is left blank: it is
 * listed, and nothing can be inserted. Bounded in time, work and size.
 */
export function fillTemplate(source: string, context: ReplyContext, options: FillOptions): Filled {
  const text = plainText(source);
  const { problems } = parseTemplate(text, { snippets: options.snippets ?? {} });
  // one engine for both: a tag renders what is in it with the engine that parsed it
  const bound = bounded(makeEngine(options));
  const { pieces } = readPieces(bound.engine, text);
  if (problems.length > 0 || !pieces) return { state: 'broken', problems };
  const hasTags = text.includes('{%');
  const values = variables(context, options);
  const rendered = render(bound, pieces, values);
  if ('text' in rendered) return settle(tidy(rendered.text, hasTags));
  if ('problems' in rendered) return { state: 'broken', problems: rendered.problems };
  const known = knownOf(text, pieces, options.snippets ?? {});
  const { unresolved, marked } = collectMissing(bound, pieces, values, rendered.missing, known);
  return { state: 'unresolved', unresolved, preview: previewOf(tidy(marked, hasTags)) };
}
