import type { Pixels } from '../../snapshots/picture-hash.ts';
import { NoPicture } from './picture-shots.ts';

/** Pixels across, at most. Half of a desk screen: what changed is seen, and 30 days of five pages stay below 40 MB. */
export const pictureWidth = 640;
/** Pixels down. Two versions of a shop shared 17 of 28 such strips; lower ones share more and cost more (64 px: 88 of 111). */
export const tileHeight = 256;
const quality = 0.7;
const format = 'image/webp';

export interface EncodedTile {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Part of a screenshot and where in the page it was, CSS pixels. */
export interface Placed {
  /** the whole screenshot's size in CSS pixels: its own pixels may be finer */
  windowWidth: number;
  /** of the screenshot, from its upper left corner */
  from: number;
  width: number;
  height: number;
  /** in the page */
  top: number;
}

export interface PictureCanvas {
  /** pixels of the picture for one CSS pixel of the page */
  scale: number;
  draw(shot: Blob, placed: Placed): Promise<void>;
  tiles(signal: AbortSignal): Promise<EncodedTile[]>;
}

async function encoded(canvas: OffscreenCanvas): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: format, quality });
  // an encoder that does not know a format makes another without a word, and one that fails gives nothing
  if (blob.type !== format || blob.size === 0)
    throw new NoPicture('failed', `the browser made ${blob.size} bytes of ${blob.type || 'nothing'}`);
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Puts a page's picture together from parts and cuts it into tiles: no encoder takes a whole page (WebP ends at 16,383 px, without an
 * error). Every part is drawn at whole pixels, so that the same page gives the same tiles.
 * @param page width and height of the page in CSS pixels, as far as it is wanted
 */
export function makePictureCanvas(page: { width: number; height: number }): PictureCanvas {
  const scale = Math.min(1, pictureWidth / page.width);
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new NoPicture('failed', 'no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  let drawn = 0;

  return {
    scale,
    async draw(shot, { windowWidth, from, width: across, height: down, top }) {
      const bitmap = await createImageBitmap(shot);
      try {
        const finer = bitmap.width / windowWidth;
        const upper = Math.round(top * scale);
        const lower = Math.min(height, Math.round((top + down) * scale));
        if (lower <= upper) return;
        context.drawImage(
          bitmap,
          0,
          from * finer,
          across * finer,
          down * finer,
          0,
          upper,
          width,
          lower - upper,
        );
        drawn = Math.max(drawn, lower);
      } finally {
        bitmap.close();
      }
    },
    async tiles(signal) {
      const tiles: EncodedTile[] = [];
      for (let top = 0; top < drawn; top += tileHeight) {
        if (signal.aborted) throw new NoPicture('cancelled', 'cancelled while it was packed');
        const down = Math.min(tileHeight, drawn - top);
        const strip = new OffscreenCanvas(width, down);
        strip.getContext('2d')?.drawImage(canvas, 0, top, width, down, 0, 0, width, down);
        tiles.push({ bytes: await encoded(strip), width, height: down });
      }
      return tiles;
    },
  };
}

/** A packed strip as points. Throws where it is no picture. */
export async function blobPixels(packed: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(packed);
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}
