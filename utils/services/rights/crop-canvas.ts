import { NoPicture } from '../snapshots/picture-shots.ts';

/** Of a packed picture, at most. */
export const mostCropBytes = 300_000;
/** Pixels of the longer side, at most: a card shows a quarter of that. */
const longestSide = 1_280;
/** Tried one after the other until one is small enough. */
const tries = [
  { size: 1, quality: 0.85 },
  { size: 1, quality: 0.6 },
  { size: 0.7, quality: 0.6 },
  { size: 0.45, quality: 0.5 },
] as const;
const format = 'image/webp';

/** A part of the window, CSS pixels. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface PackedCrop {
  type: typeof format;
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What of a part is inside of the window; null where that is too little to be anything. */
export function inside(part: Part, window: { width: number; height: number }): Part | null {
  const left = Math.max(0, part.left);
  const top = Math.max(0, part.top);
  const width = Math.min(window.width, part.left + part.width) - left;
  const height = Math.min(window.height, part.top + part.height) - top;
  return width >= 16 && height >= 16 ? { left, top, width, height } : null;
}

/**
 * Cuts a part out of a picture of the window and packs it.
 * @param windowWidth of the whole picture in CSS pixels: its own may be finer
 */
export async function cropOf(shot: Blob, part: Part, windowWidth: number): Promise<PackedCrop> {
  const bitmap = await createImageBitmap(shot);
  try {
    const finer = bitmap.width / windowWidth;
    const from = { width: part.width * finer, height: part.height * finer };
    const fitting = Math.min(1, longestSide / Math.max(from.width, from.height));
    for (const { size, quality } of tries) {
      const width = Math.max(1, Math.round(from.width * fitting * size));
      const height = Math.max(1, Math.round(from.height * fitting * size));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new NoPicture('failed', 'no canvas');
      context.drawImage(
        bitmap,
        part.left * finer,
        part.top * finer,
        from.width,
        from.height,
        0,
        0,
        width,
        height,
      );
      const blob = await canvas.convertToBlob({ type: format, quality });
      // an encoder that does not know a format makes another without a word, and one that fails gives nothing
      if (blob.type !== format || blob.size === 0) throw new NoPicture('failed', `no ${format}`);
      if (blob.size <= mostCropBytes)
        return { type: format, width, height, bytes: new Uint8Array(await blob.arrayBuffer()) };
    }
    throw new NoPicture('failed', 'a picture that no packing makes small');
  } finally {
    bitmap.close();
  }
}
