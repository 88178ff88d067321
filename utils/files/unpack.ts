import type { BackupFault } from './backup-file.ts';

/** Packed bytes given to the browser at once: it unpacks all of them before it waits, a thousand times as many at worst. */
const pieceBytes = 16_384;
/** A file of ours shrinks ten- to twentyfold. What swells far beyond that is made to fill the memory. */
const greatestRatio = 200;
/**
 * Before that the ratio says nothing: the same long note on a thousand people shrinks as much, and that notebook needs its backup too.
 * Memory is flat either way; lines and records have limits of their own.
 */
const ratioFrom = 64_000_000;
const greatestSize = 2_000_000_000;

const gzipStart = [0x1f, 0x8b] as const;

/**
 * Unpacks a gzip file piece by piece; never more than a few megabytes of it are in memory.
 * @param take gets the unpacked pieces in order; a fault that it returns ends the reading at once
 */
export async function unpack(
  file: Blob,
  signal: AbortSignal,
  take: (piece: Uint8Array) => Promise<BackupFault | null>,
): Promise<BackupFault | null> {
  let start: Uint8Array;
  try {
    start = new Uint8Array(await file.slice(0, gzipStart.length).arrayBuffer());
  } catch {
    return { reason: 'unreadable' };
  }
  if (gzipStart.some((byte, at) => start[at] !== byte)) return { reason: 'not-gzip' };

  const gzip = new DecompressionStream('gzip');
  const input = gzip.writable.getWriter();
  const output = gzip.readable.getReader();
  const fed = { bytes: 0, all: false, unreadable: false };
  async function feed(): Promise<void> {
    const source = file.stream().getReader();
    try {
      for (;;) {
        const { done, value } = await source.read().catch(() => {
          fed.unreadable = true;
          throw new Error('the file cannot be read');
        });
        if (done) break;
        for (let at = 0; at < value.length; at += pieceBytes) {
          const piece = value.slice(at, at + pieceBytes);
          fed.bytes += piece.length;
          await input.write(piece);
        }
      }
      fed.all = true;
      await input.close();
    } catch (error) {
      void source.cancel().catch(() => {});
      await input.abort(error).catch(() => {});
    }
  }
  const feeding = feed();
  const giveUp = async (fault: BackupFault) => {
    await output.cancel().catch(() => {});
    await feeding;
    return fault;
  };

  let size = 0;
  for (;;) {
    if (signal.aborted) return giveUp({ reason: 'cancelled' });
    let piece: ReadableStreamReadResult<Uint8Array>;
    try {
      piece = await output.read();
    } catch {
      await feeding;
      if (fed.unreadable) return { reason: 'unreadable' };
      // what fails only after the last byte lacks something; what fails before is not what was written
      return { reason: fed.all ? 'truncated' : 'altered' };
    }
    if (piece.done) return null;
    size += piece.value.length;
    const swollen = size > ratioFrom && size > fed.bytes * greatestRatio;
    if (swollen || size > greatestSize) return giveUp({ reason: 'too-large' });
    const fault = await take(piece.value);
    if (fault) return giveUp(fault);
  }
}
