import type { ProductReading } from '../domain/page-reading.ts';
import { pageIdentity } from './addresses.ts';
import { plainText } from './plain-text.ts';
import { isSortedAnew, longestRise } from './sorted-anew.ts';

/** A product of a list. What it is known by is worked out when it is asked for: of thousands most are known by their ids alone. */
export class Row {
  product: ProductReading;
  /** place on the page, from 0, doubles not counted */
  readonly index: number;
  /** no other row of the list has this id */
  ownId = false;
  #address: string | undefined;
  #title: string | undefined;

  constructor(product: ProductReading, index: number) {
    this.product = product;
    this.index = index;
  }

  get id(): string | undefined {
    return this.product.id?.value;
  }

  get address(): string | undefined {
    const url = this.product.url?.value;
    if (url !== undefined) this.#address ??= pageIdentity(url);
    return this.#address;
  }

  get title(): string | undefined {
    const title = this.product.title?.value;
    if (title !== undefined) this.#title ??= plainText(title);
    return this.#title || undefined;
  }

  /** The same address, or the same title, as far as both have one. */
  isAlike(other: Row): boolean {
    const [one, two] = [this.product, other.product];
    if (one.url?.value === two.url?.value || one.title?.value === two.title?.value) return true;
    return this.address === other.address || this.title === other.title;
  }
}

export interface Matching {
  pairs: { before: Row; after: Row }[];
  gone: Row[];
  fresh: Row[];
  /** rows of the longer list that the shorter one only had not loaded: neither gone nor new */
  unloaded: Row[];
}

/** One page shows a product twice (carousel and list): the first counts, with what only the second says. */
function rowsOf(products: readonly ProductReading[]): Row[] {
  const ids = new Map<string, number>();
  for (const { id } of products) if (id) ids.set(id.value, (ids.get(id.value) ?? 0) + 1);
  const rows: Row[] = [];
  const known = new Map<string, Row>();
  for (const product of products) {
    const row = new Row(product, rows.length);
    const { id } = row;
    row.ownId = id !== undefined && ids.get(id) === 1;
    if (!row.ownId) {
      const { address, title } = row;
      // nothing could ever be said of it
      if (id === undefined && address === undefined && title === undefined) continue;
      const names =
        id === undefined
          ? [address && `u ${address}`]
          : [address && `a ${id}\n${address}`, title && `t ${id}\n${title}`];
      const twin = names.map((name) => name && known.get(name)).find(Boolean);
      if (twin) {
        twin.product = { ...product, ...twin.product };
        continue;
      }
      for (const name of names) if (name) known.set(name, row);
    }
    rows.push(row);
  }
  // an id that only doubles had is the product's own
  const left = new Map<string, number>();
  for (const { id } of rows) if (id !== undefined) left.set(id, (left.get(id) ?? 0) + 1);
  for (const row of rows) row.ownId = row.id !== undefined && left.get(row.id) === 1;
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
const allNames: KeyOf = ({ id, address, title }) => JSON.stringify([id, address, title]);

/** Rows that nothing tells apart are taken in their order: the first is the first. */
function pairInOrder(left: Set<Row>, open: Set<Row>, pair: (before: Row, after: Row) => void): void {
  const waiting = new Map<string, Row[]>();
  for (const row of left) {
    const key = allNames(row) ?? '';
    const known = waiting.get(key);
    if (known) known.push(row);
    else waiting.set(key, [row]);
  }
  for (const row of [...open]) {
    const old = waiting.get(allNames(row) ?? '')?.shift();
    if (old) pair(old, row);
  }
}

/**
 * Some pages number their rows: then the id is the place, and a list in another order would look like other titles and prices everywhere.
 * Same id, but address and title are both others, and the old ones stand in another row: the id is none.
 */
function isPlaceNumber(before: Row, otherAfter: Map<string, Row | null>[]): boolean {
  if (before.title === undefined || before.address === undefined) return false;
  const [addresses, titles] = otherAfter;
  return Boolean(addresses?.has(before.address) || titles?.has(before.title));
}

/** Rows that a page loads at once when somebody scrolls: fewer are news. */
const smallestLoad = 12;

/** Neighbours that changed places over the end of the shorter list look gone and come: this many places before it, or a tenth of it. */
const slack = { places: 3, share: 0.1 };

/** @param pairs in the order of now */
function wasSortedAnew(pairs: Matching['pairs']): boolean {
  const stayed = longestRise(pairs.map(({ before }) => before.index));
  return isSortedAnew(pairs.length - stayed.size, pairs.length);
}

/**
 * The rows of the longer list from about where the shorter one ends, where they are so many that they were only not loaded. Of a list that
 * was sorted anew they may be any.
 */
function notLoaded(rows: Set<Row>, pairs: Matching['pairs'], shorter: number, longer: number): Set<Row> {
  const least = Math.max(smallestLoad, longer / 3);
  if (shorter >= longer || rows.size < least) return new Set();
  const end = wasSortedAnew(pairs) ? 0 : shorter - Math.max(slack.places, shorter * slack.share);
  const tail = [...rows].filter(({ index }) => index >= end);
  return new Set(tail.length >= least ? tail : []);
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
  const pair = (old: Row, row: Row) => {
    pairs.push({ before: old, after: row });
    left.delete(old);
    open.delete(row);
  };
  const pass = (keyOf: KeyOf, isWrong?: (before: Row, after: Row) => boolean) => {
    if (left.size === 0 || open.size === 0) return;
    const known = byKey(left, keyOf);
    for (const [key, row] of byKey(open, keyOf)) {
      const old = known.get(key);
      if (row && old && !isWrong?.(old, row)) pair(old, row);
    }
  };
  let others: Map<string, Row | null>[] | undefined;
  pass(idOf, (old, row) => {
    if (old.isAlike(row)) return false;
    others ??= [byKey(after, addressOf), byKey(after, titleOf)];
    return isPlaceNumber(old, others);
  });
  pass(idAndTitle);
  pass(addressOf);
  pass(titleOf);
  pairInOrder(left, open, pair);
  pairs.sort((a, b) => a.after.index - b.after.index);
  const missing = notLoaded(left, pairs, after.length, before.length);
  const extra = notLoaded(open, pairs, before.length, after.length);
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
