import type { PageReading } from '../../utils/domain/page-reading.ts';
import type { Expectation } from './site-fixtures.ts';

export const readingParts = ['creator', 'post', 'product', 'shop'] as const;

const same = (one: unknown, other: unknown) =>
  typeof one === 'string' && typeof other === 'string'
    ? one.toLowerCase() === other.toLowerCase()
    : JSON.stringify(one) === JSON.stringify(other);

/** Whether a shortened count can be that of an exact one: sites cut after two digits at least. */
const isNear = (rounded: unknown, exact: unknown) =>
  typeof rounded === 'number' &&
  typeof exact === 'number' &&
  Math.abs(rounded - exact) <= 0.06 * Math.max(rounded, exact);

type Listed = { title?: unknown; text?: unknown; id?: unknown };
const plainly = (field: unknown) =>
  typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
const nameOf = ({ title, text, id }: Listed) => JSON.stringify(plainly(title ?? text ?? id));

/**
 * Every fact of a reading that is neither what a person wrote down about the page nor what the page's own document says without anything else
 * in it. What the address alone says is always right.
 * @param alone the page without what was added to it; absent: only the expectation counts
 */
export function wrongFacts(reading: PageReading, own: Partial<Expectation>, alone?: PageReading): string[] {
  const facts = readingParts.flatMap((part) =>
    Object.entries(reading[part] ?? {}).flatMap(([name, { value, source, precision }]) => {
      if (source === 'url') return [];
      const said: unknown[] = [own[part]?.[name], plainly(Reflect.get(alone?.[part] ?? {}, name))];
      // where no name stands the handle is who wrote it
      if (name === 'author') said.push(own.creator?.handle);
      const fits = said.some((one) => same(one, value) || (precision === 'rounded' && isNear(value, one)));
      return fits ? [] : [`${part}.${name}: ${JSON.stringify(value)} instead of ${JSON.stringify(said[0])}`];
    }),
  );
  const rows = (['products', 'comments'] as const).flatMap((list) => {
    const known = new Set([...(own[list] ?? []), ...(alone?.[list] ?? [])].map(nameOf));
    return (reading[list] ?? [])
      .map((row) => nameOf(row))
      .filter((name) => !known.has(name))
      .map((name) => `${list}: ${name} is not on this page`);
  });
  return [...facts, ...rows];
}

/** Everything that a reading takes from the document; nothing may be taken from a wall. */
export function claims(reading: PageReading): string[] {
  return wrongFacts(reading, {});
}
