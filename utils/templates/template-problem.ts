/** Why a template cannot be filled. People read the words for each in the locales, under `template_problem_<code>`. */
export const problemCodes = [
  'not-closed', // a `{{` or a tag without its end
  'unknown-tag',
  'unknown-filter',
  'full-width-braces', // ｛｛ 称呼 ｝｝: typed with a Chinese input method
  'syntax',
  'too-long',
  'missing-snippet',
  'snippet-cycle', // a snippet that puts itself in, over whatever way
  'snippet-by-variable', // {% render variable %}: nobody could say what stands in it
  'too-much-work', // loops that go on too long, or a text that grows too large
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A place in a template's text. */
export interface Place {
  /** both from 1 */
  line: number;
  column: number;
  /** from 0, in UTF-16 units; the end is behind the last one */
  start: number;
  end: number;
  /** in which snippet; absent: in the template itself */
  snippet?: string | undefined;
}

export interface TemplateProblem {
  code: ProblemCode;
  /** the name of the tag, filter or snippet, or what the parser says (English, for developers) */
  detail: string;
  place: Place;
}

/** Where an offset stands. */
export function placeAt(text: string, start: number, end: number, snippet?: string): Place {
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const column = start - before.lastIndexOf('\n');
  return { line, column, start, end, ...(snippet === undefined ? {} : { snippet }) };
}
