import type { Row, RowPair } from './product-rows.ts';
import { isSortedAnew, longestRise } from './sorted-anew.ts';

/*
 * Lists load their rows in steps while somebody scrolls. Which rows that one of two looks lacks were only not loaded: neither gone nor new.
 */

/** Rows that a page loads at once when somebody scrolls: fewer are news. */
const smallestLoad = 12;

/** Neighbours that changed places over the end of the shorter list look gone and come: this many places before it, or a tenth of it. */
const slack = { places: 3, share: 0.1 };

const withSlack = (length: number) => length - Math.max(slack.places, length * slack.share);

type PlaceOf = (row: Row) => number;
const indexOf: PlaceOf = ({ index }) => index;

interface Order {
  /** the list was sorted anew: a row that is not there may have stood anywhere */
  anew: boolean;
  /** those that kept their order, in the order of now */
  kept: RowPair[];
}

/** @param pairs in the order of now */
function orderOf(pairs: readonly RowPair[], placeOf: PlaceOf = indexOf): Order {
  const rise = longestRise(pairs.map(({ before }) => placeOf(before)));
  const kept = pairs.filter((_pair, index) => rise.has(index));
  return { anew: isSortedAnew(pairs.length - kept.length, pairs.length), kept };
}

/**
 * The place below which a look may end. The last rows that kept their order say how far it goes; a row that was moved there from far away, or
 * a neighbour from below the end, does not, so some of them are left out.
 */
function endOf(kept: readonly RowPair[], side: keyof RowPair, placeOf: PlaceOf): number {
  const last = kept.at(-1 - slack.places);
  return last ? placeOf(last[side]) + 1 : 0;
}

/**
 * The rows of the longer list that the shorter one had only not loaded: a third or more from about where that ends, or a whole load of the
 * page right below its last rows. Of a list that was sorted anew they may be any third.
 * @param rows of the longer list that the shorter one lacks
 * @param pairs in the order of now
 * @param side of the longer list in the pairs
 */
export function notLoaded(
  rows: ReadonlySet<Row>,
  pairs: readonly RowPair[],
  side: keyof RowPair,
  { shorter, longer }: Record<'shorter' | 'longer', readonly Row[]>,
): Set<Row> {
  if (shorter.length >= longer.length || rows.size < smallestLoad) return new Set();
  const { anew, kept } = orderOf(pairs);
  const from = (end: number) => [...rows].filter(({ index }) => index >= end);
  if (anew) return new Set(rows);
  const tail = from(withSlack(shorter.length));
  if (tail.length >= Math.max(smallestLoad, longer.length / 3)) return new Set(tail);
  const load = from(endOf(kept, side, indexOf));
  return new Set(load.length >= smallestLoad ? load : []);
}

/** Two looks at a page of which an earlier one is known to have had more rows. */
interface Lists {
  before: readonly Row[];
  /** behind those of `before`, in the order in which they stood there */
  carried: readonly Row[];
  after: readonly Row[];
}

/** Rows that one of two looks only did not load: older ones that the newer lacks, newer ones further down than any look has come. */
interface OutOfReach {
  missing: Set<Row>;
  more: Set<Row>;
}

/**
 * What two looks did not load of a page that loads its rows while somebody scrolls, as is known of one with carried rows. What the older look
 * itself shows just above its end slid out below it where the newer one is as long, and is gone where that is shorter by it.
 * @param left older rows, carried ones among them, that are not in the newer list
 * @param open newer rows that are not among the older ones
 * @param pairs in the order of now
 */
export function outOfReach(
  left: ReadonlySet<Row>,
  open: ReadonlySet<Row>,
  pairs: readonly RowPair[],
  { before, carried, after }: Lists,
): OutOfReach {
  if (left.size + open.size === 0) return { missing: new Set(), more: new Set() };
  const behind = new Map(carried.map((row, index) => [row, before.length + index]));
  const placeOf: PlaceOf = (row) => behind.get(row) ?? row.index;
  const found = pairs.filter((pair) => behind.has(pair.before));
  const { anew: mixed, kept } = orderOf(pairs, placeOf);
  // it goes further than the older look and lacks most of that: other rows stand first now
  const otherFirst = found.length > 0 && (pairs.length - found.length) * 2 < before.length;
  const anew = mixed || otherFirst || orderOf(found, placeOf).anew;
  // so many rows at the end were not loaded, fewer left it; of rows that are in no order a whole load must lack
  const least = anew ? smallestLoad : slack.places + 1;
  const known = before.length + carried.length;

  const late = [...left].filter((row) => anew || placeOf(row) >= endOf(kept, 'before', placeOf));
  const last = kept.at(-1);
  const shown = Math.min(last ? placeOf(last.before) : 0, before.length);
  const above = new Set(late.filter((row) => placeOf(row) < shown));
  const shrank = after.length < before.length && above.size < least;
  const tail = shrank ? late.filter((row) => !above.has(row)) : late;
  // a look that shows most of what was carried was loaded on: few that it lacks are gone
  const isWhole = found.length * 2 >= carried.length && (after.length >= known || tail.length < least);

  const below = [...open].filter(({ index }) => anew || index >= endOf(kept, 'after', indexOf));
  const isFurther = after.length > known && below.length >= least;
  return { missing: new Set(isWhole ? [] : tail), more: new Set(isFurther ? below : []) };
}

/**
 * Of a list that its reader cut, the rows that may stand beyond its end: those about it, and what earlier looks had there.
 * @param rows of one list that the other lacks
 * @param pairs in the order of now
 * @param side in the pairs of the list that has the rows
 * @param behind rows that are of neither list
 */
export function beyondCut(
  rows: ReadonlySet<Row>,
  pairs: readonly RowPair[],
  side: keyof RowPair,
  behind: ReadonlySet<Row>,
): Set<Row> {
  const { anew, kept } = orderOf(pairs.filter(({ before }) => !behind.has(before)));
  const end = anew ? 0 : endOf(kept, side, indexOf);
  return new Set([...rows].filter((row) => behind.has(row) || row.index >= end));
}
