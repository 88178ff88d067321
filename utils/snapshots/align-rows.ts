import type { Pixels } from './picture-hash.ts';

/** Fields across a row: what stands in it stays in its field when an encoder blurs it or the page moves by half a pixel. */
const fields = 16;
/** Two rows show the same when their fields are so close on average, of 255. */
const alike = 5;
/** A row whose fields differ less than this is background: it says nothing of where it came from. */
const leastRange = 10;
/** Of a tile's rows every so many is looked at. */
const everyRow = 3;
/** So many rows, and this share of those that say something, must have been found where the tile is said to come from. */
const leastRows = 4;
const leastShare = 0.25;
/** Everywhere only some rows are tried; where most of these fit, all are. */
const triedRows = 20;
const triedPlaces = 8;
/** How far around the best place the exact one is looked for: rows within a box of one colour are all alike. */
const around = 4;
/** Another place than that of the tile above must have so many more rows: grids repeat themselves. */
const clearly = 1.15;

/** Mean brightness (Rec. 601) of each field of each row, 0 to 255. */
function rowFields({ data, width, height }: Pixels): Uint8Array {
  const out = new Uint8Array(height * fields);
  for (let y = 0; y < height; y++)
    for (let field = 0; field < fields; field++) {
      const from = Math.floor((field * width) / fields);
      const to = Math.max(from + 1, Math.floor(((field + 1) * width) / fields));
      let [sum, count] = [0, 0];
      // every second pixel: the mean is the same
      for (let at = (y * width + from) * 4; at < (y * width + to) * 4; at += 8, count++)
        sum += 299 * (data[at] ?? 0) + 587 * (data[at + 1] ?? 0) + 114 * (data[at + 2] ?? 0);
      out[y * fields + field] = sum / 1_000 / count;
    }
  return out;
}

/** Rows of a tile that say something, by their number. */
function tellingRows(rows: Uint8Array): number[] {
  const found: number[] = [];
  for (let row = 0; row * fields < rows.length; row += everyRow) {
    let [low, high] = [255, 0];
    for (let at = row * fields; at < (row + 1) * fields; at++) {
      low = Math.min(low, rows[at] ?? 0);
      high = Math.max(high, rows[at] ?? 0);
    }
    if (high - low >= leastRange) found.push(row);
  }
  return found;
}

interface Fit {
  /** rows that were found at a place, and how far they are from it together */
  rows: number;
  distance: number;
}

const isBetter = (one: Fit, other: Fit) =>
  one.rows > other.rows || (one.rows === other.rows && one.distance < other.distance);

/** Where the rows of the older picture stand; its tiles are added from the top, and their pixels need not be kept. */
export class RowPlaces {
  #rows = new Uint8Array(0);
  #filled = 0;
  #last: number | null = null;

  add(tile: Pixels): void {
    const added = rowFields(tile);
    if (this.#filled + added.length > this.#rows.length) {
      const grown = new Uint8Array((this.#filled + added.length) * 2);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows.set(added, this.#filled);
    this.#filled += added.length;
  }

  /**
   * How many pixels further down (below 0: up) the content of the newer picture's tile at `top` stood before. To be asked from the top: a tile
   * that says nothing, or stood nowhere, goes with the one above it; null where the picture begins with such tiles. Some ten milliseconds.
   */
  offsetOf(tile: Pixels, top: number): number | null {
    const own = rowFields(tile);
    const telling = tellingRows(own);
    if (telling.length < leastRows) return this.#last;
    // the place of the tile above, or the same place, comes first: only what is clearly better takes its turn
    const first = top + (this.#last ?? 0);
    let [best, place] = [this.#fit(own, telling, first, 0), first];
    const kept = best.rows * clearly;
    for (const tried of this.#likelyPlaces(own, telling, tile.height)) {
      const fit = this.#fit(own, telling, tried, Math.max(best.rows, kept));
      if (fit.rows > kept && isBetter(fit, best)) [best, place] = [fit, tried];
    }
    if (best.rows >= leastRows && best.rows >= telling.length * leastShare)
      this.#last = (place === first ? place : this.#exactPlace(own, place)) - top;
    return this.#last;
  }

  /** Places of the whole older picture where most of some rows fit, the likeliest first. */
  #likelyPlaces(own: Uint8Array, telling: readonly number[], tall: number): number[] {
    const step = Math.max(1, telling.length / triedRows);
    const some = Array.from(
      { length: Math.min(triedRows, telling.length) },
      (_, n) => telling[Math.floor(n * step)] ?? 0,
    );
    const found: { place: number; fit: Fit }[] = [];
    for (let place = 1 - tall; place < this.#filled / fields; place++) {
      const worst = found.length < triedPlaces ? undefined : found.at(-1)?.fit;
      const fit = this.#fit(own, some, place, Math.max(1, worst?.rows ?? 0));
      if (fit.rows === 0 || (worst && !isBetter(fit, worst))) continue;
      found.push({ place, fit });
      found.sort((a, b) => b.fit.rows - a.fit.rows || a.fit.distance - b.fit.distance);
      found.length = Math.min(found.length, triedPlaces);
    }
    return found.map(({ place }) => place);
  }

  /** The place around this one where all rows together, background too, are closest. */
  #exactPlace(own: Uint8Array, place: number): number {
    let [least, exact] = [Number.POSITIVE_INFINITY, place];
    for (let near = place - around; near <= place + around; near++) {
      let [distance, count] = [0, 0];
      for (let at = 0; at < own.length; at++) {
        const there = near * fields + at;
        if (there < 0 || there >= this.#filled) continue;
        // what is different is different everywhere around: it shall not decide
        distance += Math.min(20, Math.abs((own[at] ?? 0) - (this.#rows[there] ?? 0)));
        count += 1;
      }
      if (count > 0 && distance / count < least) [least, exact] = [distance / count, near];
    }
    return exact;
  }

  /** @param least fewer rows are of no interest: counting ends when they cannot be reached any more */
  #fit(own: Uint8Array, telling: readonly number[], place: number, least: number): Fit {
    const fit: Fit = { rows: 0, distance: 0 };
    let left = telling.length;
    for (const row of telling) {
      if (fit.rows + left-- < least) break;
      const at = (place + row) * fields;
      if (at < 0 || at >= this.#filled) continue;
      let distance = 0;
      for (let field = 0; field < fields && distance <= alike * fields; field++)
        distance += Math.abs((own[row * fields + field] ?? 0) - (this.#rows[at + field] ?? 0));
      if (distance > alike * fields) continue;
      fit.rows += 1;
      fit.distance += distance;
    }
    return fit;
  }
}
