import { fullFieldName } from '../domain/field-name.ts';
import type { HintRule } from '../domain/hint.ts';
import { hintFields, isHintSelector } from '../domain/hint-fields.ts';
import type { Field, PageReading, Problem } from '../domain/page-reading.ts';
import { textLimits } from '../domain/text-limits.ts';
import { rawAt, understand, type ValueHints, valueHintsOf } from './hint-value.ts';

type Subject = 'creator' | 'post' | 'product' | 'shop';

/** Names that may be long; every other text of a reading is a line. */
const longTexts = ['bio', 'title', 'text'];

/** Whether a hint is for the page of a reading. */
function isFor(hint: HintRule, reading: PageReading, url: URL): boolean {
  return (
    hint.platform === reading.platform &&
    hint.kind === reading.kind &&
    (hint.host === undefined || hint.host === url.hostname)
  );
}

function found(document: Document, selector: string): Element[] {
  if (!isHintSelector(selector)) return [];
  try {
    return [...document.querySelectorAll(selector)].slice(0, 2);
  } catch {
    // an engine that refuses a selector finds nothing with it
    return [];
  }
}

/** The value that a hint leads to, or why there is none. */
function readHint(document: Document, hint: HintRule, hints: ValueHints): Field<unknown> | Problem['reason'] {
  const meaning = hintFields[hint.field];
  const [element, other] = found(document, hint.selector);
  if (!element) return 'missing';
  if (other) return 'ambiguous';
  const raw = rawAt(element, hint.attribute, meaning);
  if (raw === undefined) return 'missing';
  const understood = understand(raw, meaning, hints);
  if (!understood) return 'ambiguous';
  const name = hint.field.slice(hint.field.indexOf('.') + 1);
  const limit = longTexts.includes(name) ? textLimits.long : textLimits.short;
  if (typeof understood.value === 'string' && understood.value.length > limit) return 'ambiguous';
  if (meaning === 'text') return { ...understood, source: 'user' };
  return { ...understood, source: 'user', raw: raw.slice(0, textLimits.address) };
}

/**
 * Fills fields that the site's own reader left absent from where the person pointed; what the reader found stays. A field that the reader
 * called stale is filled only where the reading is of the page that the address names: else the document may still show the page before.
 * @param ofAddress the key that the address alone gives
 * @returns the reading with what was found; a hint that leads to nothing or to two elements leaves a problem row
 */
export function applyHints(
  document: Document,
  reading: PageReading,
  hints: readonly HintRule[],
  url: URL,
  ofAddress: string | null,
): PageReading {
  if (reading.kind === 'blocked') return reading;
  const wanted = hints.filter((hint) => Object.hasOwn(hintFields, hint.field) && isFor(hint, reading, url));
  if (wanted.length === 0) return reading;
  const result = { ...reading, problems: [...reading.problems] };
  const around = valueHintsOf(document, reading);
  for (const hint of wanted) {
    const [subject = '', name = ''] = hint.field.split('.');
    const facts = result[subject as Subject] as Record<string, unknown> | undefined;
    if (facts?.[name] !== undefined) continue;
    const isRow = ({ field }: Problem) => fullFieldName(field, reading.kind) === hint.field;
    const row = result.problems.find(isRow);
    if (row?.reason === 'stale' && (reading.key === null || reading.key !== ofAddress)) continue;
    const read = readHint(document, hint, around);
    if (typeof read === 'string') {
      if (row) result.problems[result.problems.indexOf(row)] = { ...row, reason: read };
      else result.problems.push({ field: hint.field, reason: read });
      continue;
    }
    result.problems = result.problems.filter((problem) => !isRow(problem));
    Object.assign(result, { [subject]: { ...facts, [name]: read } });
  }
  return result;
}
