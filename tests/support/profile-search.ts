import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where a marker was found: file below the folder, and how it was written there. */
export interface Hit {
  marker: string;
  file: string;
  as: string;
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

/** Firefox moves the letters of keys up by one. */
const shifted = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte + 1));

/** A text as the browsers write it: one byte or two for each character, either end first. */
function forms(marker: string): [as: string, bytes: Buffer][] {
  const wide = Buffer.from(marker, 'utf16le');
  return [
    ['utf-8', Buffer.from(marker, 'utf8')],
    ['utf-16le', wide],
    ['utf-16be', swapped(wide)],
    ['shifted', shifted(Buffer.from(marker, 'utf8'))],
  ];
}

/** What a file says: as it is, and unpacked where it is one of our gzip copies. */
function contentsOf(path: string): Buffer[] {
  try {
    const raw = readFileSync(path);
    if (raw[0] !== 0x1f || raw[1] !== 0x8b) return [raw];
    try {
      return [raw, gunzipSync(raw)];
    } catch {
      return [raw];
    }
  } catch {
    return []; // it went away meanwhile
  }
}

/**
 * Looks for texts in every file below a folder, byte by byte.
 * @param markers random, so that neither browser's compression shortens them
 * @param skip files that are not searched, relative
 */
export function searchFolder(
  folder: string,
  markers: readonly string[],
  skip: (file: string) => boolean = () => false,
): Hit[] {
  const hits: Hit[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const file = relative(folder, path);
    if (skip(file) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    for (const bytes of contentsOf(path))
      for (const marker of markers)
        for (const [as, form] of forms(marker)) if (bytes.includes(form)) hits.push({ marker, file, as });
  }
  return hits;
}

const letters = 'bcdfghjkmnpqrstvwxz23456789';

/** A text of random characters that nothing else contains. */
export function randomText(length = 20): string {
  const random = crypto.getRandomValues(new Uint8Array(length));
  return [...random].map((byte) => letters[byte % letters.length]).join('');
}

/** Files of the browser's own memory of visited pages and downloads, which no extension writes or can erase; relative to the profile. */
export const ofTheBrowser = {
  chromium:
    /(^|\/)(Sessions|History|Favicons|Top Sites|segmentation_platform|Visited Links|Cache|blob_storage)/,
  firefox: /^(places\.sqlite|favicons\.sqlite|sessionstore|cache2|formhistory)/,
};
