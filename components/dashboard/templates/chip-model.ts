/** A piece of a wording's text as the editor shows it. The sources of all pieces, one after the other, are the text. */
export type Segment =
  | { kind: 'text'; source: string }
  /** `{{ comment.first_name | default: "there" }}`; `rest` are filters other than the fallback */
  | { kind: 'variable'; source: string; path: string; fallback: string | null; rest: string }
  /** `{{ cursor }}` and `{{ "…" | tabstop }}` */
  | { kind: 'place'; source: string; what: 'cursor' | 'stop' }
  /** a tag such as `{% if brand.voice %}`, and output that is more than one variable */
  | { kind: 'code'; source: string };
export type Chip = Exclude<Segment, { kind: 'text' }>;

/** `{{ … }}` and `{% … %}` that are closed; an open one is still being typed and stays text. */
const marked = /\{\{-?(?:(?!\{\{|\}\})[\s\S])*\}\}|\{%(?:(?!\{%|%\})[\s\S])*%\}/g;
const oneVariable =
  /^\{\{-?\s*([\p{L}_][\p{L}\p{N}_.-]*(?:\[(?:"[^"]*"|'[^']*')\])?)\s*((?:\|[\s\S]*?)?)\s*-?\}\}$/u;
const fallbackFilter = /\|\s*default:\s*(?:"([^"]*)"|'([^']*)')\s*/;

function chipOf(source: string): Chip {
  const [, path, filters = ''] = oneVariable.exec(source) ?? [];
  if (path === 'cursor' && !filters) return { kind: 'place', source, what: 'cursor' };
  if (path === 'tabstop' || /\|\s*tabstop\s*-?\}\}$/.test(source))
    return { kind: 'place', source, what: 'stop' };
  if (!path) return { kind: 'code', source };
  const found = fallbackFilter.exec(filters);
  const fallback = found ? (found[1] ?? found[2] ?? '') : null;
  return { kind: 'variable', source, path, fallback, rest: filters.replace(fallbackFilter, '').trim() };
}

/** The pieces of a text. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { 0: source, index } of text.matchAll(marked)) {
    if (index > from) segments.push({ kind: 'text', source: text.slice(from, index) });
    segments.push(chipOf(source));
    from = index + source.length;
  }
  if (from < text.length) segments.push({ kind: 'text', source: text.slice(from) });
  return segments;
}

/** The source of a variable with what shall stand there when nothing is known; null: then the reply is not inserted. */
export function variableSource(path: string, fallback: string | null, rest = ''): string {
  // Liquid has no sign to escape a quotation mark: the other kind goes around it
  const quote = fallback?.includes('"') ? "'" : '"';
  // in front of the others: Liquid looks at it only there
  const filters = [
    fallback === null || fallback === ''
      ? ''
      : `| default: ${quote}${fallback.replaceAll(quote, quote === '"' ? '”' : '’')}${quote}`,
    rest,
  ];
  return `{{ ${[path, ...filters].filter(Boolean).join(' ')} }}`;
}

/** A chip with the range of its source in the text, in UTF-16 units. */
export interface PlacedChip {
  chip: Chip;
  start: number;
  end: number;
}

/** The chip that the caret stands behind or before; of two neighbours the one before the caret. */
export function chipBeside(text: string, caret: number): PlacedChip | null {
  let start = 0;
  let after: PlacedChip | null = null;
  for (const segment of segmentsOf(text)) {
    const end = start + segment.source.length;
    if (segment.kind !== 'text') {
      if (end === caret) return { chip: segment, start, end };
      if (start === caret) after = { chip: segment, start, end };
    }
    start = end;
  }
  return after;
}

/** A range that cuts no chip: grown to the ends of every chip that it touches inside. */
export function wholeChips(text: string, start: number, end: number): [start: number, end: number] {
  let at = 0;
  let [from, to] = [start, end];
  for (const { kind, source } of segmentsOf(text)) {
    const next = at + source.length;
    if (kind !== 'text') {
      if (from > at && from < next) from = at;
      if (to > at && to < next) to = next;
    }
    at = next;
  }
  return [from, to];
}

/** What one press of Backspace (`-1`) or Delete (`1`) at the caret takes: a chip as a whole, otherwise one sign as people see it. */
export function oneStep(text: string, caret: number, direction: -1 | 1): [start: number, end: number] {
  let at = 0;
  for (const { kind, source } of segmentsOf(text)) {
    const next = at + source.length;
    if (direction < 0 ? caret > at && caret <= next : caret >= at && caret < next) {
      if (kind !== 'text') return [at, next];
      const part = direction < 0 ? source.slice(0, caret - at) : source.slice(caret - at);
      const signs = [...new Intl.Segmenter().segment(part)];
      const sign = (direction < 0 ? signs.at(-1) : signs[0])?.segment.length ?? 0;
      return direction < 0 ? [caret - sign, caret] : [caret, caret + sign];
    }
    at = next;
  }
  return [caret, caret];
}
