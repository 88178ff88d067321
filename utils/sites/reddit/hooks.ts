import type { Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { at, isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';
import { isoTime } from '../shared/time.ts';

/** The children of an element that are of a class, slot or name: answers stand inside comments, so nothing may be looked for deeper. */
export function childWith(
  element: Element | null | undefined,
  fits: (child: Element) => boolean,
): Element | null {
  for (const child of element?.children ?? []) if (fits(child)) return child;
  return null;
}

/** A moment with an offset as the site writes it ("2026-08-31T14:25:05.266000+0000"). */
export function siteTime(value: string | null | undefined): string | undefined {
  return isoTime(value?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

/** Whole numbers only: a hidden score is a dot, one below zero is no number of likes. */
export function wholeNumber(value: string | null | undefined): Field<number> | undefined {
  return value && /^\d{1,12}$/.test(value.trim())
    ? { value: Number(value), source: 'dom', raw: value.trim(), precision: 'exact' }
    : undefined;
}

/** A person's name; what stands for a deleted account is none. */
export function personName(facts: Facts, value: unknown): Field<string> | undefined {
  if (typeof value !== 'string' || /^\s*\[\w+\]\s*$/.test(value)) return undefined;
  return facts.handle('author', value.replace(/^\/?u(?:ser)?\//, ''), 'dom');
}

/** What stands for a text that its author or a moderator took away. */
export function isGone(text: string | undefined): boolean {
  return text === undefined || /^\[(?:deleted|removed)\]$/.test(text);
}

/** The data that pages of 2023 on carry in an attribute: `{"profile": …}`, `{"subreddit": …}`. */
export function pageData(document: Document, name: string): unknown {
  for (const element of document.querySelectorAll('reddit-page-data[data]')) {
    try {
      const value = at(JSON.parse(element.getAttribute('data') ?? ''), name);
      if (isData(value)) return value;
    } catch {
      // not JSON: another page than the facts are of
    }
  }
  return undefined;
}

/** The name in `r/name` or `u/name` of a heading. */
export function nameIn(element: Element | null | undefined): string | undefined {
  return lineOf(element)?.replace(/^\/?(?:r|u|user)\//, '');
}
