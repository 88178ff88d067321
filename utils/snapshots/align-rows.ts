import type { Pixels } from './picture-hash.ts';

/** A number for each row of pixels (FNV-1a over coarse colours, every fourth pixel): rows that look alike have the same. */
function rowNumbers({ data, width, height }: Pixels): Uint32Array {
  const numbers = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    let number = 0x811c9dc5;
    const end = (y + 1) * width * 4;
    for (let at = y * width * 4; at < end; at += 16) {
      number = Math.imul(number ^ ((data[at] ?? 0) >> 4), 0x01000193);
      number = Math.imul(number ^ ((data[at + 1] ?? 0) >> 4), 0x01000193);
      number = Math.imul(number ^ ((data[at + 2] ?? 0) >> 4), 0x01000193);
    }
    numbers[y] = number;
  }
  return numbers;
}

/** A row that stands in more places says nothing of where it came from: background, lines. */
const mostPlaces = 4;
/** So many rows must agree on where a tile came from. */
const leastVotes = 8;

/**
 * For each tile of the newer picture how many pixels further down (below 0: up) its content stood before. A tile without a row of its own
 * goes with the one above it; null where the picture begins with such tiles.
 */
export function offsetsOf(before: readonly Pixels[], after: readonly Pixels[]): (number | null)[] {
  const places = new Map<number, number[]>();
  let top = 0;
  for (const tile of before) {
    rowNumbers(tile).forEach((number, row) => {
      const known = places.get(number);
      if (!known) places.set(number, [top + row]);
      else if (known.length <= mostPlaces) known.push(top + row);
    });
    top += tile.height;
  }
  let last: number | null = null;
  top = 0;
  return after.map((tile) => {
    const votes = new Map<number, number>();
    rowNumbers(tile).forEach((number, row) => {
      const known = places.get(number);
      if (!known || known.length > mostPlaces) return;
      for (const place of known) {
        const offset = place - (top + row);
        votes.set(offset, (votes.get(offset) ?? 0) + 1);
      }
    });
    top += tile.height;
    let best = 0;
    for (const [offset, count] of votes)
      if (count > best || (count === best && Math.abs(offset) < Math.abs(last ?? 0))) {
        best = count;
        if (count >= leastVotes) last = offset;
      }
    return last;
  });
}
