import type { ProductReading } from '../domain/page-reading.ts';
import { mostListed, textLimits } from '../domain/text-limits.ts';
import { type Row, type RowPair, rowsOf } from './product-rows.ts';
import { beyondCut, notLoaded, outOfReach } from './unloaded-rows.ts';

export interface Matching {
  /** in the order of now */
  pairs: RowPair[];
  /** those whose older row was carried, in the order of now: their places say nothing */
  carried: RowPair[];
  gone: Row[];
  fresh: Row[];
  /** older rows that the newer list only had not loaded: not gone. Those of the older list first, in its order, then carried ones. */
  unseen: Row[];
  /** rows of the newer list that the older one had not loaded: not new */
  extra: Row[];
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

/** @returns those that pass, and the others */
function parted<T>(all: Iterable<T>, passes: (each: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const each of all) parts[passes(each) ? 0 : 1].push(each);
  return parts;
}

/** Whether a list may go on beyond what was read of it: it is just as long as a reader takes it. */
const isCut = (length: number): boolean => length === mostListed || length === textLimits.list;

/**
 * Finds which product is which: by id, then address, then title, each only where one row has it (of a list in which all ids are the same
 * the id says nothing).
 * @param carried rows of earlier looks that the older list had not loaded (`carriedRows`)
 */
export function matchProducts(
  earlier: readonly ProductReading[],
  later: readonly ProductReading[],
  carried: readonly Row[] = [],
): Matching {
  const before = rowsOf(earlier);
  const after = rowsOf(later);
  const left = new Set([...before, ...carried]);
  const open = new Set(after);
  const pairs: RowPair[] = [];
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
  const isKnownLonger = carried.length > 0;
  const { missing, more } = isKnownLonger
    ? outOfReach(left, open, pairs, { before, carried, after })
    : {
        missing: notLoaded(left, pairs, 'before', { shorter: after, longer: before }),
        more: notLoaded(open, pairs, 'after', { shorter: before, longer: after }),
      };
  const wasCarried = new Set(carried);
  if (isCut(later.length)) for (const row of beyondCut(left, pairs, 'before', wasCarried)) missing.add(row);
  if (isCut(earlier.length)) for (const row of beyondCut(open, pairs, 'after', wasCarried)) more.add(row);
  const [ofOthers, own] = isKnownLonger ? parted(pairs, (each) => wasCarried.has(each.before)) : [[], pairs];
  const [unseen, gone] = parted(left, (row) => missing.has(row));
  const [extra, fresh] = parted(open, (row) => more.has(row));
  return { pairs: own, carried: ofOthers, gone, fresh, unseen, extra };
}
