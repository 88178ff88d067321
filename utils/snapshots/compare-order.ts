import type { ChangeList } from './change-list.ts';
import type { Matching } from './match-products.ts';
import { keyOfRow } from './product-rows.ts';
import { isSortedAnew, longestRise } from './sorted-anew.ts';

/** The places at the top that a shopper sees first: moved to or from there a product is news sooner. */
const top = 3;
/**
 * Moved by so many places it is news; by fewer it is only a neighbour that moved, or a row of featured products that was put in. In a short
 * list (fewer than `short` products) two places at the top are much.
 */
const far = { top: 4, elsewhere: 5, topOfShort: 2, short: 12 };

/**
 * Products that were moved on the page. Places are counted among the products that both looks have: what comes or goes above moves nobody.
 * Positions in the change are those on the page, from 1.
 */
export function compareOrder({ pairs }: Matching, list: ChangeList): void {
  // pairs stand in the order of now; their rank of before
  const places = Int32Array.from(pairs, ({ before }) => before.index);
  if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))) return;
  const rankOf = new Map<number, number>();
  for (const place of places.toSorted()) rankOf.set(place, rankOf.size);
  const ranks = Array.from(places, (place) => rankOf.get(place) ?? 0);
  const stayed = longestRise(ranks);
  const moved = pairs.length - stayed.size;
  if (moved === 0 || isSortedAnew(moved, pairs.length)) return;
  const farAtTop = pairs.length < far.short ? far.topOfShort : far.top;
  pairs.forEach(({ before, after }, rank) => {
    const old = ranks[rank] ?? rank;
    const distance = Math.abs(old - rank);
    const atTop = Math.min(old, rank) < top && distance >= farAtTop;
    if (stayed.has(rank) || !(atTop || distance >= far.elsewhere)) return;
    const title = after.product.title?.value ?? before.product.title?.value;
    list.add({
      kind: rank < old ? 'moved-up' : 'moved-down',
      key: keyOfRow(after),
      ...(title === undefined ? {} : { title }),
      from: before.index + 1,
      to: after.index + 1,
    });
  });
}
