import { decodeEntities } from './entities.ts';
import { fold } from './fields.ts';

/** A name for comparison: case, white space, quotes and dashes do not part the same title. */
export function comparable(name: string): string {
  return fold(decodeEntities(name.slice(0, 2_000)))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, '');
}

/** Whether one title is the other, or the other with something added at an end (variant, shop name, "Details"). */
export function sameName(one: string, other: string): boolean {
  if (one.length > 2_000 || other.length > 2_000) return false;
  const [a, b] = [comparable(one), comparable(other)];
  if (!a || !b) return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 6 && (long.startsWith(short) || long.endsWith(short)) && short.length * 4 >= long.length
  );
}

/** Whether a page's title holds a name with words around it ("Buy … - Shirts for Men | Shop"); the shop's own name after a bar is no part of it. */
export function holdsName(title: string, name: string): boolean {
  if (title.length > 2_000 || name.length > 2_000) return false;
  const [whole, part] = [comparable(title), comparable(name.split(/[|｜]/)[0] ?? '')];
  return part.length >= 12 && part.length * 3 >= whole.length && whole.includes(part);
}
