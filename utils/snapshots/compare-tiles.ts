import pixelmatch from 'pixelmatch';
import { RowPlaces } from './align-rows.ts';
import type { Pixels } from './picture-hash.ts';

/** A strip of a page's picture with the hash of its content. */
export interface PictureTile extends Pixels {
  hash: string;
}

/** What became of one strip of the newer picture. */
export interface TileChange {
  /** of the newer picture's tiles, from 0 */
  index: number;
  /** where its content stood before, in pixels from the top of the page; null: nowhere, it is new */
  beforeTop: number | null;
  /** different pixels, and their share of the tile */
  pixels: number;
  share: number;
}

export interface PictureComparison {
  tiles: TileChange[];
  /** different pixels of the whole newer picture, 0 to 1 */
  share: number;
  /** strips whose hashes were the same: not looked at */
  same: number;
}

/** How far two colours may be apart in pixelmatch's measure; encoders of photographs stay below. */
const threshold = 0.15;
/** A tile with less of it different shows the same: an encoder's edge, a caret, a clock. */
export const leastTileShare = 0.002;

/** Tiles of the older picture that the window from `top` on touches, with the place of each. */
interface Placed {
  tile: Pixels;
  start: number;
}

/** A window of the older picture, cut over its tiles; white where none of them is. */
function windowOf(tiles: readonly Placed[], top: number, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height * 4).fill(255);
  for (const { tile, start } of tiles) {
    const from = Math.max(start, top);
    const to = Math.min(start + tile.height, top + height);
    for (let y = from; y < to; y++) {
      const at = (y - start) * tile.width * 4;
      out.set(tile.data.subarray(at, at + Math.min(width, tile.width) * 4), (y - top) * width * 4);
    }
  }
  return out;
}

/** Different pixels of the first `height` rows of a tile, against the older picture from `beforeTop` on. */
export function differentPixels(
  before: readonly Placed[],
  beforeTop: number,
  tile: Pixels,
  height = tile.height,
): number {
  const { width } = tile;
  const data = tile.data.subarray(0, width * height * 4);
  return pixelmatch(windowOf(before, beforeTop, width, height), data, undefined, width, height, {
    threshold,
  });
}

/**
 * Compares two pictures of a page by their tiles: equal hashes are equal, the others are laid on the rows of the older picture that they
 * most likely show (a banner put in above moves all below) and compared pixel by pixel. Pictures of different widths are not comparable: null.
 * Pure; about a second for a page of 7,000 px that is different everywhere, so not on anybody's way.
 */
export function compareTiles(
  before: readonly PictureTile[],
  after: readonly PictureTile[],
): PictureComparison | null {
  const width = after[0]?.width ?? 0;
  if (width === 0 || [...before, ...after].some((tile) => tile.width !== width)) return null;
  const hashes = new Set(before.map(({ hash }) => hash));
  const rows = new RowPlaces();
  let height = 0;
  const placed = before.map((tile): Placed => {
    rows.add(tile);
    height += tile.height;
    return { tile, start: height - tile.height };
  });
  const tiles: TileChange[] = [];
  let [different, total, same, top] = [0, 0, 0, 0];
  after.forEach((tile, index) => {
    const size = tile.width * tile.height;
    total += size;
    const offset = rows.offsetOf(tile, top);
    if (hashes.has(tile.hash)) same++;
    else {
      const beforeTop = offset === null ? top : top + offset;
      const isOutside = beforeTop >= height || beforeTop + tile.height <= 0;
      const pixels = isOutside ? size : differentPixels(placed, beforeTop, tile);
      const share = pixels / size;
      if (share >= leastTileShare) {
        different += pixels;
        tiles.push({ index, beforeTop: isOutside || offset === null ? null : beforeTop, pixels, share });
      }
    }
    top += tile.height;
  });
  return { tiles, share: total === 0 ? 0 : different / total, same };
}

/** The different pixels of two equally large pictures as a picture to lay over: red where they differ, transparent elsewhere. */
export function differenceMask(before: Pixels, after: Pixels): Uint8Array | null {
  if (before.width !== after.width || before.height !== after.height) return null;
  const mask = new Uint8Array(after.width * after.height * 4);
  pixelmatch(before.data, after.data, mask, after.width, after.height, { threshold, diffMask: true });
  return mask;
}
