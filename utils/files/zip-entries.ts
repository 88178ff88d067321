import { refused, type Table, tableLimits } from './table-limits.ts';

/** One file in a zip file, by what its directory says. */
interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  /** of the local header */
  offset: number;
}

export interface ZipFile {
  names: string[];
  /** Unpacks one entry as UTF-8 text, piece by piece; null where there is none of that name. Throws `ZipFault`. */
  text: (name: string) => AsyncGenerator<string> | null;
}

/** The entry is not what the directory says of it. */
export class ZipFault extends Error {
  readonly fault: 'damaged' | 'unpacks-too-large';
  constructor(fault: 'damaged' | 'unpacks-too-large') {
    super(fault);
    this.fault = fault;
  }
}

/** Signatures and sizes of the records. Source: PKWARE, APPNOTE.TXT 4.3. */
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 65_535;

/**
 * Opens a zip file by its directory, before anything is unpacked: too many entries, too large or too tightly packed ones are refused
 * (a "zip bomb"), and so is what is encrypted or cut off. What an entry really unpacks to is counted again while it is read, for a
 * directory may lie.
 */
export function openZip(bytes: Uint8Array): Table<ZipFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return refused('damaged');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff stand for the larger numbers of ZIP64: such a file is far beyond the limits
  if (count > tableLimits.zipEntries) return refused('unpacks-too-large');
  if (start + size > end) return refused('damaged');

  const entries = new Map<string, Entry>();
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature) return refused('damaged');
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) return refused('locked');
    const nameSize = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    total += entry.unpacked;
    if (total > tableLimits.unpacked || tooTight(entry.unpacked, entry.packed))
      return refused('unpacks-too-large');
    entries.set(name, entry);
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }

  const left = { bytes: tableLimits.unpacked };
  return {
    ok: true,
    value: {
      names: [...entries.keys()],
      text: (name) => {
        const entry = entries.get(name);
        return entry ? unpack(bytes, view, entry, left) : null;
      },
    },
  };
}

const tooTight = (unpacked: number, packed: number) =>
  unpacked > tableLimits.ratioFrom && unpacked > packed * tableLimits.ratio;

/** The end record stands last, before a comment of any length. */
function findEnd(view: DataView): number {
  for (
    let at = view.byteLength - endSize;
    at >= Math.max(0, view.byteLength - endSize - longestComment);
    at--
  )
    if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}

async function* unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  left: { bytes: number },
): AsyncGenerator<string> {
  const { offset, packed, method } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature)
    throw new ZipFault('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength || (method !== 0 && method !== 8)) throw new ZipFault('damaged');
  const raw = bytes.slice(start, start + packed);
  const stored = new Blob([raw]).stream();
  // the browser's own: no worker from a blob, which the policy of our pages forbids
  const plain = method === 0 ? stored : stored.pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = plain.getReader();
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      seen += value.byteLength;
      left.bytes -= value.byteLength;
      if (left.bytes < 0 || tooTight(seen, packed)) throw new ZipFault('unpacks-too-large');
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('damaged');
  } finally {
    // whoever stops early stops the unpacking too
    void reader.cancel().catch(() => undefined);
  }
}
