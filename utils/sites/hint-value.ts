import type { HintMeaning } from '../domain/hint-fields.ts';
import { hintAttribute } from '../domain/hint-fields.ts';
import type { Field, Money, PageReading } from '../domain/page-reading.ts';
import { parseCount } from './shared/count.ts';
import { currencyCode } from './shared/currency.ts';
import { fold } from './shared/fields.ts';
import { amountsIn, parseMoney } from './shared/money.ts';
import { languageOf, metaText } from './shared/page.ts';
import { cleanText, lineOf, textOf } from './shared/text.ts';

/** What the page around a value tells about how it is written. */
export interface ValueHints {
  language?: string | undefined;
  currency?: string | undefined;
}

export function valueHintsOf(document: Document, reading?: PageReading): ValueHints {
  const { price, priceMax, listPrice } = reading?.product ?? {};
  const stated = ['product:price:currency', 'og:price:currency']
    .map((name) => metaText(document, name))
    .find(Boolean);
  return {
    language: languageOf(document),
    currency: (price ?? listPrice ?? priceMax)?.value.currency ?? currencyCode(stated),
  };
}

/** Longest text that a number is looked for in: a paragraph that happens to hold one is no count. */
const longestNumber = 120;
/** Longest text that may be a name or a description. */
const longestText = 20_000;

type Understood = Pick<Field<number | string | Money>, 'value' | 'precision'>;

function toRating(line: string): Understood | null {
  const found = amountsIn(line);
  const [first = '', second] = found;
  const value = Number(first.replace(',', '.'));
  const outOf = second === undefined ? 5 : Number(second.replace(',', '.'));
  if (found.length > 2 || !(value > 0 && value <= outOf) || outOf !== 5 || /[%％]/.test(line)) return null;
  return { value };
}

/**
 * What a text on a page means as a field.
 * @returns null where it cannot be one: no number, several, one that can be read in two ways, a price without a sure currency
 */
export function understand(raw: string, meaning: HintMeaning, hints: ValueHints): Understood | null {
  if (meaning === 'text') {
    const text = cleanText(raw);
    return text && text.length <= longestText ? { value: text } : null;
  }
  const line = fold(raw);
  if (line === '' || line.length > longestNumber) return null;
  if (meaning === 'money') {
    const value = parseMoney(line, hints);
    return value && { value };
  }
  if (meaning === 'rating') return toRating(line);
  // a share, a day or a clock time is no count
  if (/[%％]|\d[:：]\d|\d{4}-\d{2}-\d{2}|^\s*[-−]/.test(line)) return null;
  const count = parseCount(line, hints.language);
  if (!count || count.value === null) return null;
  return count.precision === 'rounded'
    ? { value: count.value, precision: 'rounded' }
    : { value: count.value };
}

/** What stands at an element: the attribute, or the text. */
export function rawAt(
  element: Element,
  attribute: string | undefined,
  meaning: HintMeaning,
): string | undefined {
  if (attribute !== undefined) return cleanText(element.getAttribute(attribute));
  return meaning === 'text' ? textOf(element) : lineOf(element);
}

/** How the reader's script offers it to whoever points at an element. */
export type ValueHere = (element: Element, meaning: HintMeaning, reading: PageReading) => Pointed | null;
export const valueHere: ValueHere = (element, meaning, reading) =>
  valueAt(element, meaning, valueHintsOf(element.ownerDocument, reading));

/** What was found at an element that a person pointed at. */
export interface Pointed {
  attribute?: string;
  raw: string;
  understood: Understood | null;
}

/** Attributes in which sites keep what they shortened in the text; others hold ids and times. */
const exactPlaces =
  /^(?:title|content|aria-label|data-(?:[a-z-]*-)?(?:count|number|value|total|num|exact|raw|amount|price))$/;

/** Whether a rounded count may be short for another: "12.3K" for 12,345. */
function fits(exact: Understood, rounded: Understood): boolean {
  const [a, b] = [Number(exact.value), Number(rounded.value)];
  return Math.abs(a - b) <= Math.max(a, b) * 0.1;
}

/**
 * The best of what stands at an element: its text, or an attribute that holds the number more exactly.
 * @returns `understood` null where nothing there can be the field; null where nothing stands there at all
 */
export function valueAt(element: Element, meaning: HintMeaning, hints: ValueHints): Pointed | null {
  const text = rawAt(element, undefined, meaning);
  const shown: Pointed | null =
    text === undefined ? null : { raw: text, understood: understand(text, meaning, hints) };
  const wanted = meaning === 'text' ? /^(?:title|content|aria-label|alt)$/ : exactPlaces;
  const others = [...element.attributes].flatMap(({ name }): Pointed[] => {
    if (!wanted.test(name) || !hintAttribute.test(name)) return [];
    const raw = rawAt(element, name, meaning);
    const understood = raw === undefined ? null : understand(raw, meaning, hints);
    return raw !== undefined && understood ? [{ attribute: name, raw, understood }] : [];
  });
  if (meaning === 'text') return shown ?? others[0] ?? null;
  const before = shown?.understood;
  if (before && before.precision !== 'rounded') return shown;
  const exact = others.find(
    ({ understood }) =>
      understood && understood.precision !== 'rounded' && (!before || fits(understood, before)),
  );
  // a text that is no number has not to be one: the stars of a rating are a picture
  return exact ?? (before ? shown : (others[0] ?? shown));
}
