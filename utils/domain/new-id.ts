import type { Id } from './record.ts';

let last = { now: -1, number: 0 };

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 bits that grow within one (§6.2, method 1), then random bits: ids sort
 * in the order they were made.
 * @param now milliseconds since the epoch
 */
export function newId(now = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const number = last.now === now ? Math.min(last.number + 1, 0xfff) : view.getUint16(6) & 0x3ff;
  last = { now, number };
  view.setUint16(0, now / 2 ** 32);
  view.setUint32(2, now % 2 ** 32);
  view.setUint16(6, 0x7000 | number);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
