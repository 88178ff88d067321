import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate';
import { pauses } from './pause.ts';

/** One file of a ZIP file; its body is made while it is written. */
export interface ZipPart {
  /** with `/` between folders; made by us, never by a page */
  name: string;
  /** ISO 8601 */
  time: string;
  /** packed already: stored as it is */
  asIs?: boolean;
  body: AsyncIterable<string | Uint8Array>;
}

/** Bytes given to the packer at once: some milliseconds of work. */
const slice = 32_768;

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += slice) yield bytes.subarray(from, from + slice);
}

/** Encodes a text piece by piece; a piece never ends between the halves of a sign. */
function* piecesOf(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + slice);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last < 0xdc00) to -= 1;
    yield encoder.encode(text.slice(from, to));
    from = to;
  }
}

/**
 * A ZIP file, written as its parts come: only one of them is in memory unpacked, and the page draws and listens in between.
 * @param parts their names are unique
 * @param signal stops it: throws its reason
 */
export async function zipFile(parts: AsyncIterable<ZipPart>, signal: AbortSignal): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const finished = Promise.withResolvers<void>();
  // whoever stops early never comes to wait for it
  finished.promise.catch(() => undefined);
  const zip = new Zip((error, chunk, last) => {
    if (error) return finished.reject(error);
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    if (last) finished.resolve();
  });
  const pause = pauses(signal);
  for await (const { name, time, asIs, body } of parts) {
    const file = asIs ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 4 });
    file.mtime = time;
    zip.add(file as ZipInputFile);
    for await (const piece of body) {
      for (const bytes of typeof piece === 'string' ? piecesOf(piece) : slicesOf(piece)) {
        signal.throwIfAborted();
        file.push(bytes);
        if (pause.due()) await pause.take();
      }
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  await finished.promise;
  return new Blob(chunks, { type: 'application/zip' });
}
