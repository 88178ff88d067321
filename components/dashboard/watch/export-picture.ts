import { zipFile } from '../../../utils/files/zip-file.ts';
import type { TileAnswer } from '../../hooks/look-contents.ts';

/** The encoders that a browser has everywhere, and how tall a picture they take without a word of failing. */
export const pictureFormats = {
  // Chromium's canvas ends at 65,535, Firefox's at 32,767
  png: { type: 'image/png', tallest: 32_767 },
  // a taller one comes back with no bytes and no error
  webp: { type: 'image/webp', tallest: 16_383 },
} as const;
export type PictureFormat = keyof typeof pictureFormats;

interface Strip {
  hash: string;
  width: number;
  height: number;
}

/** Bytes of a strip as it came. */
export function tileBytes({ data }: Pick<TileAnswer, 'data'>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/** Strips in groups that one file can hold, each of about the same height. */
export function fileGroups<T extends { height: number }>(strips: readonly T[], tallest: number): T[][] {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const each = height / Math.max(1, Math.ceil(height / tallest));
  const groups: T[][] = [];
  let filled = 0;
  let done = 0;
  for (const strip of strips) {
    const group = groups.at(-1);
    // a strip belongs to the file in which it begins, and never makes one too tall
    if (!group || done >= each * groups.length || filled + strip.height > tallest) {
      groups.push([strip]);
      filled = strip.height;
    } else {
      group.push(strip);
      filled += strip.height;
    }
    done += strip.height;
  }
  return groups;
}

async function stitched(
  strips: readonly Strip[],
  format: PictureFormat,
  load: (hash: string) => Promise<TileAnswer>,
  signal: AbortSignal,
): Promise<Blob> {
  const width = Math.max(...strips.map((strip) => strip.width));
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  let top = 0;
  for (const { hash, height: down } of strips) {
    signal.throwIfAborted();
    const tile = await load(hash);
    const bitmap = await createImageBitmap(new Blob([tileBytes(tile)], { type: tile.type }));
    context.drawImage(bitmap, 0, top);
    bitmap.close();
    top += down;
  }
  const { type } = pictureFormats[format];
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  // an encoder that does not know a format makes another without a word, and one that fails gives nothing
  if (blob.type !== type || blob.size === 0)
    throw new Error(`the browser made ${blob.size} bytes of ${blob.type || 'nothing'}`);
  return blob;
}

/** A file to save, and how many pictures are in it. */
export interface PictureFile {
  name: string;
  blob: Blob;
  pictures: number;
}

/**
 * The picture of a look as one file, or as numbered files in a ZIP file where no encoder takes it whole. Throws where a strip is not there any
 * more or the browser cannot encode it.
 * @param name without ending
 */
export async function pictureFile(
  look: { strips: readonly Strip[]; name: string; time: string },
  format: PictureFormat,
  load: (hash: string) => Promise<TileAnswer>,
  signal: AbortSignal,
): Promise<PictureFile> {
  const groups = fileGroups(look.strips, pictureFormats[format].tallest);
  const [only] = groups;
  if (!only) throw new Error('no picture');
  if (groups.length === 1)
    return { name: `${look.name}.${format}`, blob: await stitched(only, format, load, signal), pictures: 1 };
  async function* parts() {
    for (const [index, group] of groups.entries())
      yield {
        name: `${look.name}-${index + 1}.${format}`,
        time: look.time,
        asIs: true,
        body: (async function* () {
          const blob = await stitched(group, format, load, signal);
          yield new Uint8Array(await blob.arrayBuffer());
        })(),
      };
  }
  return {
    name: `${look.name}-${format}.zip`,
    blob: await zipFile(parts(), signal),
    pictures: groups.length,
  };
}
