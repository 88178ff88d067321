import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../domain/to-hex.ts';
import { type BackupHeader, endLine, headerLine } from './backup-file.ts';

/** Compressed bytes that are gathered before they go into a blob, which the browser keeps outside the heap. */
const gatheredBytes = 4_000_000;

async function gather(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  let whole = new Blob([]);
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const fold = () => {
    whole = new Blob([whole, ...chunks], { type: 'application/gzip' });
    chunks = [];
    size = 0;
  };
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size > gatheredBytes) fold();
  }
  fold();
  return whole;
}

export interface BackupWriter {
  /** Appends lines as `recordLine` makes them. Resolves when there is room for more. */
  write(lines: string): Promise<void>;
  /** Writes the last line. @param records how many lines there were */
  finish(records: number): Promise<Blob>;
  /** Gives up; what was written goes away. */
  abort(): Promise<void>;
}

/** Begins a backup file: packs and hashes what is written, piece by piece. */
export function backupWriter(header: BackupHeader): BackupWriter {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const gzip = new CompressionStream('gzip');
  const packed = gather(gzip.readable);
  packed.catch(() => {}); // looked at in `finish`; an aborted one is nobody's concern
  const input = gzip.writable.getWriter();
  const write = async (text: string) => {
    const bytes = encoder.encode(text);
    hash.update(bytes);
    await input.write(bytes);
  };
  const begun = write(headerLine(header));
  begun.catch(() => {});
  return {
    async write(lines) {
      await begun;
      await write(lines);
    },
    async finish(records) {
      await begun;
      await input.write(encoder.encode(endLine(records, toHex(hash.digest()))));
      await input.close();
      return packed;
    },
    async abort() {
      await input.abort().catch(() => {});
    },
  };
}
