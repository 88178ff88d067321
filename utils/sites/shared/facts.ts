import type { Field, Problem, Source } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { emailsIn, webAddress } from './contacts.ts';
import { parseCount } from './count.ts';
import { languageOf } from './page.ts';
import { cleanHandle, cleanLine, cleanText } from './text.ts';

/**
 * Makes fields from what sources say, and remembers why a field could not be made. Every method returns undefined for what is no fact, so
 * that sources are tried in order: `facts.text('bio', a, 'state') ?? facts.text('bio', b, 'meta')`.
 */
export interface Facts {
  problems: Problem[];
  language: string | undefined;
  handle(field: string, value: unknown, source: Source): Field<string> | undefined;
  /** a name on one line */
  line(field: string, value: unknown, source: Source): Field<string> | undefined;
  /** text of several lines */
  text(field: string, value: unknown, source: Source): Field<string> | undefined;
  /** an integer, its digits, or a text with one count in it, read in `language` (default: the page's) */
  count(field: string, value: unknown, source: Source, language?: string): Field<number> | undefined;
  address(field: string, value: unknown, source: Source, base?: string): Field<string> | undefined;
  list(
    field: string,
    values: (string | undefined)[],
    source: Source,
    raw?: string,
  ): Field<string[]> | undefined;
  flag(value: unknown, source: Source): Field<boolean> | undefined;
  emails(bio: Field<string> | undefined): Field<string[]> | undefined;
  problem(field: string, reason: Problem['reason']): void;
  /** the fields that exist; adds a row for each required one that has none yet and takes back rows of fields that were found after all */
  finish<T extends object>(fields: T, required?: readonly string[], reason?: Problem['reason']): Partial<T>;
}

export function factsOf(document: Document): Facts {
  const problems: Problem[] = [];
  const language = languageOf(document);
  const problem = (field: string, reason: Problem['reason']) => {
    if (!problems.some((row) => row.field === field)) problems.push({ field, reason });
  };
  const limited = (field: string, value: string | undefined, limit: number, source: Source) => {
    if (value === undefined) return undefined;
    if (value.length <= limit) return { value, source };
    problem(field, 'ambiguous');
    return undefined;
  };
  const list: Facts['list'] = (_, values, source, raw) => {
    const known = [
      ...new Set(values.filter((value) => value !== undefined && value.length <= textLimits.address)),
    ];
    if (known.length === 0) return undefined;
    const field: Field<string[]> = { value: (known as string[]).slice(0, textLimits.list), source };
    if (raw && raw.length <= textLimits.address) field.raw = raw;
    return field;
  };
  return {
    problems,
    language,
    problem,
    handle(field, value, source) {
      if (typeof value === 'string' && value.length > textLimits.short) problem(field, 'ambiguous');
      return limited(field, cleanHandle(value), textLimits.short, source);
    },
    line: (field, value, source) => limited(field, cleanLine(value), textLimits.short, source),
    text: (field, value, source) => limited(field, cleanText(value), textLimits.long, source),
    count(field, value, source, tongue = language) {
      if (typeof value === 'number') {
        return Number.isSafeInteger(value) && value >= 0 ? { value, source, precision: 'exact' } : undefined;
      }
      if (typeof value !== 'string') return undefined;
      const count = parseCount(value, tongue);
      if (!count) return undefined;
      if (count.value === null) {
        problem(field, 'ambiguous');
        return undefined;
      }
      return { value: count.value, source, raw: count.raw, precision: count.precision };
    },
    address: (field, value, source, base) =>
      limited(field, webAddress(value, base), textLimits.address, source),
    list,
    flag: (value, source) => (typeof value === 'boolean' ? { value, source } : undefined),
    emails(bio) {
      if (!bio) return undefined;
      const { emails, raw } = emailsIn(bio.value);
      return list('emails', emails, bio.source, raw);
    },
    finish(fields, required, reason = 'missing') {
      const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
      // A part that nothing is required of says nothing about the problems of another with a field of the same name.
      for (const [name] of required ? entries : []) {
        const index = problems.findIndex((row) => row.field === name && row.reason !== 'blocked');
        if (index >= 0) problems.splice(index, 1);
      }
      for (const name of required ?? []) if (!entries.some(([key]) => key === name)) problem(name, reason);
      return Object.fromEntries(entries) as Partial<typeof fields>;
    },
  };
}
