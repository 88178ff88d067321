import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../domain/to-hex.ts';
import {
  type BackupFault,
  type BackupHeader,
  endStart,
  parseEnd,
  parseHeader,
  recordStart,
} from './backup-file.ts';
import { unpack } from './unpack.ts';

/** A line longer than this is none of ours, bytes: the longest text of a record is far below. */
const longestLine = 4_000_000;
/** Text that is handed over at once, UTF-16 units. */
const stepLength = 1_000_000;

export interface BackupVisitor {
  /** the first line was read; a fault ends the reading */
  begin(header: BackupHeader): Promise<BackupFault | null>;
  /**
   * some lines, each ended by a line feed
   * @param first number of the first of them in the unpacked file, counted from 1
   */
  step(lines: string, first: number, count: number): Promise<BackupFault | null>;
}

/** `sha256` of the records, hex: which backup it is, whatever the file is called. */
export type BackupReading = { fault: BackupFault } | { header: BackupHeader; sha256: string };

/** Whole lines out of pieces that end anywhere. */
function lineAssembly() {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    /** bytes of the line that has not ended yet */
    pending: () => size,
    /** @returns the bytes up to the last line feed so far; null: none has come */
    add(piece: Uint8Array): Uint8Array | null {
      const end = piece.lastIndexOf(10) + 1;
      if (end === 0) {
        parts.push(piece);
        size += piece.length;
        return null;
      }
      const whole = new Uint8Array(size + end);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      whole.set(piece.subarray(0, end), at);
      parts = [piece.slice(end)];
      size = piece.length - end;
      return whole;
    },
  };
}

/** The frame of a backup: header, records, end, count and hash. */
function frameReader(visitor: BackupVisitor) {
  const hash = sha256.create();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const state = { line: 0, records: 0, ended: false, sha256: '' };
  let header: BackupHeader | null = null;
  let waiting: string[] = [];
  let waitingLength = 0;

  async function handOver(): Promise<BackupFault | null> {
    if (waiting.length === 0) return null;
    const lines = `${waiting.join('\n')}\n`;
    const count = waiting.length;
    waiting = [];
    waitingLength = 0;
    return visitor.step(lines, state.line - count + 1, count);
  }

  /** @param before bytes of the block before this line */
  async function end(line: string, before: Uint8Array): Promise<BackupFault | null> {
    // handed over first: a faulty record is a better reason than the hash that it makes wrong
    const fault = await handOver();
    if (fault) return fault;
    state.ended = true;
    const said = parseEnd(line);
    hash.update(before);
    state.sha256 = toHex(hash.digest());
    const right = said?.sha256 === state.sha256 && said.records === state.records;
    return right && header?.records === state.records ? null : { reason: 'altered' };
  }

  async function read(line: string, before: () => Uint8Array): Promise<BackupFault | null> {
    if (!header) {
      state.line = 1;
      const found = parseHeader(line);
      if (typeof found === 'string') return { reason: found };
      header = found;
      return visitor.begin(found);
    }
    if (state.ended) return { reason: 'altered' };
    if (line.startsWith(endStart)) return end(line, before());
    if (!line.startsWith(recordStart)) {
      const earlier = await handOver();
      return earlier ?? { reason: 'altered', line: state.line + 1 };
    }
    state.line += 1;
    state.records += 1;
    if (state.records > header.records) return { reason: 'altered' };
    waiting.push(line);
    waitingLength += line.length + 1;
    return waitingLength < stepLength ? null : handOver();
  }

  return {
    header: () => header,
    ended: () => state.ended,
    sha256: () => state.sha256,
    /** @param block whole lines */
    async block(block: Uint8Array): Promise<BackupFault | null> {
      let text: string;
      try {
        text = decoder.decode(block);
      } catch {
        return { reason: header ? 'altered' : 'foreign' };
      }
      const lines = text.split('\n').slice(0, -1);
      for (const [index, line] of lines.entries()) {
        const before = () =>
          new TextEncoder().encode(
            lines
              .slice(0, index)
              .map((earlier) => `${earlier}\n`)
              .join(''),
          );
        // a longer text than one step may carry goes alone
        if (waitingLength > 0 && waitingLength + line.length > stepLength) {
          const fault = await handOver();
          if (fault) return fault;
        }
        const fault = await read(line, before);
        if (fault) return fault;
      }
      if (!state.ended) hash.update(block);
      return null;
    },
  };
}

/**
 * Reads a backup piece by piece and checks its frame; memory stays flat whatever the file is. The records themselves are the visitor's.
 * Nothing may be written before a whole reading came to its end without a fault: only the last line says that nothing was altered.
 */
export async function readBackup(
  file: Blob,
  visitor: BackupVisitor,
  signal: AbortSignal,
): Promise<BackupReading> {
  const frame = frameReader(visitor);
  const assembly = lineAssembly();
  const fault = await unpack(file, signal, async (piece) => {
    const block = assembly.add(piece);
    if (assembly.pending() > longestLine) return { reason: frame.header() ? 'too-large' : 'foreign' };
    return block ? frame.block(block) : null;
  });
  const header = frame.header();
  if (fault) return { fault };
  if (!header) return { fault: { reason: assembly.pending() > 0 ? 'foreign' : 'truncated' } };
  if (!frame.ended()) return { fault: { reason: 'truncated' } };
  return assembly.pending() > 0 ? { fault: { reason: 'altered' } } : { header, sha256: frame.sha256() };
}
