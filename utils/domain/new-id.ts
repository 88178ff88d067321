import type { Id } from './record.ts';
import { toHex } from './to-hex.ts';

/** The last number of each of the latest milliseconds: whoever was told a time goes on with it while others go by the clock. */
const numbers = new Map<number, number>();
const mostNumbers = 9;

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 bits that grow within one (§6.2, method 1), then random bits: ids sort
 * in the order they were made.
 * @param now milliseconds since the epoch
 */
export function newId(now = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const last = numbers.get(now);
  const number = last === undefined ? view.getUint16(6) & 0x3ff : Math.min(last + 1, 0xfff);
  if (last === undefined && numbers.size > mostNumbers) numbers.clear();
  numbers.set(now, number);
  view.setUint16(0, now / 2 ** 32);
  view.setUint32(2, now % 2 ** 32);
  view.setUint16(6, 0x7000 | number);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
