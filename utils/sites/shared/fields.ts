import type { Field, Problem, Source } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';

/** Folds white space (also no-break spaces) to single spaces, as a browser shows a line. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A fact with its source; `raw` only where it differs from the value. */
export function fact<T>(value: T, source: Source, raw?: string): Field<T> {
  const kept = raw === undefined || raw === String(value) ? undefined : raw.slice(0, textLimits.address);
  return kept === undefined ? { value, source } : { value, source, raw: kept };
}

/** A text as a field; absent when empty, absent with a problem row when longer than a page of this product can be. */
export function textFact(
  value: string | undefined,
  source: Source,
  limit: keyof typeof textLimits,
  name: string,
  problems: Problem[],
): Field<string> | undefined {
  if (!value) return undefined;
  if (value.length > textLimits[limit]) {
    problems.push({ field: name, reason: 'ambiguous' });
    return undefined;
  }
  return { value, source };
}

/** Copies what is set: an absent fact has no key at all. */
export function compact<T extends object>(facts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}

/** Adds a problem row unless the field already has one. */
export function addProblem(problems: Problem[], field: string, reason: Problem['reason']): void {
  if (!problems.some((problem) => problem.field === field)) problems.push({ field, reason });
}
