import type { ProductReading } from '../domain/page-reading.ts';
import { pageIdentity } from './addresses.ts';
import { plainText } from './plain-text.ts';

/** A product of a list, with what it is known by. */
export interface Row {
  product: ProductReading;
  /** place on the page, from 0, doubles not counted */
  index: number;
  id?: string;
  address?: string;
  title?: string;
  /** no other row of the list has this id */
  ownId: boolean;
}

export interface Matching {
  pairs: { before: Row; after: Row }[];
  gone: Row[];
  fresh: Row[];
  /** rows at the end of the longer list that the shorter one only had not loaded: neither gone nor new */
  unloaded: Row[];
}

/** One page shows a product twice (carousel and list): the first counts, with what only the second says. */
function rowsOf(products: readonly ProductReading[]): Row[] {
  const rows: Row[] = [];
  const known = new Map<string, Row>();
  const ids = new Map<string, number>();
  for (const product of products) {
    const id = product.id?.value;
    const url = product.url?.value;
    const address = url === undefined ? undefined : pageIdentity(url);
    const title = product.title === undefined ? undefined : plainText(product.title.value);
    const names = [
      id !== undefined && address !== undefined ? `a ${id}\n${address}` : '',
      id !== undefined && title !== undefined ? `t ${id}\n${title}` : '',
      id === undefined && address !== undefined ? `u ${address}` : '',
    ].filter(Boolean);
    const twin = names.map((name) => known.get(name)).find(Boolean);
    if (twin) {
      twin.product = { ...product, ...twin.product };
      continue;
    }
    const row: Row = {
      product,
      index: rows.length,
      ownId: false,
      ...(id === undefined ? {} : { id }),
      ...(address === undefined ? {} : { address }),
      ...(title === undefined ? {} : { title }),
    };
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
    for (const name of names) known.set(name, row);
    rows.push(row);
  }
  for (const row of rows) row.ownId = row.id !== undefined && ids.get(row.id) === 1;
  return rows;
}

type KeyOf = (row: Row) => string | undefined;

/** Rows by a key; null where several have it. */
function byKey(rows: Iterable<Row>, keyOf: KeyOf): Map<string, Row | null> {
  const map = new Map<string, Row | null>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) map.set(key, map.has(key) ? null : row);
  }
  return map;
}

const idOf: KeyOf = (row) => (row.ownId ? row.id : undefined);
const addressOf: KeyOf = (row) => row.address;
const titleOf: KeyOf = (row) => row.title;
const idAndTitle: KeyOf = ({ id, title }) =>
  id === undefined || title === undefined ? undefined : `${id}\n${title}`;

/**
 * Some pages number their rows: then the id is the place, and a list in another order would look like other titles and prices everywhere.
 * Same id, but address and title are both others, and the old ones stand in another row: the id is none.
 */
function isPlaceNumber(before: Row, after: Row, otherAfter: Map<string, Row | null>[]): boolean {
  if (before.title === after.title || before.address === after.address) return false;
  if (before.title === undefined || before.address === undefined) return false;
  const [addresses, titles] = otherAfter;
  return Boolean(addresses?.has(before.address) || titles?.has(before.title));
}

/** Rows that a page loads at once when somebody scrolls: fewer are news. */
const smallestLoad = 12;

/** The rows behind the last one that both have, where they are so many that they were only not loaded. */
function notLoaded(rows: Row[], lastCommon: number, listLength: number): Set<Row> {
  const tail = rows.filter(({ index }) => index > lastCommon);
  return new Set(tail.length >= Math.max(smallestLoad, listLength / 3) ? tail : []);
}

/**
 * Finds which product is which: by id, then address, then title, each only where one row has it (of a list in which all ids are the same
 * the id says nothing).
 */
export function matchProducts(
  beforeProducts: readonly ProductReading[],
  afterProducts: readonly ProductReading[],
): Matching {
  const before = rowsOf(beforeProducts);
  const after = rowsOf(afterProducts);
  const left = new Set(before);
  const open = new Set(after);
  const pairs: Matching['pairs'] = [];
  const pass = (keyOf: KeyOf, isWrong?: (before: Row, after: Row) => boolean) => {
    if (left.size === 0 || open.size === 0) return;
    const known = byKey(left, keyOf);
    for (const [key, row] of byKey(open, keyOf)) {
      const old = known.get(key);
      if (!row || !old || isWrong?.(old, row)) continue;
      pairs.push({ before: old, after: row });
      left.delete(old);
      open.delete(row);
    }
  };
  let others: Map<string, Row | null>[] | undefined;
  pass(idOf, (old, row) => {
    if (old.title === row.title || old.address === row.address) return false;
    others ??= [byKey(after, addressOf), byKey(after, titleOf)];
    return isPlaceNumber(old, row, others);
  });
  pass(idAndTitle);
  pass(addressOf);
  pass(titleOf);
  pairs.sort((a, b) => a.after.index - b.after.index);
  const lastBefore = pairs.reduce((last, pair) => Math.max(last, pair.before.index), -1);
  const lastAfter = pairs.at(-1)?.after.index ?? -1;
  const missing = before.length > after.length ? notLoaded([...left], lastBefore, before.length) : new Set();
  const extra = after.length > before.length ? notLoaded([...open], lastAfter, after.length) : new Set();
  return {
    pairs,
    gone: [...left].filter((row) => !missing.has(row)),
    fresh: [...open].filter((row) => !extra.has(row)),
    unloaded: [...left, ...open].filter((row) => missing.has(row) || extra.has(row)),
  };
}

/** What a change names a product by: its id, where it has one of its own, else its address, else its title. */
export function keyOfRow({ id, ownId, product, index }: Row): string {
  return (ownId ? id : undefined) ?? product.url?.value ?? product.title?.value ?? id ?? `#${index + 1}`;
}
