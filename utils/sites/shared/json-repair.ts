import { decodeEntities } from './entities.ts';

/** Larger than any structured data that a shop needs; beyond it a broken script is not worth the time. */
const longest = 4_000_000;

/** Takes one of several beginnings or endings off, and the white space around. Plain comparisons: a pattern would crawl on hostile text. */
function strip(source: string, marks: readonly string[], atEnd: boolean): string {
  const text = source.trim();
  const mark = marks.find((candidate) => (atEnd ? text.endsWith(candidate) : text.startsWith(candidate)));
  if (mark === undefined) return text;
  return (atEnd ? text.slice(0, -mark.length) : text.slice(mark.length)).trim();
}

/** What a template left around the JSON: byte order mark, HTML comment, CDATA, a last semicolon. */
function unwrap(source: string): string {
  let text = source;
  for (const opening of [['\uFEFF'], ['//', '/*'], ['<![CDATA['], ['*/'], ['<!--']])
    text = strip(text, opening, false);
  for (const closing of [['-->'], ['*/', '//'], [']]>'], ['//', '/*'], [';']])
    text = strip(text, closing, true);
  return text;
}

const simpleEscapes = new Set(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']);

/** Whether a quote inside a string really ends it: JSON goes on with one of `, : } ]`, a comment, or is over. */
function endsString(source: string, after: number): boolean {
  let at = after;
  while (at < source.length && source.charCodeAt(at) <= 32) at++;
  return at >= source.length || /^(?:[,:}\]]|\/[/*])/.test(source.slice(at, at + 2));
}

/** Copies one string that starts at `start` (a quote) in valid JSON; returns where it ends. */
function copyString(source: string, start: number, out: string[]): number {
  out.push('"');
  let at = start + 1;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '\\') {
      const next = source.charAt(at + 1);
      if (next === 'u' && /^[\da-fA-F]{4}$/.test(source.slice(at + 2, at + 6))) {
        out.push(source.slice(at, at + 6));
        at += 6;
      } else {
        // "\'" and the like are JavaScript, not JSON: the backslash means nothing
        out.push(simpleEscapes.has(next) ? char + next : JSON.stringify(next).slice(1, -1));
        at += 2;
      }
    } else if (char === '"') {
      if (endsString(source, at + 1)) {
        out.push('"');
        return at + 1;
      }
      out.push('\\"');
      at++;
    } else {
      out.push(char < ' ' ? JSON.stringify(char).slice(1, -1) : char);
      at++;
    }
  }
  return at;
}

/** Where a comment starting at `at` ends, or `at` when there is none. */
function afterComment(source: string, at: number): number {
  const opening = source.slice(at, at + 4);
  const [length, closing] = opening.startsWith('/*')
    ? [2, '*/']
    : opening === '<!--'
      ? [4, '-->']
      : opening.startsWith('//')
        ? [2, '\n']
        : [0, ''];
  if (length === 0) return at;
  const end = source.indexOf(closing, at + length);
  return end < 0 ? source.length : end + closing.length;
}

function repair(source: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '"') {
      at = copyString(source, at, out);
      continue;
    }
    const resumed = afterComment(source, at);
    if (resumed > at) {
      at = resumed;
      continue;
    }
    if (char === '}' || char === ']') {
      while (/^\s+$/.test(out.at(-1) ?? '')) out.pop();
      if (out.at(-1) === ',') out.pop();
    }
    if (char >= ' ' || /\s/.test(char)) out.push(char);
    at++;
  }
  return out.join('');
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON as shops write it: with raw line breaks and unescaped quotes in strings, trailing commas, comments, CDATA around it or HTML
 * entities for its quotes. Nothing is ever evaluated. What is still no JSON after that is `undefined`: a guess could be a wrong value.
 */
export function parseLooseJson(source: string): unknown {
  const whole = parse(source);
  if (whole !== undefined) return whole;
  if (source.length > longest) return undefined;
  const bare = unwrap(source);
  const unwrapped = parse(bare);
  if (unwrapped !== undefined) return unwrapped;
  const quoted = !bare.includes('"') && bare.includes('&quot;') ? decodeEntities(bare) : bare;
  return parse(repair(quoted));
}
