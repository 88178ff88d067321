/** A picture's points, as `ImageData` has them: RGBA, row by row. */
export interface Pixels {
  data: Uint8ClampedArray | Uint8Array;
  width: number;
  height: number;
}

const columns = 9;
const rows = 8;

/** Mean brightness (Rec. 601) of each field of a grid over the picture, on white where it is transparent. */
function grid({ data, width, height }: Pixels): Float64Array {
  const fields = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [
      Math.floor((row * height) / rows),
      Math.max(Math.floor(((row + 1) * height) / rows), 1),
    ];
    for (let column = 0; column < columns; column++) {
      const left = Math.floor((column * width) / columns);
      const right = Math.floor(((column + 1) * width) / columns);
      let [sum, count] = [0, 0];
      for (let y = Math.min(top, height - 1); y < Math.max(bottom, top + 1) && y < height; y++)
        for (let x = Math.min(left, width - 1); x < Math.max(right, left + 1) && x < width; x++) {
          const at = (y * width + x) * 4;
          const alpha = (data[at + 3] ?? 255) / 255;
          const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
          sum += light * alpha + 255 * (1 - alpha);
          count++;
        }
      fields[row * columns + column] = count > 0 ? sum / count : 0;
    }
  }
  return fields;
}

/**
 * A difference hash of 64 bits (16 hex digits): whether each of 9×8 fields is brighter than the one right of it. The same picture in another
 * size, format or quality has nearly the same.
 */
export function pictureHash(pixels: Pixels): string {
  if (pixels.width < 1 || pixels.height < 1) return '0'.repeat(16);
  const fields = grid(pixels);
  let hash = '';
  for (let row = 0; row < rows; row++) {
    let byte = 0;
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column;
      // flat parts must not follow the encoder's noise
      byte = (byte << 1) | ((fields[at] ?? 0) > (fields[at + 1] ?? 0) + 2 ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, '0');
  }
  return hash;
}

/** Of 64 bits so many may differ in one picture encoded anew. */
const mostBits = 8;

/** Whether two hashes are of one picture; broken hashes are nobody's. */
export function samePicture(before: string, after: string): boolean {
  if (before === after) return true;
  if (!/^[0-9a-f]{16}$/.test(before) || !/^[0-9a-f]{16}$/.test(after)) return false;
  let bits = BigInt(`0x${before}`) ^ BigInt(`0x${after}`);
  let count = 0;
  for (; bits > 0n; bits &= bits - 1n) count++;
  return count <= mostBits;
}
