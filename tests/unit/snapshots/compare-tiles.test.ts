import { describe, expect, test } from 'vitest';
import { compareTiles, differenceMask, type PictureTile } from '../../../utils/snapshots/compare-tiles.ts';
import { type Pixels, pictureHash, samePicture } from '../../../utils/snapshots/picture-hash.ts';
import { random } from '../../support/generated-shops.ts';

const width = 64;
/** Rows of a page: each number is a row of its own pattern. */
function page(rows: readonly number[], tileHeight = 64): PictureTile[] {
  const tiles: PictureTile[] = [];
  for (let top = 0; top < rows.length; top += tileHeight) {
    const part = rows.slice(top, top + tileHeight);
    const data = new Uint8ClampedArray(width * part.length * 4);
    part.forEach((row, y) => {
      const next = random(row);
      for (let x = 0; x < width; x++)
        data.set([next() * 256, next() * 256, next() * 256, 255], (y * width + x) * 4);
    });
    tiles.push({ data, width, height: part.length, hash: part.join() });
  }
  return tiles;
}
const rows = (from: number, count: number) => Array.from({ length: count }, (_each, index) => from + index);

describe('tiles', () => {
  test('an encoder’s noise and half a pixel do not hide where a row stood before', () => {
    // boxes of colour as a shop has them, packed anew with losses, under a banner that does not end at a strip
    const wide = 320;
    const drawn = (top: number, height: number, seed: number): PictureTile[] => {
      const tiles: PictureTile[] = [];
      const noise = random(seed);
      for (let start = 0; start < height; start += 128) {
        const tall = Math.min(128, height - start);
        const data = new Uint8ClampedArray(wide * tall * 4);
        for (let y = 0; y < tall; y++)
          for (let x = 0; x < wide; x++) {
            const row = start + y - top;
            const box = row < 0 ? 9_999 : Math.floor(row / 45) * 7 + Math.floor(x / 64);
            const shade = row >= 0 && (row % 45 > 38 || x % 64 > 58) ? 250 : random(box)() * 230;
            const value = shade + (noise() - 0.5) * 8;
            data.set([value, value * 0.8, 255 - value, 255], (y * wide + x) * 4);
          }
        tiles.push({ data, width: wide, height: tall, hash: `${seed} ${start}` });
      }
      return tiles;
    };
    const found = compareTiles(drawn(0, 1_024, 1), drawn(37, 1_061, 2));
    // the banner is 37 of 1,061 rows
    expect(found?.share).toBeGreaterThan(0.02);
    expect(found?.share).toBeLessThan(0.08);
  });

  test('the same picture is the same by its hashes', () => {
    expect(compareTiles(page(rows(1, 256)), page(rows(1, 256)))).toEqual({ tiles: [], share: 0, same: 4 });
  });

  test('one tile that shows something else', () => {
    const after = page([...rows(1, 64), ...rows(9_000, 64), ...rows(129, 128)]);
    const found = compareTiles(page(rows(1, 256)), after);
    expect(found?.tiles.map(({ index }) => index)).toEqual([1]);
    expect(found?.share).toBeGreaterThan(0.2);
    expect(found?.share).toBeLessThanOrEqual(0.25);
  });

  test('a banner put in above moves what is below and changes nothing of it', () => {
    const after = page([...rows(5_000, 40), ...rows(1, 256)]);
    const found = compareTiles(page(rows(1, 256)), after);
    // the banner's forty rows of the first tile, nothing else
    expect(found?.tiles.map(({ index }) => index)).toEqual([0]);
    expect(found?.share).toBeLessThan(0.16);
  });

  test('what goes on below the former end is new', () => {
    const found = compareTiles(page(rows(1, 128)), page([...rows(1, 128), ...rows(700, 64)]));
    expect(found?.tiles).toMatchObject([{ index: 2, beforeTop: null, share: 1 }]);
  });

  test('pictures of two widths are not comparable', () => {
    const narrow = page(rows(1, 64)).map((tile) => ({ ...tile, width: 32, height: 128 }));
    expect(compareTiles(page(rows(1, 64)), narrow)).toBeNull();
    expect(compareTiles([], [])).toBeNull();
  });

  test('the mask shows where', () => {
    const [one] = page(rows(1, 64));
    const [two] = page([...rows(1, 32), ...rows(800, 32)]);
    if (!one || !two) throw new Error('no tiles');
    const mask = differenceMask(one, two);
    const marked = (top: number) =>
      mask?.slice(top * width * 4, (top + 32) * width * 4).some((value, at) => at % 4 === 3 && value > 0);
    expect([marked(0), marked(32)]).toEqual([false, true]);
    expect(differenceMask(one, { ...two, height: 32 })).toBeNull();
  });
});

/** A picture of a few soft blobs; `size` pixels wide, `noise` as an encoder adds. */
function drawing(seed: number, size: number, noise = 0): Pixels {
  const next = random(seed);
  const blobs = Array.from({ length: 6 }, () => ({
    x: next(),
    y: next(),
    r: 0.1 + next() * 0.3,
    light: next() * 255,
  }));
  const data = new Uint8ClampedArray(size * size * 4);
  const grain = random(seed + size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let light = 128;
      for (const blob of blobs) {
        const distance = Math.hypot(x / size - blob.x, y / size - blob.y) / blob.r;
        light += (blob.light - 128) * Math.exp(-distance * distance);
      }
      light += (grain() - 0.5) * noise;
      data.set([light, light, light, 255], (y * size + x) * 4);
    }
  return { data, width: size, height: size };
}

describe('what a picture shows', () => {
  test('is the same in another size and quality, and nearly never the same of two pictures', () => {
    const hashes = Array.from({ length: 20 }, (_each, index) => pictureHash(drawing(index + 1, 120)));
    hashes.forEach((hash, index) => {
      expect(samePicture(hash, pictureHash(drawing(index + 1, 75, 12)))).toBe(true);
      expect(hashes.map((other) => samePicture(hash, other))).toEqual(
        hashes.map((_other, at) => at === index),
      );
    });
  });

  test('of nothing, or of a hash that is none, is nobody’s', () => {
    expect(pictureHash({ data: new Uint8Array(), width: 0, height: 0 })).toBe('0'.repeat(16));
    expect(pictureHash({ data: new Uint8Array([9, 9, 9, 255]), width: 1, height: 1 })).toMatch(
      /^[0-9a-f]{16}$/,
    );
    expect(samePicture('x', '0000000000000000')).toBe(false);
  });
});
