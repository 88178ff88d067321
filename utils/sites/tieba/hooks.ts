import type { Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { type Data, isData } from '../shared/state.ts';
import { lineOf } from '../shared/text.ts';

/** The JSON in an element's `data-field`; parts of the page write it with single quotes. */
export function fieldOf(element: Element | null | undefined): Data {
  const text = element?.getAttribute('data-field') ?? '';
  for (const json of [text, text.includes('"') ? '' : text.replace(/'/g, '"')]) {
    if (!json.startsWith('{') || json.length > 300_000) continue;
    try {
      const value: unknown = JSON.parse(json);
      if (isData(value)) return value;
    } catch {
      // the other quotes, or no JSON at all
    }
  }
  return {};
}

/** The number of a person's picture in a link to the person. */
export function portraitIn(href: unknown, base: string): string | undefined {
  if (typeof href !== 'string' || !URL.canParse(href, base)) return undefined;
  const id = new URL(href, base).searchParams.get('id')?.replace(/\?.*$/, '');
  return id && /^[\w.~-]{8,80}$/.test(id) ? id : undefined;
}

/** Address of a person; the time of the picture's upload is no part of it. */
export function personAt(portrait: string | undefined): Field<string> | undefined {
  return portrait ? { value: `https://tieba.baidu.com/home/main?id=${portrait}`, source: 'dom' } : undefined;
}

/** A shown name. Emoji in it are pictures without a name; then the data know it better. */
export function shownName(
  facts: Facts,
  element: Element | null | undefined,
  known: unknown,
): Field<string> | undefined {
  const pictures = element?.querySelector('img') !== null && element !== undefined && element !== null;
  // The name that everybody gets who chose none is not shown.
  if (pictures && typeof known === 'string' && known && !known.startsWith('贴吧用户_'))
    return facts.line('author', known, 'dom');
  return facts.line('author', lineOf(element), 'dom') ?? facts.line('author', known, 'dom');
}

/** The name of a bar as the site shows it: with 吧 at its end. */
export function barName(said: string | undefined): string | undefined {
  const name = said?.replace(/\s+/g, ' ').trim();
  return name ? (name.endsWith('吧') ? name : `${name}吧`) : undefined;
}
