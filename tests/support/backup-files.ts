import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

const file = (bytes: Uint8Array, name = 'deckhand-2026-03-10.deckhand.gz') =>
  new File([new Uint8Array(bytes)], name, { type: 'application/gzip' });

/** The unpacked text of a backup. */
export async function textOf(backup: Blob): Promise<string> {
  return gunzipSync(Buffer.from(await backup.arrayBuffer())).toString('utf8');
}

export async function bytesOf(backup: Blob): Promise<string> {
  return Buffer.from(await backup.arrayBuffer()).toString('hex');
}

/** Any bytes as a file. */
export const fileOf = file;

/** Any text as a gzip file. */
export const packed = (text: string) => file(gzipSync(text));

/**
 * Packs lines as the product does, with a right count and hash whatever they hold.
 * @param head lines before the end, the header first, without line feeds
 */
export function sealed(head: readonly string[], records = head.length - 1): File {
  const body = head.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return packed(`${body}${JSON.stringify({ end: true, records, sha256 })}\n`);
}

/** The lines of a backup before its end. */
export async function linesOf(backup: Blob): Promise<string[]> {
  return (await textOf(backup)).split('\n').slice(0, -2);
}
