import type { Field } from '../../domain/page-reading.ts';
import { parseCount } from '../shared/count.ts';
import { fact, fold } from '../shared/fields.ts';

/** Numbers in a short text, comma or point before decimals. */
function numbersIn(text: string): number[] {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  return (latin.match(/\d+(?:[.,٫]\d+)?/g) ?? []).map((number) => Number(number.replace(/[,٫]/, '.')));
}

/**
 * How many of five stars: the words around it are in any order ("5つ星のうち4.6", "4,6 von 5 Sternen"), so the star picture's class, rounded to
 * halves, says which of the two numbers it is.
 */
export function starsOf(text: string | null | undefined, stars: Element | null): Field<number> | undefined {
  const raw = fold(text ?? '');
  if (!raw || raw.length > 120) return undefined;
  const drawn = /\ba-star(?:-small|-mini|-medium)?-(\d)(?:-(5))?\b/.exec(stars?.getAttribute('class') ?? '');
  const about = drawn ? Number(drawn[1]) + (drawn[2] ? 0.5 : 0) : undefined;
  const all = numbersIn(raw);
  // "5.0 out of 5" has the scale twice; a lone 5 is the scale without a value
  if (all.some((number) => number > 5) || (all.length === 1 && all[0] === 5)) return undefined;
  const found = [...new Set(all)].filter((number) => number > 0);
  const fitting = about === undefined ? found : found.filter((number) => Math.abs(number - about) <= 0.5);
  // of "4.6" and the scale's "5" the one that is not the scale
  const [value] = fitting.length > 1 ? fitting.filter((number) => number !== 5) : fitting;
  return value !== undefined && (fitting.length === 1 || fitting.length === 2)
    ? fact(value, 'dom', raw)
    : undefined;
}

/** How many rated, from "6,536 ratings", "(3,101)" or "2 480 évaluations". */
export function ratedBy(
  text: string | null | undefined,
  language: string | undefined,
): Field<number> | undefined {
  const raw = fold((text ?? '').replace(/[()（）]/g, ' '));
  if (!raw || raw.length > 80 || !/\d/.test(raw)) return undefined;
  const count = parseCount(raw, language);
  return count && count.value !== null
    ? { value: count.value, source: 'dom', raw: count.raw, precision: count.precision }
    : undefined;
}
