import type { Snapshot } from '../../domain/snapshot.ts';
import { RowPlaces } from '../../snapshots/align-rows.ts';
import { differentPixels, leastTileShare } from '../../snapshots/compare-tiles.ts';
import type { Pixels } from '../../snapshots/picture-hash.ts';

export type KeptPicture = Extract<Snapshot['layers']['picture'], { state: 'kept' }>;
type Tile = KeptPicture['tiles'][number];

/** What comparing needs from outside: a strip's pixels by its hash (throws where they cannot be had), and the thread's turn for others. */
export interface PixelSource {
  pixelsOf(hash: string): Promise<Pixels>;
  turn(): Promise<void>;
}

/** Where a strip of the newer picture stood, and how many of its rows the older picture covers. */
interface Window {
  top: number;
  rows: number;
}

const heightOf = (tiles: readonly Tile[]) => tiles.reduce((sum, { height }) => sum + height, 0);

/**
 * @param isPart the older picture is only a part of its page: what lies outside it is unknown, not new
 * @returns `new`: it stood nowhere before; null: the older picture does not say
 */
function windowOf(
  tile: Tile,
  top: number,
  offset: number | null,
  height: number,
  { cut, visibleOnly }: KeptPicture,
): Window | 'new' | null {
  const isPart = cut || visibleOnly;
  // what was on the screen may be another part of the page each time: only rows that were found again say where
  if (offset === null && visibleOnly) return null;
  const before = top + (offset ?? 0);
  if (before + tile.height <= 0 || before >= height) return isPart ? null : 'new';
  if (!isPart) return { top: before, rows: tile.height };
  return before < 0 ? null : { top: before, rows: Math.min(tile.height, height - before) };
}

/** Strips of the older picture that a window touches, each with its place. */
async function stripsOf(source: PixelSource, tiles: readonly Tile[], { top, rows }: Window) {
  const strips: { tile: Pixels; start: number }[] = [];
  let start = 0;
  for (const { hash, height } of tiles) {
    if (start < top + rows && start + height > top) strips.push({ tile: await source.pixelsOf(hash), start });
    start += height;
  }
  return strips;
}

/**
 * How much of a page's picture shows something else than an earlier one, 0 to 1, of the part that both cover: strips of the same hash are the
 * same, the others are laid on the rows that they most likely show. Null where the two cannot be compared: another width, nothing covered by
 * both. One strip is in memory at a time, and between two strips others have their turn.
 */
export async function comparePagePictures(
  before: KeptPicture,
  after: KeptPicture,
  source: PixelSource,
): Promise<number | null> {
  const width = after.tiles[0]?.width ?? 0;
  if (width === 0 || before.visibleOnly !== after.visibleOnly) return null;
  if ([...before.tiles, ...after.tiles].some((tile) => tile.width !== width)) return null;
  if (before.hash === after.hash) return 0;
  const rows = new RowPlaces();
  for (const { hash } of before.tiles) {
    rows.add(await source.pixelsOf(hash));
    await source.turn();
  }
  const known = new Set(before.tiles.map(({ hash }) => hash));
  const height = heightOf(before.tiles);
  let [different, covered, top] = [0, 0, 0];
  for (const tile of after.tiles) {
    const pixels = await source.pixelsOf(tile.hash);
    const offset = rows.offsetOf(pixels, top);
    const size = width * tile.height;
    if (known.has(tile.hash)) covered += size;
    else {
      const window = windowOf(tile, top, offset, height, before);
      if (window === 'new') different += size;
      if (window) covered += window === 'new' ? size : width * window.rows;
      if (window && window !== 'new') {
        const strips = await stripsOf(source, before.tiles, window);
        const count = differentPixels(strips, window.top, pixels, window.rows);
        if (count / (width * window.rows) >= leastTileShare) different += count;
      }
    }
    top += tile.height;
    await source.turn();
  }
  return covered === 0 ? null : different / covered;
}
