import { type Liquid, Output } from 'liquidjs';
import { fillLimits } from './fill-limits.ts';
import { parseEngine, type Snippets } from './liquid-engine.ts';
import { everyPiece, type Piece, placeOf, putsIn, readPieces } from './read-template.ts';
import { placeAt, type TemplateProblem } from './template-problem.ts';

/** Braces of a Chinese input method around something: they look right and are plain text to Liquid. */
const fullWidth = /[｛{]｛|｝[｝}]|[｛]%|%[｝]/gu;

function fullWidthBraces(text: string): TemplateProblem[] {
  return [...text.matchAll(fullWidth)].map(({ 0: found, index }) => ({
    code: 'full-width-braces',
    detail: found,
    place: placeAt(text, index, index + found.length),
  }));
}

/** Words between values in a condition. */
const operators = /^(==|!=|<>|<=?|>=?|and|or|not|contains)$/;

/** Liquid reads `{{ first name }}` as `first` and drops the rest in silence; here that is a mistake. */
function looseOutput(piece: Piece): TemplateProblem[] {
  if (!(piece instanceof Output)) return [];
  const text = piece.token.getText().replace(/^\{\{-?|-?\}\}$/g, '');
  const bare =
    text
      .replace(/"[^"]*"|'[^']*'/g, '""')
      .split('|', 1)[0]
      ?.replace(/\s*(\.\.|[[\]()])\s*/g, '$1') ?? '';
  const words = bare.trim().split(/\s+/);
  const loose = words.length > 1 && !words.some((word) => operators.test(word));
  if (!loose && !words.some((word) => /[^.]\.$/.test(word))) return [];
  return [{ code: 'syntax', detail: text.trim(), place: placeOf(piece.token) }];
}

/** Follows the snippets of a text. `way` are the names that led to it. */
function snippetProblems(
  engine: Liquid,
  text: string,
  snippets: Snippets,
  way: readonly string[],
  seen: Set<string>,
): TemplateProblem[] {
  const { pieces, problems } = readPieces(engine, text);
  const here = way.at(-1);
  if (!pieces)
    return here === undefined
      ? problems
      : problems.map((each) => ({ ...each, place: { ...each.place, snippet: here } }));
  const found: TemplateProblem[] = [];
  for (const piece of everyPiece(pieces)) {
    for (const loose of looseOutput(piece))
      found.push(here === undefined ? loose : { ...loose, place: { ...loose.place, snippet: here } });
    const name = putsIn(piece);
    if (name === undefined) continue;
    const place = { ...placeOf(piece.token), ...(here === undefined ? {} : { snippet: here }) };
    if (name === null) found.push({ code: 'snippet-by-variable', detail: piece.token.getText(), place });
    else if (way.includes(name))
      found.push({ code: 'snippet-cycle', detail: [...way, name].join(' → '), place });
    else if (!Object.hasOwn(snippets, name)) found.push({ code: 'missing-snippet', detail: name, place });
    else if (!seen.has(name)) {
      seen.add(name);
      found.push(...snippetProblems(engine, snippets[name] ?? '', snippets, [...way, name], seen));
    }
  }
  return found;
}

const tooLong = (text: string): TemplateProblem[] =>
  text.length > fillLimits.source
    ? [{ code: 'too-long', detail: String(text.length), place: placeAt(text, 0, 0) }]
    : [];

/** What checking a text came to; a text with problems may be kept as a draft and is not offered. */
export interface ParsedTemplate {
  problems: TemplateProblem[];
}

/**
 * Checks a template's text with the snippets that it puts in: syntax, tags, filters, full-width braces, missing snippets and cycles.
 * @param own name under which this template is itself a snippet
 */
export function parseTemplate(
  text: string,
  { snippets = {}, own }: { snippets?: Snippets; own?: string | undefined } = {},
): ParsedTemplate {
  // most replies of a list have no braces at all
  if (!/[{｛]/.test(text)) return { problems: tooLong(text) };
  const engine = parseEngine();
  const all = own === undefined ? snippets : { ...snippets, [own]: text };
  const problems = [
    ...fullWidthBraces(text),
    ...snippetProblems(
      engine,
      text,
      all,
      own === undefined ? [] : [own],
      new Set(own === undefined ? [] : [own]),
    ),
  ];
  return {
    problems: problems
      // what is found on the way through its own name stands in the text itself
      .map((each) =>
        each.place.snippet === own ? { ...each, place: { ...each.place, snippet: undefined } } : each,
      )
      .sort((a, b) => a.place.start - b.place.start),
  };
}
